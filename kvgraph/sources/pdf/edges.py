"""Heads and feet that run through the pages of a paper, and the gaps between its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from kvgraph.sources.pdf.printed import PrintedLine

_PAGE_NUMBER = re.compile(r"(?:[Pp]agina|[Bb]lz\.?|[Pp]\.)?\s*[0-9]+(?:\s*(?:van|/)\s*[0-9]+)?")
_NEIGHBOURS = (1, 2)
"""How many pages on the same head may stand again: left and right pages can have their own."""

_GAP = 1.4
"""A paragraph ends where the next line stands more than so many times the usual distance below."""

_PAGE_OF_PAGES = re.compile(r"[Pp]agina\s*[0-9]+\s*(?:van|/)\s*[0-9]+")

_Key = tuple[float, float, float, str]


def without_running(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return pages without the lines that begin or end them and stand at the same place of a page nearby.

    Only the number of the page may differ. The feet of typeset papers differ in more, and stay.
    """
    keys = [[_key(line) for line in page] for page in pages]
    heads, feet = [0] * len(pages), [0] * len(pages)
    for step in _NEIGHBOURS:
        for first, second in zip(range(len(pages)), range(step, len(pages)), strict=False):
            head = _common(keys[first], keys[second])
            foot = _common(reversed(keys[first]), reversed(keys[second]))
            # Of pages that are alike all through, one is a copy.
            if head + foot < min(len(keys[first]), len(keys[second])):
                for page in (first, second):
                    heads[page], feet[page] = max(heads[page], head), max(feet[page], foot)
    return [_body(page[head : len(page) - foot]) for page, head, foot in zip(pages, heads, feet, strict=True)]


def _body(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return a page without a first or last line that can be nothing but its number."""
    ends = (0, len(page) - 1)
    return [
        line
        for index, line in enumerate(page)
        if index not in ends or not _PAGE_OF_PAGES.fullmatch(" ".join(line.text.split()))
    ]


def _key(line: PrintedLine) -> _Key:
    text = " ".join(line.text.split())
    return line.x, line.y, line.size, "" if _PAGE_NUMBER.fullmatch(text) else text


def _common(first: Iterable[_Key], second: Iterable[_Key]) -> int:
    """Return how many lines at the beginning are the same, within a point."""
    return sum(1 for _ in takewhile(_is_same, zip(first, second, strict=False)))


def _is_same(pair: tuple[_Key, _Key]) -> bool:
    (x, y, size, text), (other_x, other_y, other_size, other_text) = pair
    return text == other_text and max(abs(x - other_x), abs(y - other_y), abs(size - other_size)) < 1


def gaps(lines: Sequence[PrintedLine]) -> set[int]:
    """Return the indexes of lines that stand apart from the one before on the same page: far below it, or above it."""
    usual = Counter(
        round((before.y - line.y) / line.size, 2)
        for before, line in pairwise(lines)
        if line.page == before.page and line.size and before.y > line.y
    )
    if not usual:
        return set()
    leading = usual.most_common(1)[0][0] * _GAP
    return {
        index
        for index, (before, line) in enumerate(pairwise(lines), 1)
        if line.page == before.page
        and not -0.5 * line.size <= before.y - line.y <= leading * max(line.size, before.size)
    }
