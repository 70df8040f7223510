from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Literal

from kvgraph.statements.literals import address, count, day, day_or_period, plain, tagged
from kvgraph.vocabulary import XSD


def test_texts() -> None:
    assert plain('a "b"\n') == Literal('a "b"\n')
    assert tagged("Ministerie", "NL") == Literal("Ministerie", language="nl")
    assert str(address("www.x.nl/a b")) == '"www.x.nl/a b"^^<http://www.w3.org/2001/XMLSchema#anyURI>'


def test_days_have_no_time_zone() -> None:
    assert day(date(2021, 1, 19)) == Literal("2021-01-19", datatype=XSD.date)
    assert day(date(814, 1, 9)).value == "0814-01-09"


@pytest.mark.parametrize(("iso", "datatype"), [("2024-11-18", "date"), ("2024-11", "gYearMonth"), ("2024", "gYear")])
def test_a_date_has_the_type_of_its_precision(iso: str, datatype: str) -> None:
    assert day_or_period(iso) == Literal(iso, datatype=XSD[datatype])


@pytest.mark.parametrize("wrong", ["", "18 november 2024", "2024-11-18T00:00"])
def test_another_form_of_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        day_or_period(wrong)


def test_counts() -> None:
    assert count(0) == Literal("0", datatype=XSD.nonNegativeInteger)
    assert count(1234).value == "1234"
    with pytest.raises(ValueError, match="below zero"):
        count(-1)
