"""Reading the tables of the registers: CSV in UTF-8, one header line, lists in a cell divided by ``|``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date

from kvgraph import resources

Row = dict[str, str]


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of ``ontology/registers/{name}.csv`` in the order of the file; OSError when it is not there."""
    with (resources.registers() / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def day(cell: str) -> date | None:
    """Return the date of a cell, or None when it is empty; raises ValueError for anything else."""
    return date.fromisoformat(cell) if cell else None


def items(cell: str) -> tuple[str, ...]:
    """Return the items of a cell that holds a list."""
    return tuple(cell.split("|")) if cell else ()
