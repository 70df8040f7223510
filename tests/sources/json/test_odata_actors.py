"""Who takes part, by relation, name and function as the open data of the Tweede Kamer have them."""

from __future__ import annotations

import pytest

from kvgraph.model import Participation, Role
from kvgraph.sources.json.odata_actors import ASKING, SIGNING_ANSWERS, joined, participations
from kvgraph.sources.json.odata_records import ActorRecord, PersonRecord


def test_who_asks_first_stands_first_and_each_role_is_counted() -> None:
    actors = [
        ActorRecord("Medeindiener", "P. Sinnema", "FNP"),
        ActorRecord("Volgcommissie", "vaste commissie voor Defensie"),
        ActorRecord("Gericht aan", "J. Havinga", "D66", "minister van Defensie"),
        ActorRecord(" indiener ", "W. Terp", "D66"),
        ActorRecord("Medeindiener", "K. Bos", "SP", deleted=True),
    ]
    assert participations(actors, ASKING) == (
        Participation(Role.QUESTIONER, 1, "W. Terp", party="D66"),
        Participation(Role.QUESTIONER, 2, "P. Sinnema", party="FNP"),
        Participation(Role.ADDRESSEE, 1, "J. Havinga", title="Minister", portfolio="Defensie"),
    )


def test_nobody_takes_part_twice_in_the_same_way() -> None:
    one = Participation(Role.RESPONDENT, 7, "Havinga", title="Minister", portfolio="Defensie")
    other = Participation(Role.RESPONDENT, 1, "Havinga", title="Minister", portfolio="Financiën")
    assert [(each.order, each.portfolio) for each in joined((one, None), (other, one))] == [
        (1, "Defensie"),
        (2, "Financiën"),
    ]


@pytest.mark.parametrize(
    ("name", "person", "printed"),
    [
        ("W.B. van der Terp", PersonRecord("van der", "Terp"), "Van der Terp"),
        ("P. Sinnema", PersonRecord(None, "Sinnema"), "Sinnema"),
        ("P. Sinnema", PersonRecord(family=" ", deleted=False), "P. Sinnema"),
        ("P. Sinnema", PersonRecord(family="Sinnema", deleted=True), "P. Sinnema"),
        (" P.  Sinnema\n", None, "P. Sinnema"),
    ],
)
def test_names_are_as_papers_print_them_where_the_parts_are_known(
    name: str, person: PersonRecord | None, printed: str
) -> None:
    (one,) = participations([ActorRecord("Indiener", name, person=person)], ASKING)
    assert one.name == printed


def test_a_questioner_without_a_name_is_nobody() -> None:
    assert participations([ActorRecord("Indiener", " ", "SP"), ActorRecord("Gericht aan")], ASKING) == ()


@pytest.mark.parametrize(
    ("name", "function", "title", "portfolio"),
    [
        ("J. Havinga", "minister voor Natuur en Stikstof", "Minister", "Natuur en Stikstof"),
        ("J. Havinga", "Staatssecretaris van Financiën", "Staatssecretaris", "Financiën"),
        ("J. Havinga", "minister-president", "Minister-President", None),
        ("J. Havinga", "minister-president, minister van Algemene Zaken", "Minister-President", "Algemene Zaken"),
        ("J. Havinga", "viceminister-president en minister van Financiën", "Minister", "Financiën"),
        ("J. Havinga", "minister", "Minister", None),
        ("J. Havinga", "griffier", None, None),
        ("J. Havinga", None, None, None),
        ("minister van Defensie", None, "Minister", "Defensie"),
        ("Minister-president", None, "Minister-President", None),
    ],
)
def test_offices_are_read_from_the_function_or_stand_as_the_name(
    name: str, function: str | None, title: str | None, portfolio: str | None
) -> None:
    (one,) = participations([ActorRecord("Mede namens", name, function=function)], SIGNING_ANSWERS)
    assert (one.role, one.title, one.portfolio) == (Role.ON_BEHALF_OF, title, portfolio)
    assert one.name == (name if name == "J. Havinga" else None)
