"""Labels: what opens a question or an answer, and what only looks like it."""

from __future__ import annotations

import pytest

from kvgraph.model import Line
from kvgraph.papers.labels import Block, Kind, is_label, read_labels
from kvgraph.papers.labels import split as split_at_labels
from kvgraph.papers.numbers import number, split_paragraphs


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("3", ["3"]),
        ("3, 4 en 5", ["3", "4", "5"]),
        ("7, 8, en 9", ["7", "8", "9"]),
        ("1,2,3,4 en 5", ["1", "2", "3", "4", "5"]),
        ("2 t/m 6", ["2", "3", "4", "5", "6"]),
        ("2 tot en met 4", ["2", "3", "4"]),
        ("4-7", ["4", "5", "6", "7"]),
        ("3, 4, 5, 9 en 10", ["3", "4", "5", "9", "10"]),
        ("1a", ["1a"]),
        ("1a t/m 1d", ["1a", "1b", "1c", "1d"]),
        ("5 en 5", ["5"]),
    ],
)
def test_labels_are_read_one_by_one(text: str, labels: list[str]) -> None:
    assert list(read_labels(text)) == labels


@pytest.mark.parametrize(
    "line",
    [
        "Vraag 3",
        "Vraag 3:",
        "Vragen 3 en 4",
        "Vraag 2 t/m 6",
        "Vraag 1a",
        "Antwoord 3",
        "Antwoorden 5 en 6",
        "Antwoord op vraag 3",
        "Antwoord op de vragen 3 en 4",
        "Antwoord vraag 4-7:",
        "Antwoord vragen 1,2,3,4 en 5",
        "Antwoord op vraag 3, 4, 5, 9 en 10",
        "Antwoord:",
        "Mededeling",
        "Toelichting:",
        "Vraag 2 Hoeveel scholen doen mee?",
    ],
)
def test_a_label_is_seen(line: str) -> None:
    assert is_label(line)


@pytest.mark.parametrize(
    "line",
    [
        "antwoord op vraag 5).",
        "Vragen van het lid Jansen (VVD) aan de Minister van Financiën",
        "Antwoord van Minister De Vries (Financiën) (ontvangen 3 mei 2021).",
        "Vraag is of dat zo blijft.",
        "Antwoord op deze brief is niet ontvangen.",
        "vraag 3 is hier niet aan de orde",
    ],
)
def test_what_only_looks_like_a_label_is_none(line: str) -> None:
    assert not is_label(line) or split([Line("Zo staat het in het"), Line(line)])[0].lines[-1].text == line


def split(printed: list[Line]) -> list[Block]:
    """Return the blocks that words open, and numbers where no word does."""
    return number(printed, split_at_labels(printed))


def lines(text: str) -> list[Line]:
    return [Line(line) for line in text.split("\n")]


def test_questions_and_answers_alternate() -> None:
    blocks = split(lines("Kop\nVraag 1\nWaarom?\nAntwoord 1\nDaarom.\nVraag 2 en 3\nHoe?\nWat?\nAntwoord 2 en 3\nZo."))
    assert [(b.kind, b.labels) for b in blocks] == [
        (Kind.HEADER, ()),
        (Kind.QUESTION, ("1",)),
        (Kind.ANSWER, ("1",)),
        (Kind.QUESTION, ("2", "3")),
        (Kind.ANSWER, ("2", "3")),
    ]


def test_a_reference_broken_over_the_line_opens_nothing() -> None:
    blocks = split(lines("Vraag 1\nWat zegt u in het\nantwoord op vraag 5\nover de kosten?\nAntwoord 1\nNiets."))
    assert [b.kind for b in blocks] == [Kind.HEADER, Kind.QUESTION, Kind.ANSWER]
    assert len(blocks[1].lines) == 3


def test_bare_numbers_count_up_and_start_again_for_the_answers() -> None:
    text = "Vragen van het lid Pot (SP)\n1\nWaarom?\n2\nHoe?\nAntwoord van minister Pan (Justitie)\n1\nDaarom.\n2\nZo."
    assert [(b.kind, b.labels) for b in split(lines(text)) if b.kind is not Kind.HEADER] == [
        (Kind.QUESTION, ("1",)),
        (Kind.QUESTION, ("2",)),
        (Kind.ANSWER, ("1",)),
        (Kind.ANSWER, ("2",)),
    ]


def test_numbers_with_a_dot_open_questions() -> None:
    blocks = split(lines("Vragen van het lid Pot (SP)\n1. Waarom?\nEn sinds wanneer?\n2. Hoe?"))
    assert [b.labels for b in blocks[1:]] == [("1",), ("2",)]
    assert [line.text for line in blocks[1].lines] == ["Waarom?", "En sinds wanneer?"]


def test_unnumbered_questions_are_paragraphs_that_ask() -> None:
    text = "Vragen van het lid Pot (SP) aan de minister van Justitie over pannen\n\nWaarom?\n\nDat is raar.\n\nHoe dan?"
    blocks = split_paragraphs(split(lines(text))[0])
    assert [b.labels for b in blocks] == [(), ("1",), ("2",)]
    assert [line.text for line in blocks[1].lines] == ["Waarom?", "Dat is raar."]


def kinds(text: str) -> list[tuple[Kind, tuple[str, ...]]]:
    return [(block.kind, block.labels) for block in split(lines(text))][1:]


def test_numbers_alone_open_the_questions_of_labelled_answers() -> None:
    text = (
        "Kop\n1\nWaarom is dat?\nAntwoord 1\nDaarom:\n1\nten eerste.\n2\nHoe?\n3\nWie?\nAntwoord op vragen 2 en 3\nZo."
    )
    assert kinds(text) == [
        (Kind.QUESTION, ("1",)),
        (Kind.ANSWER, ("1",)),
        (Kind.QUESTION, ("2",)),
        (Kind.QUESTION, ("3",)),
        (Kind.ANSWER, ("2", "3")),
    ]


def test_what_stands_below_a_numbered_question_and_asks_nothing_is_its_answer() -> None:
    text = "Kop\n1\nWaarom?\n\nDaarom.\n\nNogmaals.\n\n2\nHoe?\n\nZo is het gegaan.\n\nAntwoord op vraag 2\nZo."
    assert kinds(text) == [
        (Kind.QUESTION, ("1",)),
        (Kind.ANSWER, ()),
        (Kind.QUESTION, ("2",)),
        (Kind.ANSWER, ("2",)),
    ]


def test_parts_count_up_by_their_letters() -> None:
    text = "Kop\n1. Wat?\n2a. Waarom?\n2b. Hoe?\n2d. Is dit er een?\n3. Wie?\n5. En dit?"
    assert [labels for _, labels in kinds(text)] == [("1",), ("2a",), ("2b",), ("3",)]


def test_the_closing_of_a_letter_belongs_to_the_header() -> None:
    text = "Kop\nVraag 1\nWat?\nAntwoord 1\nDat.\n\nHoogachtend,\n\nDe minister van Financiën,\n\nA. de Vries"
    blocks = split(lines(text))
    assert [block.kind for block in blocks] == [Kind.HEADER, Kind.QUESTION, Kind.ANSWER, Kind.HEADER]
    assert blocks[-1].lines[-1].text == "A. de Vries"
