"""The valid graph, and the edits of it that each break one constraint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Quad, RdfFormat, parse

from kvgraph.vocabulary import DEFAULT_BASE, PREFIXES

DATA = Path(__file__).parents[1] / "data"
HEAD = f"@base <{DEFAULT_BASE}> .\n" + "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


@dataclass(frozen=True, slots=True)
class Edit:
    """What to take from the valid graph and what to add (both TriG), and the pairs of shape and component it breaks."""

    file: str
    breaks: tuple[str, str]
    others: frozenset[tuple[str, str]] = frozenset()
    taken: str = ""
    added: str = ""

    def of(self, quads: tuple[Quad, ...]) -> tuple[Quad, ...]:
        """Return the edited graph. A statement without a graph goes where most is said of its subject."""
        rest = list(quads)
        for pattern in parse(HEAD + self.taken, format=RdfFormat.TRIG):
            kept = [quad for quad in rest if not matches(pattern, quad)]
            assert len(kept) < len(rest), f"{self.file}: nothing to take for {pattern}"
            rest = kept
        return (*rest, *(placed(quad, quads) for quad in parse(HEAD + self.added, format=RdfFormat.TRIG)))


def matches(pattern: Quad, quad: Quad) -> bool:
    same = pattern.subject == quad.subject and pattern.predicate == quad.predicate
    return same and (isinstance(pattern.object, BlankNode) or pattern.object == quad.object)


def placed(quad: Quad, quads: tuple[Quad, ...]) -> Quad:
    if quad.graph_name != DefaultGraph():
        return quad
    graphs = [known.graph_name for known in quads if known.subject == quad.subject]
    return Quad(quad.subject, quad.predicate, quad.object, max(graphs, key=graphs.count))


def edits() -> Iterator[Edit]:
    for path in sorted((DATA / "invalid").glob("*.edits")):
        for block in path.read_text("utf-8").split("\n! ")[1:]:
            first, *lines = block.splitlines()
            edit = Edit(path.stem, pair(first))
            for line in lines:
                match line[:2]:
                    case "& ":
                        edit = replace(edit, others=edit.others | {pair(line[2:])})
                    case "- ":
                        edit = replace(edit, taken=edit.taken + line[2:] + "\n")
                    case "+ ":
                        edit = replace(edit, added=edit.added + line[2:] + "\n")
            yield edit


def pair(text: str) -> tuple[str, str]:
    shape, component = text.split()
    return shape, component


EDITS = tuple(edits())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "edit" in metafunc.fixturenames:
        names = ["-".join((*edit.breaks, str(number))) for number, edit in enumerate(EDITS)]
        metafunc.parametrize("edit", EDITS, ids=names)


@pytest.fixture(scope="session")
def all_edits() -> tuple[Edit, ...]:
    return EDITS


@pytest.fixture(scope="session")
def valid() -> tuple[Quad, ...]:
    return tuple(parse(path=DATA / "valid.trig", format=RdfFormat.TRIG))
