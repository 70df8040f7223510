"""``kvgraph diff`` and ``kvgraph verify`` as a user runs them: what they say where, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Quad

from kvgraph import store
from kvgraph.build import build
from kvgraph.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def files(small: tuple[Quad, ...], tmp_path: Path) -> tuple[Path, Path]:
    """Return two graphs, the second without one of the graphs of the first."""
    old, new = tmp_path / "old.nq", tmp_path / "new.nq"
    gone = min(str(quad.graph_name) for quad in small)
    store.write_nquads(old, small)
    store.write_nquads(new, [quad for quad in small if str(quad.graph_name) != gone])
    return old, new


def test_equal_graphs_have_no_difference(files: tuple[Path, Path]) -> None:
    done = run("diff", files[0], files[0])
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "The graphs are equal.\n")


def test_a_difference_is_told_and_ends_with_one(files: tuple[Path, Path]) -> None:
    done = run("diff", *files)
    assert done.exit_code == 1
    assert done.stdout.startswith("removed ")
    assert "1 removed" in done.stderr
    assert run("diff", *files, "-q").output == ""
    assert run("diff", *files, "-q").exit_code == 1


def test_statements_are_a_patch(files: tuple[Path, Path]) -> None:
    patch = run("diff", *files, "--statements").stdout.splitlines()
    old, new = (set(path.read_text("utf-8").splitlines()) for path in files)
    assert patch == [f"- {line}" for line in sorted(old - new)]


def test_a_difference_as_json(files: tuple[Path, Path]) -> None:
    content = json.loads(run("diff", *reversed(files), "--json").stdout)
    assert [one["what"] for one in content["graphs"]] == ["added"]
    assert content["totals"]["statements"]["added"] == content["graphs"][0]["statements"]["added"]


def test_what_can_not_be_compared(files: tuple[Path, Path], tmp_path: Path) -> None:
    assert run("diff", files[0], tmp_path / "gone").exit_code == 2
    assert run("diff", files[0], tmp_path / "gone.nq").exit_code == 74
    assert run("diff", *files, "--json", "--statements").exit_code == 2


def test_an_output_is_whole_or_its_faults_are_named(tmp_path: Path) -> None:
    output = tmp_path / "out"
    build([str(EXAMPLES / "16-labels.txt")], output, jobs=1, validate=False, parts=frozenset())
    assert run("verify", output).exit_code == 0
    (output / "void.ttl").write_text("", "utf-8")
    done = run("verify", output, "--quick")
    assert done.exit_code == 1
    assert "void.ttl: violation: it has 0 bytes, not" in done.stderr
    assert json.loads(run("verify", output, "--json").stdout)["whole"] is False
    assert run("verify", tmp_path / "nowhere").exit_code == 2
