"""JSON to values: what is no JSON, and what readers of JSON differ on, is refused with its place."""

from __future__ import annotations

import json
from unicodedata import category, is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.model import Source, SourceError
from kvgraph.sources.json.text import LARGEST, Place, decode, each, tidy

SOURCE = Source("a.json", "0" * 64, "application/json")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda within: st.lists(within, max_size=4) | st.dictionaries(st.text(), within, max_size=4),
)


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        decode(data, SOURCE)
    return caught.value


@given(JSON, st.booleans(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_json_gives_its_value_in_every_encoding_that_says_what_it_is(value: object, ascii: bool, encoding: str) -> None:
    assert decode(json.dumps(value, ensure_ascii=ascii).encode(encoding), SOURCE) == value


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_give_a_value_or_a_source_error(data: bytes) -> None:
    code = ""
    try:
        decode(data, SOURCE)
    except SourceError as error:
        code = error.code
    assert code in {"", "json", "schema"}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "line 1, column 1"),
        (b'{"paper": {},\n}', "line 2, column 1"),
        (b'{"paper": {}} {}', "line 1, column 15"),
        (b"{'paper': 1}", "line 1, column 2"),
        (b'{"paper": "\xc3\xa9\xff"}', "byte 13"),
        (b'{"number": NaN}', ""),
        (b'{"number": -Infinity}', ""),
        (b'{"number": ' + b"7" * 5000 + b"}", ""),
        (b"[" * 100_000, ""),
        (b'{"a":' * 100_000, ""),
    ],
)
def test_what_is_no_json_is_refused(data: bytes, place: str) -> None:
    error = refused(data)
    assert (error.code, error.place) == ("json", place)
    assert error.advice


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'{"a": 1, "b": 2, "a": 1}', "$"),
        (b'[0, {"a b": [{"c": 1, "c": 2}]}]', "$[1]['a b'][0]"),
        (b'{"a": ["veer\\ud83d"]}', "$.a[0]"),
        (b'{"a": {"\\udc00": {"b": 1}}}', "$.a"),
    ],
)
def test_what_readers_of_json_differ_on_is_refused_in_its_place(data: bytes, place: str) -> None:
    error = refused(data)
    assert (error.code, error.place) == ("schema", place)
    assert str(error).isprintable()


def test_pairs_of_surrogates_are_characters() -> None:
    assert decode(b'["\\ud83d\\ude82", "\\\\ud83d"]', SOURCE) == ["\U0001f682", "\\ud83d"]


def test_a_text_may_not_be_too_large() -> None:
    assert refused(b" " * (LARGEST + 1)).code == "too-large"


def test_a_message_quotes_no_more_than_a_person_can_read() -> None:
    error = Place("a.json").at("x" * 10_000, 3).refusal("\x1b\u202e" + "y" * 10_000)
    assert str(error).isprintable()
    assert len(str(error)) < 1000


def test_one_that_is_refused_leaves_the_others() -> None:
    def even(value: object, place: Place) -> object:
        if value in (1, 3):
            raise place.refusal("it is odd.")
        return value

    first, second, third, fourth = each([0, 1, 2, 3], Place("a.json"), even)
    assert (first, third) == (0, 2)
    assert isinstance(second, SourceError)
    assert isinstance(fourth, SourceError)
    assert (second.place, fourth.place) == ("$[1]", "$[3]")


@pytest.mark.parametrize(("count", "told"), [(100, 100), (101, 101), (5000, 101)])
def test_where_all_are_refused_the_rest_is_not_read(count: int, told: int) -> None:
    def nothing(value: object, place: Place) -> object:
        raise place.refusal(f"{value} is nothing.")

    found = each(list(range(count)), Place("a.json"), nothing)
    assert len(found) == told
    assert ("not read" in str(found[-1])) is (count > 100)


@given(st.text() | st.text("a\u0301´ \u00ad\n\u00e9\ufb01\ud800"))
def test_tidy_text_is_clean_and_stays_as_it_is(text: str) -> None:
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert is_normalized("NFC", tidied)
    assert tidied == " ".join(tidied.split())
    assert not {"Cc", "Cs", "Zl", "Zp"} & set(map(category, tidied))


def test_an_accent_by_itself_is_left_where_offsets_count_it() -> None:
    assert tidy("Kostic ´ vraagt") == "Kostic ´ vraagt"
    assert tidy("Kostic ´\u00a0vraagt") == "Kostić vraagt"
