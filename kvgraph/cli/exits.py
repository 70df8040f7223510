"""Exit codes, and what ends a command: an error in one message, an interruption, a reader that went away."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

import click

FINDINGS = 1
USAGE = 2
SET_ASIDE = 3
REMOTE = 4
FILE = 74  # EX_IOERR of sysexits.h
LOCKED = 75  # EX_TEMPFAIL: the same command may work in a moment
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


class Failure(click.ClickException):
    """An error that ends the command with this exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class ReaderGone(Exception):  # noqa: N818 (it is no error)
    """Nobody reads standard output any more."""


@contextmanager
def on(codes: Mapping[type[Exception], int]) -> Iterator[None]:
    """End the command with an exit code for each of these exceptions; 74 for any other trouble with a file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except tuple(codes) as error:
        code = next(code for kind, code in codes.items() if isinstance(error, kind))
        raise Failure(str(error), code) from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise Failure(f"{where}{error.strerror or error}. Nothing was changed.", FILE) from error


def end(code: int) -> NoReturn:
    """End the command with this code."""
    raise click.exceptions.Exit(code)


def run(command: Callable[[], Any]) -> int:
    """Run a command and return its exit code; what is wrong goes to standard error."""
    try:
        code = command()
    except click.Abort:
        click.echo("Interrupted. What stood in the output is as it was.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.code if isinstance(error, Failure) else error.exit_code
    except ReaderGone:
        # It has seen enough (kvgraph export | head): no fault, but what is left in the buffer can't go there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0
