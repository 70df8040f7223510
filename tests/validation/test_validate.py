"""Graph by graph, with the registers beside each; and what only shows over all graphs together."""

from __future__ import annotations

import logging
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kvgraph.model import Severity
from kvgraph.validation import Report, validate
from kvgraph.vocabulary import KV, RDF, XSD

BASE = "https://w3id.org/kvgraph/id/"
ANSWER = BASE + "graph/ah-tk-20222023-1400"


def shapes(report: Report) -> set[str]:
    return {result.shape.rpartition("#")[2] for result in report.results}


def test_a_result_names_the_graph_that_it_was_found_in(valid: tuple[Quad, ...]) -> None:
    quads = [quad for quad in valid if not (quad.predicate == KV.rule and quad.graph_name == NamedNode(ANSWER))]
    report = validate(quads)
    assert shapes(report) == {"Mention-rule"}
    assert {result.graph for result in report.results} == {ANSWER}


def test_one_graph_for_all_finds_the_same(valid: tuple[Quad, ...]) -> None:
    union = [Quad(quad.subject, quad.predicate, quad.object) for quad in valid if quad.predicate != KV.rule]
    report = validate(union)
    assert shapes(report) == {"Mention-rule"}
    assert {result.graph for result in report.results} == {""}


def test_a_link_to_a_register_needs_the_register(valid: tuple[Quad, ...]) -> None:
    papers = [quad for quad in valid if "graph/register/" not in str(quad.graph_name)]
    assert "Participation-person" in shapes(validate(papers))


def test_register_nodes_are_judged_in_their_own_graph_only(valid: tuple[Quad, ...]) -> None:
    quads = [quad for quad in valid if not quad.predicate.value.endswith("prefLabel")]
    report = validate(quads)
    assert shapes(report) == {"Party-label", "Office-label", "Institution-label"}
    assert all("graph/register/" in result.graph for result in report.results)
    assert len(report.results) == 8


def test_another_paper_does_not_lend_its_facts(valid: tuple[Quad, ...]) -> None:
    """The answer cites the notice; that the notice's own graph has a header gives the answer none."""
    header = NamedNode(BASE + "paper/ah-tk-20222023-1400/header")
    moved = NamedNode(BASE + "graph/ah-tk-20222023-1200")
    quads = [
        Quad(quad.subject, quad.predicate, quad.object, moved) if quad.object == header else quad for quad in valid
    ]
    assert "Paper-headerGiven" in shapes(validate(quads))


def test_an_empty_graph_conforms() -> None:
    assert validate([]).results == ()


def test_an_impossible_date_is_a_finding_and_no_log(valid: tuple[Quad, ...], caplog: pytest.LogCaptureFixture) -> None:
    wrong = Literal("2023-02-30", datatype=XSD.date)
    quads = [
        Quad(quad.subject, quad.predicate, wrong, quad.graph_name) if quad.predicate == KV.dateSubmitted else quad
        for quad in valid
    ]
    with caplog.at_level(logging.DEBUG, "rdflib.term"):
        report = validate(quads)
    assert "Dates-submitted" in shapes(report)
    assert {result.value for result in report.results if result.shape.endswith("Dates-submitted")} == {wrong}
    assert not caplog.records


@given(
    asked=st.dates(date(1995, 1, 1), date(2035, 12, 31)),
    days=st.one_of(st.integers(0, 400), st.integers(19, 24)),
)
def test_late_is_more_than_three_weeks(asked: date, days: int) -> None:
    paper, graph = NamedNode(BASE + "paper/x"), NamedNode(BASE + "graph/x")
    answered = asked + timedelta(days=days)
    quads = [
        Quad(paper, RDF.type, KV.AnswerPaper, graph),
        Quad(paper, KV.dateSubmitted, Literal(asked.isoformat(), datatype=XSD.date), graph),
        Quad(paper, KV.dateAnswered, Literal(answered.isoformat(), datatype=XSD.date), graph),
    ]
    found = [result for result in validate(quads).results if result.shape.endswith("#Across-late")]
    assert [result.severity for result in found] == [Severity.INFO] * (days > 21)
