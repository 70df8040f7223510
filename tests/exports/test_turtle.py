"""Turtle reads well to a person."""

from __future__ import annotations

import io
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from kvgraph.exports import rdf
from kvgraph.exports.order import natural
from kvgraph.vocabulary import DCTERMS, DEFAULT_BASE, FOAF, KV, PROV, RDF, SCHEMA, XSD

PAPER = NamedNode(DEFAULT_BASE + "paper/p")


def turtle(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> str:
    stream = io.BytesIO()
    rdf.write(quads, stream, "turtle", base)
    return stream.getvalue().decode()


def subjects(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("<")]


def test_a_paper_is_followed_by_what_belongs_to_it_in_reading_order(small: tuple[Quad, ...]) -> None:
    paper = "<paper/ah-tk-20222023-1500"
    own = [line.removeprefix(paper) for line in subjects(turtle(small)) if line.startswith(paper)]
    assert [line for line in own if "#" not in line] == [
        ">",
        "/participation/questioner/1>",
        "/participation/questioner/2>",
        "/participation/addressee/1>",
        "/participation/respondent/1>",
        "/header>",
        "/question/1>",
        "/answer/1>",
        "/question/2>",
        "/question/3>",
        "/answer/2>",
        "/footnote/1>",
    ]
    passage = ""
    begins: list[int] = []
    for line in own:
        if "#" not in line:
            passage, begins = line, []
        else:
            assert line.startswith(passage[:-1] + "#"), "a mention stands right after its passage"
            begins.append(int(line.partition("=")[2].partition(",")[0]))
            assert begins == sorted(begins)


def test_papers_come_first_and_registers_last(small: tuple[Quad, ...]) -> None:
    headings = [line.strip("# -") for line in turtle(small).splitlines() if line.startswith("# ---")]
    assert headings[0] == "ah-tk-20222023-1400: sancties en de douane"
    assert headings[6:] == [
        "Cases",
        "Dossiers",
        "Documents with an official id that are cited",
        "Laws and treaties that are cited",
        "News items, reports and pages that are cited",
        "Source files",
        "Persons",
        "Seats and offices held",
        "Parties",
        "Offices",
        "Institutions",
    ]


def test_a_block_of_a_paper_reads_like_this() -> None:
    statements: list[tuple[NamedNode, NamedNode | Literal]] = [
        (PROV.wasDerivedFrom, NamedNode(DEFAULT_BASE + "source/0")),
        (KV.case, NamedNode(DEFAULT_BASE + "case/2023Z00001")),
        (KV.dateSubmitted, Literal("2023-01-02", datatype=XSD.date)),
        (DCTERMS.title, Literal('de "grens"')),
        (RDF.type, KV.OfficialWork),
        (RDF.type, KV.AnswerPaper),
        (RDF.type, KV.Paper),
        (FOAF.page, NamedNode("https://example.org/p.html")),
        *((KV.hasQuestion, NamedNode(f"{PAPER.value}/question/{number}")) for number in (10, 9, 1)),
    ]
    assert turtle(Quad(PAPER, predicate, term) for predicate, term in statements) == (
        "@base <https://w3id.org/kvgraph/id/> .\n"
        "@prefix kv: <https://w3id.org/kvgraph/ontology#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
        "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
        "\n"
        '# --- p: de "grens" ---\n'
        "\n"
        "<paper/p>\n"
        "    a kv:AnswerPaper, kv:Paper, kv:OfficialWork ;\n"
        '    dcterms:title "de \\"grens\\"" ;\n'
        "    kv:case <case/2023Z00001> ;\n"
        '    kv:dateSubmitted "2023-01-02"^^xsd:date ;\n'
        "    kv:hasQuestion\n"
        "        <paper/p/question/1>,\n"
        "        <paper/p/question/9>,\n"
        "        <paper/p/question/10> ;\n"
        "    foaf:page <https://example.org/p.html> ;\n"
        "    prov:wasDerivedFrom <source/0> .\n"
    )


def test_a_title_can_not_break_out_of_its_comment() -> None:
    title = Literal("een\r\n<a> <b> <c> .\u2028twee")
    text = turtle([Quad(PAPER, KV.hasHeader, PAPER), Quad(PAPER, DCTERMS.title, title)])
    assert "# --- p: een <a> <b> <c> . twee ---\n" in text


def test_integers_are_bare_only_when_they_are_canonical() -> None:
    values = ["3", "0", "-3", "03", "", "x"]
    text = turtle(Quad(PAPER, KV.order, Literal(value, datatype=XSD.integer)) for value in values)
    objects = {line.strip(" ,.") for line in text.splitlines()[-len(values) :]}
    assert objects == {"3", "0", *(f'"{value}"^^xsd:integer' for value in ("-3", "03", "", "x"))}


def test_only_the_prefixes_that_are_used_are_declared() -> None:
    text = turtle([Quad(PAPER, SCHEMA.text, Literal("x", language="nl"))])
    assert [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")] == ["schema:"]


def test_numbers_in_names_sort_as_numbers() -> None:
    names = ["question/10", "question/9", "question/9-2", "answer/1", ""]
    assert sorted(names, key=natural) == ["", "answer/1", "question/9", "question/9-2", "question/10"]
    assert natural("x09") != natural("x9")
    assert natural("9" * 5000) < natural("1" + "0" * 5000)
    assert natural("a09") < natural("a010")
