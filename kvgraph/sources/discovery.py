"""What the user named, one by one: files, folders and what lies in them, patterns, standard input."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

STANDARD_INPUT = "-"
_DOCUMENTATION = {".md", ".rst"}


@dataclass(frozen=True, slots=True)
class InMemory:
    """A source that is not a file: its bytes, and the name to report it by."""

    file_name: str
    data: bytes


Item = Path | InMemory


def name_of(item: Item) -> str:
    """Return the name to report a source by: its path as given."""
    return printable(str(item) if isinstance(item, Path) else item.file_name)


def printable(name: str) -> str:
    """Return a file name as it may stand in a report and in a graph: bytes that are no text become U+FFFD."""
    readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in readable)


def discover(names: Iterable[str], *, leave_out: Path | None = None) -> tuple[Item, ...]:
    """Return the sources that the names stand for, each once, in the order named; a folder's files sorted.

    A folder gives all files below it, but for hidden ones, documentation (Markdown) and the folder ``leave_out``. A
    name with ``*``, ``?`` or ``[`` that is no file is a pattern; ``**`` goes down into folders. ``-`` is read here and
    now. What does not exist is returned as well: reading it says so.
    """
    found: dict[Item, None] = {}
    for name in names:
        for item in _expand(name, leave_out.resolve() if leave_out else None):
            found.setdefault(item)
    return tuple(found)


def _expand(name: str, leave_out: Path | None) -> Iterator[Item]:
    if name == STANDARD_INPUT:
        yield InMemory("stdin.txt", sys.stdin.buffer.read())
        return
    matches = [name] if os.path.lexists(name) else sorted(glob.glob(name, recursive=True))
    for match in matches or [name]:
        path = Path(match)
        if path.is_dir():
            yield from _below(path, leave_out)
        else:
            yield path


def _below(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    """Yield the files below a folder, sorted by their path, whatever order the file system lists them in."""
    paths: list[Path] = []
    for directory, folders, files in os.walk(folder):
        here = Path(directory)
        folders[:] = [name for name in folders if not name.startswith(".") and (here / name).resolve() != leave_out]
        paths += [
            here / name
            for name in files
            if not name.startswith(".") and Path(name).suffix.lower() not in _DOCUMENTATION
        ]
    yield from sorted(paths, key=lambda path: path.parts)
