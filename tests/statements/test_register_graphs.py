from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kvgraph import registers as real
from kvgraph.iris import Minter
from kvgraph.model import Analysis, Chamber
from kvgraph.registers import (
    InstitutionRecord,
    OfficeRecord,
    PartyRecord,
    PersonRecord,
    Registers,
    SeatRecord,
    TermRecord,
)
from kvgraph.registers.offices import Period
from kvgraph.statements import Referred, referred, state_registers
from kvgraph.vocabulary import DCTERMS, FOAF, KV, ORG, OWL, RDF, SCHEMA, SKOS

MINTER = Minter()
TK_ID = "0a1b2c3d-0000-1111-2222-333344445555"


def institution(key: str, part_of: str | None = None, abbreviations: tuple[str, ...] = ()) -> InstitutionRecord:
    return InstitutionRecord(
        key=key,
        label_nl=f"Instelling {key}",
        label_en=f"Institution {key}",
        kind="international",
        part_of=part_of,
        names=(f"Instelling {key}", f"Raad {key}"),
        abbreviations=abbreviations,
        wikidata="Q1",
        tooi="https://identifier.overheid.nl/tooi/id/ministerie/mnre1",
        owms=None,
        eu_authority="http://publications.europa.eu/resource/authority/corporate-body/X",
        valid_from=None,
        valid_until=None,
    )


def person(key: str) -> PersonRecord:
    return PersonRecord(key, "Bo van der Zee", "Bo", "van der", "Zee", "B.", (), TK_ID, "Q42", 1970, None)


def party(key: str) -> PartyRecord:
    return PartyRecord(key, f"Partij {key}", (f"Partij {key}", key.upper()), "Q2", None, None, (), None)


def office(key: str, ministry: str) -> OfficeRecord:
    return OfficeRecord(key, "Minister", "Zaken", "van", ministry, (), (Period(None, None),))


@pytest.fixture
def registers() -> Registers:
    made = Registers()
    made.__dict__.update(
        persons={key: person(key) for key in ("zee-1970", "other-1971")},
        seats=(
            SeatRecord("zee-1970", Chamber.TWEEDE_KAMER, "abc", date(2010, 6, 17), date(2012, 9, 19)),
            SeatRecord("other-1971", Chamber.TWEEDE_KAMER, "xyz", date(2010, 6, 17), None),
        ),
        terms=(TermRecord("zee-1970", "minister-zaken", "Minister", "Zaken", "min-zaken", date(2012, 11, 5), None),),
        parties={key: party(key) for key in ("abc", "xyz")},
        offices={
            "minister-zaken": office("minister-zaken", "min-zaken"),
            "minister-anders": office("minister-anders", "min-anders"),
        },
        institutions={
            "min-zaken": institution("min-zaken", "rijk"),
            "min-anders": institution("min-anders"),
            "rijk": institution("rijk"),
            "raad": institution("raad", "rijk", ("RvX",)),
        },
    )
    return made


def found(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in quads if (quad.subject, quad.predicate) == (subject, predicate)]


def subjects(quads: list[Quad], kind: NamedNode) -> set[object]:
    return {quad.subject for quad in quads if (quad.predicate, quad.object) == (RDF.type, kind)}


def test_a_person_brings_terms_parties_offices_and_ministries(registers: Registers) -> None:
    quads = state_registers(Referred(persons=frozenset({"zee-1970"})), registers, MINTER)
    seat = MINTER.membership("zee-1970", "abc", date(2010, 6, 17))
    term = MINTER.membership("zee-1970", "minister-zaken", date(2012, 11, 5))
    assert subjects(quads, FOAF.Person) == {MINTER.person("zee-1970")}
    assert subjects(quads, ORG.Membership) == {seat, term}
    assert subjects(quads, KV.Party) == {MINTER.party("abc")}
    assert subjects(quads, KV.Office) == {MINTER.office("minister-zaken")}
    assert subjects(quads, KV.Institution) == {MINTER.institution("min-zaken"), MINTER.institution("rijk")}
    assert found(quads, seat, ORG.organization) == [MINTER.party("abc")]
    assert [str(value) for value in found(quads, seat, SCHEMA.endDate)] == [
        '"2012-09-19"^^<http://www.w3.org/2001/XMLSchema#date>'
    ]
    assert found(quads, term, ORG.role) == [MINTER.office("minister-zaken")]
    assert found(quads, term, SCHEMA.endDate) == []


def test_what_is_said_of_a_person(registers: Registers) -> None:
    quads = state_registers(Referred(persons=frozenset({"zee-1970"})), registers, MINTER)
    node = MINTER.person("zee-1970")
    assert found(quads, node, FOAF.name) == [Literal("Bo van der Zee")]
    assert found(quads, node, FOAF.familyName) == [Literal("van der Zee")]
    assert found(quads, node, KV.initials) == [Literal("B.")]
    assert found(quads, node, KV.tkPersonId) == [Literal(TK_ID)]
    assert found(quads, node, OWL.sameAs) == [NamedNode("http://www.wikidata.org/entity/Q42")]


def test_what_is_said_of_parties_offices_and_institutions(registers: Registers) -> None:
    used = Referred(
        parties=frozenset({"xyz"}), offices=frozenset({"minister-anders"}), institutions=frozenset({"raad"})
    )
    quads = state_registers(used, registers, MINTER)
    raad, ministry = MINTER.institution("raad"), MINTER.institution("min-anders")
    assert found(quads, MINTER.party("xyz"), SKOS.altLabel) == [Literal("XYZ")]
    assert found(quads, MINTER.office("minister-anders"), SKOS.prefLabel) == [
        Literal("Minister van Zaken", language="nl")
    ]
    assert found(quads, MINTER.office("minister-anders"), ORG.postIn) == [ministry]
    assert found(quads, raad, DCTERMS.identifier) == [Literal("raad")]
    assert found(quads, raad, SKOS.altLabel) == [Literal("Raad raad"), Literal("RvX")]
    assert len(found(quads, raad, SKOS.prefLabel)) == 2
    assert len(found(quads, raad, OWL.sameAs)) == 3
    assert subjects(quads, KV.Institution) == {raad, ministry, MINTER.institution("rijk")}
    assert not subjects(quads, FOAF.Person)


def test_each_register_has_its_graph(registers: Registers) -> None:
    quads = state_registers(Referred(persons=frozenset({"zee-1970"})), registers, MINTER)
    graphs = {
        FOAF.Person: "persons",
        ORG.Membership: "persons",
        KV.Party: "parties",
        KV.Office: "offices",
        KV.Institution: "institutions",
    }
    for quad in quads:
        if quad.predicate == RDF.type and isinstance(quad.object, NamedNode):
            assert quad.graph_name == MINTER.register_graph(graphs[quad.object])
    assert [str(quad.graph_name) for quad in quads] == sorted(str(quad.graph_name) for quad in quads)


def test_nothing_used_is_nothing_stated(registers: Registers) -> None:
    assert state_registers(Referred(), registers, MINTER) == []


def test_an_entry_that_is_not_listed_is_refused(registers: Registers) -> None:
    with pytest.raises(KeyError, match="nobody"):
        state_registers(Referred(persons=frozenset({"nobody"})), registers, MINTER)


def test_what_an_analysis_refers_to(full: Analysis) -> None:
    assert referred(full) == Referred(
        persons=frozenset({"zeegers-a-1980", "vries-a-1970", "vries-b-1971"}),
        parties=frozenset({"d66", "vvd"}),
        offices=frozenset({"minister-buitenlandse-zaken", "minister-defensie"}),
        institutions=frozenset({"osce", "eu", "min-bz", "min-def"}),
    )


def test_what_several_papers_refer_to_is_joined() -> None:
    one = Referred(persons=frozenset("a"), parties=frozenset("p"))
    other = Referred(persons=frozenset("b"), institutions=frozenset("i"))
    assert one | other == Referred(frozenset("ab"), frozenset("p"), frozenset(), frozenset("i"))


def test_the_real_registers_are_closed_and_can_be_stated_whole() -> None:
    tables = real.load()
    used = Referred(
        frozenset(tables.persons), frozenset(tables.parties), frozenset(tables.offices), frozenset(tables.institutions)
    )
    quads = state_registers(used, tables, MINTER)
    typed = {quad.subject for quad in quads if quad.predicate == RDF.type}
    objects = {quad.object for quad in quads if isinstance(quad.object, NamedNode)}
    named = {node for node in objects if node.value.startswith(MINTER.base)}
    assert named <= typed
    memberships = [quad.subject for quad in quads if quad.predicate == ORG.member]
    assert len(memberships) == len(set(memberships)) == len(tables.seats) + len(tables.terms)
