"""Which entries of the registers an analysis refers to: what the register graphs must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kvgraph.model import (
    Analysis,
    Institution,
    InstitutionMention,
    Link,
    LinkedMention,
    Office,
    OfficeMention,
    Party,
    PartyMention,
    Person,
    PersonMention,
    Target,
)
from kvgraph.statements.targets import UNLISTED


@dataclass(frozen=True, slots=True)
class Referred:
    """Keys of persons, parties, offices and institutions in the registers; ``|`` joins those of several papers."""

    persons: frozenset[str] = field(default=frozenset())
    parties: frozenset[str] = field(default=frozenset())
    offices: frozenset[str] = field(default=frozenset())
    institutions: frozenset[str] = field(default=frozenset())

    def __le__(self, other: Referred) -> bool:
        return (
            self.persons <= other.persons
            and self.parties <= other.parties
            and self.offices <= other.offices
            and self.institutions <= other.institutions
        )

    def __or__(self, other: Referred) -> Referred:
        return Referred(
            self.persons | other.persons,
            self.parties | other.parties,
            self.offices | other.offices,
            self.institutions | other.institutions,
        )


def referred(analysis: Analysis) -> Referred:
    """Return what the links of one analysis refer to, candidates too; persons that no register lists are left out."""
    targets = tuple(_targets(analysis))
    return Referred(
        persons=frozenset(one.key for one in targets if isinstance(one, Person) and not one.key.startswith(UNLISTED)),
        parties=frozenset(one.key for one in targets if isinstance(one, Party)),
        offices=frozenset(one.key for one in targets if isinstance(one, Office)),
        institutions=frozenset(
            key
            for one in targets
            for key in (
                one.key if isinstance(one, Institution) else None,
                one.ministry if isinstance(one, Office) else None,
            )
            if key
        ),
    )


def _targets(analysis: Analysis) -> Iterator[Target]:
    for mention in analysis.mentions:
        yield from _of(mention.link)
        yield from _candidates(mention)
    for linked in analysis.participations:
        for link in (linked.person, linked.party, linked.printed_party, linked.office):
            if link:
                yield from _of(link)
        yield from (Person(key, "") for key in (linked.person.candidates if linked.person else ()))
        for link in (linked.party, linked.printed_party):
            yield from (Party(key) for key in (link.candidates if link else ()))
        yield from (Office(key, None) for key in (linked.office.candidates if linked.office else ()))


def _of(link: Link) -> Iterable[Target]:
    return (link.target,) if link.target else ()


def _candidates(one: LinkedMention) -> Iterator[Target]:
    for key in one.link.candidates:
        match one.mention:
            case PersonMention():
                yield Person(key, "")
            case PartyMention():
                yield Party(key)
            case OfficeMention():
                yield Office(key, None)
            case InstitutionMention():
                yield Institution(key)
            case _:
                continue
