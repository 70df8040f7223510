from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from kvgraph import queries
from kvgraph.queries import QueryError, Triples
from kvgraph.vocabulary import DCTERMS, KV, RDF

PAPER = NamedNode("https://w3id.org/kvgraph/id/paper/p")
GRAPH = NamedNode("https://w3id.org/kvgraph/id/graph/p")
ROWS = 'SELECT * { VALUES (?a ?b) { ("x | \\"y\\"\\nz, é" kv:Paper) (UNDEF 3) } }'
ASK = "ASK { ?s a kv:Paper }"
TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@pytest.fixture
def store() -> Store:
    memory = Store()
    memory.add(Quad(PAPER, RDF.type, KV.Paper, GRAPH))
    memory.add(Quad(PAPER, DCTERMS.title, Literal("een titel"), GRAPH))
    return memory


def written(store: Store, query: str, format: str) -> str:
    stream = io.BytesIO()
    queries.write(queries.run(store, query), stream, format)
    return stream.getvalue().decode()


def test_csv(store: Store) -> None:
    rows = list(csv.reader(io.StringIO(written(store, ROWS, "csv"), newline="")))
    assert rows == [["a", "b"], ['x | "y"\nz, é', KV.Paper.value], ["", "3"]]


def test_tsv(store: Store) -> None:
    lines = written(store, ROWS, "tsv").splitlines()
    assert lines == ["?a\t?b", f'"x | \\"y\\"\\nz, é"\t<{KV.Paper.value}>', "\t3"]


def test_json(store: Store) -> None:
    document = json.loads(written(store, ROWS, "json"))
    assert document["head"]["vars"] == ["a", "b"]
    assert document["results"]["bindings"][0]["b"] == {"type": "uri", "value": KV.Paper.value}
    assert json.loads(written(store, ASK, "json"))["boolean"] is True


def test_xml(store: Store) -> None:
    root = ElementTree.fromstring(written(store, ROWS, "xml"))  # noqa: S314 (our own text)
    assert len(root.findall(".//{http://www.w3.org/2005/sparql-results#}result")) == 2


def test_markdown(store: Store) -> None:
    assert written(store, ROWS, "markdown") == ('| a | b |\n| --- | --- |\n| x \\| "y" z, é | kv:Paper |\n|  | 3 |\n')
    assert written(store, ASK, "markdown") == "true\n"


def test_triples(store: Store) -> None:
    turtle = written(store, TRIPLES, "turtle")
    assert "kv:Paper" in turtle
    for format, kind in (("turtle", RdfFormat.TURTLE), ("ntriples", RdfFormat.N_TRIPLES)):
        found = {quad.triple for quad in parse(written(store, TRIPLES, format), kind)}
        assert found == {quad.triple for quad in store}
    assert written(store, f"DESCRIBE <{PAPER.value}>", "ntriples") == written(store, TRIPLES, "ntriples")


def test_triples_are_sorted_and_stand_once(store: Store) -> None:
    some = [quad.triple for quad in store]
    assert Triples.of([*some, *some]) == Triples.of(reversed(some))
    assert len(Triples.of([*some, *some]).triples) == 2


@pytest.mark.parametrize(
    ("query", "format", "message"),
    [
        (ROWS, "turtle", "the answer is rows, which can't be turtle; choose from csv, tsv, json, xml, markdown"),
        (ASK, "ntriples", "the answer is a truth value"),
        (TRIPLES, "csv", "the answer is triples, which can't be csv; choose from turtle, ntriples"),
    ],
)
def test_a_format_that_the_answer_does_not_have_is_refused(store: Store, query: str, format: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        written(store, query, format)


def test_a_term_is_displayed_as_a_person_reads_it() -> None:
    assert queries.display(None) == ""
    assert queries.display(Literal("Ja.", language="nl")) == "Ja."
    assert queries.display(KV.Paper) == "kv:Paper"
    assert queries.display(PAPER) == PAPER.value
