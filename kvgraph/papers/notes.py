"""Footnotes: their bodies taken out from between the lines, and their marks found in the text.

In a typeset paper the bodies stand at the foot of each page, in the middle of whatever runs over the page break; a text
layer may print the number on a line of its own, or all numbers first. Before typesetting they stand under the
questions as ``1) ...`` or ``[1] ...``. Notes count up through the paper, and so do their marks: that order decides
between a mark and any other small number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kvgraph.model import Document, Line, Mark, Note
from kvgraph.papers import feet, labels
from kvgraph.papers.furniture import Printed
from kvgraph.papers.marks import MONTHS, begins_note, has_mark

_LISTED = re.compile(r"\s*(?:\[ ?(\d{1,3}) ?\]|(\d{1,3})\))\s*(?=\S)")
_BRACKETED = re.compile(r"\s*\[ ?(\d{1,3}) ?\]\s*(?=\S)")
_MARK = re.compile(r"\s?\[ ?(\d{1,3}) ?\]")
_FULL_DATE = re.compile(rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}")
_RULE = re.compile(r"\s*[-_–=]{5,}\s*$")


def of(document: Document, printed: Printed) -> tuple[list[Line], list[Note], list[Note]]:
    """Return the lines without the bodies of notes, all notes, and those whose marks are still to be found.

    Beside real notes, or a list ``[1] ...`` that copying made of them, there may be a second series: a list ``1) ...``
    that who asks typed below the questions.
    """
    series = (printed.lines, document.notes) if document.notes is not None else _two_series(printed)
    if series is None:
        text, notes = take_out(printed)
        return text, notes, notes
    text, listed = _take_listed(series[0])
    by = len(listed)
    real = [replace(note, number=note.number + by, label=note.label or str(note.number)) for note in series[1]]
    if by:
        text = [replace(line, marks=tuple(Mark(mark.offset, mark.number + by) for mark in line.marks)) for line in text]
    return text, [*listed, *real], listed


def _two_series(printed: Printed) -> tuple[list[Line], Sequence[Note]] | None:
    """Return the lines with the marks of a list in brackets on them, and its notes, where a typed list stands too."""
    if printed.typeset:
        return None
    rest, bracketed = _take_listed(printed.lines, (1,))
    if not bracketed or not _take_listed(rest, (2,))[1]:
        return None
    return [_with_marks(line, len(bracketed)) for line in rest], bracketed


def _with_marks(line: Line, count: int) -> Line:
    """Return a line in which the marks ``[1]`` up to this number are no text any more."""
    found = [match for match in _MARK.finditer(line.text) if 0 < int(match[1]) <= count]
    for match in reversed(found):
        line = _without(line, match)
    return line


def _without(line: Line, mark: re.Match[str]) -> Line:
    before, behind = line.cut(0, mark.start()), line.cut(mark.end())
    moved = tuple(Mark(one.offset + len(before.text), one.number) for one in behind.marks)
    marks = (*before.marks, Mark(len(before.text), int(mark[1])), *moved)
    return replace(line, text=before.text + behind.text, marks=marks)


def take_out(printed: Printed) -> tuple[list[Line], list[Note]]:
    """Return the lines of the text without the bodies of notes, and the notes in order of their numbers."""
    text = printed.lines
    notes: list[Note] = []
    if printed.typeset:
        text, notes = feet.take_out(printed)
    if notes:
        return text, notes
    for take in (_take_listed, _take_loose):
        rest, found = take(text)
        if found:
            return rest, found
    return text, []


# --- lists below the questions -----------------------------------------------------------------------------------


def _take_listed(lines: Sequence[Line], styles: Sequence[int] = (1, 2)) -> tuple[list[Line], list[Note]]:
    """Take out a list ``1) ...`` or ``[1] ...`` that counts up from 1 and whose marks stand above it."""
    lines = [part for line in lines for part in _parted(line)]
    best: list[tuple[int, int]] = []
    for style in styles:
        starts = [(i, int(m[style])) for i, line in enumerate(lines) if (m := _LISTED.match(line.text)) and m[style]]
        run = _last_run(starts)
        if run and len(run) > len(best) and _marks_above(lines, run, style):
            best = run
    if not best:
        return list(lines), []
    taken: set[int] = set()
    notes = []
    for k, (index, number) in enumerate(best):
        end = best[k + 1][0] if k + 1 < len(best) else len(lines)
        body = [index]
        for i in range(index + 1, end):
            if not lines[i].text.strip() or labels.is_label(lines[i].text):
                break
            body.append(i)
        taken.update(body)
        match = _LISTED.match(lines[index].text)
        head = lines[index].text[match.end() if match else 0 :]
        notes.append(feet.note(number, [head, *(lines[i].text for i in body[1:])], lines[index].page))
    rest = [line for i, line in enumerate(lines) if i not in taken and not _RULE.match(line.text)]
    return rest, notes


def _parted(line: Line) -> Iterator[Line]:
    """Part notes that stand on one line: ``[2] https://www.een.nl/twee[3] https://www.drie.nl``."""
    place = 0
    opening = _BRACKETED.match(line.text)
    while opening:
        following = re.compile(rf"\[ ?{int(opening[1]) + 1} ?\](?=\s*\S)").search(line.text, opening.end())
        if following is None:
            break
        yield line.cut(place, following.start())
        place = following.start()
        opening = _BRACKETED.match(line.text, place)
    yield line.cut(place) if place else line


def _last_run(starts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    run: list[tuple[int, int]] = []
    for index, number in starts:
        if number == 1:
            run = [(index, 1)]
        elif run and number == run[-1][1] + 1:
            run.append((index, number))
    return run


def _marks_above(lines: Sequence[Line], run: Sequence[tuple[int, int]], style: int) -> bool:
    first = run[0][0]
    above = [line.text.strip() for line in lines[:first]]
    for number in {1, len(run)}:
        marks = (f"[{number}]", f"[{number} ]") if style == 1 else (f"{number})",)
        if any(mark in text[1:] or text == mark for mark in marks for text in above):
            return True
    text = lines[run[0][0]].text
    return style == 1 or "http" in text or _FULL_DATE.search(text) is not None


def _take_loose(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Take out bodies in a text without page feet: after a blank line, up to the next blank line, label or number."""
    if not any(begins_note(line.text, 1) for line in lines):
        return list(lines), []
    taken: set[int] = set()
    notes: list[Note] = []
    marked = False
    for index, line in enumerate(lines):
        expected = len(notes) + 1
        if index in taken:
            continue
        blank_before = index > 0 and (not lines[index - 1].text.strip() or index - 1 in taken)
        if marked and blank_before and begins_note(line.text, expected):
            body = [index, *_body(lines, index + 1, expected + 1)]
            taken.update(body)
            head = line.text.lstrip()[len(str(expected)) :]
            notes.append(feet.note(expected, [head, *(lines[i].text for i in body[1:])], line.page))
            marked = has_mark([got for i, got in enumerate(lines[:index]) if i not in taken], expected + 1)
        else:
            marked = marked or has_mark([line], expected)
    return [line for i, line in enumerate(lines) if i not in taken], notes


def _body(lines: Sequence[Line], start: int, following: int) -> list[int]:
    """Return the lines from ``start`` that go on a note: up to a blank line, a label or the next note."""
    end = start
    while end < len(lines):
        text = lines[end].text
        if not text.strip() or labels.is_label(text) or begins_note(text, following):
            break
        end += 1
    return list(range(start, end))
