"""The text of a whole archive as one file of segments: a gzip member for each named graph, one after the other.

Any program that reads ``.gz`` reads the file as N-Quads. The index beside it, a table of tab-separated values, says
where each graph begins, how many statements it holds and what their SHA-256 is: one graph is read without the others,
two archives are compared by their indexes, and graphs that stay the same are copied as they are.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from kvgraph.store.errors import StoreError

LEVEL = 3
"""Of compression: 9 kB for a paper of 130 kB in 0.3 ms; level 6 makes 8 kB of it in 0.7 ms."""

_GZIP = 31
"""What zlib calls the form of gzip, with the largest window; its header then holds no time and no name."""

_HEADINGS = "graph\tstatements\tsha256\toffset\tbytes\n"


def unpacked(member: bytes) -> bytes:
    """Return the lines of a graph as one text; raises zlib.error when the member is damaged."""
    return zlib.decompress(member, _GZIP)


@dataclass(frozen=True, slots=True)
class Segment:
    """A named graph: its IRI, the number of its statements, the SHA-256 of its lines, and its lines as gzip."""

    graph: str
    statements: int
    sha256: str
    data: bytes

    @classmethod
    def of(cls, graph: str, lines: Sequence[bytes]) -> Segment:
        """Return the segment of a graph, of its canonical lines, sorted, none twice."""
        text = b"".join(lines)
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _GZIP)
        return cls(graph, len(lines), sha256(text).hexdigest(), packer.compress(text) + packer.flush())

    @property
    def lines(self) -> list[bytes]:
        """The canonical lines, each with its line feed; raises zlib.error when the data are damaged."""
        return unpacked(self.data).splitlines(
            keepends=True
        )  # of bytes: at line feeds, and no canonical line holds others


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the index: a graph, the number of its statements, their SHA-256, where in the file they are."""

    graph: str
    statements: int
    sha256: str
    offset: int
    length: int


def write(path: Path, index: Path, segments: Iterable[Segment]) -> int:
    """Write segments, sorted by graph, and their index; return the number of statements.

    Raises StoreError when they can't be written.
    """
    statements = offset = 0
    try:
        with path.open("wb") as stream, index.open("w", encoding="utf-8", newline="\n") as table:
            table.write(_HEADINGS)
            for one in segments:
                stream.write(one.data)
                table.write(f"{one.graph}\t{one.statements}\t{one.sha256}\t{offset}\t{len(one.data)}\n")
                statements, offset = statements + one.statements, offset + len(one.data)
    except OSError as error:
        reason = f"can't be written ({error.strerror or error})"
        raise StoreError(path, reason, "What was published is as it was.") from error
    return statements


def read_index(index: Path) -> Iterator[Place]:
    """Yield the lines of an index, sorted by graph; raises StoreError when it is none."""
    try:
        with index.open(encoding="utf-8", newline="\n") as table:
            if table.readline() != _HEADINGS:
                raise StoreError(index, "it is no index of a graph", "Build the graph again.")
            for number, line in enumerate(table, start=2):
                cells = line.rstrip("\n").split("\t")
                if len(cells) != 5 or not all(cell.isdecimal() for cell in (cells[1], *cells[3:])):
                    raise StoreError(index, f"line {number} is no line of an index", "Build the graph again.")
                yield Place(cells[0], int(cells[1]), cells[2], int(cells[3]), int(cells[4]))
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(index, f"can't be read ({error})", "Build the graph again.") from error


class Segments:
    """A file of segments, read graph by graph."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises StoreError."""
        self._path = path
        try:
            self._stream: IO[bytes] = path.open("rb")
        except OSError as error:
            raise self._unreadable(error) from error

    def __enter__(self) -> Segments:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read(self, place: Place) -> bytes:
        """Return the lines of a graph as one text, as they are in the file.

        Raises StoreError when there are not as many bytes, or they don't give the lines that the index promises.
        """
        try:
            self._stream.seek(place.offset)
            text = unpacked(self._stream.read(place.length))
        except (OSError, zlib.error) as error:
            raise self._unreadable(error, place) from error
        if sha256(text).hexdigest() != place.sha256:
            raise self._unreadable("it holds other statements than the index says", place)
        return text

    def _unreadable(self, error: object, place: Place | None = None) -> StoreError:
        where = f"{place.graph} can't be read" if place else "can't be read"
        return StoreError(self._path, f"{where} ({error})", "Build the graph again.")
