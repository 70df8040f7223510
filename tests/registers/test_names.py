"""Folding names for comparison and for keys."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.registers import load
from kvgraph.registers.names import fold, slug, surnames


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Kostić", "kostic"),
        ("Kostic ´", "kostic"),
        ("Yeşilgöz-Zegerius", "yesilgoz-zegerius"),
        ("Faber – Van de Klashorst", "faber-van de klashorst"),
        ("Van 't Wout", "van t wout"),
        ("van ’t Wout", "van t wout"),
        ("Gill'ard", "gillard"),
        ("J.F. Rummenie", "j f rummenie"),
        ("Işık", "isik"),
    ],
)
def test_spellings_fold_to_one(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text())
def test_folding_is_final(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_slug_is_plain(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]*(-[a-z0-9]+)*", slug(text))


def test_the_usual_surname_comes_first() -> None:
    faber = load().persons["faber-mhm-1960"]
    assert list(surnames(faber)) == ["Faber", "Faber-van de Klashorst"]
