"""What ``kvgraph parse`` prints: valid after its schema, and a source that gives the same graph."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from kvgraph import resources
from kvgraph.build import analyse
from kvgraph.build.record import record
from kvgraph.model import Analysis, Reference, Source, Span
from kvgraph.sources import read
from kvgraph.sources.json import parsed_json
from tests.sources.json.json_maker import all_of

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))
SOURCE = Source("paper.json", "1" * 64, "application/json")
each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@cache
def analysis(path: Path) -> Analysis:
    return analyse(*read(path))


def content(found: Analysis) -> dict[str, Any]:
    return dict(json.loads(json.dumps(record(found))))


@cache
def validator() -> Draft202012Validator:
    schema = json.loads((resources.ontology() / "paper.schema.json").read_text("utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker())


@each_example
def test_what_is_printed_is_valid(path: Path) -> None:
    printed = content(analysis(path))
    assert list(validator().iter_errors(printed)) == []
    assert list(validator().iter_errors([printed, printed])) == []


def test_what_is_not_printed_so_is_invalid() -> None:
    printed = content(analysis(EXAMPLES[0]))
    printed["passages"][0]["mentions"] = [{"class": "Rumour"}]
    assert list(validator().iter_errors(printed))


@each_example
def test_what_is_printed_is_read_back_and_analysed_alike(path: Path) -> None:
    printed = analysis(path)
    (paper,) = all_of(parsed_json.papers, json.dumps(record(printed)).encode(), SOURCE)
    assert paper.paper == printed.paper
    assert analyse(paper) == replace(printed, source=SOURCE)


def test_what_the_publisher_tied_to_the_text_survives() -> None:
    found = analysis(EXAMPLES[0])
    index, question = next((i, one) for i, one in enumerate(found.paper.passages) if "Kamerstuk" in one.text)
    begin = question.text.index("Kamerstuk")
    tied = replace(question, references=(Reference(Span(begin, begin + 9), "kst-36600-1"),))
    passages = (*found.paper.passages[:index], tied, *found.paper.passages[index + 1 :])
    paper = replace(found.paper, passages=passages)
    printed = content(replace(found, paper=paper))
    assert printed["passages"][index]["references"] == [{"span": [begin, begin + 9], "target": "kst-36600-1"}]
    (again,) = parsed_json.papers(printed, SOURCE)
    assert not isinstance(again, Exception)
    once = analyse(again)
    assert [one.code for one in once.paper.findings if one.passage == question.key] == ["link-differs"]
    (again,) = parsed_json.papers(content(once), SOURCE)
    assert not isinstance(again, Exception)
    assert analyse(again) == once, "what a build notices is noticed once"


def test_what_a_build_finds_is_printed_with_what_it_was_found_in() -> None:
    found = analysis(EXAMPLES[0])
    printed = content(found)
    assert printed["paper"]["related"] == list(found.related)
    mentions = {(one["key"], tuple(each["span"])) for one in printed["passages"] for each in one["mentions"]}
    assert mentions == {(one.passage, (one.mention.span.begin, one.mention.span.end)) for one in found.mentions}
    first = printed["participations"][0]["links"]
    assert list(first) == ["person", "party", "office"]
    assert any(link and link["status"] == "verified" for link in first.values())


def test_pages_are_printed_where_they_are_known() -> None:
    paged = [one["pages"] for path in EXAMPLES for one in content(analysis(path))["passages"]]
    assert any(len(pages) > 1 for pages in paged)
    assert all(pages[0][0] == 0 for pages in paged if pages)
