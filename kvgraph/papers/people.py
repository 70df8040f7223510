"""People as a header lists them: ``de leden X (P), Y en Z (beiden Q)``, ``Minister X (A)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kvgraph.model import Span
from kvgraph.papers.offices import singular

_LEAD = re.compile(r"(?:het lid|de leden|het Kamerlid|de Kamerleden|lid|leden)\s+", re.IGNORECASE)
_PARTY = re.compile(r"\s*\((?:beiden|beide|allen|alle (?:drie|vier|vijf)|resp\.)?\s*(?P<party>[^()]{1,60}?)\s*\)")
_ALL = re.compile(r"\b(?:beiden|beide|allen|alle)\b")
_BETWEEN_NAMES = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+|\s*&\s*")
_HOLDER = re.compile(
    r"(?P<title>[Mm]inister[- ][Pp]resident|[Mm]inisters?|[Ss]taatssecretaris(?:sen)?)\s+(?!van [A-Z][^()]*$)"
    r"(?P<name>[^()]{2,60}?)\s*\("
)
_NEXT_HOLDER = re.compile(r"\s*(?:,|en|,\s*en|alsmede)\s+(?:de\s+|van\s+)*(?P<name>[A-ZÀ-Ýa-z’'][^()]{1,60}?)\s*\(")


@dataclass(frozen=True, slots=True)
class PrintedMember:
    """A member as printed, with the party between parentheses, if any."""

    name: str
    span: Span
    party: str | None
    party_span: Span | None


@dataclass(frozen=True, slots=True)
class PrintedHolder:
    """A minister or state secretary as printed, with the portfolio between parentheses."""

    title: str
    name: str
    span: Span
    portfolio: str
    office_span: Span


def read_members(text: str, begin: int, end: int) -> list[PrintedMember]:
    """Return the members listed in ``text[begin:end]``; a party given to ``beiden`` or ``allen`` is given to each."""
    members: list[PrintedMember] = []
    waiting: list[Span] = []
    place = begin
    while place < end:
        bracket = text.find("(", place, end)
        names_end = bracket if bracket >= 0 else end
        waiting.extend(_names(text, place, names_end))
        party = _PARTY.match(text, bracket, end) if bracket >= 0 else None
        if bracket >= 0 and not party:
            break
        label = " ".join(party["party"].split()) if party else None
        span = Span(*party.span("party")) if party else None
        members.extend(PrintedMember(_name(text, name), name, label, span) for name in waiting)
        waiting.clear()
        place = party.end() if party else end
    return members


def _names(text: str, begin: int, end: int) -> list[Span]:
    spans: list[Span] = []
    place = begin
    while place < end:
        separator = _BETWEEN_NAMES.search(text, place, end)
        stop = separator.start() if separator else end
        start, finish = _trim(text, place, stop)
        while lead := _LEAD.match(text, start, finish):
            start = lead.end()
        if finish - start > 1 and any(c.isupper() for c in text[start:finish]):
            spans.append(Span(start, finish))
        place = separator.end() if separator else end
    return spans


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin] in " ,;":
        begin += 1
    while end > begin and text[end - 1] in " ,;":
        end -= 1
    return begin, end


def _name(text: str, span: Span) -> str:
    """Return the name as printed, with a lost blank between first name and surname put back."""
    name = " ".join(span.of(text).split())
    name = re.sub(r"\s*[–—]\s*|\s+-\s*|\s*-\s+", "-", name)
    return re.sub(r"(?<=[a-zà-ÿ]{3})(?=[A-Z][a-zà-ÿ]{2})", " ", name)


def read_holders(text: str, begin: int, end: int) -> list[PrintedHolder]:
    """Return the ministers and state secretaries of ``Minister X (A) en Staatssecretaris Y (B)``."""
    holders: list[PrintedHolder] = []
    place, title = begin, ""
    while place < end:
        match = _HOLDER.search(text, place, end)
        following = _NEXT_HOLDER.match(text, place, end) if holders else None
        if (
            following
            and (not match or following.start("name") < match.start())
            and not _HOLDER.match(following["name"])
        ):
            match = (
                following
                if not re.match(r"(?:de |van )*(?:[Mm]inister|[Ss]taatssecretaris)", following["name"])
                else match
            )
        if not match:
            break
        title = singular(match["title"]) if "title" in match.re.groupindex else title
        start, finish = _trim(text, *match.span("name"))
        close = _closing(text, match.end(), end)
        portfolio = " ".join(text[match.end() : close].split()).strip(" ,.")
        name = _name(text, Span(start, finish))
        holders.append(PrintedHolder(title, name, Span(start, finish), portfolio, Span(match.end(), close)))
        place = close + 1
    return holders


def _closing(text: str, begin: int, end: int) -> int:
    """Return where the parentheses opened before ``begin`` close; a list that never closes them ends at ``end``."""
    depth = 1
    for place in range(begin, end):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return begin + len(text[begin:end].rstrip(" ,.)"))
