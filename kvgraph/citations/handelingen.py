"""The Handelingen of both chambers: a sitting of a session year, and the items in it, each with its own span."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvgraph import identifiers
from kvgraph.citations.grammar import (
    DASH,
    NUMBER_WORD,
    OF_CHAMBER,
    OF_SESSION,
    SESSION_OF_CHAMBER,
    SESSION_YEAR,
    chamber_of,
    in_small_letters,
    members,
)
from kvgraph.model import OfficialCitation, Scheme, Span

RULES = ("handelingen", "handelingen-id")
SIGNS = ("handelingen", "hand.", "h-tk-", "h-ek-", "h-vv-")
"""Words in small letters, one of which is in every text that cites a sitting."""

# "nr. 45, item 7, p. 3"; "45-7"; until 2010 the number behind the dash is a page: "37-2632"
_SITTING = (
    rf"(?:{NUMBER_WORD}|(?=\s?[0-9]))\s{{0,2}}(?P<sitting>[0-9]{{1,3}})(?![0-9])"
    rf"(?:[\s,]{{0,3}}(?:item(?P<items>s)?|agendapunt(?P<points>en)?)\s?(?P<item>[0-9]{{1,3}})(?![0-9])"
    rf"|(?:{DASH})(?P<part>[0-9]{{1,5}})(?![0-9]))?"
    rf"(?:[\s,]{{1,3}}(?:blz|p|pag)\.?\s?(?P<page>[0-9]{{1,5}}))?"
)
_SESSION_BEHIND = re.compile(
    rf"(?<![^\W\d_])(?:Handelingen|Hand\.){OF_CHAMBER}{OF_SESSION}[\s,]{{0,3}}{_SITTING}", re.IGNORECASE
)
# "vergaderjaar 2019–2020, Handelingen II, nr. 45, item 7": the session year is read backwards from there
_WITHOUT_SESSION = re.compile(rf"Handelingen{OF_CHAMBER}[\s,]{{0,3}}{_SITTING}", re.IGNORECASE)
_SESSION_BEFORE = re.compile(rf"{SESSION_OF_CHAMBER}[\s,]{{1,3}}\Z", re.IGNORECASE)
_SESSION_REACH = 90
_AND = r"\s?(?:,|;|en|,\sen)\s"
_AND_ITEM = re.compile(rf"{_AND}(?P<span>(?:item|agendapunt)\s(?P<item>[0-9]{{1,3}}))(?![0-9])", re.IGNORECASE)
# the next sitting in the same citation: "en nr. 46, item 2", "en 2020/21, nr. 3, item 2"
_AND_SITTING = re.compile(rf"{_AND}(?P<span>(?:(?P<year>{SESSION_YEAR})[\s,]{{1,3}})?(?=nr){_SITTING})", re.IGNORECASE)
_AFTER_AANHANGSEL = re.compile(r"Aanhangsels?(?:\s?(?:van|bij|tot)\s?(?:de|het))?[\s,]{0,2}\Z", re.IGNORECASE)
_PRINTED_ID = re.compile(r"(?<!\w)h-(?:tk|ek|vv)-[0-9]{8}-[0-9]{1,3}-[0-9]{1,5}(?![\w-])")
_FIRST_SESSION_WITH_ITEMS = 2010


def find(text: str) -> Iterator[OfficialCitation]:
    """Yield the sittings cited, or the items of them that are printed, in no promised order."""
    lowered = in_small_letters(text)
    if "handelingen" in lowered or "hand." in lowered:
        for match in _SESSION_BEHIND.finditer(text):
            if not _AFTER_AANHANGSEL.search(text, max(0, match.start() - 25), match.start()):
                yield from _sittings(text, match, match["year"], match["chamber"], match.start())
        for match in _WITHOUT_SESSION.finditer(text):
            before = _SESSION_BEFORE.search(text, max(0, match.start() - _SESSION_REACH), match.start())
            if before:
                yield from _sittings(text, match, before["session"], match["chamber"] or before["of"], before.start())
    if "h-" in text:
        for match in _PRINTED_ID.finditer(text):
            yield OfficialCitation(Span(*match.span()), "handelingen-id", Scheme.HANDELINGEN, match[0])


def _sittings(
    text: str, match: re.Match[str], printed: str, chamber: str | None, begin: int
) -> Iterator[OfficialCitation]:
    """Yield what is cited of this sitting, and of those that follow in the same citation."""
    year, another = identifiers.session_year(printed), match
    while year:
        end = another.end()
        for span, part in _items(text, another, begin, paged=int(year[:4]) < _FIRST_SESSION_WITH_ITEMS):
            end = max(end, span.end)
            identifier = identifiers.handelingen(year, another["sitting"], part, chamber_of(chamber))
            yield OfficialCitation(span, "handelingen", Scheme.HANDELINGEN, identifier)
        follow = _AND_SITTING.match(text, end)
        if not follow:
            return
        begin, another = follow.start("span"), follow
        year = identifiers.session_year(follow["year"]) if follow["year"] else year


def _items(text: str, match: re.Match[str], begin: int, *, paged: bool) -> Iterator[tuple[Span, str | None]]:
    """Yield the items of one sitting; a sitting of which no item is printed is cited whole."""
    if paged:
        part = "part" if match["part"] else "page" if match["page"] else None
        yield Span(begin, match.end(part or ("item" if match["item"] else "sitting"))), match[part] if part else None
        return
    if not match["item"]:
        yield Span(begin, match.end("part" if match["part"] else "sitting")), match["part"]
        return
    end = match.end("item")
    for member in members(text, match.start("item"), several=bool(match["items"] or match["points"]), lead=begin):
        if not text.startswith(member.number, member.span.begin) and member.span.begin > begin:
            break  # "item 7 en nr. 46": the next sitting
        end = member.span.end
        yield member.span, member.number
    while another := _AND_ITEM.match(text, end):
        end = another.end()
        yield Span(*another.span("span")), another["item"]
