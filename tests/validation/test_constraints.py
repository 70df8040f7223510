"""Every constraint in the shapes files: the valid graph keeps it, and an edit of that graph breaks it."""

from __future__ import annotations

import re
from typing import Protocol

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP

from kvgraph import resources
from kvgraph.identifiers import scheme_of
from kvgraph.model import Scheme, Severity
from kvgraph.validation import Report, load, validate
from kvgraph.vocabulary import KV


class Edit(Protocol):
    """What conftest reads from tests/data/invalid."""

    file: str
    breaks: tuple[str, str]
    others: frozenset[tuple[str, str]]

    def of(self, quads: tuple[Quad, ...]) -> tuple[Quad, ...]: ...


COMPONENTS = {str(name): component.shacl_constraint_component for name, component in CONSTRAINT_PARAMETERS_MAP.items()}
EXPECTED_SEVERITY = {
    Severity.INFO: {"Paper-titleKnown", "Across-late"},
    Severity.WARNING: {
        "Across-future", "Across-parties", "Across-postponed", "Across-questioner", "Across-source",
        "Across-submitted", "Answer-answersSomething", "AnswerPaper-question", "CitedWork-oneDate",
        "CitedWork-oneName", "CitedWork-onePublisher", "Dates-inSession", "Footnote-tied", "Legislation-oneName",
        "Linking-office", "Linking-party", "Linking-person", "Participation-officeTitle",
        "Participation-portfolioKnown", "Participation-questionerParty", "Participation-respondentName",
        "Participation-twice", "Passage-labelTwice", "Person-identified", "Person-oneName",
    },
}  # fmt: skip


def local(iri: str) -> str:
    return iri.rpartition("#")[2]


def broken(report: Report) -> set[tuple[str, str]]:
    return {(local(one.shape), local(one.component).removesuffix("ConstraintComponent")) for one in report.results}


def constraints() -> set[tuple[str, str]]:
    """Return each constraint of a described shape, as the shape and the component that reports it."""
    shapes = load()
    return {
        (local(triple.subject.value), local(COMPONENTS[triple.predicate.value]).removesuffix("ConstraintComponent"))
        for triple in shapes.triples
        if isinstance(triple.subject, NamedNode)
        and triple.subject.value in shapes.described
        and triple.predicate.value in COMPONENTS
    }


def test_the_valid_graph_conforms(valid: tuple[Quad, ...]) -> None:
    report = validate(valid)
    assert report.results == ()
    assert report.conforms


def test_an_edit_breaks_what_it_says_and_nothing_else(edit: Edit, valid: tuple[Quad, ...]) -> None:
    assert broken(validate(edit.of(valid))) == {edit.breaks, *edit.others}


def test_every_constraint_is_broken_by_an_edit(all_edits: tuple[Edit, ...]) -> None:
    shapes = load()
    files = {local(shape.iri): shape.file.removesuffix(".ttl") for shape in shapes.described.values()}
    assert constraints() == {edit.breaks for edit in all_edits}
    assert all(files[edit.breaks[0]] == edit.file for edit in all_edits), "an edit stands with its shape"


def test_severities_are_as_decided() -> None:
    by_severity: dict[Severity, set[str]] = {severity: set() for severity in Severity}
    for shape in load().described.values():
        by_severity[shape.severity].add(local(shape.iri))
    del by_severity[Severity.VIOLATION]
    assert by_severity == EXPECTED_SEVERITY


def test_every_term_of_the_ontology_is_looked_at() -> None:
    text = "".join(path.read_text("utf-8") for path in resources.shapes().glob("*.ttl"))
    assert {local(term.value) for term in KV} == set(re.findall(r"\bkv:(\w+)", text))


SCHEMES = {
    "kamerstuk": (
        "kst-21501-02-2295",
        "kst-36600-XII-42",
        "kst-36410-A-51",
        "kst-36021-B",
        "kst-31839-1031-b1",
        "kst-20042005-29623-E",
        "kst-1268678",
    ),
    "aanhangsel": ("ah-tk-20242025-244", "ah-ek-20192020-12", "ah-tk-19941995-1021-h1", "ah-1271549"),
    "kamervraag": ("kv-tk-2024Z18653", "kv-tk-2024Z18653-n1", "kv-1234567"),
    "zaak": ("2024Z18653",),
    "tk-document": ("2024D28457",),
    "handelingen": ("h-tk-20232024-45-7", "h-tk-20232024-45", "h-vv-20222023-1-n2"),
    "staatsblad": ("stb-2020-118",),
    "staatscourant": ("stcrt-2020-12345",),
    "tractatenblad": ("trb-2019-12",),
    "ecli": ("ECLI:NL:HR:2019:2006", "ECLI:EU:C:2014:317", "ECLI:CE:ECHR:2010:0119JUD"),
    "eu-act": ("32016R0679", "32004L0038", "32016R0679(01)"),
    "eu-com": ("COM(2020)123", "SWD(2021)45"),
    "eu-council": ("ST-5419-2016",),
    "un": ("S/RES/2334", "A/HRC/RES/46/20"),
    "coe": ("CM/Rec(2016)4", "CM/Del/Dec(2022)1428/1", "PACE-RES-2480"),
    "ets": ("ETS-005", "CETS-210"),
    "osce": ("PC.DEC/1117", "ODIHR.GAL/26/22/Rev.1"),
}


@pytest.mark.parametrize("scheme", list(Scheme), ids=str)
def test_an_id_is_spelt_after_its_scheme(scheme: Scheme, valid: tuple[Quad, ...]) -> None:
    for name, identifiers in SCHEMES.items():
        for identifier in identifiers:
            found = broken(validate(with_id(valid, scheme.value, identifier)))
            assert (("Scheme", "SPARQL") in found) == (name != scheme.value), identifier
            assert scheme_of(identifier) == name


def with_id(quads: tuple[Quad, ...], scheme: str, identifier: str) -> list[Quad]:
    """Return the graph of the answer paper, in which the cited Kamerstuk has another scheme and id."""
    new = {"identifier": identifier, "type": scheme}
    cited = [quad for quad in quads if getattr(quad.subject, "value", "").endswith("kst-21501-02-2295")]
    names = [(quad, quad.predicate.value.rpartition("/")[2]) for quad in cited]
    return [
        Quad(quad.subject, quad.predicate, Literal(new[name]), quad.graph_name) for quad, name in names if name in new
    ]
