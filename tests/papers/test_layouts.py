"""Whole papers in layouts beside the usual ones: letters, bare numbers, notes in two series."""

from __future__ import annotations

from datetime import date

import pytest

from kvgraph.model import Document, Line, Paper, PaperKind, PassageKind, Role, Source
from kvgraph.papers import parse

SOURCE = Source("paper.txt", "0" * 64, "text/plain")


def paper(text: str) -> Paper:
    lines: list[Line] = []
    for number, page in enumerate(text.split("\f"), 1):
        lines.extend(Line(line, number) for line in page.split("\n"))
    return parse(Document(SOURCE, tuple(lines)))


def texts(found: Paper, kind: PassageKind) -> dict[str, str]:
    return {passage.key: passage.text for passage in found.passages if passage.kind is kind}


LETTER = """Ministerie van Verkeer
Datum 4 juli 2022
Betreft Kamervragen over bruggen

Geachte voorzitter,

Hierbij beantwoord ik, mede namens de minister van Defensie, vragen van de leden Valstar (VVD) en Boswijk (CDA) aan de
minister van Infrastructuur en Waterstaat over losse bruggen, ingezonden op 13 juni 2022 (kenmerk 2022Z12044).

1
Zijn er genoeg bruggen?

Ja.

2
Waar staan ze?

Antwoord op vraag 2
In Arnhem.

Hoogachtend,

DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT,


drs. M.G.J. Harbers
"""


def test_a_letter_with_its_signature_below_the_answers() -> None:
    found = paper(LETTER)
    assert found.cases == ("2022Z12044",)
    assert found.subject == "losse bruggen"
    assert found.submitted == date(2022, 6, 13)
    assert texts(found, PassageKind.ANSWER) == {"answer/1": "Ja.", "answer/2": "In Arnhem."}
    taking_part = [(one.role, one.name or one.portfolio) for one in found.participations]
    assert taking_part[-2:] == [(Role.RESPONDENT, "Harbers"), (Role.ON_BEHALF_OF, "Defensie")]


@pytest.mark.parametrize(
    "words",
    [
        "(ingezonden 13 juni 2022 met kenmerk 2022Z12044)",
        "(ingezonden 13 juni 2022, 2022Z12044)",
        "(2022Z12044, ingezonden 13 juni 2022)",
        "(kenmerk 2022Z12044, ingezonden 13 juni 2022)",
        ", ingezonden op 13 juni 2022 (kenmerk 2022Z12044)",
        "(ingezonden 13 juni 2022). Mededeling: de vragen (2022Z12044) worden niet binnen drie weken beantwoord",
    ],
)
def test_a_sentence_says_the_case_and_the_day(words: str) -> None:
    asked = f"Vragen van het lid Valstar (VVD) aan de minister van Defensie over bruggen {words}.\n\nVraag 1\nWaarom?\n"
    found = paper(asked.replace(" ,", ","))
    assert (found.cases, found.subject, found.submitted) == (("2022Z12044",), "bruggen", date(2022, 6, 13))


BARE = """Vragen van het lid Harbers (VVD) aan de Minister van Defensie over losse bruggen (ingezonden 8 oktober 2019).
Antwoord van Minister Bijleveld-Schouten (Defensie) (ontvangen 29 november 2019).
1
Kent u het bericht
«Bruggen los»?1
Ja.
2
Zijn er genoeg bruggen? En waarom
niet?
Er zijn er
1200.
3
Hoeveel?
4
Waar?
Zie hierboven.
1

Brugkrant, 1 oktober 2019, «Bruggen los».

ah-tk-20192020-9503
ISSN 0921 - 7398
’s-Gravenhage 2019 Tweede Kamer, vergaderjaar 2019–2020, Aanhangsel 1
"""


def test_questions_under_bare_numbers_with_their_answers_right_below() -> None:
    found = paper(BARE)
    assert found.kind is PaperKind.ANSWER
    assert [(one.label, one.answers) for one in found.passages if one.kind is PassageKind.ANSWER] == [
        ("1", ("question/1",)),
        ("2", ("question/2",)),
        ("3", ("question/3", "question/4")),
    ]
    assert texts(found, PassageKind.QUESTION)["question/2"] == "Zijn er genoeg bruggen? En waarom niet?"
    assert texts(found, PassageKind.ANSWER)["answer/2"] == "Er zijn er 1200."
    (footnote,) = (one for one in found.passages if one.kind is PassageKind.FOOTNOTE)
    assert (footnote.text, footnote.footnote_of) == ("Brugkrant, 1 oktober 2019, «Bruggen los».", "question/1")


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("Kent u «Bruggen dicht»?1 2", "Kent u «Bruggen dicht»?"),
        ("Kent u «Bruggen dicht»?1, 2", "Kent u «Bruggen dicht»?"),
        ("Kent u de berichten van NOS1 en RTL2 over bruggen?", "Kent u de berichten van NOS en RTL over bruggen?"),
    ],
)
def test_two_marks_beside_each_other_or_behind_capitals(printed: str, clean: str) -> None:
    text = "Vragen van het lid Pot (SP) aan de Minister van Defensie over pannen (ingezonden 3 mei 2011).\nVraag 1\n"
    notes = "1 Brugkrant, 3 mei 2011.\n2 Sluiskrant, 4 mei 2011.\nTweede Kamer, vergaderjaar 2010–2011, Aanhangsel 1\n"
    found = paper(f"{text}{printed}\n{notes}")
    assert texts(found, PassageKind.QUESTION) == {"question/1": clean}
    assert [one.footnote_of for one in found.passages if one.kind is PassageKind.FOOTNOTE] == ["question/1"] * 2


def test_notes_of_who_asks_and_of_who_answers_are_two_series() -> None:
    listed = (
        "\n1) Brugkrant, 3 mei 2022, http://brug.example\n2) Sluiskrant, 4 mei 2022\n\n[1] Kamerstuk 29 477, nr. 553.\n"
    )
    asked = LETTER.replace("genoeg bruggen?", "genoeg bruggen? 1)").replace("Waar staan ze?", "Waar staan ze? 2)")
    found = paper("Bijlage(n)\n1\n" + asked.replace("In Arnhem.", "In Arnhem.[1]") + listed)
    notes = [one for one in found.passages if one.kind is PassageKind.FOOTNOTE]
    assert [(one.label, one.footnote_of) for one in notes] == [
        ("1", "question/1"),
        ("2", "question/2"),
        ("1", "answer/2"),
    ]
    assert texts(found, PassageKind.ANSWER)["answer/2"] == "In Arnhem."


SIGNED = """Bijlage(n)
1

Geachte voorzitter,

Hierbij sturen wij de antwoorden op vragen van het lid Vestering (PvdD) over lege stallen (ingezonden 13 oktober 2022).

1.
Hoeveel stallen staan leeg?

Antwoord
Dat zijn er veertig.

2.
Waarom? 1)

Antwoord
Omdat niemand ze wil.


Piet Adema
Minister van Landbouw, Natuur en Voedselkwaliteit


Christianne van der Wal-Zeggelink
Minister voor Natuur en Stikstof
"""


def test_bare_answers_below_bare_numbers_and_names_above_their_offices() -> None:
    found = paper(SIGNED)
    assert texts(found, PassageKind.QUESTION)["question/1"] == "Hoeveel stallen staan leeg?"
    assert texts(found, PassageKind.ANSWER) == {"answer/1": "Dat zijn er veertig.", "answer/2": "Omdat niemand ze wil."}
    signed = [(one.name, one.title, one.portfolio) for one in found.participations if one.role is Role.RESPONDENT]
    assert signed == [
        ("Piet Adema", "Minister", "Landbouw, Natuur en Voedselkwaliteit"),
        ("Christianne van der Wal-Zeggelink", "Minister", "Natuur en Stikstof"),
    ]


def test_a_letter_whose_answers_have_no_label_at_all() -> None:
    found = paper(SIGNED.replace("Antwoord\n", "").replace("1.\n", "1\n").replace("2.\n", "2\n"))
    assert texts(found, PassageKind.ANSWER) == {"answer/1": "Dat zijn er veertig.", "answer/2": "Omdat niemand ze wil."}
    assert found.kind is PaperKind.ANSWER
