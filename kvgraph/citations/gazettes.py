"""The official gazettes: Staatsblad, Staatscourant, Tractatenblad, by year and number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kvgraph.citations.grammar import NUMBER_WORD, YEAR, in_small_letters, members
from kvgraph.model import OfficialCitation, Scheme, Span

RULES = ("staatsblad", "staatscourant", "tractatenblad", "gazette-id")
_SIGNS = {"stb": ("staatsblad", "stb"), "stcrt": ("staatscourant", "stc"), "trb": ("tractatenblad", "trb")}
SIGNS = tuple(chain.from_iterable(_SIGNS.values()))
"""Words in small letters, one of which is in every text that cites a gazette."""

_OF_KINGDOM = r"(?:\svan\shet\sKoninkrijk(?:\sder\sNederlanden)?)?"
_GAZETTES = (
    ("stb", Scheme.STAATSBLAD, rf"(?:Staatsblad{_OF_KINGDOM}|Stb\.?|Stbl\.?)"),
    ("stcrt", Scheme.STAATSCOURANT, r"(?:(?:Nederlandse\s)?Staatscourant|Stcrt\.?|Stc\.?)"),
    ("trb", Scheme.TRACTATENBLAD, rf"(?:Tractatenblad{_OF_KINGDOM}|Trb\.?)"),
)
_DATE = r"(?:(?:van|d\.d\.)\s)?(?:[0-9]{1,2}\s[a-z]{3,9}\s)?"
_PATTERNS = tuple(
    (
        prefix,
        scheme,
        # "Staatsblad 2020, 118", "Stcrt. 2020, nr. 12345", "Stb. 2019/33", "Staatscourant van 3 april 2020, nr. 1"
        re.compile(
            rf"(?<!\w){name}[\s,(]{{0,3}}(?:jaargang\s)?{_DATE}(?P<year>{YEAR})\)?"
            rf"(?:[\s,;:(/–-]{{0,3}}{NUMBER_WORD}|[\s,;:(/–-]{{1,3}}(?=[0-9]))",
            re.IGNORECASE,
        ),
        # "Staatscourant nr. 19990 van 3 april 2020"
        re.compile(
            rf"(?<!\w){name}[\s,(]{{0,3}}nr\.?\s?(?P<number>[0-9]{{1,6}})[\s,]{{1,2}}{_DATE}(?P<year>{YEAR})(?![0-9])",
            re.IGNORECASE,
        ),
    )
    for prefix, scheme, name in _GAZETTES
)
# the next year in the same citation: "Trb. 1951, 131 en 1967, 76"
_AND_YEAR = re.compile(rf"\s?(?:;|,|en|,\sen)\s(?P<year>{YEAR}),\s(?:nr\.?\s)?(?P<number>[0-9]{{1,6}})(?![0-9])")
_PRINTED_ID = re.compile(r"(?<!\w)(stb|stcrt|trb)-[0-9]{4}-[0-9]{1,6}(?![\w-])", re.IGNORECASE)
_BY_PREFIX = {prefix: scheme for prefix, scheme, _ in _GAZETTES}


def find(text: str) -> Iterator[OfficialCitation]:
    """Yield every Staatsblad, Staatscourant and Tractatenblad cited with year and number, in no promised order."""
    lowered = in_small_letters(text)
    for prefix, scheme, year_first, number_first in _PATTERNS:
        if not any(sign in lowered for sign in _SIGNS[prefix]):
            continue
        for match in year_first.finditer(text):
            for span, year, number in _numbers(text, match):
                yield OfficialCitation(span, scheme.value, scheme, f"{prefix}-{year}-{int(number)}")
        for match in number_first.finditer(text):
            identifier = f"{prefix}-{match['year']}-{int(match['number'])}"
            yield OfficialCitation(Span(*match.span()), scheme.value, scheme, identifier)
    for match in _PRINTED_ID.finditer(text):
        yield OfficialCitation(Span(*match.span()), "gazette-id", _BY_PREFIX[match[1].lower()], match[0].lower())


def _numbers(text: str, match: re.Match[str]) -> Iterator[tuple[Span, str, str]]:
    """Yield span, year and number of each member of a citation; a year among the numbers begins the next year's."""
    end = match.end()
    for member in members(text, end, several=bool(match["several"]), lead=match.start()):
        if not member.number.isdigit() or (end > match.end() and _AND_YEAR.match(text, end)):
            break
        end = member.span.end
        yield member.span, match["year"], member.number
    while end > match.end() and (another := _AND_YEAR.match(text, end)):
        end = another.end()
        yield Span(another.start("year"), end), another["year"], another["number"]
