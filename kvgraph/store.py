"""The canonical text of a graph, and the embedded store that is made from it.

The text is N-Quads, one statement a line, lines sorted by their bytes, none twice: equal graphs are equal bytes. The
Oxigraph store is a cache of it for queries. It rewrites literals (``"01"^^xsd:integer`` comes back as ``1``), so
validation and exports read the text and never the store.
"""

from __future__ import annotations

import gzip
import heapq
import shutil
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from gzip import GzipFile
from io import BufferedWriter
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, cast

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse

RUN = 500_000
"""How many lines are sorted in memory at once, some 150 MB; more are sorted in runs on disk and merged."""


class StoreError(Exception):
    """A store or a graph file that can't be written or read: where, why, and what a person can do about it."""

    def __init__(self, path: Path, reason: str, advice: str = "") -> None:
        self.path, self.reason, self.advice = path, reason, advice
        super().__init__(f"{path}: {reason}." + (f" {advice}" if advice else ""))


# --- canonical text ----------------------------------------------------------------------------------------------


def lines(quads: Iterable[Quad]) -> Iterator[bytes]:
    """Yield the quads as lines of canonical N-Quads (UTF-8, ending in a line feed), sorted, none twice."""
    return _sorted(f"{quad} .\n".encode() for quad in quads)


def graphs(quads: Iterable[Quad]) -> Iterator[tuple[str | None, list[bytes]]]:
    """Yield the IRI of each graph, sorted, with its lines of canonical N-Triples (UTF-8), sorted, none twice.

    The default graph comes first, with None for an IRI.
    """
    # A line is the graph's IRI, a space, the triple. No IRI holds a space or anything below it, so that lines sort by
    # graph first and by triple then.
    tagged = _sorted(f"{_name(quad)} {quad.triple} .\n".encode() for quad in quads)
    parted = (line.split(b" ", 1) for line in tagged)
    for name, group in groupby(parted, key=lambda part: part[0]):
        yield name.decode() or None, [triple for _, triple in group]


def write_nquads(path: Path, quads: Iterable[Quad]) -> int:
    """Write the quads as canonical N-Quads and return how many lines there are; a name in ``.gz`` is compressed.

    The bytes depend on the quads alone: no time and no file name stand in the gzip header. The file appears whole or
    not at all. Raises StoreError when it can't be written.
    """
    unfinished = path.with_name(f"{path.name}.part")
    count = 0
    try:
        with ExitStack() as stack:
            stream: BufferedWriter | GzipFile = stack.enter_context(unfinished.open("wb"))
            if path.suffix == ".gz":
                stream = stack.enter_context(GzipFile("", "wb", compresslevel=6, fileobj=stream, mtime=0))
            for line in lines(quads):
                stream.write(line)
                count += 1
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise StoreError(
            path, f"can't be written ({error.strerror or error})", "What stood there is as it was."
        ) from error
    return count


def read_nquads(path: Path) -> Iterator[Quad]:
    """Yield the quads of an N-Quads file, compressed when its name ends in ``.gz``.

    Raises StoreError when the file can't be opened, is cut off, or isn't N-Quads.
    """
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
            yield from parse(cast(IO[bytes], stream), RdfFormat.N_QUADS)
    except (OSError, EOFError, zlib.error, SyntaxError) as error:
        raise StoreError(path, f"can't be read as N-Quads ({error})", "Build the graph again.") from error


# --- embedded store ----------------------------------------------------------------------------------------------


def create(path: Path, quads: Iterable[Quad]) -> int:
    """Make an Oxigraph store at ``path`` that holds these quads and nothing else; return how many it holds.

    It is made in a new folder beside ``path``, loaded in bulk, flushed and optimised, and takes the place of an older
    store only then. Raises StoreError when it can't be made; an older store is then as it was.
    """
    fresh, former = path.with_name(f"{path.name}.new"), path.with_name(f"{path.name}.old")
    try:
        if former.exists() and not path.exists():  # left by a process that was killed between the two renames below
            former.rename(path)
        _remove(fresh)
        _remove(former)
        path.parent.mkdir(parents=True, exist_ok=True)
        count = _fill(fresh, quads)
        if path.exists():
            path.rename(former)
        fresh.rename(path)
        _remove(former)
    except OSError as error:
        if former.exists() and not path.exists():
            former.rename(path)
        raise StoreError(
            path, f"the store can't be made ({error.strerror or error})", "What stood there is as it was."
        ) from error
    finally:
        _remove(fresh)
    return count


def open_read_only(path: Path) -> Store:
    """Return the store at ``path``, which any number of processes may read; raises StoreError when there is none."""
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:  # the second for a file that RocksDB finds damaged
        reason = "there is no store here" if not path.is_dir() else f"the store can't be opened ({error})"
        raise StoreError(path, reason, "Build the graph again.") from error


def _fill(path: Path, quads: Iterable[Quad]) -> int:
    # A function of its own: its end drops the last reference to the store, which closes the files in the folder.
    store = Store(str(path))
    store.bulk_extend(quads)
    store.optimize()
    store.flush()
    return len(store)


def _remove(path: Path) -> None:
    if path.exists():
        shutil.rmtree(path)


def _name(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def _sorted(unsorted: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines sorted, none twice; memory holds one run, the others stand in temporary files."""
    rest = iter(unsorted)
    with ExitStack() as stack:
        runs: list[Iterable[bytes]] = []
        while run := sorted(islice(rest, RUN)):
            if len(run) < RUN:
                runs.append(run)
                break
            file = stack.enter_context(TemporaryFile())
            file.writelines(run)
            file.seek(0)
            runs.append(file)
        for line, _ in groupby(heapq.merge(*runs)):
            yield line
