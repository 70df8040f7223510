"""Persons and seats: one row for one person, no seat twice, never more members than the chamber has seats."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from kvgraph.registers import load

REGISTERS = load()


def test_every_id_belongs_to_one_person() -> None:
    people = REGISTERS.persons.values()
    for ids in ([one.tk_id for one in people], [one.wikidata for one in people]):
        twice = [identifier for identifier, count in Counter(filter(None, ids)).items() if count > 1]
        assert not twice


def test_nobody_is_listed_twice_under_one_name_and_year() -> None:
    marks = Counter((one.name, one.birth_year) for one in REGISTERS.persons.values())
    assert [mark for mark, count in marks.items() if count > 1] == []


def test_names_are_whole() -> None:
    for key, person in REGISTERS.persons.items():
        assert person.key == key
        assert person.family
        assert person.family in person.name
        assert person.prefix == person.prefix.lower()
        assert not person.name.startswith(("drs.", "mr.", "dr.", "ir."))


def test_everybody_held_a_seat_or_an_office() -> None:
    held = {seat.person for seat in REGISTERS.seats} | {term.person for term in REGISTERS.terms}
    assert held == set(REGISTERS.persons)


def test_seats_are_in_order_and_for_known_parties() -> None:
    assert list(REGISTERS.seats) == sorted(REGISTERS.seats, key=lambda seat: (seat.person, seat.start))
    for seat in REGISTERS.seats:
        assert seat.party in REGISTERS.parties
        assert seat.end is None or seat.start <= seat.end


def test_nobody_holds_two_seats_at_once() -> None:
    held = defaultdict(list)
    for seat in REGISTERS.seats:
        held[seat.person].append(seat)
    for seats in held.values():
        for one, other in pairwise(seats):
            assert one.end is not None
            assert one.end < other.start, one.person


@pytest.mark.parametrize("year", range(2007, 2026))
def test_the_tweede_kamer_is_full_and_not_more(year: int) -> None:
    day = date(year, 6, 15)
    assert sum(seat.held_on(day) for seat in REGISTERS.seats) in (149, 150)


def test_no_seat_outlives_an_election_unless_renewed() -> None:
    old, new = date(2023, 12, 5), date(2023, 12, 6)
    after = {seat.person for seat in REGISTERS.seats if seat.held_on(new)}
    stayed = {seat.person for seat in REGISTERS.seats if seat.held_on(old)} & after
    assert len(after) == 150
    assert 50 < len(stayed) < 100


@pytest.mark.parametrize(
    ("person", "day", "party"),
    [
        ("omtzigt-ph-1974", "2016-05-01", "cda"),
        ("omtzigt-ph-1974", "2022-05-01", "omtzigt"),
        ("omtzigt-ph-1974", "2024-05-01", "nsc"),
        ("haga-wr-1967", "2020-01-15", "van-haga"),
        ("haga-wr-1967", "2022-01-15", "groep-van-haga"),
        ("kathmann-bc-1978", "2023-06-01", "pvda"),
        ("kathmann-bc-1978", "2023-11-01", "groenlinks-pvda"),
        ("kamp-hgj-1952", "2008-06-17", "vvd"),
    ],
)
def test_who_sat_for_whom(person: str, day: str, party: str) -> None:
    on = date.fromisoformat(day)
    assert [seat.party for seat in REGISTERS.seats if seat.person == person and seat.held_on(on)] == [party]


def test_a_seat_is_held_from_its_first_to_its_last_day() -> None:
    seat = next(one for one in REGISTERS.seats if one.end)
    assert seat.end is not None
    assert seat.held_on(seat.start)
    assert seat.held_on(seat.end)
    assert not seat.held_on(seat.start - timedelta(days=1))
    assert not seat.held_on(seat.end + timedelta(days=1))
