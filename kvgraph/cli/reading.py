"""One file of the user, or standard input, given to a task in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kvgraph.cli import exits, streams

if TYPE_CHECKING:
    from kvgraph.build import SetAside
    from kvgraph.sources import Item

_T = TypeVar("_T")


def read(file: str, task: Callable[[Item], tuple[_T, ...] | SetAside]) -> tuple[_T, ...]:
    """Return what the task gives for each paper in a file; end the command where the file holds none."""
    from kvgraph.build import SetAside, WorkersError, pool
    from kvgraph.sources import InMemory

    is_standard = file == streams.STANDARD
    item = InMemory("stdin", sys.stdin.buffer.read()) if is_standard else Path(file)
    with exits.on({WorkersError: exits.FILE}):
        found = pool.one(item, task)
    if isinstance(found, SetAside):
        streams.tell(f"{found.file}: {found.reason} {found.advice}".rstrip())
        exits.end(exits.SET_ASIDE)
    return found
