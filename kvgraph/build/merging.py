"""Metadata beside a paper: what the text does not say is taken from them; where they contradict it, the text stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kvgraph.model import Analysis, LinkedParticipation, Office, PaperKind, Person, Role, Severity, Status

Difference = tuple[str, Severity, str]
"""A code, how bad it is, and a sentence about what the metadata say against the text."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a paper says of itself, as far as metadata may say it too.

    ``persons`` are keys, by role; ``addressees`` are keys of offices.
    """

    kind: PaperKind
    identifier: str | None
    session_year: str | None
    number: str | None
    cases: tuple[str, ...]
    subject: str | None
    submitted: date | None
    answered: date | None
    persons: Mapping[Role, frozenset[str]]
    addressees: frozenset[str]

    @classmethod
    def of(cls, analysis: Analysis) -> Facts:
        """Return the facts of an analysis."""
        paper = analysis.paper
        return cls(
            paper.kind,
            paper.identifier,
            paper.session_year,
            paper.number,
            paper.cases,
            paper.subject,
            paper.submitted,
            paper.answered,
            {
                role: frozenset(_persons(one for one in analysis.participations if one.participation.role is role))
                for role in {one.participation.role for one in analysis.participations}
            },
            frozenset(_offices(analysis.participations)),
        )

    def with_those_of(self, record: Analysis) -> Facts:
        """Return these facts and those of metadata that were taken over."""
        other = Facts.of(record)
        return replace(
            self,
            session_year=self.session_year or other.session_year,
            number=self.number or other.number,
            cases=self.cases or other.cases,
            subject=self.subject or other.subject,
            submitted=self.submitted or other.submitted,
            answered=self.answered or other.answered,
            persons={**other.persons, **self.persons},
            addressees=self.addressees or other.addressees,
        )


def _persons(taking_part: Iterator[LinkedParticipation]) -> Iterator[str]:
    for one in taking_part:
        # Whom no register knows has a key made of the name as printed, which metadata print in another way.
        if one.person and isinstance(one.person.target, Person) and one.person.status is not Status.UNRESOLVED:
            yield one.person.target.key


def _offices(taking_part: Iterable[LinkedParticipation]) -> Iterator[str]:
    for one in taking_part:
        if one.participation.role is Role.ADDRESSEE and one.office and isinstance(one.office.target, Office):
            yield one.office.target.key


def lacking(record: Analysis, text: Facts) -> Analysis:
    """Return of the metadata what the text does not say, so that stating both states nothing twice.

    Persons are taken over for a role that nobody has in the text: who asked, of a letter that does not name the askers.
    """
    paper = record.paper
    return replace(
        record,
        paper=replace(
            paper,
            kind=text.kind,
            identifier=text.identifier,
            session_year=None if text.session_year else paper.session_year,
            number=None if text.number else paper.number,
            cases=() if text.cases else paper.cases,
            subject=None if text.subject else paper.subject,
            submitted=None if text.submitted else paper.submitted,
            answered=None if text.answered else paper.answered,
            findings=(),
        ),
        participations=tuple(one for one in record.participations if one.participation.role not in text.persons),
    )


def differences(record: Facts, text: Facts) -> Iterator[Difference]:
    """Yield what the metadata say against the text."""
    for what, stated, printed in (
        ("kind of paper", record.kind.value, text.kind.value),
        ("session year", record.session_year, text.session_year),
        ("number", record.number, text.number),
        ("date of submission", record.submitted, text.submitted),
        ("date of the answer", record.answered, text.answered),
    ):
        if stated and printed and stated != printed:
            message = f"the metadata give the {what} as {stated}, the text as {printed}."
            yield "metadata-differ", Severity.WARNING, message
    if text.cases and (others := sorted(set(record.cases) - set(text.cases))):
        message = f"the metadata give the case as {', '.join(others)}, the text as {', '.join(text.cases)}."
        yield "metadata-differ", Severity.WARNING, message
    for role, persons in sorted(record.persons.items()):
        known = text.persons.get(role, frozenset())
        if known and (others := sorted(persons - known)):
            message = f"the metadata name {', '.join(others)} as {role.value}, whom the text does not name."
            yield "metadata-differ", Severity.WARNING, message
    if record.subject and text.subject and folded(record.subject) != folded(text.subject):
        message = f"the metadata give the subject as «{record.subject}», the text as «{text.subject}»."
        yield "metadata-differ", Severity.INFO, message


def folded(text: str) -> str:
    """Return the letters and digits of a text in one case: two prints of one subject give the same."""
    return "".join(char for char in text.casefold() if char.isalnum())
