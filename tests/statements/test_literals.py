from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kvgraph.statements.literals import address, count, day, day_or_period, plain, tagged
from kvgraph.vocabulary import XSD

# Texts of any signs, and texts in which those that must be escaped are no rarity.
ANY_TEXT = st.text() | st.text('\0\a\b\t\n\v\f\r\x1b\x1f"\\/\x7f\x80\x85\xa0\xad\u2028\ufffd\ufffe\uffffué🕊 ')


def written(text: str, datatype: NamedNode) -> str:
    return str(Literal(text, datatype=datatype))


@given(ANY_TEXT)
@example("".join(map(chr, [*range(0xD800), *range(0xE000, 0x11000)])))
def test_any_text_is_written_as_oxigraph_writes_it(text: str) -> None:
    assert plain(text) == str(Literal(text))
    assert tagged(text, "NL") == str(Literal(text, language="nl"))
    assert address(text) == written(text, XSD.anyURI)


def test_texts() -> None:
    assert plain('a "b"\n') == r'"a \"b\"\n"'
    assert tagged("Ministerie", "NL") == '"Ministerie"@nl'
    assert address("www.x.nl/a b") == '"www.x.nl/a b"^^<http://www.w3.org/2001/XMLSchema#anyURI>'


def test_days_have_no_time_zone() -> None:
    assert day(date(2021, 1, 19)) == written("2021-01-19", XSD.date)
    assert day(date(814, 1, 9)) == written("0814-01-09", XSD.date)


@pytest.mark.parametrize(("iso", "datatype"), [("2024-11-18", "date"), ("2024-11", "gYearMonth"), ("2024", "gYear")])
def test_a_date_has_the_type_of_its_precision(iso: str, datatype: str) -> None:
    assert day_or_period(iso) == written(iso, XSD[datatype])


@pytest.mark.parametrize("wrong", ["", "18 november 2024", "2024-11-18T00:00"])
def test_another_form_of_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        day_or_period(wrong)


def test_counts() -> None:
    assert count(0) == written("0", XSD.nonNegativeInteger)
    assert count(1234) == written("1234", XSD.nonNegativeInteger)
    with pytest.raises(ValueError, match="below zero"):
        count(-1)
