"""Dutch dates with their precision; relative ones (``15 januari jl.``) only with an anchor date.

A small closed grammar: what it does not know is no date. ``vergaderjaar 2020–2021`` holds none, and no number without
a month becomes one. English months are read too, because footnotes quote English titles and sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kvgraph.model import Span
from kvgraph.model.coverage import Coverage

MONTHS = {
    1: ("januari", "january", "jan"),
    2: ("februari", "february", "feb", "febr"),
    3: ("maart", "march", "mrt", "mar"),
    4: ("april", "apr"),
    5: ("mei", "may"),
    6: ("juni", "june", "jun"),
    7: ("juli", "july", "jul"),
    8: ("augustus", "august", "aug"),
    9: ("september", "sept", "sep"),
    10: ("oktober", "october", "okt", "oct"),
    11: ("november", "nov"),
    12: ("december", "dec"),
}
"""The month's number, and the Dutch name first among its spellings."""

_BY_NAME = {name: number for number, names in MONTHS.items() for name in names}
_DUTCH = {names[0]: number for number, names in MONTHS.items()}

_MONTH = r"(?:" + "|".join(sorted(_BY_NAME, key=lambda name: (-len(name), name))) + r")(?![^\W\d_])\.?"
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo)\.)"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_BEFORE = r"(?<![\w.,/–-])"  # not inside a number, a word, a range or an id
_LAST = r"(?:jl|j\.l|jongstleden|ll|l\.l|laatstleden)\b\.?"
_NEXT = r"(?:a\.s|aanstaande|eerstkomende)\b\.?"
_THIS = r"dezer?s?\b"

# "21 oktber 2024": any word between a day and a year, which must then be nearly a month
_NEARLY = re.compile(
    rf"(?<![\w/.-])(?P<day>{_DAY})\s{{1,2}}(?P<misprint>[^\W\d_]{{5,11}})\s{{1,2}}(?P<year>{_YEAR})", re.IGNORECASE
)

_PATTERNS = (
    # "18 november 2024", "di. 3 mei 2022", "1e maart 2024", "19 October 2024"
    re.compile(
        rf"(?<![\w/.-])(?:{_WEEKDAY}\s{{1,2}})?(?P<day>{_DAY})(?:e|ste|de)?\s{{0,2}}(?P<month>{_MONTH}),?\s{{0,2}}"
        rf"(?P<year>{_YEAR})",
        re.IGNORECASE,
    ),
    # "October 19, 2024"
    re.compile(
        rf"{_BEFORE}(?P<month>{_MONTH})\s{{1,2}}(?P<day>{_DAY})(?:st|nd|rd|th)?,\s{{0,2}}(?P<year>{_YEAR})",
        re.IGNORECASE,
    ),
    # "15 januari jl.", "3 mei a.s."
    re.compile(
        rf"(?<![\w/.-])(?:{_WEEKDAY}\s{{1,2}})?(?P<day>{_DAY})(?:e|ste|de)?\s{{0,2}}(?P<month>{_MONTH}),?\s{{1,2}}"
        rf"(?:(?P<last>{_LAST})|(?P<next>{_NEXT}))",
        re.IGNORECASE,
    ),
    # "oktober jl."
    re.compile(rf"(?<![\w/-])(?P<month>{_MONTH})\s{{1,2}}(?P<last>{_LAST})", re.IGNORECASE),
    # "de 3e dezer", "15 dezes"
    re.compile(rf"{_BEFORE}(?P<day>{_DAY})(?:e|ste|de)?\s{{1,2}}{_THIS}", re.IGNORECASE),
    # "2024-11-18"
    re.compile(rf"{_BEFORE}(?P<year>(?:19|20)[0-9]{{2}})-(?P<digits>[01][0-9])-(?P<day>[0-3][0-9])(?![\w-])"),
    # "11-10-2024", "11/10/2024", "11.10.2024": the day first, as Dutch does
    re.compile(rf"{_BEFORE}(?P<day>{_DAY})(?P<sep>[-/.])(?P<digits>0?[1-9]|1[0-2])(?P=sep)(?P<year>{_YEAR})(?![\w/-])"),
    # "augustus 2023"
    re.compile(rf"(?<![\w/-])(?P<month>{_MONTH})\s{{1,2}}(?P<year>{_YEAR})(?![\w–/-])", re.IGNORECASE),
    _NEARLY,
    # "2023" on its own, never half of a session year or of a number
    re.compile(rf"(?<![\w/.,–-])(?<![0-9]\s)(?P<year>{_YEAR})(?![\w/–-]|\s[0-9]|[.,][0-9])"),
)


# "15 januari"
_YEARLESS = re.compile(
    rf"(?<![\w/.-])(?:{_WEEKDAY}\s{{1,2}})?(?P<day>{_DAY})(?:e|ste|de)?\s{{1,2}}(?P<month>{_MONTH})(?!\s?[0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: where, in ISO 8601 to the precision printed, and the day when it is printed in full."""

    span: Span
    iso: str
    day: date | None


def find(text: str, anchor: date | None = None, *, yearless: bool = False) -> tuple[Dated, ...]:
    """Return all dates in the text, in order and not overlapping, as ``2024-11-18``, ``2024-11`` or ``2024``.

    Dates without a year (``15 januari jl.``, ``oktober jl.``, ``3 mei a.s.``, ``de 3e dezer``) are found only with an
    anchor, the day on which the text was written: the last, or the next, such day seen from there. A day that no
    calendar has is left out. ``yearless`` reads ``15 januari`` as the last one too: for what is known to be older than
    the text that names it, as its sources are.
    """
    taken = Coverage(len(text))
    found: list[Dated] = []
    for pattern in (*_PATTERNS, _YEARLESS) if yearless else _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not taken.free(span):
                continue
            dated = _dated(match, anchor)
            if dated is not None:
                found.append(dated)
            if dated is not None or pattern is not _NEARLY:
                taken.add(span)  # 31 februari 2024 is no month either
    return tuple(sorted(found, key=lambda dated: dated.span))


def read(text: str, anchor: date | None = None) -> date | None:
    """Return the first date in the text that is printed to the day, or None."""
    return next((dated.day for dated in find(text, anchor) if dated.day is not None), None)


def _dated(match: re.Match[str], anchor: date | None) -> Dated | None:
    parts = match.groupdict()
    span = Span(*match.span())
    year, day = parts.get("year"), parts.get("day")
    month = _month(parts)
    if year is None:
        if anchor is None:
            return None
        if day is None:
            return _last_month(span, month, anchor) if month else None
        when = _relative(int(day), month, anchor, forward=bool(parts.get("next")))
        return Dated(span, when.isoformat(), when) if when else None
    if day is not None:
        when = _calendar_day(int(year), month, int(day)) if month else None
        return Dated(span, when.isoformat(), when) if when else None
    return Dated(span, f"{year}-{month:02}" if month else year, None)


def _last_month(span: Span, month: int, anchor: date) -> Dated:
    """Return the last such month before that of the anchor, or that month itself."""
    return Dated(span, f"{anchor.year - (month > anchor.month)}-{month:02}", None)


def _month(parts: dict[str, str | None]) -> int | None:
    if digits := parts.get("digits"):
        return int(digits)
    if name := parts.get("month"):
        return _BY_NAME[name.rstrip(".").lower()]
    if misprint := parts.get("misprint"):
        return _nearest(misprint.lower())
    return None


@lru_cache(maxsize=1024)
def _nearest(word: str) -> int | None:
    """Return the one month whose Dutch name is a letter away (two in a long name), or None."""
    near = [
        number
        for name, number in _DUTCH.items()
        if abs(len(word) - len(name)) <= (most := 2 if len(name) > 6 else 1) and _distance(word, name) <= most
    ]
    return near[0] if len(near) == 1 else None


def _distance(left: str, right: str) -> int:
    """Return the Levenshtein distance of two short words."""
    row = list(range(len(right) + 1))
    for i, one in enumerate(left, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(right, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (one != other))
    return row[-1]


def _relative(day: int, month: int | None, anchor: date, *, forward: bool) -> date | None:
    """Return the last (or next) such day seen from the anchor; without a month, the day in the anchor's month."""
    if month is None:
        return _calendar_day(anchor.year, anchor.month, day)
    return next(_years(day, month, anchor, forward=forward), None)


def _years(day: int, month: int, anchor: date, *, forward: bool) -> Iterator[date]:
    # a leap day may be up to eight years away (1896 to 1904, 2096 to 2104)
    for step in range(9):
        when = _calendar_day(anchor.year + (step if forward else -step), month, day)
        if when and (when >= anchor if forward else when <= anchor):
            yield when


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
