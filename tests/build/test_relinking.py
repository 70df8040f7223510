"""Which papers a change of the registers touches."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from kvgraph import resources
from kvgraph.build import relinking

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
READ = """
import json, sys
from pathlib import Path
from kvgraph import resources
folder = Path(sys.argv[1])
resources.registers = lambda: folder
from kvgraph import sources, statements, store
from kvgraph.build import relinking
from kvgraph.build.analyse import analyse
from kvgraph.iris import Minter
from kvgraph.vocabulary import DEFAULT_BASE
minter, found = Minter(DEFAULT_BASE), {}
for name in sys.argv[2:]:
    lines = store.lines(statements.state(analyse(sources.read(Path(name))[0]), minter))
    found[name] = "".join(line if isinstance(line, str) else line.decode() for line in lines)
Path("tables").write_bytes(relinking.tables())
print(json.dumps(found))
"""


def read(folder: Path, work: Path) -> tuple[dict[str, str], bytes]:
    """Return the lines of each example under the registers of a folder, and their snapshot."""
    command = [sys.executable, "-c", READ, str(folder), *map(str, EXAMPLES)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, cwd=work, env=environment, check=True, capture_output=True, text=True)
    return json.loads(done.stdout), (work / "tables").read_bytes()


@cache
def usual(work: Path) -> tuple[dict[str, str], bytes]:
    """Return the same under the registers as they are."""
    return read(resources.registers(), work)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for snapshots."""
    return tmp_path_factory.mktemp("relinking")


def without(text: str, key: str) -> str:
    """Return a table without the rows that begin with a key."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{key},"))


CHANGES = {
    "member": ("persons.csv seats.csv terms.csv", "ploumen-emj-1962"),
    "seats": ("seats.csv", "ploumen-emj-1962"),
    "terms": ("terms.csv", "blok-sa-1964"),
    "institution": ("institutions.csv", "council-of-europe"),
    "ministry": ("institutions.csv", "min-lnv"),
    "law": ("laws.csv", "grondwet"),
    "party": ("parties.csv", "denk"),
    "country": ("countries.csv", "TR"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_paper_whose_lines_differ_is_touched(change: str, work: Path, tmp_path: Path) -> None:
    """Removal and addition alike."""
    folder = tmp_path / "registers"
    shutil.copytree(resources.registers(), folder)
    tables, key = CHANGES[change]
    for table in tables.split():
        path = folder / table
        path.write_text(without(path.read_text("utf-8"), key), "utf-8")
    former, before = usual(work)
    now, after = read(folder, tmp_path)
    removed, added = relinking.touched(before, after), relinking.touched(after, before)
    for name, lines in former.items():
        if lines != now[name]:
            assert removed(lines.encode()), name
            assert added(now[name].encode()), name


def test_the_same_content_is_the_same_bytes_and_touches_nothing() -> None:
    """A snapshot is canonical."""
    tables = relinking.tables()
    assert tables == relinking.tables()
    assert len(relinking.stamp(tables)) == 64
    assert not relinking.touched(tables, tables)(b"")
