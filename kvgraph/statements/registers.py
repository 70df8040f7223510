"""The registers as quads: of each entry that papers refer to, with what that entry refers to itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from pyoxigraph import NamedNode, Quad

from kvgraph import iris
from kvgraph.iris import Minter
from kvgraph.registers import (
    InstitutionRecord,
    OfficeRecord,
    PartyRecord,
    PersonRecord,
    Registers,
    SeatRecord,
    TermRecord,
)
from kvgraph.statements.literals import day, plain, tagged
from kvgraph.statements.referred import Referred
from kvgraph.statements.triples import Triple, classes, in_graph
from kvgraph.vocabulary import DCTERMS, FOAF, KV, ORG, OWL, SCHEMA, SKOS

REGISTERS = ("institutions", "offices", "parties", "persons")
"""The names of the register graphs."""

_Held = TypeVar("_Held", SeatRecord, TermRecord)


def state_registers(used: Referred, registers: Registers, minter: Minter) -> list[Quad]:
    """Return what the registers say of the entries in use, each register in its own named graph, sorted.

    A person brings all terms in seats and offices, a term its party or office, an office its ministry, an institution
    the one that it is part of. Raises KeyError for an entry that the registers do not list.
    """
    seats, terms = _by_person(registers.seats, used.persons), _by_person(registers.terms, used.persons)
    parties = used.parties | {seat.party for held in seats.values() for seat in held}
    offices = used.offices | {term.office for held in terms.values() for term in held}
    ministries = {registers.offices[key].ministry for key in offices}
    institutions = _with_parents(used.institutions | {key for key in ministries if key}, registers.institutions)
    stated: dict[str, Iterator[Triple]] = {
        "persons": (
            triple
            for key in used.persons
            for triple in _person(registers.persons[key], seats.get(key, ()), terms.get(key, ()), minter)
        ),
        "parties": (triple for key in parties for triple in _party(registers.parties[key], minter)),
        "offices": (triple for key in offices for triple in _office(registers.offices[key], minter)),
        "institutions": (
            triple for key in institutions for triple in _institution(registers.institutions[key], minter)
        ),
    }
    return [quad for name in REGISTERS for quad in in_graph(stated[name], minter.register_graph(name))]


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
    record: PersonRecord, seats: Iterable[SeatRecord], terms: Iterable[TermRecord], minter: Minter
) -> Iterator[Triple]:
    node = minter.person(record.key)
    yield from classes(node, FOAF.Person)
    yield node, FOAF.name, plain(record.name)
    yield node, FOAF.familyName, plain(f"{record.prefix} {record.family}".strip())
    if record.given:
        yield node, FOAF.givenName, plain(record.given)
    if record.initials:
        yield node, KV.initials, plain(record.initials)
    if record.tk_id:
        yield node, KV.tkPersonId, plain(record.tk_id)
    if record.wikidata:
        yield node, OWL.sameAs, iris.wikidata(record.wikidata)
    for seat in seats:
        term = minter.membership(record.key, seat.party, seat.start)
        yield term, ORG.organization, minter.party(seat.party)
        yield from _membership(term, node, seat.start, seat.end)
    for held in terms:
        term = minter.membership(record.key, held.office, held.start)
        yield term, ORG.role, minter.office(held.office)
        yield from _membership(term, node, held.start, held.end)


def _membership(term: NamedNode, person: NamedNode, start: date, end: date | None) -> Iterator[Triple]:
    yield from classes(term, ORG.Membership)
    yield term, ORG.member, person
    yield term, SCHEMA.startDate, day(start)
    if end:
        yield term, SCHEMA.endDate, day(end)


def _party(record: PartyRecord, minter: Minter) -> Iterator[Triple]:
    node = minter.party(record.key)
    yield from classes(node, KV.Party)
    yield node, SKOS.prefLabel, tagged(record.label, "nl")
    # Names and abbreviations are of no one language: OVSE stands in English texts too, NATO in Dutch ones.
    for name in record.names:
        if name != record.label:
            yield node, SKOS.altLabel, plain(name)
    if record.wikidata:
        yield node, OWL.sameAs, iris.wikidata(record.wikidata)


def _office(record: OfficeRecord, minter: Minter) -> Iterator[Triple]:
    node = minter.office(record.key)
    yield from classes(node, KV.Office)
    yield node, SKOS.prefLabel, tagged(record.label, "nl")
    if record.ministry:
        yield node, ORG.postIn, minter.institution(record.ministry)


def _institution(record: InstitutionRecord, minter: Minter) -> Iterator[Triple]:
    node = minter.institution(record.key)
    yield from classes(node, KV.Institution)
    yield node, DCTERMS.identifier, plain(record.key)
    yield node, SKOS.prefLabel, tagged(record.label_nl, "nl")
    if record.label_en:
        yield node, SKOS.prefLabel, tagged(record.label_en, "en")
    for name in (*record.names, *record.abbreviations):
        if name not in (record.label_nl, record.label_en):
            yield node, SKOS.altLabel, plain(name)
    if record.part_of:
        yield node, ORG.subOrganizationOf, minter.institution(record.part_of)
    if record.wikidata:
        yield node, OWL.sameAs, iris.wikidata(record.wikidata)
    for iri in (record.tooi, record.eu_authority):
        if iri:
            yield node, OWL.sameAs, iris.external(iri)
