"""Dutch dates: what is one, to which precision, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph import dates
from kvgraph.dates import MONTHS

ANCHOR = date(2021, 3, 8)


def isos(text: str, anchor: date | None = None) -> list[tuple[str, str]]:
    return [(found.span.of(text), found.iso) for found in dates.find(text, anchor)]


@pytest.mark.parametrize(
    ("text", "printed", "iso"),
    [
        ("(ingezonden 19 januari 2021)", "19 januari 2021", "2021-01-19"),
        ("ontvangen 8 maart\u00a02021.", "8 maart\u00a02021", "2021-03-08"),
        ("di. 3 mei 2022", "di. 3 mei 2022", "2022-05-03"),
        ("donderdag 24 oktober 2024 over", "donderdag 24 oktober 2024", "2024-10-24"),
        ("1e Maart 2024", "1e Maart 2024", "2024-03-01"),
        ("op 2 dec. 2023.", "2 dec. 2023", "2023-12-02"),
        ("NOS, 11-10-2024, titel", "11-10-2024", "2024-10-11"),
        ("d.d. 3.5.2022", "3.5.2022", "2022-05-03"),
        ("op 2024-11-18 verzonden", "2024-11-18", "2024-11-18"),
        ("BBC, 19 October 2024", "19 October 2024", "2024-10-19"),
        ("October 19, 2024 (updated)", "October 19, 2024", "2024-10-19"),
        ("NOS website, d.d. 21 oktber 2024", "21 oktber 2024", "2024-10-21"),
        ("18 novmeber 2024", "18 novmeber 2024", "2024-11-18"),
        ("Ambtsbericht, augustus 2023", "augustus 2023", "2023-08"),
        ("NEMESIS-3, 2023", "2023", "2023"),
        ("29 februari 2024", "29 februari 2024", "2024-02-29"),
    ],
)
def test_a_date_is_found_to_the_precision_printed(text: str, printed: str, iso: str) -> None:
    assert isos(text) == [(printed, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "vergaderjaar 2020–2021",
        "Kamerstuk 21 501-02",
        "12 345 woningen",
        "ah-tk-20242025-583",
        "2024Z18653",
        "31 februari 2024",
        "30 februari 2023",
        "15 januari jl.",
        "versie 1.2.3",
        "36 2024",
        "€ 2.024,50",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates.find(text) == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("15 januari jl.", "2021-01-15"),
        ("15 januari jongstleden", "2021-01-15"),
        ("16 december jl.", "2020-12-16"),
        ("29 februari jl.", "2020-02-29"),
        ("de 3e dezer", "2021-03-03"),
        ("4 mei a.s.", "2021-05-04"),
        ("4 januari aanstaande", "2022-01-04"),
    ],
)
def test_a_relative_date_is_read_from_its_anchor(text: str, iso: str) -> None:
    (found,) = dates.find(text, ANCHOR)
    assert found.iso == iso
    assert found.day == date.fromisoformat(iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("februari jl.", "2021-02"), ("december jongstleden", "2020-12"), ("maart jl", "2021-03")],
)
def test_a_month_of_late_is_the_last_one(text: str, iso: str) -> None:
    assert isos(text, ANCHOR) == [(text, iso)]
    assert dates.find(text) == ()


@pytest.mark.parametrize(
    ("text", "iso"), [("15 januari", "2021-01-15"), ("16 december", "2020-12-16"), ("vr. 1 mei", "2020-05-01")]
)
def test_a_day_without_a_year_is_the_last_one_only_where_that_is_known(text: str, iso: str) -> None:
    assert [one.iso for one in dates.find(text, ANCHOR, yearless=True)] == [iso]
    assert dates.find(text, ANCHOR) == ()
    assert dates.find(text, yearless=True) == ()


def test_a_day_with_a_year_keeps_it() -> None:
    text = "3 mei 2019, 4 mei en 5 mei 2030"
    assert [one.iso for one in dates.find(text, ANCHOR, yearless=True)] == ["2019-05-03", "2020-05-04", "2030-05-05"]


def test_all_dates_are_found_in_order() -> None:
    text = "van 3 mei 2022, in juni 2022 en op 1 juli jl."
    assert isos(text, ANCHOR) == [("3 mei 2022", "2022-05-03"), ("juni 2022", "2022-06"), ("1 juli jl.", "2020-07-01")]


def test_read_gives_the_first_date_printed_in_full() -> None:
    assert dates.read("in 2023, en op 3 mei 2022") == date(2022, 5, 3)
    assert dates.read("in augustus 2023") is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_reads_back_in_every_form(day: date) -> None:
    month = MONTHS[day.month][0]
    for printed in (
        f"{day.day} {month} {day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        day.isoformat(),
    ):
        assert dates.read(f"Ontvangen {printed}.") == day


@given(st.text(max_size=200), st.none() | st.dates())
def test_spans_lie_in_the_text_and_apart(text: str, anchor: date | None) -> None:
    end = 0
    for found in dates.find(text, anchor):
        assert end <= found.span.begin < found.span.end <= len(text)
        end = found.span.end
