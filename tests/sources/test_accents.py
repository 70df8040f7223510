"""Spacing accents go onto their letter; apostrophes and quotation marks that look alike stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.sources.accents import compose


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Kostic´ (PvdD)", "Kostić (PvdD)"),
        ("Kostic ´ (PvdD)", "Kostić (PvdD)"),
        ("het lid Kostic ´", "het lid Kostić"),
        ("Kostic´s vragen", "Kostićs vragen"),
        ("Simicˇ", "Simič"),
        ("Erdogˆan", "Erdoĝan"),
        ("Erdog˘an", "Erdoğan"),
        ("O¨ztu¨rk", "Öztürk"),
        ("¨Ozt¨urk", "Öztürk"),
        ("geı¨nformeerd", "geïnformeerd"),
        ("ge¨ınformeerd", "geïnformeerd"),
        ("caf´e", "café"),
        ("e´e´n", "één"),
        ("Jose´ en Moise´s", "José en Moise´s"),
        ("Franc¸ois", "François"),
    ],
)
def test_an_accent_goes_onto_its_letter(printed: str, meant: str) -> None:
    assert compose(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "programma´s en foto`s",
        "´s-Gravenhage, ´t Hart, ´n uur",
        "zo´n baby´s",
        "´Een goede motie´ zei zij",
        "`Een goede motie` zei zij",
        "coup d´etat in d´Ivoire",
        "Europe´s future, don´t",
        "de ´ en de ¨",
        "a ` b",
        "3´ en 4¨",
    ],
)
def test_an_apostrophe_stays(text: str) -> None:
    assert compose(text) == text


@given(st.text("abcestnuOK `´¨ˇ¸ı\n-", max_size=40))
def test_composing_twice_changes_nothing(text: str) -> None:
    once = compose(text)
    assert compose(once) == once


@given(st.text("abcest \n-", max_size=40))
def test_text_without_accents_is_left_alone(text: str) -> None:
    assert compose(text) == text
