"""Headers: who asks whom about what, who answers for whom, and when."""

from __future__ import annotations

from datetime import date

import pytest

from kvgraph.model import Role
from kvgraph.papers.header import Header, read
from kvgraph.papers.offices import read_offices
from kvgraph.papers.people import read_holders, read_members

FIELDS = {
    Role.QUESTIONER: ("name", "party"),
    Role.ADDRESSEE: ("title", "portfolio"),
    Role.RESPONDENT: ("name", "title", "portfolio"),
    Role.ON_BEHALF_OF: ("title", "portfolio"),
}


def of(header: Header, role: Role) -> list[tuple[str | None, ...]]:
    return [tuple(getattr(p, field) for field in FIELDS[role]) for p in header.participations if p.role is role]


def test_the_usual_header() -> None:
    text = (
        "Vragen van het lid Van Dam (PvdA) aan de Minister van Financiën over de prijs van postzegels (ingezonden "
        "3 mei 2011). Antwoord van Minister De Jager (Financiën), mede namens de Staatssecretaris van Veiligheid en "
        "Justitie (ontvangen 24 mei 2011). Zie ook Aanhangsel Handelingen, vergaderjaar 2010–2011, nr. 99."
    )
    header = read(text, [len(text)])
    assert of(header, Role.QUESTIONER) == [("Van Dam", "PvdA")]
    assert of(header, Role.ADDRESSEE) == [("Minister", "Financiën")]
    assert of(header, Role.RESPONDENT) == [("De Jager", "Minister", "Financiën")]
    assert of(header, Role.ON_BEHALF_OF) == [("Staatssecretaris", "Veiligheid en Justitie")]
    assert header.subject == "de prijs van postzegels"
    assert (header.submitted, header.answered) == (date(2011, 5, 3), date(2011, 5, 24))
    assert header.see_also is not None
    assert header.see_also.of(text) == "Zie ook Aanhangsel Handelingen, vergaderjaar 2010–2011, nr. 99."


def test_every_fact_has_its_place_in_the_text() -> None:
    text = (
        "Vragen van de leden Smit en Bos (beiden D66) aan de Minister voor Wonen en Rijksdienst over huren "
        "(ingezonden 1 juni 2013)."
    )
    for one in read(text, [len(text)]).participations:
        if one.name_span and one.name:
            assert one.name_span.of(text) == one.name
        if one.party_span and one.party:
            assert one.party_span.of(text) == one.party
        if one.office_span and one.portfolio:
            assert one.portfolio in one.office_span.of(text)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("het lid Koster (CDA)", [("Koster", "CDA")]),
        ("de leden Koster (CDA), De Wit en Pan (beiden SP)", [("Koster", "CDA"), ("De Wit", "SP"), ("Pan", "SP")]),
        (
            "de leden A. Mulder, Bos en Van Dijk (allen VVD)",
            [("A. Mulder", "VVD"), ("Bos", "VVD"), ("Van Dijk", "VVD")],
        ),
        ("het lid Van der Staaij (SGP) en het lid Bisschop (SGP)", [("Van der Staaij", "SGP"), ("Bisschop", "SGP")]),
        ("het lid Omtzigt (Lid Omtzigt)", [("Omtzigt", "Lid Omtzigt")]),
        ("het lid Faber – van de Klashorst (PVV)", [("Faber-van de Klashorst", "PVV")]),
        ("de leden lid Inge van Dijk (CDA) en Pot (SP)", [("Inge van Dijk", "CDA"), ("Pot", "SP")]),
        ("het lid DaniëlleJansen (Nieuw Sociaal Contract)", [("Daniëlle Jansen", "Nieuw Sociaal Contract")]),
        ("het lid Verdonk", [("Verdonk", None)]),
    ],
)
def test_members(text: str, members: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.party) for m in read_members(text, 0, len(text))] == members


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("de Minister van Financiën over", [("Minister", "Financiën")]),
        (
            "de Ministers van Financiën, voor Buitenlandse Handel en Ontwikkelingssamenwerking en van Defensie over",
            [
                ("Minister", "Financiën"),
                ("Minister", "Buitenlandse Handel en Ontwikkelingssamenwerking"),
                ("Minister", "Defensie"),
            ],
        ),
        (
            "de Minister en de Staatssecretaris van Onderwijs, Cultuur en Wetenschap over",
            [
                ("Minister", "Onderwijs, Cultuur en Wetenschap"),
                ("Staatssecretaris", "Onderwijs, Cultuur en Wetenschap"),
            ],
        ),
        (
            "de Staatssecretarissen van Onderwijs, Cultuur en Wetenschap en Volksgezondheid, Welzijn en Sport over",
            [
                ("Staatssecretaris", "Onderwijs, Cultuur en Wetenschap"),
                ("Staatssecretaris", "Volksgezondheid, Welzijn en Sport"),
            ],
        ),
        (
            "de Minister-President, Minister van Algemene Zaken, en de ministers van Justitie en Veiligheid en van "
            "Volksgezondheid, Welzijn en Sport over",
            [
                ("Minister-President", "Algemene Zaken"),
                ("Minister", "Justitie en Veiligheid"),
                ("Minister", "Volksgezondheid, Welzijn en Sport"),
            ],
        ),
        (
            "de Minister-President en de Minister van Financiën over",
            [("Minister-President", ""), ("Minister", "Financiën")],
        ),
        (
            "de minister van Kunst, Vliegwerk en Zaken en de staatssecretaris van Financiën over",
            [("Minister", "Kunst, Vliegwerk en Zaken"), ("Staatssecretaris", "Financiën")],
        ),
        (
            "de Minister van Defensie, bij afwezigheid van de Staatssecretaris van Defensie, over",
            [("Minister", "Defensie")],
        ),
    ],
)
def test_offices(text: str, offices: list[tuple[str, str]]) -> None:
    found, end = read_offices(text, 0, len(text))
    assert [(o.title, o.portfolio) for o in found] == offices
    assert text[end:].lstrip(" ,").startswith(("over", "bij afwezigheid"))


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Minister Blok (Buitenlandse Zaken)", [("Minister", "Blok", "Buitenlandse Zaken")]),
        (
            "Minister Kamp (Economische Zaken) en Staatssecretaris Dijksma (Economische Zaken)",
            [("Minister", "Kamp", "Economische Zaken"), ("Staatssecretaris", "Dijksma", "Economische Zaken")],
        ),
        (
            "de Ministers Koenders (Buitenlandse Zaken) en Ploumen (Buitenlandse Handel en Ontwikkelingssamenwerking)",
            [
                ("Minister", "Koenders", "Buitenlandse Zaken"),
                ("Minister", "Ploumen", "Buitenlandse Handel en Ontwikkelingssamenwerking"),
            ],
        ),
        (
            "staatssecretaris Teeven (Veiligheid en Justitie (Vreemdelingen))",
            [("Staatssecretaris", "Teeven", "Veiligheid en Justitie (Vreemdelingen)")],
        ),
        ("Staatssecretaris Van Rij (Financiën ", [("Staatssecretaris", "Van Rij", "Financiën")]),
        ("Minister-President Rutte (Algemene Zaken)", [("Minister-President", "Rutte", "Algemene Zaken")]),
    ],
)
def test_holders(text: str, holders: list[tuple[str, str, str]]) -> None:
    assert [(h.title, h.name, h.portfolio) for h in read_holders(text, 0, len(text))] == holders


def test_the_senate_says_when_questions_were_passed_on() -> None:
    text = (
        "Vragen van het lid Van Rooijen (50PLUS) op 6 mei 2020 medegedeeld aan de Minister van Financiën over de "
        "renteaftrek. "
        "Antwoord van Minister Hoekstra (Financiën) (ontvangen 2 juni 2020)."
    )
    header = read(text, [len(text)])
    assert header.submitted == date(2020, 5, 6)
    assert header.subject == "de renteaftrek"


def test_a_notice_says_in_a_sentence_who_asked() -> None:
    text = (
        "Mededeling van minister Harbers (Infrastructuur en Waterstaat) (ontvangen 5 december 2022). Op 14 november "
        "jl. hebben de leden Bouchallikh en Kröger (beiden GroenLinks) schriftelijke vragen gesteld aan de minister "
        "van Infrastructuur en Waterstaat over de dienstregeling."
    )
    header = read(text, [len(text)])
    assert of(header, Role.QUESTIONER) == [("Bouchallikh", "GroenLinks"), ("Kröger", "GroenLinks")]
    assert header.submitted == date(2022, 11, 14)
    assert header.subject == "de dienstregeling"


def test_the_date_may_stand_before_the_questions() -> None:
    text = "(ingezonden 9 maart 2021) Vragen van het lid Pot (SP) aan de minister van Defensie over laarzen"
    header = read(text, [24, len(text)])
    assert (header.submitted, header.subject) == (date(2021, 3, 9), "laarzen")


def test_a_subject_may_hold_what_ends_others() -> None:
    question = "Vragen van het lid Pot (SP) aan de Minister van Defensie over laarzen die zijn kwijtgeraakt"
    text = f"{question} (ingezonden 9 maart 2021)."
    assert read(text, [len(text)]).subject == "laarzen die zijn kwijtgeraakt"
    letter = (
        "Ik deel u mede dat de vragen van het lid Pot (SP) aan de minister van Defensie over laarzen worden beantwoord."
    )
    assert read(letter, [len(letter)]).subject == "laarzen"
