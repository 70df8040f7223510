"""Paragraphs and notes put together while a text is walked: where marks, references and labels end up."""

import pytest

from kvgraph.model import Line, Mark, Note, Reference, Span
from kvgraph.sources.markup.flow import Flow, Labels, speaks


def test_a_mark_belongs_to_the_word_before_it() -> None:
    flow = Flow()
    flow.text("Leeg? \n ")
    flow.mark("a")
    flow.text(" ")
    flow.mark("b")
    flow.text(" Ja.\n")
    flow.end()
    assert flow.lines() == (Line("Leeg? Ja.", marks=(Mark(5, 1), Mark(5, 2))),)


def test_a_reference_is_tied_to_every_line_that_it_runs_over() -> None:
    flow = Flow()
    flow.begin_reference("a")
    flow.text("een")
    flow.line_break()
    flow.text("twee")
    flow.end(label=False)
    flow.text("drie")
    flow.end_reference()
    flow.text(" vier")
    flow.end()
    tied = [(line.text, line.label, line.references) for line in flow.lines()]
    assert tied == [
        ("een", False, (Reference(Span(0, 3), "a"),)),
        ("twee", False, (Reference(Span(0, 4), "a"),)),
        ("", None, ()),
        ("drie vier", None, (Reference(Span(0, 4), "a"),)),
    ]


def test_notes_are_collected_apart_and_numbered_by_their_marks() -> None:
    flow = Flow()
    flow.text("een")
    for key, words in (("unmarked", "C."), ("second", "B."), ("first", "A.")):
        flow.begin_note(key)
        flow.text(words)
        flow.end_note()
    flow.mark("first")
    flow.text(" twee")
    flow.mark("second")
    flow.end()
    assert [line.text for line in flow.lines()] == ["een twee"]
    assert flow.notes() == tuple(Note(number, (Line(words),)) for number, words in enumerate(("A.", "B.", "C."), 1))


def test_labels_alone_are_no_text() -> None:
    flow = Flow()
    flow.text("Vraag 1")
    flow.end(label=True)
    assert not flow.has_text()
    flow.text("Hoeveel?")
    flow.end()
    assert flow.has_text()


@pytest.mark.parametrize(
    ("printed", "is_label"),
    [("1", True), ("2 t/m 4", True), ("Vraag 1", True), ("Deelvraag 2", True), ("Antwoorden 2 en 3", True),
     ("Vraag", True), ("", False), ("a.", False), ("Toelichting", False), ("Vraagtekens", False),
     ("Vraag 1 gaat over de spaarpotten die al jaren leeg zijn, en waarom?", False)],
)  # fmt: skip
def test_a_label_is_a_number_or_begins_with_its_word(printed: str, is_label: bool) -> None:
    assert speaks(printed) is is_label


def test_an_unprinted_label_is_the_bare_word_unless_a_part_goes_on() -> None:
    numbered, bare = Labels(numbered=True), Labels(numbered=False)
    assert [numbered.unprinted("vraag"), numbered.unprinted("antwoord"), numbered.unprinted("antwoord")] == [
        "",
        "Antwoord",
        "",
    ]
    assert [bare.unprinted(kind) for kind in ("vraag", "antwoord", "vraag")] == ["Vraag", "Antwoord", "Vraag"]
    assert [numbered.word_before("vraag", "1."), numbered.word_before("antwoord", "Antwoord 1")] == ["Vraag ", ""]
