"""Worker processes: one that dies, hangs or floods its memory costs the one source that it had in hand."""

from __future__ import annotations

import ctypes
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from kvgraph.build import WorkersError, pool
from kvgraph.build.outcome import Built, SetAside, Stage
from kvgraph.build.work import work
from kvgraph.sources import InMemory, Item
from kvgraph.vocabulary import DEFAULT_BASE

PAPER = b"""Vragen van het lid Ploumen (PvdA) aan de Minister van Buitenlandse Zaken over Belarus
(ingezonden 19 januari 2021).
Antwoord van Minister Blok (Buitenlandse Zaken) (ontvangen 8 maart 2021).
Vraag 1
Kent u het bericht?
Antwoord 1
Ja.
"""

Outcome = Built | SetAside
PATIENCE = 3.0
MEMORY = 2**29
WORK = partial(work, base_iri=DEFAULT_BASE, validate=False)


def nested(depth: int) -> int:
    return nested(depth + 1)


def work_with_accidents(item: Item) -> tuple[Outcome, ...]:
    """Do the work, but for sources that say what is to go wrong; runs in the worker."""
    match item:
        case InMemory(data=b"crash"):
            os.abort()
        case InMemory(data=b"bug"):
            raise KeyError("nobody expected this")
        case InMemory(data=b"hang"):
            time.sleep(60)
        case InMemory(data=b"hang in C"):
            ctypes.PyDLL(None).sleep(60)  # holds the lock of the interpreter, as many libraries do
        case InMemory(data=b"flood"):
            bytearray(2 * MEMORY)
        case InMemory(data=b"nested"):
            nested(0)
        case InMemory(data=b"exit"):
            sys.exit(3)
    return WORK(item)


def start_programs(item: Item) -> tuple[Outcome, ...]:
    """Start programs that outlive their parent, note their numbers, and hang; runs in the worker."""
    assert isinstance(item, InMemory)
    sleeping = (sys.executable, "-c", "import time; time.sleep(60)")
    started = [subprocess.Popen(sleeping, start_new_session=apart) for apart in (False, True)]
    Path(item.data.decode()).write_text(" ".join(str(program.pid) for program in started))
    time.sleep(60)
    return ()


def die_at_once(*_: object) -> None:
    raise RuntimeError("no start today")


def run(
    items: Sequence[Item],
    scratch: Path,
    task: Callable[[Item], tuple[Outcome, ...]] = work_with_accidents,
    jobs: int = 2,
) -> dict[str, Outcome]:
    steps = pool.outcomes(items, task, jobs=jobs, scratch=scratch, patience=PATIENCE, memory=MEMORY)
    return {outcome.file: outcome for step in steps for outcome in step.found}


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.txt", data)
    return buffer.getvalue()


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_papers_and_refusals_come_back(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(PAPER)
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = run([tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "none", InMemory("stdin", PAPER)], tmp_path)
    assert [type(found[str(tmp_path / name)]) for name in ("good.txt", "bad.txt", "none")] == [
        Built,
        SetAside,
        SetAside,
    ]
    assert isinstance(found["stdin"], Built)
    assert (found[str(tmp_path / "good.txt")],) == WORK(tmp_path / "good.txt")


ACCIDENTS = [
    (b"crash", "crashed", "its analysis failed: the worker was ended by signal 6 (Aborted)."),
    (b"bug", "crashed", "its analysis failed: KeyError: 'nobody expected this'."),
    (b"exit", "crashed", "its analysis failed: the worker ended with code 3."),
    (b"hang", "too-slow", "it took more than 3 seconds."),
    (b"hang in C", "too-slow", "it took more than 3 seconds."),
    (b"flood", "too-big", "it takes more than 0.5 GB of memory."),
    (b"nested", "too-deep", "it is nested deeper than can be followed; no paper is."),
]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_accident_costs_one_source(jobs: int, tmp_path: Path) -> None:
    items = [InMemory(f"{accident.decode()}.txt", accident) for accident, *_ in ACCIDENTS]
    papers = [InMemory(f"{n}.txt", PAPER) for n in range(len(items) + 1)]
    mixed = [papers[0], *(one for pair in zip(items, papers[1:], strict=True) for one in pair)]
    found = run(mixed, tmp_path, jobs=jobs)
    assert len(found) == len(mixed)
    for accident, code, reason in ACCIDENTS:
        lost = found.pop(f"{accident.decode()}.txt")
        assert isinstance(lost, SetAside)
        assert (lost.file_name, lost.code, lost.reason) == (lost.file, code, reason)
        assert lost.stage is (Stage.READ if code == "too-deep" else Stage.ANALYSE)
        assert lost.advice
    assert all(isinstance(outcome, Built) for outcome in found.values())


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for a process in /proc")
def test_programs_that_a_worker_started_end_with_it(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    found = run([InMemory("a.txt", bytes(noted))], tmp_path, start_programs)
    assert [outcome.code for outcome in found.values() if isinstance(outcome, SetAside)] == ["too-slow"]
    started = noted.read_text().split()
    assert len(started) == 2
    deadline = time.monotonic() + 10  # what has been killed is gone when its new parent has taken note
    while (left := [pid for pid in started if is_alive(int(pid))]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []


def test_a_worker_without_a_main_process_ends_itself() -> None:
    code = (
        "import time; from kvgraph.build import worker\n"
        "worker._set_limits(2**32); worker.set_alarm(0.2); time.sleep(60)"
    )
    done = subprocess.run([sys.executable, "-c", code], timeout=30, check=False)
    assert done.returncode == -signal.SIGALRM


def test_workers_that_never_start_are_no_fault_of_a_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pool, "serve", die_at_once)
    with pytest.raises(WorkersError, match="can't be started: the worker ended with code 1"):
        run([InMemory("a.txt", PAPER)], tmp_path)


def test_what_is_in_containers_is_read_and_counted(tmp_path: Path) -> None:
    inner = zipped(b=PAPER, c=b"crash")
    (tmp_path / "papers.zip").write_bytes(zipped(a=PAPER))
    (tmp_path / "outer.zip").write_bytes(zipped(inner=inner))
    (tmp_path / "empty.zip").write_bytes(zipped())
    items: list[Item] = [
        tmp_path / "papers.zip",
        tmp_path / "outer.zip",
        tmp_path / "empty.zip",
        InMemory("stdin", zipped(d=PAPER)),
    ]
    steps = list(pool.outcomes(items, WORK, jobs=2, scratch=tmp_path, patience=PATIENCE))
    assert [step.done for step in steps] == list(range(1, 9))
    assert {step.total for step in steps} <= set(range(4, 9))
    assert steps[-1].total == 8
    found = {outcome.file: outcome for step in steps for outcome in step.found}
    outer = str(tmp_path / "outer.zip/inner.txt")
    assert {name for name, outcome in found.items() if isinstance(outcome, Built)} == {
        str(tmp_path / "papers.zip/a.txt"),
        f"{outer}/b.txt",
        "stdin/d.txt",
    }
    assert {outcome.file: outcome.code for outcome in found.values() if isinstance(outcome, SetAside)} == {
        str(tmp_path / "empty.zip"): "empty",
        f"{outer}/c.txt": "not-a-paper",
    }


def slowly(_: Item, alive: Callable[[], object]) -> str:
    for seconds in (0.6, 0.6, 0.6, 0.6):
        time.sleep(seconds)
        alive()
    return "done"


def test_a_sign_of_life_gives_more_time(tmp_path: Path) -> None:
    item = InMemory("a", b"")
    workers: pool._Workers[str] = pool._Workers(deque([item]), slowly, tmp_path, 1.5, MEMORY)
    assert list(workers.answers(1)) == [(item, "done")]


def length(item: Item) -> int:
    assert isinstance(item, InMemory)
    return len(item.data) if item.data != b"nested" else nested(0)


def test_one_source_alone() -> None:
    assert pool.one(InMemory("a.txt", PAPER), length) == len(PAPER)
    lost = pool.one(InMemory("a.txt", b"nested"), length)
    assert isinstance(lost, SetAside)
    assert lost.code == "too-deep"
    hung = pool.one(InMemory("x/a.txt", b"hang"), work_with_accidents, patience=0.5)
    assert isinstance(hung, SetAside)
    assert (hung.file, hung.file_name, hung.code) == ("x/a.txt", "a.txt", "too-slow")
