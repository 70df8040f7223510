"""Documents of forms that know more than lines: real notes, labels, links, an id outside the text."""

from __future__ import annotations

from kvgraph.model import Chamber, Document, Line, Mark, Note, PassageKind, Reference, Source, Span
from kvgraph.papers import parse

SOURCE = Source("paper.xml", "0" * 64, "application/xml")
HEADER = (
    "Vragen van het lid Teunissen (PvdD) aan de Minister van Justitie en Veiligheid over de dijk "
    "(ingezonden 3 juni 2021)."
)


def document(*lines: Line, notes: tuple[Note, ...] | None = (), named: str | None = None) -> Document:
    spaced = tuple(part for line in (Line(HEADER), *lines) for part in (line, Line("")))
    return Document(SOURCE, spaced, notes, sure_lines=True, named=named)


def test_real_notes_are_tied_to_their_marks() -> None:
    paper = parse(
        document(
            Line("Vraag 1", label=True),
            Line("Kent u het bericht?", label=False, marks=(Mark(18, 1),)),
            Line("Vraag 2", label=True),
            Line("Zo ja, sinds 20201?", label=False, marks=(Mark(19, 2),)),
            notes=(Note(1, (Line("NOS, 1 juni 2021."),)), Note(2, (Line("Trouw, 2 juni 2021."),))),
        )
    )
    notes = [passage for passage in paper.passages if passage.kind is PassageKind.FOOTNOTE]
    assert [(note.text, note.footnote_of, note.mark) for note in notes] == [
        ("NOS, 1 juni 2021.", "question/1", 18),
        ("Trouw, 2 juni 2021.", "question/2", 19),
    ]
    assert paper.passage("question/2").text == "Zo ja, sinds 20201?"


def test_a_list_typed_below_the_questions_is_a_second_series() -> None:
    paper = parse(
        document(
            Line("Vraag 1"),
            Line("Kent u het bericht? [1]"),
            Line("Vraag 2"),
            Line("En het andere? [2]"),
            Line("[1] NOS, 1 juni 2021, https://www.nos.nl/een[2] https://www.trouw.nl/twee"),
            Line("Antwoord 1"),
            Line("Ja.", marks=(Mark(3, 1),)),
            Line("Antwoord 2"),
            Line("Nee."),
            notes=(Note(1, (Line("Kamerstuk 32 813, nr. 700."),)),),
        )
    )
    notes = [passage for passage in paper.passages if passage.kind is PassageKind.FOOTNOTE]
    assert [(note.key, note.label, note.text[:12], note.footnote_of) for note in notes] == [
        ("footnote/1", "1", "NOS, 1 juni ", "question/1"),
        ("footnote/2", "2", "https://www.", "question/2"),
        ("footnote/1-2", "1", "Kamerstuk 32", "answer/1"),
    ]


def test_running_text_that_looks_like_a_label_is_none() -> None:
    lines = (
        Line("Vraag 1", label=True),
        Line("Klopt het antwoord?", label=False),
        Line("Antwoord 1", label=True),
        Line("Antwoord op vraag 3", label=False),
        Line("was onvolledig.", label=False),
    )
    paper = parse(document(*lines))
    assert paper.passage("answer/1").text == "Antwoord op vraag 3 was onvolledig."


def test_a_note_at_a_label_belongs_to_what_stands_under_it() -> None:
    paper = parse(
        document(
            Line("Vraag 1", marks=(Mark(7, 1),)),
            Line("Kent u het bericht?"),
            notes=(Note(1, (Line("NOS, 1 juni 2021."),)),),
        )
    )
    assert paper.passage("footnote/1").footnote_of == "question/1"
    assert paper.passage("footnote/1").mark == 0


def test_references_are_kept_in_the_passage() -> None:
    line = Line("Zie mijn brief.", references=(Reference(Span(4, 14), "kst-32813-700"),))
    paper = parse(document(Line("Vraag 1"), line))
    assert paper.passage("question/1").references == (Reference(Span(4, 14), "kst-32813-700"),)


def test_an_id_outside_the_text_names_the_paper() -> None:
    paper = parse(
        document(Line("Vraag 1"), Line("Waarom?"), Line("Antwoord 1"), Line("Daarom."), named="ah-ek-20202021-12")
    )
    assert (paper.identifier, paper.number, paper.session_year) == ("ah-ek-20202021-12", "12", "2020-2021")
    assert paper.chamber is Chamber.EERSTE_KAMER


def test_pages_are_kept_where_they_are_known() -> None:
    lines = tuple(
        Line(text, page)
        for text, page in (
            (HEADER, 1),
            ("Vraag 1", 1),
            ("Is dit de eerste", 1),
            ("zin van drie?", 2),
            ("Vraag 2", 3),
            ("En?", 3),
        )
    )
    paged = parse(Document(SOURCE, lines, paged=True))
    assert [passage.pages for passage in paged.passages] == [((0, 1),), ((0, 1), (17, 2)), ((0, 3),)]
    assert [paged.passage("question/1").page_of(offset) for offset in (0, 16, 17, 99)] == [1, 1, 2, 2]
    unpaged = parse(Document(SOURCE, lines))
    assert {passage.pages for passage in unpaged.passages} == {()}
    assert unpaged.passage("question/1").page_of(0) is None
