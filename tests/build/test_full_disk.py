"""A disk that is full: the exit code says so, the path is named, what was published is as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kvgraph.build.readings import FILE
from tests.build.faults import WHOLE, published, start
from tests.build.test_kills import Home, check_the_next_build, home

__all__ = ["home"]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a small disk of its own."""
    path = tmp_path / "disk"
    path.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(path)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here: that takes root")
    yield path
    subprocess.run(["umount", str(path)], check=True)


def fill(disk: Path, left: int) -> Path:
    """Fill a disk but for so many bytes; return the file that does it."""
    space = os.statvfs(disk)
    filler = disk / "filler"
    with filler.open("wb") as stream:
        os.posix_fallocate(stream.fileno(), 0, space.f_bavail * space.f_frsize - left)
    return filler


@pytest.mark.parametrize("left", [0, 100_000, 500_000, 1_500_000])
def test_a_full_disk_leaves_what_was_published(home: Home, disk: Path, left: int) -> None:
    output = disk / "out"
    shutil.copytree(home.former, output)
    before = published(output)
    filler = fill(disk, left)
    with start("kvgraph", *home.arguments, str(output)) as process:
        _, said = process.communicate()
    assert process.returncode == 74, said.decode()
    assert str(output) in said.decode()
    assert "Traceback" not in said.decode()
    assert published(output) == before
    assert {path.name for path in output.iterdir() if not path.name.startswith(FILE)} == WHOLE, "nothing is left behind"
    filler.unlink()
    check_the_next_build(home, output)
