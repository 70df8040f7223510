"""The canonical text of a graph: N-Quads, one statement a line, lines sorted by their bytes, none twice."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from gzip import GzipFile
from io import BufferedWriter
from itertools import groupby
from pathlib import Path
from typing import IO, cast

from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

from kvgraph.store.errors import StoreError
from kvgraph.store.sorting import Sorter


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


def _name(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def _sorted(unsorted: Iterable[bytes]) -> Iterator[bytes]:
    with Sorter() as sorter:
        sorter.update(unsorted)
        yield from sorter
