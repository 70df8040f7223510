"""Mentions and their links: the evidence for every connection between a passage and a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
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
from kvgraph.statements.lines import Place
from kvgraph.statements.literals import count, plain
from kvgraph.statements.terms import CITO, ITSRDF, KV, KVSTATUS, NIF, RDF, SCHEMA

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
    return chain.from_iterable(_mention(one, place) for one in found)


def _mention(one: LinkedMention, place: Place) -> list[str]:
    # Most of what a paper states is stated here: a list is made in less time than what is yielded one by one.
    mention, link, span = one.mention, one.link, one.mention.span
    node = place.minter.mention(place.paper, one.passage, span)
    passage = place.read[one.passage]
    stated = [
        f"{node} {RDF.type} {KV.Mention}",
        f"{node} {RDF.type} {_class_of(mention)}",
        f"{node} {NIF.referenceContext} {place.passages[one.passage]}",
        f"{node} {NIF.beginIndex} {count(span.begin)}",
        f"{node} {NIF.endIndex} {count(span.end)}",
        f"{node} {NIF.anchorOf} {plain(span.of(passage.text))}",
        f"{node} {KV.rule} {plain(mention.rule)}",
        f"{node} {KV.status} {_STATUSES[link.status]}",
    ]
    if page := passage.page_of(span.begin):
        stated.append(f"{node} {KV.page} {count(page)}")
    if link.target:
        target = place.minter.target(link.target, place.paper)
        stated += f"{node} {ITSRDF.taIdentRef} {target}", _roll_up(one, link.target, target, place)
    if link.reason:
        stated.append(f"{node} {KV.reason} {plain(link.reason)}")
    stated += [f"{node} {KV.candidate} {_candidate(mention, key, place)}" for key in link.candidates]
    if isinstance(mention, LawCitation):
        stated.append(f"{node} {KV.lawAsPrinted} {plain(mention.law)}")
    if isinstance(mention, LawCitation | OfficialCitation) and mention.article:
        stated.append(f"{node} {KV.article} {plain(mention.article)}")
    if isinstance(mention, PersonMention) and mention.role:
        stated.append(f"{node} {KV.roleAsPrinted} {plain(mention.role)}")
    return stated


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


def _roll_up(one: LinkedMention, target: Target, node: str, place: Place) -> str:
    match target:
        case Official() | Law() | Work():
            return f"{place.node} {CITO.cites} {node}"
        case PassageTarget():
            return f"{place.passages[one.passage]} {KV.refersTo} {node}"
        case Person() | Party() | Office() | Institution():
            return f"{place.node} {SCHEMA.mentions} {node}"
    assert_never(target)
