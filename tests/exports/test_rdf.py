"""Every format holds the same statements, for every reader, in the same bytes."""

from __future__ import annotations

import io
import json
import random
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kvgraph.exports import rdf
from kvgraph.vocabulary import DCTERMS, DEFAULT_BASE, KV, NIF, RDF, SCHEMA, XSD

PYOXIGRAPH = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
}
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "nquads": "nquads", "trig": "trig", "jsonld": "json-ld"}
RAPPER = {"turtle": "turtle", "ntriples": "ntriples", "nquads": "nquads", "trig": "trig"}
SERDI = RAPPER
UNION = ("turtle", "ntriples")


def write(quads: Iterable[Quad], format: str, base: str = DEFAULT_BASE) -> bytes:
    stream = io.BytesIO()
    rdf.write(quads, stream, format, base)
    return stream.getvalue()


def expected(quads: Iterable[Quad], format: str) -> set[Quad]:
    if format in UNION:
        return {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    return set(quads)


def count(command: list[str]) -> int:
    done = subprocess.run(command, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    return len(done.stdout.splitlines())


@pytest.mark.parametrize("format", rdf.FORMATS)
def test_pyoxigraph_reads_the_same_statements(small: tuple[Quad, ...], format: str) -> None:
    found = list(parse(write(small, format), PYOXIGRAPH[format]))
    assert set(found) == expected(small, format)
    assert len(found) == len(expected(small, format)), "nothing stands twice"


@pytest.mark.parametrize("format", rdf.FORMATS)
def test_rdflib_reads_as_many_statements(small: tuple[Quad, ...], format: str) -> None:
    dataset = rdflib.Dataset(default_union=format in UNION)
    dataset.parse(data=write(small, format), format=RDFLIB[format])
    assert len(list(dataset.quads())) == len(expected(small, format))


@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper (raptor2-utils) is not installed")
@pytest.mark.parametrize("format", RAPPER)
def test_rapper_reads_as_many_statements(tmp_path: Path, small: tuple[Quad, ...], format: str) -> None:
    path = tmp_path / "graph"
    path.write_bytes(write(small, format))
    found = count(["rapper", "-q", "-i", RAPPER[format], "-o", "ntriples", str(path)])
    assert found == len(expected(small, format))


@pytest.mark.skipif(not shutil.which("serdi"), reason="serdi (serdi) is not installed")
@pytest.mark.parametrize("format", SERDI)
def test_serdi_reads_as_many_statements(tmp_path: Path, small: tuple[Quad, ...], format: str) -> None:
    path = tmp_path / "graph"
    path.write_bytes(write(small, format))
    found = count(["serdi", "-i", SERDI[format], "-o", "nquads", str(path)])
    assert found == len(expected(small, format))


@pytest.mark.parametrize("format", rdf.FORMATS)
def test_bytes_do_not_depend_on_the_order_of_the_quads(small: tuple[Quad, ...], format: str) -> None:
    shuffled = random.Random(3).sample(small, len(small))  # noqa: S311 (no secret)
    assert write(shuffled, format) == write([*small, *small[:50]], format)


@pytest.mark.parametrize("format", rdf.FORMATS)
def test_an_empty_graph_is_a_document_too(format: str) -> None:
    assert list(parse(write([], format), PYOXIGRAPH[format])) == []


@pytest.mark.parametrize("base", ["https://data.example.org/kamer/", "https://data.example.org/kamer#"])
@pytest.mark.parametrize("format", rdf.FORMATS)
def test_another_base_gives_the_same_statements(small: tuple[Quad, ...], format: str, base: str) -> None:
    moved = list(
        parse(write(small, "nquads").replace(DEFAULT_BASE.encode(), base.rstrip("#").encode()), RdfFormat.N_QUADS)
    )
    assert set(parse(write(moved, format, base), PYOXIGRAPH[format])) == expected(moved, format)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(
        ValueError, match="'rdfxml' is not a format; choose from turtle, ntriples, nquads, trig, jsonld"
    ):
        write([], "rdfxml")


@pytest.mark.parametrize(
    ("name", "format"),
    [("graph.ttl", "turtle"), ("a/b.TRIG", "trig"), ("g.jsonld", "jsonld"), ("g.nq.gz", None), ("graph", None)],
)
def test_the_extension_tells_the_format(name: str, format: str | None) -> None:
    assert rdf.format_of(name) == format


def test_jsonld_has_its_context_and_a_graph_for_each_named_graph(small: tuple[Quad, ...]) -> None:
    document = json.loads(write(small, "jsonld"))
    assert document["@context"]["@base"] == DEFAULT_BASE
    assert document["@context"]["kv:dateSubmitted"] == {"@type": "xsd:date"}
    graphs = [graph["@id"] for graph in document["@graph"]]
    assert graphs == [
        "graph/ah-tk-20222023-1400",
        "graph/ah-tk-20222023-1500",
        "graph/ah-tk-20222023-1700",
        "graph/ah-tk-20222023-1800",
        "graph/kv-tk-2023Z01234",
        "graph/kv-tk-2023Z02000",
        *(f"graph/register/{register}" for register in ("institutions", "offices", "parties", "persons")),
    ]
    paper = document["@graph"][1]["@graph"][0]
    assert paper["@id"] == "paper/ah-tk-20222023-1500"
    assert paper["@type"] == ["kv:AnswerPaper", "kv:Paper", "kv:OfficialWork"]
    assert paper["kv:dateAnswered"] == "2023-02-20"


# --- odd statements ----------------------------------------------------------------------------------------------

# What no reader should meet in a literal is left to the readers: control characters, lone surrogates.
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\r\t\"'\\")
) | st.sampled_from(
    ['"""', "a\\", "'''x", "<b>", "@prefix x: <y> .", "# no comment", "\\u0041", "1.", "true", "{", "]", "😀", "\u2028"]
)
segments = st.text(st.sampled_from("abz019-._~:()@!$&'*+,;=%é\u4e2d😀"), min_size=1).map(
    lambda text: text.replace("%", "%2F")
)
iris = st.one_of(
    st.lists(segments, min_size=1, max_size=4).map(lambda parts: DEFAULT_BASE + "/".join(parts)),
    st.builds(
        lambda begin, end: f"{DEFAULT_BASE}paper/x/question/1#char={begin},{end}", st.integers(0), st.integers(0)
    ),
    segments.map(lambda key: f"{DEFAULT_BASE}paper/{key}/header"),
    segments.map(lambda name: f"http://schema.org/{name}"),
    st.sampled_from(
        [
            DEFAULT_BASE,
            DEFAULT_BASE[:-1],
            DEFAULT_BASE + "paper/COM(2020)123",
            DEFAULT_BASE + "paper/ECLI:NL:HR:2019:2006",
            DEFAULT_BASE + "ECLI:NL:HR:2019:2006",
            DEFAULT_BASE + "a//b",
            DEFAULT_BASE + "?q",
            DEFAULT_BASE + "#f",
            "urn:x:y",
            "https://example.org/a?b=c#d",
            "http://schema.org/-x",
            "http://schema.org/",
        ]
    ),
).map(NamedNode)
languages = st.sampled_from(["nl", "en", "nl-be"])
datatypes = st.sampled_from([XSD.date, XSD.integer, XSD.boolean, XSD.nonNegativeInteger, XSD.anyURI]) | iris
literals = st.one_of(
    texts.map(Literal),
    st.builds(lambda text, language: Literal(text, language=language), texts, languages),
    st.builds(lambda text, datatype: Literal(text, datatype=datatype), texts, datatypes),
    st.builds(lambda number: Literal(str(number), datatype=XSD.integer), st.integers()),
)
predicates = st.sampled_from(
    [RDF.type, DCTERMS.title, KV.order, KV.paper, KV.hasHeader, KV.answers, KV.role, NIF.referenceContext, SCHEMA.text]
)
odd = st.lists(
    st.builds(Quad, iris, predicates | iris, iris | literals, iris | st.just(DefaultGraph())), min_size=1, max_size=10
)


def resolvable(quads: Iterable[Quad]) -> list[Quad]:
    """Return the quads whose rdf:type is an IRI: JSON-LD has no way to say otherwise."""
    return [quad for quad in quads if quad.predicate != RDF.type or isinstance(quad.object, NamedNode)]


@pytest.mark.parametrize("format", rdf.FORMATS)
@settings(deadline=None)
@given(odd.map(resolvable))
def test_odd_statements_come_back_as_they_were(format: str, quads: list[Quad]) -> None:
    found = list(parse(write(quads, format), PYOXIGRAPH[format]))
    assert set(found) == expected(quads, format)
    assert len(found) == len(set(found))


# What the graphs of others hold: blank nodes, which may name graphs, and statements about statements.
blank = st.sampled_from("abc").map(BlankNode)
foreign = st.lists(
    st.builds(
        Quad,
        iris | blank,
        predicates | iris,
        iris | blank | literals | st.builds(Triple, iris | blank, predicates, literals),
        iris | blank | st.just(DefaultGraph()),
    ),
    max_size=10,
)


@pytest.mark.parametrize("format", rdf.FORMATS)
@settings(deadline=None)
@given(foreign)
def test_statements_of_others_come_back_as_they_were(format: str, quads: list[Quad]) -> None:
    if format == "jsonld":  # it has no statements about statements
        quads = [quad for quad in resolvable(quads) if not isinstance(quad.object, Triple)]
    found = list(parse(write(quads, format), PYOXIGRAPH[format]))
    assert set(found) == expected(quads, format)
    assert len(found) == len(set(found))


@settings(deadline=None, max_examples=60)
@given(odd.map(resolvable))
def test_rdflib_reads_odd_turtle(quads: list[Quad]) -> None:
    graph = rdflib.Graph()
    graph.parse(data=write(quads, "turtle"), format="turtle")
    assert len(graph) == len(expected(quads, "turtle"))


def run(command: list[str], path: Path, quads: list[Quad], format: str) -> None:
    path.write_bytes(write(quads, format))
    assert count([*command, str(path)]) == len(expected(quads, format))


Run = Callable[[list[str], Path, list[Quad], str], None]
slow = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper (raptor2-utils) is not installed")
@slow
@given(quads=odd.map(resolvable))
def test_rapper_reads_odd_turtle(tmp_path: Path, quads: list[Quad]) -> None:
    run(["rapper", "-q", "-i", "turtle", "-o", "ntriples"], tmp_path / "graph.ttl", quads, "turtle")


@pytest.mark.skipif(not shutil.which("serdi"), reason="serdi (serdi) is not installed")
@slow
@given(quads=odd.map(resolvable))
def test_serdi_reads_odd_turtle(tmp_path: Path, quads: list[Quad]) -> None:
    run(["serdi", "-i", "turtle", "-o", "ntriples"], tmp_path / "graph.ttl", quads, "turtle")
