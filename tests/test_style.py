"""Style and types are tests like any other: ruff and mypy --strict on the package, the tests, and the scripts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]])
def test_a_checker_has_nothing_to_say(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def commands(text: str) -> set[str]:
    """Return the lines that make an environment of their own, as a person would copy them."""
    found = re.findall(r"(?m)^\s*(?:python3|\$\(PYTHON\)) (-m venv .*)$", text)
    return {command.strip() for command in found}


def test_the_readme_and_the_makefile_have_the_same_two_commands() -> None:
    readme = commands((ROOT / "README.md").read_text("utf-8"))
    assert len(readme) == 2
    assert commands((ROOT / "Makefile").read_text("utf-8")) == readme


def test_nothing_names_a_machine_or_a_host_of_packages() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    hosts = re.compile(r"pypi\.org|registry\.npmjs|deb\.debian\.org|/work/|/root/")
    for name in listed:
        path = ROOT / name
        if name and path.is_file() and path.suffix in {".py", ".md", ".toml", ".ttl", ".rq", ".txt", ".json", ".csv"}:
            found = hosts.search(path.read_text("utf-8", "replace"))
            assert not found or name == "tests/test_style.py", f"{name}: {found}"
