"""Persons named in running text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.entities import find, find_persons
from kvgraph.model import PassageKind, PersonMention

MEMBERS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("De motie van het lid Omtzigt vraagt dat.", [("Omtzigt", None)]),
    ("Eerdere vragen van het lid Van Meenen c.s. (D66, Eerste Kamer) gaan daarover.", [("Van Meenen", "D66")]),
    (
        "De leden Piri en Kröger (beiden GroenLinks-PvdA) vroegen het.",
        [("Piri", "GroenLinks-PvdA"), ("Kröger", "GroenLinks-PvdA")],
    ),
    (
        "De leden Koekkoek (Volt), Van Nispen (SP) en Ceder (ChristenUnie) vroegen het.",
        [("Koekkoek", "Volt"), ("Van Nispen", "SP"), ("Ceder", "ChristenUnie")],
    ),
    ("De leden Alkaya en van Raan, Nederland en Kenia.", [("Alkaya", None), ("van Raan", None)]),
    ("Het lid Van der Werf en Sneller (beiden D66) vroegen het.", [("Van der Werf", "D66"), ("Sneller", "D66")]),
    ("Het lid Leijten en Nederland zijn het eens.", [("Leijten", None)]),
    ("De motie-Lodders is aangenomen.", [("Lodders", None)]),
    ("De motie Bontenbal/ Thijssen is aangenomen.", [("Bontenbal", None), ("Thijssen", None)]),
    ("De motie Drost c.s.(Kamerstuk 21 501-20) loopt.", [("Drost", None)]),
    ("De motie van Buitenweg en Verhoeven uit 2019.", [("Buitenweg", None), ("Verhoeven", None)]),
    ("Mevrouw Inge van Dijk (CDA) en de heer Wilders (PVV) spraken.", [("Inge van Dijk", "CDA"), ("Wilders", "PVV")]),
    ("Tweede Kamerlid Wassenberg (PvdD) vroeg het.", [("Wassenberg", "PvdD")]),
    ("Het voormalig lid Verkuijlen (VVD) schreef een nota.", [("Verkuijlen", "VVD")]),
    ("Het amendement van het lid Slagt-Tichelman (GroenLinks-PvdA).", [("Slagt-Tichelman", "GroenLinks-PvdA")]),
    ("Het lid Van Baarle[2] (DENK) verzoekt dat.", [("Van Baarle", "DENK")]),
    ("Artikel 14, vierde lid Rijkswet op het Nederlanderschap.", []),
    ("De leden van de Raad en de motie van Nederland.", []),
    ("De Gecombineerde Opgave (GO) is ingediend.", []),
    ("De promotie van Nederland en het demotieplan.", []),
    ("Het Kamerlid en de leden waren er.", []),
]

HOLDERS: list[tuple[str, list[tuple[str, str | None, str | None]]]] = [
    ("Minister Blok sprak met hem.", [("Blok", "Minister", None)]),
    ("Met minister Hugo de Jonge (VRO) is gesproken.", [("Hugo de Jonge", "Minister", "VRO")]),
    ("Staatssecretaris Gräper-van Koolwijk antwoordde.", [("Gräper-van Koolwijk", "Staatssecretaris", None)]),
    ("Minister Faber – van de Klashorst antwoordde.", [("Faber – van de Klashorst", "Minister", None)]),
    (
        "Premier Rutte en Minister-President Schoof.",
        [("Rutte", "Minister-President", None), ("Schoof", "Minister-President", None)],
    ),
    ("De Minister van Buitenlandse Zaken Veldkamp reisde.", [("Veldkamp", "Minister", "Buitenlandse Zaken")]),
    ("De brief van Minister Adema van Landbouw.", [("Adema", "Minister", None)]),
    ("De Minister van Justitie en Veiligheid is aan zet.", []),
    ("De Russische Minister Lavrov en de Canadese premier Trudeau.", []),
    ("De Israëlische Minister van Defensie Gantz.", []),
    ("Minister Defensie en Staatssecretaris Participatie en Integratie.", []),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.party) for m in find_persons(text)] == expected


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_holders(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(m.name, m.title, m.portfolio) for m in find_persons(text)] == expected


def test_spans_cover_the_name_as_printed() -> None:
    text = "De motie van het lid  Van\nNispen (SP) en Minister Blok."
    assert [(m.span.of(text), m.name, m.rule) for m in find_persons(text)] == [
        ("Van\nNispen", "Van Nispen", "person-member"),
        ("Blok", "Blok", "person-office"),
    ]


def test_participants_of_a_header_are_no_mentions() -> None:
    text = (
        "Vragen van het lid Piri (PvdA) aan de Minister van Defensie over de uitspraken van het lid Kops (PVV) "
        "(ingezonden 2 mei 2024). Antwoord van Minister Ollongren (Defensie) (ontvangen 3 juni 2024)."
    )
    found = [m for m in find(text, kind=PassageKind.HEADER) if isinstance(m, PersonMention)]
    assert [(m.name, m.span.of(text)) for m in found] == [("Kops", "Kops")]


@given(st.text(alphabet="Hhet lidVanDijk(SP),enmoti-/ .c\n", max_size=120))
def test_any_text_gives_ordered_spans(text: str) -> None:
    found = find_persons(text)
    assert all(" ".join(m.span.of(text).split()) == m.name for m in found)
    assert all(a.span.end <= b.span.begin for a, b in itertools.pairwise(found))
