"""All stages together on one paper, and its JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest

from kvgraph.build import analyse
from kvgraph.build.record import record
from kvgraph.model import InstitutionMention, SourceError, WorkCitation
from kvgraph.sources import read, read_bytes

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

PAPER = """Vragen van het lid Ploumen (PvdA) aan de Minister van Defensie over de OVSE (ingezonden 19 januari 2021).
Antwoord van Minister Bijleveld-Schouten (Defensie) (ontvangen 8 maart 2021).
Vraag 1
Kent u het rapport van het Ministerie van Defensie?
Antwoord 1
Ja, zie Kamerstuk 21 501-02, nr. 2295.
"""


def test_the_portfolio_of_a_minister_names_no_institution() -> None:
    found = analyse(*read_bytes("a.txt", PAPER.encode()))
    named = [(one.passage, one.mention.key) for one in found.mentions if isinstance(one.mention, InstitutionMention)]
    assert named == [("header", "osce"), ("question/1", "min-def")]


def test_dates_of_a_question_are_read_from_the_day_it_was_asked_and_of_an_answer_from_that_of_the_answer() -> None:
    article = "het artikel «Dijken» in Trouw van 20 februari jl."
    text = PAPER.replace("het rapport", f"{article}, het rapport").replace("Ja, zie", f"Ja, zie {article}, en")
    found = analyse(*read_bytes("a.txt", text.encode()))
    dated = [(one.passage, one.mention.published) for one in found.mentions if isinstance(one.mention, WorkCitation)]
    assert dated == [("question/1", "2020-02-20"), ("answer/1", "2021-02-20")]


def test_text_that_is_no_paper_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        analyse(*read_bytes("a.txt", b"Erwtensoep voor zes personen"))
    assert caught.value.code == "not-a-paper"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_json_of_a_paper_is_complete_and_its_spans_hold(path: Path) -> None:
    found = analyse(*read(path))
    content: dict[str, Any] = json.loads(json.dumps(record(found)))
    texts = {passage["key"]: passage["text"] for passage in content["passages"]}
    mentions = [(passage["key"], mention) for passage in content["passages"] for mention in passage["mentions"]]
    assert len(mentions) == len(found.mentions)
    for key, mention in mentions:
        begin, end = mention["span"]
        assert texts[key][begin:end] == mention["text"] != ""
        assert mention["link"]["status"] in {"verified", "wellFormed", "unresolved"}
    assert len(content["participations"]) == len(found.participations)
    header = texts["header"]
    for one in content["participations"]:
        begin, end = one["name_span"] or one["office_span"] or (0, len(header))
        assert header[begin:end]


def test_the_form_of_the_json() -> None:
    content = cast(dict[str, Any], record(analyse(*read_bytes("a.txt", PAPER.encode()))))
    assert list(content) == ["source", "paper", "participations", "passages", "findings"]
    assert content["paper"]["submitted"] == "2021-01-19"
    answer = content["passages"][2]
    assert (answer["key"], answer["answers"]) == ("answer/1", ["question/1"])
    assert answer["mentions"] == [
        {
            "class": "OfficialCitation",
            "span": [8, 37],
            "text": "Kamerstuk 21 501-02, nr. 2295",
            "rule": "kamerstuk",
            "scheme": "kamerstuk",
            "identifier": "kst-21501-02-2295",
            "article": None,
            "link": {
                "status": "verified",
                "target": {"class": "Official", "scheme": "kamerstuk", "identifier": "kst-21501-02-2295"},
                "reason": None,
                "candidates": [],
            },
        }
    ]
