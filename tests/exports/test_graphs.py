"""Graphs as lines: sorted, whole, and taken apart without a parser."""

from __future__ import annotations

import random
from itertools import pairwise

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kvgraph.exports.graphs import of_quads, triples
from kvgraph.vocabulary import DEFAULT_BASE, KV, SCHEMA

PAPER = NamedNode(DEFAULT_BASE + "paper/p")
NAMES = ("a", "a-b", "a/b", "b", "é")


def test_graphs_come_sorted_and_as_often_as_asked_for(small: tuple[Quad, ...]) -> None:
    shuffled = random.Random(5).sample(small, len(small))  # noqa: S311 (no secret)
    with of_quads([*shuffled, *small]) as graphs:
        first, second = list(graphs()), list(graphs())
    assert first == second
    names = [name or "" for name, _ in first]
    assert all(one.encode() < other.encode() for one, other in pairwise(names))
    assert all(one < other for _, lines in first for one, other in pairwise(lines))
    assert set(parse(b"".join(line for _, lines in first for line in lines), RdfFormat.N_QUADS)) == set(small)


def test_the_default_graph_comes_first_and_a_graph_may_have_a_blank_name() -> None:
    quads = [Quad(PAPER, KV.paper, PAPER, NamedNode(DEFAULT_BASE + name)) for name in NAMES]
    quads += [Quad(PAPER, KV.paper, PAPER, DefaultGraph()), Quad(PAPER, KV.paper, PAPER, BlankNode("g"))]
    with of_quads(quads) as graphs:
        named = list(graphs())
    assert [name for name, _ in named] == [None, "_:g", *(DEFAULT_BASE + name for name in NAMES)]
    assert [triples(name, lines) for name, lines in named] == [[str(quads[0].triple)]] * len(named)


def test_a_triple_is_what_stands_before_the_graph_and_the_full_stop() -> None:
    graph = NamedNode(DEFAULT_BASE + "graph/p")
    for value in (
        Literal(f" {graph} .\n"),
        Literal("a\u2028b\x85 ."),
        Literal("x", language="nl"),
        Triple(PAPER, KV.paper, PAPER),
    ):
        quad = Quad(PAPER, SCHEMA.text, value, graph)
        assert triples(graph.value, [f"{quad} .\n".encode()]) == [str(quad.triple)]
