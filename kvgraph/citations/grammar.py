r"""Named parts of which the patterns of citations are composed, and the reading of enumerations.

Every part is bounded and holds no nested repeat, so a pattern made of them stays linear in the length of the text.
Blanks are ``\s`` (a no-break space too); digits are written ``[0-9]``, because ``\d`` takes those of every script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kvgraph.dates import MONTHS
from kvgraph.model import Span

DASH = r"[-‐‑–—]"
"""Hyphens and dashes, as typists, typesetters and office software print them in numbers."""

YEAR = r"(?:19|20)[0-9]{2}"

SESSION_YEAR = rf"(?:{YEAR}\s?(?:{DASH}|/)\s?(?:{YEAR}|[0-9]{{2}})(?![0-9]))"
"""``2020–2021``, ``2020/21``; read by ``identifiers.session_year``, which also refuses misprints."""

SESSION_WORD = r"(?:vergaderjaar|vergaderjaren|verg\.?\s?jaar|zittingsjaar|zitting|vj\.?)"

CHAMBER = (
    r"(?:(?:Tweede|Eerste)\s?Kamer(?:\s?der\s?Staten-Generaal)?|II|ll|I|l|TK|EK|2e\s?Kamer|1e\s?Kamer)(?![^\W\d_])"
)
"""Which chamber; small letters l stand for capital I in papers that were typed from another typeface."""

NUMBER_WORD = r"(?:(?P<several>nr\.?['’]?s|nummers|nos)|nr|nummer|no|n°)(?![^\W\d_])\s?[.,:]{0,2}"

OF_CHAMBER = rf"(?:[\s,]{{0,2}}(?:(?:van|der)\s(?:de\s)?)?(?P<chamber>{CHAMBER}))?"
OF_SESSION = rf"(?:[\s,(]{{0,3}}(?:van\s(?:het\s)?)?{SESSION_WORD})?[\s,(]{{0,3}}(?P<year>{SESSION_YEAR})\)?"
SESSION_OF_CHAMBER = (
    rf"(?:(?<![^\W\d_])(?P<of>{CHAMBER})[\s,]{{1,3}})?{SESSION_WORD}[\s,]{{0,2}}(?P<session>{SESSION_YEAR})"
)
"""Chamber and session year behind a word (``Handelingen II 2019/20``), or before it."""

_MONTH = "|".join(names[0] for names in MONTHS.values())
_NO_QUANTITY = (
    rf"(?!\s{{0,2}}(?:(?:{_MONTH}|miljoen|miljard|procent|jaar|dagen|weken|maanden|euro)\b|%|[0-9]{{3}}(?![0-9])))"
)
_NUMBER = r"(?:[0-9]{1,6}(?:[a-z](?![^\W\d_]))?|[A-Z]{1,2}(?!\w))"
_FIRST = re.compile(rf"\s{{0,2}}(?P<number>{_NUMBER})(?![0-9]){_NO_QUANTITY}")
_NEXT = re.compile(
    r"(?:\s?\([^()]{1,60}\)|(?P<page>,?\s(?:blz|pag|p)\.?\s?[0-9]{1,5}))?\s{0,2}"
    rf"(?P<joint>,\s{{0,2}}en\b|,|;|en\b|of\b|&|t/m|tot\s?en\s?met|alsmede|alsook|evenals|respectievelijk|resp\.|{DASH}|/)\s{{0,2}}"
    rf"(?P<word>(?:nr\.?['’]?s|nr|nummers?)\b\s?[.,]{{0,2}}\s{{0,2}})?"
    rf"(?P<number>{_NUMBER})(?![0-9]|[.,/:][0-9]|\s?{DASH}\s?[0-9]){_NO_QUANTITY}",
)
_QUALIFIED = re.compile(r"\s?\(")
_DATED = re.compile(rf"\s?\({YEAR}\)")
_BOUNDARY = re.compile(r"\s{0,2}(?:[),.;:\]?!»”\"'’(&]|en\b|of\b|t/m|$)")
_DASHES = frozenset("-‐‑–—")


@lru_cache(maxsize=4)
def in_small_letters(text: str) -> str:
    """Return the text in small letters, character for character; of the last texts it is kept."""
    return text.replace("İ", "I").lower()  # the one capital whose small form is two characters


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an enumeration: where its number stands, and the number as printed."""

    span: Span
    number: str


def members(text: str, begin: int, *, several: bool, lead: int | None = None) -> Iterator[Member]:
    """Yield the numbers that are enumerated from ``begin`` on: ``12``, ``12 en 13``, ``679, nr. 684 en 685``.

    The span of the first begins at ``lead``, where the citation begins; each other has the span of its own number.

    After ``nrs.`` (several) any listed number is taken; after ``nr.`` one that follows ``en`` or has its own ``nr.``,
    and that ends a phrase, so that ``nr. 295 en 10 andere brieven`` is one number. Of a range the two ends are printed,
    and so the two ends are members (what lies between is for ``ranges``); after ``nr.`` a range has words, for its
    dash may be something else. Dates, quantities and dossier numbers are no members.
    """
    match = _FIRST.match(text, begin)
    if not match:
        return
    yield Member(Span(match.start("number") if lead is None else lead, match.end("number")), match["number"])
    kind = match["number"].isdigit()
    while follow := _NEXT.match(text, match.end("number")):
        if follow["number"].isdigit() is not kind or not _belongs(text, match.end("number"), follow, several=several):
            return
        several = several or bool(follow["word"] and follow["word"].strip().rstrip(".,").endswith("s"))
        yield Member(
            Span(follow.start("word") if follow["word"] else follow.start("number"), follow.end()), follow["number"]
        )
        match = follow


def _belongs(text: str, end: int, follow: re.Match[str], *, several: bool) -> bool:
    """Tell whether the number after the joint is one more member, and not the start of something else."""
    if follow["word"]:
        return True
    if follow["page"]:
        return False
    if (_QUALIFIED.match(text, end) and not (several and _DATED.match(text, end))) or follow["joint"] in {";", "/"}:
        return False
    if several:
        return True
    if not _BOUNDARY.match(text, follow.end()) or follow["joint"] in _DASHES:
        return False
    return follow["joint"] != "," or _chained(text, follow.end())


def _chained(text: str, end: int) -> bool:
    """Tell whether a list after a comma goes on to an ``en`` with its last number (``12, 13 en 14``)."""
    for _ in range(20):
        follow = _NEXT.match(text, end)
        if not follow or follow["word"] or follow["joint"] == ";":
            return False
        if "en" in follow["joint"]:
            return bool(_BOUNDARY.match(text, follow.end()))
        end = follow.end()
    return False


def chamber_of(printed: str | None) -> str:
    """Return ``ek`` for the Eerste Kamer in any of its spellings, else ``tk``."""
    squeezed = "".join((printed or "").split()).lower()
    return "ek" if squeezed in {"i", "l", "ek"} or squeezed.startswith(("eerste", "1e")) else "tk"
