"""A view of the graph as nodes and edges, ready to be drawn.

Each view is a SPARQL file beside this module. It gives a row for each time that two things meet: the two things, the
interaction, the unit that the weight counts, the paper, its day, and the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import sqrt
from pathlib import Path

from pyoxigraph import Quad, Store

from kvgraph import queries
from kvgraph.network.layout import positions
from kvgraph.queries import Question, Table
from kvgraph.vocabulary import DCTERMS, FOAF, KV, RDF, SCHEMA, SKOS

DEFAULT_VIEW = "questioner-institution"
_UNDIRECTED = "co-questioners"


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in the network: where it is drawn, how large, in which colour (``#rrggbb``), on which days it took part.

    ``kind`` is ``person``, ``party``, ``office``, ``institution``, ``paper``, ``case`` or ``document``. ``party`` is
    the label of a person's latest party, None where there is none.
    """

    iri: str
    label: str
    kind: str
    party: str | None
    days: tuple[str, ...]
    x: float
    y: float
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Edge:
    """How often two nodes met: ``weight`` counts what the view says, ``papers`` are the ids of the papers.

    ``days`` are ISO dates, sorted; ``evidence`` is the IRI of the earliest mention that shows it, or of the paper.
    """

    source: str
    target: str
    interaction: str
    weight: int
    papers: tuple[str, ...]
    days: tuple[str, ...]
    evidence: str

    @property
    def first(self) -> str | None:
        """Return the earliest day, or None when no paper has one."""
        return self.days[0] if self.days else None

    @property
    def last(self) -> str | None:
        """Return the latest day, or None when no paper has one."""
        return self.days[-1] if self.days else None


@dataclass(frozen=True, slots=True)
class Projection:
    """A view: nodes sorted by IRI, edges by their ends. No two edges have the same ends and interaction."""

    view: Question
    directed: bool
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@cache
def views() -> tuple[Question, ...]:
    """Return the views, the default first, the others by name."""
    files = sorted(Path(__file__).parent.glob("*.rq"), key=lambda file: (file.stem != DEFAULT_VIEW, file.stem))
    return tuple(queries.read(file.stem, file.read_text("utf-8")) for file in files)


VIEWS = tuple(view.name for view in views())
"""The names of the views, the default first."""


def project(graph: Store | Iterable[Quad], view: str = DEFAULT_VIEW) -> Projection:
    """Return one view of a graph; raises ValueError for a view that there is none of.

    The same graph gives the same projection, positions too.
    """
    if view not in VIEWS:
        raise ValueError(f"there is no view {view!r}; choose from {', '.join(VIEWS)}")
    question = views()[VIEWS.index(view)]
    store = graph if isinstance(graph, Store) else _in_memory(graph)
    edges = _edges(store, question)
    return Projection(question, view != _UNDIRECTED, _nodes(store, edges), edges)


def _in_memory(quads: Iterable[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


# --- edges -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Meetings:
    units: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    evidence: set[tuple[str, str]] = field(default_factory=set)


def _edges(store: Store, view: Question) -> tuple[Edge, ...]:
    meetings: dict[tuple[str, str, str], _Meetings] = {}
    for row in _rows(store, view):
        met = meetings.setdefault((row["source"], row["target"], row["interaction"]), _Meetings())
        met.units.add(row["unit"])
        met.papers.add(row["paper"].rpartition("/")[2])
        met.evidence.add((row.get("day", ""), row["evidence"]))
        if "day" in row:
            met.days.add(row["day"])
    return tuple(
        Edge(*ends, len(met.units), tuple(sorted(met.papers)), tuple(sorted(met.days)), min(met.evidence)[1])
        for ends, met in sorted(meetings.items())
    )


def _rows(store: Store, query: Question | str) -> Iterable[dict[str, str]]:
    """Yield the rows of a SELECT, each with the values that it has."""
    answer = queries.run(store, query)
    if not isinstance(answer, Table):
        raise TypeError("a view is a SELECT")
    for row in answer.rows():
        yield {name: queries.display(term) for name, term in zip(answer.variables, row, strict=True) if term}


# --- nodes -------------------------------------------------------------------------------------------------------

# The first class that a node has tells its kind, the first property its label.
_KINDS = {
    FOAF.Person: "person",
    KV.Party: "party",
    KV.Office: "office",
    KV.Institution: "institution",
    KV.Paper: "paper",
    KV.Case: "case",
}
_OTHER_KIND = "document"
_LABELS = (SKOS.prefLabel, FOAF.name, DCTERMS.identifier, SCHEMA.name, SCHEMA.url)

_COLOURS = {
    "person": "#0072b2",
    "party": "#d55e00",
    "office": "#cc79a7",
    "institution": "#009e73",
    "paper": "#56b4e9",
    "case": "#999999",
    "document": "#e69f00",
}
"""Colours that people with any colour vision can tell apart (Okabe and Ito, 2008)."""

_CLASSES_QUERY = f"""
SELECT ?node ?class WHERE {{
  VALUES ?class {{ {" ".join(map(str, _KINDS))} }}
  GRAPH ?graph {{ ?node {RDF.type} ?class }}
}}
"""
_LABELS_QUERY = f"""
SELECT ?node ?rank ?label ?language WHERE {{
  VALUES (?property ?rank) {{ {" ".join(f"({label} {rank})" for rank, label in enumerate(_LABELS))} }}
  GRAPH ?graph {{ ?node ?property ?label }}
  BIND(IF(LANG(?label) = "nl", "", LANG(?label)) AS ?language)
}}
"""
_PARTIES_QUERY = """
SELECT ?person ?party (MAX(STR(?submitted)) AS ?day) WHERE {
  GRAPH ?graph {
    ?paper kv:participation ?part .
    ?part kv:participant ?person ; kv:party ?party .
    OPTIONAL { ?paper kv:dateSubmitted ?submitted }
  }
} GROUP BY ?person ?party
"""


def _nodes(store: Store, edges: Sequence[Edge]) -> tuple[Node, ...]:
    iris = sorted({iri for edge in edges for iri in (edge.source, edge.target)})
    labels, kinds, parties = _labels(store), _kinds(store), _parties(store)
    days: dict[str, set[str]] = {iri: set() for iri in iris}
    degrees = dict.fromkeys(iris, 0)
    for edge in edges:
        for iri in (edge.source, edge.target):
            days[iri].update(edge.days)
            degrees[iri] += edge.weight
    index = {iri: place for place, iri in enumerate(iris)}
    places = positions(list(degrees.values()), [(index[edge.source], index[edge.target]) for edge in edges])
    return tuple(
        Node(
            iri,
            label=labels.get(iri) or iri,
            kind=(kind := kinds.get(iri, _OTHER_KIND)),
            party=labels.get(parties[iri]) if iri in parties else None,
            days=tuple(sorted(days[iri])),
            x=x,
            y=y,
            size=round(4 + 2 * sqrt(degrees[iri]), 1),
            colour=_COLOURS[kind],
        )
        for iri, (x, y) in zip(iris, places, strict=True)
    )


def _kinds(store: Store) -> Mapping[str, str]:
    ranks = {queries.display(node): rank for rank, node in enumerate(_KINDS)}
    found: dict[str, int] = {}
    for row in _rows(store, _CLASSES_QUERY):
        found[row["node"]] = min(ranks[row["class"]], found.get(row["node"], len(ranks)))
    names = tuple(_KINDS.values())
    return {node: names[rank] for node, rank in found.items()}


def _labels(store: Store) -> Mapping[str, str]:
    """Return the label of each node: of the first property that it has, in Dutch where there is a choice."""
    found: dict[str, tuple[int, str, str]] = {}
    for row in _rows(store, _LABELS_QUERY):
        label = int(row["rank"]), row["language"], _clean(row["label"])
        found[row["node"]] = min(label, found.get(row["node"], label))
    return {node: label for node, (_, _, label) in found.items()}


def _parties(store: Store) -> Mapping[str, str]:
    """Return the latest party of each person."""
    latest: dict[str, tuple[str, str]] = {}
    for row in _rows(store, _PARTIES_QUERY):
        party = row.get("day", ""), row["party"]
        latest[row["person"]] = max(party, latest.get(row["person"], party))
    return {person: party for person, (_, party) in latest.items()}


def _clean(text: str) -> str:
    """Return a text on one line, without the characters that no XML may hold (XML 1.0, section 2.2)."""
    return " ".join("".join(character for character in text if character.isspace() or _is_legal(character)).split())


def _is_legal(character: str) -> bool:
    return "\x20" <= character <= "\ud7ff" or "\ue000" <= character <= "\ufffd" or character >= "\U00010000"
