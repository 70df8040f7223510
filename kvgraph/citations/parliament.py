"""Parliamentary papers other than Kamerstukken: Aanhangsel, Handelingen, case and document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kvgraph import identifiers
from kvgraph.citations.grammar import CHAMBER, DASH, NUMBER_WORD, SESSION_WORD, SESSION_YEAR, YEAR, chamber_of, members
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

_OF_THE = r"(?:\s?(?:(?:van|bij|tot)\s?(?:de|het)|der))?"
_CHAMBER = rf"(?:[\s,]{{0,2}}(?:(?:van|der)\s(?:de\s)?)?(?P<chamber>{CHAMBER}))?"
_SESSION = rf"(?:[\s,(]{{0,3}}(?:van\s(?:het\s)?)?{SESSION_WORD})?[\s,(]{{0,3}}(?P<year>{SESSION_YEAR})\)?"
_BEFORE_SESSION = (
    rf"(?:(?<![^\W\d_])(?P<of>{CHAMBER})[\s,]{{1,3}})?{SESSION_WORD}[\s,]{{0,2}}(?P<session>{SESSION_YEAR})"
)
_NUMBERED = rf"[\s,;:.(]{{0,3}}(?:{NUMBER_WORD}|(?=\s?[0-9]))"

# "Aanhangsel van de Handelingen II 2019/20, nr. 1234"
_AANHANGSEL = re.compile(
    rf"Aanhangsels?\)?{_OF_THE}[\s,]{{0,2}}(?:Handeling(?:en)?|Hand\.?)?{_CHAMBER}{_SESSION}{_NUMBERED}", re.IGNORECASE
)
# "Handelingen II 2019/20, Aanhangsel nr. 1234", "vergaderjaar 2019–2020, Aanhangsel van de Handelingen, nr. 1234"
_AFTER_SESSION = re.compile(
    rf"(?:Handelingen{_CHAMBER}{_SESSION}|{_BEFORE_SESSION})"
    rf"[\s,(]{{0,3}}Aanhangsels?{_OF_THE}\s?(?:Handelingen)?(?:[\s,(]{{0,3}}{NUMBER_WORD}|(?<=Handelingen)[\s,]{{1,2}}(?=[0-9]))",
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
# by session and number, or by a number alone, as papers have it that are published before they are numbered
_AH_ID = re.compile(r"(?<!\w)ah-(?:(?:tk|ek)-[0-9]{8}-[0-9]{1,5}|[0-9]{6,7})(?![\w-])", re.IGNORECASE)

_SITTING = (
    rf"[\s,]{{0,3}}(?:{NUMBER_WORD}|(?=\s?[0-9]))\s{{0,2}}(?P<sitting>[0-9]{{1,3}})(?![0-9])"
    rf"(?:[\s,]{{0,3}}(?:item(?P<items>s)?|agendapunt(?P<points>en)?)\s?(?P<item>[0-9]{{1,3}})(?![0-9])"
    rf"|(?:{DASH})(?P<part>[0-9]{{1,5}})(?![0-9]))?"
    rf"(?:[\s,]{{1,3}}(?:blz|p|pag)\.?\s?(?P<page>[0-9]{{1,5}}))?"
)
_HANDELINGEN = re.compile(rf"(?<![^\W\d_])(?:Handelingen|Hand\.){_CHAMBER}{_SESSION}{_SITTING}", re.IGNORECASE)
# "vergaderjaar 2019–2020, Handelingen II, nr. 45, item 7"
_SESSION_AND_SITTING = re.compile(rf"{_BEFORE_SESSION}[\s,]{{1,3}}Handelingen{_CHAMBER}{_SITTING}", re.IGNORECASE)
_AND_ITEM = re.compile(
    r"\s?(?:,|en|,\sen)\s(?P<span>(?:item|agendapunt)\s(?P<item>[0-9]{1,3}))(?![0-9])", re.IGNORECASE
)
_AFTER_AANHANGSEL = re.compile(r"Aanhangsels?(?:\s?(?:van|bij|tot)\s?(?:de|het))?[\s,]{0,2}\Z", re.IGNORECASE)
_HANDELINGEN_ID = re.compile(r"(?<!\w)h-(?:tk|ek|vv)-[0-9]{8}-[0-9]{1,3}-[0-9]{1,5}(?![\w-])")
_FIRST_SESSION_WITH_ITEMS = 2010

_NUMBER = re.compile(rf"(?P<year>{YEAR})(?<![\w%]....)\s?(?P<letter>[ZD])[\s-]?(?P<number>[0-9]{{5}})(?![0-9A-Za-z])")
_OTHER_PAPER = re.compile(r"\b(?:eerdere|aanvulling|vervolg|naar\saanleiding\svan|zie\sook)\b", re.IGNORECASE)
_OTHER_PAPER_REACH = 200
_QUESTION_PAPER = re.compile(r"(?<!\w)kv-(?:(?:tk|ek)-[0-9]{4}Z[0-9]{5}|[0-9]{6,10})(?![\w-])")


def find(text: str, *, kind: PassageKind, anchor: date | None = None) -> Iterator[OfficialCitation]:
    """Yield the Aanhangsel, Handelingen, cases and documents cited, in no promised order.

    A header's case number is the paper's own and no citation, unless the words before it speak of another paper.
    ``AH 604`` without a session year is read in the session year of the anchor, the day on which the text was written;
    without an anchor it is left out.
    """
    lowered = text.lower()
    if "anhangsel" in lowered:
        yield from _aanhangsels(text)
    if "AH" in text and kind is not PassageKind.HEADER:
        yield from _short_aanhangsels(text, anchor)
    if "ah-" in lowered:
        for match in _AH_ID.finditer(text):
            yield OfficialCitation(Span(*match.span()), "aanhangsel-id", Scheme.AANHANGSEL, match[0].lower())
    if "handelingen" in lowered or "hand." in lowered:
        yield from _handelingen(text)
    if any(beginning in text for beginning in ("h-tk-", "h-ek-", "h-vv-")):
        for match in _HANDELINGEN_ID.finditer(text):
            yield OfficialCitation(Span(*match.span()), "handelingen-id", Scheme.HANDELINGEN, match[0])
    yield from _numbers(text, own=kind is PassageKind.HEADER)


def _aanhangsels(text: str) -> Iterator[OfficialCitation]:
    for match in _AANHANGSEL.finditer(text):
        several = bool(match["several"]) or match[0].lower().startswith("aanhangsels")
        yield from _listed(text, match, match["year"], several=several, chamber=match["chamber"])
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


def _handelingen(text: str) -> Iterator[OfficialCitation]:
    for match in _HANDELINGEN.finditer(text):
        if not _AFTER_AANHANGSEL.search(text, max(0, match.start() - 25), match.start()):
            yield from _sitting(text, match, match["year"], match["chamber"])
    for match in _SESSION_AND_SITTING.finditer(text):
        yield from _sitting(text, match, match["session"], match["chamber"] or match["of"])


def _sitting(text: str, match: re.Match[str], printed: str, chamber: str | None) -> Iterator[OfficialCitation]:
    """Yield the items of a sitting, each with its own span; a sitting of which no item is printed is cited whole."""
    year = identifiers.session_year(printed)
    if not year:
        return

    def cited(span: Span, part: str | None) -> OfficialCitation:
        identifier = identifiers.handelingen(year, match["sitting"], part, chamber_of(chamber))
        return OfficialCitation(span, "handelingen", Scheme.HANDELINGEN, identifier)

    if int(year[:4]) < _FIRST_SESSION_WITH_ITEMS:  # they are numbered by page
        part = "part" if match["part"] else "page" if match["page"] else None
        end = match.end(part or ("item" if match["item"] else "sitting"))
        yield cited(Span(match.start(), end), match[part] if part else None)
        return
    if not match["item"]:
        yield cited(Span(match.start(), match.end("part" if match["part"] else "sitting")), match["part"])
        return
    end = match.end("item")
    for member in members(
        text, match.start("item"), several=bool(match["items"] or match["points"]), lead=match.start()
    ):
        end = member.span.end
        yield cited(member.span, member.number)
    while another := _AND_ITEM.match(text, end):
        end = another.end()
        yield cited(Span(*another.span("span")), another["item"])


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
