"""Style and types are tests too, so that one command is everything; and it is the same command everywhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

FOLDERS = ("kvgraph", "tests", "benchmarks", "ontology")
CHECKS = {
    "ruff check": ("ruff", "check", *FOLDERS),
    "ruff format": ("ruff", "format", "--check", *FOLDERS),
    "mypy": ("mypy",),
}


@pytest.mark.parametrize("check", CHECKS)
def test_checkers_find_nothing(check: str) -> None:
    done = subprocess.run([sys.executable, "-m", *CHECKS[check]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_readme_makefile_and_ci_run_the_same_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    rules = [line.strip() for line in (ROOT / "Makefile").read_text("utf-8").split("\n") if "-m venv" in line]
    assert len(rules) == 2
    assert all(f"\n{rule}\n" in readme for rule in rules)
    assert (ROOT / ".ci" / "run").read_text("utf-8").endswith(f"\n{rules[0]}\n")
