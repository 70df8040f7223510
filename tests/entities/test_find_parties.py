"""Parties named in running text."""

from __future__ import annotations

import csv

import pytest

from kvgraph import resources
from kvgraph.entities import find, find_parties
from kvgraph.model import PartyMention, PassageKind

CASES: list[tuple[str, list[str]]] = [
    ("De motie van het lid Dobbe (SP) is aangenomen.", ["SP"]),
    ("De VVD-fractie en de PvdA- en GroenLinks-fractie stemden voor.", ["VVD", "PvdA", "GroenLinks"]),
    ("De SP-Kamerleden, een CU-Kamerlid en de GL-fractie.", ["SP", "CU", "GL"]),
    ("De leden Piri en Kröger (beiden GroenLinks-PvdA) vroegen het.", ["GroenLinks-PvdA"]),
    ("Het lid Dassen (Volt) en de fractie van Volt.", ["Volt", "Volt"]),
    ("De motie Voordewind (CU) loopt.", ["CU"]),
    ("Het lid Omtzigt (Lid Omtzigt) en het lid Van Haga (Groep Van Haga).", ["Lid Omtzigt", "Groep Van Haga"]),
    ("D66, D’66, JA21, 50PLUS en DENK.", ["D66", "D’66", "JA21", "50PLUS", "DENK"]),
    ("De Partij voor de Dieren en Forum voor Democratie.", ["Partij voor de Dieren", "Forum voor Democratie"]),
    ("De fracties van VVD, Volt en GL stemden voor, CU en D66 tegen.", ["VVD", "Volt", "GL", "CU", "D66"]),
    ("De Volt-fractie, de fractie van CU en van de SGP.", ["Volt", "CU", "SGP"]),
    (
        "De Partij Voor de Dieren, het Christen Democratisch Appel en de PVDA.",
        ["Partij Voor de Dieren", "Christen Democratisch Appel", "PVDA"],
    ),
    ("Een kabel van 230 Volt en een lening van het CU; de VVD en Forum Standaardisatie.", ["VVD"]),
    ("De SP'ers zijn in Spanje, met spSP en BSP; TON aan goederen.", ["SP"]),
    ("Vicepresident Kamala Harris (VP) en het lid Otten (GO).", ["GO"]),
    ("Denk aan een volt, aan het cu en aan het sp.", []),
    ("Het World Economic Forum en BIJ12 overlegden.", []),
    ("De Gecombineerde Opgave (GO) en de regeling (CU) gelden.", []),
    ("Zie https://www.vvd.nl/VVD en info@D66.nl.", []),
    ("De AOV en de CD zijn duur.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_parties(text: str, expected: list[str]) -> None:
    found = find_parties(text)
    assert [m.name for m in found] == expected
    assert [m.span.of(text) for m in found] == expected


def test_every_sure_label_is_found() -> None:
    with (resources.registers() / "parties.csv").open(encoding="utf-8", newline="") as table:
        labels = [label for row in csv.DictReader(table) for label in row["running"].split("|") if label]
    assert len(labels) == len(set(labels)) > 50
    for label in labels:
        assert [m.name for m in find_parties(f"Volgens {label} kan dat.")] == [label]


def test_only_the_subject_of_a_header_counts() -> None:
    text = "Vragen van het lid Piri (PvdA) over het bericht «VVD wil af van norm» (ingezonden 2 mei 2024)."
    found = [m for m in find(text, kind=PassageKind.HEADER) if isinstance(m, PartyMention)]
    assert [(m.name, m.span.of(text)) for m in found] == [("VVD", "VVD")]
    assert find("Vragen van het lid Piri (PvdA).", kind=PassageKind.HEADER) == ()
