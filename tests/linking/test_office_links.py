"""Offices as printed are linked to the office of that day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.linking.offices import link_office, portfolio_key
from kvgraph.model import Link, Office, Status
from kvgraph.registers import load

REGISTERS = load()


def linked(title: str, portfolio: str, day: str | None) -> str | None:
    target = link_office(title, portfolio, date.fromisoformat(day) if day else None, REGISTERS).target
    return target.key if isinstance(target, Office) else None


@pytest.mark.parametrize("key", sorted(REGISTERS.offices))
def test_every_office_is_found_by_its_own_name(key: str) -> None:
    office = REGISTERS.offices[key]
    for period in office.periods:
        if day := period.start or period.end:
            link = link_office(office.title, office.portfolio, day, REGISTERS)
            assert link == Link(Office(key, office.ministry), Status.VERIFIED)


@pytest.mark.parametrize(
    ("title", "portfolio", "day", "office"),
    [
        ("Minister", "Volksgezondheid Welzijn en Sport", "2020-01-01", "minister-volksgezondheid-welzijn-en-sport"),
        ("Minister", "Financien", "2020-01-01", "minister-financien"),
        ("Minister", "Justitie en Veilgheid", "2020-01-01", "minister-justitie-en-veiligheid"),
        ("Minister", "Sociale Zaken", "2020-01-01", "minister-sociale-zaken-en-werkgelegenheid"),
        ("Minister", "Binnenlandse Zaken & Koninkrijksrelaties", "2020-01-01",
         "minister-binnenlandse-zaken-en-koninkrijksrelaties"),
        ("Staatssecretaris", "VWS", "2020-01-01", "staatssecretaris-volksgezondheid-welzijn-en-sport"),
        ("Minister", "EL&I", "2011-01-01", "minister-economische-zaken-landbouw-en-innovatie"),
        ("Minister", "EZK", "2021-01-01", "minister-economische-zaken-en-klimaat"),
        ("Minister", "Medische Zorg en Sport", "2019-02-20", "minister-medische-zorg"),
        ("Minister", "Armoede, Participatie en Pensioenen", "2022-05-20",
         "minister-armoedebeleid-participatie-en-pensioenen"),
        ("Minister", "Algemene Zaken", "2023-05-01", "minister-president"),
        ("Minister-President", "", "2023-05-01", "minister-president"),
        ("Minister", "Buitenlandse Zaken", None, "minister-buitenlandse-zaken"),
    ],
)  # fmt: skip
def test_spellings(title: str, portfolio: str, day: str | None, office: str) -> None:
    assert linked(title, portfolio, day) == office


@pytest.mark.parametrize(
    ("title", "portfolio", "day", "office"),
    [
        ("Minister", "Veiligheid en Justitie", "2017-11-05", "minister-veiligheid-en-justitie"),
        ("Minister", "Veiligheid en Justitie", "2018-05-01", "minister-justitie-en-veiligheid"),
        ("Minister", "Economische Zaken en Klimaat", "2024-09-01", "minister-economische-zaken"),
        ("Minister", "Buitenlandse Handel en Ontwikkelingshulp", "2023-01-01",
         "minister-buitenlandse-handel-en-ontwikkelingssamenwerking"),
        ("Minister", "Buitenlandse Handel en Ontwikkelingssamenwerking", "2024-10-01",
         "minister-buitenlandse-handel-en-ontwikkelingshulp"),
        ("Minister", "Volkshuisvesting en Ruimtelijke Ordening", "2023-07-20",
         "minister-volkshuisvesting-en-ruimtelijke-ordening-bzk"),
        ("Minister", "Volkshuisvesting en Ruimtelijke Ordening", "2024-09-20",
         "minister-volkshuisvesting-en-ruimtelijke-ordening"),
        ("Minister", "Ontwikkelingssamenwerking", "2011-05-01", "minister-ontwikkelingssamenwerking"),
    ],
)  # fmt: skip
def test_names_that_are_not_in_use_count_for_their_successor(title: str, portfolio: str, day: str, office: str) -> None:
    assert linked(title, portfolio, day) == office


@pytest.mark.parametrize(
    ("portfolio", "office"),
    [
        ("Financiën – Fiscaliteit en Belastingdienst", "staatssecretaris-fiscaliteit-en-belastingdienst"),
        ("Financiën (Toeslagen en Douane)", "staatssecretaris-toeslagen-en-douane"),
        ("Onderwijs, Cultuur en Wetenschap - Muziek", "staatssecretaris-onderwijs-cultuur-en-wetenschap"),
    ],
)
def test_a_task_beside_the_ministry(portfolio: str, office: str) -> None:
    assert linked("Staatssecretaris", portfolio, "2023-05-01") == office


@pytest.mark.parametrize(
    ("title", "portfolio", "reason"),
    [
        ("Minister", "Toverkunst", "no such office in the register"),
        ("Staatssecretaris", "Algemene Zaken", "no such office in the register"),
        ("Minister", "", "no portfolio printed"),
    ],
)
def test_what_is_no_office_stays_open(title: str, portfolio: str, reason: str) -> None:
    assert link_office(title, portfolio, date(2020, 1, 1), REGISTERS) == Link(None, Status.UNRESOLVED, reason)


@given(st.text(max_size=40), st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_any_portfolio_gets_an_office_or_a_reason(portfolio: str, day: date | None) -> None:
    link = link_office("Minister", portfolio, day, REGISTERS)
    assert (link.target is None) == (link.status is Status.UNRESOLVED) == bool(link.reason)


def test_commas_and_conjunctions_do_not_count() -> None:
    assert portfolio_key("Onderwijs, Cultuur en Wetenschap") == portfolio_key("Onderwijs Cultuur & Wetenschap")
    assert portfolio_key("Energie") == "energie"
