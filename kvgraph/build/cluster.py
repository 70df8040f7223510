"""Sources read by the workers of an executor (``concurrent.futures``), such as those of a Dask cluster.

A task is a batch of sources, with all that is in those that are containers. A worker that dies takes the batches with
it that it had; what was in them is read again, one source after the other with nothing beside it, so that the source
that ends its worker again is known for it, and it alone is set aside.

Workers must be processes, with this version of kvgraph and its registers, and see the files under the same paths.
"""

from __future__ import annotations

import tempfile
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from functools import cache, partial
from itertools import islice
from pathlib import Path, PurePath

from kvgraph.build.intake import Stamps
from kvgraph.build.outcome import Built, Outcome, SetAside, Stage
from kvgraph.build.pool import START, TIME, Step, WorkersError
from kvgraph.build.roots import Roots
from kvgraph.build.worker import do, open_or, set_alarm
from kvgraph.sources import Item, name_of

BATCH = 16
"""How many sources a task holds: some tenths of a second of work, against some milliseconds to hand it out."""

AHEAD = 256
"""How many tasks are with the executor at a time: enough for as many workers, few enough to be held in memory."""

_FAILED = "Leave it out, or build it alone without a cluster, which says more."

Task = Callable[[Item], Iterable[Built | SetAside]]
Answer = tuple[tuple[Built | SetAside, ...], str | None]
"""What a source gave, and the SHA-256 of its bytes, or None when it may give something else the next time."""

_alarm = threading.Lock()


class MissingError(Exception):
    """Dask is not installed."""

    def __init__(self) -> None:
        super().__init__("a cluster needs Dask: pip install 'kvgraph[dask]'.")


@contextmanager
def dask(scheduler: str) -> Iterator[Executor]:
    """Give the executor of a Dask cluster, whose scheduler has this address; raises MissingError, WorkersError."""
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingError from error
    try:
        client = Client(scheduler, timeout=START)  # type: ignore[no-untyped-call]  # Dask has no types
    except (OSError, ValueError) as error:
        raise WorkersError(f"the scheduler {scheduler} can't be reached ({error}).") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=START)
        except TimeoutError as error:
            raise WorkersError(f"the scheduler {scheduler} has no workers.") from error
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]  # Dask has no types


def outcomes(
    items: Sequence[Item],
    task: Task,
    base_iri: str,
    *,
    validate: bool,
    executor: Executor,
    patience: float = TIME,
    batch: int = BATCH,
) -> Generator[Step]:
    """Yield what comes of each source, a container with all that is in it, in the order in which they are done.

    ``task`` and what it gives must be picklable. ``patience`` is in seconds from the last sign of life.
    Raises WorkersError when the executor takes no more tasks, or its workers have another version of kvgraph.
    """
    ours = _stamps(base_iri, validate)
    answers = partial(_answers, task=task, base_iri=base_iri, validate=validate, patience=patience)
    ask = partial(executor.submit, answers)
    suspects: list[Item] = []
    done = 0
    for group, future in _handed_out(ask, _batches(items, batch), AHEAD):
        if error := future.exception():
            _check_fitness(error)
            suspects += group
            continue
        for item, answer in zip(group, _checked(future, ours), strict=True):
            done += 1
            yield _step(done, len(items), item, answer)
    for [item], future in _handed_out(ask, ([one] for one in suspects), 1):
        if error := future.exception():
            _check_fitness(error)
        [answer] = [_failed(item, error)] if error else _checked(future, ours)
        done += 1
        yield _step(done, len(items), item, answer)


_Said = tuple[tuple[str, str], list[Answer]]


def _handed_out(
    ask: Callable[[Sequence[Item]], Future[_Said]], batches: Iterator[list[Item]], ahead: int
) -> Iterator[tuple[list[Item], Future[_Said]]]:
    """Yield each batch with its future when that is done, so many at a time; raises WorkersError."""
    running: dict[Future[_Said], list[Item]] = {}
    try:
        while True:
            for batch in islice(batches, ahead - len(running)):
                running[ask([_absolute(item) for item in batch])] = batch
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(future), future
    except BrokenExecutor as error:
        raise WorkersError(f"the executor takes no more tasks: {error}") from error
    finally:
        for future in running:
            future.cancel()


def _answers(items: Sequence[Item], *, task: Task, base_iri: str, validate: bool, patience: float) -> _Said:
    """Return the stamps of the code and the registers here, and what each source gives; runs in a worker."""
    return _stamps(base_iri, validate), [_answer(task, item, patience) for item in items]


def _answer(task: Task, item: Item, patience: float) -> Answer:
    """Return what a source and all in it gives.

    The alarm ends this process. It has one alarm only, and PDFium may not be used by two threads: one at a time.
    """
    given: list[Built | SetAside] = []
    roots, digest = Roots(), None
    with _alarm, tempfile.TemporaryDirectory() as scratch:
        todo = deque([item])
        try:
            while todo:
                set_alarm(patience)
                one = todo.popleft()
                found = _outcomes(do(partial(open_or, task, Path(scratch)), one, partial(set_alarm, patience)))
                todo.extend(roots.take(one, found))
                _, of_one, _, digest = roots.step(one, found)
                given += of_one
        finally:
            set_alarm(0)
    return tuple(given), digest


def _outcomes(answer: object) -> tuple[Outcome, ...]:
    return answer if isinstance(answer, tuple) else (answer,)


@cache
def _stamps(base_iri: str, validate: bool) -> tuple[str, str]:
    now = Stamps.now(base_iri, validate=validate)
    return now.code, now.registers


def _checked(future: Future[_Said], ours: tuple[str, str]) -> list[Answer]:
    """Return the answers of a worker that has the same code and registers; raises WorkersError for another one."""
    stamps, answers = future.result()
    if stamps != ours:
        what = "code, Python or libraries" if stamps[0] != ours[0] else "registers"
        raise WorkersError(f"a worker has other {what} than this machine, and would give other bytes.")
    return answers


def _check_fitness(error: BaseException) -> None:
    """Raise WorkersError when it is the workers that failed, whatever sources they had."""
    if isinstance(error, BrokenExecutor | ImportError):
        raise WorkersError(f"the workers can't do their work: {error}") from error


def _failed(item: Item, error: BaseException) -> Answer:
    """Return that a source is set aside because the worker that had it alone failed."""
    name = name_of(item)
    said = str(error).split("\n", 1)[0].rstrip(".")
    reason = f"its analysis failed or took too long on a cluster ({type(error).__name__}: {said})."
    return (SetAside(PurePath(name).name, name, Stage.ANALYSE, "crashed", reason, _FAILED),), None


def _step(done: int, total: int, item: Item, answer: Answer) -> Step:
    found, digest = answer
    return Step(done, total, item, found, True, digest)


def _batches(items: Sequence[Item], size: int) -> Iterator[list[Item]]:
    return (list(items[start : start + size]) for start in range(0, len(items), size))


def _absolute(item: Item) -> Item:
    """Return a source as a worker finds it, whose working folder is another one."""
    return item.absolute() if isinstance(item, Path) else item
