"""Blocks of printed lines to passages: clean text, marks of notes out, answers tied to their questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kvgraph.model import Finding, Line, Passage, PassageKind, Severity
from kvgraph.papers.labels import Block, Kind
from kvgraph.papers.lexicon import Lexicon
from kvgraph.papers.marks import Note, assign
from kvgraph.papers.rewrap import MARK_FIRST, MARK_LAST, join, mark_character

_MARKS = re.compile(f"[{chr(MARK_FIRST)}-{chr(MARK_LAST)}]")
_BETWEEN_QUESTIONS = re.compile(rf"(?<=\?)(?=\s+[A-ZÀ-Ý«“‘])|(?<=\?{_MARKS.pattern})(?=\s+[A-ZÀ-Ý«“‘])")
_MARK_LIST = re.compile(rf"\s*{_MARKS.pattern}(?:\s*(?:,|en|,\s*en)?\s*{_MARKS.pattern})+\s*\.?\s*")
_CLOSING = tuple(".,;:?!)»”’")


@dataclass(frozen=True, slots=True)
class Marked:
    """Clean text and, for each note whose mark stood in it, the number and the offset."""

    text: str
    marks: tuple[tuple[int, int], ...]


def put_marks(blocks: Sequence[Block], notes: Sequence[Note]) -> list[Block]:
    """Return the blocks with the printed mark of each note replaced by its mark character."""
    lines = [line for block in blocks for line in block.lines]
    places = assign(lines, notes)
    for number, place in sorted(places.items(), key=lambda item: (item[1].line, item[1].begin), reverse=True):
        line = lines[place.line]
        lines[place.line] = replace(
            line, text=line.text[: place.begin] + mark_character(number) + line.text[place.end :]
        )
    marked = iter(lines)
    return [
        replace(
            block, lines=tuple(replace(line, text=_only_marks(line.text)) for line in islice(marked, len(block.lines)))
        )
        for block in blocks
    ]


def _only_marks(text: str) -> str:
    """Return a line that lists marks (``2, 3 en 4``) without what stands between them."""
    return "".join(_MARKS.findall(text)) if _MARK_LIST.fullmatch(text) else text


def clean(lines: Iterable[Line], lexicon: Lexicon) -> Marked:
    """Return the lines as clean text, with the offsets at which marks of notes stood."""
    joined = join([line.text for line in lines], lexicon)
    text, marks = "", []
    place = 0
    for match in _MARKS.finditer(joined):
        text = _append(text, joined[place : match.start()])
        marks.append((ord(match[0]) - MARK_FIRST, len(text)))
        place = match.end()
    text = _append(text, joined[place:]).rstrip()
    return Marked(text, tuple((number, min(offset, len(text.rstrip()))) for number, offset in marks))


def _append(text: str, piece: str) -> str:
    """Put a piece behind the mark of a note: no blank is doubled, none stands before a closing sign."""
    if piece.lstrip().startswith(_CLOSING):
        return text.rstrip() + piece.lstrip()
    return text + (piece.lstrip() if not text or text.endswith(" ") else piece)


class Passages:
    """Collects the passages of one paper in reading order."""

    def __init__(self, lexicon: Lexicon, notes: Sequence[Note]) -> None:
        self._lexicon, self._notes = lexicon, notes
        self._anchors: dict[int, tuple[str, int]] = {}
        self._keys: Counter[str] = Counter()
        self.breaks: list[int] = []
        self.headers: list[Passage] = []
        self.questions: list[Passage] = []
        self.answers: list[Passage] = []
        self.findings: list[Finding] = []

    def add_header(self, blocks: Sequence[Block]) -> str:
        """State the header passage from everything that neither asks nor answers; return its text."""
        text, page = "", 1
        for block in blocks:
            for paragraph in _paragraphs(block.lines):
                page = page if text else paragraph[0].page
                marked = clean(paragraph, self._lexicon)
                text = f"{text} {marked.text}".strip()
                self._anchor("header", Marked("", marked.marks), len(text) - len(marked.text))
                self.breaks.append(len(text))
        self.headers.append(Passage(PassageKind.HEADER, "header", "", 0, text, page))
        return text

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
            marked = clean(lines, self._lexicon)
            key = self._key("question", label)
            page = lines[0].page if lines else 1
            self.questions.append(Passage(PassageKind.QUESTION, key, label, len(self.questions) + 1, marked.text, page))
            self._anchor(key, marked)

    def _add_answer(self, block: Block) -> None:
        answered = self._answered(block.labels)
        label = block.labels[0] if block.labels else self._label(answered)
        marked = clean(block.lines, self._lexicon)
        key = self._key("answer", label)
        page = block.lines[0].page if block.lines else 1
        order = len(self.answers) + 1
        self.answers.append(Passage(PassageKind.ANSWER, key, label, order, marked.text, page, answers=answered))
        self._anchor(key, marked)
        if not answered:
            self._finding("answer-without-question", f"The answer labelled {label!r} answers no printed question.", key)

    def _answered(self, labels: Sequence[str]) -> tuple[str, ...]:
        done = {key for answer in self.answers for key in answer.answers}
        open_keys = [question.key for question in self.questions if question.key not in done]
        if not labels:
            return tuple(open_keys)
        keys: list[str] = []
        for label in labels:
            same = [q.key for q in self.questions if q.label == label]
            same = same or [q.key for q in self.questions if re.fullmatch(rf"{re.escape(label)}[a-z]", q.label)]
            keys.extend([key for key in same if key not in done] or same[-1:])
        if not keys and open_keys:
            message = f"No question is labelled {labels[0]}: the answer is tied to the open one above."
            self._finding("label-misprint", message)
            return tuple(open_keys[-1:])
        return tuple(dict.fromkeys(keys))

    def _label(self, answered: Sequence[str]) -> str:
        return next((q.label for q in self.questions if q.key in answered), str(len(self.answers) + 1))

    def footnotes(self) -> list[Passage]:
        """Return the notes as passages, tied to the passage in which their mark stood."""
        passages = []
        for order, note in enumerate(self._notes, 1):
            text = clean([Line(line, note.page) for line in note.lines], self._lexicon).text
            anchor = self._anchors.get(note.number)
            key = self._key("footnote", str(note.number))
            of, mark = anchor or (None, None)
            passages.append(
                Passage(PassageKind.FOOTNOTE, key, str(note.number), order, text, note.page, footnote_of=of, mark=mark)
            )
            if anchor is None:
                self._finding("footnote-without-mark", f"The mark of footnote {note.number} was not found.", key)
        return passages

    def _key(self, kind: str, label: str) -> str:
        key = f"{kind}/{label}"
        self._keys[key] += 1
        copy = self._keys[key]
        if copy > 1:
            key = f"{key}-{copy}"
            self._finding("label-twice", f"The label {label!r} is printed {copy} times.", key)
        return key

    def _anchor(self, key: str, marked: Marked, offset: int = 0) -> None:
        for number, place in marked.marks:
            self._anchors.setdefault(number, (key, offset + place))

    def _finding(self, code: str, message: str, passage: str = "") -> None:
        self.findings.append(Finding(code, Severity.WARNING, message, passage))


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    paragraphs: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]


def _one_for_each(lines: Sequence[Line], count: int) -> list[list[Line]] | None:
    """Return the lines of each of ``count`` questions under one label.

    Each ends where a line ends with a question mark, or else where a sentence does; None when neither gives as many.
    """
    if count == 1:
        return None
    sentences = [replace(line, text=part) for line in lines for part in _BETWEEN_QUESTIONS.split(line.text)]
    return next((parts for parts in map(_questions, (lines, sentences)) if len(parts) == count), None)


def _questions(lines: Sequence[Line]) -> list[list[Line]]:
    parts: list[list[Line]] = [[]]
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        ended = bool(parts[-1]) and _MARKS.sub("", parts[-1][-1].text).rstrip().endswith(("?", "?»"))
        if ended and (text[0].isupper() or text[0] in "«“‘"):
            parts.append([])
        parts[-1].append(line)
    return parts
