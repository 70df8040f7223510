"""The process that leads a build holds no papers: it takes as much memory for many as for few."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.test_kills import write_papers

SCRIPT = """
import resource, sys
from pathlib import Path
from kvgraph.build import build

if __name__ == "__main__":
    summary = build(sys.argv[1:2], Path(sys.argv[2]), jobs=2, validate=False, parts=frozenset())
    print(summary.papers, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

MORE = 4_000
"""Kilobytes that 500 more papers may take: 8 for each, of which the lines take 147, and 8.5 when they are packed."""


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory of a process is told in other units elsewhere")
def test_many_papers_take_no_more_memory_than_few(tmp_path: Path) -> None:
    (tmp_path / "measure.py").write_text(SCRIPT)
    taken = {}
    for number in (100, 600):
        write_papers(tmp_path / str(number), range(number))
        command = [sys.executable, "measure.py", str(number), f"out-{number}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
        papers, taken[number] = map(int, done.stdout.split())
        assert papers == number
    assert taken[600] < taken[100] + MORE
