"""The index of publications: the ids of each family as series of numbers, packed."""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

_DIGITS = re.compile(r"[0-9]+\Z")


def pack(source: Path) -> dict[str, bytes]:
    """Return the packed index of each family, from a packed list of ids, one a line."""
    families: dict[str, list[str]] = defaultdict(list)
    for identifier in lzma.decompress(source.read_bytes()).decode().split():
        families[identifier.partition("-")[0]].append(identifier)
    return {family: pack_family(ids) for family, ids in sorted(families.items())}


def pack_family(identifiers: Iterable[str]) -> bytes:
    """Return the lines of one family, sorted, as an XZ file: what the ids of a series share, a tab, how they end."""
    series: dict[str, list[str]] = defaultdict(list)
    for identifier in identifiers:
        digits = _DIGITS.search(identifier)
        place = digits.start() if digits else identifier.rfind("-") + 1
        series[identifier[:place]].append(identifier[place:])
    lines = sorted(f"{stem}\t{','.join(_items(ends))}" for stem, ends in series.items())
    return lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)


def _items(ends: list[str]) -> Iterator[str]:
    """Yield numbers that follow each other as ranges, then what is no number; ``001-012`` has its zeros."""
    numbers = [end for end in ends if end.isdecimal()]
    padded = {len(end) for end in numbers if end.startswith("0") and len(end) > 1}
    groups: dict[int, list[int]] = defaultdict(list)
    for end in numbers:
        groups[len(end) if len(end) in padded else 0].append(int(end))
    for width, group in sorted(groups.items()):
        for first, last in _runs(sorted(group)):
            yield f"{first:0{width}}" + (f"-{last:0{width}}" if last > first else "")
    yield from sorted(end for end in ends if not end.isdecimal())


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
