"""``kvgraph explain`` as a user runs it: one line for each mention, all words for those that are asked for, JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "examples" / "01-belarus-typeset.txt"
MISPRINTED = ROOT / "examples" / "07-question-advance-numbered.txt"


def run(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kvgraph", "explain", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


def said(*arguments: object) -> str:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    return done.stdout.decode()


@cache
def everything() -> list[dict[str, Any]]:
    return list(json.loads(said(PAPER, "--json"))["mentions"])


def test_a_summary_has_each_mention_once_the_unlinked_first() -> None:
    text = said(PAPER)
    assert "\x1b" not in text
    unlinked = [one for one in everything() if one["status"] == "unresolved"]
    first, second = (
        text.index(f"{len(unlinked)} not linked\n"),
        text.index(f"{len(everything()) - len(unlinked)} linked\n"),
    )
    assert first < second
    for one in everything():
        place = one["place"]
        line = f"  {place['passage']} {place['begin']}-{place['end']} "
        (shown,) = (row for row in text.split("\n") if row.split()[:2] == line.split())
        assert one["rule"] in shown
        assert (text.index(shown) < second) is (one in unlinked)
        assert (one["target"]["key"] if one["target"] else f"nothing: {one['reason']}") in shown


def test_unlinked_leaves_out_what_is_linked() -> None:
    text = said(PAPER, "--unlinked")
    assert text.count("Lavrov") == text.count("nothing: no such minister in the register") == 2
    assert text.count("Borrell") == text.count("nothing: foreign or international office holder") == 1
    assert "linked\n" not in text.replace("not linked\n", "")
    found = json.loads(said(PAPER, "--unlinked", "--json"))
    assert found["mentions"] == [one for one in everything() if one["status"] == "unresolved"]
    assert said(MISPRINTED, "--unlinked").endswith("; every mention is linked.\n")


def test_all_says_everything_of_every_mention() -> None:
    text = said(PAPER, "--all")
    assert text.count("\n    mention ") == text.count("\n    status ") == len(everything())
    assert said(PAPER, "--all", "--unlinked").count("\n    mention ") == 3


def test_words_with_a_mention_are_explained_in_their_context() -> None:
    text = said(MISPRINTED, "--text", "nr.  9077")
    assert "ook >>>Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 9077<<<" in text
    assert "aanhangsel reads an Aanhangsel by session year and number" in text
    assert "Official ah-tk-20232024-9077, aanhangsel, official id ah-tk-20232024-9077, https://" in text
    assert "wellFormed: the id is valid" in text
    assert "candidate  Official ah-tk-20232024-2077" in text
    person = said(PAPER, "--text", "ploumen")
    assert "looked up  as of 2021-01-19, the day of the questions." in person


def test_words_without_a_mention_are_said_to_have_none() -> None:
    text = said(MISPRINTED, "--text", "hoog water")
    assert "none. No rule found anything here." in text
    assert "nearest    footnote/2:" in text
    found = json.loads(said(MISPRINTED, "--text", "hoog water", "--json"))
    assert found["silences"][0]["place"]["text"] == "hoog water"


def test_a_place_is_named_by_passage_and_characters() -> None:
    one = next(one for one in everything() if one["rule"] == "kamerstuk")
    place = one["place"]
    where = f"{place['passage']}:{place['begin']}-{place['end']}"
    assert json.loads(said(PAPER, "--at", where, "--json"))["mentions"] == [one]
    assert said(PAPER, "--at", where).split("\n")[2] == where
    iri = f"<https://w3id.org/kvgraph/id/paper/x/{place['passage']}#char={place['begin']},{place['end']}>"
    assert said(PAPER, "--at", iri) == said(PAPER, "--at", where)


def test_standard_input_is_a_paper() -> None:
    done = run("-", "--json", stdin=PAPER.read_bytes())
    assert done.returncode == 0
    assert json.loads(done.stdout)["mentions"] == everything()


def test_several_papers_in_a_file_are_each_explained(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kvgraph", "parse"]
    papers = [json.loads(subprocess.check_output([*command, str(path)])) for path in (PAPER, MISPRINTED)]
    (tmp_path / "papers.json").write_text(json.dumps(papers))
    first, second = json.loads(said(tmp_path / "papers.json", "--json"))
    assert first["mentions"] == everything()
    assert second["paper"] != first["paper"]
    (only,) = (json.loads(said(tmp_path / "papers.json", "--text", "Lavrov", "--json")),)
    assert only["paper"] == first["paper"], "a paper without the words is left out"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--at", "question/1"), "PASSAGE:BEGIN-END"),
        (("--at", "question/99:0-4"), "header, question/1"),
        (("--at", "question/1:4-4"), "question/1 has the characters 0-"),
        (("--at", "question/1:0-99999"), "not 0-99999"),
        (("--text", "  "), "--text"),
        (("--text", "kazerneterrein"), "stands nowhere"),
        (("--text", "EU", "--at", "header:0-4"), "exclude"),
        (("--text", "EU", "--unlinked"), "exclude"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], words: str) -> None:
    done = run(PAPER, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr.decode()


def test_what_is_no_paper_is_named_with_the_reason() -> None:
    done = run(ROOT / "tests" / "data" / "bad" / "recipe.txt")
    assert (done.returncode, done.stdout) == (3, b"")
    assert "recipe.txt" in done.stderr.decode()
