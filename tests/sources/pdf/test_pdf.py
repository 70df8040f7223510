"""PDFs to lines: pages, line ends, accents, running heads; and refusals."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth

from kvgraph.model import Document, Line, Mark, Note, Source, SourceError
from kvgraph.sources import pdf
from kvgraph.sources.pdf import opening
from tests.sources.pdf.pdf_maker import LETTER, TYPESET, Layout, Sheet, by_hand, scan, text_at, typeset
from tests.sources.pdf.pdf_maker import pdf as made

SOURCE = Source("gracht.pdf", "0" * 64, "application/pdf")
HEADER = (
    "Vragen van het lid Van der Proef (ABC) aan de Minister van Waterzaken over",
    "het dempen van de gracht (ingezonden 3 maart 2032).",
)


def read(data: bytes) -> Document:
    return pdf.read(data, SOURCE)


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def refusal(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(data)
    assert caught.value.file == SOURCE.file_name
    return caught.value


# --- lines -------------------------------------------------------------------------------------------------------


def test_lines_come_with_their_pages_and_the_furniture_of_the_page() -> None:
    document = read(typeset([Sheet([*HEADER, "", "Vraag 1", "Kent u de gracht?"]), Sheet(["Antwoord 1", "Ja."])]))
    assert document.source == SOURCE
    assert (document.paged, document.sure_lines, document.named, document.notes) == (True, True, None, None)
    assert document.lines == (
        Line(HEADER[0]),
        Line(HEADER[1]),
        Line(""),
        Line("Vraag 1"),
        Line("Kent u de gracht?"),
        Line(""),
        Line("ah-tk-20312032-9041"),
        Line("ISSN 0921 - 7398"),
        Line("’s-Gravenhage 2032 Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1"),
        Line("Antwoord 1", 2),
        Line("Ja.", 2),
        Line("", 2),
        Line("Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 2", 2),
    )


def test_a_hyphen_at_a_line_end_stays_and_the_line_ends() -> None:
    lines = [
        *HEADER,
        "De gracht valt onder de gemeentelijke drinkwatervoor-",
        "ziening en onder het VN-",
        "Waterverdrag.",
    ]
    assert texts(read(made([Sheet(lines)]))) == lines


def test_an_accent_beside_its_letter_comes_on_it() -> None:
    assert texts(read(made([Sheet([*HEADER, "Het lid Kostic´ vraagt programma’s op."])])))[-1] == (
        "Het lid Kostić vraagt programma’s op."
    )


def test_a_lowered_number_is_text() -> None:
    assert texts(read(made([Sheet([*HEADER, "De uitstoot van CO_{2} daalt."])])))[-1] == "De uitstoot van CO2 daalt."


@pytest.mark.parametrize("layout", [TYPESET, LETTER], ids=["typeset", "letter"])
def test_a_gap_between_paragraphs_is_an_empty_line(layout: Layout) -> None:
    lines = [*HEADER, "", "Een tweede alinea die", "twee regels telt.", "", "En een derde."]
    assert texts(read(made([Sheet(lines)], layout))) == lines


def test_a_page_that_is_a_picture_does_not_stop_the_others_and_is_a_finding() -> None:
    document = read(made([Sheet(HEADER), Sheet(picture=True), Sheet(), Sheet(["Antwoord 1", "Ja."])]))
    assert [(line.page, line.text) for line in document.lines][-2:] == [(4, "Antwoord 1"), (4, "Ja.")]
    assert [finding.code for finding in document.findings] == ["page-without-text"]
    assert "Page 2" in document.findings[0].message


LONG = "Een regel die lang genoeg is om niet voor een scan te worden aangezien, zo lang."


def test_glyphs_that_stand_for_several_characters_or_none_shift_nothing() -> None:
    # x stands for two letters, q for a character outside the basic plane, z for one that nobody knows.
    begin = "De xjnzste qq gracht"
    end = 50 + stringWidth(begin, "Helvetica", 10)
    content = (
        text_at(50, 720, 10, LONG)
        + text_at(50, 700, 10, begin)
        + text_at(end, 704, 6, "1")
        + text_at(end + 6, 700, 10, "is xjn.")
        + text_at(50, 100, 6, "1")
        + text_at(56, 97, 7, "Een xjne noot q.")
    )
    document = read(by_hand(content, "<78> <00660069>\n<71> <D83DDE00>\n<7A> <0000>"))
    assert document.lines[-1] == Line("De fijnste 😀😀 gracht is fijn.", marks=(Mark(20, 1),))
    assert document.notes == (Note(1, (Line("Een fijne noot 😀."),)),)


def test_what_stands_for_marks_while_a_text_is_cleaned_is_not_taken_from_a_pdf() -> None:
    content = text_at(50, 720, 10, LONG) + text_at(50, 700, 10, "Een zxwarte zwaan zwemt.")
    document = read(by_hand(content, "<78> <E001>"))
    assert document.lines[-1] == Line("Een zwarte zwaan zwemt.")


def test_turned_text_and_columns_are_read_somehow() -> None:
    content = (
        text_at(50, 700, 10, LONG)
        + text_at(30, 100, 10, "In de kantlijn nr. 1", turned=True)
        + text_at(35, 200, 6, "2", turned=True)
        + b"".join(text_at(x, y, 9, f"kolom {x} rij {y}") for x in (50, 300) for y in (600, 580, 560))
    )
    document = read(by_hand(content))
    assert document.notes is None
    assert "kolom 300 rij 560" in " ".join(texts(document))


# --- running heads and feet --------------------------------------------------------------------------------------


def letter(*pages: list[str]) -> bytes:
    head = [(468.0, 700.0, 6.5, "Directie Grachten"), (468.0, 690.0, 6.5, "Ons kenmerk 5150")]
    return made(
        [
            Sheet(lines, head=head, edges=[(468.0, 30.0, 6.5, f"Pagina {number} van {len(pages)}")])
            for number, lines in enumerate(pages, 1)
        ],
        LETTER,
    )


def test_heads_and_feet_that_run_through_the_pages_are_left_out() -> None:
    pages = [list(HEADER), ["Antwoord 1", "De gracht blijft"], ["open voor schepen."]]
    assert texts(read(letter(*pages))) == [line for lines in pages for line in lines]


def test_a_page_number_alone_is_a_foot() -> None:
    sheets = [Sheet(HEADER, edges=[(300.0, 30.0, 9.0, "1")]), Sheet(["Antwoord 1"], edges=[(300.0, 30.0, 9.0, "2")])]
    assert texts(read(made(sheets, LETTER))) == [*HEADER, "Antwoord 1"]


def test_a_page_of_one_line_that_begins_another_page_too_is_no_running_head() -> None:
    pages = [list(HEADER), ["Ja."], ["Ja.", "Dat is bekend."]]
    assert texts(read(made([Sheet(lines) for lines in pages]))) == [line for lines in pages for line in lines]


def test_what_stands_on_one_page_only_stays_but_for_its_number() -> None:
    sheet = Sheet(HEADER, head=[(468.0, 700.0, 6.5, "Directie Grachten")], edges=[(468.0, 30, 6.5, "Pagina 1 van 2")])
    document = read(made([sheet, Sheet(["Antwoord 1", "Ja, dat is bekend."])], LETTER))
    assert texts(document) == ["Directie Grachten", "", *HEADER, "Antwoord 1", "Ja, dat is bekend."]


def test_the_labels_on_top_of_two_pages_are_no_running_head() -> None:
    pages = [["Vraag 1", *HEADER], ["Vraag 2", "Ja."], ["Vraag 3", "Nee."]]
    assert texts(read(made([Sheet(lines) for lines in pages]))) == [line for lines in pages for line in lines]


def test_a_page_that_was_put_in_twice_is_read_twice() -> None:
    assert texts(read(made([Sheet(HEADER), Sheet(HEADER)]))) == [*HEADER, *HEADER]


# --- refusals ----------------------------------------------------------------------------------------------------


def test_a_scan_is_told_from_a_paper() -> None:
    error = refusal(scan())
    assert error.code == "scan"
    assert "OCR" in error.advice


def test_an_empty_page_is_a_scan() -> None:
    assert refusal(made([Sheet()])).code == "scan"


def test_a_password_is_asked_for() -> None:
    error = refusal(made([Sheet(HEADER)], encrypt=StandardEncryption("grachtwater", strength=128)))
    assert error.code == "encrypted"
    assert "password" in error.reason


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    locked = made([Sheet(HEADER)], encrypt=StandardEncryption("", ownerPassword="grachtwater", canPrint=0))
    assert texts(read(locked)) == list(HEADER)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"\x00" * 4096], ids=repr)
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    assert refusal(data).code == "damaged"


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_truncated_pdf_is_damaged(part: float) -> None:
    data = made([Sheet(HEADER), Sheet(["Antwoord 1", "Ja."])])
    error = refusal(data[: int(part * len(data))])
    assert error.code == "damaged"
    assert error.advice


def test_a_pdf_that_claims_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 2)
    assert texts(read(made([Sheet(HEADER)] * 2)))
    assert refusal(made([Sheet(HEADER)] * 3)).code == "too-long"


def test_a_page_that_claims_too_many_characters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_ON_PAGE", 200)
    error = refusal(made([Sheet(HEADER), Sheet([*HEADER, *HEADER])]))
    assert (error.code, error.place) == ("too-long", "page 2")


def test_a_pdf_with_too_many_characters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 200)
    error = refusal(made([Sheet(HEADER), Sheet([*HEADER, "Een regel meer."])]))
    assert (error.code, error.place) == ("too-long", "page 2")


def test_a_page_that_is_not_there_is_named() -> None:
    data = made([Sheet(HEADER), Sheet(HEADER)])
    error = refusal(re.sub(rb"(/Kids \[ \d+ 0 R )\d+", rb"\g<1>0", data))
    assert (error.code, error.place) == ("damaged", "page 2")


WHOLE = made([Sheet([*HEADER, "Kent u de gracht?{1}"], ["{1} Dagblad, 1 maart 2032"])])


@given(
    changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12),
    cut=st.integers(0, len(WHOLE)),
)
@settings(max_examples=60, deadline=None)
def test_bytes_that_changed_give_lines_or_a_refusal(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(WHOLE)
    for place, byte in changes:
        data[place] = byte
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for variant in (bytes(data), bytes(data[:cut])):
            try:
                document = read(variant)
            except SourceError as error:
                assert error.code in ("damaged", "encrypted", "scan", "too-long")  # noqa: PT017 - it may be read too
            else:
                assert all("\n" not in line.text for line in document.lines)
