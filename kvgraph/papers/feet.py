"""Bodies of footnotes at the feet of typeset pages, in the middle of whatever runs over the page break.

A text layer may print the number in front of its body, on a line of its own, or all numbers before all bodies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kvgraph.model import Line, Note
from kvgraph.papers import labels
from kvgraph.papers.furniture import Page, Printed
from kvgraph.papers.marks import MONTHS, begins_note, has_mark

# The line at which the notes begin, and each note's number with the lines of its body.
_Found = tuple[int, list[tuple[int, list[str]]]]

_NUMBER_LINE = re.compile(r"\s*(\d{1,2})\s*$")
_SOURCE = re.compile(
    rf"https?://|www\.|[Kk]amerstuk|Aanhangsel|Stb\.|Stcrt\.|\d{{1,2}} (?:{MONTHS}) \d{{4}}|[«“].+[»”]"
)


def take_out(printed: Printed) -> tuple[list[Line], list[Note]]:
    """Return the lines without the bodies of notes at the feet of pages, and those notes."""
    text: list[Line] = []
    notes: list[Note] = []
    labelled = any(labels.is_numbered(line.text) for page in printed.pages for line in page.lines)
    for page in printed.pages:
        body, found = _take_from_page(page, len(notes) + 1, text, labelled)
        text.extend(body)
        notes.extend(found)
    return text, notes


def note(number: int, body: Sequence[str], page: int) -> Note:
    """Return a note from the lines of its body."""
    return Note(number, tuple(Line(text, page) for text in body), page)


def _take_from_page(page: Page, expected: int, above: Sequence[Line], labelled: bool) -> tuple[list[Line], list[Note]]:
    lines = page.lines
    start = next((i for i in range(len(lines), 0, -1) if labels.is_label(lines[i - 1].text)), 0)
    # Where bare numbers are labels of questions, a number opens a note only with a blank line between it and the body.
    for find in (_attached, _detached if labelled else _parted):
        found = find(lines, start, expected)
        if found and (has_mark([*above, *lines[: found[0]]], expected) or _cites(found[1])):
            first, bodies = found
            return lines[:first], [note(n, body, lines[first].page) for n, body in bodies]
    return list(lines), []


def _attached(lines: Sequence[Line], start: int, expected: int) -> _Found | None:
    """Find bodies that begin with their number: the longest run of numbers that ends at the page's foot."""
    places: dict[int, list[int]] = {}
    for index in range(start, len(lines)):
        if not lines[index].text.lstrip()[:1].isdecimal():
            continue
        for number in range(expected, expected + 30):
            if begins_note(lines[index].text, number):
                places.setdefault(number, []).append(index)
    last = expected
    while last + 1 in places and places[last + 1][-1] > min(places.get(last, [len(lines)])):
        last += 1
    chain: list[tuple[int, int]] = []
    limit = len(lines)
    for number in range(last, expected - 1, -1):
        before = [index for index in places.get(number, ()) if index < limit]
        if not before:
            return None
        limit = before[-1]
        chain.append((number, limit))
    chain.reverse()
    if not chain:
        return None
    ends = [index for _, index in chain[1:]] + [len(lines)]
    bodies = []
    for (number, index), end in zip(chain, ends, strict=True):
        head = lines[index].text.lstrip()[len(str(number)) :]
        body = [head, *(line.text for line in lines[index + 1 : end])]
        bodies.extend(_split_line(number, body) if number == last else [(number, body)])
    return chain[0][1], bodies


def _split_line(number: int, body: list[str]) -> list[tuple[int, list[str]]]:
    """Part notes that a text layer ran together on one line (``2 Stb. 2019, 33. 3 Kamerstuk 29 509, nr. 80``)."""
    bodies = [(number, body)]
    while True:
        number, body = bodies[-1]
        following = re.compile(rf"(?<=[.)»\w/]) {number + 1} (?=[A-ZÀ-Ý«‘“]|https?:|www\.)")
        place = next(((i, m) for i, text in enumerate(body) if (m := following.search(text))), None)
        if place is None:
            return bodies
        index, match = place
        bodies[-1] = (number, [*body[:index], body[index][: match.start()]])
        bodies.append((number + 1, [body[index][match.end() :], *body[index + 1 :]]))


def _cites(bodies: Sequence[tuple[int, list[str]]]) -> bool:
    """Return whether most bodies name a source, as running text that begins with a number hardly ever does."""
    return 2 * sum(bool(_SOURCE.search(" ".join(body))) for _, body in bodies) >= len(bodies)


def _parted(lines: Sequence[Line], start: int, expected: int) -> _Found | None:
    """Find bodies whose numbers stand on lines of their own with a blank line below, where all name a source."""
    for index in range(start, len(lines) - 1):
        match = _NUMBER_LINE.match(lines[index].text)
        if match and int(match[1]) == expected and not lines[index + 1].text.strip():
            found = _detached(lines, index, expected)
            return found if found and all(_cites([body]) for body in found[1]) else None
    return None


def _detached(lines: Sequence[Line], start: int, expected: int) -> _Found | None:
    """Find bodies whose numbers stand on lines of their own, before the bodies or between them.

    A number that comes out of order belongs to a body that already stands above it.
    """
    numbers = [(i, int(m[1])) for i, line in enumerate(lines) if i >= start and (m := _NUMBER_LINE.match(line.text))]
    wanted = {n for _, n in numbers}
    count = next(k for k in range(100) if expected + k not in wanted)
    block = [(i, n) for i, n in numbers if expected <= n < expected + count]
    if not block:
        return None
    first = block[0][0]
    anchors = [(i, n) for k, (i, n) in enumerate(block) if all(n > m for _, m in block[:k])]
    number_lines = {i for i, _ in block}
    bodies: list[tuple[int, list[str]]] = []
    owed: list[int] = []
    for k, (index, number) in enumerate(anchors):
        end, until = anchors[k + 1] if k + 1 < len(anchors) else (len(lines), expected + count)
        owed.extend(range(number, until))
        texts = [lines[i].text for i in range(index, end) if i not in number_lines and lines[i].text.strip()]
        if texts:
            bodies.extend(_share_out(texts, owed))
            owed = []
    if owed and bodies:  # the last number stands below its own body
        number, texts = bodies.pop()
        bodies.extend(_share_out(texts, [number, *owed]))
        owed = []
    return (first, bodies) if not owed and all(body for _, body in bodies) else None


def _share_out(texts: list[str], numbers: list[int]) -> list[tuple[int, list[str]]]:
    """Give each number its lines: a new body opens after a line that closes or does not fill its width."""
    groups: list[list[str]] = []
    spare = len(texts) - len(numbers)
    for text in texts:
        goes_on = groups and spare > 0 and len(groups[-1][-1]) > 80 and not groups[-1][-1].rstrip().endswith(".")
        if goes_on:
            groups[-1].append(text)
            spare -= 1
        else:
            groups.append([text])
    while len(groups) > len(numbers):
        tail = groups.pop()
        groups[-1].extend(tail)
    return [(number, groups[k] if k < len(groups) else []) for k, number in enumerate(numbers)]
