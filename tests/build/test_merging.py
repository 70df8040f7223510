"""Metadata beside a paper: what they add, and what they say against the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kvgraph.build.merging import Facts, differences, lacking
from kvgraph.iris import Minter, paper_id
from kvgraph.model import (
    Analysis,
    Chamber,
    Link,
    LinkedParticipation,
    Paper,
    PaperKind,
    Participation,
    Person,
    Role,
    Severity,
    Source,
    Status,
)
from kvgraph.statements import parsed, state
from kvgraph.vocabulary import DEFAULT_BASE, KV


def taking_part(role: Role, key: str, order: int = 1) -> LinkedParticipation:
    return LinkedParticipation(Participation(role, order, key), person=Link(Person(key, key), Status.VERIFIED))


RECORD = Analysis(
    Source("metadata.xml", "a" * 64, "application/xml"),
    Paper(
        PaperKind.ANSWER,
        Chamber.TWEEDE_KAMER,
        "ah-tk-20202021-12",
        "2020-2021",
        "12",
        ("2020Z00012",),
        "de dijk",
        date(2020, 9, 20),
        date(2020, 10, 1),
        (),
        (),
    ),
    participations=(taking_part(Role.QUESTIONER, "a"), taking_part(Role.RESPONDENT, "m")),
)


def text(**changes: object) -> Facts:
    """Return what a text says: the same as the metadata, but for some members."""
    return replace(Facts.of(RECORD), **changes)  # type: ignore[arg-type]  # each test names members that there are


def test_nothing_is_lacking_and_nothing_differs_where_the_text_says_the_same() -> None:
    rest = lacking(RECORD, Facts.of(RECORD))
    assert not rest.participations
    paper = rest.paper
    said = (paper.session_year, paper.number, paper.cases, paper.subject, paper.submitted, paper.answered)
    assert not any(said)
    assert not list(differences(Facts.of(RECORD), Facts.of(RECORD)))


def test_what_the_text_does_not_say_is_taken_over_with_its_file_as_evidence() -> None:
    says = text(cases=(), submitted=None, persons={Role.RESPONDENT: frozenset({"m"})})
    rest = lacking(RECORD, says)
    assert (rest.paper.cases, rest.paper.submitted, rest.paper.answered) == (("2020Z00012",), date(2020, 9, 20), None)
    assert [one.participation.role for one in rest.participations] == [Role.QUESTIONER]
    assert paper_id(rest) == paper_id(RECORD)
    minter = Minter(DEFAULT_BASE)
    evidence = [quad.object for quad in parsed(state(rest, minter)) if quad.predicate == KV.evidence]
    assert evidence == [minter.source(RECORD.source.sha256)]
    merged = says.with_those_of(rest)
    assert merged == replace(Facts.of(RECORD), persons=merged.persons)
    assert merged.persons == Facts.of(RECORD).persons


@pytest.mark.parametrize(
    ("changes", "severity", "says"),
    [
        ({"answered": date(2020, 10, 2)}, Severity.WARNING, "date of the answer as 2020-10-01, the text as 2020-10-02"),
        ({"submitted": date(2020, 9, 2)}, Severity.WARNING, "date of submission as 2020-09-20, the text as 2020-09-02"),
        ({"number": "13"}, Severity.WARNING, "number as 12, the text as 13"),
        ({"kind": PaperKind.POSTPONEMENT}, Severity.WARNING, "kind of paper as AnswerPaper, the text as Postponement"),
        ({"cases": ("2020Z00013",)}, Severity.WARNING, "case as 2020Z00012, the text as 2020Z00013"),
        ({"persons": {Role.QUESTIONER: frozenset("b")}}, Severity.WARNING, "name a as questioner, whom the text does"),
        ({"subject": "de brug"}, Severity.INFO, "subject as «de dijk», the text as «de brug»"),
    ],
)
def test_what_is_said_against_the_text(changes: dict[str, object], severity: Severity, says: str) -> None:
    ((code, found, message),) = differences(Facts.of(RECORD), text(**changes))
    assert (code, found) == ("metadata-differ", severity)
    assert says in message


def test_spelling_of_a_subject_and_silence_are_no_difference() -> None:
    record = Facts.of(RECORD)
    assert not list(differences(record, text(subject="De «dijk»")))
    assert not list(differences(record, text(answered=None, cases=(), persons={}, subject=None)))
    assert not list(differences(record, text(persons={Role.QUESTIONER: frozenset("ab")})))
