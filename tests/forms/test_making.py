"""The files of examples/forms are what their makers write, small, and as real programs write them."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from kvgraph import sources
from kvgraph.model import Document
from tests.forms.making import files, letter, lines, observers, office, vibrations
from tests.forms.making.texts import Kind, pieces

MADE = files.made()


def contents(data: bytes) -> object:
    """Return what a file holds, without what a library may do otherwise in another version (packing, drawing)."""
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    if data.startswith(b"%PDF-"):
        pdf = pypdfium2.PdfDocument(data)
        return [page.get_textpage().get_text_range() for page in pdf]
    return data


@pytest.mark.parametrize("name", MADE)
def test_the_files_are_those_that_are_made(name: str) -> None:
    assert contents((files.FOLDER / name).read_bytes()) == contents(MADE[name])


def test_making_twice_gives_the_same_bytes() -> None:
    assert files.made() == MADE


@pytest.mark.skipif(not files.has_poppler(), reason="pdftotext (poppler) is not installed")
def test_the_text_is_that_of_the_pdf() -> None:
    text = files.text_of(files.FOLDER / f"{files.OFFICIAL}.pdf").decode()
    committed = (files.FOLDER / f"{files.OFFICIAL}.txt").read_text("utf-8")
    # How wide blanks are differs from version to version.
    assert [line.split() for line in committed.split("\n") if line.strip()] == [
        line.split() for line in text.split("\n") if line.strip()
    ]


def test_the_json_is_that_of_the_xml() -> None:
    parsed = json.loads(files.parsed(files.FOLDER / f"{files.OFFICIAL}.xml"))
    assert json.loads((files.FOLDER / f"{files.OFFICIAL}.json").read_text("utf-8")) == parsed


@pytest.mark.skipif(not office.is_here(), reason="LibreOffice is not installed")
def test_an_office_program_saves_the_letter_so() -> None:
    for form, data in office.saved(letter.flat(vibrations.LETTER)).items():
        path = files.FOLDER / f"{files.LETTERS}.{form}"
        fresh, committed = _document(data), _document(path.read_bytes())
        assert [line.text for line in fresh.lines] == [line.text for line in committed.lines]
        assert fresh.notes == committed.notes


def _document(data: bytes) -> Document:
    (content,) = sources.read_bytes("letter", data)
    assert isinstance(content, Document)
    return content


@pytest.mark.parametrize("path", sorted(files.FOLDER.iterdir()), ids=lambda path: path.name)
def test_no_file_is_large(path: Path) -> None:
    assert 1000 < path.stat().st_size < 100_000


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_letter_has_real_notes_and_counted_labels(form: str) -> None:
    data = (files.FOLDER / f"{files.LETTERS}.{form}").read_bytes()
    with ZipFile(BytesIO(data)) as archive:
        text = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    if form == "docx":
        assert text["word/document.xml"].count("<w:footnoteReference ") == len(vibrations.LETTER.notes)
        assert 'w:lvlText w:val="Vraag %1"' in text["word/numbering.xml"]
        assert "<w:tbl>" in text["word/document.xml"]
        assert "Vraag 1<" not in text["word/document.xml"]
    else:
        assert text["content.xml"].count("<text:note ") == len(vibrations.LETTER.notes)
        assert 'loext:num-list-format="Vraag %1%"' in text["content.xml"]
        assert "Vraag 1<" not in text["content.xml"]


def test_the_printed_paper_has_what_makes_print_hard() -> None:
    pages = (files.FOLDER / f"{files.OFFICIAL}.txt").read_text("utf-8").split("\f")
    ends = {line.split()[-1] for page in pages for line in page.split("\n") if line.endswith("-")}
    assert {"WIA-", "Noord-", "Uitvoerings-"} <= ends
    assert [page for page in pages if page.strip()] == pages[:3]
    assert "ongeval-\n" in pages[0].replace(" ", "")
    assert "ant-\n" in pages[1]


def test_every_note_is_marked_once_and_in_order() -> None:
    paper = observers.PAPER
    texts = [paper.asked.subject, paper.answered.text]
    texts += [one if isinstance(one, str) else one.text for block in paper.blocks for one in block.paragraphs]
    marks = [piece.target for text in texts for piece in pieces(text) if piece.kind is Kind.MARK]
    assert marks == [str(number) for number in range(1, len(paper.notes) + 1)]


def test_long_words_break_where_dutch_breaks_them() -> None:
    setting = lines.Setting(9.0, 5.0, 60.0)
    texts = [
        "".join(run.text for run in line) for line in lines.broken("een verkiezingswaarneming, WIA-uitkering", setting)
    ]
    assert texts == ["een verkie-", "zingswaarne-", "ming, WIA-", "uitkering"]
    with pytest.raises(ValueError, match="no line is as wide"):
        lines.broken("ongebroken", lines.Setting(9.0, 5.0, 10.0))
