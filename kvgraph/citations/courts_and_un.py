"""Judgments by ECLI, and documents and resolutions of the United Nations by symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvgraph.citations.grammar import DASH, in_small_letters, members
from kvgraph.identifiers import UN_ORGAN
from kvgraph.model import OfficialCitation, Scheme, Span

RULES = (
    "ecli",
    "un-symbol",
    "security-council-resolution",
    "general-assembly-resolution",
    "human-rights-council-resolution",
)
SIGNS = ("ecli", "resoluti", "unscr")
"""Words in small letters, one of which is in every text that cites one of these, but for symbols: these hold ``/``."""

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
_SYMBOL_SIGN = re.compile(r"/[A-Z0-9](?<=[A-Z]/.)")  # in every symbol; quickly searched

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
# "in de Veiligheidsraad ... naar het voorbeeld van resolutie 1593"
_IN_COUNCIL = re.compile(
    rf"(?<!\w)(?:{_COUNCIL})\b[^.;?!]{{1,150}}?\s(?P<here>(?:{_RESOLUTION})\s(?:nr\.?\s)?)(?=[0-9]{{3,4}}(?![0-9/]))",
    re.IGNORECASE,
)
# a session and a number, "77/247"; special sessions have letters, "ES-11/1"
_SESSIONED = r"(?:ES-)?[0-9]{1,2}/[0-9]{1,3}(?![0-9/])"
_ORGANS = (
    (
        "general-assembly-resolution",
        "A/RES/",
        r"AVVN|UNGA|(?:UN\s)?General\sAssembly",
        r"(?:AVVN\b|Algemene\sVergadering\b(?!\svan\saandeelhouders))",
    ),
    (
        "human-rights-council-resolution",
        "A/HRC/RES/",
        r"(?:VN[-\s])?Mensenrechtenraad|MRR|(?:UN)?HRC|(?:UN\s)?Human\sRights\sCouncil",
        r"(?:VN-)?Mensenrechtenraad\b",
    ),
)
_OF_ORGAN = tuple(
    (
        rule,
        prefix,
        re.compile(
            rf"(?<!\w)(?:(?:{compound})[-\s]?(?:{_RESOLUTION.replace('several', 'more')})\s(?P<number>{_SESSIONED})"
            rf"|(?:{_RESOLUTION})\s(?P<long>{_SESSIONED})(?=[^.;«»]{{0,40}}\svan\sde\s{organ}))",
            re.IGNORECASE,
        ),
    )
    for rule, prefix, compound, organ in _ORGANS
)
# no other organ of the United Nations has had that many sessions
_LATE = re.compile(r"(?<!\w)VN[-\s]?resolutie\s(?P<number>[7-9][0-9]/[0-9]{1,3})(?![0-9/])", re.IGNORECASE)
_AND = re.compile(rf"(?:\s\([0-9]{{4}}\))?(?:,\sen|,|\sen)\s(?P<number>{_SESSIONED})")
_ROMAN = re.compile(r"\s?\([IVXL]{1,8}\)")


def find(text: str) -> Iterator[OfficialCitation]:
    """Yield every ECLI, UN symbol and numbered resolution, in no promised order.

    A double symbol (``A/67/828–S/2013/210``) is one document and one id, with a hyphen for whatever dash is printed.
    """
    lowered = in_small_letters(text)
    if "ecli" in lowered:
        for match in _ECLI.finditer(text):
            parts = ("ECLI", match["country"], match["court"], match["year"], match["number"])
            yield OfficialCitation(Span(*match.span()), "ecli", Scheme.ECLI, ":".join(parts).upper())
    if _SYMBOL_SIGN.search(text):
        for match in _SYMBOL.finditer(text):
            if re.search(r"/[A-Z.]{0,8}[0-9]", match[0]):
                yield _document(Span(*match.span()), "un-symbol", re.sub(DASH + rf"(?={UN_ORGAN}/)", "-", match[0]))
    if "resoluti" in lowered or "unscr" in lowered:
        yield from _resolutions(text)


def _resolutions(text: str) -> Iterator[OfficialCitation]:
    for pattern in (_COMPOUND, _OF_COUNCIL, _IN_COUNCIL):
        for match in pattern.finditer(text):
            begin = match.start("here") if pattern is _IN_COUNCIL else match.start()
            for member in members(text, match.end(), several=bool(match["several"]), lead=begin):
                # "2758 (XXVI)" is a resolution of the General Assembly of before 1976
                if member.number.isdigit() and not _ROMAN.match(text, member.span.end):
                    yield _document(member.span, "security-council-resolution", f"S/RES/{int(member.number)}")
    for rule, prefix, pattern in _OF_ORGAN:
        for match in pattern.finditer(text):
            place = match.span("number" if match["number"] else "long")
            yield _document(Span(match.start(), place[1]), rule, prefix + text[slice(*place)])
            end = place[1]
            while (match["several"] or match["more"]) and (follow := _AND.match(text, end)):
                end = follow.end()
                yield _document(Span(*follow.span("number")), rule, prefix + follow["number"])
    for match in _LATE.finditer(text):
        yield _document(Span(*match.span()), "general-assembly-resolution", f"A/RES/{match['number']}")


def _document(span: Span, rule: str, symbol: str) -> OfficialCitation:
    return OfficialCitation(span, rule, Scheme.UN, symbol)
