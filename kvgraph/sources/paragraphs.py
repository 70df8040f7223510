"""Paragraphs of forms that know them (XML, HTML, Word, ODT): clean lines with the note marks and references in them.

While a paragraph is put together, characters of a private-use area stand for marks and references. Text from a source
never holds them: it is cleaned piece by piece of what could be taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from kvgraph.model import Line, Mark, Reference, Span
from kvgraph.sources import cleaning

_MARK, _BEGIN, _END = 0xE000, 0xE400, 0xE800
_MOST = 0x400
_WHITE = re.compile(r"[ \t\n\r\f\v]+")


class Paragraph:
    """Collects the inline content of one paragraph, in reading order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._targets: list[str] = []

    def text(self, text: str | None) -> None:
        """Add text as it stands in the source; line ends in it are white space."""
        if text:
            self._parts.append(_WHITE.sub(" ", cleaning.without_placeholders(text)))

    def line_break(self) -> None:
        """End the line, not the paragraph."""
        self._parts.append("\n")

    def mark(self, number: int) -> None:
        """Add the mark of note ``number``, from 1; one of more than a thousand notes is left out."""
        if 0 < number < _MOST:
            self._parts.append(chr(_MARK + number))

    @contextmanager
    def reference(self, target: str) -> Iterator[None]:
        """Tie what is added inside the ``with`` to a target."""
        number = len(self._targets)
        if number >= _MOST or not target.strip():
            yield
            return
        self._targets.append(target.strip())
        self._parts.append(chr(_BEGIN + number))
        yield
        self._parts.append(chr(_END + number))

    def lines(self, *, page: int = 1, label: bool | None = None) -> list[Line]:
        """Return the lines that hold text, cleaned, white space folded; none for a paragraph without text."""
        content = cleaning.clean_between_placeholders("".join(self._parts))
        lines = (self._line(line, page, label) for line in content.split("\n"))
        return [line for line in lines if line.text or line.marks]

    def _line(self, content: str, page: int, label: bool | None) -> Line:
        text = ""
        marks: list[Mark] = []
        references: list[Reference] = []
        begins: dict[int, int] = {}
        for char in content:
            match ord(char) & ~(_MOST - 1), ord(char) & (_MOST - 1):
                case (0xE000, number):
                    marks.append(Mark(len(text), number))
                case (0xE400, number):
                    begins[number] = len(text)
                case (0xE800, number):
                    if span := _trimmed(text, begins.pop(number, len(text))):
                        references.append(Reference(span, self._targets[number]))
                case _ if char != " " or (text and not text.endswith(" ")):
                    text += char
        stripped = text.rstrip()
        placed = (Mark(min(one.offset, len(stripped)), one.number) for one in marks)
        return Line(stripped, page, label, tuple(placed), tuple(references))


def _trimmed(text: str, begin: int) -> Span | None:
    """Return the span from ``begin`` to the end of a text, without white space around it; None when it is empty."""
    end = len(text.rstrip())
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    return Span(begin, end) if begin < end else None


def separated(paragraphs: Iterable[list[Line]]) -> tuple[Line, ...]:
    """Return the lines of paragraphs with an empty line between them."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        if lines and paragraph:
            lines.append(Line("", paragraph[0].page))
        lines.extend(paragraph)
    return tuple(lines)
