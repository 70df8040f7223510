"""Triples, which statements are before they have a graph, and the place that they are made for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kvgraph.iris import Minter
from kvgraph.model import Paper, Passage
from kvgraph.vocabulary import RDF

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Place:
    """Where statements are made: the id and IRI of a paper, and its passages and their IRIs by key."""

    minter: Minter
    paper: str
    node: NamedNode
    read: dict[str, Passage]
    passages: dict[str, NamedNode]

    @classmethod
    def of(cls, paper: Paper, identifier: str, minter: Minter) -> Place:
        """Return the place of a paper that has this id in the graph."""
        read = {passage.key: passage for passage in paper.passages}
        passages = {key: minter.passage(identifier, key) for key in read}
        return cls(minter, identifier, minter.paper(identifier), read, passages)


def classes(node: NamedNode, *kinds: NamedNode) -> Iterator[Triple]:
    """Return the statement of each class of a node."""
    for kind in kinds:
        yield node, RDF.type, kind


def in_graph(triples: Iterable[Triple], graph: NamedNode) -> list[Quad]:
    """Return the triples as quads of one graph: each once, sorted by N-Quads text."""
    return sorted({Quad(*triple, graph) for triple in triples}, key=str)
