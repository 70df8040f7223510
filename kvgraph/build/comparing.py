"""What is different between two graphs on disk, paper by paper, and entry by entry in the registers.

Two output folders are compared by their indexes: only the lines of graphs that are not the same are read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from pyoxigraph import Literal

from kvgraph import store
from kvgraph.build import manifest, outputs
from kvgraph.build.opening import open_graphs
from kvgraph.exports.graphs import triples
from kvgraph.statements import parsed
from kvgraph.store import Place, Segment, Segments
from kvgraph.vocabulary import DCTERMS, FOAF, ITSRDF, KV, PROV, RDF, RDFS, SCHEMA, SKOS

LINKS = "links"
OTHERS = "others"

_KINDS = {
    str(KV.Mention): "mentions",
    str(KV.Passage): "passages",
    str(KV.Participation): "participations",
    str(KV.Paper): "papers",
    str(KV.Source): "sources",
}
"""What the things in a paper are called, by their class; what a paper refers to is among the others."""

_TYPE, _LINK, _SOURCE = str(RDF.type), str(ITSRDF.taIdentRef), str(PROV.wasDerivedFrom)
_NAMES = tuple(map(str, (DCTERMS.title, SKOS.prefLabel, FOAF.name, SCHEMA.name, RDFS.label)))


class What(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a graph that is no paper's, such as a person in a register; ``name`` is empty when it has none."""

    iri: str
    name: str
    what: What


@dataclass(frozen=True, slots=True)
class Difference:
    """A graph that is not the same, with the lines that it lost and those that it gained, both sorted.

    ``name`` is the id of the paper, or the name of the register. Of a paper that has changed, ``kinds`` says how many
    things of each kind have; of any other graph ``entries`` says which.
    """

    graph: str
    name: str
    what: What
    is_paper: bool
    title: str
    lost: tuple[bytes, ...]
    gained: tuple[bytes, ...]
    kinds: Mapping[str, Mapping[What, int]]
    entries: tuple[Entry, ...]


def compare(old: Path, new: Path) -> Iterator[Difference]:
    """Yield what is different between two output folders or RDF files, sorted by graph.

    A file is sorted into a temporary folder first. Blank nodes are the same when their labels are. Raises
    ManifestError for a folder that is no output folder, StoreError for what can't be read.
    """
    with _archive(old) as (olds, former), _archive(new) as (news, now):
        for change in store.changes(olds, news):
            yield _difference(change.graph, _lines(former, change.former), _lines(now, change.now))


@contextmanager
def _archive(path: Path) -> Iterator[tuple[Iterator[Place], Segments]]:
    """Give the index of a graph on disk, and its segments."""
    with ExitStack() as stack:
        folder = path
        if path.is_dir():
            manifest.read(path)
        else:
            graphs = stack.enter_context(open_graphs(path))
            folder = Path(stack.enter_context(TemporaryDirectory()))
            outputs.write_graph(folder, (Segment.of(name or "", lines) for name, lines in graphs()))
        yield store.read_index(folder / outputs.INDEX), stack.enter_context(Segments(folder / outputs.GRAPH))


def _lines(segments: Segments, place: Place | None) -> list[bytes]:
    return segments.read(place).splitlines(keepends=True) if place else []


def _difference(graph: str, old: Sequence[bytes], new: Sequence[bytes]) -> Difference:
    lost, gained = sorted({*old}.difference(new)), sorted({*new}.difference(old))
    latest = _Things(graph, new or old)
    paper = latest.paper
    former, now = _Things(graph, old), _Things(graph, new)
    changed = _changed(former, now, {*_Things(graph, lost).said, *_Things(graph, gained).said})
    what = What.CHANGED if old and new else What.ADDED if new else What.REMOVED
    return Difference(
        graph=graph,
        name=unquote(graph.rpartition("/")[2]) or "default graph",
        what=what,
        is_paper=paper is not None,
        title=latest.name(paper) if paper else "",
        lost=tuple(lost),
        gained=tuple(gained),
        kinds=_kinds(former, now, changed) if paper and what is What.CHANGED else {},
        entries=() if paper else tuple(_entries(former, now, changed)),
    )


class _Things:
    """What a graph says of each thing in it: pairs of predicate and object, by subject."""

    def __init__(self, graph: str, lines: Iterable[bytes]) -> None:
        self.said: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for triple in triples(graph or None, lines):
            subject, predicate, value = triple.split(" ", 2)
            self.said[subject].append((predicate, value))

    def values(self, thing: str, predicate: str) -> list[str]:
        return [value for what, value in self.said.get(thing, ()) if what == predicate]

    @property
    def paper(self) -> str | None:
        """The one paper that the graph states, and has a source of; None for a register, or a graph of all papers."""
        stated = [one for one in self.said if self.values(one, _SOURCE) and str(KV.Paper) in self.values(one, _TYPE)]
        return stated[0] if len(stated) == 1 else None

    def kind(self, thing: str) -> str:
        return next((_KINDS[one] for one in self.values(thing, _TYPE) if one in _KINDS), OTHERS)

    def name(self, thing: str) -> str:
        """Return the title or label of a thing, the Dutch one where there are several; empty when there is none."""
        found = (value for predicate in _NAMES for value in self.values(thing, predicate))
        best = min(found, key=lambda value: not value.endswith("@nl"), default=None)
        [quad] = parsed([f"<urn:x> <urn:x> {best} .\n".encode()]) if best else [None]
        return quad.object.value if quad and isinstance(quad.object, Literal) else ""


def _changed(former: _Things, now: _Things, things: Iterable[str]) -> Mapping[str, What]:
    return {
        one: What.ADDED if one not in former.said else What.REMOVED if one not in now.said else What.CHANGED
        for one in sorted(things)
    }


def _kinds(former: _Things, now: _Things, changed: Mapping[str, What]) -> Mapping[str, Mapping[What, int]]:
    """Return how many things of each kind were added, removed and changed, and how many links of mentions."""
    kinds: dict[str, Counter[What]] = defaultdict(Counter)
    for one, what in changed.items():
        kinds[(former if what is What.REMOVED else now).kind(one)][what] += 1
        old, new = former.values(one, _LINK), now.values(one, _LINK)
        if old != new:
            kinds[LINKS][What.CHANGED if old and new else What.ADDED if new else What.REMOVED] += 1
    return kinds


def _entries(former: _Things, now: _Things, changed: Mapping[str, What]) -> Iterator[Entry]:
    for one, what in changed.items():
        yield Entry(one.strip("<>"), (former if what is What.REMOVED else now).name(one), what)
