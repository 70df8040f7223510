"""Blocks of printed lines to passages: clean text, marks of notes out, answers tied to their questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kvgraph.model import Finding, Line, Mark, Note, Passage, PassageKind, Reference, Severity, Span
from kvgraph.papers.labels import Block, Kind
from kvgraph.papers.lexicon import Lexicon
from kvgraph.papers.marks import Place, assign
from kvgraph.papers.running import Running, paragraphs, run

_BETWEEN_QUESTIONS = re.compile(r"(?<=\?)\s+(?=[A-ZÀ-Ý«“‘])")
_PART = re.compile(r"(.+)[a-z]")
_SEPARATORS = re.compile(r"\s*(?:(?:,|en|,\s*en)\s*)*\.?\s*")


def put_marks(blocks: Sequence[Block], notes: Sequence[Note]) -> list[Block]:
    """Return the blocks with the printed mark of each note found and taken out of the text of its line."""
    lines = [line for block in blocks for line in block.lines]
    found: dict[int, list[tuple[Place, int]]] = {}
    for number, place in assign(lines, notes).items():
        found.setdefault(place.line, []).append((place, number))
    for index, places in found.items():
        lines[index] = _take_out(lines[index], sorted(places, key=lambda pair: pair[0].begin))
    marked = iter(lines)
    return [replace(block, lines=tuple(islice(marked, len(block.lines)))) for block in blocks]


def _take_out(line: Line, places: Sequence[tuple[Place, int]]) -> Line:
    rest, end = Line("", line.page), 0
    for place, number in places:
        between = line.cut(end, place.begin)
        if not end or not _SEPARATORS.fullmatch(between.text):  # "?1, 2": the comma goes with the marks
            rest = _together(rest, between)
        rest = replace(rest, marks=(*rest.marks, Mark(len(rest.text), number)))
        end = place.end
    rest = _together(rest, line.cut(end))
    # A line that lists marks (`2, 3 en 4`) has nothing but separators between them.
    if len(rest.marks) > 1 and _SEPARATORS.fullmatch(rest.text):
        return replace(line, text="", marks=tuple(Mark(0, mark.number) for mark in rest.marks))
    return replace(rest, label=line.label)


def _together(line: Line, more: Line) -> Line:
    by = len(line.text)
    return replace(
        line,
        text=line.text + more.text,
        marks=(*line.marks, *(Mark(one.offset + by, one.number) for one in more.marks)),
        references=(
            *line.references,
            *(Reference(Span(one.span.begin + by, one.span.end + by), one.target) for one in more.references),
        ),
    )


class Passages:
    """Collects the passages of one paper in reading order."""

    def __init__(self, lexicon: Lexicon, notes: Sequence[Note], *, paged: bool) -> None:
        self._lexicon, self._notes, self._paged = lexicon, notes, paged
        self._anchors: dict[int, tuple[str, int]] = {}
        self._keys: Counter[str] = Counter()
        self._unanswered: dict[str, None] = {}
        self._labelled: dict[str, list[str]] = {}
        self._parts: dict[str, list[str]] = {}
        self.breaks: list[int] = []
        self.headers: list[Passage] = []
        self.questions: list[Passage] = []
        self.answers: list[Passage] = []
        self.findings: list[Finding] = []

    def add_header(self, blocks: Sequence[Block]) -> str:
        """State the header passage from everything that neither asks nor answers; return its text."""
        header = Running("")
        for block in blocks:
            for paragraph in paragraphs(block.lines):
                added = run(paragraph, self._lexicon).behind(header.text)
                header = Running(
                    added.text,
                    header.marks + added.marks,
                    header.references + added.references,
                    header.pages + added.pages,
                )
                self.breaks.append(len(header.text))
        self.headers.append(self._passage(PassageKind.HEADER, "header", "", 0, header))
        return header.text

    def add(self, block: Block) -> None:
        """State the passages of a question or answer block."""
        if block.kind is Kind.QUESTION:
            self._add_questions(block)
        else:
            self._add_answer(block)

    def _add_questions(self, block: Block) -> None:
        labels = block.labels or (str(len(self.questions) + 1),)
        parts = _one_for_each(block.lines, len(labels)) or [list(block.lines)] * len(labels)
        for label, lines in zip(labels, parts, strict=True):
            order = len(self.questions) + 1
            running = run(lines, self._lexicon)
            key = self._key("question", label)
            self.questions.append(self._passage(PassageKind.QUESTION, key, label, order, running))
            self._unanswered[key] = None
            self._labelled.setdefault(label, []).append(key)
            if part := _PART.fullmatch(label):
                self._parts.setdefault(part[1], []).append(key)

    def _add_answer(self, block: Block) -> None:
        answered = self._answered(block.labels)
        label = block.labels[0] if block.labels else self._label(answered)
        running = run(block.lines, self._lexicon)
        key = self._key("answer", label)
        order = len(self.answers) + 1
        self.answers.append(self._passage(PassageKind.ANSWER, key, label, order, running, answered))
        if not answered:
            self._finding("answer-without-question", f"The answer labelled {label!r} answers no printed question.", key)

    def _answered(self, labels: Sequence[str]) -> tuple[str, ...]:
        """Return the keys of the questions that the next answer answers, which are answered from here on."""
        if not labels:
            keys = list(self._unanswered)
        elif not (keys := self._with(labels)) and self._unanswered:
            message = f"No question is labelled {labels[0]}: the answer is tied to the open one above."
            self._finding("label-misprint", message)
            keys = [next(reversed(self._unanswered))]
        for key in keys:
            self._unanswered.pop(key, None)
        return tuple(keys)

    def _with(self, labels: Sequence[str]) -> list[str]:
        """Return the unanswered questions with these labels, of each that has none the last that was answered."""
        keys: dict[str, None] = {}
        for label in labels:
            same = self._labelled.get(label) or self._parts.get(label, [])  # who answers 1 answers 1a to 1g
            keys |= dict.fromkeys([key for key in same if key in self._unanswered] or same[-1:])
            del same[:-1]  # all are answered now: nobody asks for the others again
        return list(keys)

    def _label(self, answered: Sequence[str]) -> str:
        return next((q.label for q in self.questions if q.key in answered), str(len(self.answers) + 1))

    def footnotes(self) -> list[Passage]:
        """Return the notes as passages, tied to the passage in which their mark stood."""
        passages = []
        for order, note in enumerate(self._notes, 1):
            label = note.label or str(note.number)
            key = self._key("footnote", label)
            passage = self._passage(PassageKind.FOOTNOTE, key, label, order, run(note.lines, self._lexicon))
            of, mark = self._anchors.get(note.number, (None, None))
            passages.append(replace(passage, footnote_of=of, mark=mark))
            if of is None:
                self._finding("footnote-without-mark", f"The mark of footnote {label} was not found.", key)
        return passages

    def _passage(
        self, kind: PassageKind, key: str, label: str, order: int, running: Running, answers: tuple[str, ...] = ()
    ) -> Passage:
        for mark in running.marks:
            self._anchors.setdefault(mark.number, (key, mark.offset))
        pages = _changes(running.pages) if self._paged else ()
        return Passage(kind, key, label, order, running.text, pages, answers, references=running.references)

    def _key(self, kind: str, label: str) -> str:
        key = f"{kind}/{label}"
        self._keys[key] += 1
        copy = self._keys[key]
        if copy > 1:
            key = f"{key}-{copy}"
            self._finding("label-twice", f"The label {label!r} is printed {copy} times.", key)
        return key

    def _finding(self, code: str, message: str, passage: str = "") -> None:
        self.findings.append(Finding(code, Severity.WARNING, message, passage))


def _changes(pages: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the pages without those that only go on; the first begins with the text."""
    changes: list[tuple[int, int]] = []
    for offset, page in pages:
        if not changes:
            changes.append((0, page))
        elif page != changes[-1][1]:
            changes.append((offset, page))
    return tuple(changes)


def _one_for_each(lines: Sequence[Line], count: int) -> list[list[Line]] | None:
    """Return the lines of each of ``count`` questions under one label.

    Each ends where a line ends with a question mark, or else where a sentence does; None when neither gives as many.
    """
    if count == 1:
        return None
    sentences = [part for line in lines for part in _sentences(line)]
    return next((parts for parts in map(_questions, (lines, sentences)) if len(parts) == count), None)


def _sentences(line: Line) -> Iterator[Line]:
    place = 0
    for match in _BETWEEN_QUESTIONS.finditer(line.text):
        yield line.cut(place, match.start())
        place = match.end()
    yield line.cut(place)


def _questions(lines: Sequence[Line]) -> list[list[Line]]:
    parts: list[list[Line]] = [[]]
    for line in lines:
        text = line.text.strip()
        if not text and not line.marks:
            continue
        asked = next((got.text.rstrip() for got in reversed(parts[-1]) if got.text.strip()), "")
        if asked.endswith(("?", "?»")) and text and (text[0].isupper() or text[0] in "«“‘"):
            parts.append([])
        parts[-1].append(line)
    return parts
