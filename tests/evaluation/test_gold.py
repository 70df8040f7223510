"""Gold files: what is wrong with one is said with its place, and never stops the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kvgraph.evaluation import FIELDS, Gold, GoldError, read


def test_the_fields_of_gold_are_those_of_the_graph(gold_with: Any) -> None:
    assert tuple(gold_with().facts()) == FIELDS


def test_only_what_is_compared_is_a_fact(gold_with: Any) -> None:
    gold: Gold = gold_with(institutions=["eu", "new:Bruggenbureau"], footnotes=0, subject=None, skip=["urls"])
    facts = gold.facts()
    assert facts["institutions"] == {"eu"}
    assert facts["footnotes"] == facts["subject"] == frozenset()
    assert "urls" not in facts
    assert facts["citations"] == {"kst-29398-12"}
    assert facts["laws"] == {"waterwet"}


def test_a_person_without_ids_has_no_link(gold_with: Any) -> None:
    assert gold_with(questioners=[{"name": "Çelik"}]).facts()["questioner_links"] == frozenset()


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        ({"kind": "antwoord"}, "$.kind", "'antwoord'"),
        ({"questioners": [{"name": "A"}, {"party": "D66"}]}, "$.questioners[1]", "`name`"),
        ({"respondents": [{"role": "Burgemeester", "portfolio": ""}]}, "$.respondents[0].role", "'Burgemeester'"),
        ({"date_answered": "1 februari 2023"}, "$.date_answered", "date"),
        ({"footnotes": "twee"}, "$.footnotes", "`int`"),
        ({"answers": ["1", "2"]}, "$.answers[0]", "`array`"),
        ({"citations": [{"kind": "boek", "text": "x"}]}, "$.citations[0].kind", "'boek'"),
    ],
)
def test_a_wrong_value_is_named_by_its_path(
    change: dict[str, Any], place: str, reason: str, facts: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "bad.json").write_text(json.dumps({**facts, **change}), "utf-8")
    (tmp_path / "good.json").write_text(json.dumps(facts), "utf-8")
    reading = read(tmp_path)
    assert [one.doc for one in reading.gold] == ["brug.txt"]
    (error,) = reading.set_aside
    assert (error.file, error.place) == (str(tmp_path / "bad.json"), place)
    assert reason in error.reason
    assert "annotation guide" in error.advice


def test_a_missing_key_is_named(facts: dict[str, Any], tmp_path: Path) -> None:
    facts["subjct"] = facts.pop("subject")
    (tmp_path / "bad.json").write_text(json.dumps(facts), "utf-8")
    (error,) = read(tmp_path).set_aside
    assert "`subject`" in error.reason


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'{"doc": "x",\n "kind" "answer"}', "line 2, column 9"),
        (b"", "line 1, column 1"),
        (b"[]", "$"),
        (b'{"doc": "x", "doc": "y"}', "$"),
        (b"[" * 100_000, ""),
    ],
)
def test_what_is_no_gold_at_all(content: bytes, place: str, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    reading = read(tmp_path)
    assert reading.gold == ()
    assert [error.place for error in reading.set_aside] == [place]


def test_one_document_has_one_gold_file(facts: dict[str, Any], tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text(json.dumps(facts), "utf-8")
    reading = read(tmp_path)
    assert len(reading.gold) == 1
    assert [Path(error.file).name for error in reading.set_aside] == ["b.json"]


def test_a_folder_that_takes_the_name_of_a_file(facts: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    (tmp_path / "b.json").write_text(json.dumps(facts), "utf-8")
    reading = read(tmp_path)
    assert len(reading.gold) == 1
    assert "can't be read" in reading.set_aside[0].reason


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no JSON file"):
        read(tmp_path)
    with pytest.raises(GoldError, match="no such file or folder"):
        read(tmp_path / "none")


def test_the_keys_stand_in_the_folder_or_beside_it_or_where_one_says(facts: dict[str, Any], tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.json").write_text(json.dumps(facts), "utf-8")
    assert read(gold).keys is None
    (tmp_path / "institution_keys.tsv").write_text("key\tlabel\neu\tEuropese Unie\n", "utf-8")
    assert read(gold).keys == read(gold / "a.json").keys == frozenset({"eu"})
    (gold / "institution_keys.tsv").write_text("key\trdw\nrdw\n", "utf-8")
    assert read(gold).keys == frozenset({"rdw"})
    assert read(gold, tmp_path / "institution_keys.tsv").keys == frozenset({"eu"})
    (tmp_path / "empty.tsv").write_text("")
    with pytest.raises(GoldError, match=r"empty\.tsv"):
        read(gold, tmp_path / "empty.tsv")
