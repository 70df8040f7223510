"""Persons named in running text, with the party or office that stands beside them.

A name counts only where something shows that it is one: ``het lid``, ``de leden``, ``motie`` or an office before it, or
its party beside it (``CDA-Kamerlid``, ``(CDA)``, ``van het CDA``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from kvgraph.entities.dignitaries import RULE, find_dignitaries
from kvgraph.entities.holders import find_holders
from kvgraph.entities.labels import is_label
from kvgraph.entities.names import COURTESY, NAME, POLITE, SURNAME, WORD, is_family, printed
from kvgraph.entities.parties import follows_name, labels_in_parentheses, read_label, read_membership
from kvgraph.entities.signs import groups, present
from kvgraph.model import PersonMention, Span, Tenure
from kvgraph.model.coverage import Coverage

_NAME = re.compile(rf"{POLITE}(?P<name>{NAME})")

_NOTES = r"(?:\s?\[[^\]]{1,6}\])*"
_MARK = re.compile(rf"{_NOTES}(?:\s(?:c\.s\.|cs)(?!\w))?{_NOTES}\s?")
_NAME_BEFORE = re.compile(rf"(?<!\w)(?P<name>(?:{WORD}\s){{0,2}}{SURNAME}){_MARK.pattern}$")
_MEMBER = r"(?:(?:[Tt]weede\s)?[Kk]amerlid|[Ll]id)"
# the letters that a head begins with come first, so that other words are skipped fast
_HEAD = re.compile(
    r"(?<!\w)(?=[VvTtGgOoEeHhKkDdMmAaIiWw])(?:"
    rf"(?P<past>(?:[Vv]oormalig|[Tt]oenmalig|[Gg]ewezen)e?\s{_MEMBER}|(?:[Oo]ud|[Ee]x)-?{_MEMBER})\s{{1,3}}"
    r"|(?P<member>[Hh]et\s[Ll]id|[Kk]amerlid|[Kk]amervoorzitter)\s{1,3}"
    r"|(?P<members>[Dd]e\s(?:overige\s)?leden|[Kk]amerleden)\s{1,3}"
    r"|(?P<motion>[Mm]oties?|[Aa]mendement(?:en)?|[Ii]nitiatiefnota|[Ii]nitiatiefwet|"
    r"(?:[Ii]nitiatiefw|[Ww])etsvoorstel(?=-|–|\svan\s))(?:-|–|\s)(?P<of>van\s)?)"
)
_LABELLED = re.compile(
    r"(?<![\w-])(?P<label>[A-Z5]\w{1,14}(?:-PvdA)?)(?:['’]er|-(?:(?:[Tt]weede\s)?[Kk]amer(?P<one>lid|leden)|"
    r"(?:fractie|partij)?leider|fractievoorzitter|[Ll]id))\s{1,3}"
)
# what a member did in parliament, which papers cite for years
_BY_MOTION = re.compile(
    r"(?:[Mm]oties?|[Aa]mendement(?:en)?|[Ii]nitiatief[a-z]{3,12}|[Ww]etsvoorstel|[Vv]ragen)\s(?:\([^()]{1,40}\)\s)?"
    r"(?:gesteld\s)?(?:van|door)\s$"
)
_BY = ("van", "door")  # cheaper
# cheaper than the search for a head: what each of them holds
_LONGEST_HEAD = 30
_MEMBER_SIGN = re.compile(
    r"[Ll](?:id|eden)\s(?<![a-z][Ll]id\s)(?<![a-z][Ll]eden\s)|[Mm]otie(?<!\w[Mm]otie)"
    r"|(?:mer|ud|ud-|ex)l(?:id|eden)\s|mendement|nitiatief|etsvoorstel|amervoorzitter"
)
_COURTEOUS = re.compile(rf"(?<!\w){COURTESY}(?P<name>{NAME})(?!\w)")
_SEPARATOR = re.compile(r"/\s?|,\s(?:en\s)?|en\s(?:het\slid\s)?|&\s")
# names; without a bound, lists that begin inside lists take quadratic time
_LONGEST_LIST, _LONGEST_BEHIND_ONE = 50, 10
_BY_SOMEBODY = re.compile(r"\s?(?:\(|c\.s\.)")
_LIST_GOES_ON = re.compile(r"\s?,|\s?en\s|\s?\(")


@dataclass(frozen=True, slots=True)
class _Named:
    span: Span
    party: str | None


def find_persons(text: str, signs: Set[str] | None = None) -> tuple[PersonMention, ...]:
    """Return the persons named in a text, as printed, sorted by span and not overlapping.

    ``signs`` are the kinds of signs that the text holds, where that is known.
    """
    if signs is None:
        signs = present(text)
    if groups().keys().isdisjoint(signs):
        return ()
    found: list[PersonMention] = []
    roles: dict[str, str] = {}
    taken = Coverage(len(text))
    for mention in _all(text, signs):
        if not taken.take(mention.span):
            continue
        surname = mention.name.split()[-1]
        if mention.role:
            roles.setdefault(surname, mention.role)
        elif mention.title and surname in roles:  # de Russische minister Lavrov, and then minister Lavrov
            mention = PersonMention(mention.span, RULE, mention.name, role=roles[surname])
        found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _all(text: str, signs: Set[str]) -> Iterator[PersonMention]:
    """Yield all mentions, those that say more of a person before the others at the same place."""
    if "labelled" in signs:
        yield from _labelled(text)
    if "member" in signs and (sign := _MEMBER_SIGN.search(text)):
        yield from _members(text, max(0, sign.start() - _LONGEST_HEAD))
    yield from find_dignitaries(text, signs)
    if "holder" in signs:
        yield from find_holders(text)
    if "parenthesis" in signs:
        yield from _beside_parties(text)
    if "courteous" in signs:
        yield from _courteous(text)


def _labelled(text: str) -> Iterator[PersonMention]:
    """Yield members behind the label of their party (``de PvdA-Kamerleden Nijboer en Moorlag``)."""
    for head in _LABELLED.finditer(text):
        if is_label(head["label"]):
            one = head["one"] != "leden"
            for named in _list(text, head.end(), single=one)[: 1 if one else None]:
                party = named.party or head["label"]
                yield PersonMention(named.span, "person-member", printed(text, named.span), party, tenure=Tenure.ANY)


def _members(text: str, begin: int) -> Iterator[PersonMention]:
    """Yield members behind ``het lid``, ``de leden``, ``motie`` and the like, from ``begin`` on."""
    reach = 0
    for head in _HEAD.finditer(text, begin):
        single = head["member"] is not None or head["past"] is not None
        if not single and head.start() < reach:  # a name of the list before it (``Motie Aa, Motie Bb``)
            continue
        if not single and not text[head.end() : head.end() + 1].isupper():  # de leden van de commissie
            continue
        named = _list(text, head.end(), single=single)
        if head["of"] and len(named) == 1 and not _BY_SOMEBODY.match(text, named[0].span.end):  # motie van Nederland
            continue
        rule = "person-motion" if head["motion"] else "person-member"
        for one in _apart(text, named) if head["motion"] else named:
            reach = one.span.end
            tenure = Tenure.PAST if head["past"] else _tenure(text, head, one)
            yield PersonMention(one.span, rule, printed(text, one.span), one.party, tenure=tenure)


def _apart(text: str, named: Sequence[_Named]) -> Iterator[_Named]:
    """Yield the names, two for one whose hyphen stands between members (``motie Omtzigt-Leijten``)."""
    for one in named:
        whole = one.span.of(text)
        first, _, second = whole.partition("-")
        if is_family(whole) or not (is_family(first) and is_family(second)):
            yield one
        else:
            yield replace(one, span=Span(one.span.begin, one.span.begin + len(first)))
            yield replace(one, span=Span(one.span.end - len(second), one.span.end))


def _tenure(text: str, head: re.Match[str], one: _Named) -> Tenure:
    """Return when a member sat: motions are cited for years, and a party tells a former member from a namesake."""
    if head["motion"] or one.party:
        return Tenure.ANY
    by = text.endswith(_BY, 0, max(0, head.start() - 1))
    moved = by and _BY_MOTION.search(text, max(0, head.start() - 80), head.start())
    return Tenure.ANY if moved else Tenure.PRESENT


def _list(text: str, begin: int, *, single: bool) -> list[_Named]:
    """Read a list of names; ``(beiden D66)`` gives its party to every name before it that has none.

    A ``single`` head takes a further name only when all have a party (``het lid X en Y (beiden D66)``).
    """
    named: list[_Named] = []
    place, closing = begin, False
    longest = _LONGEST_BEHIND_ONE if single else _LONGEST_LIST
    while len(named) < longest and (match := _NAME.match(text, place)):
        behind = _behind(text, match.end())
        read = read_label(text, behind) or read_membership(text, behind)
        if closing and read is None:
            break
        named.append(_Named(Span(*match.span("name")), read[0].label if read else None))
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
    """Yield names with their party behind them (``mevrouw Hagen (D66)``)."""
    for place, label in labels_in_parentheses(text):
        match = _NAME_BEFORE.search(text, max(0, place - 60), place)
        if match and follows_name(text, place, label.label):
            yield _of_party(text, Span(*match.span("name")), label.label)


def _courteous(text: str) -> Iterator[PersonMention]:
    """Yield names with a courtesy before them and their party behind them (``mevrouw Leijten van de SP``)."""
    for match in _COURTEOUS.finditer(text):
        if member := read_membership(text, _behind(text, match.end())):
            yield _of_party(text, Span(*match.span("name")), member[0].label)


def _of_party(text: str, span: Span, label: str) -> PersonMention:
    return PersonMention(span, "person-party", printed(text, span), label, tenure=Tenure.ANY)
