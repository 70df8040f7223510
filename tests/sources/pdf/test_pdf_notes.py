"""Notes of a PDF by its typography: raised numbers in the text, small print at the feet of pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kvgraph.model import Document, Source
from kvgraph.sources import pdf
from tests.sources.pdf.pdf_maker import LETTER, TYPESET, Layout, Sheet, typeset
from tests.sources.pdf.pdf_maker import pdf as made

SOURCE = Source("gracht.pdf", "0" * 64, "application/pdf")
HEADER = ("Vragen van het lid Van der Proef (ABC) aan de Minister van Waterzaken over", "het dempen van de gracht.")
LAYOUTS = pytest.mark.parametrize("layout", [TYPESET, LETTER], ids=["typeset", "letter"])


def read(data: bytes) -> Document:
    return pdf.read(data, SOURCE)


def marked(document: Document) -> list[str]:
    """Return the lines that have marks, with each mark as ``[1]`` in its place."""
    found = []
    for line in document.lines:
        text = line.text
        for mark in sorted(line.marks, key=lambda mark: (mark.offset, mark.number), reverse=True):
            text = f"{text[: mark.offset]}[{mark.number}]{text[mark.offset :]}"
        if line.marks:
            found.append(text)
    return found


def bodies(document: Document) -> list[tuple[int, int, list[str]]]:
    assert document.notes is not None
    return [(note.number, note.page, [line.text for line in note.lines]) for note in document.notes]


def plain(document: Document) -> list[str]:
    """Return the lines of a document whose notes did not come apart."""
    assert document.notes is None
    assert not any(line.marks for line in document.lines)
    return [line.text for line in document.lines if line.text]


# --- found -------------------------------------------------------------------------------------------------------


@LAYOUTS
def test_notes_come_apart_and_their_marks_stand_in_the_text(layout: Layout) -> None:
    text = [*HEADER, "Kent u het bericht «De gracht gaat dicht»?{1} Wat is uw reactie op", "de brief van mei{2} en nu?"]
    notes = ["{1} Dagblad, 1 maart 2032, De gracht gaat", "dicht (https://www.dagblad.example/gracht).", "{2} Nr. 7"]
    document = read(made([Sheet(text, notes)], layout))
    assert marked(document) == [
        "Kent u het bericht «De gracht gaat dicht»?[1] Wat is uw reactie op",
        "de brief van mei[2] en nu?",
    ]
    assert bodies(document) == [
        (1, 1, ["Dagblad, 1 maart 2032, De gracht gaat", "dicht (https://www.dagblad.example/gracht)."]),
        (2, 1, ["Nr. 7"]),
    ]
    assert [line.text for line in document.lines][-1].endswith("en nu?")


def test_the_furniture_below_notes_stays_in_the_text() -> None:
    document = read(typeset([Sheet([*HEADER, "Kent u de gracht?{1}"], ["{1} Kamerstuk 45 123, nr. 7"])]))
    assert bodies(document) == [(1, 1, ["Kamerstuk 45 123, nr. 7"])]
    assert [line.text for line in document.lines][-4:] == [
        "",
        "ah-tk-20312032-9041",
        "ISSN 0921 - 7398",
        "’s-Gravenhage 2032 Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1",
    ]


def test_a_mark_behind_a_number_is_told_from_it() -> None:
    text = [*HEADER, "Zie het antwoord op stuk nr. 12{1} en de nota uit 2031{2}."]
    document = read(made([Sheet(text, ["{1} Kamerstuk 45 123", "{2} Bijlage"])]))
    assert marked(document) == ["Zie het antwoord op stuk nr. 12[1] en de nota uit 2031[2]."]


def test_a_mark_of_two_digits_and_one_with_a_bracket() -> None:
    text = [*HEADER, *(f"Zin {k}.{{{k}}}" for k in range(1, 10)), "Zin 10.{10)} En meer."]
    document = read(made([Sheet(text, [f"{{{k}}} Stuk {k}" for k in range(1, 11)])]))
    assert marked(document)[-1] == "Zin 10.[10] En meer."
    assert bodies(document)[-1] == (10, 1, ["Stuk 10"])


def test_marks_may_stand_in_a_list() -> None:
    text = [*HEADER, "Dat blijkt uit stukken{1, 2 en 3} van de raad."]
    document = read(made([Sheet(text, ["{1} Een", "{2} Twee", "{3} Drie"])]))
    assert marked(document) == ["Dat blijkt uit stukken[1][2][3] van de raad."]


def test_notes_count_on_over_the_pages() -> None:
    sheets = [
        Sheet([*HEADER, "Kent u de gracht?{1}"], ["{1} Bladzijde een"]),
        Sheet(["Antwoord 1", "Ja."]),
        Sheet(["Vraag 2", "Kent u ook de singel?{2}"], ["{2} Bladzijde drie"]),
    ]
    assert bodies(read(typeset(sheets))) == [(1, 1, ["Bladzijde een"]), (2, 3, ["Bladzijde drie"])]


@LAYOUTS
def test_a_note_goes_on_at_the_foot_of_the_next_page_above_its_notes(layout: Layout) -> None:
    sheets = [
        Sheet([*HEADER, "Kent u de gracht?{1}"], ["{1} Een lange noot die niet op de", "bladzijde past en die"]),
        Sheet(["Antwoord 1", "Ja.{2}"], ["verder gaat op de volgende.", "{2} Nog een"]),
    ]
    document = read(made(sheets, layout))
    assert bodies(document) == [
        (1, 1, ["Een lange noot die niet op de", "bladzijde past en die", "verder gaat op de volgende."]),
        (2, 2, ["Nog een"]),
    ]
    assert document.notes is not None
    assert [line.page for line in document.notes[0].lines] == [1, 1, 2]


def test_a_note_goes_on_at_the_foot_of_a_page_without_notes() -> None:
    sheets = [
        Sheet([*HEADER, "Kent u de gracht?{1}"], ["{1} Een lange noot die niet op de", "bladzijde past en die"]),
        Sheet(["Antwoord 1", "Ja."], ["op de volgende", "verder gaat."]),
    ]
    document = read(typeset(sheets))
    assert bodies(document) == [
        (1, 1, ["Een lange noot die niet op de", "bladzijde past en die", "op de volgende", "verder gaat."])
    ]
    assert "Ja." in [line.text for line in document.lines]


def test_small_print_elsewhere_is_no_part_of_a_note() -> None:
    sheets = [
        Sheet([*HEADER, "Kent u de gracht?{1}"], ["{1} Een noot die hier eindigt."]),
        Sheet(["Antwoord 1", "Ja."], ["Deze bijlage is vertrouwelijk."]),
    ]
    document = read(made(sheets))
    assert bodies(document) == [(1, 1, ["Een noot die hier eindigt."])]
    assert "Deze bijlage is vertrouwelijk." in [line.text for line in document.lines]


def test_small_print_at_another_height_is_no_part_of_a_note() -> None:
    below = TYPESET.note_foot - 3 * TYPESET.small_leading
    sheets = [
        Sheet([*HEADER, "Kent u de gracht?{1}"], ["{1} Een noot zonder punt"]),
        Sheet(["Antwoord 1", "Ja."], edges=[(TYPESET.left, below, TYPESET.small, "Drukwerk van de raad")]),
    ]
    document = read(made(sheets))
    assert bodies(document) == [(1, 1, ["Een noot zonder punt"])]
    assert "Drukwerk van de raad" in [line.text for line in document.lines]


def test_small_print_far_below_a_note_is_no_part_of_it() -> None:
    below = TYPESET.note_foot - 3 * TYPESET.small_leading
    edges = [(TYPESET.left, below, TYPESET.small, "Drukwerk van de raad")]
    document = read(made([Sheet([*HEADER, "Kent u de gracht?{1}"], ["{1} Een noot zonder punt"], edges)]))
    assert bodies(document) == [(1, 1, ["Een noot zonder punt"])]


def test_an_office_program_may_raise_the_number_in_the_text_only() -> None:
    text = [*HEADER, "Kent u het bericht?{1} En de brief?{2}"]
    document = read(made([Sheet(text, ["1Dagblad, 1 maart 2032", "2 Kamerstuk 45 123, nr. 7"])], LETTER))
    assert bodies(document) == [(1, 1, ["Dagblad, 1 maart 2032"]), (2, 1, ["Kamerstuk 45 123, nr. 7"])]


def test_a_square_metre_is_no_mark() -> None:
    text = [*HEADER, "Kent u de gracht?{1} Van de 40 m{2} is 3 km{2} droog, zegt", "de raad.{2}"]
    document = read(made([Sheet(text, ["{1} Een", "{2} Twee"])]))
    assert marked(document) == ["Kent u de gracht?[1] Van de 40 m2 is 3 km2 droog, zegt", "de raad.[2]"]


def test_a_lowered_number_is_no_mark() -> None:
    text = [*HEADER, "Kent u de gracht?{1} De uitstoot van CO_{2} daalt.{2}"]
    document = read(made([Sheet(text, ["{1} Een", "{2} Twee"])]))
    assert marked(document) == ["Kent u de gracht?[1] De uitstoot van CO2 daalt.[2]"]


def test_two_marks_may_refer_to_one_note() -> None:
    document = read(
        made([Sheet([*HEADER, "Kent u dit?{1} En dit?{2} Of dat?{1} Of wat{2} nog?"], ["{1} Een", "{2} Twee"])])
    )
    assert marked(document) == ["Kent u dit?[1] En dit?[2] Of dat?[1] Of wat[2] nog?"]


def test_a_power_is_no_mark() -> None:
    text = [*HEADER, "Kent u dit?{1} De CO{2} stijgt.{2} Van de 10{2} zijn er x{2} bekend.{3}"]
    document = read(made([Sheet(text, ["{1} Een", "{2} Twee", "{3} Drie"])]))
    assert marked(document) == ["Kent u dit?[1] De CO2 stijgt.[2] Van de 102 zijn er x2 bekend.[3]"]


# --- not found: the lines as they are ----------------------------------------------------------------------------

CONTRADICTIONS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "no numbers": (["Kent u de gracht?"], []),
    "no bodies": (["Kent u de gracht?{1}"], []),
    "no marks": (["Kent u de gracht?"], ["{1} Een"]),
    "a mark without a body": (["Kent u de gracht?{1} En de singel?{2} En de vijver?{3}"], ["{1} Een", "{3} Drie"]),
    "a body without a mark": (["Kent u de gracht?{1}"], ["{1} Een", "{2} Twee"]),
    "marks that count down": (["Kent u de gracht?{2} En de singel?{1}"], ["{1} Een", "{2} Twee"]),
    "a count that begins later": (["Kent u de gracht?{2}"], ["{2} Twee"]),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_where_the_typography_does_not_tell_the_notes_stay_among_the_lines(name: str) -> None:
    text, notes = CONTRADICTIONS[name]
    printed = [line.replace("{", "").replace("}", "") for line in (*HEADER, *text, *notes)]
    assert plain(read(made([Sheet([*HEADER, *text], notes)]))) == printed


def test_a_mark_far_from_its_body_is_none() -> None:
    sheets = [Sheet([*HEADER, "Kent u de gracht?{1}"]), Sheet(["Antwoord 1"]), Sheet(["Ja."], ["{1} Een"])]
    assert "1 Een" in plain(read(made(sheets)))


def test_notes_as_large_as_the_text_are_not_told_from_it() -> None:
    sheet = Sheet([*HEADER, "Kent u de gracht?{1}", "", "{1} Een noot in de letter van de tekst."])
    assert plain(read(made([sheet])))[-1] == "1 Een noot in de letter van de tekst."
