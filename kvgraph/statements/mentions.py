"""Mentions and their links: the evidence for every connection between a passage and a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from kvgraph.citations import ranges
from kvgraph.model import (
    Institution,
    InstitutionMention,
    Law,
    LawCitation,
    Link,
    LinkedMention,
    LinkedParticipation,
    Mention,
    Office,
    OfficeMention,
    Official,
    OfficialCitation,
    Party,
    PartyMention,
    PassageReference,
    PassageTarget,
    Person,
    PersonMention,
    Span,
    Status,
    Target,
    Work,
    WorkCitation,
)
from kvgraph.statements.lines import Place, classes
from kvgraph.statements.literals import count, plain
from kvgraph.statements.terms import CITO, ITSRDF, KV, KVSTATUS, NIF, SCHEMA

HEADER_RULE = "header"
"""The rule of mentions that the header's own grammar found: names, parties and offices of who takes part."""

_STATUSES = {status: KVSTATUS[status.value] for status in Status}
_NOT_LINKED = Link(None, Status.UNRESOLVED, reason="not-linked")


def evidence(linked: LinkedParticipation, header: str) -> Iterator[LinkedMention]:
    """Return the mentions in the header that prove a participation: of its name, its party and its office."""
    printed = linked.participation
    if printed.name and printed.name_span:
        person = PersonMention(printed.name_span, HEADER_RULE, printed.name)
        yield LinkedMention(header, person, linked.person or _NOT_LINKED)
    if printed.party and printed.party_span:
        party = PartyMention(printed.party_span, HEADER_RULE, printed.party)
        yield LinkedMention(header, party, linked.printed_party or linked.party or _NOT_LINKED)
    if printed.title and printed.office_span:
        office = OfficeMention(printed.office_span, HEADER_RULE, printed.title, printed.portfolio or "")
        yield LinkedMention(header, office, linked.office or _NOT_LINKED)


def distinct(mentions: Iterable[LinkedMention]) -> tuple[LinkedMention, ...]:
    """Return the mentions without those at a place that an earlier one has: one IRI is one mention.

    Only what lies between the ends of a range is more than one thing at one place.
    """
    first: dict[tuple[str, Span, Target | None], LinkedMention] = {}
    for one in mentions:
        target = one.link.target if one.mention.rule == ranges.RULE else None
        first.setdefault((one.passage, one.mention.span, target), one)
    return tuple(first.values())


def mentions(found: Iterable[LinkedMention], place: Place) -> Iterator[str]:
    """State mentions, what they refer to, and the roll-up of that on the paper."""
    for one in found:
        yield from _mention(one, place)
        if one.link.target:
            yield from _roll_up(one, one.link.target, place)


def _mention(one: LinkedMention, place: Place) -> Iterator[str]:
    mention, link = one.mention, one.link
    node = place.minter.mention(place.paper, one.passage, mention.span)
    passage = place.read[one.passage]
    yield from classes(node, KV.Mention, _class_of(mention))
    yield f"{node} {NIF.referenceContext} {place.passages[one.passage]}"
    yield f"{node} {NIF.beginIndex} {count(mention.span.begin)}"
    yield f"{node} {NIF.endIndex} {count(mention.span.end)}"
    yield f"{node} {NIF.anchorOf} {plain(mention.span.of(passage.text))}"
    if page := passage.page_of(mention.span.begin):
        yield f"{node} {KV.page} {count(page)}"
    yield f"{node} {KV.rule} {plain(mention.rule)}"
    yield f"{node} {KV.status} {_STATUSES[link.status]}"
    if link.target:
        yield f"{node} {ITSRDF.taIdentRef} {place.minter.target(link.target, place.paper)}"
    if link.reason:
        yield f"{node} {KV.reason} {plain(link.reason)}"
    for key in link.candidates:
        yield f"{node} {KV.candidate} {_candidate(mention, key, place)}"
    if isinstance(mention, LawCitation):
        yield f"{node} {KV.lawAsPrinted} {plain(mention.law)}"
    if isinstance(mention, LawCitation | OfficialCitation) and mention.article:
        yield f"{node} {KV.article} {plain(mention.article)}"
    if isinstance(mention, PersonMention) and mention.role:
        yield f"{node} {KV.roleAsPrinted} {plain(mention.role)}"


def _class_of(mention: Mention) -> str:
    match mention:
        case OfficialCitation() | LawCitation() | WorkCitation() | PassageReference():
            return KV.Citation
        case InstitutionMention():
            return KV.InstitutionMention
        case PersonMention():
            return KV.PersonMention
        case PartyMention():
            return KV.PartyMention
        case OfficeMention():
            return KV.OfficeMention
    assert_never(mention)


def _candidate(mention: Mention, key: str, place: Place) -> str:
    """Return the IRI of one of the things that a mention may refer to, which is of the mention's own kind."""
    minter = place.minter
    match mention:
        case OfficialCitation(scheme=scheme):
            return minter.target(Official(scheme, key), place.paper)
        case LawCitation():
            return minter.law(key)
        case WorkCitation():
            return minter.work(key)
        case InstitutionMention():
            return minter.institution(key)
        case PersonMention():
            return minter.person(key)
        case PartyMention():
            return minter.party(key)
        case OfficeMention():
            return minter.office(key)
        case PassageReference():
            return place.passages[key]
    assert_never(mention)


def _roll_up(one: LinkedMention, target: Target, place: Place) -> Iterator[str]:
    node = place.minter.target(target, place.paper)
    match target:
        case Official() | Law() | Work():
            yield f"{place.node} {CITO.cites} {node}"
        case PassageTarget():
            yield f"{place.passages[one.passage]} {KV.refersTo} {node}"
        case Person() | Party() | Office() | Institution():
            yield f"{place.node} {SCHEMA.mentions} {node}"
        case _:
            assert_never(target)
