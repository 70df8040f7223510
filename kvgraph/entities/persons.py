"""Persons named in running text, with the party or office that stands beside them.

A name counts only where something shows that it is one: ``het lid``, ``de leden``, ``motie`` or ``Minister`` before
it, or a party in parentheses behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kvgraph.entities.folding import fold
from kvgraph.entities.foreign import is_foreign
from kvgraph.entities.offices import office_spans, portfolio_words
from kvgraph.entities.parties import follows_name, read_label, read_labels
from kvgraph.model import PersonMention, Span
from kvgraph.model.coverage import Coverage

# Capitalised words that stand where a name may end.
_NO_NAME = (
    "Kamerstuk|Kamerstukken|Aanhangsel|Handelingen|Minister|Staatssecretaris|Tweede|Eerste|Nederland|Kamer|Kamerlid|"
    "Kamerleden|President|Kabinet|Lid|Leden|Mevrouw|Meneer|Vragen|GroenLinks|ChristenUnie|Volt|Forum|Groep|Fractie"
)
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪĮİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŽ"
_PREFIX = (
    r"(?:[Vv][ao]n(?:\s(?:de[nr]?|het|['’]t))?|[Dd]e(?:\sla)?|[Dd]en|[Dd]er|[Dd]i|[Tt]e[nr]?|[EA]l|['’]t|[Oo]p\sde)\s"
)
_WORD = rf"(?!(?:{_NO_NAME})(?!\w))['’]?[{_UPPER}]++[^\W\d_]++"
_JOINED = rf"(?:\s?[-–‑]\s?(?:{_PREFIX})?{_WORD})*"
_INITIALS = rf"(?:[{_UPPER}]\.\s?)"
_SURNAME = rf"{_INITIALS}{{0,4}}(?:{_PREFIX})?{_WORD}{_JOINED}"
_NAME = re.compile(rf"(?:{_WORD}\s)?{_SURNAME}")

_NOTES = r"(?:\s?\[[^\]]{1,6}\])*"
_MARK = re.compile(rf"{_NOTES}(?:\s(?:c\.s\.|cs)(?!\w))?{_NOTES}\s?")
_NAME_BEFORE = re.compile(rf"(?<!\w)(?P<name>(?:{_WORD}\s){{0,2}}{_SURNAME}){_MARK.pattern}$")
_HEAD = re.compile(
    r"(?<!\w)(?=[HVTOKDMAIhvtokdmai])(?:"
    r"(?P<member>(?:[Hh]et|[Vv]oormalig|[Tt]oenmalig)\s[Ll]id|[Oo]ud-?lid|(?:[Oo]ud-)?[Kk]amerlid)\s{1,3}"
    r"|(?P<members>[Dd]e\s(?:overige\s)?leden|[Kk]amerleden)\s{1,3}"
    r"|(?P<motion>[Mm]otie|[Aa]mendement|[Ii]nitiatiefnota|[Ii]nitiatiefwet)(?:-|–|\s)(?P<of>van\s)?)"
)
# cheaper than the search for a head: what each of them holds
_MEMBER_SIGNS = ("lid", "leden", "Lid", "otie", "mendement", "nitiatief")
_SEPARATOR = re.compile(r"/\s?|,\s(?:en\s)?|en\s(?:het\slid\s)?|&\s")
# names; without a bound, lists that begin inside lists take quadratic time
_LONGEST_LIST, _LONGEST_BEHIND_ONE = 50, 10
_BY_SOMEBODY = re.compile(r"\s?(?:\(|c\.s\.)")
_LIST_GOES_ON = re.compile(r"\s?,|\s?en\s|\s?\(")

_HOLDER = re.compile(
    r"\b(?P<title>[Mm]inister[-\s][Pp]resident|[Mm]inister|[Ss]taatssecretaris|[Pp]remier|[Vv]icepremier)\s"
    rf"(?P<name>(?=[{_UPPER}’'])(?:{_WORD}\s)?{_SURNAME})(?:\s?\((?P<portfolio>[^()]{{2,90}})\))?"
)
_HOLDER_SIGNS = ("inister", "taatssecretaris", "remier")
_TITLES = {"minister": "Minister", "staatssecretaris": "Staatssecretaris", "vicepremier": "Minister"}
_HOLDER_BEHIND = re.compile(rf"\s(?P<name>{_INITIALS}{{1,4}}(?:{_PREFIX})?{_WORD}{_JOINED}|{_NAME.pattern})(?!\w)")
_OFFICE = re.compile(r"(?P<title>minister|staatssecretaris)\s(?:van|voor)\s(?P<portfolio>[^()]+)$", re.IGNORECASE)
_COLLEAGUE = re.compile(r"(?:collega|ambts?genoot),?\s?$")


@dataclass(frozen=True, slots=True)
class _Named:
    span: Span
    party: str | None


def find_persons(text: str) -> tuple[PersonMention, ...]:
    """Return the persons named in a text, as printed, sorted by span and not overlapping."""
    found: list[PersonMention] = []
    taken = Coverage(len(text))
    for mention in (*_members(text), *_beside_parties(text), *_holders(text), *_holders_behind(text)):
        if taken.free(mention.span):
            taken.add(mention.span)
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _members(text: str) -> Iterator[PersonMention]:
    """Yield members behind ``het lid``, ``de leden``, ``motie`` and the like."""
    if not any(map(text.__contains__, _MEMBER_SIGNS)):
        return
    reach = 0
    for head in _HEAD.finditer(text):
        single = head["member"] is not None
        if not single and head.start() < reach:  # a name of the list before it (``Motie Aa, Motie Bb``)
            continue
        if not single and not text[head.end() : head.end() + 1].isupper():  # de leden van de commissie
            continue
        named = _list(text, head.end(), single=single)
        if head["of"] and len(named) == 1 and not _BY_SOMEBODY.match(text, named[0].span.end):  # motie van Nederland
            continue
        rule = "person-motion" if head["motion"] else "person-member"
        for one in named:
            reach = one.span.end
            yield PersonMention(one.span, rule, _printed(text, one.span), one.party)


def _list(text: str, begin: int, *, single: bool) -> list[_Named]:
    """Read a list of names; ``(beiden D66)`` gives its party to every name before it that has none.

    A ``single`` head takes a further name only when all have a party (``het lid X en Y (beiden D66)``).
    """
    named: list[_Named] = []
    place, closing = begin, False
    longest = _LONGEST_BEHIND_ONE if single else _LONGEST_LIST
    while len(named) < longest and (match := _NAME.match(text, place)):
        behind = _behind(text, match.end())
        read = read_label(text, behind)
        if closing and read is None:
            break
        named.append(_Named(Span(*match.span()), read[0].label if read else None))
        if read and read[0].for_all:
            named = [replace(one, party=one.party or read[0].label) for one in named]
        link = _SEPARATOR.match(text, _behind(text, read[1]) if read else behind)
        if link is None or (link.group().startswith(",") and not _list_goes_on(text, link.end())):
            break
        closing = closing or (named[-1].party is not None and "en" in link.group())
        place = link.end()
    return named[:1] if single and not all(one.party for one in named) else named


def _behind(text: str, place: int) -> int:
    """Return the offset behind note marks, ``c.s.`` and a blank."""
    match = _MARK.match(text, place)
    return match.end() if match else place


def _list_goes_on(text: str, begin: int) -> bool:
    """Say whether another name follows, and behind it a comma, ``en`` or a parenthesis, as inside a list."""
    match = _NAME.match(text, begin)
    return match is not None and _LIST_GOES_ON.match(text, match.end()) is not None


def _beside_parties(text: str) -> Iterator[PersonMention]:
    """Yield names with a party in parentheses behind them (``mevrouw Hagen (D66)``)."""
    for place, read in read_labels(text):
        match = _NAME_BEFORE.search(text, max(0, place - 60), place)
        if match and follows_name(text, place, read.label):
            span = Span(*match.span("name"))
            yield PersonMention(span, "person-party", _printed(text, span), read.label)


def _holders(text: str) -> Iterator[PersonMention]:
    """Yield ministers and state secretaries by title and name (``Minister Blok``)."""
    if not any(map(text.__contains__, _HOLDER_SIGNS)):
        return
    for match in _HOLDER.finditer(text):
        span = _without_portfolio(text, Span(*match.span("name")))
        if span.begin == span.end or _is_foreign_office(text, match.start()):
            continue
        title = _TITLES.get(match["title"].lower(), "Minister-President")
        yield PersonMention(span, "person-office", _printed(text, span), None, title, match["portfolio"])


def _without_portfolio(text: str, span: Span) -> Span:
    """Return what stands before the first word of a portfolio in a name (``Adema van Landbouw``)."""
    end = span.begin
    for word in re.finditer(r"\S+", span.of(text)):
        if fold(word.group()).text in portfolio_words():
            return Span(span.begin, end)
        if word.group() not in ("van", "voor"):
            end = span.begin + word.end()
    return Span(span.begin, end)


def _holders_behind(text: str) -> Iterator[PersonMention]:
    """Yield ministers behind the whole office (``de Minister van Buitenlandse Zaken Veldkamp``)."""
    if "inister v" not in text and "ecretaris v" not in text:
        return
    folded = fold(text)
    for begin, end in office_spans(folded.text):
        first, last = folded.begin(begin), folded.end(end)
        match = _HOLDER_BEHIND.match(text, last)
        office = _OFFICE.match(text[first:last])
        if match and office and not _is_foreign_office(text, first):
            span = Span(*match.span("name"))
            title = _TITLES[office["title"].lower()]
            yield PersonMention(span, "person-office", _printed(text, span), None, title, office["portfolio"])


def _is_foreign_office(text: str, begin: int) -> bool:
    """Say whether the office that begins at ``begin`` is another country's (``de Russische Minister Lavrov``)."""
    before = text[max(0, begin - 60) : begin]
    folded = fold(before).text
    return _COLLEAGUE.search(before) is not None or is_foreign(folded, len(folded), len(folded), abroad=False)


def _printed(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
