"""Parsed papers as JSON: what another parser may give, and what the graph can't do with."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kvgraph.model import (
    Chamber,
    Finding,
    Paper,
    PaperKind,
    ParsedPaper,
    Participation,
    Passage,
    PassageKind,
    Reference,
    Role,
    Severity,
    Source,
    SourceError,
    Span,
)
from kvgraph.sources.json import parsed_json
from kvgraph.sources.json.parsed_form import printed
from tests.sources.json.json_maker import all_of

DOCUMENTATION = Path(__file__).resolve().parents[3] / "docs" / "parsed-paper.md"
SOURCE = Source("paper.json", "0" * 64, "application/json")
HEADER = "Vragen van het lid Terpstra (FNP) aan de Minister van Defensie over de vliegroutes (ingezonden 3 maart 2021)."
GUID = "5f0c2b1a-1234-4abc-9def-0123456789ab"

RECORD: dict[str, Any] = {
    "paper": {
        "kind": "AnswerPaper",
        "chamber": "tk",
        "identifier": "ah-tk-20202021-9001",
        "session_year": "2020-2021",
        "number": "9001",
        "cases": ["2021Z90001"],
        "subject": "de vliegroutes",
        "submitted": "2021-03-03",
        "answered": "2021-03-24",
        "see_also": [0, 6],
    },
    "participations": [
        {"role": "questioner", "order": 1, "name": "Terpstra", "name_span": [19, 27], "party": "FNP",
         "party_span": [29, 32], "person": GUID.upper()},
        {"role": "addressee", "order": 1, "title": "Minister", "portfolio": "Defensie", "office_span": [41, 61]},
    ],
    "passages": [
        {"key": "header", "kind": "header", "label": "", "order": 0, "text": HEADER, "pages": [[0, 1], [50, 2]]},
        {"key": "question/1", "kind": "question", "label": "1", "order": 1, "text": "Klopt dat?"},
        {"key": "question/1-2", "kind": "question", "label": "1", "order": 2, "text": "Waarom?"},
        {"key": "answer/1", "kind": "answer", "label": "1", "order": 1, "text": "Ja, zie het rapport.",
         "answers": ["question/1", "question/1-2"],
         "references": [{"span": [12, 19], "target": "https://www.defensie.example/rapport.pdf"}]},
        {"key": "footnote/1", "kind": "footnote", "label": "1", "order": 1, "text": "Omrop, 1 maart 2021.",
         "footnote_of": "question/1", "mark": 9},
    ],
    "findings": [{"code": "label-twice", "severity": "warning", "message": "Twice.", "passage": "question/1-2"}],
}  # fmt: skip

PAPER = Paper(
    PaperKind.ANSWER,
    Chamber.TWEEDE_KAMER,
    "ah-tk-20202021-9001",
    "2020-2021",
    "9001",
    ("2021Z90001",),
    "de vliegroutes",
    submitted=date(2021, 3, 3),
    answered=date(2021, 3, 24),
    participations=(
        Participation(Role.QUESTIONER, 1, "Terpstra", Span(19, 27), "FNP", Span(29, 32), person=GUID),
        Participation(Role.ADDRESSEE, 1, title="Minister", portfolio="Defensie", office_span=Span(41, 61)),
    ),
    passages=(
        Passage(PassageKind.HEADER, "header", "", 0, HEADER, pages=((0, 1), (50, 2))),
        Passage(PassageKind.QUESTION, "question/1", "1", 1, "Klopt dat?"),
        Passage(PassageKind.QUESTION, "question/1-2", "1", 2, "Waarom?"),
        Passage(
            PassageKind.ANSWER,
            "answer/1",
            "1",
            1,
            "Ja, zie het rapport.",
            answers=("question/1", "question/1-2"),
            references=(Reference(Span(12, 19), "https://www.defensie.example/rapport.pdf"),),
        ),
        Passage(PassageKind.FOOTNOTE, "footnote/1", "1", 1, "Omrop, 1 maart 2021.", (), (), "question/1", 9),
    ),
    see_also=Span(0, 6),
    findings=(Finding("label-twice", Severity.WARNING, "Twice.", "question/1-2"),),
)


def read(content: object) -> tuple[ParsedPaper, ...]:
    return all_of(parsed_json.papers, json.dumps(content).encode(), SOURCE)


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    content = deepcopy(RECORD)
    change(content)
    return content


def refusal(content: object) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(content)
    return caught.value


def test_every_member_is_read() -> None:
    assert read(RECORD) == (ParsedPaper(SOURCE, PAPER),)


def test_every_member_is_printed_as_it_is_read() -> None:
    content = printed(SOURCE, PAPER)
    assert read(content) == (ParsedPaper(SOURCE, PAPER),)


def test_an_array_holds_several_papers() -> None:
    other = {"paper": {"kind": "QuestionPaper", "chamber": "ek", "cases": ["2021Z90002"]}}
    found = read([RECORD, other])
    assert [one.paper.kind for one in found] == [PaperKind.ANSWER, PaperKind.QUESTION]
    assert found[1].paper.passages == ()


def test_one_that_is_refused_leaves_the_others() -> None:
    wrong = changed(lambda content: content["paper"].update(kind="Rumour"))
    first, second, third = parsed_json.papers([RECORD, wrong, RECORD], SOURCE)
    assert first == third == ParsedPaper(SOURCE, PAPER)
    assert isinstance(second, SourceError)
    assert (second.code, second.place) == ("schema", "$[1].paper.kind")
    assert refusal([RECORD, wrong]).place == "$[1].paper.kind"


def test_what_a_build_finds_anew_is_not_read() -> None:
    def add(content: dict[str, Any]) -> None:
        content["$schema"] = "paper.schema.json"
        content["source"] = {"file": "old.txt", "sha256": "f" * 64, "media_type": "text/plain"}
        content["paper"].update(id="ah-tk-20202021-1", related=["ah-tk-20202021-2"])
        content["participations"][0]["links"] = {"person": None}
        content["passages"][0]["mentions"] = [{"class": "PartyMention", "span": [900, 901]}]

    assert read(changed(add)) == (ParsedPaper(SOURCE, PAPER),)


@pytest.mark.parametrize("content", [{}, [], None, 7, "paper", {"paper": None}, {"papers": []}, [[RECORD]]])
def test_what_is_no_parsed_paper_is_refused(content: object) -> None:
    error = refusal(content)
    assert error.code == ("empty" if content == [] else "schema")
    assert error.advice


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], object]:
    def change(content: dict[str, Any]) -> None:
        place: Any = content
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_set("extra", to=1), "$"),
        (_set("paper", "extra", to=1), "$.paper"),
        (_set("paper", "chamber", to="TK"), "$.paper.chamber"),
        (_set("paper", "submitted", to="3 maart 2021"), "$.paper.submitted"),
        (_set("paper", "submitted", to="2021-02-30"), "$.paper.submitted"),
        (_set("paper", "answered", to=20210324), "$.paper.answered"),
        (_set("paper", "identifier", to="ah-tk-2020-2021-9001"), "$.paper.identifier"),
        (_set("paper", "identifier", to="kst-36600-1"), "$.paper.identifier"),
        (_set("paper", "session_year", to="2020/2021"), "$.paper.session_year"),
        (_set("paper", "session_year", to="2020-2021\n"), "$.paper.session_year"),
        (_set("paper", "number", to="9001a"), "$.paper.number"),
        (_set("paper", "cases", to=["2021Z9"]), "$.paper.cases[0]"),
        (_set("paper", "cases", to=["2021Z90001\n"]), "$.paper.cases[0]"),
        (_set("paper", "see_also", to=[6, 0]), "$.paper.see_also"),
        (_set("paper", "see_also", to=[0, 1, 2]), "$.paper.see_also"),
        (_set("participations", 1, "role", to="minister"), "$.participations[1].role"),
        (_set("participations", 1, "order", to=0), "$.participations[1].order"),
        (_set("participations", 1, "role", to="questioner"), "$.participations[1].order"),
        (_set("participations", 1, "title", to="Premier"), "$.participations[1].title"),
        (_set("participations", 1, "office_span", to=[41, 4100]), "$.participations[1].office_span"),
        (_set("participations", 0, "name_span", to=[-1, 3]), "$.participations[0].name_span[0]"),
        (_set("participations", 0, "name_span", to=[19.0, 27]), "$.participations[0].name_span[0]"),
        (_set("participations", 0, "name_span", to=[True, 27]), "$.participations[0].name_span[0]"),
        (_set("participations", 0, "name_span", to=[0, 10**400]), "$.participations[0].name_span[1]"),
        (_set("participations", 0, "person", to="Terpstra"), "$.participations[0].person"),
        (_set("passages", 0, "kind", to="question"), "$.passages[0].kind"),
        (_set("passages", 0, "label", to="Kop"), "$.passages[0].label"),
        (_set("passages", 0, "order", to=1), "$.passages[0].order"),
        (_set("passages", 0, "key", to="header/1"), "$.passages[0].key"),
        (_set("passages", 0, "pages", to=[[1, 1]]), "$.passages[0].pages"),
        (_set("passages", 0, "pages", to=[[0, 0]]), "$.passages[0].pages"),
        (_set("passages", 0, "pages", to=[[0, 1], [50, 2], [20, 3]]), "$.passages[0].pages"),
        (_set("passages", 0, "pages", to=[[0, 1], [5000, 2]]), "$.passages[0].pages"),
        (_set("passages", 0, "text", to="Vragen\u00a0van het lid Terpstra"), "$.passages[0].text"),
        (_set("passages", 1, "text", to="Klopt  dat?"), "$.passages[1].text"),
        (_set("passages", 1, "text", to=None), "$.passages[1].text"),
        (_set("passages", 1, "kind", to="header"), "$.passages[1].kind"),
        (_set("passages", 1, "key", to="answer/1"), "$.passages[3].key"),
        (_set("passages", 1, "key", to="answer/2"), "$.passages[1].key"),
        (_set("passages", 1, "key", to="question/1 a"), "$.passages[1].key"),
        (_set("passages", 1, "key", to="question/"), "$.passages[1].key"),
        (_set("passages", 1, "key", to="question/9\n"), "$.passages[1].key"),
        (_set("passages", 2, "key", to="question/1"), "$.passages[2].key"),
        (_set("passages", 2, "order", to=1), "$.passages[2].order"),
        (_set("passages", 2, "label", to=" "), "$.passages[2].label"),
        (_set("passages", 2, "kind", to="answer"), "$.passages[2].order"),
        (_set("passages", 2, "kind", to="footnote"), "$.passages[2].order"),
        (_set("passages", 1, "answers", to=["question/1"]), "$.passages[1].answers"),
        (_set("passages", 3, "answers", to=["question/7"]), "$.passages[3].answers[0]"),
        (_set("passages", 3, "answers", to=["footnote/1"]), "$.passages[3].answers[0]"),
        (_set("passages", 3, "references", 0, "span", to=[12, 900]), "$.passages[3].references[0].span"),
        (_set("passages", 3, "references", 0, "target", to=""), "$.passages[3].references[0].target"),
        (_set("passages", 3, "footnote_of", to="question/1"), "$.passages[3].footnote_of"),
        (_set("passages", 4, "footnote_of", to="question/7"), "$.passages[4].footnote_of"),
        (_set("passages", 4, "footnote_of", to=None), "$.passages[4].mark"),
        (_set("passages", 4, "mark", to=11), "$.passages[4].mark"),
        (_set("findings", 0, "severity", to="bad"), "$.findings[0].severity"),
        (_set("findings", 0, "passage", to="question/7"), "$.findings[0].passage"),
        (_set("passages", to=[]), "$.participations[0].name_span"),
    ],
)  # fmt: skip
def test_what_the_graph_can_not_do_with_is_refused_in_its_place(
    change: Callable[[dict[str, Any]], object], place: str
) -> None:
    error = refusal(changed(change))
    assert (error.code, error.place) == ("schema", place)
    assert error.reason.endswith(".")


def test_a_paper_of_which_only_the_metadata_are_known_needs_a_name() -> None:
    facts = {"kind": "QuestionPaper", "chamber": "tk"}
    for name in ({"cases": ["2021Z90001"]}, {"identifier": "kv-tk-2021Z90001"}):
        (paper,) = read({"paper": {**facts, **name}})
        assert paper.paper.passages == ()
    assert refusal({"paper": facts}).place == "$.paper"


def test_text_in_which_nothing_is_counted_is_cleaned() -> None:
    (paper,) = read(changed(_set("passages", 2, "text", to="Waar\u00adom\u00a0 dan?\n")))
    assert paper.paper.passage("question/1-2").text == "Waarom dan?"
    (paper,) = read(changed(_set("paper", "subject", to=" de\tvliegroutes\u200b ")))
    assert paper.paper.subject == "de vliegroutes"


def test_the_example_in_the_documentation_is_read() -> None:
    text = DOCUMENTATION.read_text("utf-8")
    begin = text.index("```json") + len("```json")
    (paper,) = all_of(parsed_json.papers, text[begin : text.index("```", begin)].encode(), SOURCE)
    header, question = paper.paper.passages
    (asking,) = paper.paper.participations
    assert asking.name_span
    assert asking.name_span.of(header.text) == asking.name
    assert question.kind is PassageKind.QUESTION
