"""The report: what counts as conforming, standard Turtle without blank nodes, JSON, and text that a person can read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import pairwise

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat
from rdflib import RDF, SH

from kvgraph.model import Severity
from kvgraph.validation import Report, Result, validate

PAPER = "https://w3id.org/kvgraph/id/paper/ah-tk-20222023-1400"
SHAPES = "https://w3id.org/kvgraph/shapes#"


def finding(severity: Severity = Severity.VIOLATION, **facts: object) -> Result:
    known: dict[str, object] = {
        "graph": "https://w3id.org/kvgraph/id/graph/ah-tk-20222023-1400",
        "focus": NamedNode(PAPER),
        "path": "http://purl.org/dc/terms/title",
        "value": None,
        "component": str(SH.MinCountConstraintComponent),
        "severity": severity,
        "shape": SHAPES + "Paper-title",
        "message_nl": "Er is een titel.",
        "message_en": "There is a title.",
    }
    return Result(**{**known, **facts})  # type: ignore[arg-type]


def without(quads: Iterable[Quad], local: str) -> list[Quad]:
    return [quad for quad in quads if not quad.predicate.value.endswith(local)]


@pytest.fixture(scope="module")
def broken(valid: tuple[Quad, ...]) -> list[Quad]:
    return without(valid, "kv:dateAnswered"[3:])


@pytest.mark.parametrize(
    ("severities", "conforms"),
    [
        ([], True),
        ([Severity.INFO], True),
        ([Severity.WARNING, Severity.INFO], True),
        ([Severity.INFO, Severity.VIOLATION], False),
    ],
)
def test_only_violations_keep_a_graph_from_conforming(severities: list[Severity], conforms: bool) -> None:
    report = Report.of(finding(severity, shape=SHAPES + severity) for severity in severities)
    assert report.conforms == conforms
    assert report.counts == {severity: severities.count(severity) for severity in Severity}
    graph = rdflib.Graph().parse(data=report.turtle(), format="turtle")
    assert graph.value(predicate=RDF.type, object=SH.ValidationReport) is not None
    assert [value.toPython() for value in graph.objects(None, SH.conforms)] == [conforms]  # type: ignore[attr-defined]
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == len(severities)


def test_results_are_sorted_and_told_once() -> None:
    results = [finding(severity, shape=SHAPES + name) for severity in Severity for name in "CAB"]
    report = Report.of([*results, *results])
    assert len(report.results) == 9
    assert report == Report.of(reversed(results))
    assert [one.severity for one in report.results[::3]] == [Severity.VIOLATION, Severity.WARNING, Severity.INFO]
    assert all(one.shape < other.shape for one, other in pairwise(report.results[:3]))
    assert [len(report.at_least(one)) for one in (Severity.VIOLATION, Severity.WARNING, Severity.INFO)] == [3, 6, 9]


def test_turtle_has_no_blank_nodes_and_the_same_bytes_each_time(broken: list[Quad]) -> None:
    report = validate(broken)
    assert report.results
    text = report.turtle()
    assert text == validate(reversed(broken)).turtle()
    triples = [quad.triple for quad in pyoxigraph.parse(text, RdfFormat.TURTLE)]
    assert not any(isinstance(term, BlankNode) for triple in triples for term in (triple.subject, triple.object))
    assert len(triples) == len(rdflib.Graph().parse(data=text, format="turtle"))
    results = {triple.subject for triple in triples if triple.predicate.value == str(SH.focusNode)}
    assert len(results) == len(report.results), "every result has a name of its own"


def test_turtle_says_all_that_the_standard_asks_for() -> None:
    value = Literal('een "titel"\nmet een regeleinde', language="nl")
    only = finding(value=value)
    graph = rdflib.Graph().parse(data=Report.of([only]).turtle(), format="turtle")
    (node,) = graph.objects(None, SH.result)
    assert graph.value(node, RDF.type) == SH.ValidationResult
    assert graph.value(node, SH.focusNode) == rdflib.URIRef(PAPER)
    assert graph.value(node, SH.resultPath) == rdflib.DCTERMS.title
    assert graph.value(node, SH.value) == rdflib.Literal(value.value, lang="nl")
    assert graph.value(node, SH.resultSeverity) == SH.Violation
    assert graph.value(node, SH.sourceShape) == rdflib.URIRef(only.shape)
    assert graph.value(node, SH.sourceConstraintComponent) == SH.MinCountConstraintComponent
    assert set(graph.objects(node, SH.resultMessage)) == {
        rdflib.Literal(only.message_nl, lang="nl"),
        rdflib.Literal(only.message_en, lang="en"),
    }


def test_a_blank_node_is_told_under_a_name_that_lasts() -> None:
    one, other = (Report.of([finding(focus=BlankNode(), value=BlankNode())]) for _ in range(2))
    assert one.turtle() == other.turtle()
    assert "_:" not in one.turtle()


def test_json_holds_counts_and_results(broken: list[Quad]) -> None:
    report = validate(broken)
    content = json.loads(report.json())
    assert content["conforms"] is False
    assert sum(content["counts"].values()) == len(content["results"]) == len(report.results)
    assert content["results"][0].keys() >= {"focus", "path", "value", "component", "severity", "shape", "graph"}


@pytest.mark.parametrize(
    ("language", "verdict", "missing", "advice"),
    [
        ("nl", "De graaf voldoet niet: ", "ontbreekt", "WAT TE DOEN"),
        ("en", "The graph does not conform: ", "missing", "WHAT TO DO"),
    ],
)
def test_text_names_what_is_wrong_where_and_what_to_do(
    language: str, verdict: str, missing: str, advice: str, broken: list[Quad]
) -> None:
    text = validate(broken).text(language)
    assert text.startswith(verdict)
    assert f"[AnswerPaper-date]  kv:dateAnswered  {missing}  1 ×" in text
    assert "\n    paper/ah-tk-20222023-1400\n" in text
    assert advice in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_text_of_nothing_is_one_line(valid: tuple[Quad, ...]) -> None:
    assert validate(valid).text("nl") == "De graaf voldoet: niets gevonden.\n"
    assert validate(valid).text("en") == "The graph conforms: nothing found.\n"


def test_text_counts_what_it_leaves_out_and_shortens_what_is_long() -> None:
    results = [finding(focus=NamedNode(f"{PAPER}/question/{n}"), value=Literal("x" * 500)) for n in range(25)]
    text = Report.of(results).text("nl", limit=4)
    assert text.count("question/") == 4
    assert "en nog 21" in text
    assert "25 ×" in text
    assert "x" * 100 not in text


def test_text_drops_the_base_that_it_is_given() -> None:
    result = finding(focus=NamedNode("https://example.org/kamer/paper/1"))
    assert "    paper/1\n" in Report.of([result]).text("en", base="https://example.org/kamer/")
    assert "    <https://example.org/kamer/paper/1>\n" in Report.of([result]).text("en")
