"""Printed lines back to running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.model import Line
from kvgraph.papers.lexicon import Lexicon
from kvgraph.papers.rewrap import has_lost_line_ends, restore_lines
from kvgraph.papers.running import run


def join(lines: list[str], lexicon: Lexicon) -> str:
    return run(map(Line, lines), lexicon).text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["de mensenrech-", "ten in het land"], "de mensenrechten in het land"),
        (["de VN-", "Mensenrechtenraad"], "de VN-Mensenrechtenraad"),
        (["een WIA-", "uitkering"], "een WIA-uitkering"),
        (["in EU-", "en OVSE-verband"], "in EU- en OVSE-verband"),
        (["het non-", "refoulement"], "het non-refoulement"),
        (["in januari-", "juni 2024"], "in januari-juni 2024"),
        (["de Secretaris-", "Generaal"], "de Secretaris-Generaal"),
        (["Kamerstuk 21 501-", "20, nr. 3"], "Kamerstuk 21 501-20, nr. 3"),
        (["en/", "of de provincie"], "en/of de provincie"),
        (["  veel   wit ", "", "\tertussen "], "veel wit ertussen"),
        (["een zin. ", "Nog een zin."], "een zin. Nog een zin."),
    ],
)
def test_line_ends(lines: list[str], text: str) -> None:
    assert join(lines, Lexicon(lines)) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["zie https://", "www.voorbeeld.nl/pad voor meer"], "zie https://www.voorbeeld.nl/pad voor meer"),
        (
            ["(https://www.voorbeeld.nl/nieuws/", "een-lang/12.html)"],
            "(https://www.voorbeeld.nl/nieuws/een-lang/12.html)",
        ),
        (["https://www.voorbeeld.nl/een-", "slak-op-reis"], "https://www.voorbeeld.nl/een-slak-op-reis"),
        (["https://www.voorbeeld.nl/kort", "Daarna een zin."], "https://www.voorbeeld.nl/kort Daarna een zin."),
        (["https://www.voorbeeld.nl/kort,", "2 mei 2020"], "https://www.voorbeeld.nl/kort, 2 mei 2020"),
    ],
)
def test_addresses_over_line_ends(lines: list[str], text: str) -> None:
    assert join(lines, Lexicon(lines)) == text


GLUED = [
    "Kan de Minister aangeven hoeveel gemeenten het afgelopen jaar hebben meegedaan aande proef met deelfietsen en "
    "welke kosten daarmee gemoeid waren voorhet Rijk? Zo nee, waarom is dat niet bijgehouden?",
    "Gemeenten bepalen zelf of zij meedoen. De proef wordt betaald uit het budget vanmijn ministerie en loopt nog "
    "door tot eind 2026, met een evaluatie in2027. Ik vind dat alles bij elkaar een redelijke termijn, omdat "
    "deEuropese Commissie dan pas komt.",
]


def test_lost_line_ends_are_found_and_put_back() -> None:
    lines = [Line(text) for text in GLUED]
    assert has_lost_line_ends(lines)
    text = " ".join(line.text for line in restore_lines(lines))
    for mended in ("aan de proef", "voor het Rijk", "van mijn ministerie", "in 2027", "de Europese Commissie"):
        assert mended in text


def test_whole_paragraphs_on_one_line_stay_as_they_are() -> None:
    lines = [
        Line(
            "De Minister antwoordt dat gemeenten zelf bepalen of zij meedoen aan de proef met deelfietsen, en dat de "
            "kosten daarvan voor rekening komen van het Rijk; in 2026 volgt een evaluatie door TNO."
        )
    ]
    assert not has_lost_line_ends(lines)
    assert restore_lines(lines) == lines


@given(st.lists(st.text(max_size=40), max_size=8))
def test_running_text_has_single_blanks(lines: list[str]) -> None:
    text = join(lines, Lexicon(lines))
    assert text == " ".join(text.split())


@given(st.lists(st.text(alphabet="abcdefghij DEF.,-1", max_size=220), max_size=4))
def test_no_character_is_lost_when_lines_are_restored(lines: list[str]) -> None:
    restored = restore_lines([Line(text) for text in lines])
    assert "".join(line.text for line in restored) == "".join(lines)
