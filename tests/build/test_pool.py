"""Worker processes: one that dies, hangs or floods its memory costs the one source that it had in hand."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from kvgraph import sources
from kvgraph.build import WorkersError, pool
from kvgraph.build.outcome import Built, Outcome, SetAside, Stage
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


def serve_with_accidents(pipe: object, log: str, base_iri: str, validate: bool) -> None:
    """Serve as a worker does, but for sources that say what is to go wrong; runs in the worker."""
    read = sources.read_bytes

    def accident(file_name: str, data: bytes) -> object:
        match data:
            case b"crash":
                os.abort()
            case b"bug":
                raise KeyError("nobody expected this")
            case b"hang":
                time.sleep(60)
            case b"flood":
                return bytearray(2 * pool.MEMORY)
        return read(file_name, data)

    sources.read_bytes = accident  # type: ignore[assignment]
    pool.serve(pipe, log, base_iri, validate)  # type: ignore[arg-type]


def die_at_once(*_: object) -> None:
    raise RuntimeError("no start today")


def run(items: Sequence[Item], logs: Path, jobs: int = 2) -> dict[str, Outcome]:
    done = pool.outcomes(items, DEFAULT_BASE, jobs=jobs, validate=False, logs=logs, patience=4)
    return {outcome.file: outcome for outcome in done}


def test_papers_and_refusals_come_back(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(PAPER)
    (tmp_path / "bad.txt").write_bytes(b"%PDF-")
    found = run([tmp_path / "good.txt", tmp_path / "bad.txt", InMemory("stdin.txt", PAPER)], tmp_path)
    assert {type(outcome) for outcome in found.values()} == {Built, SetAside}
    good = found[str(tmp_path / "good.txt")]
    assert isinstance(good, Built)
    assert good == work(tmp_path / "good.txt", DEFAULT_BASE, validate=False)
    assert good.file_name == "good.txt"


@pytest.mark.parametrize(
    ("accident", "code", "reason"),
    [
        (b"crash", "crashed", "its analysis failed: the worker was ended by signal 6"),
        (b"bug", "crashed", "its analysis failed: KeyError: 'nobody expected this'."),
        (b"hang", "too-slow", "it took more than 4 seconds."),
        (b"flood", "crashed", "its analysis failed: MemoryError."),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_accident_costs_one_source(
    accident: bytes, code: str, reason: str, jobs: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pool, "serve", serve_with_accidents)
    items = [InMemory(f"{n}.txt", accident if n == 2 else PAPER) for n in range(5)]
    found = run(items, tmp_path, jobs)
    assert len(found) == 5
    lost = found.pop("2.txt")
    assert isinstance(lost, SetAside)
    assert (lost.file_name, lost.stage, lost.code) == ("2.txt", Stage.ANALYSE, code)
    assert lost.reason.startswith(reason)
    assert all(isinstance(outcome, Built) for outcome in found.values())


def test_workers_that_never_start_are_no_fault_of_a_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pool, "serve", die_at_once)
    with pytest.raises(WorkersError, match="can't be started"):
        run([InMemory("a.txt", PAPER)], tmp_path)
