"""Metadata of a paper, as officielebekendmakingen.nl gives them beside it: metadata.xml, and the same as OWMS.

Both state (name, value) pairs in the terms of OVERHEIDop and Dublin Core; the names are read without what stands
before their last dot or colon, in any case, because the two and their versions spell them differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from lxml import etree

from kvgraph import dates
from kvgraph.identifiers import aanhangsel, case_number, kamervraag, scheme_of, session_year, session_year_of
from kvgraph.model import (
    Chamber,
    Finding,
    Paper,
    PaperKind,
    ParsedPaper,
    Participation,
    Role,
    Scheme,
    Severity,
    Source,
    SourceError,
)
from kvgraph.sources.cleaning import clean
from kvgraph.sources.markup import xml

_OWN = (Scheme.AANHANGSEL, Scheme.KAMERVRAAG)
_RECORD = re.compile(r"/([^/]+)/metadata(?:_owms)?\.xml$")
_CASE = re.compile(r"\d{4} ?Z ?\d{5}")
# An Aanhangsel prints an answer, a question paper written questions, unless their type or title says otherwise.
_AANHANGSEL = ((re.compile(r"(?:\S+ ){0,3}?(?:mededeling|uitstel)", re.IGNORECASE), PaperKind.POSTPONEMENT),)
_KAMERVRAGEN = ((re.compile(r"mondeling", re.IGNORECASE), PaperKind.ORAL_QUESTION),)
_ANSWERS = re.compile(r"(?:\S+ )?(?:be)?antwoord", re.IGNORECASE)
_TITLE_LENGTH = 2000
"""Titles hold some 120 characters; what is longer is no title."""
_SUBJECT = re.compile(
    r"\b(?:kamer)?vra(?:ag|gen)\b.*?\s(?:over|inzake|betreffende|omtrent)\s+(?P<subject>.+)", re.IGNORECASE
)
_SUBMITTED = re.compile(r"\s*[.,]?\s*\(\s*(?:ingezonden|ingediend)\s+(?P<day>[^()]{4,40})\)?.*", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<!\.\w)\.$")
_OFFICE = re.compile(
    r"(?:(?P<name>[^,]+),\s*)?(?:de\s+)?(?:demissionair\s+)?"
    r"(?P<title>minister[- ]president|minister|staatssecretaris)\b(?:\s+(?:van|voor)\s+(?P<portfolio>.+))?",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<=\d)T[\d:.,Z+-]+$")
_FUNCTION = re.compile(r",\s+(?:\w*lid|voorzitter)\b.*", re.IGNORECASE)
_TITLES = {"minister": "Minister", "staatssecretaris": "Staatssecretaris"}

_Fields = Mapping[str, tuple[str, ...]]


def read(data: bytes, source: Source) -> tuple[ParsedPaper, ...]:
    """Return the one paper that a record describes: without passages, and with participations without spans.

    Raises SourceError with code ``too-large``, ``markup`` or ``entities`` (see ``markup``), or ``metadata`` when it
    describes no paper with parliamentary questions.
    """
    xml.check_size(data, source)
    root = xml.parse(data, source)
    xml.check_elements(root, source)
    fields = _fields(_stated(root))
    kind = _kind(fields)
    if kind is None:
        reason = "it is metadata of something else than parliamentary questions, their answers or their postponement."
        raise SourceError(source.file_name, reason, code="metadata", advice="Leave it out.")
    return (ParsedPaper(source, _paper(kind, fields)),)


def official_id(stated: Iterable[tuple[str, str]]) -> str | None:
    """Return the official id of a paper with questions that (name, value) pairs state, if they do.

    It is stated as such, in the address of the record (which is all that official XML says), or as session year and
    number of the Aanhangsel.
    """
    return _official_id(_fields(stated))


def _stated(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what metadata.xml says in attributes (``metadata/@name``), and OWMS as text of elements without others."""
    for element in root.iter(etree.Element):
        if element.get("name"):
            yield element.get("name"), element.get("content") or element.text or ""
        elif len(element) == 0 and element.text:
            yield xml.name(element), element.text


def _fields(stated: Iterable[tuple[str, str]]) -> _Fields:
    """Return the values by name, each once, in the order in which they are stated."""
    fields: dict[str, dict[str, None]] = {}
    for name, value in stated:
        if text := " ".join(clean(value).split()):
            fields.setdefault(re.split(r"[.:]", name)[-1].lower(), {})[text] = None
    return {name: tuple(values) for name, values in fields.items()}


def _first(fields: _Fields, name: str) -> str:
    return fields.get(name, ("",))[0]


# --- what paper it is --------------------------------------------------------------------------------------------


def _kind(fields: _Fields) -> PaperKind | None:
    """Return the kind: the family of the paper by its id or the name of the publication, and what is said of it."""
    identifier = _official_id(fields) or ""
    published = " ".join((_first(fields, "publicationname"), *fields.get("type", ()))).lower()
    if identifier.startswith("ah-") or (not identifier and "aanhangsel" in published):
        kind, exceptions = PaperKind.ANSWER, _AANHANGSEL
    elif identifier.startswith("kv-") or "kamervragen zonder antwoord" in published:
        kind, exceptions = PaperKind.QUESTION, _KAMERVRAGEN
    else:
        return None
    says = [text for text in (*fields.get("type", ()), _first(fields, "title")) if not _ANSWERS.match(text)]
    return next((other for what, other in exceptions if any(map(what.match, says))), kind)


def _official_id(fields: _Fields) -> str | None:
    addresses = (_RECORD.search(address) for address in fields.get("externmetadatarecord", ()))
    stated = (*fields.get("identifier", ()), *(address[1] for address in addresses if address))
    if own := next((one for one in stated if scheme_of(one) in _OWN), None):
        return own
    years, number = session_year(_first(fields, "vergaderjaar")), _first(fields, "aanhangselnummer")
    built = aanhangsel(years, number, _chamber("", fields).value) if years and number else ""
    return built if scheme_of(built) in _OWN else None


def _chamber(identifier: str, fields: _Fields) -> Chamber:
    eerste = identifier.split("-")[1:2] == ["ek"] or (not identifier and _first(fields, "creator").startswith("Eerste"))
    return Chamber.EERSTE_KAMER if eerste else Chamber.TWEEDE_KAMER


def _paper(kind: PaperKind, fields: _Fields) -> Paper:
    findings: list[Finding] = []
    asked = kind in (PaperKind.QUESTION, PaperKind.ORAL_QUESTION)
    identifier = _official_id(fields)
    chamber = _chamber(identifier or "", fields)
    own = [identifier] if identifier and identifier.startswith("kv-") else []
    numbers = [found for text in (*own, *fields.get("vraagnummer", ())) for found in _CASE.findall(text)]
    cases = tuple(dict.fromkeys(case for number in numbers if (case := case_number(number))))
    if identifier is None and asked and len(cases) == 1:
        identifier = kamervraag(cases[0], chamber.value)
    subject, printed = _title(_first(fields, "title")[:_TITLE_LENGTH])
    submitted = _day(fields, "datumindiening", findings) or printed
    answered = None if asked else _day(fields, "datumontvangst", findings)
    day = answered or submitted
    return Paper(
        kind=kind,
        chamber=chamber,
        identifier=identifier,
        session_year=_session_year(fields, identifier) or (session_year_of(day) if day else None),
        number=None if asked else _number(fields, identifier),
        cases=cases,
        subject=subject,
        submitted=submitted,
        answered=answered,
        participations=(
            *_people(Role.QUESTIONER, fields.get("indiener", ())),
            *_people(Role.ADDRESSEE if asked else Role.RESPONDENT, fields.get("ontvanger", ())),
        ),
        passages=(),
        findings=tuple(findings),
    )


def _session_year(fields: _Fields, identifier: str | None) -> str | None:
    match = re.match(r"ah-\w\w-(\d{4})(\d{4})-", identifier or "")
    return session_year(_first(fields, "vergaderjaar")) or (f"{match[1]}-{match[2]}" if match else None)


def _number(fields: _Fields, identifier: str | None) -> str | None:
    match = re.match(r"ah-\w\w-\d{8}-(\d+)", identifier or "")
    return match[1] if match else _first(fields, "aanhangselnummer") or None


# --- what the fields say -----------------------------------------------------------------------------------------


def _title(title: str) -> tuple[str | None, date | None]:
    """Return the subject that a title names behind ``over``, and the day on which the questions were handed in."""
    submitted = _SUBMITTED.search(title)
    day = dates.read(submitted["day"]) if submitted else None
    about = _SUBJECT.search(title, 0, submitted.start() if submitted else len(title))
    subject = _FULL_STOP.sub("", about["subject"].strip()).strip() if about else ""
    return subject or None, day


def _day(fields: _Fields, name: str, findings: list[Finding]) -> date | None:
    """Return the day of a field, by DCTERMS.W3CDTF or as ``21-06-2021``; one that is no day gets a finding."""
    text = _first(fields, name)
    day = dates.read(_TIME.sub("", text)) if text else None
    if text and day is None:
        findings.append(Finding("metadata-date", Severity.WARNING, f"The {name} is no day: {text[:40]!r}."))
    return day


def _people(role: Role, names: Iterable[str]) -> Iterator[Participation]:
    """Yield who takes part, with the name as it is stated, and the office where one is stated with it or instead."""
    for order, stated in enumerate(names, 1):
        if office := _OFFICE.fullmatch(stated):
            title = _TITLES.get(office["title"].lower(), "Minister-President")
            yield Participation(role, order, office["name"], title=title, portfolio=office["portfolio"])
        else:
            yield Participation(role, order, _FUNCTION.sub("", stated))
