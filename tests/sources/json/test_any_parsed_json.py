"""Any paper survives the way through JSON, and damaged JSON gives papers or a source error."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph import papers
from kvgraph.model import (
    Chamber,
    Document,
    Paper,
    PaperKind,
    ParsedPaper,
    Participation,
    Passage,
    PassageKind,
    Reference,
    Role,
    Source,
    SourceError,
    Span,
)
from kvgraph.sources import read
from kvgraph.sources.json import parsed_json
from kvgraph.sources.json.parsed_form import printed
from kvgraph.sources.json.text import tidy
from tests.sources.json.json_maker import all_of, damaged

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.txt"))
SOURCE = Source("paper.json", "0" * 64, "application/json")


def parse(path: Path) -> Paper:
    (document,) = read(path)
    assert isinstance(document, Document)
    return papers.parse(document)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_paper_survives_the_way_through_json(path: Path) -> None:
    paper = parse(path)
    data = json.dumps(printed(SOURCE, paper)).encode()
    assert all_of(parsed_json.papers, data, SOURCE) == (ParsedPaper(SOURCE, paper),)


TEXT = st.text(min_size=1, max_size=40).map(tidy)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span | None:
    begin = draw(st.integers(0, len(text)))
    return draw(st.none() | st.integers(begin, len(text)).map(lambda end: Span(begin, end)))


@st.composite
def any_papers(draw: st.DrawFn) -> Paper:
    header = Passage(PassageKind.HEADER, "header", "", 0, draw(TEXT))
    passages = [header]
    for kind in (PassageKind.QUESTION, PassageKind.ANSWER, PassageKind.FOOTNOTE):
        for order in range(1, draw(st.integers(1, 3))):
            text = draw(TEXT)
            tied = draw(spans(text))
            passages.append(
                Passage(
                    kind,
                    f"{kind.value}/{order}",
                    str(order),
                    order,
                    text,
                    pages=((0, draw(st.integers(1, 99))),) if draw(st.booleans()) else (),
                    answers=("question/1",) if kind is PassageKind.ANSWER and len(passages) > 1 else (),
                    references=(Reference(tied, "https://a.example/"),) if tied else (),
                )
            )
    questions = [one.key for one in passages if one.kind is PassageKind.QUESTION]
    if not questions:
        passages = [one for one in passages if one.kind is not PassageKind.ANSWER]
    participations = tuple(
        Participation(
            role,
            1,
            name=draw(st.none() | TEXT),
            name_span=draw(spans(header.text)),
            office_span=draw(spans(header.text)),
            portfolio=draw(st.none() | TEXT),
        )
        for role in draw(st.sets(st.sampled_from(Role)))
    )
    return Paper(
        kind=draw(st.sampled_from(PaperKind)),
        chamber=draw(st.sampled_from(Chamber)),
        identifier=None,
        session_year=None,
        number=None,
        cases=(),
        subject=draw(st.none() | TEXT),
        submitted=draw(st.none() | st.dates()),
        answered=draw(st.none() | st.dates()),
        participations=participations,
        passages=tuple(passages),
        see_also=draw(spans(header.text)),
    )


@given(any_papers())
def test_any_paper_survives_the_way_through_json(paper: Paper) -> None:
    assert parsed_json.papers(printed(SOURCE, paper), SOURCE) == (ParsedPaper(SOURCE, paper),)


def test_damaged_json_gives_papers_or_a_source_error() -> None:
    chance = random.Random(2021)  # noqa: S311 - not for secrets
    paper = parse(EXAMPLES[2])
    data = json.dumps([printed(SOURCE, paper)], ensure_ascii=False, indent=1).encode()
    pieces = (b'"', b"{", b"[", b"]", b"\\u00ad", b"\\ud800", b"null", b"-1", b"1e999", b"\xff", b"\xc2\xa0", b",", b"")
    codes = set()
    for _ in range(200):
        try:
            all_of(parsed_json.papers, damaged(data, pieces, chance), SOURCE)
        except SourceError as error:
            codes.add((error.code, bool(error.place)))
    assert ("schema", True) in codes
    assert {code for code, _ in codes} == {"json", "schema"}
    assert ("schema", False) not in codes
