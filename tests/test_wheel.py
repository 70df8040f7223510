"""The wheel holds what the package needs, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def tracked(folder: str) -> set[str]:
    listed = subprocess.run(["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode or not listed.stdout:
        pytest.skip("not a git checkout: what belongs into the wheel is not known")
    return {line for line in listed.stdout.split("\n") if line and (ROOT / line).is_file()}


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_package_with_ontology_and_shapes(members: set[str]) -> None:
    data = {f"kvgraph/data/{name}" for folder in ("ontology", "shapes") for name in tracked(folder)}
    missing = (tracked("kvgraph") | data) - members
    assert not missing
    assert not {name for name in members - tracked("kvgraph") - data if not name.endswith((".pyc", "/"))}
