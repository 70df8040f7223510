"""Office holders of other countries and of international organisations, named in running text with their office.

No register lists them: they stay without a link, and the mention says as what the text names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from kvgraph.entities.folding import fold
from kvgraph.entities.foreign import adjective_before, country_behind, is_abroad
from kvgraph.entities.names import COURTESY, UPPER, WORD, printed
from kvgraph.entities.offices import office_spans, portfolio_words
from kvgraph.entities.signs import TITLES
from kvgraph.model import PersonMention, Span

RULE = "person-abroad"

_PARTICLE = r"(?:al|el|bin|bint|ibn|ben|von|da|de|der|dos|du|di|la|le)"
_NAME = re.compile(
    rf"(?=[{UPPER}’']|al[-\s][{UPPER}])(?:(?:{WORD}|{_PARTICLE}(?=[\s-]))[\s-]){{0,4}}{WORD}(?:\s[IVX]{{1,4}}(?!\w))?"
)
_LINK = re.compile(rf",?\s(?:{COURTESY})?")

# An office that every country has is another country's by its adjective or its name. The plain letters of its title
# come first and the one before them, small or capital, then: so a pattern is searched ten times faster.
_COMMON = {
    title: re.compile(
        rf"{title[1:]}(?<=[{title[0]}{title[0].upper()}]{title[1:]})(?:(?<=inister)[-\s][Pp]resident)?(?!\w)"
    )
    for title in TITLES
}
_ARTICLES = frozenset((" de ", "\nde ", " De ", "De ", "\nDe "))
_INSIDE = re.compile(r"[\w-]")
# Offices that the Netherlands has none of.
_ABROAD = re.compile(
    r"(?<![\w-])(?:(?<!inister\s)(?:[Oo]ud-|[Ee]x-)?(?:[Vv]ice-?)?[Pp]resident|[Bb]ondskanselier|[Pp]aus|emir|sultan|"
    r"[Kk]roonprins|(?:[Ee]uro|EU-|Europees\s)[Cc]ommissaris|Commissievoorzitter|ECB-president|(?:EU-)?buitenlandchef|"
    r"(?:(?:EU|VN)-)?(?:Hoge\sVertegenwoordiger|HV/VP|HV)(?:\svan\sde\s(?:EU|Europese\sUnie|Unie))?"
    r"(?:\svoor\sBuitenlandse\sZaken\sen\sVeiligheidsbeleid)?(?:\s\([A-Z/]{2,6}\))?|"
    r"(?:VN-)?Hoge\sCommissaris(?:\svoor\s(?:de\s)?(?:Mensenrechten|Vluchtelingen))?|"
    r"(?:VN|NAVO|OVSE|EU)-?(?:[Ss]ecretaris-?[Gg]eneraal|SG|chef|baas|gezant|rapporteur|coördinator))(?!\w)"
)
# The same where the text names what they are of: (a part of the office, the office, who has one).
_OF_WHAT_IS_NAMED = (
    (
        "ecretaris",
        re.compile(r"(?<![\w-])[Ss]ecretaris-?[Gg]eneraal(?!\w)"),
        re.compile(r"(?<!\w)(?:VN|NAVO|OVSE|Verenigde\sNaties)(?!\w)"),
    ),
    (
        "Commissaris",
        re.compile(r"(?<![\w-])(?<!Hoge\s)(?<!Europees\s)Commissaris(?!\w)"),
        re.compile(r"(?<!\w)(?:Europese\sCommissie|[Ee]urocommissaris|EU)(?!\w)"),
    ),
)
_ORGANISATION = re.compile(
    r"\svan\sde\s(?:VN|NAVO|OVSE|Verenigde\sNaties|EU|Europese\s(?:Unie|Commissie|Raad)|Raad\svan\sEuropa)(?!\w)"
)
_NO_NAME = frozenset("nederland nederlandse europa europese verenigde tweede eerste".split())
_OWNED = re.compile(r"\svan\s[Dd]e\s|\svan\shet\s")
_REACH, _LONGEST_OFFICE = 60, 120


def find_dignitaries(text: str, signs: Set[str]) -> Iterator[PersonMention]:
    """Yield who holds an office abroad or at an international organisation, with the office as their ``role``.

    ``signs`` are the kinds of signs that the text holds.
    """
    for title in sorted(signs & _COMMON.keys(), key=TITLES.index):
        for head in _COMMON[title].finditer(text):
            begin = head.start() - 1
            inside = begin and _INSIDE.match(text, begin - 1)
            if not inside and (mention := _holder(text, begin, head.end(), common=True)):
                yield mention
    if "abroad" not in signs:
        return
    for head in _ABROAD.finditer(text):
        if mention := _holder(text, *head.span(), common=False):
            yield mention
    for sign, office, body in _OF_WHAT_IS_NAMED:
        for head in office.finditer(text) if sign in text and body.search(text) else ():
            if mention := _holder(text, *head.span(), common=False):
                yield mention


def _holder(text: str, begin: int, end: int, *, common: bool) -> PersonMention | None:
    """Return who holds the office from ``begin`` to ``end``; a ``common`` one only when it is another country's."""
    adjective = _adjective(text, begin)
    if common and adjective is not None:
        end = _office_end(text, begin, end)
    owner = _owner(text, end)
    name = _name(text, owner or end)
    if name is None:
        return None
    behind = None if owner else _owner(text, name.end)
    elsewhere = (adjective, owner, behind) != (None, None, None)
    if not elsewhere and (common or _OWNED.match(text, name.end)):  # president Jansen van de rechtbank
        return None
    role = text[begin if adjective is None else adjective : owner or end]
    if behind:
        role += text[name.end : behind]
    return PersonMention(name, RULE, printed(text, name), role=" ".join(role.split()))


def _office_end(text: str, begin: int, end: int) -> int:
    """Return where an office ends: behind its portfolio (``minister van Defensie``), else behind its title."""
    folded = fold(text[begin : begin + _LONGEST_OFFICE])
    offices = office_spans(folded.text)
    return begin + folded.end(offices[0][1]) if offices and offices[0][0] == 0 else end


def _name(text: str, end: int) -> Span | None:
    """Return the name behind an office that ends at ``end``, without words that begin something else."""
    link = _LINK.match(text, end)
    match = _NAME.match(text, link.end()) if link else None
    if match is None:
        return None
    last = match.start()
    for word in re.finditer(r"\S+", match.group()):
        folded = fold(word.group()).text
        if is_abroad(folded) or folded in portfolio_words() or folded in _NO_NAME:
            break
        if any(letter.isupper() for letter in word.group()):
            last = match.start() + word.end()
    return Span(match.start(), last) if last > match.start() else None


def _adjective(text: str, begin: int) -> int | None:
    """Return where the adjective of another country before an office begins."""
    if text[max(0, begin - 4) : begin] in _ARTICLES:  # cheaper, and so it is most often
        return None
    start = max(0, begin - _REACH)
    folded = fold(text[start:begin])
    place = adjective_before(folded.text, len(folded.text))
    return None if place is None else start + folded.begin(place)


def _owner(text: str, end: int) -> int | None:
    """Return where ``van`` with another country, or an international organisation, behind ``end`` ends."""
    if organisation := _ORGANISATION.match(text, end):
        return organisation.end()
    if not text.startswith(" van ", end):
        return None
    folded = fold(text[end : end + _REACH])
    place = country_behind(folded.text, 0)
    return None if place is None else end + folded.end(place)
