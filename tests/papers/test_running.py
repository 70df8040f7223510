"""Lines to running text: what stands in them keeps its place."""

from __future__ import annotations

from kvgraph.model import Line, Mark, Reference, Span
from kvgraph.papers.lexicon import Lexicon
from kvgraph.papers.running import Running, run


def running(*lines: Line) -> Running:
    return run(lines, Lexicon(line.text for line in lines))


def test_marks_and_references_keep_their_place_over_line_ends() -> None:
    found = running(
        Line("  Zie  de mensenrech-", page=1),
        Line(
            "ten in Staatsblad 2020, 118 .",
            2,
            marks=(Mark(27, 3),),
            references=(Reference(Span(7, 27), "stb-2020-118"),),
        ),
    )
    assert found.text == "Zie de mensenrechten in Staatsblad 2020, 118."
    assert [(mark.number, found.text[: mark.offset][-4:]) for mark in found.marks] == [(3, " 118")]
    assert [(one.span.of(found.text), one.target) for one in found.references] == [
        ("Staatsblad 2020, 118", "stb-2020-118")
    ]
    assert [(found.text[offset:][:3], page) for offset, page in found.pages] == [("Zie", 1), ("ten", 2)]


def test_a_mark_between_a_word_and_a_closing_sign_leaves_no_blank() -> None:
    found = running(Line("Klopt dit bericht ?", marks=(Mark(17, 1),)))
    assert found.text == "Klopt dit bericht?"
    assert found.marks == (Mark(17, 1),)


def test_a_line_of_marks_alone_adds_no_text() -> None:
    found = running(Line("Klopt dit?"), Line("", marks=(Mark(0, 2), Mark(0, 3))), Line("Waarom niet?"))
    assert found.text == "Klopt dit? Waarom niet?"
    assert found.marks == (Mark(10, 2), Mark(10, 3))


def test_a_reference_to_blanks_is_none() -> None:
    assert running(Line("Een  zin", references=(Reference(Span(3, 5), "kst-1-2"),))).references == ()


def test_text_behind_another_moves_what_stands_in_it() -> None:
    moved = running(Line("twee drie", 2, marks=(Mark(4, 1),), references=(Reference(Span(5, 9), "x"),))).behind("een")
    assert moved.text == "een twee drie"
    assert moved.marks == (Mark(8, 1),)
    assert moved.references == (Reference(Span(9, 13), "x"),)
    assert moved.pages == ((4, 2),)


def test_a_cut_line_keeps_what_stands_in_the_part() -> None:
    line = Line("Vraag 1 zie stb", 3, True, (Mark(7, 1), Mark(15, 2)), (Reference(Span(12, 15), "stb-2020-1"),))
    part = line.cut(8)
    assert (part.text, part.page, part.label) == ("zie stb", 3, None)
    assert part.marks == (Mark(7, 2),)
    assert part.references == (Reference(Span(4, 7), "stb-2020-1"),)


def test_a_line_end_in_an_address_parts_a_word_or_keeps_a_hyphen() -> None:
    for left, right, whole in (
        ("www.bruggen.example/docu-", "ments/1", "www.bruggen.example/documents/1"),
        ("www.bruggen.example/oude-", "bruggen/1", "www.bruggen.example/oude-bruggen/1"),
        ("www.bruggen.example/e-", "mail/1", "www.bruggen.example/e-mail/1"),
    ):
        assert running(Line(left), Line(right)).text == whole
