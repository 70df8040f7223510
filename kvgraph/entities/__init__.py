"""Text to mentions of institutions, persons and parties: names in tables, grammar here."""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from dataclasses import replace

from kvgraph.entities.institutions import SearchedPassage, find_institutions, searched
from kvgraph.entities.parties import find_parties
from kvgraph.entities.persons import find_persons
from kvgraph.model import Chamber, InstitutionMention, PartyMention, PassageKind, PersonMention, Span

EntityMention = InstitutionMention | PersonMention | PartyMention

_SUBJECT = re.compile(r"\sover\s(?P<subject>.*?)(?:\((?:ingezonden|ontvangen)|\bAntwoord(?:en)? van\b|$)", re.DOTALL)


def find(
    text: str,
    *,
    kind: PassageKind,
    chamber: Chamber = Chamber.TWEEDE_KAMER,
    named: Collection[str] = (),
) -> tuple[EntityMention, ...]:
    """Return the institutions, persons and parties named in a passage, sorted by span.

    Mentions of one class don't overlap. In a header, persons and parties count only in the subject: the others take
    part, and the paper has them as participations. ``chamber`` is what ``de Kamer`` means; ``named`` are the keys of
    institutions that other passages of the paper name in full (see ``find_institutions``).
    """
    found: list[EntityMention] = [*find_institutions(text, chamber=chamber, named=named)]
    found += find_people(text, kind=kind)
    return tuple(sorted(found, key=lambda mention: (mention.span, type(mention).__name__)))


def find_people(
    text: str, *, kind: PassageKind, signs: Set[str] | None = None
) -> tuple[PersonMention | PartyMention, ...]:
    """Return the persons, then the parties, named in a passage; in a header only those in the subject.

    ``signs`` are those that the text holds, where that is known (see ``SearchedPassage``).
    """
    begin, end = _readable(text, kind)
    part = text[begin:end]
    found: tuple[PersonMention | PartyMention, ...] = (*find_persons(part, signs), *find_parties(part, signs))
    return tuple(_moved(mention, begin) for mention in found) if begin else found


def _readable(text: str, kind: PassageKind) -> tuple[int, int]:
    """Return the part of a passage in which persons and parties are looked for."""
    if kind is not PassageKind.HEADER:
        return 0, len(text)
    subject = _SUBJECT.search(text)
    return subject.span("subject") if subject else (0, 0)


def _moved(mention: PersonMention | PartyMention, offset: int) -> PersonMention | PartyMention:
    span = Span(mention.span.begin + offset, mention.span.end + offset)
    return replace(mention, span=span)


__all__ = [
    "EntityMention",
    "SearchedPassage",
    "find",
    "find_institutions",
    "find_parties",
    "find_people",
    "find_persons",
    "searched",
]
