"""A build that is killed at any moment, or at any step that touches the disk: the next one gives the same bytes.

``KVGRAPH_KILLS`` is the number of random moments and of steps of each kind; few by default, for each takes seconds.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from kvgraph.build import build
from kvgraph.build.readings import FILE
from kvgraph.store import read_index
from tests.build.faults import WHOLE, published, start, wait_for_the_end, with_fault

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are looked for in /proc")

KILLS = int(os.environ.get("KVGRAPH_KILLS", "3"))
RENAMES, FSYNCS = 15, 40
"""How many there are in a build over a former one, or some more: after the last the build is complete."""

PAPER = (Path(__file__).resolve().parents[2] / "examples" / "03-payments-pdftotext.txt").read_text("utf-8")


def write_papers(folder: Path, numbers: range, word: str = "Hebt") -> None:
    folder.mkdir(exist_ok=True)
    for n in numbers:
        (folder / f"{n}.txt").write_text(PAPER.replace("9014", str(9300 + n)).replace("Hebt u", f"{word} u"))


@dataclass(frozen=True)
class Home:
    """A folder of sources, an output folder made of them as they were, what a build gives now, the seconds it takes."""

    sources: Path
    former: Path
    expected: dict[str, str]
    seconds: float

    @property
    def arguments(self) -> tuple[str, ...]:
        return ("build", str(self.sources), "-j", "2", "--no-validate", "-q", "-o")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("kills")
    write_papers(folder / "in", range(12))
    build([str(folder / "in")], folder / "former", validate=False)
    write_papers(folder / "in", range(9, 15), "Weet")
    home = Home(folder / "in", folder / "former", {}, 0)
    begun = time.monotonic()
    with start("kvgraph", *home.arguments, str(folder / "whole")) as process:
        process.communicate()
    assert process.returncode == 0
    assert len(list(read_index(folder / "whole" / "graph.index.tsv"))) > 15
    return Home(home.sources, home.former, published(folder / "whole"), time.monotonic() - begun)


@pytest.fixture(params=["empty", "former"])
def output(request: pytest.FixtureRequest, home: Home, tmp_path: Path) -> Path:
    """Return an output folder that is not there, or one that holds a former build."""
    if request.param == "former":
        shutil.copytree(home.former, tmp_path / "out")
    return tmp_path / "out"


def check_the_next_build(home: Home, output: Path) -> None:
    with start("kvgraph", *home.arguments, str(output)) as process:
        _, said = process.communicate()
    assert process.returncode == 0, said.decode()
    assert published(output) == home.expected
    assert {path.name for path in output.iterdir()} == {*WHOLE, FILE}, "nothing is left behind"


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_any_moment(home: Home, output: Path, seed: int) -> None:
    mark = uuid4().hex
    with start("kvgraph", *home.arguments, str(output), mark=mark) as process:
        time.sleep(random.Random(f"{seed} {output.exists()}").uniform(0.2, 1.1) * home.seconds)  # noqa: S311 (no secret)
        os.killpg(process.pid, signal.SIGKILL)
    wait_for_the_end(mark)
    check_the_next_build(home, output)


def spread(calls: int) -> list[int]:
    """Return the numbers of some calls, the first and the last with them."""
    return sorted({round(1 + (calls - 1) * n / max(1, KILLS - 1)) for n in range(KILLS)})


@pytest.mark.parametrize(
    ("call", "number"),
    [*(("rename", number) for number in spread(RENAMES)), *(("fsync", number) for number in spread(FSYNCS))],
)
def test_killed_at_a_step(home: Home, tmp_path: Path, call: str, number: int) -> None:
    shutil.copytree(home.former, tmp_path / "out")
    mark = uuid4().hex
    with_fault(call, number, "kill", *home.arguments, str(tmp_path / "out"), mark=mark)
    wait_for_the_end(mark)
    check_the_next_build(home, tmp_path / "out")


@pytest.mark.parametrize(
    ("call", "number", "error"),
    [("rename", 1, "EIO"), ("rename", 8, "EACCES"), ("fsync", 5, "EIO"), ("open", 3, "ENOSPC"), ("mkdir", 3, "ENOSPC")],
)
def test_an_error_of_the_disk_leaves_what_was_published(
    home: Home, tmp_path: Path, call: str, number: int, error: str
) -> None:
    output = tmp_path / "out"
    shutil.copytree(home.former, output)
    before = published(output)
    code, said = with_fault(call, number, error, *home.arguments, str(output))
    assert code == 74, said
    assert str(output) in said
    assert "Traceback" not in said
    assert published(output) == before
    assert {path.name for path in output.iterdir()} == {*WHOLE, FILE}, "nothing is left behind"
    check_the_next_build(home, output)
