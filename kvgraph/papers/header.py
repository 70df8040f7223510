"""The header of a paper: who asks whom about what, who answers for whom, and when.

``read`` works on the text of the header passage and gives participations with spans into it. The asking sentence is
``Vragen van het lid X (P) aan de Minister van A over S (ingezonden D)``; postponements and letters hide it in a longer
sentence, and a paper before typesetting may not print it at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kvgraph import dates
from kvgraph.model import Participation, Role, Span
from kvgraph.papers.offices import SIGNED_OFFICE, PrintedOffice, read_offices
from kvgraph.papers.people import PrintedHolder, read_holders, read_members

_ASKING = re.compile(
    r"\b(?P<oral>[Mm]ondelinge\s+)?(?:[Vv]ra(?:ag|gen)|[Kk]amervra(?:ag|gen))\s+(?:(?:van|gesteld door|door)\s+)?"
    r"(?=(?:het lid|de leden|het Kamerlid|de Kamerleden|lid|leden)\s)"
)
_HAVE_ASKED = re.compile(
    r"\b(?:heeft|hebben)\s+(?=(?:het lid|de leden)\s)(?P<names>.{3,500}?)\s+(?:schriftelijke\s+|mondelinge\s+)?"
    r"vragen\s+(?:gesteld|ingediend)\b"
)
_TO = re.compile(
    r"\s(?:(?:op\s+(?P<day>\d{1,2}\s+[a-z]+\s+\d{4})\s+)?medegedeeld\s+)?aan\s+(?:de\s+|het\s+)?"
    r"(?=(?:demissionair\s+)?(?:[Mm]inister|[Ss]taatssecretaris))"
)
_ABOUT = re.compile(r"[\s,.;:]*(?:over|inzake|betreffende|omtrent)\s+")
_ABOUT_IN_SENTENCE = re.compile(r"\s(?:over|inzake)\s")
_ABOUT_LATER = re.compile(r".{0,160}?\s(?:over|inzake)\s+")
_SUBMITTED = re.compile(
    r"\((?:[^()]{1,40},)?\s*(?:[Ii]ngezonden|[Ii]ngediend|[Gg]esteld)\s+(?:op\s+|d\.d\.\s+)?(?P<day>[^()]{4,40})\)?"
)
# as a letter says it in its sentence: ", ingezonden op 24 februari 2016 (kenmerk ...)"
_SENT = re.compile(r",\s+(?:ingezonden|ingediend)\s+(?:op\s+|d\.d\.\s+)?(?P<day>\d{1,2}\s+[a-z]+\s+\d{4})")
# What ends the subject for sure, and what ends it where that is not printed.
_SUBJECT_END = re.compile(
    r"\s*[.,]?\s*\((?:[^()]{1,40},)?\s*(?:[Ii]ngezonden|[Ii]ngediend)\b|,\s+(?:ingezonden|ingediend)\s+(?:op\s+|d\.d\.\s+)?\d"
)
_SENTENCE_GOES_ON = re.compile(
    r"\s*,?\s+(?:worden|zijn|werden|is|wordt)\s+(?:hierbij\s+|bij deze\s+)?(?:beantwoord|ingezonden)\b"
    r"|\s*,?\s+(?:die|welke)\s+(?:op|werden|zijn|u|ik)\b"
    r"|\s+(?:niet )?binnen de gebruikelijke"
    r"|\s+(?:zoals|als) aangegeven in"
)
_RECEIVED = re.compile(
    r"\(\s*[Oo]ntvangen\s+(?:op\s+|ter griffie\s+|bij de griffie op\s+|d\.d\.\s+)?(?P<day>[^()]{4,40})\)?"
)
_ANSWERING = re.compile(
    r"\b(?:(?:Nader|Nadere|Aanvullend|Herziene?|Gewijzigd|nader)\s+)?(?:[Aa]ntwoord(?:en)?|Mededeling|Uitstelbericht|Beantwoording)"
    r"\s+van\s+"
    r"(?=(?:de\s+)?(?:demissionair\s+)?(?:[Mm]inister|[Ss]taatssecretaris))"
)
_ON_BEHALF = re.compile(r"\b(?:en\s+)?[Mm]ede\s+namens\s+(?:de\s+)?(?=[Mm]inister|[Ss]taatssecretaris|[Dd]e\s)")
_SEE_ALSO = re.compile(
    r"\bZie\s+ook:?\s+(?=(?:het\s+)?(?:Aanhangsel|Handelingen|antwoord|Kamerstuk|AH\b|kamervra))", re.IGNORECASE
)
_SEE_ALSO_END = re.compile(r"(?<=\d)\.?(?=\s*$|\s+[A-Z(])|(?<=\d)\s*\)")
_SUBJECT_LINE = re.compile(r"\b(?:Betreft|Onderwerp)\b")
_LETTER_DAY = re.compile(r"\bDatum\s+(?P<day>\d{1,2}\s+[a-z]+\s+\d{4})")
_YOUR_LETTER = re.compile(r"\b[Uu]w\s+brief\s+(?:van|d\.d\.)\s+(?P<day>\d{1,2}\s+[a-z]+\s+\d{4})")
_ON_DAY = re.compile(r"\bOp\s+(?P<day>\d{1,2}\s+[a-z]+(?:\s+\d{4}|\s+jl\.?|\s+jongstleden)?)\s+(?:heeft|hebben)\b")
_SIGNATURE = re.compile(
    r"(?P<office>(?:[Dd]e\s+(?:[Mm]inister|[Ss]taatssecretaris)|DE\s+(?:MINISTER|STAATSSECRETARIS))[- ][^\n]{3,120}?)"
    r",?\s*\n\s*"
    r"(?P<initials>(?:[A-Z][a-z]?\.\s?){1,5}|(?:drs|mr|dr|ir|prof)\.\s(?:[A-Z]\.\s?)*|(?=[A-Z][a-zà-ÿ]+\s))(?P<name>[^\W\d_][^\n\d:;,()]{1,40})(?=\n|$)"
)
# "Piet Adema" or "P. Adema", and below it "Minister van Landbouw, Natuur en Voedselkwaliteit"
_NAME_AND_OFFICE = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:drs|mr|dr|ir|prof)\.\s)?(?:(?:[A-Z]\.){1,5}\s|(?=(?:[A-Z][\w’'-]*\s){1,3}(?:v|d|t|[A-Z])))"
    r"(?P<name>(?:[A-Z][\w’'-]*\s){0,3}(?:van\s|de\s|der\s|den\s|te[rn]\s){0,2}[A-Z][\w’'-]+)[ \t]*\n"
    rf"[ \t]*(?P<office>{SIGNED_OFFICE})[ \t]*(?=\n|$)"
)


@dataclass(slots=True)
class Header:
    """What a header says; spans point into the text that was read."""

    participations: list[Participation] = field(default_factory=list)
    subject: str | None = None
    submitted: date | None = None
    answered: date | None = None
    see_also: Span | None = None
    oral: bool = False


def read(text: str, breaks: Sequence[int], layout: str = "") -> Header:
    """Read the header in ``text``; ``breaks`` are the offsets at which its paragraphs end, ``layout`` its lines."""
    header = Header()
    received = _RECEIVED.search(text)
    letter = None if received else _LETTER_DAY.search(text)
    day = received or letter
    header.answered = dates.read(day["day"]) if day else None
    asking = _find_asking(text, breaks)
    if asking:
        _read_asking(text, asking, breaks, header)
    header.submitted = header.submitted or _submitted(text, header.answered)
    _read_answering(text, header, layout)
    if see := _SEE_ALSO.search(text):
        end = _SEE_ALSO_END.search(text, see.end())
        header.see_also = Span(see.start(), end.end() if end else _paragraph_end(text, see.end(), breaks))
    return header


def end_of_letterhead(text: str) -> int:
    """Return where the letterhead of a letter ends: at its subject line or its salutation; 0 where it is no letter."""
    salutation = max(0, text.find("Geachte"))
    subject = _SUBJECT_LINE.search(text, 0, salutation)
    return subject.start() if subject else salutation


# --- who asks whom about what ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Asking:
    names: Span
    offices_begin: int | None
    about_begin: int
    oral: bool
    day: str | None


def _find_asking(text: str, breaks: Sequence[int]) -> _Asking | None:
    """Return the asking sentence that says most: it names addressees, and it closes inside its paragraph."""

    def quality(asking: _Asking) -> tuple[bool, bool, int]:
        paragraph = _paragraph_end(text, asking.about_begin, breaks)
        ends = (_SUBJECT_END, _SENTENCE_GOES_ON)
        closes = any(end.search(text, asking.about_begin, paragraph) for end in ends) or text[:paragraph].endswith(".")
        return asking.offices_begin is not None, closes, -asking.names.begin

    return max(_askings(text), key=quality, default=None)


def _askings(text: str) -> Iterator[_Asking]:
    for match in _ASKING.finditer(text):
        limit = min(len(text), match.end() + 900)
        to = _TO.search(text, match.end(), limit)
        about = _ABOUT_IN_SENTENCE.search(text, match.end(), limit)
        if to and (not about or to.start() < about.start()):
            yield _Asking(Span(match.end(), to.start()), to.end(), to.end(), bool(match["oral"]), to["day"])
        elif about:
            yield _Asking(Span(match.end(), about.start()), None, about.start(), bool(match["oral"]), None)
    for match in _HAVE_ASKED.finditer(text):
        to = _TO.match(text, match.end())
        yield _Asking(Span(*match.span("names")), to.end() if to else None, match.end(), False, None)


def _read_asking(text: str, asking: _Asking, breaks: Sequence[int], header: Header) -> None:
    header.oral = asking.oral
    for order, member in enumerate(read_members(text, asking.names.begin, asking.names.end), 1):
        header.participations.append(
            Participation(Role.QUESTIONER, order, member.name, member.span, member.party, member.party_span)
        )
    about = asking.about_begin
    if asking.offices_begin is not None:
        limit = min(len(text), asking.offices_begin + 1200)
        offices, about = read_offices(text, asking.offices_begin, limit)
        header.participations.extend(_offices(Role.ADDRESSEE, offices))
    _read_subject(text, about, breaks, header)
    header.submitted = _submitted_near(text, asking, breaks) or (dates.read(asking.day) if asking.day else None)


def _read_subject(text: str, place: int, breaks: Sequence[int], header: Header) -> None:
    about = _ABOUT.match(text, place) or _ABOUT_LATER.match(text, place)
    if about:
        stop = _subject_end(text, about.end(), breaks)
        header.subject = re.sub(r"(?<!\.\w)\.$", "", text[about.end() : stop].strip()).strip() or None


def _subject_end(text: str, begin: int, breaks: Sequence[int]) -> int:
    """Return where the subject ends: before ``(ingezonden``, else where its sentence goes on or its paragraph ends."""
    answering = _ANSWERING.search(text, begin)
    limit = answering.start() if answering else len(text)
    if end := _SUBJECT_END.search(text, begin, limit):
        return end.start()
    limit = min(limit, _paragraph_end(text, begin, breaks))
    goes_on = _SENTENCE_GOES_ON.search(text, begin, limit)
    return goes_on.start() if goes_on else limit


def _paragraph_end(text: str, place: int, breaks: Sequence[int]) -> int:
    return next((end for end in breaks if end > place), len(text))


def _submitted_near(text: str, asking: _Asking, breaks: Sequence[int]) -> date | None:
    end = _paragraph_end(text, asking.about_begin, breaks)
    match = _SENT.search(text, asking.about_begin, end) or _SUBMITTED.search(text, asking.about_begin)
    return dates.read(match["day"]) if match else None


def _submitted(text: str, answered: date | None) -> date | None:
    for pattern in (_SUBMITTED, _ON_DAY, _YOUR_LETTER):
        if match := pattern.search(text):
            return dates.read(match["day"], answered)
    return None


def _offices(role: Role, offices: Sequence[PrintedOffice], first: int = 1) -> list[Participation]:
    return [
        Participation(role, order, title=office.title, portfolio=office.portfolio, office_span=office.span)
        for order, office in enumerate(offices, first)
    ]


# --- who answers for whom ----------------------------------------------------------------------------------------


def _read_answering(text: str, header: Header, layout: str) -> None:
    match = _ANSWERING.search(text)
    if not match:
        _read_signature(text, header, layout)
        return
    received = _RECEIVED.search(text, match.end())
    end = received.start() if received else min(len(text), match.end() + 900)
    behalf = _ON_BEHALF.search(text, match.end(), end)
    until = behalf.start() if behalf else end
    holders = read_holders(text, match.end(), until)
    if holders:
        header.participations.extend(_holders(Role.RESPONDENT, holders))
    else:
        offices, _ = read_offices(text, match.end(), until)
        header.participations.extend(_signed(offices, text, layout))
    if behalf:
        _read_on_behalf(text, behalf.end(), end, header)


def _read_on_behalf(text: str, begin: int, end: int, header: Header) -> None:
    named = read_holders(text, begin, end)
    offices, _ = read_offices(text, begin, end)
    if named and not offices:
        header.participations.extend(_holders(Role.ON_BEHALF_OF, named))
    else:
        header.participations.extend(_offices(Role.ON_BEHALF_OF, offices))


def _read_signature(text: str, header: Header, layout: str) -> None:
    """Read who answers from the signature of a letter, and for whom from its first sentence."""
    if signed := list(_signed_above(text, layout)):
        header.participations.extend(replace(one, order=order) for order, one in enumerate(signed, 1))
        return
    for match in _SIGNATURE.finditer(layout):
        printed = " ".join(match["office"].split())
        place = text.find(printed)
        if place >= 0:
            offices, _ = read_offices(text, place, place + len(printed))
            header.participations.extend(_signed(offices, text, layout))
            break
    else:
        return
    if behalf := _ON_BEHALF.search(text):
        _read_on_behalf(text, behalf.end(), min(len(text), behalf.end() + 400), header)


def _signed_above(text: str, layout: str) -> Iterator[Participation]:
    """Yield who signs a letter with the office on the line below the name."""
    for match in _NAME_AND_OFFICE.finditer(layout):
        name, office = (" ".join(match[part].split()) for part in ("name", "office"))
        place = text.find(f"{name} {office}")
        if place >= 0:
            span, begin = Span(place, place + len(name)), place + len(name) + 1
            offices, _ = read_offices(text, begin, begin + len(office))
            yield from (replace(one, name=name, name_span=span) for one in _offices(Role.RESPONDENT, offices[:1]))


def _holders(role: Role, holders: Sequence[PrintedHolder]) -> list[Participation]:
    return [
        Participation(role, order, one.name, one.span, None, None, one.title, one.portfolio, one.office_span)
        for order, one in enumerate(holders, 1)
    ]


def _signed(offices: Sequence[PrintedOffice], text: str, layout: str) -> list[Participation]:
    """Return respondents whose names stand in the signature of a letter."""
    names = [(m["name"].strip(), " ".join(m["office"].split()).lower()) for m in _SIGNATURE.finditer(layout)]
    result = []
    for one in _offices(Role.RESPONDENT, offices):
        name = next((n for n, office in names if one.portfolio and one.portfolio.lower() in office), None)
        place = text.find(name) if name else -1
        span = Span(place, place + len(name)) if name and place >= 0 else None
        result.append(replace(one, name=name, name_span=span))
    return result
