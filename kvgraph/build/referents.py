"""What links lead to, for people: each target with the label that the registers have for it and its official id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from kvgraph import identifiers
from kvgraph.citations import laws
from kvgraph.model import (
    Institution,
    Law,
    Mention,
    Office,
    Official,
    OfficialCitation,
    Party,
    PassageReference,
    PassageTarget,
    Person,
    PersonMention,
    Target,
    Work,
)
from kvgraph.registers import Registers


@dataclass(frozen=True, slots=True)
class Referent:
    """What a link leads to, or may: its class, key and label, its official id, and its page on the web."""

    kind: str
    key: str
    label: str
    official: str | None = None
    page: str | None = None


def referent(target: Target, known: Registers) -> Referent:
    """Return what a target is, with the label that the registers have for it."""
    kind = type(target).__name__
    match target:
        case Official(scheme=scheme, identifier=identifier):
            return Referent(kind, identifier, scheme.value, identifier, identifiers.landing_page(identifier))
        case Law(key=key, name=name):
            row = laws.row_of(name)
            return Referent(kind, key, name, row.bwb if row and row.key == key else None)
        case Work(key=key, citation=cited):
            return Referent(kind, key, cited.title or cited.publisher or cited.url or key, page=cited.url)
        case PassageTarget(key=key):
            return Referent(kind, key, key)
        case Person(key=key, name=name):
            person = known.persons.get(key)
            return Referent(kind, key, person.name, person.tk_id) if person else Referent(kind, key, name)
        case Party(key=key):
            return Referent(kind, key, known.parties[key].label, known.parties[key].wikidata)
        case Office(key=key):
            return Referent(kind, key, known.offices[key].label)
        case Institution(key=key):
            body = known.institutions[key]
            return Referent(kind, key, body.label_nl, body.tooi or body.eu_authority or body.wikidata)
    assert_never(target)


def candidate(mention: Mention, key: str, known: Registers) -> Referent:
    """Return what the key of a candidate stands for: a thing of the mention's own kind.

    Raises ValueError for a class of mentions that linking gives no candidates for.
    """
    match mention:
        case OfficialCitation(scheme=scheme):
            return referent(Official(scheme, key), known)
        case PersonMention():
            return referent(Person(key, key), known)
        case PassageReference():
            return referent(PassageTarget(key), known)
    raise ValueError(f"{type(mention).__name__} has no candidates")
