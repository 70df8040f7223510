"""Persons named in running text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.entities import find, find_persons
from kvgraph.model import PassageKind, PersonMention, Tenure

MEMBERS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("De motie van het lid Omtzigt vraagt dat.", [("Omtzigt", None)]),
    ("Eerdere vragen van het lid Van Meenen c.s. (D66, Eerste Kamer) gaan daarover.", [("Van Meenen", "D66")]),
    (
        "De leden Piri en Kröger (beiden GroenLinks-PvdA) vroegen het.",
        [("Piri", "GroenLinks-PvdA"), ("Kröger", "GroenLinks-PvdA")],
    ),
    (
        "De leden Koekkoek (Volt), Van Nispen (SP) en Ceder (ChristenUnie) vroegen het.",
        [("Koekkoek", "Volt"), ("Van Nispen", "SP"), ("Ceder", "ChristenUnie")],
    ),
    ("De leden Alkaya en van Raan, Nederland en Kenia.", [("Alkaya", None), ("van Raan", None)]),
    ("Het lid Van der Werf en Sneller (beiden D66) vroegen het.", [("Van der Werf", "D66"), ("Sneller", "D66")]),
    ("Het lid Leijten en Nederland zijn het eens.", [("Leijten", None)]),
    ("De motie-Lodders is aangenomen.", [("Lodders", None)]),
    ("De motie Bontenbal/ Thijssen is aangenomen.", [("Bontenbal", None), ("Thijssen", None)]),
    (
        "De motie Omtzigt-Leijten en de motie Slagt-Tichelman.",
        [("Omtzigt", None), ("Leijten", None), ("Slagt-Tichelman", None)],
    ),
    ("De motie Drost c.s.(Kamerstuk 21 501-20) loopt.", [("Drost", None)]),
    ("De motie van Buitenweg en Verhoeven uit 2019.", [("Buitenweg", None), ("Verhoeven", None)]),
    ("Mevrouw Inge van Dijk (CDA) en de heer Wilders (PVV) spraken.", [("Inge van Dijk", "CDA"), ("Wilders", "PVV")]),
    ("Tweede Kamerlid Wassenberg (PvdD) vroeg het.", [("Wassenberg", "PvdD")]),
    ("Het voormalig lid Verkuijlen (VVD) schreef een nota.", [("Verkuijlen", "VVD")]),
    ("Het amendement van het lid Slagt-Tichelman (GroenLinks-PvdA).", [("Slagt-Tichelman", "GroenLinks-PvdA")]),
    ("Het lid Van Baarle[2] (DENK) verzoekt dat.", [("Van Baarle", "DENK")]),
    ("Artikel 14, vierde lid Rijkswet op het Nederlanderschap.", []),
    ("De leden van de Raad en de motie van Nederland.", []),
    ("De Gecombineerde Opgave (GO) is ingediend.", []),
    ("De promotie van Nederland en het demotieplan.", []),
    ("Het Kamerlid en de leden waren er.", []),
    (
        "De PvdA-Kamerleden Nijboer en Moorlag, en D66-fractievoorzitter Pechtold.",
        [("Nijboer", "PvdA"), ("Moorlag", "PvdA"), ("Pechtold", "D66")],
    ),
    ("Het CDA-lid Omtzigt en mevrouw Leijten van de SP.", [("Omtzigt", "CDA"), ("Leijten", "SP")]),
    ("Het lid Nijboer van de PvdA-fractie vroeg het.", [("Nijboer", "PvdA")]),
    (
        "Het amendement-Van Weyenberg en het initiatiefwetsvoorstel-Omtzigt.",
        [("Van Weyenberg", None), ("Omtzigt", None)],
    ),
    ("Het wetsvoorstel Versterking regie en mevrouw Jansen van het Kadaster.", []),
]

HOLDERS: list[tuple[str, list[tuple[str, str | None, str | None]]]] = [
    ("Minister Blok sprak met hem.", [("Blok", "Minister", None)]),
    ("Met minister Hugo de Jonge (VRO) is gesproken.", [("Hugo de Jonge", "Minister", "VRO")]),
    ("Staatssecretaris Gräper-van Koolwijk antwoordde.", [("Gräper-van Koolwijk", "Staatssecretaris", None)]),
    ("Minister Faber – van de Klashorst antwoordde.", [("Faber – van de Klashorst", "Minister", None)]),
    (
        "Premier Rutte, Minister President Rutte en Minister-President Schoof.",
        [(name, "Minister-President", None) for name in ("Rutte", "Rutte", "Schoof")],
    ),
    ("De Minister van Buitenlandse Zaken Veldkamp reisde.", [("Veldkamp", "Minister", "Buitenlandse Zaken")]),
    ("De brief van Minister Adema van Landbouw.", [("Adema", "Minister", None)]),
    ("De Minister van Justitie en Veiligheid is aan zet.", []),
    (
        "De ministers Kuipers (VWS) en Van Gennip, en de ambtenaren.",
        [("Kuipers", "Minister", "VWS"), ("Van Gennip", "Minister", None)],
    ),
    (
        "Staatssecretarissen Van der Burg en Van Ooijen.",
        [("Van der Burg", "Staatssecretaris", None), ("Van Ooijen", "Staatssecretaris", None)],
    ),
    (
        "De Minister van Financiën, de heer Heinen, en de Minister van VWS, Fleur Agema, schreven.",
        [("Heinen", "Minister", "Financiën"), ("Fleur Agema", "Minister", "VWS")],
    ),
    ("De Minister van Financiën (Heinen) en de Minister van Defensie (DEF).", [("Heinen", "Minister", "Financiën")]),
    (
        "Vicepremier Keijzer, vice-premier Hermans en viceminister-president Agema.",
        [("Keijzer", "Minister", None), ("Hermans", "Minister", None), ("Agema", "Minister", None)],
    ),
    (
        "Asielminister Faber en mijn collega minister Brekelmans.",
        [("Faber", "Minister", None), ("Brekelmans", "Minister", None)],
    ),
    ("De Minister van VWS, Gemeenten en Zorgverzekeraars, en transitiepremier Maïga.", []),
    ("Minister Defensie en Staatssecretaris Participatie en Integratie.", []),
]


ABROAD: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "De Europese Commissie, bij monde van Commissaris Dombrovskis; Hoge Commissaris voor de Mensenrechten Türk.",
        [("Dombrovskis", "Commissaris"), ("Türk", "Hoge Commissaris voor de Mensenrechten")],
    ),
    ("De Vlaamse Minister-President Jambon.", [("Jambon", "Vlaamse Minister-President")]),
    ("Commissaris Jansen, Emir Jansen en VN-coördinator Kaag.", [("Kaag", "VN-coördinator")]),
    ("De Russische Minister Lavrov en de Canadese premier Trudeau.",
     [("Lavrov", "Russische Minister"), ("Trudeau", "Canadese premier")]),
    ("De Israëlische Minister van Defensie Yoav Gantz.", [("Yoav Gantz", "Israëlische Minister van Defensie")]),
    ("Premier Netanyahu van Israël en president Aleksandr Loekasjenko.",
     [("Netanyahu", "Premier van Israël"), ("Aleksandr Loekasjenko", "president")]),
    ("De president van de Verenigde Staten, Joe Biden, en bondskanselier Scholz.",
     [("Joe Biden", "president van de Verenigde Staten"), ("Scholz", "bondskanselier")]),
    ("Mijn Duitse ambtgenoot Baerbock en mijn Franse collega, minister Le Maire.",
     [("Baerbock", "Duitse ambtgenoot"), ("Le Maire", "Franse collega, minister")]),
    ("EU-commissaris Timmermans, Eurocommissaris Frans Timmermans en Commissievoorzitter Von der Leyen.",
     [("Timmermans", "EU-commissaris"), ("Frans Timmermans", "Eurocommissaris"),
      ("Von der Leyen", "Commissievoorzitter")]),
    ("Hoge Vertegenwoordiger Borrell en de Hoge Vertegenwoordiger van de EU (HV), Josep Borrell.",
     [("Borrell", "Hoge Vertegenwoordiger"), ("Josep Borrell", "Hoge Vertegenwoordiger van de EU (HV)")]),
    ("Secretaris-generaal Guterres van de VN en NAVO-secretaris-generaal Stoltenberg.",
     [("Guterres", "Secretaris-generaal van de VN"), ("Stoltenberg", "NAVO-secretaris-generaal")]),
    ("De Turkse president Recep Tayyip Erdoğan en kroonprins Mohammed bin Salman van Saoedi-Arabië.",
     [("Recep Tayyip Erdoğan", "Turkse president"), ("Mohammed bin Salman", "kroonprins van Saoedi-Arabië")]),
    ("Met de Chinese premier Li Keqiang de Nederlandse zorgen gedeeld.", [("Li Keqiang", "Chinese premier")]),
    ("Sinds president Poetin Oekraïne binnenviel; oud-president Trump; koning Filip van België.",
     [("Poetin", "president"), ("Trump", "oud-president"), ("Filip", "koning van België")]),
    ("President Jansen van de rechtbank, DNB-president Knot, koning Willem-Alexander en de secretaris-generaal.", []),
    ("De Nederlandse ambassadeur Jansen en de president Europese Zaken.", []),
]  # fmt: skip


def test_who_is_named_with_an_office_abroad_keeps_it_in_the_passage() -> None:
    text = "Minister Lavrov zei dat de Franse minister Le Maire en Sergej Lavrov, de Russische minister Lavrov, komen."
    assert [(m.name, m.role) for m in find_persons(text)] == [
        ("Lavrov", "Russische minister"),
        ("Le Maire", "Franse minister"),
        ("Lavrov", "Russische minister"),
    ]


@pytest.mark.parametrize(("text", "expected"), ABROAD)
def test_who_holds_an_office_abroad_is_named_with_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.name, m.role) for m in find_persons(text)] == expected
    assert {m.rule for m in find_persons(text)} <= {"person-abroad"}


TENURES: list[tuple[str, Tenure]] = [
    ("Het lid Omtzigt vroeg het.", Tenure.PRESENT),
    ("Het lid Omtzigt (CDA) vroeg het.", Tenure.ANY),
    ("CDA-Kamerlid Omtzigt vroeg het.", Tenure.ANY),
    ("De heer Omtzigt van het CDA vroeg het.", Tenure.ANY),
    ("De motie-Omtzigt is uitgevoerd.", Tenure.ANY),
    ("De gewijzigde motie van het lid Omtzigt is uitgevoerd.", Tenure.ANY),
    ("Oud-Kamerlid Omtzigt schreef een boek.", Tenure.PAST),
    ("Voormalig lid Omtzigt (CDA) schreef een boek.", Tenure.PAST),
    ("Minister Opstelten schreef het.", Tenure.PRESENT),
    ("Oud-minister Opstelten schreef het.", Tenure.PAST),
    ("De schriftelijke vragen van het lid Omtzigt gingen daarover.", Tenure.ANY),
    ("De toenmalige Minister van Justitie Opstelten schreef het.", Tenure.PAST),
    ("Mijn ambtsvoorganger, minister Opstelten, schreef het.", Tenure.PAST),
    ("Voormalig demissionair minister Opstelten schreef het.", Tenure.PAST),
]


@pytest.mark.parametrize(("text", "tenure"), TENURES)
def test_the_text_tells_who_was_in_function_before(text: str, tenure: Tenure) -> None:
    assert [m.tenure for m in find_persons(text)] == [tenure]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.party) for m in find_persons(text)] == expected


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_holders(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(m.name, m.title, m.portfolio) for m in find_persons(text)] == expected


def test_spans_cover_the_name_as_printed() -> None:
    text = "De motie van het lid  Van\nNispen (SP) en Minister Blok."
    assert [(m.span.of(text), m.name, m.rule) for m in find_persons(text)] == [
        ("Van\nNispen", "Van Nispen", "person-member"),
        ("Blok", "Blok", "person-office"),
    ]


def test_participants_of_a_header_are_no_mentions() -> None:
    text = (
        "Vragen van het lid Piri (PvdA) aan de Minister van Defensie over de uitspraken van het lid Kops (PVV) "
        "(ingezonden 2 mei 2024). Antwoord van Minister Ollongren (Defensie) (ontvangen 3 juni 2024)."
    )
    found = [m for m in find(text, kind=PassageKind.HEADER) if isinstance(m, PersonMention)]
    assert [(m.name, m.span.of(text)) for m in found] == [("Kops", "Kops")]


@given(st.text(alphabet="Hhet lidVanDijk(SP),enmoti-/ .c\n", max_size=120))
def test_any_text_gives_ordered_spans(text: str) -> None:
    found = find_persons(text)
    assert all(" ".join(m.span.of(text).split()) == m.name for m in found)
    assert all(a.span.end <= b.span.begin for a, b in itertools.pairwise(found))
