"""What a document needs beside it while it is written: lines to sort, a body whose head is not known yet.

Both stay in memory while they are small and go to temporary files when they grow.
"""

from __future__ import annotations

import heapq
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from tempfile import SpooledTemporaryFile, TemporaryFile
from typing import IO, cast

RUN = 250_000
"""How many lines are held in memory, some 100 MB; more are sorted in runs on disk and merged."""

BODY = 1 << 24
"""How many bytes of a body are held in memory."""


class Sorter:
    """Lines, each ending in a line feed, that come back sorted by their bytes, none twice; as often as asked for."""

    def __init__(self) -> None:
        self._held: set[bytes] = set()
        self._runs: list[IO[bytes]] = []

    def __enter__(self) -> Sorter:
        return self

    def __exit__(self, *_: object) -> None:
        for run in self._runs:
            run.close()

    def update(self, lines: Iterable[bytes]) -> None:
        """Add lines."""
        for line in lines:
            self._held.add(line)
            if len(self._held) >= RUN:
                self._spill()

    def __iter__(self) -> Iterator[bytes]:
        for run in self._runs:
            run.seek(0)
        return (line for line, _ in groupby(heapq.merge(*self._runs, sorted(self._held))))

    def _spill(self) -> None:
        # Its life is longer than this function: the end of the sorter closes it.
        run = cast(IO[bytes], TemporaryFile())  # noqa: SIM115
        run.writelines(sorted(self._held))
        self._runs.append(run)
        self._held.clear()


@contextmanager
def headed(stream: IO[bytes], head: Callable[[], str]) -> Iterator[IO[bytes]]:
    """Give a stream for the body of a document; at the end the head goes to ``stream``, and the body behind it."""
    with SpooledTemporaryFile(max_size=BODY) as body:
        yield cast(IO[bytes], body)
        stream.write(head().encode())
        body.seek(0)
        shutil.copyfileobj(body, stream)
