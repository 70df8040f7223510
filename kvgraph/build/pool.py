"""Worker processes that may die: a crash, a hang or a flood of memory costs the one source that caused it.

A plain process pool loses all tasks when one worker dies. Here each worker is asked for a few sources at a time and
answers one by one, so that the source in hand is known when no answer comes. Workers are spawned, not forked, for a
forked child inherits locks and open stores. Containers are opened here, in workers: archives are as hostile as papers.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from math import inf
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path, PurePath
from time import monotonic
from typing import Generic, NamedTuple, TypeVar

from kvgraph.build.outcome import Built, Outcome, SetAside, Stage
from kvgraph.build.roots import Roots
from kvgraph.build.worker import OUT_OF_MEMORY, Sign, Task, only, open_or, serve
from kvgraph.sources import InMemory, Item, name_of

R = TypeVar("R")

BATCH = 4
"""How many sources a worker has in hand, so that it never waits for the next."""

TIME = 30.0
"""Seconds after which a source without an answer is given up; papers take some hundredths of a second."""

MEMORY = 2 * 2**30
"""Bytes of address space that a worker may take: with all libraries loaded and papers in work it takes 0.25 GB."""

START = 60.0
"""Seconds in which a worker must have started; it takes less than one on a machine that is not busy."""

_END = 2.0
"""Seconds to wait for the end of a worker that has closed its pipe."""

_OTHERWISE = "Leave it out, or give the paper in another form."


class WorkersError(Exception):
    """Worker processes can't be started at all: nothing is wrong with a source."""


class Step(NamedTuple):
    """What one source gave, and how many sources are done of those that are known by now; containers count too.

    ``root`` is the source as named: the container that it came out of, or itself. ``ended`` tells whether all of the
    root is done; then ``sha256`` is that of its bytes, or None when it may give something else the next time.
    """

    done: int
    total: int
    root: Item
    found: tuple[Built | SetAside, ...]
    ended: bool
    sha256: str | None


def outcomes(
    items: Sequence[Item],
    task: Callable[[Item], Iterable[Built | SetAside]],
    *,
    jobs: int,
    scratch: Path,
    patience: float = TIME,
    memory: int = MEMORY,
) -> Generator[Step]:
    """Yield what comes of each source and of what is in containers, in the order in which they are done.

    ``task`` and what it gives must be picklable. What is unpacked, and what workers write to their standard error,
    goes to files in the folder ``scratch``. ``patience`` is in seconds from the last sign of life: an archive that
    gives file after file is no bomb. Raises WorkersError when a worker dies before it has begun.
    """
    todo, total = deque(items), len(items)
    workers: _Workers[tuple[Outcome, ...]] = _Workers(todo, partial(open_or, task, scratch), scratch, patience, memory)
    open_roots = Roots()
    with closing(workers.answers(jobs)) as answers:
        for done, (item, answer) in enumerate(answers, start=1):
            found = answer if isinstance(answer, tuple) else (answer,)
            unpacked = open_roots.take(item, found)
            todo.extend(unpacked)
            total += len(unpacked)
            yield Step(done, total, *open_roots.step(item, found))


def one(item: Item, task: Callable[[Item], R], *, patience: float = TIME, memory: int = MEMORY) -> R | SetAside:
    """Return what a task gives for one source, done in a process of its own, or why the source is set aside.

    ``task`` and what it gives must be picklable. Raises WorkersError when the process dies before it has begun.
    """
    with tempfile.TemporaryDirectory() as scratch:
        workers: _Workers[R] = _Workers(deque([item]), partial(only, task), Path(scratch), patience, memory)
        with closing(workers.answers(1)) as answers:
            return next(answers)[1]


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    log: Path
    waiting: deque[Item] = field(default_factory=deque)
    ready: bool = False
    since: float = field(default_factory=monotonic)


class _Workers(Generic[R]):
    """Workers on the sources in ``todo``, which may grow between two answers."""

    def __init__(self, todo: deque[Item], task: Task, logs: Path, patience: float, memory: int) -> None:
        self._todo, self._logs, self._patience, self._memory = todo, logs, patience, memory
        self._arguments = (task, patience, memory)
        self._workers: list[_Worker] = []
        self._context = multiprocessing.get_context("spawn")

    def answers(self, jobs: int) -> Generator[tuple[Item, R | SetAside]]:
        """Yield each source with its answer; raises WorkersError."""
        try:
            while self._todo or any(worker.waiting for worker in self._workers):
                busy = sum(bool(worker.waiting) for worker in self._workers)
                while len(self._workers) < min(jobs, len(self._todo) + busy):
                    self._workers.append(self._start())
                for worker in self._workers:
                    self._give(worker)
                yield from self._next_answers()
        finally:
            for worker in self._workers:
                _stop(worker)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        handle, log = tempfile.mkstemp(dir=self._logs)
        os.close(handle)
        process = self._context.Process(target=serve, args=(theirs, log, *self._arguments), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours, Path(log))

    def _give(self, worker: _Worker) -> None:
        if not worker.ready:
            return
        if not worker.waiting:
            worker.since = monotonic()
        while self._todo and len(worker.waiting) < BATCH:
            if worker.waiting and isinstance(self._todo[0], InMemory):
                return  # more than a pipe holds: a worker that is busy answering would not read it
            item = self._todo.popleft()
            worker.waiting.append(item)
            try:
                worker.pipe.send(item)
            except (BrokenPipeError, ConnectionResetError):
                return  # it has just died, which the next reading finds

    def _next_answers(self) -> Iterator[tuple[Item, R | SetAside]]:
        """Wait until a worker says something or the first deadline passes, and yield what comes of it."""
        deadlines = [deadline for worker in self._workers if (deadline := self._deadline(worker))]
        said = wait([worker.pipe for worker in self._workers], timeout=max(0, min(deadlines) - monotonic()))
        for worker in [one for one in self._workers if one.pipe in said]:
            yield from self._hear(worker)
        for worker in [one for one in self._workers if (self._deadline(one) or inf) < monotonic()]:
            if not worker.ready:
                raise WorkersError(f"worker processes can't be started: nothing came in {START:.0f} seconds.")
            yield self._give_up(worker, "too-slow", f"it took more than {self._patience:g} seconds.", _OTHERWISE)

    def _deadline(self, worker: _Worker) -> float | None:
        """Return when a worker must have said something; None when it has nothing to do."""
        if not worker.ready:
            return worker.since + START
        return worker.since + self._patience if worker.waiting else None

    def _hear(self, worker: _Worker) -> Iterator[tuple[Item, R | SetAside]]:
        try:
            said: R | SetAside | Sign = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            yield from self._bury(worker)
            return
        worker.since = monotonic()
        match said:
            case Sign.READY:
                worker.ready = True
            case Sign.ALIVE:
                pass
            case answer:
                yield worker.waiting.popleft(), answer

    def _bury(self, worker: _Worker) -> Iterator[tuple[Item, SetAside]]:
        """Yield what became of the source that a dead worker had in hand, if it had one."""
        worker.process.join(_END)
        if not worker.ready:
            raise WorkersError(f"worker processes can't be started: {_last_words(worker)}")
        if not worker.waiting:
            self._remove(worker)
        elif worker.process.exitcode == OUT_OF_MEMORY:
            reason = f"it takes more than {self._memory / 2**30:.3g} GB of memory."
            yield self._give_up(worker, "too-big", reason, _OTHERWISE)
        else:
            reason = f"its analysis failed: {_last_words(worker)}"
            yield self._give_up(worker, "crashed", reason, "Leave it out, and report it with the file.")

    def _give_up(self, worker: _Worker, code: str, reason: str, advice: str) -> tuple[Item, SetAside]:
        """Set the source in hand aside, give the others back, and let the worker go; a new one takes its place."""
        self._remove(worker)
        culprit = worker.waiting.popleft()
        self._todo.extendleft(reversed(worker.waiting))
        name = name_of(culprit)
        return culprit, SetAside(PurePath(name).name, name, Stage.ANALYSE, code, reason, advice)

    def _remove(self, worker: _Worker) -> None:
        _stop(worker)
        self._workers.remove(worker)


def _stop(worker: _Worker) -> None:
    """End a worker, and with it whatever programs it has started."""
    worker.pipe.close()
    pid = worker.process.pid or 0
    if sys.platform != "win32":
        for program in list(_started_by(pid)):
            with suppress(ProcessLookupError):
                os.kill(program, signal.SIGKILL)
        # It leads a group of its own, but for the moment in which it starts.
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    worker.process.kill()
    worker.process.join()


def _started_by(pid: int) -> Iterator[int]:
    """Yield the programs that a process has started, and those that they have: they may lead groups of their own.

    Where the system does not tell, there are none.
    """
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, thread.read_text().split()):
                yield child
                yield from _started_by(child)


def _last_words(worker: _Worker) -> str:
    """Return the last line that a dead worker wrote to its standard error, or how it ended."""
    said = [line.strip() for line in worker.log.read_text("utf-8", "replace").split("\n") if line.strip()]
    code = worker.process.exitcode or 0
    if code < 0:
        return f"the worker was ended by signal {-code} ({signal.strsignal(-code)})."
    return f"{said[-1].removesuffix('.')}." if said else f"the worker ended with code {code}."
