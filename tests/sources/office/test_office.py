"""Office documents of any hand: one paper in both forms, round trips through LibreOffice, real letters, damage."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kvgraph.build.analyse import analyse
from kvgraph.model import Document, Paper, PaperKind, PassageKind, Role, Source, SourceError
from kvgraph.sources.office import docx, odt
from tests.sources.office.office_maker import (
    SOURCE,
    Block,
    Noted,
    Par,
    Table,
    as_docx,
    as_odt,
    converted,
    needs_soffice,
)
from tests.sources.office.word_maker import docx as docx_of
from tests.sources.office.word_maker import level, lists, pack, par, table, unpack

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
Reader = Callable[[bytes, Source], Document]

ADVANCE: tuple[Block, ...] = (
    "AH 617",
    "2024Z18285",
    "Antwoord van minister Madlener (Infrastructuur en Waterstaat) (ontvangen 25 november 2024)",
    "Vragen van het lid Pierik (BBB) aan de minister van Infrastructuur en Waterstaat over de brug bij Sluis "
    "(ingezonden 5 november 2024)",
    "Vraag 1",
    Par(("Kent u het bericht «Brug dicht»", Noted("Zeeuwse Courant, 4 november 2024, «Brug dicht»."), "?")),
    "Antwoord 1",
    Par(("Ja. In de tabel staan de schepen", Noted("Kamerstuk 29 385, nr. 120."), ".")),
    Table((("jaar", "schepen"), ("2023", "12"))),
    Par(("de sluis;",), item="-"),
    Par(("de brug.",), item="-"),
    "Vraag 2",
    "Wanneer gaat de brug weer open?",
    "Antwoord 2",
    "In het voorjaar van 2025.",
)
ASKED: tuple[Block, ...] = (
    "2024Z18285",
    "(ingezonden 5 november 2024)",
    "Vragen van het lid Pierik (BBB) aan de minister van Infrastructuur en Waterstaat over de brug bij Sluis",
    Par(("Kent u het bericht «Brug dicht»?", Noted("Zeeuwse Courant, 4 november 2024.")), item="1"),
    Par(("Wanneer gaat de brug weer open?",), item="1"),
    Par(("Kunt u deze vragen apart beantwoorden?",), item="1"),
)


def passages(document: Document) -> dict[str, tuple[str, str | None, int | None]]:
    return {one.key: (one.text, one.footnote_of, one.mark) for one in analyse(document).paper.passages}


def labels(paper: Paper, kind: PassageKind) -> list[str]:
    return [one.label for one in paper.passages if one.kind is kind]


@pytest.mark.parametrize("blocks", [ADVANCE, ASKED])
def test_both_forms_of_a_paper_give_the_same_lines(blocks: tuple[Block, ...]) -> None:
    word, open_document = docx.read(as_docx(blocks), SOURCE), odt.read(as_odt(blocks), SOURCE)
    assert word == open_document
    assert len(word.notes or ()) == sum(
        isinstance(piece, Noted) for one in blocks if isinstance(one, Par) for piece in one.content
    )


@pytest.mark.parametrize(("read", "write"), [(docx.read, as_docx), (odt.read, as_odt)])
def test_an_answer_before_typesetting_is_read(read: Reader, write: Callable[[tuple[Block, ...]], bytes]) -> None:
    document = read(write(ADVANCE), SOURCE)
    paper = analyse(document).paper
    assert (paper.kind, paper.identifier, paper.cases) == (PaperKind.ANSWER, "ah-tk-20242025-617", ("2024Z18285",))
    assert (paper.submitted, paper.answered) == (date(2024, 11, 5), date(2024, 11, 25))
    assert labels(paper, PassageKind.QUESTION) == labels(paper, PassageKind.ANSWER) == ["1", "2"]
    text = "Ja. In de tabel staan de schepen. jaar schepen 2023 12 • de sluis; • de brug."
    assert paper.passage("answer/1").text == text
    notes = passages(document)
    assert notes["footnote/1"] == ("Zeeuwse Courant, 4 november 2024, «Brug dicht».", "question/1", 31)
    assert notes["footnote/2"] == ("Kamerstuk 29 385, nr. 120.", "answer/1", 32)


@pytest.mark.parametrize(("read", "write"), [(docx.read, as_docx), (odt.read, as_odt)])
def test_questions_that_a_list_numbers_are_found(read: Reader, write: Callable[[tuple[Block, ...]], bytes]) -> None:
    paper = analyse(read(write(ASKED), SOURCE)).paper
    assert (paper.kind, paper.cases, paper.submitted) == (PaperKind.QUESTION, ("2024Z18285",), date(2024, 11, 5))
    assert labels(paper, PassageKind.QUESTION) == ["1", "2", "3"]
    assert paper.passage("question/2").text == "Wanneer gaat de brug weer open?"
    assert [one.name for one in paper.participations if one.role is Role.QUESTIONER] == ["Pierik"]


@needs_soffice
@pytest.mark.parametrize(("write", "form", "to", "read"), [
    (as_docx, "docx", "odt", odt.read), (as_odt, "odt", "docx", docx.read),
])  # fmt: skip
@pytest.mark.parametrize("blocks", [ADVANCE, ASKED])
def test_what_an_office_program_writes_gives_the_same_passages(
    write: Callable[[tuple[Block, ...]], bytes],
    form: str,
    to: str,
    read: Reader,
    blocks: tuple[Block, ...],
    tmp_path: Path,
) -> None:
    theirs = read(converted(write(blocks), form, to, tmp_path), SOURCE)
    assert passages(theirs) == passages(docx.read(as_docx(blocks), SOURCE))


@pytest.mark.parametrize("questions", [
    "".join(par(f"<w:r><w:t>{n}</w:t><w:tab/><w:t>Kent u brug {n}?</w:t></w:r>") for n in (1, 2, 3)),
    "".join(par(f"Kent u brug {n}?", numbered=(1, 0)) for n in (1, 2, 3)),
    table([[par(str(n)), par(f"Kent u brug {n}?")] for n in (1, 2, 3)]),
    "".join(par(f"Vraag {n}") + par(f"Kent u brug {n}?") for n in (1, 2, 3)),
], ids=["tab", "list", "table", "label"])  # fmt: skip
def test_questions_are_found_however_they_are_numbered(questions: str) -> None:
    asking = par(
        "Vragen van het lid Pierik (BBB) aan de minister van Defensie over bruggen (ingezonden 5 november 2024)"
    )
    data = docx_of(asking + questions, {"numbering": lists(level(0, "decimal", "%1"))})
    paper = analyse(docx.read(data, SOURCE)).paper
    asked = [(one.label, one.text) for one in paper.passages if one.kind is PassageKind.QUESTION]
    assert asked == [(str(n), f"Kent u brug {n}?") for n in (1, 2, 3)]


# --- damage ------------------------------------------------------------------------------------------------------

CODES = {"damaged", "encrypted", "too-large", "markup", "entities", "empty"}


def struck(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few of them changed, cut out or doubled."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[place] = chance.randrange(256)
            case 1:
                del changed[place : place + chance.randint(1, 40)]
            case 2:
                changed[place:place] = changed[place : place + chance.randint(1, 40)]
            case _:
                other = chance.randrange(len(changed))
                changed[place : place + 12] = changed[other : other + 12]
    return bytes(changed)


def struck_inside(data: bytes, chance: random.Random) -> bytes:
    """Return a package that is whole, with damage or strange markup in one of its parts."""
    members = unpack(data)
    name = chance.choice(sorted(part for part, content in members.items() if content))
    tags = members[name].split(b"<")
    if chance.random() < 0.5 and len(tags) > 2:
        chance.shuffle(tags)
        members[name] = b"<".join(tags)
    else:
        members[name] = struck(members[name], chance)
    # Words swapped in well-formed markup reach deeper than markup that does not parse.
    for old, new in (
        (b"begin", b"end"),
        (b"w:ins>", b"w:del>"),
        (b"w:p>", b"w:txbxContent>"),
        (b"text:p>", b"text:h>"),
    ):
        if chance.random() < 0.3:
            members = {part: content.replace(old, new) for part, content in members.items()}
    return pack(members)


def outcome(read: Reader, data: bytes) -> str:
    """Return what becomes of a package: ``read``, or the code of the error."""
    try:
        document = read(data, SOURCE)
    except SourceError as error:
        return error.code if error.advice else "no advice"
    return "read" if any(line.text for line in document.lines) else "nothing"


@pytest.mark.parametrize("strike", [struck, struck_inside])
@pytest.mark.parametrize(
    ("read", "data"), [(docx.read, as_docx(ADVANCE)), (odt.read, as_odt(ADVANCE))], ids=["docx", "odt"]
)
def test_any_damage_gives_a_document_or_a_reason(
    read: Reader, data: bytes, strike: Callable[[bytes, random.Random], bytes]
) -> None:
    chance = random.Random(20241125)  # noqa: S311 - not for secrets
    codes = [outcome(read, strike(data, chance)) for _ in range(200)]
    assert set(codes) <= CODES | {"read"}
    assert 0 < codes.count("read") < 200


# --- real letters ------------------------------------------------------------------------------------------------


def facts(paper: Paper) -> dict[str, Any]:
    def of(role: Role) -> list[Any]:
        return [one for one in paper.participations if one.role is role]

    return {
        "cases": list(paper.cases),
        "subject": paper.subject,
        "answered": paper.answered.isoformat() if paper.answered else None,
        "questioners": [(one.name, one.party) for one in of(Role.QUESTIONER)],
        "addressees": {one.portfolio for one in of(Role.ADDRESSEE)},
        "respondents": [one.portfolio for one in of(Role.RESPONDENT)],
        "on_behalf_of": [one.portfolio for one in of(Role.ON_BEHALF_OF)],
        "questions": labels(paper, PassageKind.QUESTION),
        "answers": [[key.removeprefix("question/") for key in one.answers] for one in paper.passages if one.answers],
    }


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real papers is not beside the checkout")
@pytest.mark.parametrize("name", ["letter-dev-1.docx", "letter-dev-2.docx", "letter-dev-3.docx"])
def test_a_real_letter_is_read_as_a_person_reads_it(name: str) -> None:
    gold = json.loads((CORPUS / "gold" / f"{name}.json").read_text("utf-8"))
    paper = analyse(docx.read((CORPUS / "documents" / name).read_bytes(), SOURCE)).paper
    assert paper.kind is PaperKind.ANSWER
    assert facts(paper) == {
        "cases": gold["case_numbers"],
        "subject": gold["subject"],
        "answered": gold["date_answered"],
        "questioners": [(one["name"], one["party"]) for one in gold["questioners"]],
        "addressees": {one["portfolio"] for one in gold["addressees"]},
        "respondents": [one["portfolio"] for one in gold["respondents"]],
        "on_behalf_of": [one["portfolio"] for one in gold["on_behalf_of"]],
        "questions": gold["questions"],
        "answers": gold["answers"],
    }
    assert len(labels(paper, PassageKind.FOOTNOTE)) == gold["footnotes"]
