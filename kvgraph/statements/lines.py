"""Lines of canonical N-Quads, and the place that statements are made for.

A statement is the text of a subject, a predicate and an object, with a blank between them: a line without its graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Quad, RdfFormat, parse

from kvgraph.iris import TextMinter
from kvgraph.model import Paper, Passage
from kvgraph.statements.terms import RDF


@dataclass(frozen=True, slots=True)
class Place:
    """Where statements are made: the id and IRI of a paper, and its passages and their IRIs by key."""

    minter: TextMinter
    paper: str
    node: str
    read: dict[str, Passage]
    passages: dict[str, str]

    @classmethod
    def of(cls, paper: Paper, identifier: str, minter: TextMinter) -> Place:
        """Return the place of a paper that has this id in the graph."""
        read = {passage.key: passage for passage in paper.passages}
        passages = {key: minter.passage(identifier, key) for key in read}
        return cls(minter, identifier, minter.paper(identifier), read, passages)


def classes(node: str, *kinds: str) -> Iterator[str]:
    """Return the statement of each class of a node."""
    for kind in kinds:
        yield f"{node} {RDF.type} {kind}"


def in_graph(statements: Iterable[str], graph: str) -> tuple[bytes, ...]:
    """Return the lines of the statements in one graph (UTF-8, ending in a line feed): each once, sorted by bytes."""
    end = f" {graph} .\n"
    return tuple(sorted({f"{statement}{end}".encode() for statement in statements}))


def parsed(lines: Iterable[bytes]) -> list[Quad]:
    """Return what the lines state, in their order."""
    return [quad for quad in parse(b"".join(lines), RdfFormat.N_QUADS) if isinstance(quad, Quad)]
