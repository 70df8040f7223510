"""``kvgraph evaluate`` as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kvgraph.evaluation import FIELDS
from kvgraph.vocabulary import PREFIXES

ROOT = Path(__file__).resolve().parents[2]


def run(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kvgraph", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=home, encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path, graph_text: str, facts: dict[str, Any]) -> Path:
    """Return a folder with a graph and a folder of gold, which has one fact that the graph misses."""
    (tmp_path / "graph.ttl").write_text(graph_text, "utf-8")
    (tmp_path / "gold").mkdir()
    facts["case_numbers"].append("2023Z00007")
    (tmp_path / "gold" / "brug.txt.json").write_text(json.dumps(facts), "utf-8")
    return tmp_path


def test_a_table_of_fields_and_what_is_missed(home: Path) -> None:
    done = run(home, "evaluate", "gold", "--output", "graph.ttl", "--misses")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split() for line in done.stdout.splitlines()]
    assert rows[0] == "1 documents, 0 not in the graph".split()
    assert ["case_numbers", "1.000", "0.500", "0.667", "2"] in rows
    assert rows[-1] == ["brug.txt", "case_numbers", "-", "2023z00007"]


def test_json(home: Path) -> None:
    done = run(home, "evaluate", "gold", "--output", "graph.ttl", "--json", "--misses")
    content = json.loads(done.stdout)
    assert content["fields"]["case_numbers"]["recall"] == 0.5
    assert content["misses"] == [
        {"document": "brug.txt", "field": "case_numbers", "stated": False, "fact": "2023z00007"}
    ]


def test_turtle_to_a_file_and_to_standard_output(home: Path) -> None:
    assert run(home, "evaluate", "gold", "--output", "graph.ttl", "--to", "quality.ttl").returncode == 0
    text = (home / "quality.ttl").read_text("utf-8")
    assert run(home, "evaluate", "gold", "--output", "graph.ttl", "-f", "turtle").stdout == text
    assert f"@prefix dqv: <{PREFIXES['dqv']}> ." in text
    assert "<evaluation/measurement/case_numbers/recall>\n    a dqv:QualityMeasurement ;" in text


def test_a_minimum_that_is_missed_ends_with_one(home: Path) -> None:
    done = run(home, "evaluate", "gold", "--output", "graph.ttl", "--min", "case_numbers=0.7", "--min", "kind=1")
    assert done.returncode == 1
    assert done.stderr == "case_numbers: F1 is 0.667, less than 0.7.\n"
    assert run(home, "evaluate", "gold", "--output", "graph.ttl", "--min", "case_numbers=.66").returncode == 0


def test_one_bad_gold_file_does_not_stop_the_others(home: Path) -> None:
    (home / "gold" / "bad.json").write_text('{"doc": "x.txt",\n}')
    done = run(home, "evaluate", "gold", "--output", "graph.ttl")
    assert done.returncode == 3
    assert done.stdout.startswith("1 documents")
    assert "bad.json, line " in done.stderr
    assert "it is not JSON" in done.stderr
    assert "set aside" in done.stderr


def test_a_document_that_the_graph_does_not_hold_is_named(home: Path, facts: dict[str, Any]) -> None:
    (home / "gold" / "tunnel.json").write_text(json.dumps({**facts, "doc": "tunnel.txt"}), "utf-8")
    done = run(home, "evaluate", "gold", "--output", "graph.ttl", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["absent"] == ["tunnel.txt"]
    assert done.stderr.startswith("tunnel.txt: the graph holds no paper from a file of this name")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none",), "none: there is no such file or folder"),
        (("gold",), "kvgraph build"),
        (("gold", "--min", "colour=1"), "'colour' is no field; choose from kind"),
        (("gold", "--min", "kind=nan"), "number from 0 to 1"),
        (("gold", "--min", "kind"), "number from 0 to 1"),
        (("gold", "--to", "x.odd"), "'odd' is not one of"),
        (("gold", "--json", "-f", "turtle"), "don't go together"),
        (("gold", "--misses", "-f", "turtle"), "--misses"),
        (("gold", "--institution-keys", "none.tsv"), "none.tsv"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str, home: Path) -> None:
    done = run(home, "evaluate", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())


def test_a_build_of_the_examples_against_their_gold(tmp_path: Path) -> None:
    papers = [ROOT / "examples" / name for name in ("01-belarus-typeset.txt", "12-combined-answers.txt")]
    gold = tmp_path / "gold"
    gold.mkdir()
    for paper in papers:
        facts = (ROOT / "tests" / "data" / "gold" / f"{paper.name}.json").read_text("utf-8")
        (gold / f"{paper.name}.json").write_text(facts, "utf-8")
    assert run(tmp_path, "build", *papers, "-q", "--no-validate").returncode == 0
    minima = [f"--min={field}=1" for field in ("kind", "questioners", "questioner_links", "answers", "citations")]
    described = (tmp_path / "output" / "void.ttl").read_text("utf-8")
    assert run(tmp_path, "evaluate", "gold", "--no-write").returncode == 0
    assert (tmp_path / "output" / "void.ttl").read_text("utf-8") == described
    done = run(tmp_path, "evaluate", "gold", *minima)
    assert (done.returncode, done.stderr) == (0, "")
    measured = (tmp_path / "output" / "void.ttl").read_text("utf-8")
    assert "dqv:" not in described
    assert described.splitlines()[-1] in measured
    assert measured.count("a dqv:QualityMeasurement") == 3 * len(FIELDS)
    # Once more: in place of the former figures, and the manifest knows the file as it stands.
    assert run(tmp_path, "evaluate", "gold").returncode == 0
    assert (tmp_path / "output" / "void.ttl").read_text("utf-8") == measured
    outputs = json.loads((tmp_path / "output" / "manifest.json").read_text("utf-8"))["outputs"]
    (entry,) = [one for one in outputs if one["file"] == "void.ttl"]
    assert entry["sha256"] == sha256(measured.encode()).hexdigest()
    assert [one["file"] for one in outputs] == sorted((one["file"] for one in outputs), key=Path)
