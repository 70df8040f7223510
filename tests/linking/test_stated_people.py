"""Whose GUID a source states is that person, whatever the name; an unknown GUID leaves it to the name."""

from __future__ import annotations

from datetime import date

import pytest

from kvgraph.linking.people import link_participation
from kvgraph.model import Chamber, Link, Office, Paper, PaperKind, Participation, Party, Person, Role, Status
from kvgraph.registers import load

REGISTERS = load()
DAY = date(2024, 10, 1)
PAPER = Paper(PaperKind.ANSWER, Chamber.TWEEDE_KAMER, None, None, None, (), None, DAY, DAY, (), ())


def guid(key: str) -> str:
    found = REGISTERS.persons[key].tk_id
    assert found
    return found


def person(link: Link | None) -> str | None:
    return link.target.key if link and isinstance(link.target, Person) else None


@pytest.mark.parametrize("name", ["Van Dijk", "I. van Dijk", "Dijck", None])
def test_a_questioner_is_who_has_the_guid(name: str | None) -> None:
    asking = Participation(Role.QUESTIONER, 1, name, party="CDA", person=guid("dijk-i-1975"))
    linked = link_participation(asking, PAPER, REGISTERS)
    assert person(linked.person) == "dijk-i-1975"
    assert linked.party == Link(Party("cda"), Status.VERIFIED)


@pytest.mark.parametrize("role", [Role.ADDRESSEE, Role.RESPONDENT, Role.ON_BEHALF_OF])
@pytest.mark.parametrize("name", ["Agema", None])
def test_a_member_of_the_government_is_who_has_the_guid(role: Role, name: str | None) -> None:
    title, portfolio = "Minister", "Volksgezondheid, Welzijn en Sport"
    taking = Participation(role, 1, name, title=title, portfolio=portfolio, person=guid("agema-m-1976"))
    linked = link_participation(taking, PAPER, REGISTERS)
    assert person(linked.person) == "agema-m-1976"
    assert linked.office
    assert isinstance(linked.office.target, Office)


def test_an_unknown_guid_leaves_it_to_the_name() -> None:
    unknown = "00000000-0000-4000-8000-000000000000"
    asking = Participation(Role.QUESTIONER, 1, "Inge van Dijk", party="CDA", person=unknown)
    assert person(link_participation(asking, PAPER, REGISTERS).person) == "dijk-i-1975"
    nobody = Participation(Role.QUESTIONER, 1, person=unknown)
    assert link_participation(nobody, PAPER, REGISTERS).person is None
    answering = Participation(Role.RESPONDENT, 1, title="Minister", portfolio="Defensie", person=unknown)
    assert link_participation(answering, PAPER, REGISTERS).person is None
