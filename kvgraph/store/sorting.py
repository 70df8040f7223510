"""Lines in the order of their bytes, however many there are."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from itertools import groupby
from tempfile import TemporaryFile
from typing import IO, cast

RUN = 250_000
"""How many lines are held in memory, some 100 MB; more are sorted in runs on disk and merged."""


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
        run = cast(IO[bytes], TemporaryFile())  # noqa: SIM115 (see above)
        run.writelines(sorted(self._held))
        self._runs.append(run)
        self._held.clear()
