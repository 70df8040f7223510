"""Papers of the Council of Europe and the OSCE: by symbol, by number in words, and treaties by number in their series.

An OSCE symbol leads to no address; the symbol itself is the id. Resolutions and recommendations of the Parliamentary
Assembly have a number only, so that ``PACE-RES-2480`` and ``PACE-REC-2245`` stand for them here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvgraph.citations.grammar import YEAR, members
from kvgraph.model import OfficialCitation, Scheme, Span

RULES = ("ministers-of-europe", "assembly-of-europe", "european-treaty", "osce-symbol")
SIGNS = ("rec(", "rec (", "cm/", "pace", "parlementaire", "ets")
"""Words in small letters, one of which is in every text that cites one of these, but for symbols: these hold ``/``."""

# "Aanbeveling CM/Rec(2016)4", "Rec(2006)2", "CM/ResDH(2020)100", "CM/Del/Dec(2022)1428/1"
_MINISTERS = re.compile(
    r"(?<![\w/.-])(?:(?:Aanbeveling|Recommendation|Resolutie|Resolution)\s)?"
    rf"(?P<body>CM/(?:Rec|Res[A-Z]{{0,4}}|Del/Dec|AS)|Rec)\s?\((?P<year>{YEAR})\)\s?"
    r"(?P<number>[0-9]{1,4}(?:/[0-9]{1,3})?)(?![\w/])"
)

_KINDS = (
    ("RES", r"(?:(?P<several>resoluties|resolutions)|resolutie|resolution)"),
    ("REC", r"(?:(?P<several>aanbevelingen|recommendations)|aanbeveling|recommendation)"),
)
_ASSEMBLY = r"(?:PACE\b|Parlementaire\s(?:Assemblee|Vergadering)\svan\sde\sRaad\svan\sEuropa)"
_OF_ASSEMBLY = tuple(
    # "PACE-resolutie 2480", "resolutie 2480 (2023) van de Parlementaire Assemblee van de Raad van Europa"
    (
        letters,
        re.compile(
            rf"(?<!\w)PACE[-\s]{kind}\s(?:nr\.?\s)?(?=[0-9]{{3,4}}(?![0-9/]))"
            rf"|(?<!\w){kind.replace('several', 'more')}\s(?:nr\.?\s)?"
            rf"(?=[0-9]{{3,4}}(?![0-9/])[^.;«»]{{0,40}}\svan\s(?:de\s)?{_ASSEMBLY})",
            re.IGNORECASE,
        ),
    )
    for letters, kind in _KINDS
)

# "ETS" is emission trading too: a number needs its word, its zeros, or its parentheses
_TREATY = re.compile(
    r"(?<![\w-])(?:C?ETS[-\s](?:(?P<several>nrs|nos)|nr|no)\b\.?:?\s?(?=[0-9])"
    r"|CETS\s(?=[0-9]{3}(?![0-9]))|ETS\s(?=0[0-9]{2}(?![0-9]))|(?<=\()ETS\s(?=[0-9]{2,3}\)))",
    re.IGNORECASE,
)
_LAST_TREATY, _LAST_OF_FIRST_SERIES = 300, 193

_OSCE_SIGN = re.compile(r"\.[A-Z]{2,5}/[0-9]")  # in every symbol of the OSCE; quickly searched
_OSCE = re.compile(
    r"(?<![\w/.-])(?:PC|MC|FSC|CIO|SEC|ODIHR|HCNM|FOM|RFOM|SUM|RC|HDIM)(?:\.[A-Z]{2,5}){1,2}/[0-9]{1,4}(?:/[0-9]{2})?"
    r"(?:/(?:Rev|Corr|Add)\.[0-9]{1,2})?(?![\w/])"
)


def find(text: str) -> Iterator[OfficialCitation]:
    """Yield the papers and treaties of the Council of Europe and the papers of the OSCE, in no promised order."""
    if "Rec(" in text or "Rec (" in text or "CM/" in text:
        for match in _MINISTERS.finditer(text):
            symbol = f"{match['body']}({match['year']}){match['number']}"
            yield _paper(Span(*match.span()), "ministers-of-europe", symbol)
    if "PACE" in text or "Parlementaire" in text:
        yield from _resolutions(text)
    if "ETS" in text:
        yield from _treaties(text)
    if _OSCE_SIGN.search(text):
        for match in _OSCE.finditer(text):
            yield OfficialCitation(Span(*match.span()), "osce-symbol", Scheme.OSCE, match[0])


def _resolutions(text: str) -> Iterator[OfficialCitation]:
    for letters, pattern in _OF_ASSEMBLY:
        for match in pattern.finditer(text):
            several = bool(match["several"] or match["more"])
            for member in members(text, match.end(), several=several, lead=match.start()):
                if member.number.isdigit():
                    yield _paper(member.span, "assembly-of-europe", f"PACE-{letters}-{int(member.number)}")


def _treaties(text: str) -> Iterator[OfficialCitation]:
    """Yield the treaties: the second series (CETS) goes on where the first (ETS) ended, whichever is printed."""
    for match in _TREATY.finditer(text):
        for member in members(text, match.end(), several=bool(match["several"]), lead=match.start()):
            number = int(member.number) if member.number.isdigit() else 0
            if 0 < number <= _LAST_TREATY:
                series = "ETS" if number <= _LAST_OF_FIRST_SERIES else "CETS"
                identifier = f"{series}-{number:03}"
                yield OfficialCitation(member.span, "european-treaty", Scheme.EUROPEAN_TREATY, identifier)


def _paper(span: Span, rule: str, identifier: str) -> OfficialCitation:
    return OfficialCitation(span, rule, Scheme.COUNCIL_OF_EUROPE, identifier)
