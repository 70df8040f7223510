"""Days, session years and numbers as the open data of the Tweede Kamer write them."""

from __future__ import annotations

from datetime import date

import pytest

from kvgraph.model import Chamber, SourceError
from kvgraph.sources.json.odata_records import DocumentRecord, appendix, chamber, day, filled, session
from kvgraph.sources.json.text import Place

PLACE = Place("zaak.json")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-11-12T00:00:00+01:00", date(2024, 11, 12)),
        ("2024-11-12T23:59:59.9999999Z", date(2024, 11, 12)),
        ("2024-11-12T00:30:00", date(2024, 11, 12)),
        ("2024-11-12", date(2024, 11, 12)),
        (None, None),
        (" ", None),
    ],
)
def test_a_day_is_the_one_that_is_written(written: str | None, expected: date | None) -> None:
    assert day(written, PLACE) == expected


@pytest.mark.parametrize("written", ["2024-02-30", "12-11-2024", "2024-11-12 00:00", "2024-11-12T00:00:00+01:00.", "2"])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(SourceError) as caught:
        day(written, PLACE)
    assert caught.value.code == "schema"


@pytest.mark.parametrize(
    ("written", "of", "expected"),
    [
        ("242501244", "2024-2025", ("2024-2025", "1244")),
        ("080900012", None, ("2008-2009", "12")),
        ("990012345", None, ("1999-2000", "12345")),
        ("0077", "2024-2025", ("2024-2025", "77")),
        (None, "2024-2025", None),
    ],
)
def test_a_number_in_the_aanhangsel_holds_its_session_year_or_has_that_of_the_document(
    written: str | None, of: str | None, expected: tuple[str, str] | None
) -> None:
    assert appendix(DocumentRecord(appendix=written, session=of), PLACE) == expected


@pytest.mark.parametrize(
    ("written", "of"),
    [("242701244", None), ("77", None), ("242500000", None), ("0", "2024-2025"), ("24-77", "2024-2025")],
)
def test_what_is_no_number_in_the_aanhangsel_is_refused(written: str, of: str | None) -> None:
    with pytest.raises(SourceError) as caught:
        appendix(DocumentRecord(appendix=written, session=of), PLACE)
    assert caught.value.place == "$.Aanhangselnummer"


def test_a_session_year_is_two_years_on_end() -> None:
    assert session(" 2024-2025", PLACE) == session("2024/25", PLACE) == "2024-2025"
    assert session(None, PLACE) is None
    with pytest.raises(SourceError):
        session("2024-2026", PLACE)


def test_the_chamber_is_the_one_that_is_named() -> None:
    assert chamber("Eerste Kamer") is Chamber.EERSTE_KAMER
    assert chamber("Tweede Kamer") is chamber(None) is Chamber.TWEEDE_KAMER


def test_text_is_cleaned_and_nothing_is_none() -> None:
    assert filled(" De\u00a0veerpont\r\n") == "De veerpont"
    assert filled("\u200b \n") is filled("") is filled(None) is None
