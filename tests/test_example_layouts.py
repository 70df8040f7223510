"""What the layouts of the example papers bring with them: damage, furniture, notes over page breaks."""

import re
from functools import cache
from pathlib import Path

import pytest

from kvgraph import sources
from kvgraph.build import analyse
from kvgraph.model import Analysis, PaperKind, Passage, PassageKind

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.txt"))


@cache
def analysis(name: str) -> Analysis:
    return analyse(*sources.read(EXAMPLES / name))


def passages(found: Analysis, kind: PassageKind) -> list[Passage]:
    return [passage for passage in found.paper.passages if passage.kind is kind]


def test_question_postponement_and_answer_of_one_case_meet() -> None:
    papers = [paper for name in NAMES if "2024Z90417" in (paper := analysis(name).paper).cases]
    assert [paper.kind for paper in papers] == [PaperKind.QUESTION, PaperKind.POSTPONEMENT, PaperKind.ANSWER]
    assert {paper.cases for paper in papers} == {("2024Z90417",)}


def test_words_glued_at_line_ends_come_apart_and_hyphens_there_go() -> None:
    texts = {passage.key: passage.text for passage in analysis("02-pfas-typeset-glued.txt").paper.passages}
    assert "«Meer PFAS in de Westerschelde dan vergunningen toestaan»" in texts["header"]
    assert "(ingezonden 2 september 2024)" in texts["header"]
    assert texts["answer/2"].endswith("aan uw Kamer geschreven. De eerste ervaringen zijn goed.")
    assert "zeven door de provincie en vier door Rijkswaterstaat." in texts["answer/4"]
    assert texts["answer/6"].startswith("Ik heb hierover op 12 september 2024 gesproken met mijn Vlaamse ambtgenoot.")
    assert texts["answer/7"].endswith("In EU-verband blijf ik daarom bij elke gelegenheid aandringen op spoed.")


def test_answer_in_running_text_is_no_label() -> None:
    answer = next(p for p in passages(analysis("16-labels.txt"), PassageKind.ANSWER) if p.label == "2")
    assert answer.text.endswith("(zie hierna ook het antwoord op vraag 5). Haar advies komt in januari.")


NOTE_STANDS_IN = {
    "forms/ah-tk-20232024-9071.txt": "header answer/2 answer/5 answer/7 answer/8",
    "forms/brief-2024Z90572.txt": "question/1 question/3 answer/3",
    "01-belarus-typeset.txt": "question/1",
    "02-pfas-typeset-glued.txt": "question/1 answer/2 answer/3 answer/3 answer/4 answer/7",
    "03-payments-pdftotext.txt": "question/1 answer/1 answer/3 answer/5 answer/5",
    "04-question-paper-typeset.txt": "question/1 question/4",
    "06-answer-advance.txt": "question/1 question/4",
    "07-question-advance-numbered.txt": "question/1 question/3",
    "08-question-advance-unnumbered.txt": "question/1 question/4",
    "10-postponement-with-questions.txt": "question/1 question/4",
    "11-many-askers-and-ministers.txt": "question/2 answer/2 answer/4",
    "12-combined-answers.txt": "answer/6 question/9",
    "14-ministry-letter.txt": "answer/2 answer/3",
    "15-eerste-kamer.txt": "answer/3",
    "16-labels.txt": "question/5",
    "17-citation-forms.txt": "answer/4 answer/4 answer/5 answer/7",
    "20-windows-1252-2003.txt": "question/1",
}


@pytest.mark.parametrize("name", NAMES)
def test_each_note_is_tied_to_the_passage_of_its_mark(name: str) -> None:
    notes = passages(analysis(name), PassageKind.FOOTNOTE)
    assert " ".join(str(note.footnote_of) for note in notes) == NOTE_STANDS_IN.get(name, "")


def test_damage_is_repaired() -> None:
    found = analysis("19-damaged-text.txt")
    texts = " ".join(passage.text for passage in found.paper.passages)
    for word in ("Kostić", "financiële", "effecten", "verzorgen", "officiële", "geïnformeerd", "goedgekeurd"):
        assert word in texts, word


@pytest.mark.parametrize("name", NAMES)
def test_page_furniture_is_gone(name: str) -> None:
    for passage in analysis(name).paper.passages:
        assert not re.search(r"ISSN|’s-Gravenhage|, Aanhangsel \d|, Vragen \d|\f", passage.text), passage


# --- the gold facts themselves ------------------------------------------------------------------------------------
