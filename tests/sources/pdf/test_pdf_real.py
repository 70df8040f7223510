"""Official PDFs, where the corpus lies beside the checkout: the notes by their typography, and nothing lost."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from kvgraph.model import Document, Source
from kvgraph.papers import parse
from kvgraph.sources import pdf

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
PDFS = sorted(path for folder in ("documents", "forms/pdf") for path in (CORPUS / folder).glob("*.pdf"))

pytestmark = pytest.mark.skipif(not PDFS, reason="the corpus of real papers is not beside the checkout")


def read(path: Path) -> Document:
    return pdf.read(path.read_bytes(), Source(path.name, "0" * 64, "application/pdf"))


def gold(path: Path) -> dict[str, object]:
    forms = (CORPUS / "gold" / f"{path.stem}.{form}.json" for form in ("pdf", "xml"))
    facts: dict[str, object] = json.loads(next(form for form in forms if form.is_file()).read_text("utf-8"))
    return facts


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_each_note_and_its_mark_are_found(path: Path) -> None:
    document = read(path)
    marks = [mark.number for line in document.lines for mark in line.marks]
    notes = [note.number for note in document.notes or ()]
    assert marks == notes == list(range(1, len(notes) + 1))
    assert len(notes) == gold(path)["footnotes"]
    assert all(note.lines and all(line.text for line in note.lines) for note in document.notes or ())


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_no_character_is_lost(path: Path) -> None:
    document = read(path)
    found = Counter(char for line in document.lines for char in line.text)
    for note in document.notes or ():
        found.update(char for line in note.lines for char in line.text)
        found.update(2 * str(note.number))  # the mark, and the number before the body
    with pypdfium2.PdfDocument(path.read_bytes()) as document_of_pdfium:
        printed: Counter[str] = Counter()
        for page in document_of_pdfium:
            printed.update(page.get_textpage().get_text_range().replace("\ufffe", "-"))
    assert {char: n for char, n in found.items() if not char.isspace()} == {
        char: n for char, n in printed.items() if not char.isspace()
    }


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_paper_has_its_questions_and_answers(path: Path) -> None:
    paper = parse(read(path))
    kinds = Counter(passage.kind.value for passage in paper.passages)
    facts = gold(path)
    assert isinstance(facts["questions"], list)
    assert isinstance(facts["answers"], list)
    assert (kinds["question"], kinds["answer"]) == (len(facts["questions"]), len(facts["answers"]))
    assert not paper.findings
