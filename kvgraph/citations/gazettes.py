"""The official gazettes: Staatsblad, Staatscourant, Tractatenblad, by year and number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvgraph.citations.grammar import NUMBER_WORD, YEAR, in_small_letters, members
from kvgraph.model import OfficialCitation, Scheme, Span

RULES = ("staatsblad", "staatscourant", "tractatenblad", "gazette-id")

_DATE = r"(?:(?:van|d\.d\.)\s)?(?:[0-9]{1,2}\s[a-z]{3,9}\s)?"


class _Gazette:
    """How one gazette is cited; ``signs`` are what each of its names holds, in small letters."""

    def __init__(self, prefix: str, scheme: Scheme, signs: tuple[str, ...], name: str) -> None:
        self.prefix, self.scheme, self.signs = prefix, scheme, signs
        # "Staatsblad 2020, 118", "Stcrt. 2020, nr. 12345", "Stb. 2019/33", "Staatscourant van 3 april 2020, nr. 1"
        self.year_first = re.compile(
            rf"(?<!\w){name}[\s,(]{{0,3}}(?:jaargang\s)?{_DATE}(?P<year>{YEAR})\)?"
            rf"(?:[\s,;:(/–-]{{0,3}}{NUMBER_WORD}|[\s,;:(/–-]{{1,3}}(?=[0-9]))",
            re.IGNORECASE,
        )
        # "Staatscourant nr. 19990 van 3 april 2020"
        self.number_first = re.compile(
            rf"(?<!\w){name}[\s,(]{{0,3}}nr\.?\s?(?P<number>[0-9]{{1,6}})[\s,]{{1,2}}{_DATE}(?P<year>{YEAR})(?![0-9])",
            re.IGNORECASE,
        )
        self.printed_id = re.compile(rf"(?<!\w){prefix}-[0-9]{{4}}-[0-9]{{1,6}}(?![\w-])", re.IGNORECASE)


_GAZETTES = (
    _Gazette("stb", Scheme.STAATSBLAD, ("staatsblad", "stb"), r"(?:Staatsblad|Stb\.?|Stbl\.?)"),
    _Gazette(
        "stcrt",
        Scheme.STAATSCOURANT,
        ("staatscourant", "stc"),
        r"(?:(?:Nederlandse\s)?Staatscourant|Stcrt\.?|Stc\.?)",
    ),
    _Gazette("trb", Scheme.TRACTATENBLAD, ("tractatenblad", "trb"), r"(?:Tractatenblad|Trb\.?)"),
)


def find(text: str) -> Iterator[OfficialCitation]:
    """Yield every Staatsblad, Staatscourant and Tractatenblad cited with year and number, in no promised order."""
    lowered = in_small_letters(text)
    for gazette in _GAZETTES:
        if any(map(lowered.__contains__, gazette.signs)):
            yield from _in_gazette(text, gazette)


def _in_gazette(text: str, gazette: _Gazette) -> Iterator[OfficialCitation]:
    prefix, scheme = gazette.prefix, gazette.scheme
    for match in gazette.year_first.finditer(text):
        for member in members(text, match.end(), several=bool(match["several"]), lead=match.start()):
            if member.number.isdigit():
                identifier = f"{prefix}-{match['year']}-{int(member.number)}"
                yield OfficialCitation(member.span, scheme.value, scheme, identifier)
    for match in gazette.number_first.finditer(text):
        identifier = f"{prefix}-{match['year']}-{int(match['number'])}"
        yield OfficialCitation(Span(*match.span()), scheme.value, scheme, identifier)
    for match in gazette.printed_id.finditer(text):
        yield OfficialCitation(Span(*match.span()), "gazette-id", scheme, match[0].lower())
