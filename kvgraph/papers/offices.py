"""Offices as a header lists them: ``de Ministers van A, voor B en van C en de Staatssecretaris van D``.

Portfolios hold commas and ``en`` themselves (``Volksgezondheid, Welzijn en Sport``), so the known portfolios decide
where one ends; an unknown one ends where the next title or preposition begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kvgraph.model import Span
from kvgraph.registers import portfolios

_TITLE = re.compile(
    r"(?:[Dd]e |[Hh]et |den |DE )?(?:(?:demissionair|toenmalig|vice-)\s?)?"
    r"(?P<title>[Mm]inister[- ][Pp]resident|[Mm]inisters?\b(?!ie)|[Ss]taatssecretaris(?:sen)?\b"
    r"|(?:MINISTER|STAATSSECRETARIS)(?=\s(?:VAN|VOOR)\s))"
)
SIGNED_OFFICE = r"(?:[Dd]e\s)?(?:Minister|Staatssecretaris)\s(?:van|voor)\s[A-Z][\w, -]{2,80}"
"""The line of a signature that says the office, below the name."""

_PREPOSITION = re.compile(r"(?:en )?(?:van|voor|VAN|VOOR)\s+(?=\S)")
_SEPARATOR = re.compile(r"[\s,;]*(?:(?:en|alsmede|evenals|respectievelijk|resp\.|tevens|alsook)\b[\s,]*)?")
_BREAK = re.compile(
    r"\s*[,;]?\s+(?:en\s+|alsmede\s+)?(?:(?:de|het)\s+)?(?:[Mm]inister|[Ss]taatssecretaris)"
    r"|\s*,?\s+en\s+(?:van|voor|de)\s|\s*,\s+(?:van|voor|bij|over|mede|op)\s|\s+over\b|\s+mede\s+namens|\s+op\s+(?:Kamer)?vragen"
    r"|\s+bij\s+afwezigheid|\s*[(.;]|\s+inzake\s|\s+betreffende\s"
)
_ABSENCE = re.compile(r"[\s,(]*bij (?:diens |haar |zijn )?(?:afwezigheid|ontstentenis)")


@dataclass(frozen=True, slots=True)
class PrintedOffice:
    """An office as printed: title in the singular, portfolio without preposition, place in the text."""

    title: str
    portfolio: str
    span: Span


def singular(title: str) -> str:
    """Return ``Minister``, ``Staatssecretaris`` or ``Minister-President`` for a title as printed."""
    folded = title.lower().replace(" ", "-")
    if folded.startswith("minister-president"):
        return "Minister-President"
    return "Minister" if folded.startswith("minister") else "Staatssecretaris"


def read_offices(text: str, begin: int, end: int) -> tuple[list[PrintedOffice], int]:
    """Return the offices listed in ``text[begin:end]`` and the offset at which the list ends."""
    offices: list[PrintedOffice] = []
    waiting: list[PrintedOffice] = []
    title, place, stop = "", begin, begin
    while place < end:
        separator = _SEPARATOR.match(text, place, end)
        here = separator.end() if separator else place
        if _ABSENCE.match(text, place, end):
            break
        start = here
        match = _TITLE.match(text, here, end)
        if match:
            title, here, start = singular(match["title"]), match.end(), match.start("title")
        elif not title or (here == place and offices):
            break
        preposition = _PREPOSITION.match(text, here + len(text[here:end]) - len(text[here:end].lstrip()), end)
        if title == "Minister-President" and match and not preposition:
            offices.append(PrintedOffice(title, "", Span(start, here)))
            place = stop = here
            continue
        if not preposition and match:
            waiting.append(PrintedOffice(title, "", Span(start, here)))
            place = here
            continue
        found = _portfolio(text, preposition.end() if preposition else here, end, bool(preposition))
        if found is None:
            break
        portfolio, here = found
        if match is None:
            start = preposition.start() if preposition else start
        office = PrintedOffice(title, portfolio, Span(start, here))
        offices.extend(replace(one, portfolio=portfolio) for one in waiting)
        waiting.clear()
        offices.append(office)
        place = stop = here
    return list(_merge_president(offices)), stop


def _portfolio(text: str, begin: int, end: int, announced: bool) -> tuple[str, int] | None:
    """Return the portfolio that begins here and where it ends: a known one, or up to the next break."""
    known = _longest_known(text, begin, end)
    if known and _may_end(text, known, end):
        return " ".join(text[begin:known].split()), known
    if not announced:
        return None
    stop = _BREAK.search(text, begin, end)
    here = stop.start() if stop else end
    portfolio = " ".join(text[begin:here].split()).strip(" ,.;:")
    return (portfolio, begin + len(text[begin:here].rstrip(" ,.;:"))) if portfolio else None


def _longest_known(text: str, begin: int, end: int) -> int:
    """Return where the longest known portfolio that begins at ``begin`` ends, or 0."""
    window = text[begin : min(end, begin + 120)]
    folded = window.lower()
    best = 0
    for portfolio in portfolios():
        size = len(portfolio)
        if size > best and folded.startswith(portfolio) and not window[size : size + 1].isalnum():
            best = size
    return begin + best if best else 0


def _may_end(text: str, place: int, end: int) -> bool:
    rest = text[place:end]
    if not rest.strip(" ,.;:)") or _BREAK.match(rest):
        return True
    separator = _SEPARATOR.match(rest)
    after = place + (separator.end() if separator else 0)
    return _longest_known(text, after, end) > 0 or bool(re.match(r"\s*[),.;:]|\s+(?:in|die|naar|op|d\.d\.)\s", rest))


def _merge_president(offices: list[PrintedOffice]) -> Iterator[PrintedOffice]:
    """Join ``Minister-President, Minister van Algemene Zaken``: one office."""
    previous: PrintedOffice | None = None
    for office in offices:
        is_his = office.title == "Minister" and office.portfolio.lower() == "algemene zaken"
        if previous and previous.title == "Minister-President" and not previous.portfolio and is_his:
            previous = PrintedOffice(previous.title, office.portfolio, Span(previous.span.begin, office.span.end))
            continue
        if previous:
            yield previous
        previous = office
    if previous:
        yield previous
