"""A cluster reads the sources: the same bytes, and a worker that dies costs the one source that ended it."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import dask
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from kvgraph.build import Part, WorkersError, build, cluster
from kvgraph.build.intake import Stamps
from kvgraph.build.outcome import Built, SetAside
from kvgraph.build.pool import Step
from kvgraph.build.work import work
from kvgraph.cli import main
from kvgraph.sources import InMemory, Item
from kvgraph.vocabulary import DEFAULT_BASE

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAPERS = sorted(EXAMPLES.glob("*.txt"))[:5]
WORK = partial(work, base_iri=DEFAULT_BASE, validate=False)
NOTHING: frozenset[Part] = frozenset()


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    settings = {"distributed.scheduler.allowed-failures": 0, "distributed.admin.log-format": "%(message)s"}
    with (
        dask.config.set(settings),
        LocalCluster(  # type: ignore[no-untyped-call]  # Dask has no types
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as started,
    ):
        yield started.scheduler_address


@pytest.fixture(scope="module")
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        yield executor


def work_with_accidents(item: Item) -> tuple[Built | SetAside, ...]:
    """Do the work, but for sources that say what is to go wrong; runs in the worker."""
    match item:
        case InMemory(data=b"crash"):
            os.abort()
        case InMemory(data=b"bug"):
            raise KeyError("nobody expected this")
        case InMemory(data=b"hang"):
            time.sleep(60)
    return WORK(item)


def read(executor: Executor, *items: Item, patience: float = 30) -> list[Step]:
    return list(
        cluster.outcomes(
            items, work_with_accidents, DEFAULT_BASE, validate=False, executor=executor, patience=patience, batch=4
        )
    )


def test_a_cluster_gives_the_bytes_of_a_local_build(scheduler: str, tmp_path: Path) -> None:
    archive = tmp_path / "papers.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in PAPERS[2:]:
            packed.write(path, path.name)
    names = [str(path) for path in (*PAPERS[:2], archive)]
    assert build(names, tmp_path / "local", jobs=1, parts=NOTHING).papers == len(PAPERS)
    command = ["build", *names, "-o", str(tmp_path / "dask"), "--executor", "dask", "--scheduler", scheduler]
    done = CliRunner().invoke(main, [*command, "--parts", "none", "-q"])
    assert done.exit_code == 0, done.output
    for name in ("graph.nq.gz", "graph.index.tsv", "manifest.json", "report.json"):
        assert (tmp_path / "local" / name).read_bytes() == (tmp_path / "dask" / name).read_bytes()


def test_a_source_that_ends_its_worker_is_set_aside_alone(scheduler: str) -> None:
    hang, crash = InMemory("hang.txt", b"hang"), InMemory("crash.txt", b"crash")
    with cluster.dask(scheduler) as executor:
        steps = read(executor, PAPERS[0], hang, crash, *PAPERS[1:], patience=8)
    assert [step.done for step in steps] == list(range(1, len(PAPERS) + 3))
    found = {step.root: step for step in steps}
    assert {root for root, step in found.items() if isinstance(step.found[0], SetAside)} == {hang, crash}
    assert found[hang].sha256 is None
    assert all(found[path].sha256 for path in PAPERS)


def test_a_source_that_raises_is_set_aside_alone(processes: Executor) -> None:
    bug = InMemory("bug.txt", b"bug")
    refused = [step.found[0] for step in read(processes, *PAPERS, bug) if step.sha256 is None]
    [one] = refused
    assert isinstance(one, SetAside)
    assert (one.code, one.file) == ("crashed", "bug.txt")
    assert "KeyError: 'nobody expected this'" in one.reason


def test_workers_with_other_code_are_refused(processes: Executor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stamps, "now", classmethod(lambda cls, *_, **__: cls("other", "registers", b"")))
    cluster._stamps.cache_clear()
    with pytest.raises(WorkersError, match="other code"):
        read(processes, PAPERS[0])
    monkeypatch.undo()
    cluster._stamps.cache_clear()


def test_an_executor_that_is_broken_is_no_fault_of_a_source() -> None:
    with (
        ProcessPoolExecutor(1, get_context("spawn")) as executor,
        pytest.raises(WorkersError, match=r"can't do their work|no more tasks"),
    ):
        read(executor, InMemory("crash.txt", b"crash"))


def test_a_cluster_needs_an_address() -> None:
    done = CliRunner().invoke(main, ["build", str(PAPERS[0]), "--executor", "dask"])
    assert done.exit_code == 2
    assert "--scheduler" in done.output


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "START", 0.5)
    with pytest.raises(WorkersError, match=r"tcp://127\.0\.0\.1:9"), cluster.dask("tcp://127.0.0.1:9"):
        pass
