"""The Aanhangsel van de Handelingen, question papers, and the numbers of cases and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kvgraph import identifiers
from kvgraph.citations.grammar import (
    NUMBER_WORD,
    OF_CHAMBER,
    OF_SESSION,
    SESSION_OF_CHAMBER,
    SESSION_YEAR,
    chamber_of,
    in_small_letters,
    members,
)
from kvgraph.model import OfficialCitation, PassageKind, Scheme, Span

RULES = (
    "aanhangsel",
    "aanhangsel-number-first",
    "aanhangsel-short",
    "aanhangsel-id",
    "case-number",
    "document-number",
    "question-paper-id",
)
SIGNS = ("anhangsel", "ah", "kv-")
"""Words in small letters, one of which is in every text that cites what this module knows, but for ``find_numbers``."""

_OF_THE = r"(?:\s?(?:(?:van|bij|tot)\s?(?:de|het)|der))?"
_NUMBERED = rf"[\s,;:.(]{{0,3}}(?:{NUMBER_WORD}|(?=\s?[0-9]))"

# "Aanhangsel van de Handelingen II 2019/20, nr. 1234"
_AANHANGSEL = re.compile(
    rf"Aanhangsels?\)?{_OF_THE}[\s,]{{0,2}}(?:Handeling(?:en)?|Hand\.?)?{OF_CHAMBER}{OF_SESSION}{_NUMBERED}",
    re.IGNORECASE,
)
_CHAMBER_BEFORE = re.compile(r"(?<!\w)(?:Eerste\sKamer|EK)(?=[\s,]{1,3}\Z)", re.IGNORECASE)
# "Handelingen II 2019/20, Aanhangsel nr. 1234", "vergaderjaar 2019–2020, Aanhangsel van de Handelingen, nr. 1234"
_AFTER_SESSION = re.compile(
    rf"(?:Handelingen{OF_CHAMBER}{OF_SESSION}|{SESSION_OF_CHAMBER})"
    rf"[\s,(]{{0,3}}Aanhangsels?{_OF_THE}\s?(?:Handelingen)?(?:[\s,(]{{0,3}}{NUMBER_WORD}|(?<=Handelingen)[\s,]{{1,2}}(?=[0-9]))",
    re.IGNORECASE,
)
# "Aanhangsel Handelingen nr. 1234, vergaderjaar 2019–2020", "AH 604, vergaderjaar 2019–2020"
_NUMBER_FIRST = re.compile(
    rf"(?:Aanhangsel{_OF_THE}\s?(?:Handelingen)?{OF_CHAMBER}[\s,(]{{0,3}}{NUMBER_WORD}|(?<![\w-])AH(?=\s[0-9]))"
    rf"\s?(?P<number>[0-9]{{1,4}}){OF_SESSION}",
    re.IGNORECASE,
)
# the next session year in the same citation: "nr. 3999 en vergaderjaar 2021–2022, nr. 487"
_AND_SESSION = re.compile(rf"\s?(?:,|;|en|,\sen)(?:\svan)?\s?{OF_SESSION}{_NUMBERED}", re.IGNORECASE)
# "AH 2023-2024, nr. 604"; without the year only where it can be nothing but a reference: "(AH 604)", "zie AH 604"
_AH = re.compile(
    rf"(?<![\w-])AH(?:[-\s]TK)?[\s-](?:(?P<year>{SESSION_YEAR})[\s,-]{{1,3}}(?:nr\.?\s)?|(?<=\(AH.)|(?<=[Zz]ie\sAH.))"
    r"(?P<number>[0-9]{1,4})(?![\w/])"
)
# by session and number, or by a number alone, as papers have it that are published before they are numbered
_AH_ID = re.compile(r"(?<!\w)ah-(?:(?:tk|ek)-[0-9]{8}-[0-9]{1,5}|[0-9]{6,7})(?![\w-])", re.IGNORECASE)

# the Kamer has numbered its cases since 2008; a pattern that begins with plain characters is searched ten times faster
_NUMBER = re.compile(r"(?P<year>20[0-9]{2})(?<![\w%]....)\s?(?P<letter>[ZD])[\s-]?(?P<number>[0-9]{5})(?![0-9A-Za-z])")
_OTHER_PAPER = re.compile(r"\b(?:eerdere|aanvulling|vervolg|naar\saanleiding\svan|zie\sook)\b", re.IGNORECASE)
_OTHER_PAPER_REACH = 200
_QUESTION_PAPER = re.compile(r"(?<!\w)kv-(?:(?:tk|ek)-[0-9]{4}Z[0-9]{5}|[0-9]{6,10})(?![\w-])")


def find(text: str, *, kind: PassageKind, anchor: date | None = None) -> Iterator[OfficialCitation]:
    """Yield the Aanhangsel and the question papers cited by their ids, in no promised order.

    ``AH 604`` without a session year is read in the session year of the anchor, the day on which the text was written;
    without an anchor it is left out.
    """
    lowered = in_small_letters(text)
    if "anhangsel" in lowered or ("AH " in text and "vergaderjaar" in lowered):
        yield from _aanhangsels(text)
    if "AH" in text and kind is not PassageKind.HEADER:
        yield from _short_aanhangsels(text, anchor)
    if "ah-" in lowered:
        for match in _AH_ID.finditer(text):
            yield OfficialCitation(Span(*match.span()), "aanhangsel-id", Scheme.AANHANGSEL, match[0].lower())
    if "kv-" in text and kind is not PassageKind.HEADER:
        for match in _QUESTION_PAPER.finditer(text):
            yield OfficialCitation(Span(*match.span()), "question-paper-id", Scheme.KAMERVRAAG, match[0])


def _aanhangsels(text: str) -> Iterator[OfficialCitation]:
    for match in _AANHANGSEL.finditer(text):
        several = bool(match["several"]) or match[0].lower().startswith("aanhangsels")
        before = _CHAMBER_BEFORE.search(text, max(0, match.start() - 15), match.start())
        chamber = match["chamber"] or (before[0] if before else None)
        yield from _listed(text, match, match["year"], several=several, chamber=chamber)
    for match in _AFTER_SESSION.finditer(text):
        printed = match["year"] or match["session"]
        yield from _listed(
            text, match, printed, several=bool(match["several"]), chamber=match["chamber"] or match["of"]
        )
    for match in _NUMBER_FIRST.finditer(text):
        if year := identifiers.session_year(match["year"]):
            identifier = identifiers.aanhangsel(year, match["number"], chamber_of(match["chamber"]))
            yield OfficialCitation(Span(*match.span()), "aanhangsel-number-first", Scheme.AANHANGSEL, identifier)


def _listed(
    text: str, match: re.Match[str], printed: str, *, several: bool, chamber: str | None
) -> Iterator[OfficialCitation]:
    """Yield the numbers of one session year, and those of the session years that follow in the same citation."""
    year, (begin, end) = identifiers.session_year(printed), match.span()
    while year:
        for member in members(text, end, several=several, lead=begin):
            end = member.span.end
            identifier = identifiers.aanhangsel(year, member.number, chamber_of(chamber))
            yield OfficialCitation(member.span, "aanhangsel", Scheme.AANHANGSEL, identifier)
        follow = _AND_SESSION.match(text, end)
        if not follow:
            return
        begin, end, several = follow.start("year"), follow.end(), bool(follow["several"])
        year = identifiers.session_year(follow["year"])


def _short_aanhangsels(text: str, anchor: date | None) -> Iterator[OfficialCitation]:
    for match in _AH.finditer(text):
        year = identifiers.session_year(match["year"]) if match["year"] else None
        if year is None and anchor is not None:
            year = identifiers.session_year_of(anchor)
        if year:
            identifier = identifiers.aanhangsel(year, match["number"])
            yield OfficialCitation(Span(*match.span()), "aanhangsel-short", Scheme.AANHANGSEL, identifier)


def find_numbers(text: str, *, kind: PassageKind) -> Iterator[OfficialCitation]:
    """Yield the cases and documents cited by number, in no promised order.

    A header's case number is the paper's own and no citation, unless the words before it speak of another paper.
    """
    own = kind is PassageKind.HEADER
    for match in _NUMBER.finditer(text):
        if own and not _OTHER_PAPER.search(text, max(0, match.start() - _OTHER_PAPER_REACH), match.start()):
            continue
        identifier = f"{match['year']}{match['letter']}{match['number']}"
        case = match["letter"] == "Z"
        rule, scheme = ("case-number", Scheme.CASE) if case else ("document-number", Scheme.TK_DOCUMENT)
        yield OfficialCitation(Span(*match.span()), rule, scheme, identifier)
