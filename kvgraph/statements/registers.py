"""The registers as quads: of each entry that papers refer to, with what that entry refers to itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from pyoxigraph import Quad

from kvgraph import iris
from kvgraph.iris import Minter, TextMinter
from kvgraph.registers import (
    InstitutionRecord,
    OfficeRecord,
    PartyRecord,
    PersonRecord,
    Registers,
    SeatRecord,
    TermRecord,
)
from kvgraph.statements.lines import classes, in_graph, parsed
from kvgraph.statements.literals import day, plain, tagged
from kvgraph.statements.referred import Referred
from kvgraph.statements.terms import DCTERMS, FOAF, KV, ORG, OWL, SCHEMA, SKOS

REGISTERS = ("institutions", "offices", "parties", "persons")
"""The names of the register graphs."""

_Held = TypeVar("_Held", SeatRecord, TermRecord)


def state_registers(used: Referred, registers: Registers, minter: Minter) -> list[Quad]:
    """Return what the registers say of the entries in use, each register in its own named graph, sorted.

    A person brings all terms in seats and offices, a term its party or office, an office its ministry, an institution
    the one that it is part of. Raises KeyError for an entry that the registers do not list.
    """
    text = TextMinter(minter.base)
    seats, terms = _by_person(registers.seats, used.persons), _by_person(registers.terms, used.persons)
    parties = used.parties | {seat.party for held in seats.values() for seat in held}
    offices = used.offices | {term.office for held in terms.values() for term in held}
    ministries = {registers.offices[key].ministry for key in offices}
    institutions = _with_parents(used.institutions | {key for key in ministries if key}, registers.institutions)
    statements: dict[str, Iterator[str]] = {
        "persons": (
            one
            for key in used.persons
            for one in _person(registers.persons[key], seats.get(key, ()), terms.get(key, ()), text)
        ),
        "parties": (one for key in parties for one in _party(registers.parties[key], text)),
        "offices": (one for key in offices for one in _office(registers.offices[key], text)),
        "institutions": (one for key in institutions for one in _institution(registers.institutions[key], text)),
    }
    return parsed(line for name in REGISTERS for line in in_graph(statements[name], text.register_graph(name)))


def _by_person(held: Iterable[_Held], persons: frozenset[str]) -> Mapping[str, list[_Held]]:
    found: defaultdict[str, list[_Held]] = defaultdict(list)
    for one in held:
        if one.person in persons:
            found[one.person].append(one)
    return found


def _with_parents(keys: Iterable[str], institutions: Mapping[str, InstitutionRecord]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            parent = institutions[key].part_of
            waiting += [parent] if parent else []
    return frozenset(found)


def _person(
    record: PersonRecord, seats: Iterable[SeatRecord], terms: Iterable[TermRecord], minter: TextMinter
) -> Iterator[str]:
    node = minter.person(record.key)
    yield from classes(node, FOAF.Person)
    yield f"{node} {FOAF.name} {plain(record.name)}"
    yield f"{node} {FOAF.familyName} {plain(f'{record.prefix} {record.family}'.strip())}"
    if record.given:
        yield f"{node} {FOAF.givenName} {plain(record.given)}"
    if record.initials:
        yield f"{node} {KV.initials} {plain(record.initials)}"
    if record.tk_id:
        yield f"{node} {KV.tkPersonId} {plain(record.tk_id)}"
    if record.wikidata:
        yield f"{node} {OWL.sameAs} {iris.wikidata(record.wikidata)}"
    for seat in seats:
        term = minter.membership(record.key, seat.party, seat.start)
        yield f"{term} {ORG.organization} {minter.party(seat.party)}"
        yield from _membership(term, node, seat.start, seat.end)
    for held in terms:
        term = minter.membership(record.key, held.office, held.start)
        yield f"{term} {ORG.role} {minter.office(held.office)}"
        yield from _membership(term, node, held.start, held.end)


def _membership(term: str, person: str, start: date, end: date | None) -> Iterator[str]:
    yield from classes(term, ORG.Membership)
    yield f"{term} {ORG.member} {person}"
    yield f"{term} {SCHEMA.startDate} {day(start)}"
    if end:
        yield f"{term} {SCHEMA.endDate} {day(end)}"


def _party(record: PartyRecord, minter: TextMinter) -> Iterator[str]:
    node = minter.party(record.key)
    yield from classes(node, KV.Party)
    yield f"{node} {SKOS.prefLabel} {tagged(record.label, 'nl')}"
    # Names and abbreviations are of no one language: OVSE stands in English texts too, NATO in Dutch ones.
    for name in record.names:
        if name != record.label:
            yield f"{node} {SKOS.altLabel} {plain(name)}"
    if record.wikidata:
        yield f"{node} {OWL.sameAs} {iris.wikidata(record.wikidata)}"


def _office(record: OfficeRecord, minter: TextMinter) -> Iterator[str]:
    node = minter.office(record.key)
    yield from classes(node, KV.Office)
    yield f"{node} {SKOS.prefLabel} {tagged(record.label, 'nl')}"
    if record.ministry:
        yield f"{node} {ORG.postIn} {minter.institution(record.ministry)}"


def _institution(record: InstitutionRecord, minter: TextMinter) -> Iterator[str]:
    node = minter.institution(record.key)
    yield from classes(node, KV.Institution)
    yield f"{node} {DCTERMS.identifier} {plain(record.key)}"
    yield f"{node} {SKOS.prefLabel} {tagged(record.label_nl, 'nl')}"
    if record.label_en:
        yield f"{node} {SKOS.prefLabel} {tagged(record.label_en, 'en')}"
    for name in (*record.names, *record.abbreviations):
        if name not in (record.label_nl, record.label_en):
            yield f"{node} {SKOS.altLabel} {plain(name)}"
    if record.part_of:
        yield f"{node} {ORG.subOrganizationOf} {minter.institution(record.part_of)}"
    if record.wikidata:
        yield f"{node} {OWL.sameAs} {iris.wikidata(record.wikidata)}"
    for iri in (record.tooi, record.eu_authority):
        if iri:
            yield f"{node} {OWL.sameAs} {iris.external(iri)}"
