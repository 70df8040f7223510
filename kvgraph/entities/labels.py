"""The labels of parties, of the register: all of them, and which of them mean nothing else in running text."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from kvgraph import resources
from kvgraph.citations.signs import Words
from kvgraph.entities.folding import fold
from kvgraph.registers import load


@lru_cache(maxsize=4096)
def is_label(printed: str) -> bool:
    """Say whether a party goes by this label, however its letters are printed."""
    return fold(printed).text in _folded()


@cache
def _folded() -> frozenset[str]:
    return frozenset(fold(label).text for party in load().parties.values() for label in party.names)


@cache
def running() -> frozenset[str]:
    """Return the labels that mean nothing else, wherever they stand."""
    return frozenset(_column("running"))


@cache
def running_words() -> Words:
    """Return the search for these."""
    return Words(running())


@cache
def beside() -> tuple[str, ...]:
    """Return the labels that are a party's only beside another party (``VVD, Volt en CU``)."""
    return tuple(_column("beside"))


@cache
def only_beside() -> re.Pattern[str]:
    """Return the pattern of these."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, beside()))})(?![\w-]|\s[A-Z])")


def _column(name: str) -> list[str]:
    with (resources.registers() / "parties.csv").open(encoding="utf-8", newline="") as table:
        return [label for row in csv.DictReader(table) for label in row[name].split("|") if label]
