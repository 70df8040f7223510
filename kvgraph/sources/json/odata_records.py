"""Records of the Tweede Kamer's OData service, as far as papers with questions need them.

The names are those of its entities Zaak, ZaakActor, Document, DocumentActor and Persoon
(https://opendata.tweedekamer.nl/documentatie/informatiemodel); members that are not named here are passed over.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from kvgraph.identifiers import scheme_of, session_year
from kvgraph.model import Chamber, Scheme
from kvgraph.sources.json.text import Place, tidy

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?")
_APPENDIX = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{5})")
_PLAIN_NUMBER = re.compile(r"[0-9]{1,5}")
_CENTURY = 70
"""Two digits from here on are of the twentieth century; the service has papers from 2008 on, and few older ones."""

Text = Annotated[str, Meta(max_length=10_000)]
Guid = Annotated[str, Meta(pattern="^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")]


class PersonRecord(
    Struct,
    frozen=True,
    rename={"prefix": "Tussenvoegsel", "family": "Achternaam", "deleted": "Verwijderd"},
):
    """A Persoon, expanded: the parts of the name that papers print."""

    prefix: Text | None = None
    family: Text | None = None
    deleted: bool | None = None


class ActorRecord(
    Struct,
    frozen=True,
    rename={
        "relation": "Relatie",
        "name": "ActorNaam",
        "party": "ActorFractie",
        "function": "Functie",
        "person_id": "Persoon_Id",
        "person": "Persoon",
        "deleted": "Verwijderd",
    },
):
    """A ZaakActor or a DocumentActor: who has which relation to a case or a document."""

    relation: Text | None = None
    name: Text | None = None
    party: Text | None = None
    function: Text | None = None
    person_id: Guid | None = None
    person: PersonRecord | None = None
    deleted: bool | None = None


Actors = Annotated[list[ActorRecord], Meta(max_length=10_000)]


class CaseRecord(
    Struct,
    frozen=True,
    rename={
        "kind": "Soort",
        "number": "Nummer",
        "subject": "Onderwerp",
        "title": "Titel",
        "started": "GestartOp",
        "session": "Vergaderjaar",
        "organisation": "Organisatie",
        "actors": "ZaakActor",
        "documents": "Document",
        "deleted": "Verwijderd",
    },
):
    """A Zaak; for questions there is one for each set of questions."""

    kind: Text | None = None
    number: Text | None = None
    subject: Text | None = None
    title: Text | None = None
    started: Text | None = None
    session: Text | None = None
    organisation: Text | None = None
    actors: Actors | None = None
    documents: Annotated[list[object], Meta(max_length=10_000)] | None = None
    deleted: bool | None = None


class DocumentRecord(
    Struct,
    frozen=True,
    rename={
        "kind": "Soort",
        "subject": "Onderwerp",
        "title": "Titel",
        "dated": "Datum",
        "received": "DatumOntvangst",
        "session": "Vergaderjaar",
        "organisation": "Organisatie",
        "appendix": "Aanhangselnummer",
        "actors": "DocumentActor",
        "cases": "Zaak",
        "deleted": "Verwijderd",
    },
):
    """A Document: a paper as it was filed."""

    kind: Text | None = None
    subject: Text | None = None
    title: Text | None = None
    dated: Text | None = None
    received: Text | None = None
    session: Text | None = None
    organisation: Text | None = None
    appendix: Text | None = None
    actors: Actors | None = None
    cases: Annotated[list[CaseRecord], Meta(max_length=10_000)] | None = None
    deleted: bool | None = None


def filled(text: str | None) -> str | None:
    """Return text without needless white space, None when nothing is left."""
    return tidy(text) or None if text else None


def chamber(organisation: str | None) -> Chamber:
    """Return the chamber of an organisation; where it names none, the one whose service this is."""
    return Chamber.EERSTE_KAMER if filled(organisation) == "Eerste Kamer" else Chamber.TWEEDE_KAMER


def day(text: str | None, place: Place) -> date | None:
    """Return the calendar day of a time as it is written, in whatever time zone.

    Raises SourceError when it is no time.
    """
    if not filled(text):
        return None
    found = _DAY.fullmatch(text or "")
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError as error:
        raise place.refusal(f"{text!r} is no date.", "It is written as 2024-11-12T00:00:00+01:00.") from error


def case_number(case: CaseRecord, place: Place) -> str:
    """Return the number of a case; raises SourceError when it has none of the right form."""
    number = filled(case.number) or ""
    if scheme_of(number) is not Scheme.CASE:
        raise place.at("Nummer").refusal(f"{number!r} is no case number.", "It is written as 2024Z18285.")
    return number


def session(text: str | None, place: Place) -> str | None:
    """Return a session year as ``2024-2025``; raises SourceError when it is none."""
    if not filled(text):
        return None
    year = session_year(text or "")
    if year is None:
        raise place.refusal(f"{text!r} is no session year.", "It is written as 2024-2025.")
    return year


def appendix(document: DocumentRecord, place: Place) -> tuple[str, str] | None:
    """Return session year and number of a document in the Aanhangsel: ``242501244`` is number 1244 of 2024-2025.

    A number by itself is that of the document's session year. Raises SourceError when it is neither.
    """
    text = filled(document.appendix)
    if text is None:
        return None
    if found := _APPENDIX.fullmatch(text):
        start = int(found[1]) + (1900 if int(found[1]) >= _CENTURY else 2000)
        year, number = session_year(f"{start}-{found[2]}"), int(found[3])
    else:
        year = session(document.session, place.at("Vergaderjaar"))
        number = int(text) if _PLAIN_NUMBER.fullmatch(text) else 0
    if year is None or not number:
        advice = "It is written as 242501244: the session year 2024-2025, number 1244."
        raise place.at("Aanhangselnummer").refusal(f"{text!r} is no number in the Aanhangsel.", advice)
    return year, str(number)
