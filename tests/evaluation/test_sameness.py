from __future__ import annotations

import pytest

from kvgraph.evaluation import sameness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Van der Lee", "van der  lee"),
        ("Kostić", "Kostic"),
        ("het «nieuwe» plan", 'het "nieuwe" plan'),
        ("foto's", "foto’s"),
        ("Groen–Links", "Groen - Links"),
        (" Waterwet. ", "waterwet"),
        ("regel\n met eind", "regel met\u00a0eind"),
    ],
)
def test_typography_is_no_difference(one: str, other: str) -> None:
    assert sameness.text(one) == sameness.text(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("De Wit", "De Wint"), ("Zuid-West", "Zuidwest"), ("artikel 3", "artikel 4")]
)
def test_letters_are(one: str, other: str) -> None:
    assert sameness.text(one) != sameness.text(other)


def test_an_identifier_holds_no_blanks() -> None:
    assert sameness.identifier("kst-29 398-XII-12") == sameness.identifier("kst-29398-xii-12") == "kst-29398-xii-12"


@pytest.mark.parametrize(
    "url",
    ["https://www.brug.example/Bouw", "http://brug.example/bouw/", " https://brug.example/bouw. ", "brug.example/bouw"],
)
def test_an_address_without_what_may_differ(url: str) -> None:
    assert sameness.url(url) == "brug.example/bouw"


def test_www_belongs_to_an_address_without_a_scheme() -> None:
    assert sameness.url("www.brug.example") == "www.brug.example"


@pytest.mark.parametrize(
    ("title", "portfolio", "same"),
    [
        ("Minister", "Water", "minister|water"),
        ("Minister voor", "Water", "minister|water"),
        ("minister van", "van Water", "minister|water"),
        ("Staatssecretaris", "voor Weg en Spoor", "staatssecretaris|weg en spoor"),
        ("Minister-President", "", "minister-president|"),
    ],
)
def test_offices(title: str, portfolio: str, same: str) -> None:
    assert sameness.office(title, portfolio) == same
