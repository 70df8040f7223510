"""Official XML to lines: labels, notes, references, lists and tables; and whatever bytes may come."""

from dataclasses import replace
from pathlib import Path

import pytest

from kvgraph.model import Document, Line, Note, PaperKind, Reference, Span
from kvgraph.papers.parse import parse
from kvgraph.sources.markup import official_xml, xml
from tests.sources.markup.markup_maker import ANSWERED, SOURCE, Made, Part
from tests.sources.markup.markup_maker import official_xml as written

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "forms" / "xml"
ASKING = (
    "<kamervraagomschrijving>Vragen van het lid Jansen (VVD) aan de Minister van Financiën over geld "
    "(ingezonden 10 januari 2019).</kamervraagomschrijving>"
)


def read(content: str | bytes) -> Document:
    """Read a whole document, or what stands in ``kamervragen``."""
    data = content if isinstance(content, bytes) else f"<kamervragen>{content}</kamervragen>".encode()
    return official_xml.read(data, SOURCE)


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines if line.text]


def labels(document: Document) -> list[str]:
    return [line.text for line in document.lines if line.label]


def note(number: int, *lines: str) -> Note:
    return Note(number, tuple(Line(line) for line in lines))


def test_a_paper_gives_its_lines_as_printed() -> None:
    document = read(written())
    assert texts(document)[:6] == list(ANSWERED.head)
    assert labels(document) == [part.label for part in ANSWERED.parts]
    assert document.sure_lines
    assert not document.paged
    assert document.named == "ah-tk-20182019-1234"


def test_a_paper_is_parsed_with_all_that_its_structure_says() -> None:
    paper = parse(read(written()))
    assert (paper.kind, paper.identifier, paper.number) == (PaperKind.ANSWER, "ah-tk-20182019-1234", "1234")
    answer = paper.passage("answer/2")
    assert answer.answers == ("question/2", "question/3")
    assert answer.text == "Dat staat in de brief van mei. Antwoord 9 Meer is er niet te zeggen."
    assert [reference.target for reference in answer.references] == ["kst-31865-90"]
    first, second = paper.passage("footnote/1"), paper.passage("footnote/2")
    assert (first.text, first.footnote_of, first.mark) == ("Spaarblad, 8 januari 2019.", "question/1", 35)
    assert (second.text, second.footnote_of, second.mark) == ("Ook op de site.", "answer/2", 29)
    assert [reference.target for reference in second.references] == ["https://spaar.example/pot"]
    assert paper.findings == ()


@pytest.mark.parametrize("wrapped", [True, False])
def test_namespaces_and_the_wrapper_make_no_difference(wrapped: bool) -> None:
    plain = read(written())
    data = written().replace(b"<officiele-publicatie>", b'<officiele-publicatie xmlns="urn:x" xmlns:xsi="urn:y">')
    if not wrapped:
        data = data[data.index(b"<kamervragen>") : data.index(b"</officiele-publicatie>")]
    document = read(data)
    assert (document.lines, document.notes) == (plain.lines, plain.notes)
    assert document.named == ("ah-tk-20182019-1234" if wrapped else None)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Vraag 1", "Vraag 1"),
        ("1", "Vraag 1"),
        ("1.", "Vraag 1."),
        (" 2 ", "Vraag 2"),
        ("Vraag 2, 3 en 4", "Vraag 2, 3 en 4"),
        ("Vragen 2 t/m 4", "Vragen 2 t/m 4"),
    ],
)
def test_a_number_is_a_label_line(printed: str, label: str) -> None:
    assert labels(read(f"{ASKING}<vraag><nr>{printed}</nr><al>Waarom?</al></vraag>")) == [label]


def test_an_answer_by_number_alone_is_an_answer() -> None:
    document = read(
        f"{ASKING}<vraag><nr>1</nr><al>Is dat zo?</al></vraag><antwoord><nummer>1.</nummer><al>Ja.</al></antwoord>"
    )
    assert labels(document) == ["Vraag 1", "Antwoord 1."]
    assert parse(document).passage("answer/1").text == "Ja."


def test_questions_without_numbers_are_told_apart_by_their_elements() -> None:
    parts = (
        Part("vraag", None, ("Hoeveel?", "Dat is niet gezegd.")),
        Part("antwoord", None, ("Veel.",)),
        Part("vraag", None, ("Waarom?",)),
        Part("antwoord", None, ("Daarom.", "En daarom ook.")),
    )
    paper = parse(read(written(replace(ANSWERED, parts=parts))))
    assert [(one.key, one.text) for one in paper.passages[1:]] == [
        ("question/1", "Hoeveel? Dat is niet gezegd."),
        ("question/2", "Waarom?"),
        ("answer/1", "Veel."),
        ("answer/2", "Daarom. En daarom ook."),
    ]


def test_a_part_without_number_among_numbered_ones_goes_on() -> None:
    parts = (
        Part("vraag", "Vraag 1", ("Hoeveel?",)),
        Part("vraag", None, ("En sinds wanneer?",)),
        Part("antwoord", "Antwoord 1", ("Veel.",)),
        Part("antwoord", None, ("Al jaren.",)),
    )
    paper = parse(read(written(replace(ANSWERED, parts=parts))))
    assert [one.text for one in paper.passages[1:]] == ["Hoeveel? En sinds wanneer?", "Veel. Al jaren."]


def test_a_label_that_is_printed_as_a_paragraph_is_one() -> None:
    document = read(
        f"{ASKING}<vraag><al>Vraag 1</al><al>Vraag 7</al></vraag><antwoord><al>Antwoord 1</al><al>Ja.</al></antwoord>"
    )
    assert [(one.key, one.text) for one in parse(document).passages[1:]] == [
        ("question/1", "Vraag 7"),
        ("answer/1", "Ja."),
    ]


def test_a_postponement_says_so_below_the_questions() -> None:
    header = (ANSWERED.header[0], "Mededeling van Minister De Vries (Financiën) (ontvangen 31 januari 2019).")
    parts = (Part("vraag", "Vraag 1", ("Hoeveel?",)),)
    made = replace(ANSWERED, header=header, parts=parts, remark=("Mededeling", "Het antwoord komt later."))
    paper = parse(read(written(made)))
    assert paper.kind is PaperKind.POSTPONEMENT
    assert paper.passage("question/1").text == "Hoeveel?"
    assert paper.passage("header").text.endswith("Het antwoord komt later.")


def test_a_question_paper_has_questions_alone() -> None:
    made = Made(
        "kv-tk-2019Z00123",
        (*ANSWERED.head[:3], "Vragen gesteld door de leden der Kamer", "2019Z00123"),
        ANSWERED.header[:1],
        (Part("vraag", "Vraag 1", ("Hoeveel?",)), Part("vraag", "Vraag 2", ("Waarom?",))),
    )
    paper = parse(read(written(made)))
    assert (paper.kind, paper.identifier, paper.cases) == (PaperKind.QUESTION, "kv-tk-2019Z00123", ("2019Z00123",))
    assert [one.key for one in paper.passages] == ["header", "question/1", "question/2"]


# --- text --------------------------------------------------------------------------------------------------------


ROW = "<row><entry><al>{}</al></entry><entry>{}</entry></row>"
TABLE = (
    "<table><title>Potten</title><tgroup cols='2'><colspec/><thead>"
    + ROW.format("Jaar", "Aantal")
    + "</thead><tbody>"
    + ROW.format("2018", "<al>10</al><al>(veel)</al>")
    + "</tbody></tgroup></table>"
)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("<al>CO<inf>2</inf>, m<sup>2</sup>, <nadruk>vet</nadruk> en <intref doc='1'>hier</intref></al>",
         ["CO2, m2, vet en hier"]),
        ("<al-groep><al>Een.</al><al>Twee.</al></al-groep>", ["Een.", "Twee."]),
        ("<al>eerste<br/>tweede</al>", ["eerste", "tweede"]),
        ("<lijst><li><li.nr>a.</li.nr><al>een</al><al>ander</al></li><li><li.nr>b.</li.nr>twee</li></lijst>",
         ["a. een", "ander", "b. twee"]),
        ("<al>Te weten:<lijst><li><li.nr>–</li.nr><al>een</al></li></lijst></al>", ["Te weten:", "– een"]),
        ("<definitielijst><definitie-item><term>pot</term><definitie><al>vat</al></definitie></definitie-item>"
         "</definitielijst>", ["pot vat"]),
        ("<tussenkop>Kop</tussenkop><al>Tekst.</al>", ["Kop", "Tekst."]),
        ("<divisie><kop><label>Deel</label><nr>1</nr><titel>Geld</titel></kop><tekst><al>x</al></tekst></divisie>",
         ["Deel 1 Geld", "x"]),
        (TABLE, ["Potten", "Jaar Aantal", "2018 10 (veel)"]),
        ("<plaatje><illustratie naam='x.png'/><bijschrift>Een pot</bijschrift></plaatje>", ["Een pot"]),
        ("<al>met <vreemds>iets <dieper>vreemds</dieper></vreemds> erin</al>", ["met iets vreemds erin"]),
        ("<vreemd><een>Een deel</een><ander>Een ander</ander></vreemd>", ["Een deel", "Een ander"]),
        ("<vreemd>Tekst <een>met</een> iets<al>En meer.</al></vreemd>", ["Tekst met iets", "En meer."]),
    ],
)  # fmt: skip
def test_what_is_printed_is_read(content: str, lines: list[str]) -> None:
    document = read(f"{ASKING}<vraag><nr>1</nr>{content}</vraag>")
    assert texts(document)[2:] == lines
    assert {line.label for line in document.lines if line.text in lines} == {False}


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        ("<naam><voornaam>Romke de </voornaam><achternaam>Boer</achternaam></naam>", "Romke de Boer (VVD)"),
        ("<naam>\n  <voornaam>Inge</voornaam>\n  <achternaam>van Dijk</achternaam>\n</naam>", "Inge van Dijk (VVD)"),
        (
            "<naam><voornaam>Inge</voornaam><voorvoegsels>van</voorvoegsels><achternaam>Dijk</achternaam></naam>",
            "Inge van Dijk (VVD)",
        ),
    ],
)
def test_names_are_read_with_a_blank_between_their_parts(names: str, printed: str) -> None:
    (line,) = texts(read(f"<kamervraagomschrijving>{names} (VVD)</kamervraagomschrijving>"))
    assert line == printed


def test_a_signature_has_lines() -> None:
    signed = "<functie>De Minister van Financiën,</functie><naam><achternaam>De Vries</achternaam></naam>"
    assert texts(read(f"{ASKING}<ondertekening>{signed}</ondertekening>"))[1:] == [
        "De Minister van Financiën,",
        "De Vries",
    ]


def test_the_printed_date_stands_where_the_attribute_says_another() -> None:
    (line,) = texts(
        read("<kamervraagomschrijving>van <datum isodatum='2019-05-06'>5 juni 2019</datum></kamervraagomschrijving>")
    )
    assert line == "van 5 juni 2019"


def test_a_reference_is_tied_to_its_words() -> None:
    document = read(
        "<vraag><nr>1</nr><al>Zie <extref doc=' stb-2019-1 '> Stb. <nadruk>2019</nadruk>, 1 </extref>.</al></vraag>"
    )
    (line,) = [line for line in document.lines if line.references]
    assert line.text == "Zie Stb. 2019, 1 ."
    assert line.references == (Reference(Span(4, 16), "stb-2019-1"),)


def test_a_reference_over_two_lines_is_tied_to_both_and_one_without_target_to_none() -> None:
    document = read("<vraag><nr>1</nr><al><extref doc='a'>een<br/>twee</extref> <extref>drie</extref></al></vraag>")
    assert [(line.text, [one.target for one in line.references]) for line in document.lines[2:]] == [
        ("een", ["a"]),
        ("twee drie", ["a"]),
    ]


# --- notes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        "<al>Leeg?<noot id='n1' type='voet'><noot.nr>1</noot.nr><noot.al>Blad.</noot.al></noot></al>",
        "<al>Leeg?\n  <noot nr='1'>Blad.</noot>\n</al>",
        "<al>Leeg?</al><noot><nr>1</nr><al>Blad.</al></noot>",
        "<al>Leeg?<nootref refid='n1'>1</nootref></al></vraag><noot id='n1'><noot.al>Blad.</noot.al></noot><vraag>",
        "<al>Leeg?<nootref nr='1'/></al></vraag><noten><noot nr='1'>Blad.</noot></noten><vraag>",
    ],
)
def test_a_note_is_marked_where_it_stands_or_is_referred_to(content: str) -> None:
    document = read(f"{ASKING}<vraag><nr>1</nr>{content}</vraag>")
    assert document.notes == (note(1, "Blad."),)
    passages = {one.key: one for one in parse(document).passages}
    assert passages["question/1"].text == "Leeg?"
    assert (passages["footnote/1"].footnote_of, passages["footnote/1"].mark) == ("question/1", 5)


def test_notes_are_numbered_by_their_marks() -> None:
    second = "<noot id='a'><noot.nr>2</noot.nr><noot.al>A.</noot.al><noot.al>Meer.</noot.al></noot>"
    text = f"<al>Een<nootref refid='b'/> twee{second} weer<nootref refid='b'/></al>"
    listed = "<noot id='c'><noot.al>C.</noot.al></noot><noot id='b'><noot.al>B.</noot.al></noot>"
    document = read(f"{ASKING}<vraag><nr>1</nr>{text}</vraag>{listed}")
    assert document.notes == (note(1, "B."), note(2, "A.", "", "Meer."), note(3, "C."))
    (line,) = [line for line in document.lines if line.marks]
    assert [(mark.offset, mark.number) for mark in line.marks] == [(3, 1), (8, 2), (13, 1)]


def test_a_reference_to_no_note_stays_in_the_text_and_a_note_in_a_note_is_one() -> None:
    document = read("<vraag><nr>1</nr><al>Leeg<nootref refid='x'>9</nootref><noot>A<noot>B</noot></noot></al></vraag>")
    assert texts(document) == ["Vraag 1", "Leeg9"]
    assert [one.number for one in document.notes or ()] == [1, 2]


def test_a_paper_without_notes_says_that_it_has_none() -> None:
    assert read("<vraag><nr>1</nr><al>Leeg?</al></vraag>").notes == ()


# --- a real paper ------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the corpus of real papers is not beside the checkout")
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.xml")), ids=lambda path: path.name)
def test_a_real_paper_loses_none_of_its_text(path: Path) -> None:
    data = path.read_bytes()
    document = read(data)
    assert document.named == path.stem
    printed = "".join(xml.parse(data, SOURCE).itertext())
    assert "".join("".join(texts(document)).split()) == "".join(printed.split())
    paper = parse(document)
    assert paper.identifier == path.stem
    assert paper.findings == ()
