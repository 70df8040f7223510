"""What the user named, one by one: files, folders and what lies in them, patterns, URLs, standard input."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from kvgraph.sources import urls
from kvgraph.sources.urls import Remote

LARGEST = 64 * 2**20
"""The most bytes that a source may hold: the longest papers, scanned, hold some 20 MB. A container may hold more."""

STANDARD_INPUT = "-"
_DOCUMENTATION = {".md", ".rst"}
_NOBODYS = {"__MACOSX"}
"""What a program leaves in every archive that it makes: copies of attributes, in files that are no papers."""


@dataclass(frozen=True, slots=True)
class InMemory:
    """A source that is not a file: its bytes, and the name to report it by."""

    file_name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file that came out of a container: where its bytes lie now, and its name (``papers.zip/2021/paper.pdf``)."""

    path: Path
    name: str


Local = Path | InMemory | Unpacked
"""A source that can be read here and now."""

Item = Local | Remote


def name_of(item: Item) -> str:
    """Return the name to report a source by: its path as given; in a container, that of the container before it."""
    match item:
        case InMemory(file_name=name) | Unpacked(name=name) | Remote(url=name):
            return printable(name)
        case path:
            return printable(str(path))


def printable(name: str) -> str:
    """Return a file name as it may stand in a report and in a graph: bytes that are no text become U+FFFD."""
    readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if readable.isprintable():
        return readable
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in readable)


def discover(names: Iterable[str], *, leave_out: Path | None = None) -> tuple[Item, ...]:
    """Return the sources that the names stand for, each once, in the order named; a folder's files sorted.

    A folder gives all files below it, but for those that ``is_passed_over`` tells and the folder ``leave_out``. A
    name with ``*``, ``?`` or ``[`` that is no file is a pattern; ``**`` goes down into folders. ``-`` is read here and
    now, but no more of it than shows that it is too large. A URL stands for what lies there, a folder or a pattern as
    well where its store can list them. What does not exist is returned as well: reading it says so.
    """
    found: dict[Item, None] = {}
    for name in names:
        for item in _expand(name, leave_out.resolve() if leave_out else None):
            found.setdefault(item)
    return tuple(found)


def is_passed_over(parts: Sequence[str]) -> bool:
    """Tell whether a file in a folder or an archive is none that the user meant, by the parts of its path there.

    So are hidden files, documentation (Markdown), and all that lies in hidden folders.
    """
    return any(map(_is_hidden, parts)) or PurePath(parts[-1]).suffix.lower() in _DOCUMENTATION


def _is_hidden(part: str) -> bool:
    return part.startswith(".") or part in _NOBODYS


def _expand(name: str, leave_out: Path | None) -> Iterator[Item]:
    if name == STANDARD_INPUT:
        yield InMemory("stdin", sys.stdin.buffer.read(LARGEST + 1))
        return
    if urls.is_url(name):
        yield from _remote(name)
        return
    matches = [name] if os.path.lexists(name) else sorted(glob.glob(name, recursive=True))
    for match in matches or [name]:
        path = Path(match)
        if path.is_dir():
            yield from _below(path, leave_out)
        else:
            yield path


def _remote(name: str) -> Iterator[Item]:
    """Yield what lies at a URL; a file on this machine is one like all others."""
    if local := urls.local(name):
        yield from _expand(local, None)
        return
    for url, below in urls.expand(name):
        if not is_passed_over(below):
            yield Remote(url)


def _below(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    """Yield the files below a folder, sorted by their path, whatever order the file system lists them in."""
    paths: list[Path] = []
    for directory, folders, files in os.walk(folder):
        here = Path(directory)
        folders[:] = [name for name in folders if not _is_hidden(name) and (here / name).resolve() != leave_out]
        paths += [here / name for name in files if not is_passed_over((name,))]
    yield from sorted(paths, key=lambda path: path.parts)
