"""The register of parties and the labels under which papers print them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from kvgraph.registers.parties import load, party_key

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("VVD", "vvd"),
        ("Nieuw Sociaal Contract", "nsc"),
        ("GroenLinks-PvdA", "groenlinks-pvda"),
        ("GroenLinks – PvdA", "groenlinks-pvda"),
        ("GL-PvdA", "groenlinks-pvda"),
        ("PvdD", "pvdd"),
        ("Partij voor de Dieren", "pvdd"),
        ("FVD", "fvd"),
        ("FvD", "fvd"),
        ("D’66", "d66"),
        ("50plus", "50plus"),
        ("PvdA-fractie", "pvda"),
        ("Fractie-Otten", "fractie-otten"),
        ("Groep Otten", "fractie-otten"),
        ("Lid Omtzigt", "omtzigt"),
        ("Omtzigt", "omtzigt"),
        ("Fractie Den Haan", "fractie-den-haan"),
        ("Groep Kuzu/Öztürk", "grko"),
        ("Groep Kuzu / Ozturk", "grko"),
        ("Groep van Haga", "groep-van-haga"),
        ("Christen-Democratisch Appèl", "cda"),
        ("Onbekende Partij", None),
        ("", None),
    ],
)
def test_label(label: str, key: str | None) -> None:
    assert party_key(label) == key


def test_a_moved_label_is_decided_by_the_day() -> None:
    assert party_key("Van Haga", date(2020, 3, 1)) == "van-haga"
    assert party_key("Van Haga", date(2022, 3, 1)) == "groep-van-haga"
    assert party_key("Van Haga") == "groep-van-haga"


def test_records_are_consistent() -> None:
    records = load()
    assert len(records) > 90
    for key, record in records.items():
        assert record.key == key
        assert record.names
        assert record.valid_from is None or record.valid_until is None or record.valid_from <= record.valid_until
        assert record.successor is None or record.successor in records
        assert set(record.names) == {name.strip() for name in record.names}


def test_every_name_resolves_to_its_party_or_one_that_shares_it() -> None:
    for record in load().values():
        for name in record.names:
            key = party_key(name, record.valid_from)
            assert key is not None
            assert key == record.key or name in load()[key].names, (name, record.key, key)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared registers are not beside the checkout")
def test_every_party_and_seat_of_the_authority_is_known() -> None:
    with (SHARED / "authority" / "parties.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["key"] for row in rows} == set(load())
    for row in rows:
        assert all(party_key(alias) for alias in row["aliases"].split("|"))
    with (SHARED / "authority" / "seats.csv").open(encoding="utf-8", newline="") as table:
        assert {row["party"] for row in csv.DictReader(table) if party_key(row["party"]) is None} == set()
