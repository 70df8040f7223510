"""Our figures are those of the scorer that the gold of the real papers was made for; skipped without them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS = SHARED / "corpus"
SCORER = SHARED / "tools" / "score.py"

pytestmark = pytest.mark.skipif(
    not (SCORER.is_file() and CORPUS.is_dir()), reason="the corpus of real papers is not beside the checkout"
)

LEFT_OUT = 2
"""So many papers are not built, so that documents which the graph doesn't hold are compared too."""


def run(*command: object) -> str:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=True)
    return done.stdout


def test_the_same_figures_and_the_same_misses(tmp_path: Path) -> None:
    papers = sorted((CORPUS / "documents").iterdir())[LEFT_OUT:]
    run("-m", "kvgraph", "build", *papers, "-o", tmp_path / "out", "-q", "--no-validate")
    graph, gold = tmp_path / "out" / "graph.nq.gz", CORPUS / "gold"
    told = run(SCORER, graph, "--gold", gold, "--misses", "--json", tmp_path / "theirs.json")
    ours = json.loads(run("-m", "kvgraph", "evaluate", gold, "--output", tmp_path / "out", "--misses", "--json"))
    theirs = json.loads((tmp_path / "theirs.json").read_text("utf-8"))
    assert len(ours["absent"]) == LEFT_OUT
    assert ours["fields"].keys() == theirs.keys()
    assert {field: {figure: ours["fields"][field][figure] for figure in theirs[field]} for field in theirs} == theirs
    rows = [(one["document"], one["field"], f"{'+' if one['stated'] else '-'} {one['fact']}") for one in ours["misses"]]
    assert sorted(rows) == sorted(tuple(row) for line in told.splitlines() if len(row := line.split("\t")) == 3)
    assert len(rows) > LEFT_OUT
