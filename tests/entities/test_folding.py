"""Folded text finds its way back to the original characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.entities.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("VN-Veiligheidsraad", "vn veiligheidsraad"),
        ("Financiën", "financien"),
        ("Comité van de Regio’s", "comite van de regio's"),
        ("Immigratie- en  Naturalisatiedienst", "immigratie en naturalisatiedienst"),
        ("wereld\u00adhandel", "wereldhandel"),
        ("Grosse Straße", "grosse strasse"),
        ("ﬁscale Ĳssel", "fiscale ijssel"),
        ("Venetie\u0308", "venetie"),
        ("regel\nregel", "regel regel"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("de Straße hier", "strasse", "Straße"),
        ("de ﬁscus en de raad", "raad", "raad"),
        ("in  de \u00adEuropese -  Unie nu", "europese unie", "Europese -  Unie"),
        ("Raad – en – Hof", "hof", "Hof"),
        ("ßß hof", "hof", "hof"),
    ],
)
def test_spans_lead_back(text: str, word: str, original: str) -> None:
    folded = fold(text)
    begin = folded.text.index(word)
    assert text[folded.begin(begin) : folded.end(begin + len(word))] == original
    assert folded.at(folded.begin(begin)) == begin


@given(st.text(alphabet="abÉßﬁ\u0301\u00ad -–’\nZ", max_size=60))
def test_offsets_grow_with_the_text(text: str) -> None:
    folded = fold(text)
    begins = [folded.begin(offset) for offset in range(len(folded.text))]
    assert begins == sorted(begins)
    assert all(0 <= begin < len(text) for begin in begins)
    assert all(folded.end(offset + 1) == begin + 1 for offset, begin in enumerate(begins))


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
