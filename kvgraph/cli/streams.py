"""Where data, messages and progress go: standard output, standard error, and files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from kvgraph.build import Progress

STANDARD = "-"


@contextmanager
def output(name: str) -> Iterator[IO[bytes]]:
    """Give a stream to write to: standard output for ``-``, else a file that takes its name when it is complete."""
    if name == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    if path.exists() and not path.is_file():  # a pipe or a device: there is nothing to put in its place
        with path.open("wb") as stream:
            yield stream
        return
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with unfinished.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def form(name: str | None, file: str, default: str) -> str:
    """Return the format to write: the one named, else what the extension of the file says, else the default."""
    return name or Path(file).suffix.removeprefix(".").lower() or default


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as text in columns: as wide as the terminal, or as wide as it takes when nobody looks."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    console = Console(file=StringIO(), width=width, highlight=False)
    grid = Table(*columns, box=SIMPLE_HEAD, header_style="")
    for row in rows:
        grid.add_row(*map(Text, row))
    with console.capture() as captured:
        console.print(grid)
    lines = [line.rstrip() for line in captured.get().split("\n")]
    return "".join(f"{line}\n" for line in lines if line)


def summary(rows: Iterable[tuple[str, str, str]]) -> None:
    """Write rows of a name, a number and words to standard error."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(justify="right")
    grid.add_column()
    for row in rows:
        grid.add_row(*row)
    _messages().print(grid)


def _messages() -> Console:
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False)


def tell(message: str, *, quiet: bool = False) -> None:
    """Write a message to standard error."""
    if not quiet:
        click.echo(message, err=True)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """Give a function that shows how far the work is, on a terminal; it is gone when the work is done."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_messages(), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
