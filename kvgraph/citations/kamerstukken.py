"""Kamerstukken of both chambers: dossier, addition and number, in every spelling that papers use.

The dossier is looked for first, because digits are rare and its shape is strict; what announces it
(``Kamerstukken II 2021/22,``) is then read backwards from it, what follows (``nrs. 12 en 13``) forwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kvgraph import identifiers
from kvgraph.citations.grammar import CHAMBER, DASH, NUMBER_WORD, SESSION_WORD, SESSION_YEAR, chamber_of, members
from kvgraph.model import OfficialCitation, Scheme, Span

RULES = ("kamerstuk", "kamerstuk-dossier-and-number", "kamerstuk-hyphenated", "kamerstuk-letter", "kamerstuk-id")

_WORD = r"(?P<word>Kamer[-‐‑]?\s?stuk(?:k?en)?|Parl\.?\s?St(?:ukken)?\.?|Kst\.?)"
_LABEL = r"(?:[\s,:]{0,3}(?:met\s|onder\s)?(?:dossier)?(?:nrs?|nummers?)\b\.?)?"

# what may announce a dossier: the word, the chamber, the session year, each of them or none
_LEAD = re.compile(
    r"(?=[KPTEIL12VZDN])(?=K[as]|Pa|V[aej]|D[eo]|Zi|[12]|(?<![^\W\d_])[TEIL]|(?<=ken)I|(?<=,\s)N)"  # only saves time
    rf"(?:{_WORD}{_LABEL}[\s,:;(]{{0,3}})?"
    rf"(?:(?:van\sde|der)\s)?(?:(?<![^\W\d_])(?P<chamber>{CHAMBER})[\s,:;]{{0,3}}|(?<=ken)(?P<glued>II|I)\s?(?=(?:19|20)[0-9]{{2}}))?"
    rf"(?:{SESSION_WORD}[\s,]{{0,2}})?"
    rf"(?:(?<![0-9])(?P<year>{SESSION_YEAR})[\s,;:]{{0,3}})?"
    rf"(?:(?:dossier(?:nummer|nr\.?)?|(?<=,\s)nr\.?)\s{{1,2}})?\Z",
    re.IGNORECASE,
)
_LEAD_REACH = 110

# chapters of the budget are Roman (XII, IIA, IXB), budget funds one letter (A, B, C, F, H, J, K, L, M)
_ADDITION = r"(?:X{0,2}(?:IX|IV|V?I{0,3})[AB]?|[A-M])"

# 21 501 is the one dossier with numbered parts; elsewhere two digits are a part only when a number follows them
_PART = (
    rf"(?:(?<=21501)|(?<=21\s501))\s?{DASH}\s?[0-9]{{2}}(?![0-9])|(?<=501)\s[0-9]{{2}}(?=,\s?nr)"
    rf"|\s?{DASH}\s?[0-9]{{2}}(?=,?\s?nrs?\b)"
)
# what its id leaves out: the R number of a paper of the Kingdom, other dossiers; "32 764 (R1946)", "29 762 e.a."
_BESIDES = r"(?:\s?\(?R\s?[0-9]{3,4}\)?|\se\.a\.|\sc\.a\.)?"
# "21 501-02", "36 600 XII", "36 410 A", "35 925-XIV", "36 600, hoofdstuk XII": a pattern for each first digit, and that
# before what may not precede it, because a pattern that begins with one character is searched ten times faster
_DOSSIERS = tuple(
    re.compile(
        rf"(?P<dossier>{first}(?<![0-9].)(?<![0-9][.,].)(?<!€.)(?<!€\s.)(?<!EUR\s.)[0-9][\s.]?[0-9]{{3}})(?![0-9])(?P<part>{_PART})?{_BESIDES}"
        rf"(?:(?:\s|{DASH}|,?\s\(?[Hh]oofdstuk\s|,\s?(?=[XVI]+[AB]?[,\s]+nr)|\s?\()?"
        rf"(?P<addition>{_ADDITION})(?<=[A-Z])(?![\w'’])\)?)?{_BESIDES}"
    )
    for first in "123"
)
_NUMBERED = re.compile(rf"[\s,;:.(]{{0,3}}{NUMBER_WORD}", re.IGNORECASE)
_HYPHENATED = re.compile(rf"\s?(?:{DASH}|/)\s?(?P<number>[0-9]{{1,4}}|[A-Z]{{1,2}}(?!\w))(?![0-9]|\s[0-9]{{3}})")
_COMMA = re.compile(r"\s?,\s{0,2}(?:letter\s)?(?=[0-9A-Z])")
_TAIL = re.compile(rf"\s?(?:,|/|{DASH})")
_IDEM = re.compile(rf"(?:[\s;,]{{1,3}}|\sen\s)(?P<idem>(?:idem|ibidem)[\s,]{{1,2}}{NUMBER_WORD})", re.IGNORECASE)
_LONGEST_NUMBER = 4
_LETTER = re.compile(r"[A-HJ-M]")
_PLAIN_NUMBER = re.compile(r"[0-9]{1,4}(?=\s{0,2}(?:[),.;:\]?!»”]|en\b|p\.|blz|\(|$))(?![.,][0-9]|,\s[0-9])")
_CAPITALS = re.compile(r"[A-Z]{1,2}(?![\w'’])")
_MOST_TWINS = 4
_TWIN = re.compile(
    rf"(?P<dossier>[1-3][0-9]\s?[0-9]{{3}}(?:{DASH}[0-9]{{2}})?)(?:[\s-](?P<addition>{_ADDITION})(?<=[A-Z]))?"
    r"(?:\sen\s|\s&\s|\s?/\s?|,\s)\Z"
)
# words near a dossier that let "36 410-45" be one of its papers without the word Kamerstuk before it
_ABOUT = re.compile(r"kamerstuk|motie|amendement|kamerbrief", re.IGNORECASE)
_ABOUT_REACH = 60
_DASH, _SPACED_PART = re.compile(DASH), re.compile(r"21\s?501\s[0-9]{2}")
_OPENED = re.compile(r"\(\s?\Z")
_CLOSED = re.compile(r"\s?[),;.?]|\s?\Z")
# by dossier and number, or by a number alone, as papers have it that are published before they are numbered
_PRINTED_ID = re.compile(r"(?<!\w)kst-(?:[0-9]{5}(?:-[0-9A-Za-z]{1,5}){1,4}(?!\w)|[0-9]{6,7}(?![\w-]))")


def find(text: str) -> Iterator[OfficialCitation]:
    """Yield every Kamerstuk cited, each member of an enumeration with its own span, in no promised order."""
    for dossier in _DOSSIERS:
        for match in dossier.finditer(text):
            if numbered := _NUMBERED.match(text, match.end()):
                yield from _with_number_word(text, match, numbered)
            elif match["addition"] or _TAIL.match(text, match.end()):
                yield from _without_number_word(text, match)
    if "kst-" in text:
        for match in _PRINTED_ID.finditer(text):
            yield OfficialCitation(Span(*match.span()), "kamerstuk-id", Scheme.KAMERSTUK, match[0])


def _with_number_word(text: str, match: re.Match[str], numbered: re.Match[str]) -> Iterator[OfficialCitation]:
    lead = _lead(text, match.start())
    begin, dossier, addition = lead.begin, match["dossier"] + (match["part"] or ""), match["addition"] or ""
    announced = bool(lead.word or lead.chamber or lead.year)
    dossier_like = announced or addition or match["part"] or begin < match.start()
    if "(" in numbered[0] and not (dossier_like or _ABOUT.search(text, max(0, begin - _ABOUT_REACH), begin)):
        return  # "ruim 21 500 (nr. 4) woningen"
    if twin := _first_of_twins(text, begin):
        announced, (begin, dossier, addition) = True, twin
    rule = "kamerstuk" if announced else "kamerstuk-dossier-and-number"
    yield from _listed(text, rule, begin, dossier, addition, numbered.end(), several=bool(numbered["several"]))


def _without_number_word(text: str, match: re.Match[str]) -> Iterator[OfficialCitation]:
    lead = _lead(text, match.start())
    dossier, addition, end = match["dossier"] + (match["part"] or ""), match["addition"] or "", match.end()
    if lead.word and lead.chamber and chamber_of(lead.chamber) == "ek" and _LETTER.fullmatch(addition):
        # the letter behind the dossier is the number of a paper of the Eerste Kamer: "I, 36 021 B"
        yield _citation(Span(lead.begin, end), "kamerstuk-letter", dossier, "", addition)
        return
    hyphenated = _HYPHENATED.match(text, end)
    if hyphenated and (lead.word or _is_paper(text, lead.begin, hyphenated.end())):
        span = Span(lead.begin, hyphenated.end())
        yield _citation(span, "kamerstuk-hyphenated", dossier, addition, hyphenated["number"])
        return
    comma = _COMMA.match(text, end)
    if comma and (lead.word or lead.chamber or lead.year):
        letters = _CAPITALS.match(text, comma.end())
        plain = lead.word or (lead.chamber and (lead.year or _OPENED.search(text, max(0, lead.begin - 2), lead.begin)))
        if letters or (plain and _PLAIN_NUMBER.match(text, comma.end())):
            rule = "kamerstuk-letter" if letters else "kamerstuk"
            yield from _listed(text, rule, lead.begin, dossier, addition, comma.end(), several=False)


@dataclass(frozen=True, slots=True)
class _Lead:
    """What announces a dossier, and where the citation begins."""

    begin: int
    word: str | None
    chamber: str | None
    year: str | None


def _lead(text: str, end: int) -> _Lead:
    match = _LEAD.search(text, max(0, end - _LEAD_REACH), end)
    if match is None or not match[0].strip():
        return _Lead(end, None, None, None)
    return _Lead(match.start(), match["word"], match["chamber"] or match["glued"], match["year"])


def _listed(
    text: str, rule: str, begin: int, dossier: str, addition: str, end: int, *, several: bool
) -> Iterator[OfficialCitation]:
    while True:
        for order, member in enumerate(members(text, end, several=several, lead=begin)):
            if order and len(member.number) > _LONGEST_NUMBER:  # the next dossier, which has a list of its own
                return
            end = member.span.end
            yield _citation(member.span, rule, dossier, addition, member.number)
        again = _IDEM.match(text, end)
        if not again:
            return
        begin, end, several = again.start("idem"), again.end(), bool(again["several"])


def _citation(span: Span, rule: str, dossier: str, addition: str, number: str) -> OfficialCitation:
    plain = _DASH.sub("-", dossier.replace(".", ""))
    if _SPACED_PART.fullmatch(plain):
        plain = plain[:-3] + "-" + plain[-2:]
    identifier = identifiers.kamerstuk(plain, addition, number.lstrip("0") or "0")
    return OfficialCitation(span, rule, Scheme.KAMERSTUK, identifier)


def _first_of_twins(text: str, end: int) -> tuple[int, str, str] | None:
    """Return where the citation begins, dossier and addition, when dossiers that end here share one paper.

    ``Kamerstuk 32 761 en 30 821, nr. 152`` is one paper: it is numbered in the first dossier and filed in the others.
    """
    for _ in range(_MOST_TWINS):
        twin = _TWIN.search(text, max(0, end - 25), end)
        if not twin:
            break
        end = twin.start()
        lead = _lead(text, end)
        if lead.word:
            return lead.begin, twin["dossier"], twin["addition"] or ""
    return None


def _is_paper(text: str, begin: int, end: int) -> bool:
    """Tell whether ``23 432-537`` is a paper: between parentheses, or near a word that announces one."""
    opened = _OPENED.search(text, max(0, begin - 2), begin) and _CLOSED.match(text, end)
    return bool(opened or _ABOUT.search(text, max(0, begin - _ABOUT_REACH), begin))
