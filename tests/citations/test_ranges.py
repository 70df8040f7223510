"""Ranges: what is printed at the ends, and what lies between."""

from __future__ import annotations

import pytest

from kvgraph import citations
from kvgraph.citations import ranges
from kvgraph.model import OfficialCitation, PassageKind, PassageReference


def said(text: str) -> list[tuple[str, str, str]]:
    return [
        (one.rule, one.span.of(text), one.identifier if isinstance(one, OfficialCitation) else one.label)
        for one in citations.find(text, kind=PassageKind.ANSWER)
        if isinstance(one, OfficialCitation | PassageReference)
    ]


@pytest.mark.parametrize(
    ("text", "span", "between"),
    [
        ("Kamerstuk 31 839, nrs. 1027-1031.", "1027-1031", ["kst-31839-1028", "kst-31839-1029", "kst-31839-1030"]),
        ("Kamerstuk 31 839, nrs. 8–11.", "8–11", ["kst-31839-9", "kst-31839-10"]),
        ("Kamerstuk 31 839, nr. 3 t/m 5", "3 t/m 5", ["kst-31839-4"]),
        ("Kamerstuk 36 410, nrs. 12 tot en met 14, en 19", "12 tot en met 14", ["kst-36410-13"]),
        ("Aanhangsel Handelingen, vergaderjaar 2019–2020, nrs. 12 t/m 14", "12 t/m 14", ["ah-tk-20192020-13"]),
        ("Handelingen II 2019/20, nr. 45, items 7–9", "7–9", ["h-tk-20192020-45-8"]),
        ("Stb. 2020, nrs. 3–5", "3–5", ["stb-2020-4"]),
        ("VNVR-resoluties 2254–2256", "2254–2256", ["S/RES/2255"]),
        ("Zie de antwoorden op de vragen 2 t/m 5.", "2 t/m 5", ["3", "4"]),
        ("Zie antwoord op vraag 2 tot en met 4.", "2 tot en met 4", ["3"]),
        ("Kamerstuk 31 839, nrs. 1 t/m 20", "1 t/m 20", [f"kst-31839-{number}" for number in range(2, 20)]),
    ],
)
def test_a_range_names_all_numbers_between_its_ends(text: str, span: str, between: list[str]) -> None:
    assert [(found, what) for rule, found, what in said(text) if rule == ranges.RULE] == [
        (span, what) for what in between
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 31 839, nrs. 3 en 7",
        "Kamerstuk 31 839, nrs. 3–4",
        "Kamerstuk 31 839, nrs. 1–300",
        "Kamerstuk 31 839, nrs. 7–3",
        "Kamerstuk 31 839, nr. 3 – Kamerstuk 31 839, nr. 7",
        "Kamerstuk 31 839, nr. 3 t/m Kamerstuk 36 410, nr. 7",
        "2024Z18653 t/m 2024Z18656",
        "Kamerstuk 36 410, nr. 3 tot en met 5 mei",
    ],
)
def test_nothing_lies_between_other_numbers(text: str) -> None:
    assert all(rule != ranges.RULE for rule, _, _ in said(text))


def test_the_ends_have_their_own_spans() -> None:
    (first, *_, last) = said("Kamerstuk 31 839, nrs. 3 t/m 7")
    assert first == ("kamerstuk", "Kamerstuk 31 839, nrs. 3", "kst-31839-3")
    assert last == ("kamerstuk", "7", "kst-31839-7")
