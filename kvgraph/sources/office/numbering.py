"""Automatic numbering of word processors: counters of a list, and how each level prints them.

Word (ISO/IEC 29500-1, section 17.9) and OpenDocument (ODF 1.3 part 3, sections 16.31 and 19.500) number alike: a
level counts on its own, and starts again below a higher one that has moved on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

DEEPEST = 10
"""The most levels of a list: nine in Word, ten in OpenDocument."""

_HIGHEST = 32_767
"""The highest number that Word counts to."""

_MOST_LETTERS = 5
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_SPEAKING = re.compile(r"[^\W\d_]{3}.*[0-9]")
_BARE = re.compile(r"\s*[0-9]{1,2}[a-z]?\s*")
_GLYPH = re.compile(r"[-–—•·▪◦○●■□►*>+]")


class Form(Enum):
    """How a number is printed; ``NONE`` prints nothing."""

    DECIMAL = auto()
    TWO_DIGITS = auto()
    LOWER_LETTER = auto()
    UPPER_LETTER = auto()
    LOWER_ROMAN = auto()
    UPPER_ROMAN = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: ``pattern`` holds its fixed text and, as numbers from 0, the levels whose counts it prints.

    It starts again when a level above ``restarts_below`` counts (from 0), so with the default below any higher one;
    with None never.
    """

    pattern: tuple[str | int, ...]
    form: Form = Form.DECIMAL
    start: int = 1
    decimal: bool = False
    restarts_below: int | None = DEEPEST


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph, with the blank behind it."""

    text: str

    @property
    def speaks(self) -> bool:
        """Whether it says something with nothing behind it: ``Vraag 1`` does, a number or a bullet is left over."""
        return bool(_SPEAKING.search(self.text))


class Counters:
    """The counts of one list, level by level."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def count(self, at: int, levels: Mapping[int, Level], *, start: int | None = None) -> Label:
        """Count one paragraph at a level and return its label; ``start`` sets the number that it gets."""
        level = levels.get(at)
        if level is None:
            return Label("")
        for deeper in [one for one in self._counts if one > at and _restarts(levels.get(one), at)]:
            del self._counts[deeper]
        for higher in range(at):
            self._counts.setdefault(higher, levels[higher].start if higher in levels else 1)
        before = self._counts.get(at)
        number = start if start is not None else level.start if before is None else before + 1
        self._counts[at] = min(max(number, 0), _HIGHEST)
        text = "".join(part if isinstance(part, str) else self._printed(part, level, levels) for part in level.pattern)
        # Words need a blank between label and text, also where a document leaves the distance to its layout.
        return Label(f"{text} " if text.strip() else "")

    def _printed(self, at: int, level: Level, levels: Mapping[int, Level]) -> str:
        form = levels[at].form if at in levels else Form.DECIMAL
        return printed(self._counts.get(at, 1), Form.DECIMAL if level.decimal else form)


def _restarts(level: Level | None, below: int) -> bool:
    return level is None or (level.restarts_below is not None and below < level.restarts_below)


def printed(number: int, form: Form) -> str:
    """Return a number in a form; one that the form has no sign for in digits."""
    match form:
        case Form.NONE:
            return ""
        case Form.TWO_DIGITS:
            return f"{number:02}"
        case Form.LOWER_LETTER | Form.UPPER_LETTER if 0 < number <= 26 * _MOST_LETTERS:
            # Word goes on behind z with aa, bb, cc.
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters.upper() if form is Form.UPPER_LETTER else letters
        case Form.LOWER_ROMAN | Form.UPPER_ROMAN if 0 < number <= _LARGEST_ROMAN:
            roman = _roman(number)
            return roman.upper() if form is Form.UPPER_ROMAN else roman
        case _:
            return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def is_bare(start: str) -> bool:
    """Tell whether a paragraph has begun with a number and nothing behind it: ``3``, as questions are numbered.

    Before a tab or the text of an item such a number is as good as on a line of its own; a blank would hide it.
    """
    return bool(_BARE.fullmatch(start))


def bullet(glyph: str) -> str:
    """Return a bullet as text: signs as they are, letters and signs of symbol fonts as the plain bullet."""
    return glyph if _GLYPH.fullmatch(glyph) else "•"


def whole(text: str | None, default: int) -> int:
    """Return the number that an attribute holds, or the default when it holds none."""
    return int(text) if text and _WHOLE.fullmatch(text.strip()) else default
