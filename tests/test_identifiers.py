"""Official ids: parsed, normalised, printed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph import identifiers
from kvgraph.model import Scheme


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("vergaderjaar 2020–2021", "2020-2021"),
        ("Handelingen II 2020/21", "2020-2021"),
        ("2020-21", "2020-2021"),
        ("2020/2021", "2020-2021"),
        ("Vergaderjaar 1999 – 2000", "1999-2000"),
        ("1999/00", "1999-2000"),
        ("2023–34, en toch 2023–24", "2023-2024"),
    ],
)
def test_a_session_year_is_read_in_every_spelling(text: str, year: str) -> None:
    assert identifiers.session_year(text) == year


@pytest.mark.parametrize("text", ["2023–34", "2020", "20202021", "12020–2021", "2020–2022", "1 januari 2020"])
def test_what_is_no_session_year_is_none(text: str) -> None:
    assert identifiers.session_year(text) is None


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 9, 16), "2023-2024"),
        (date(2024, 9, 17), "2024-2025"),
        (date(2025, 9, 15), "2024-2025"),
        (date(2025, 9, 16), "2025-2026"),
        (date(2021, 3, 8), "2020-2021"),
        (date(2018, 12, 5), "2018-2019"),
    ],
)
def test_a_session_year_begins_on_the_third_tuesday_of_september(day: date, year: str) -> None:
    assert identifiers.session_year_of(day) == year


@given(st.dates(date(1901, 1, 1), date(2098, 12, 31)))
def test_the_session_year_of_a_day_is_one_that_is_read_back(day: date) -> None:
    year = identifiers.session_year_of(day)
    assert identifiers.session_year(year) == year
    assert int(year[:4]) in {day.year, day.year - 1}


@given(st.integers(1800, 2200))
def test_the_session_year_begins_on_the_third_tuesday(year: int) -> None:
    day = identifiers.third_tuesday_of_september(year)
    assert (day.month, day.weekday()) == (9, 1)
    assert 15 <= day.day <= 21
    assert (day - timedelta(14)).month == 9


def test_ids_are_spelt_as_the_contract_says() -> None:
    assert identifiers.kamerstuk("21 501-02", "", "2295") == "kst-21501-02-2295"
    assert identifiers.kamerstuk("36\u00a0600", "XII", "42") == "kst-36600-XII-42"
    assert identifiers.kamerstuk("36 021", "", "B") == "kst-36021-B"
    assert identifiers.aanhangsel("2024-2025", "244") == "ah-tk-20242025-244"
    assert identifiers.aanhangsel("2018-2019", "05", "ek") == "ah-ek-20182019-5"
    assert identifiers.handelingen("2023-2024", "45", "7") == "h-tk-20232024-45-7"
    assert identifiers.handelingen("2024-2025", "8") == "h-tk-20242025-8"
    assert identifiers.kamervraag("2024Z18653") == "kv-tk-2024Z18653"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2024Z 17972", "2024Z17972"),
        ("kenmerk 2024Z18653.", "2024Z18653"),
        ("2024z18653", "2024Z18653"),
        ("2024D28457", None),
        ("12024Z18653", None),
        ("2024Z186531", None),
    ],
)
def test_a_case_number_is_read_without_its_blank(text: str, number: str | None) -> None:
    assert identifiers.case_number(text) == number


SCHEMES = [
    (
        "kst-21501-02-2295",
        Scheme.KAMERSTUK,
        "21501-02",
        "https://zoek.officielebekendmakingen.nl/kst-21501-02-2295.html",
    ),
    (
        "kst-36600-XII-42",
        Scheme.KAMERSTUK,
        "36600-XII",
        "https://zoek.officielebekendmakingen.nl/kst-36600-XII-42.html",
    ),
    ("kst-36373-H", Scheme.KAMERSTUK, "36373", "https://zoek.officielebekendmakingen.nl/kst-36373-H.html"),
    ("kst-31839-1031-b1", Scheme.KAMERSTUK, "31839", "https://zoek.officielebekendmakingen.nl/kst-31839-1031-b1.html"),
    (
        "kst-20042005-29623-E",
        Scheme.KAMERSTUK,
        "29623",
        "https://zoek.officielebekendmakingen.nl/kst-20042005-29623-E.html",
    ),
    ("ah-tk-20242025-244", Scheme.AANHANGSEL, None, "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-244.html"),
    ("kv-tk-2024Z18653", Scheme.KAMERVRAAG, None, "https://zoek.officielebekendmakingen.nl/kv-tk-2024Z18653.html"),
    ("2024Z18653", Scheme.CASE, None, None),
    ("2024D28457", Scheme.TK_DOCUMENT, None, "https://www.tweedekamer.nl/kamerstukken/detail?id=2024D28457"),
    ("h-tk-20232024-45-7", Scheme.HANDELINGEN, None, "https://zoek.officielebekendmakingen.nl/h-tk-20232024-45-7.html"),
    ("h-tk-20242025-8", Scheme.HANDELINGEN, None, None),
    ("stb-2020-118", Scheme.STAATSBLAD, None, "https://zoek.officielebekendmakingen.nl/stb-2020-118.html"),
    ("stcrt-2020-12345", Scheme.STAATSCOURANT, None, "https://zoek.officielebekendmakingen.nl/stcrt-2020-12345.html"),
    ("trb-2019-12", Scheme.TRACTATENBLAD, None, "https://zoek.officielebekendmakingen.nl/trb-2019-12.html"),
    ("ECLI:NL:HR:2019:2006", Scheme.ECLI, None, "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2019:2006"),
    (
        "ECLI:EU:C:2014:317",
        Scheme.ECLI,
        None,
        "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:ECLI:EU:C:2014:317",
    ),
    ("ECLI:CE:ECHR:2010:0119JUD", Scheme.ECLI, None, None),
    ("32016R0679", Scheme.EU_ACT, None, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679"),
    ("COM(2020)123", Scheme.EU_COM, None, None),
    ("ST-5419-2016", Scheme.EU_COUNCIL, None, None),
    ("S/RES/2334", Scheme.UN, None, "https://undocs.org/S/RES/2334"),
    ("A/67/828-S/2013/210", Scheme.UN, None, "https://undocs.org/A/67/828"),
    ("kst-1268678", Scheme.KAMERSTUK, None, "https://zoek.officielebekendmakingen.nl/kst-1268678.html"),
    ("ah-1271549", Scheme.AANHANGSEL, None, "https://zoek.officielebekendmakingen.nl/ah-1271549.html"),
    ("kv-1234567", Scheme.KAMERVRAAG, None, "https://zoek.officielebekendmakingen.nl/kv-1234567.html"),
    ("CM/Rec(2016)4", Scheme.COUNCIL_OF_EUROPE, None, None),
    ("PACE-RES-2480", Scheme.COUNCIL_OF_EUROPE, None, None),
    (
        "ETS-005",
        Scheme.EUROPEAN_TREATY,
        None,
        "https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=005",
    ),
    ("PC.DEC/1117", Scheme.OSCE, None, None),
]


@pytest.mark.parametrize(("identifier", "scheme", "dossier", "page"), SCHEMES)
def test_an_id_has_one_scheme_a_dossier_and_a_page(
    identifier: str, scheme: Scheme, dossier: str | None, page: str | None
) -> None:
    assert identifiers.scheme_of(identifier) is scheme
    assert identifiers.dossier_of(identifier) == dossier
    assert identifiers.landing_page(identifier) == page


@pytest.mark.parametrize(
    ("identifier", "earlier"),
    [
        ("ah-tk-19941995-1021-h1", ("ah-tk-19941995-1021",)),
        ("ah-tk-19941995-1021-h2", ("ah-tk-19941995-1021", "ah-tk-19941995-1021-h1")),
        ("kv-tk-2024Z18653-n1", ("kv-tk-2024Z18653",)),
        ("ah-tk-20242025-244", ()),
        ("kst-36410-H-1", ()),
        ("nonsense-h1", ()),
    ],
)
def test_a_reprint_replaces_the_earlier_printings(identifier: str, earlier: tuple[str, ...]) -> None:
    assert identifiers.superseded(identifier) == earlier
    assert identifiers.first_printing(identifier) == (earlier[0] if earlier else identifier)


def test_every_scheme_is_covered() -> None:
    assert {scheme for _, scheme, _, _ in SCHEMES} == set(Scheme)


@pytest.mark.parametrize("text", ["", "kst-", "kst-21501", "ah-tk-2024-244", "2024X18653", "S/RES", "ECLI:NL", "foo"])
def test_what_is_no_id_has_no_scheme_and_no_page(text: str) -> None:
    assert identifiers.scheme_of(text) is None
    assert identifiers.landing_page(text) is None
    assert identifiers.dossier_of(text) is None


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    scheme = identifiers.scheme_of(text)
    assert scheme is not None or identifiers.landing_page(text) is None
