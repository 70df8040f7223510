"""What a worker process does: one source after the other, until there is no more or one of them is its end."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from enum import Enum
from multiprocessing.connection import Connection
from pathlib import Path, PurePath
from typing import TypeVar

from kvgraph.build.outcome import Opened, Outcome, SetAside, Stage
from kvgraph.build.work import digest
from kvgraph.model import SourceError
from kvgraph.sources import InMemory, Item, Local, Remote, Unpacked, fetch, is_container, name_of
from kvgraph.sources.containers.unpacking import unpack
from kvgraph.sources.forms import Container, form_of

R = TypeVar("R")

OUT_OF_MEMORY = 86
"""The exit code of a worker that got no more memory; no other code of Python or of a shell."""

ORPHANED = 5.0
"""Seconds after the limit when a worker ends itself: then nobody is left to do it."""

Task = Callable[[Item, Callable[[], object]], object]
"""What is done with a source; it calls its second argument to show that it goes on, where it may take long."""


class Sign(Enum):
    """What a worker says besides its answers."""

    READY = "ready"
    ALIVE = "alive"


def serve(pipe: Connection, log: str, task: Task, patience: float, memory: int) -> None:
    """Answer one source after the other until the pipe is closed; any exception ends this process, as it should."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends its workers itself
    # The file descriptor, not only sys.stderr: libraries in C and Rust write there too.
    os.dup2(os.open(log, os.O_WRONLY), 2)
    # What it leaves behind when it is ended goes with the folder of its log.
    tempfile.tempdir = os.path.dirname(log)
    _set_limits(memory)

    def alive() -> None:
        set_alarm(patience + ORPHANED)
        pipe.send(Sign.ALIVE)

    pipe.send(Sign.READY)
    try:
        while True:
            item: Item = pipe.recv()
            set_alarm(patience + ORPHANED)
            answer = do(task, item, alive)
            set_alarm(0)
            pipe.send(answer)
    except EOFError:
        return
    except MemoryError:
        # At once: what is left of the heap is not to be trusted with another source, nor with a message.
        os._exit(OUT_OF_MEMORY)


def do(task: Task, item: Item, alive: Callable[[], object]) -> object:
    """Return what the task gives. This is the one place where recursion without end is caught.

    Readers and parsers go down into what is nested (JSON, markup); how deep that is, only the source decides.
    """
    try:
        return task(item, alive)
    except RecursionError:
        name = name_of(item)
        reason = "it is nested deeper than can be followed; no paper is."
        return SetAside(PurePath(name).name, name, Stage.READ, "too-deep", reason, "Leave it out.")


def only(task: Callable[[Item], R], item: Item, _: Callable[[], object]) -> R:
    """Return what a task gives that shows no sign of life."""
    return task(item)


def open_or(
    task: Callable[[Item], Iterable[Outcome]], scratch: Path, item: Item, alive: Callable[[], object]
) -> tuple[Outcome, ...]:
    """Return what is in a container, unpacked below the folder ``scratch``; of any other source what the task gives."""
    if isinstance(item, Remote):
        return _open_remote(task, scratch, item, alive)
    if not _is_container(item):
        return tuple(task(item))
    return _open(scratch, item, item, alive)


def _open_remote(
    task: Callable[[Item], Iterable[Outcome]], scratch: Path, item: Remote, alive: Callable[[], object]
) -> tuple[Outcome, ...]:
    """Return what ``open_or`` does, of a source that is fetched first; it keeps the URL as its name."""
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        try:
            path = fetch(item.url, Path(folder), alive)
        except SourceError as error:
            return (_refused(error, item),)
        here = Unpacked(path, item.url)
        return _open(scratch, here, item, alive) if is_container(path) else tuple(task(here))


def _open(scratch: Path, item: Local, named: Item, alive: Callable[[], object]) -> tuple[Outcome, ...]:
    into = Path(tempfile.mkdtemp(dir=scratch))
    try:
        found = unpack(item, into, alive)
    except SourceError as error:
        shutil.rmtree(into)
        return (_refused(error, named, digest(item)),)
    files = tuple(one for one in found if isinstance(one, Unpacked))
    return (Opened(files, digest(item)), *(_refused(one, named) for one in found if isinstance(one, SourceError)))


def _is_container(item: Local) -> bool:
    match item:
        case Unpacked():
            return False  # it has been looked into
        case InMemory(data=data):
            return isinstance(form_of(data), Container)
        case path:
            with suppress(SourceError):  # the task says why it can't be read
                return is_container(path)
            return False


def _refused(error: SourceError, container: Item, sha256: str | None = None) -> SetAside:
    """Return why a container, or something in it, gives no file; it is named from the container on."""
    name = name_of(container)
    inside = error.file.removeprefix(name)
    return replace(SetAside.of(error, error.file, Stage.READ, sha256), file_name=PurePath(name).name + inside)


def set_alarm(seconds: float) -> None:
    """Have the kernel end this process after so many seconds, whatever code it is in; 0 for never."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _set_limits(memory: int) -> None:
    if sys.platform != "win32":
        import resource

        # A group of its own, so that programs that it starts can be ended with it.
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory if most == resource.RLIM_INFINITY else min(memory, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
