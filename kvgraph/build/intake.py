"""From what is named to what is known of it: what has changed since it was last read is read, and all is kept."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from kvgraph.build import relinking, stamps
from kvgraph.build.pool import Step
from kvgraph.build.readings import Readings
from kvgraph.build.work import digest
from kvgraph.sources import InMemory, Item, name_of

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is of it."""

Read = Callable[[Sequence[Item], Path], Generator[Step]]
"""Gives what comes of sources, in the order in which they are done; what it unpacks goes to the folder."""

SOME = 1000
"""How many sources are compared between two signs of progress."""

OFTEN = 2.0
"""Seconds after which what was read is on disk, at the latest: a build that is ended loses no more."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """The code and the registers by which what was kept of a source still holds; ``tables`` are those registers."""

    code: str
    registers: str
    tables: bytes

    @classmethod
    def now(cls, base_iri: str, *, validate: bool) -> Stamps:
        """Return the stamps of a build; what was checked holds for other shapes than what was not."""
        code = stamps.code(base_iri)
        tables = relinking.tables()
        return cls(f"{code} {stamps.shapes()}" if validate else code, relinking.stamp(tables), tables)


def by_path(items: Iterable[Item]) -> dict[str, Item]:
    """Return sources by what they are known by from build to build."""
    return {path_of(item): item for item in items}


def take_in(
    named: Mapping[str, Item],
    readings: Readings,
    now: Stamps,
    read: Read,
    *,
    scratch: Path,
    progress: Progress,
) -> None:
    """Read all sources of which no reading holds, and keep what comes of them.

    Raises WorkersError when no worker process can be started, StoreError when the readings can't be written.
    """
    _relink(readings, now, progress)
    todo = _changed(named, readings.digests(now.code, now.registers), progress)
    paths = {item: path for path, item in todo.items()}
    progress("reading", 0, len(todo))
    begun: set[str] = set()
    last = monotonic()
    with (
        TemporaryDirectory(dir=scratch) as unpacked,
        closing(read(list(paths), Path(unpacked))) as steps,
    ):
        for step in steps:
            path = paths[step.root]
            if path not in begun:
                readings.begin(path)
                begun.add(path)
            readings.add(path, step.found)
            if step.ended:
                readings.end(path, step.sha256, now.code, now.registers)
                begun.discard(path)
            if monotonic() - last > OFTEN:
                readings.keep()
                last = monotonic()
            progress("reading", step.done, step.total)
    readings.keep()


def still_there(paths: Iterable[str]) -> Iterator[Path]:
    """Yield the files of former builds that still exist: they are read again when the code or the registers change."""
    return (path for path in map(Path, sorted(paths)) if path.is_absolute() and path.is_file())


def path_of(item: Item) -> str:
    """Return what a source is known by from build to build: the full path of a file, the digest of what has none."""
    match item:
        case InMemory(file_name=name, data=data):
            return f"{name}:{sha256(data).hexdigest()}"
        case Path() as path:
            return _printable(str(path.absolute()))
        case _:
            return name_of(item)


def _printable(path: str) -> str:
    # SQLite keeps text, and a path on disk may hold bytes that are none.
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _changed(named: Mapping[str, Item], known: Mapping[str, str], progress: Progress) -> dict[str, Item]:
    """Return the sources that are new, or have other bytes than when they were read."""
    todo = {path: item for path, item in named.items() if path not in known}
    read = [(path, item) for path, item in named.items() if path in known]
    for done, (path, item) in enumerate(read):
        if done % SOME == 0:
            progress("comparing", done, len(read))
        if digest(item) != known[path]:
            todo[path] = item
    return todo


def _relink(readings: Readings, now: Stamps, progress: Progress) -> None:
    """Let what was read with other tables of registers hold, where their difference can't matter."""
    for former, tables in readings.tables(now.code).items():
        if former == now.registers:
            continue
        touched = relinking.touched(tables, now.tables)
        held: dict[str, bool] = {}
        for done, (path, text) in enumerate(readings.texts(now.code, former), start=1):
            held[path] = held.get(path, True) and not touched(text)
            progress("comparing registers", done, done)
        readings.hold_for([path for path, holds in held.items() if holds], now.code, now.registers)
    readings.keep_tables(now.registers, now.tables)
