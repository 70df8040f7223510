"""Judgments by ECLI, and documents and resolutions of the United Nations by symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvgraph.citations.grammar import DASH, members
from kvgraph.identifiers import UN_ORGAN
from kvgraph.model import OfficialCitation, Scheme, Span

RULES = (
    "ecli",
    "un-symbol",
    "security-council-resolution",
    "general-assembly-resolution",
    "human-rights-council-resolution",
)

_ECLI = re.compile(
    r"(?<![A-Za-z])ECLI\s?:\s?(?P<country>[A-Z]{2})\s?:\s?(?P<court>[A-Z][A-Z0-9]{0,6})\s?:\s?(?P<year>[0-9]{4})\s?:\s?"
    r"(?P<number>[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?)",
    re.IGNORECASE,
)

# organs first, then parts of capitals and digits; at least three parts, one of them with a digit (ST/LIB/SER.B/5)
_PART = r"/[A-Z0-9][A-Za-z0-9.-]{0,15}"
_ONE_SYMBOL = rf"{UN_ORGAN}(?:{_PART}){{2,6}}"
_SYMBOL = re.compile(
    rf"(?:(?<![\w/.-])|(?<=undocs\.org/)|(?<=/en/)|(?<=symbol=)){_ONE_SYMBOL}(?:{DASH}{UN_ORGAN}(?:{_PART}){{2,6}})?(?<![.-])(?![\w/])"
)

_RESOLUTION = r"(?P<several>resoluties|resolutions)|resolutie|resolution"
_COUNCIL = r"(?:VN[-\s]?)?Veiligheidsraads?|VNVR|VN[-\s]VR|UNSC|(?:UN\s)?Security\sCouncil"
# "VN-Veiligheidsraadresolutie 2334", "VNVR-resoluties 2254 en 2268", "VN-resolutie 1325"
_COMPOUND = re.compile(
    rf"(?<!\w)(?:(?:{_COUNCIL}|VN)[-\s]?(?:{_RESOLUTION})|UNSCR)\s(?:nr\.?\s|nummer\s)?(?=[0-9]{{3,4}}(?![0-9/]))",
    re.IGNORECASE,
)
# "resolutie 2334 (2016) van de VN-Veiligheidsraad"
_OF_COUNCIL = re.compile(
    rf"(?<!\w)(?:{_RESOLUTION})\s(?:nr\.?\s)?(?=[0-9]{{3,4}}(?![0-9/])[^.;«»]{{0,40}}\svan\sde\s(?:{_COUNCIL})\b)",
    re.IGNORECASE,
)
# a session and a number; "VN-resolutie 77/247" too, for no other organ of the United Nations has had that many sessions
_ASSEMBLY = re.compile(
    r"(?<!\w)resolutie\s(?P<number>(?:ES-)?[0-9]{1,2}/[0-9]{1,3})(?=\svan\sde\s(?:Algemene\sVergadering|AVVN))"
    r"|(?<!\w)AVVN[-\s]?resolutie\s(?P<short>(?:ES-)?[0-9]{1,2}/[0-9]{1,3})"
    r"|(?<!\w)VN[-\s]?resolutie\s(?P<late>[7-9][0-9]/[0-9]{1,3})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?<!\w)(?:VN-)?(?:Mensenrechtenraad|MRR|HRC)[-\s]?resolutie\s(?P<number>[0-9]{1,2}/[0-9]{1,3})"
    r"|(?<!\w)resolutie\s(?P<long>[0-9]{1,2}/[0-9]{1,3})(?=\svan\sde\s(?:VN-)?Mensenrechtenraad)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[OfficialCitation]:
    """Yield every ECLI, UN symbol and numbered resolution, in no promised order.

    A double symbol (``A/67/828–S/2013/210``) is one document and one id, with a hyphen for whatever dash is printed.
    """
    lowered = text.lower()
    if "ecli" in lowered:
        for match in _ECLI.finditer(text):
            parts = ("ECLI", match["country"], match["court"], match["year"], match["number"])
            yield OfficialCitation(Span(*match.span()), "ecli", Scheme.ECLI, ":".join(parts).upper())
    if "/" in text:
        for match in _SYMBOL.finditer(text):
            if re.search(r"/[A-Z.]{0,8}[0-9]", match[0]):
                yield _document(Span(*match.span()), "un-symbol", re.sub(DASH + rf"(?={UN_ORGAN}/)", "-", match[0]))
    if "resoluti" in lowered or "unscr" in lowered:
        yield from _resolutions(text)


def _resolutions(text: str) -> Iterator[OfficialCitation]:
    for pattern in (_COMPOUND, _OF_COUNCIL):
        for match in pattern.finditer(text):
            for member in members(text, match.end(), several=bool(match["several"]), lead=match.start()):
                if member.number.isdigit():
                    yield _document(member.span, "security-council-resolution", f"S/RES/{int(member.number)}")
    for match in _ASSEMBLY.finditer(text):
        number = match["number"] or match["short"] or match["late"]
        yield _document(Span(*match.span()), "general-assembly-resolution", f"A/RES/{number}")
    for match in _RIGHTS.finditer(text):
        number = match["number"] or match["long"]
        yield _document(Span(*match.span()), "human-rights-council-resolution", f"A/HRC/RES/{number}")


def _document(span: Span, rule: str, symbol: str) -> OfficialCitation:
    return OfficialCitation(span, rule, Scheme.UN, symbol)
