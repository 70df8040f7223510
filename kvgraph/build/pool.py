"""Worker processes that may die: a crash, a hang or a flood of memory costs the one source that caused it.

A plain process pool loses all tasks when one worker dies. Here each worker is asked for a few sources at a time and
answers one by one, so that the source in hand is known when no answer comes. Workers are spawned, not forked, for a
forked child inherits locks and open stores.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path, PurePath
from time import monotonic

from kvgraph.build.outcome import Outcome, SetAside, Stage
from kvgraph.build.work import work
from kvgraph.sources import InMemory, Item, name_of

BATCH = 4
"""How many sources a worker has in hand, so that it never waits for the next."""

PATIENCE = 120.0
"""Seconds after which a source without an answer is given up; papers take some hundredths of a second."""

MEMORY = 4 * 2**30
"""Bytes of address space that a worker may take."""


class WorkersError(Exception):
    """Worker processes can't be started at all: nothing is wrong with a source."""


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    log: Path
    waiting: deque[Item] = field(default_factory=deque)
    ready: bool = False
    since: float = field(default_factory=monotonic)


def outcomes(
    items: Sequence[Item], base_iri: str, *, jobs: int, validate: bool, logs: Path, patience: float = PATIENCE
) -> Generator[Outcome]:
    """Yield what comes of each source, in the order in which they are done.

    What workers write to their standard error goes to files in the folder ``logs``.
    Raises WorkersError when a worker dies before it has begun.
    """
    todo = deque(items)
    context = multiprocessing.get_context("spawn")
    workers: list[_Worker] = []
    try:
        while todo or any(worker.waiting for worker in workers):
            while len(workers) < min(jobs, len(todo) + sum(bool(worker.waiting) for worker in workers)):
                workers.append(_start(context, logs, base_iri, validate))
            for worker in workers:
                _give(worker, todo)
            for pipe in wait([worker.pipe for worker in workers], timeout=min(1.0, patience)):
                worker = next(one for one in workers if one.pipe is pipe)
                yield from _answers(worker, workers, todo)
            for worker in [one for one in workers if one.waiting and monotonic() - one.since > patience]:
                yield _give_up(worker, workers, todo, "too-slow", f"it took more than {patience:.0f} seconds.")
    finally:
        for worker in workers:
            _stop(worker)


def _start(context: multiprocessing.context.SpawnContext, logs: Path, base_iri: str, validate: bool) -> _Worker:
    ours, theirs = context.Pipe()
    handle, log = tempfile.mkstemp(dir=logs)
    os.close(handle)
    process = context.Process(target=serve, args=(theirs, log, base_iri, validate), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, Path(log))


def _give(worker: _Worker, todo: deque[Item]) -> None:
    if todo and not worker.waiting:
        worker.since = monotonic()
    while todo and len(worker.waiting) < BATCH:
        if worker.waiting and isinstance(todo[0], InMemory):
            return  # more than a pipe holds: a worker that is busy answering would not read it
        item = todo.popleft()
        worker.waiting.append(item)
        try:
            worker.pipe.send(item)
        except (BrokenPipeError, ConnectionResetError):
            return  # it has just died, which the next reading finds


def _answers(worker: _Worker, workers: list[_Worker], todo: deque[Item]) -> Iterator[Outcome]:
    try:
        answer: Outcome | None = worker.pipe.recv()
    except (EOFError, ConnectionResetError):
        worker.process.join()
        if not worker.ready:
            raise WorkersError(f"worker processes can't be started: {_last_words(worker)}") from None
        if worker.waiting:
            yield _give_up(worker, workers, todo, "crashed", f"its analysis failed: {_last_words(worker)}")
        else:
            workers.remove(worker)
        return
    worker.ready = True
    worker.since = monotonic()
    if answer is not None:
        worker.waiting.popleft()
        yield answer


def _give_up(worker: _Worker, workers: list[_Worker], todo: deque[Item], code: str, reason: str) -> SetAside:
    """Set the source in hand aside, give the others back, and let the worker go; a new one takes its place."""
    _stop(worker)
    workers.remove(worker)
    culprit = worker.waiting.popleft()
    todo.extendleft(reversed(worker.waiting))
    name = name_of(culprit)
    advice = "Leave it out, and report it with the file."
    return SetAside(PurePath(name).name, name, Stage.ANALYSE, code, reason, advice)


def _stop(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()


def _last_words(worker: _Worker) -> str:
    """Return the last line that a dead worker wrote to its standard error, or how it ended."""
    said = [line.strip() for line in worker.log.read_text("utf-8", "replace").split("\n") if line.strip()]
    code = worker.process.exitcode or 0
    if code < 0:
        return f"the worker was ended by signal {-code} ({signal.strsignal(-code)})."
    return f"{said[-1].removesuffix('.')}." if said else f"the worker ended with code {code}."


def serve(pipe: Connection, log: str, base_iri: str, validate: bool) -> None:
    """Answer one source after the other until the pipe is closed; any exception ends this process, as it should."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends its workers itself
    # The file descriptor, not only sys.stderr: libraries in C and Rust write there too.
    os.dup2(os.open(log, os.O_WRONLY), 2)
    _limit_memory()
    pipe.send(None)
    while True:
        try:
            item: Item = pipe.recv()
        except EOFError:
            return
        pipe.send(work(item, base_iri, validate=validate))


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
