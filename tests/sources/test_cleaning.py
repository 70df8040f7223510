"""Intake cleaning: what stands in clean text, what is repaired, and that cleaning twice is cleaning once."""

import re
from unicodedata import category, is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.sources.cleaning import clean

# Characters that meet in damaged text, often enough to meet each other.
DAMAGE = st.text(
    st.sampled_from("ae cs\n\r\f\t\x00\x02\x0b\x85\x92\xad-´¨ﬁĳ\u0301\u0327\u0308\u200b\u2028\ufeff\ud800ı")
)
ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("eerste\fTweede", "eerste\fTweede"),
        ("a\x0bb\u2028c\x85d", "a b c…d"),
        ("Kamerstuk\xa021\u202f501-02", "Kamerstuk 21 501-02"),
        ("ver\xadzorgen", "verzorgen"),
        ("ver\xad\nzorgen", "ver-\nzorgen"),
        ("ver\xad \r\nzorgen", "ver-\nzorgen"),
        ("goedge\x02\r\nkeurd", "goedge-\nkeurd"),
        ("VN-\x02\nmissie", "VN-\nmissie"),
        ("ver\xad\fzorgen", "ver-\fzorgen"),
        ("einde\xad", "einde-"),
        ("woord \xad\nwoord", "woord \nwoord"),
        ("\xad\nwoord", "\nwoord"),
        ("o\x02p", "op"),
        ("ﬁnanciële eﬀecten, oﬃcieel, ĲSSEL, ĳs", "financiële effecten, officieel, IJSSEL, ijs"),
        ("gei\u0308nformeerd", "geïnformeerd"),
        ("programma\x92s", "programma’s"),
        ("\ufeffVragen\ufeff\u200b", "Vragen"),
        ("21 501\u201102", "21 501-02"),
        ("a\x00b\x1bc\x7fd\ufffe\uffff\U0001fffe", "abcd"),
        ("Kostic ´\nen", "Kostić\nen"),
    ],
)
def test_damage_is_repaired(printed: str, meant: str) -> None:
    assert clean(printed) == meant


@given(DAMAGE | ANY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(DAMAGE | ANY)
def test_clean_text_holds_only_what_it_may(text: str) -> None:
    done = clean(text)
    assert is_normalized("NFC", done)
    assert not re.search("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\xad]", done)
    assert {char for char in done if category(char) in ("Cc", "Cs", "Zl", "Zp")} <= {"\n", "\f"}
    assert {char for char in done if category(char) == "Zs"} <= {" "}


@given(st.text("abc DEF,.-:éëï«»’\n"))
def test_clean_text_is_left_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("piece", ["\xad ", "\x02", "´", "e´", "\r", "a\u0301", "\f", " ´"])
def test_time_is_linear_in_the_length(piece: str) -> None:
    assert len(clean(piece * 100_000)) <= 2 * len(piece) * 100_000
