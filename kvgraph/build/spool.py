"""Papers as they come in, in whatever order: their quads in one temporary file, and of two with one id one.

A second source of a paper that says the same adds where it came from; one that says something else is left out, with a
finding that names both. Which one stays does not depend on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, parse

from kvgraph.build.outcome import Built, Noted
from kvgraph.model import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the quads of one source stand in the file, and all else that is known of it."""

    built: Built  # without its lines
    begin: int
    length: int
    count: int
    content: bytes

    @property
    def preference(self) -> tuple[int, str, str]:
        """The order of sources of one paper: what says most comes first, then by what does not change."""
        return -self.count, self.built.sha256, self.built.file_name


@dataclass(frozen=True, slots=True)
class Chosen:
    """One paper of the graph: the entries that state it, the first with its quads in full."""

    entries: tuple[Entry, ...]

    @property
    def built(self) -> Built:
        """What is known of the paper, but for its quads."""
        return self.entries[0].built

    @property
    def is_merged(self) -> bool:
        """Whether several sources state it."""
        return len(self.entries) > 1


class Spool:
    """The file; made by one process, read by that one."""

    def __init__(self, path: Path) -> None:
        self._stream: IO[bytes] = path.open("w+b")
        self._entries: list[Entry] = []

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def add(self, built: Built) -> None:
        """Write the quads of a paper; raises OSError."""
        data = b"".join(built.lines)
        digest = sha256(b"".join(line for line in built.lines if line not in built.provenance)).digest()
        begin = self._stream.seek(0, 2)
        self._stream.write(data)
        self._entries.append(Entry(replace(built, lines=()), begin, len(data), len(built.lines), digest))

    def choose(self) -> tuple[tuple[Chosen, ...], tuple[Noted, ...]]:
        """Return the papers, sorted by graph, and the findings about sources that were left out."""
        papers: dict[str, list[Entry]] = {}
        for entry in sorted(self._entries, key=lambda entry: entry.preference):
            papers.setdefault(entry.built.graph, []).append(entry)
        chosen = {graph: _one(entries) for graph, entries in sorted(papers.items())}
        noted = tuple(
            _left_out(entry, one.entries[0])
            for graph, one in chosen.items()
            for entry in papers[graph]
            if entry.content != one.entries[0].content
        )
        return tuple(chosen.values()), noted

    def lines(self, chosen: Chosen) -> list[bytes]:
        """Return the quads of a paper as canonical N-Quads, sorted."""
        first, *others = chosen.entries
        lines = self._read(first)
        if others:
            lines = sorted({*lines, *(line for other in others for line in other.built.provenance)})
        return lines

    def quads(self, papers: Iterable[Chosen]) -> Iterator[Quad]:
        """Yield the quads of these papers."""
        for chosen in papers:
            yield from read_lines(self.lines(chosen))

    def _read(self, entry: Entry) -> list[bytes]:
        self._stream.seek(entry.begin)
        return [line + b"\n" for line in self._stream.read(entry.length).split(b"\n")[:-1]]


def read_lines(lines: Iterable[bytes]) -> Iterator[Quad]:
    """Yield the quads of lines of N-Quads."""
    return cast(Iterator[Quad], parse(b"".join(lines), RdfFormat.N_QUADS))


def _one(entries: list[Entry]) -> Chosen:
    # Copies of one file are one source, by the name that comes first.
    agreeing = {entry.built.sha256: entry for entry in reversed(entries) if entry.content == entries[0].content}
    return Chosen(tuple(sorted(agreeing.values(), key=lambda entry: entry.preference)))


def _left_out(entry: Entry, kept: Entry) -> Noted:
    message = f"{entry.built.file_name} and {kept.built.file_name} are the same paper but differ; the latter is used."
    return Noted(entry.built.paper, entry.built.file_name, "", "same-paper", Severity.WARNING, message)
