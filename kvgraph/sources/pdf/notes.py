"""Notes of a paper, where its typography shows them: raised numbers in the text, small print at the feet of pages.

Nothing is guessed: the numbers of the bodies count up from 1, each has its mark in the text of the same page or the one
before, and all bodies are set smaller than the text. Else there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from statistics import median_low

from kvgraph.sources.pdf.printed import PrintedLine

_SMALL_PRINT = 0.97
"""Small print is smaller than this part of the text: 0.81 in typeset papers, 0.89 in letters."""

_SAME_SIZE = 0.06
_FARTHEST = 2.0
"""The next line of a note stands no more than so many sizes below: papers have 1.3."""

_INDENT = 4.0
"""The lines of a note begin within so many sizes right of its number."""

_OPENS_PLAIN = re.compile(r"\s*[1-9][0-9]{0,2}(?=\s*[^\s0-9.,:;)%])")
_POWER = re.compile(r"(?:(?:^|[\s0-9(/])[kcdmh]?m|CO)$")
_POWERS = (2, 3)
"""Raised behind a measure of length they make one of area or volume; some raise the 2 of CO2 as well."""

_REPEATS = re.compile(r"(?:[^\W\d_][a-zà-ÿ]|[»”’)\].,;:?!])$")
"""What may stand before a second mark of a note; a raised number behind a figure is a power."""


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a note, by their indexes; ``plain`` is how many characters print its number without raising it."""

    number: int
    lines: tuple[int, ...]
    plain: int = 0


@dataclass(frozen=True, slots=True)
class Notes:
    """The bodies of all notes, and the places of their marks: index of the line, index of the part in it."""

    bodies: tuple[Body, ...]
    marks: frozenset[tuple[int, int]]


def find(lines: Sequence[PrintedLine]) -> Notes | None:
    """Return the notes among the lines of a document, or None when its typography does not tell."""
    marked = [line.size for line in lines if any(part.numbers for part in line.parts[1:])]
    if not marked:
        return None
    text_size = median_low(marked)
    small = [line.size < _SMALL_PRINT * text_size for line in lines]
    openings = _openings(lines, small)
    if not openings:
        return None
    bodies = tuple(_bodies(lines, openings))
    marks = _marks(lines, bodies)
    return None if marks is None else Notes(bodies, marks)


# --- bodies ------------------------------------------------------------------------------------------------------


def _openings(lines: Sequence[PrintedLine], small: Sequence[bool]) -> list[Body]:
    """Return the first line of each body; none unless their numbers count up from 1."""
    raised = [(i, line.parts[0].numbers) for i, line in enumerate(lines) if small[i] and line.parts[0].numbers]
    if raised:
        in_order = all(numbers == (k,) for k, (_, numbers) in enumerate(raised, 1))
        return [Body(k, (i,)) for k, (i, _) in enumerate(raised, 1)] if in_order else []
    # Some office programs raise the number in the text only.
    openings: list[Body] = []
    for i, line in enumerate(lines):
        opens = _OPENS_PLAIN.match(line.text) if small[i] else None
        if opens and int(opens[0]) == len(openings) + 1:
            openings.append(Body(len(openings) + 1, (i,), plain=opens.end()))
    return openings


def _bodies(lines: Sequence[PrintedLine], openings: Sequence[Body]) -> Iterable[Body]:
    """Yield each body with all its lines, those at the foot of the next page as well."""
    firsts = {body.lines[0] for body in openings}
    lowest = lines[openings[0].lines[0]].y
    following = [*(body.lines[0] for body in openings[1:]), len(lines)]
    for body, after in zip(openings, following, strict=True):
        taken = _run(lines, body.lines[0], firsts)
        lowest = min(lowest, lines[taken[-1]].y)
        yield Body(body.number, (*taken, *_on_next_page(lines, taken, after, lowest)), body.plain)


def _run(lines: Sequence[PrintedLine], first: int, firsts: set[int]) -> list[int]:
    """Return a line of small print and those that go on below it."""
    taken = [first]
    while (after := taken[-1] + 1) < len(lines) and after not in firsts:
        if not _goes_on(lines[first], lines[taken[-1]], lines[after]):
            break
        taken.append(after)
    return taken


def _goes_on(first: PrintedLine, before: PrintedLine, line: PrintedLine) -> bool:
    """Return whether a line stands right below another, set like the first one of a note."""
    is_below = line.page == before.page and 0 < before.y - line.y <= _FARTHEST * first.size
    return is_below and _is_set_like(first, line)


def _is_set_like(first: PrintedLine, line: PrintedLine) -> bool:
    """Return whether a line has the size of a note and stands in its column."""
    return abs(line.size - first.size) <= _SAME_SIZE * first.size and -1 <= line.x - first.x <= _INDENT * first.size


def _on_next_page(lines: Sequence[PrintedLine], taken: Sequence[int], following: int, lowest: float) -> list[int]:
    """Return the lines at the foot of the next page that go on a note from the foot of this one.

    They stand right above the first note of that page; without one, where the notes of other pages end.
    """
    first, page = lines[taken[0]], lines[taken[0]].page + 1
    block: list[int] = []
    if following < len(lines) and lines[following].page <= page:
        if lines[following].page < page:
            return []
        index = following
    else:
        index = _lowest_small_print(lines, taken, page)
        if index < 0 or abs(lines[index].y - lowest) > first.size or lines[taken[-1]].text.rstrip().endswith("."):
            return []
        block.append(index)
    while (
        index - 1 > taken[-1]
        and _is_set_like(first, lines[index - 1])
        and _goes_on(first, *lines[index - 1 : index + 1])
    ):
        index -= 1
        block.append(index)
    return block[::-1]


def _lowest_small_print(lines: Sequence[PrintedLine], taken: Sequence[int], page: int) -> int:
    """Return the index of the last line of a page that is set like a note; -1 when there is none."""
    rest = islice(enumerate(lines), taken[-1] + 1, None)
    there = takewhile(lambda pair: pair[1].page <= page, rest)
    return max((i for i, line in there if line.page == page and _is_set_like(lines[taken[0]], line)), default=-1)


# --- marks -------------------------------------------------------------------------------------------------------


def _marks(lines: Sequence[PrintedLine], bodies: Sequence[Body]) -> frozenset[tuple[int, int]] | None:
    """Return the places of the marks; None unless each note has one, in order, on its page or the one before.

    A number that has its mark already may be raised again: it refers to the same note.
    """
    inside = {index for body in bodies for index in body.lines}
    pages = {body.number: lines[body.lines[0]].page for body in bodies}
    found: set[tuple[int, int]] = set()
    done = 0
    for index, place in _raised(lines):
        line, numbers = lines[index], lines[index].parts[place].numbers
        before = line.parts[place - 1].text[-5:]
        if index in inside or (numbers[0] in _POWERS and _POWER.search(before)):
            continue
        new = [number for number in numbers if number > done]
        in_order = new == list(range(done + 1, done + 1 + len(new)))
        near = all(number in pages and 0 <= pages[number] - line.page <= 1 for number in new)
        if in_order and near and (new or _REPEATS.search(before)):
            done += len(new)
            found.add((index, place))
    return frozenset(found) if done == len(bodies) else None


def _raised(lines: Sequence[PrintedLine]) -> Iterator[tuple[int, int]]:
    for index, line in enumerate(lines):
        yield from ((index, place) for place, part in enumerate(line.parts) if place and part.numbers)
