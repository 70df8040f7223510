"""Shapes files are checked before use: a misspelt term, a missing message, a query without its target."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode

from kvgraph import resources
from kvgraph.validation import ShapesError, load

HEAD = """
@prefix kv: <https://w3id.org/kvgraph/ontology#> .
@prefix kvsh: <https://w3id.org/kvgraph/shapes#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
SHAPE = """
kvsh:Title a sh:PropertyShape ;
    sh:targetClass kv:Paper ;
    sh:path dcterms:title ;
    sh:minCount 1 ;
    sh:severity sh:Violation ;
    sh:name "titel"@nl, "title"@en ;
    sh:message "Er is een titel."@nl, "There is a title."@en .
"""
QUERY = """
kvsh:Title a sh:NodeShape ;
    sh:targetClass kv:Paper ;
    sh:sparql kvsh:Title-query ;
    sh:severity sh:Violation ;
    sh:message "Er is een titel."@nl, "There is a title."@en .
kvsh:Title-query sh:select '''
    SELECT $this WHERE { $this a kv:Paper . FILTER NOT EXISTS { $this dcterms:title ?title } }
''' .
"""


def read(folder: Path, text: str) -> ShapesError | None:
    (folder / "title.ttl").write_text(HEAD + text, "utf-8")
    try:
        load(folder)
    except ShapesError as error:
        return error
    return None


@pytest.mark.parametrize("text", [SHAPE, QUERY], ids=["property", "query"])
def test_a_sound_file_is_read(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) is None


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (SHAPE, "sh:targetClass", "sh:targetClas"),
        (SHAPE, "sh:minCount", "sh:mincount"),
        (SHAPE, "sh:Violation", "sh:Error"),
        (SHAPE, "kv:Paper", "kv:Papper"),
        (SHAPE, "dcterms:title", "dcterms:titel"),
        (QUERY, "$this a kv:Paper", "$this a kv:Papper"),
        (QUERY, "dcterms:title ?title", "dcterms:titel ?title"),
    ],
)
def test_a_misspelt_term_is_named_with_its_file(text: str, right: str, wrong: str, tmp_path: Path) -> None:
    error = read(tmp_path, text.replace(right, wrong))
    assert error is not None
    assert error.file == "title.ttl"
    assert error.term in wrong.split()
    assert "title.ttl" in str(error)


@pytest.mark.parametrize(
    ("text", "right", "wrong", "reason"),
    [
        (SHAPE, "sh:minCount 1", "sh:property kvsh:Titel", "described in no shapes file"),
        (SHAPE, "kvsh:Title a", "[] a", "without an IRI"),
        (SHAPE, 'sh:severity sh:Violation ;', "", "needs one sh:severity"),
        (SHAPE, ', "There is a title."@en', "", "in English"),
        (QUERY, "$this a kv:Paper .", "$this kv:case ?case .", "does not repeat its target"),
        (QUERY, "sh:select", "sh:ask", "does not repeat its target"),
        (SHAPE, "sh:minCount 1 ;", "sh:minCount 1", "is not Turtle"),
    ],
)  # fmt: skip
def test_a_shape_that_can_not_report_is_refused(text: str, right: str, wrong: str, reason: str, tmp_path: Path) -> None:
    error = read(tmp_path, text.replace(right, wrong))
    assert error is not None
    assert reason in str(error)


def test_a_folder_without_shapes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match="without shapes every graph conforms"):
        load(tmp_path)


def test_shapes_have_iris_and_names_and_stand_in_one_file_each() -> None:
    shapes = load()
    files = {path.name for path in resources.shapes().glob("*.ttl")}
    assert {shape.file for shape in shapes.described.values()} | {"prefixes.ttl"} == files
    for shape in shapes.described.values():
        assert shape.name.keys() == {"nl", "en"}, shape.iri
        assert shape.message["nl"] != shape.message["en"], shape.iri
        assert all(text.endswith(".") for text in shape.message.values()), shape.iri


def test_blank_nodes_are_nothing_but_lists() -> None:
    blank = [triple for triple in load().triples if isinstance(triple.subject, BlankNode)]
    lists = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#first", "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")
    assert {triple.predicate.value for triple in blank} == set(lists)


def test_no_statement_is_made_twice() -> None:
    triples = [str(triple) for triple in load().triples if isinstance(triple.subject, NamedNode)]
    assert len(triples) == len(set(triples))
