"""Parliamentary papers other than Kamerstukken: Aanhangsel, Handelingen, case and document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kvgraph import identifiers
from kvgraph.citations.grammar import (
    CHAMBER,
    DASH,
    NUMBER_WORD,
    SESSION_WORD,
    SESSION_YEAR,
    YEAR,
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
    "handelingen",
    "handelingen-id",
    "case-number",
    "document-number",
    "question-paper-id",
)

_OF_THE = r"(?:\s?(?:van|bij|tot)\s?(?:de|het))?"
_CHAMBER = rf"(?:[\s,]{{0,2}}(?:(?:van|der)\s(?:de\s)?)?(?P<chamber>{CHAMBER}))?"
_SESSION = rf"(?:[\s,(]{{0,3}}(?:van\s(?:het\s)?)?{SESSION_WORD})?[\s,(]{{0,3}}(?P<year>{SESSION_YEAR})\)?"
_NUMBERED = rf"[\s,;:.(]{{0,3}}(?:{NUMBER_WORD}|(?=\s?[0-9]))"

# "Aanhangsel van de Handelingen II 2019/20, nr. 1234"
_AANHANGSEL = re.compile(
    rf"Aanhangsels?\)?{_OF_THE}[\s,]{{0,2}}(?:Handeling(?:en)?|Hand\.?)?{_CHAMBER}{_SESSION}{_NUMBERED}", re.IGNORECASE
)
# "Handelingen II 2019/20, Aanhangsel nr. 1234", "vergaderjaar 2019–2020, Aanhangsel van de Handelingen, nr. 1234"
_AFTER_SESSION = re.compile(
    rf"(?:Handelingen{_CHAMBER}{_SESSION}|{SESSION_WORD}[\s,]{{0,2}}(?P<session>{SESSION_YEAR}))"
    rf"[\s,(]{{0,3}}Aanhangsels?{_OF_THE}\s?(?:Handelingen)?[\s,(]{{0,3}}{NUMBER_WORD}",
    re.IGNORECASE,
)
# "Aanhangsel Handelingen nr. 1234, vergaderjaar 2019–2020"
_NUMBER_FIRST = re.compile(
    rf"Aanhangsel{_OF_THE}\s?(?:Handelingen)?{_CHAMBER}[\s,(]{{0,3}}{NUMBER_WORD}\s?(?P<number>[0-9]{{1,4}}){_SESSION}",
    re.IGNORECASE,
)
# the next session year in the same citation: "nr. 3999 en vergaderjaar 2021–2022, nr. 487"
_AND_SESSION = re.compile(rf"\s?(?:,|;|en|,\sen)(?:\svan)?\s?{_SESSION}{_NUMBERED}", re.IGNORECASE)
# "AH 2023-2024, nr. 604"; without the year only where it can be nothing but a reference: "(AH 604)", "zie AH 604"
_AH = re.compile(
    rf"(?<![\w-])AH(?:[-\s]TK)?[\s-](?:(?P<year>{SESSION_YEAR})[\s,-]{{1,3}}(?:nr\.?\s)?|(?<=\(AH.)|(?<=[Zz]ie\sAH.))"
    r"(?P<number>[0-9]{1,4})(?![\w/])"
)
_AH_ID = re.compile(r"(?<!\w)ah-(?:tk|ek)-[0-9]{8}-[0-9]{1,5}(?![\w-])", re.IGNORECASE)

_HANDELINGEN = re.compile(
    rf"(?<![^\W\d_])(?:Handelingen|Hand\.){_CHAMBER}{_SESSION}[\s,]{{0,3}}(?:{NUMBER_WORD}|(?=\s?[0-9]))\s{{0,2}}"
    rf"(?P<sitting>[0-9]{{1,3}})(?![0-9])"
    rf"(?:[\s,]{{0,3}}(?:item|agendapunt|(?:{DASH})(?=[0-9]))\s?(?P<item>[0-9]{{1,3}})(?![0-9]))?"
    rf"(?:[\s,]{{1,3}}(?:blz|p|pag)\.?\s?(?P<page>[0-9]{{1,5}}))?",
    re.IGNORECASE,
)
_AFTER_AANHANGSEL = re.compile(r"Aanhangsels?(?:\s?(?:van|bij|tot)\s?(?:de|het))?[\s,]{0,2}\Z", re.IGNORECASE)
_HANDELINGEN_ID = re.compile(r"(?<!\w)h-(?:tk|ek|vv)-[0-9]{8}-[0-9]{1,3}-[0-9]{1,5}(?![\w-])")
_FIRST_SESSION_WITH_ITEMS = 2010

_NUMBER = re.compile(rf"(?P<year>{YEAR})(?<![\w%]....)\s?(?P<letter>[ZD])[\s-]?(?P<number>[0-9]{{5}})(?![0-9A-Za-z])")
_OTHER_PAPER = re.compile(r"\b(?:eerdere|aanvulling|vervolg|naar\saanleiding\svan|zie\sook)\b", re.IGNORECASE)
_OTHER_PAPER_REACH = 200
_QUESTION_PAPER = re.compile(r"(?<!\w)kv-(?:tk|ek)-[0-9]{4}Z[0-9]{5}(?![\w-])")


def find(text: str, *, kind: PassageKind, anchor: date | None = None) -> Iterator[OfficialCitation]:
    """Yield the Aanhangsel, Handelingen, cases and documents cited, in no promised order.

    A header's case number is the paper's own and no citation, unless the words before it speak of another paper.
    ``AH 604`` without a session year is read in the session year of the anchor, the day on which the text was written;
    without an anchor it is left out.
    """
    lowered = in_small_letters(text)
    if "anhangsel" in lowered:
        yield from _aanhangsels(text)
    if "AH" in text and kind is not PassageKind.HEADER:
        yield from _short_aanhangsels(text, anchor)
    if "ah-" in lowered:
        for match in _AH_ID.finditer(text):
            yield OfficialCitation(Span(*match.span()), "aanhangsel-id", Scheme.AANHANGSEL, match[0].lower())
    if "handelingen" in lowered or "hand." in lowered:
        yield from _handelingen(text)
    if "h-" in text:
        for match in _HANDELINGEN_ID.finditer(text):
            yield OfficialCitation(Span(*match.span()), "handelingen-id", Scheme.HANDELINGEN, match[0])
    yield from _numbers(text, own=kind is PassageKind.HEADER)


def _aanhangsels(text: str) -> Iterator[OfficialCitation]:
    for match in _AANHANGSEL.finditer(text):
        several = bool(match["several"]) or match[0].lower().startswith("aanhangsels")
        yield from _listed(text, match, match["year"], several=several)
    for match in _AFTER_SESSION.finditer(text):
        yield from _listed(text, match, match["year"] or match["session"], several=bool(match["several"]))
    for match in _NUMBER_FIRST.finditer(text):
        if year := identifiers.session_year(match["year"]):
            identifier = identifiers.aanhangsel(year, match["number"], chamber_of(match["chamber"]))
            yield OfficialCitation(Span(*match.span()), "aanhangsel-number-first", Scheme.AANHANGSEL, identifier)


def _listed(text: str, match: re.Match[str], printed: str, *, several: bool) -> Iterator[OfficialCitation]:
    """Yield the numbers of one session year, and those of the session years that follow in the same citation."""
    chamber, year, (begin, end) = chamber_of(match["chamber"]), identifiers.session_year(printed), match.span()
    while year:
        for member in members(text, end, several=several, lead=begin):
            end = member.span.end
            identifier = identifiers.aanhangsel(year, member.number, chamber)
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


def _handelingen(text: str) -> Iterator[OfficialCitation]:
    for match in _HANDELINGEN.finditer(text):
        year = identifiers.session_year(match["year"])
        if not year or _AFTER_AANHANGSEL.search(text, max(0, match.start() - 25), match.start()):
            continue
        # before 2010-2011 the Handelingen are numbered by page, since then by item
        part = match["item"] if int(year[:4]) >= _FIRST_SESSION_WITH_ITEMS else match["page"]
        end = match.end("item") if match["item"] else match.end("page") if part else match.end("sitting")
        identifier = identifiers.handelingen(year, match["sitting"], part, chamber_of(match["chamber"]))
        yield OfficialCitation(Span(match.start(), end), "handelingen", Scheme.HANDELINGEN, identifier)


def _numbers(text: str, *, own: bool) -> Iterator[OfficialCitation]:
    for match in _NUMBER.finditer(text):
        if own and not _OTHER_PAPER.search(text, max(0, match.start() - _OTHER_PAPER_REACH), match.start()):
            continue
        identifier = f"{match['year']}{match['letter']}{match['number']}"
        case = match["letter"] == "Z"
        rule, scheme = ("case-number", Scheme.CASE) if case else ("document-number", Scheme.TK_DOCUMENT)
        yield OfficialCitation(Span(*match.span()), rule, scheme, identifier)
    if "kv-" in text and not own:
        for match in _QUESTION_PAPER.finditer(text):
            yield OfficialCitation(Span(*match.span()), "question-paper-id", Scheme.KAMERVRAAG, match[0])
