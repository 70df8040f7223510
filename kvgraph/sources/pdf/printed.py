"""The text layer of a page to printed lines, with the small numbers that stand raised in them.

PDFium gives the characters in the order in which the page draws them, and ends a line where the next character stands
elsewhere. Raised numbers mislead it: it breaks the line behind one, or runs two notes together in front of one. Where
baselines and sizes are is known for each character, but each question costs: only those at the ends of what PDFium took
for a line and those around numbers are asked for.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

_SMALLER = 0.85
"""A raised number is no larger than this part of the text around it: typeset papers have 0.64, office programs 0.58."""

_LEAST_RISE, _MOST_RISE = 0.12, 0.8
"""How far above the baseline a raised number stands, in sizes of the text: typeset papers and office programs 0.4."""

_NEAR = 0.5
"""What stands within so many sizes above or below a baseline is on that line: lowered numbers, for one."""

_WIDEST_GAP = 5
"""How many sizes the text may begin behind the last digit of a raised number: notes are indented by a tab."""

_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, in place of the line end as well."""

_PERHAPS_HYPHEN = re.compile("[\x02\ufffe]")
_LINE_END = re.compile("\r\n?|\n|\ufffe")
_DROPPED = "\x00"
"""What cleaning drops; it keeps offsets as they are until then."""

_OUTSIDE_BMP = re.compile("[\U00010000-\U0010ffff]")
_DIGITS = re.compile("[0-9]+")
_MOST_DIGITS = 3
_BETWEEN = re.compile(r"\s*(?:,\s*(?:en\s)?|en\s)\s*")
_LONGEST_BETWEEN, _LONGEST_LIST = 6, 40
"""Patterns with blanks in several places take long over a thousand blanks: longer texts are no list of numbers."""

_NUMBERS_ALONE = re.compile(rf"[0-9]{{1,{_MOST_DIGITS}}}\)?(?:{_BETWEEN.pattern}[0-9]{{1,{_MOST_DIGITS}}}\)?)*")
_CLOSING = tuple(".,;:?!)»”’")
_PLACEHOLDERS = re.compile("[\ue000-\uefff]")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line: text, or raised ``numbers`` with the text that prints them."""

    text: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it stands on its page: where its text begins, its baseline, and the size of its type, in points.

    Only a line that begins with a raised number, or has one behind text, has parts with numbers.
    """

    parts: tuple[Part, ...]
    page: int
    x: float
    y: float
    size: float

    @property
    def text(self) -> str:
        """Return the line as printed."""
        return "".join(part.text for part in self.parts)


def lines_of(page: pypdfium2.PdfTextPage, number: int) -> list[PrintedLine]:
    """Return the printed lines of a page, in the order in which the page draws them; ``number`` is the page's."""
    glyphs = _Glyphs(page)
    lines: list[PrintedLine] = []
    line = _Line(number)
    for piece in _pieces(glyphs):
        if not line.takes(piece):
            lines.extend(line.closed())
            line = _Line(number)
        line.add(piece)
    lines.extend(line.closed())
    return lines


# --- characters --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Glyph:
    """Where a character stands on its baseline, and its size."""

    x: float
    y: float
    size: float

    def is_raised_over(self, text: _Glyph) -> bool:
        rise = (self.y - text.y) / text.size if text.size else 0.0
        return self.size <= _SMALLER * text.size and _LEAST_RISE <= rise <= _MOST_RISE

    def is_level_with(self, other: _Glyph) -> bool:
        return abs(self.y - other.y) <= _NEAR * max(self.size, other.size)


class _Glyphs:
    """The text of a page, and where its characters stand."""

    def __init__(self, page: pypdfium2.PdfTextPage) -> None:
        self._page = page.raw
        self._x, self._y, self._matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
        count = pdfium.FPDFText_CountChars(self._page)
        # A character may come out as two, and the last one is a null.
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(self._page, 0, count, buffer) if count > 0 else 0
        text = bytes(memoryview(buffer)[: max(written - 1, 0)]).decode("utf-16-le", "replace")
        # PDFium counts in UTF-16: what takes two places there, takes two here.
        text = _OUTSIDE_BMP.sub(lambda found: f"{found[0]}{_DROPPED}", text)
        self._is_exact = len(text) == count
        # What marks stand for while a text is cleaned must not come out of a PDF.
        text = _PLACEHOLDERS.sub(_DROPPED, text)
        self.text = _PERHAPS_HYPHEN.sub(lambda found: self._hyphen(found.start()), text)

    def _hyphen(self, index: int) -> str:
        """Return what the character at an index is: a hyphen at the end of a line, or one that nobody can read."""
        return _HYPHEN if pdfium.FPDFText_IsHyphen(self._page, self._index(index)) == 1 else _DROPPED

    def _index(self, index: int) -> int:
        return index if self._is_exact else int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, index))

    def at(self, index: int) -> _Glyph:
        """Return the place of the character at an index of the text; with size 0 where PDFium knows none."""
        found = pdfium.FPDFText_GetCharOrigin(self._page, self._index(index), self._x, self._y)
        return _Glyph(self._x.value, self._y.value, self.size(index)) if found else _Glyph(0.0, 0.0, 0.0)

    def size(self, index: int) -> float:
        """Return the size of the character at an index of the text."""
        index = self._index(index)
        # Typesetting programs put the size into the matrix (ISO 32000-1, section 9.4.2), office programs into the font.
        if not pdfium.FPDFText_GetMatrix(self._page, index, self._matrix):
            return 0.0
        scale = math.hypot(self._matrix.c, self._matrix.d)
        return scale * float(pdfium.FPDFText_GetFontSize(self._page, index))


# --- pieces ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text without a number that is smaller than the rest, or such numbers; ``fresh`` where PDFium began a line."""

    part: Part
    first: _Glyph
    last: _Glyph
    fresh: bool


def _pieces(glyphs: _Glyphs) -> Iterator[_Piece]:
    begin = 0
    for match in _LINE_END.finditer(glyphs.text):
        yield from _pieces_between(glyphs, begin, match.start(), hyphen=match[0] == _HYPHEN)
        begin = match.end()
    yield from _pieces_between(glyphs, begin, len(glyphs.text), hyphen=False)


def _pieces_between(glyphs: _Glyphs, begin: int, end: int, *, hyphen: bool) -> Iterator[_Piece]:
    """Yield the pieces of what PDFium took for one line."""
    line = glyphs.text[begin:end]
    if not line.strip():
        return
    if len(line.strip()) <= _LONGEST_LIST and _NUMBERS_ALONE.fullmatch(line.strip()):
        yield _piece(glyphs, begin, end, numbers=True, fresh=True)
        return
    place, fresh = begin, True
    for first, last in _small_numbers(glyphs, begin, end):
        if glyphs.text[place:first].strip():
            yield _piece(glyphs, place, first, numbers=False, fresh=fresh)
            fresh = False
        yield _piece(glyphs, first, last, numbers=True, fresh=fresh)
        place, fresh = last, False
    if glyphs.text[place:end].strip():
        piece = _piece(glyphs, place, end, numbers=False, fresh=fresh)
        yield replace(piece, part=Part(f"{piece.part.text}-")) if hyphen else piece


def _piece(glyphs: _Glyphs, begin: int, end: int, *, numbers: bool, fresh: bool) -> _Piece:
    text = glyphs.text[begin:end]
    first, last = map(glyphs.at, _trimmed(glyphs.text, begin, end))
    return _Piece(Part(text, tuple(map(int, _DIGITS.findall(text))) if numbers else ()), first, last, fresh)


def _small_numbers(glyphs: _Glyphs, begin: int, end: int) -> list[tuple[int, int]]:
    """Return where numbers stand that are smaller than the line; a list of them (``2, 3 en 4``) is one place."""
    text = glyphs.text
    first_and_last = _trimmed(text, begin, end)
    largest = _SMALLER * max(glyphs.size(index) for index in first_and_last)
    found: list[tuple[int, int]] = []
    for match in _DIGITS.finditer(text, begin, end):
        first = last = match.end()
        # Only the end of a number may be raised: `nr. 121` can be the number 12 with the mark of note 1.
        while first > match.start() and last - first <= _MOST_DIGITS and glyphs.size(first - 1) <= largest:
            first -= 1
        if not 0 < last - first <= _MOST_DIGITS:
            continue
        if text[last : last + 1] == ")" and last < end and glyphs.size(last) <= largest:
            last += 1
        if found and first == match.start() and _is_list(glyphs, found[-1][1], first, largest):
            first = found.pop()[0]
        found.append((first, last))
    return found


def _is_list(glyphs: _Glyphs, begin: int, end: int, largest: float) -> bool:
    """Return whether what stands between two small numbers is small as well, and makes them a list."""
    if end - begin > _LONGEST_BETWEEN or not _BETWEEN.fullmatch(glyphs.text, begin, end):
        return False
    return glyphs.size(_trimmed(glyphs.text, begin, end)[0]) <= largest


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """Return the indexes of the first and the last character of a stretch of text that are not white space."""
    stretch = text[begin:end]
    return begin + len(stretch) - len(stretch.lstrip()), begin + len(stretch.rstrip()) - 1


# --- lines -------------------------------------------------------------------------------------------------------


class _Line:
    """Collects the pieces of one printed line."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._pieces: list[_Piece] = []

    def takes(self, piece: _Piece) -> bool:
        """Return whether a piece stands on this line, behind what it has."""
        if not self._pieces:
            return True
        before = self._pieces[-1]
        if piece.part.numbers and piece.first.is_raised_over(before.last):
            return _follows(before.last, piece.first)
        if before.part.numbers and before.last.is_raised_over(piece.first):
            text = next((one.last for one in reversed(self._pieces) if not one.part.numbers), piece.first)
            return text.is_level_with(piece.first) and _follows(before.last, piece.first)
        return not piece.fresh and before.last.is_level_with(piece.first)

    def add(self, piece: _Piece) -> None:
        """Put a piece behind the others; numbers that are not raised over what stands beside them are text."""
        if self._pieces:
            before = self._pieces[-1]
            if piece.part.numbers and not piece.first.is_raised_over(before.last):
                piece = _as_text(piece)
            if len(self._pieces) == 1 and before.part.numbers and not before.last.is_raised_over(piece.first):
                self._pieces[0] = _as_text(before)
            if piece.fresh and not piece.part.numbers and not piece.part.text.startswith((" ", *_CLOSING)):
                piece = replace(piece, part=Part(f" {piece.part.text}"))
        self._pieces.append(piece)

    def closed(self) -> Iterator[PrintedLine]:
        """Yield the line, if it has anything."""
        if not self._pieces:
            return
        if len(self._pieces) == 1:
            self._pieces[0] = _as_text(self._pieces[0])
        text = next((piece.first for piece in self._pieces if not piece.part.numbers), self._pieces[0].first)
        parts = tuple(piece.part for piece in self._pieces)
        yield PrintedLine(parts, self._page, self._pieces[0].first.x, text.y, text.size)


def _as_text(piece: _Piece) -> _Piece:
    return replace(piece, part=Part(piece.part.text))


def _follows(before: _Glyph, after: _Glyph) -> bool:
    return 0 <= after.x - before.x <= _WIDEST_GAP * max(before.size, after.size)
