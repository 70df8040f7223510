"""Offices, terms and ministries: called what they were called then, held by one minister at a time."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from kvgraph.registers import TermRecord, load, portfolios
from kvgraph.registers.offices import Period

REGISTERS = load()


def test_offices_belong_to_ministries() -> None:
    for key, office in REGISTERS.offices.items():
        assert office.key == key
        assert REGISTERS.institutions[office.ministry].kind == "ministry"
        assert office.title in ("Minister", "Staatssecretaris", "Minister-President")
        assert office.preposition in ("van", "voor", "")


def test_an_office_has_each_of_its_periods_once() -> None:
    for office in REGISTERS.offices.values():
        for one, other in pairwise(office.periods):
            assert one.end is not None
            assert other.start is not None
            assert one.end < other.start


def test_terms_lie_in_a_time_in_which_the_office_was_called_so() -> None:
    for term in REGISTERS.terms:
        assert term.end is None or term.start <= term.end
        assert REGISTERS.offices[term.office].distance(term.start) == 0, term
        assert term.person in REGISTERS.persons


def test_one_minister_at_a_time() -> None:
    held: dict[str, list[TermRecord]] = defaultdict(list)
    for term in REGISTERS.terms:
        if term.title != "Staatssecretaris" and term.start.year > 2002:
            held[term.office].append(term)
    for terms in held.values():
        for one, other in pairwise(sorted(terms, key=lambda term: term.start)):
            assert one.end is not None
            assert one.end <= other.start + timedelta(days=1), (one, other)


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("minister-buitenlandse-zaken", "2021-03-08", "blok-sa-1964"),
        ("minister-president", "2009-01-01", "balkenende-jp-1956"),
        ("minister-president", "2024-07-01", "rutte-m-1967"),
        ("minister-president", "2024-07-03", "schoof-1957"),
        ("minister-justitie", "2008-01-01", "hirsch-ballin-1950"),
        ("minister-veiligheid-en-justitie", "2016-01-01", "steur-ga-1969"),
        ("minister-justitie-en-veiligheid", "2024-11-20", "weel-1976"),
        ("minister-asiel-en-migratie", "2024-11-20", "faber-mhm-1960"),
        ("minister-immigratie-en-asiel", "2011-01-01", "leers-1951"),
        ("minister-wonen-en-rijksdienst", "2014-01-01", "blok-sa-1964"),
        ("minister-rechtsbescherming", "2019-01-01", "dekker-s-1975"),
        ("minister-milieu-en-wonen", "2020-01-01", "veldhoven-s-1973"),
        ("minister-primair-en-voortgezet-onderwijs", "2022-09-01", "wiersma-ad-1986"),
        ("minister-volkshuisvesting-en-ruimtelijke-ordening-bzk", "2023-01-01", "jonge-1977"),
        ("minister-volkshuisvesting-en-ruimtelijke-ordening", "2024-11-20", "keijzer-mcg-1968"),
        ("minister-economische-zaken-landbouw-en-innovatie", "2011-01-01", "verhagen-mjm-1956"),
        ("staatssecretaris-onderwijs-cultuur-en-wetenschap", "2013-01-01", "dekker-s-1975"),
        ("staatssecretaris-landbouw-visserij-voedselzekerheid-en-natuur", "2024-11-20", "rummenie-jf-ceec6a74"),
    ],
)
def test_who_held_what(office: str, day: str, person: str) -> None:
    on = date.fromisoformat(day)
    assert [term.person for term in REGISTERS.terms if term.office == office and term.held_on(on)] == [person]


@pytest.mark.parametrize(
    ("ministry", "day", "name"),
    [
        ("min-jenv", "2010-01-01", "Justitie"),
        ("min-jenv", "2014-01-01", "Veiligheid en Justitie"),
        ("min-jenv", "2017-10-26", "Justitie en Veiligheid"),
        ("min-ez", "2011-01-01", "Economische Zaken, Landbouw en Innovatie"),
        ("min-ez", "2015-01-01", "Economische Zaken"),
        ("min-ez", "2020-01-01", "Economische Zaken en Klimaat"),
        ("min-ez", "2024-11-20", "Economische Zaken"),
        ("min-ienw", "2009-01-01", "Verkeer en Waterstaat"),
        ("min-lvvn", "2020-01-01", "Landbouw, Natuur en Voedselkwaliteit"),
    ],
)
def test_ministries_are_called_what_they_were_called_then(ministry: str, day: str, name: str) -> None:
    on = date.fromisoformat(day)
    assert [one.name for one in REGISTERS.ministries if one.key == ministry and one.period.covers(on)] == [name]


def test_labels_read_as_printed() -> None:
    assert REGISTERS.offices["minister-rechtsbescherming"].label == "Minister voor Rechtsbescherming"
    assert REGISTERS.offices["staatssecretaris-financien"].label == "Staatssecretaris van Financiën"
    assert REGISTERS.offices["minister-president"].label == "Minister-President"


def test_a_name_that_came_back_has_all_its_periods() -> None:
    office = REGISTERS.offices["minister-economische-zaken"]
    assert [period.start for period in office.periods] == [None, date(2012, 11, 5), date(2024, 7, 2)]
    assert (office.valid_from, office.valid_until) == (None, date(2026, 2, 22))
    assert office.distance(date(2011, 1, 1)) == 80
    assert office.distance(date(2020, 1, 1)) > 700


def test_a_period_counts_days_to_its_nearest_end() -> None:
    period = Period(date(2020, 1, 10), date(2020, 1, 20))
    assert [period.distance(date(2020, 1, day)) for day in (8, 10, 15, 20, 23)] == [2, 0, 0, 0, 3]
    assert Period(None, None).distance(date(1900, 1, 1)) == 0


def test_portfolios_are_listed_longest_first_in_lower_case() -> None:
    found = portfolios()
    assert list(found) == sorted(found, key=lambda name: (-len(name), name))
    assert {"volksgezondheid, welzijn en sport", "rechtsbescherming", "financiën"} <= set(found)
    assert all(name == name.lower() for name in found)
