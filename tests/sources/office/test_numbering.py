"""Automatic numbers of lists, as Word prints them; the same counters serve OpenDocument."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.sources.office import docx, numbering
from kvgraph.sources.office.numbering import Form, printed
from tests.sources.office import word_maker as word
from tests.sources.office.office_maker import SOURCE
from tests.sources.office.word_maker import level, lists, par


def texts(body: str, numbers: str, styles: str = "") -> list[str]:
    document = docx.read(word.docx(body, {"numbering": numbers, "styles": styles}), SOURCE)
    return [line.text for line in document.lines if line.text]


def items(*places: tuple[int, int]) -> str:
    return "".join(par("x", numbered=place) for place in places)


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (7, Form.DECIMAL, "7"), (7, Form.TWO_DIGITS, "07"), (7, Form.NONE, ""),
        (1, Form.LOWER_LETTER, "a"), (26, Form.UPPER_LETTER, "Z"), (27, Form.LOWER_LETTER, "aa"),
        (54, Form.LOWER_LETTER, "bbb"), (4, Form.LOWER_ROMAN, "iv"), (1994, Form.UPPER_ROMAN, "MCMXCIV"),
        (0, Form.UPPER_ROMAN, "0"), (4000, Form.LOWER_ROMAN, "4000"), (131, Form.LOWER_LETTER, "131"),
    ],
)  # fmt: skip
def test_a_number_has_a_printed_form(number: int, form: Form, expected: str) -> None:
    assert printed(number, form) == expected


@given(st.integers(0, 32767), st.sampled_from(Form))
def test_no_number_is_long(number: int, form: Form) -> None:
    assert len(printed(number, form)) <= 16


@given(st.text())
def test_a_number_in_an_attribute_is_read_or_not(text: str) -> None:
    assert isinstance(numbering.whole(text, 3), int)


@pytest.mark.parametrize(("form", "text", "expected"), [
    ("decimal", "%1.", ["1. x", "2. x"]),
    ("lowerLetter", "%1)", ["a) x", "b) x"]),
    ("upperRoman", "(%1)", ["(I) x", "(II) x"]),
    ("decimal", "Vraag %1", ["Vraag 1 x", "Vraag 2 x"]),
    ("ideographDigital", "%1", ["1", "x", "2", "x"]),
    ("none", "%1", ["x", "x"]),
    ("bullet", "-", ["- x", "- x"]),
    ("bullet", "\uf0b7", ["• x", "• x"]),
    ("bullet", "o", ["• x", "• x"]),
    ("bullet", "", ["x", "x"]),
])  # fmt: skip
def test_a_label_stands_before_the_text(form: str, text: str, expected: list[str]) -> None:
    assert texts(items((1, 0), (1, 0)), lists(level(0, form, text))) == expected


def test_a_blank_stands_between_label_and_text_whatever_their_distance() -> None:
    tight = level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>')
    assert texts(items((1, 0)), lists(tight)) == ["1. x"]


def test_deeper_levels_start_again_and_print_the_higher_ones() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "%1.%2")
    legal = level(2, "decimal", "%1.%2.%3", more="<w:isLgl/>")
    places = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2)]
    assert [one.removesuffix(" x") for one in texts(items(*places), lists(levels + legal))] == [
        "I.", "I.a", "I.b", "II.", "II.a", "2.1.1"
    ]  # fmt: skip


def test_a_level_may_go_on_below_a_higher_one() -> None:
    never = level(1, "decimal", "%2", more='<w:lvlRestart w:val="0"/>')
    assert texts(items((1, 0), (1, 1), (1, 0), (1, 1)), lists(level(0, "none", "") + never)) == [
        "x",
        "1",
        "x",
        "x",
        "2",
        "x",
    ]


def test_a_deeper_level_alone_counts_the_higher_one_as_begun() -> None:
    levels = level(0, "decimal", "%1.", start=3) + level(1, "decimal", "%1.%2")
    assert texts(items((1, 1), (1, 0)), lists(levels)) == ["3.1 x", "4. x"]


def test_lists_of_one_definition_go_on_until_one_says_where_it_starts() -> None:
    again = (
        '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    numbers = lists(level(0, "decimal", "%1."), more=again)
    assert texts(items((1, 0), (8, 0), (9, 0), (9, 0)), numbers) == ["1. x", "2. x", "1. x", "2. x"]


def test_a_list_may_change_a_level() -> None:
    change = (
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "lowerLetter", "%1)", start=2)
        + "</w:lvlOverride></w:num>"
    )
    assert texts(items((9, 0)), lists(level(0, "decimal", "%1."), more=change)) == ["b) x"]


def test_a_style_puts_paragraphs_in_a_list_and_a_paragraph_takes_itself_out() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Vraag"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deelvraag"><w:basedOn w:val="Vraag"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Onder"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", more='<w:pStyle w:val="Onder"/>')
    body = (
        par("x", style="Vraag")
        + par("x", style="Deelvraag")
        + par("x", style="Onder")
        + par("x", style="Deelvraag", numbered=(0, 0))
    )
    assert texts(body, lists(levels), styles) == ["1. x", "2. x", "a) x", "x"]


def test_a_definition_may_be_that_of_a_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Lijst"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbers = lists('<w:numStyleLink w:val="Lijst"/>', level(0, "decimal", "%1)"))
    assert texts(items((1, 0)), numbers, styles) == ["1) x"]


def test_a_number_before_nothing_is_left_out_but_counts_and_a_label_with_a_word_stays() -> None:
    empty = par(numbered=(1, 0))
    assert texts(par("x", numbered=(1, 0)) + empty + par("x", numbered=(1, 0)), lists(level(0, "decimal", "%1."))) == [
        "1. x", "3. x"
    ]  # fmt: skip
    assert texts(empty + par("Kent u dit?"), lists(level(0, "lowerRoman", "(%1)", start=8))) == ["Kent u dit?"]
    assert texts(empty + par("Kent u dit?"), lists(level(0, "decimal", "Vraag %1"))) == ["Vraag 1", "Kent u dit?"]


@pytest.mark.parametrize("broken", [
    "", '<w:num w:numId="1"/>', '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    lists(level(4, "decimal", "%5")), lists('<w:numStyleLink w:val="Weg"/>'), lists('<w:lvl w:ilvl="veel"/>'),
])  # fmt: skip
def test_a_list_that_is_not_there_gives_no_label(broken: str) -> None:
    assert texts(items((1, 0)), broken) == ["x"]
