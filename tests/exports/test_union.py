"""The union of many graphs: each triple once, each subject once, in memory that doesn't grow."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from io import BytesIO, RawIOBase

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kvgraph.exports import rdf, scratch
from kvgraph.exports.graphs import Graph, Graphs
from kvgraph.store import sorting
from kvgraph.vocabulary import DCTERMS, DEFAULT_BASE, FOAF, KV, PROV, RDF, SCHEMA

Term = NamedNode | Literal


def iri(path: str) -> NamedNode:
    return NamedNode(DEFAULT_BASE + path)


def stated(graph: str, *facts: tuple[str, NamedNode, Term]) -> list[Quad]:
    return [Quad(iri(subject), predicate, term, iri(f"graph/{graph}")) for subject, predicate, term in facts]


PAPERS = [
    *stated(
        "p-10",
        ("paper/p-10", KV.hasHeader, iri("paper/p-10/header")),
        ("paper/p-10/header", SCHEMA.text, Literal("Vragen")),
        ("paper/p-9", DCTERMS.identifier, Literal("p-9")),
        ("paper/p-9", RDF.type, KV.Paper),
        ("paper/kst-10", RDF.type, KV.OfficialWork),
        ("paper/kst-9", RDF.type, KV.OfficialWork),
        ("person/a", FOAF.name, Literal("A.")),
    ),
    *stated(
        "p-9",
        ("paper/p-9", PROV.wasDerivedFrom, iri("source/1")),
        ("paper/p-9", DCTERMS.identifier, Literal("p-9")),
        ("paper/kst-10", DCTERMS.title, Literal("Brief")),
        ("case/1", RDF.type, KV.Case),
    ),
    *stated("register/persons", ("person/a", FOAF.name, Literal("A.")), ("person/a", RDF.type, FOAF.Person)),
    *stated("unread", ("paper/unread", RDF.type, KV.OfficialWork)),
    # A paper need not have a graph of its own.
    *stated("notes", ("paper/p-7", PROV.wasDerivedFrom, iri("source/2")), ("paper/p-7", RDF.type, KV.Paper)),
]


def written(quads: list[Quad], format: str = "turtle") -> bytes:
    rdf.write(quads, stream := BytesIO(), format)
    return stream.getvalue()


def test_what_graphs_say_of_the_papers_of_others_stands_with_those_papers() -> None:
    lines = written(PAPERS).decode().splitlines()
    assert [line for line in lines if line.startswith(("<", "#"))] == [
        "# --- p-10 ---",
        "<paper/p-10>",
        "<paper/p-10/header>",
        "# --- p-7 ---",
        "<paper/p-7>",
        "# --- p-9 ---",
        "<paper/p-9>",
        "# --- Cases ---",
        "<case/1>",
        "# --- Documents with an official id that are cited ---",
        "<paper/kst-9>",
        "<paper/kst-10>",
        "<paper/unread>",
        "# --- Persons ---",
        "<person/a>",
    ]
    block = lines[lines.index("<paper/p-9>") :][:4]
    assert block == [
        "<paper/p-9>",
        "    a kv:Paper ;",
        '    dcterms:identifier "p-9" ;',
        "    prov:wasDerivedFrom <source/1> .",
    ]


@pytest.mark.parametrize("format", rdf.FORMATS)
def test_what_is_sorted_on_disk_is_written_like_what_is_sorted_in_memory(
    small: tuple[Quad, ...], format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    quads = [*small, *PAPERS]
    expected = written(quads, format)
    monkeypatch.setattr(sorting, "RUN", 50)
    monkeypatch.setattr(scratch, "BODY", 50)
    assert written(quads[::-1], format) == expected


# --- memory ------------------------------------------------------------------------------------------------------


def made(papers: int) -> Graphs:
    """Return graphs of so many papers, each made when it is asked for, that cite each other and share persons."""

    def graph(number: int) -> Graph:
        paper = f"paper/p-{number:06}"
        facts: list[tuple[str, NamedNode, Term]] = [
            (paper, KV.hasHeader, iri(f"{paper}/header")),
            (paper, PROV.wasDerivedFrom, iri(f"source/{number}")),
            (f"source/{number}", KV.fileName, Literal(f"{number}.txt")),
            (f"paper/p-{papers - number - 1:06}", RDF.type, KV.Paper),
            (f"paper/kst-{number}", RDF.type, KV.OfficialWork),
            (f"person/{number % 10}", FOAF.name, Literal("A. de Vries")),
            *((f"{paper}/question/{one}", SCHEMA.text, Literal("Kent u het bericht? " * 20)) for one in range(10)),
        ]
        lines = sorted(f"{quad} .\n".encode() for quad in stated(f"p-{number:06}", *facts))
        return f"{DEFAULT_BASE}graph/p-{number:06}", lines

    def graphs() -> Iterator[Graph]:
        return map(graph, range(papers))

    return graphs


class Nowhere(RawIOBase):
    def write(self, data: object) -> int:
        return len(data)  # type: ignore[arg-type]  # bytes


def peak(papers: int, format: str) -> int:
    tracemalloc.start()
    try:
        rdf.write_graphs(made(papers), Nowhere(), format)  # type: ignore[arg-type]  # it is written to and no more
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("format", rdf.FORMATS)
def test_memory_does_not_grow_with_the_number_of_papers(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "RUN", 500)
    monkeypatch.setattr(scratch, "BODY", 10_000)
    peak(10, format)  # vocabularies and caches
    few, many = 100, 600
    grown = peak(many, format) - peak(few, format)
    text = sum(len(line) for _, lines in made(many - few)() for line in lines)
    # Each run on disk has a buffer of some kilobytes, which the small runs of this test make many of.
    assert grown < text / 10


def test_the_made_graphs_are_written_whole() -> None:
    rdf.write_graphs(made(12), stream := BytesIO(), "turtle")
    found = list(parse(stream.getvalue(), RdfFormat.TURTLE))
    expected = {quad.triple for _, lines in made(12)() for quad in parse(b"".join(lines), RdfFormat.N_QUADS)}
    assert len(found) == len(expected)
    assert {quad.triple for quad in found} == expected
