"""What is collected while marked-up text is walked: paragraphs with their label lines, and the notes apart.

The readers of XML and HTML say what begins and ends; here it becomes the lines and notes of a ``Document``.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager

from kvgraph.model import Line, Note
from kvgraph.sources.paragraphs import Paragraph, separated

_WHITE = " \t\n\r\f\v"
_SPEAKS = re.compile(r"\W*(?:\d|(?:deel)?vra(?:ag|gen)\b|antwoord(?:en)?\b|beantwoording\b|reactie\b)", re.IGNORECASE)
_LABEL_LENGTH = 60
"""More characters than the label of any question or answer has; a longer line is text."""


class _Stretch:
    """The paragraphs of the text, or of one note, with the one that is being put together."""

    def __init__(self) -> None:
        self.paragraphs: list[list[Line]] = []
        self._paragraph: Paragraph | None = None
        self._held = ""
        self._targets: list[str] = []
        self._entered: list[AbstractContextManager[None]] = []

    def text(self, text: str) -> None:
        # White space waits: a mark that stands behind it belongs to the word before it.
        body = text.rstrip(_WHITE)
        if body:
            self._open().text(self._held + body)
            self._held = ""
        if body != text:
            self._held = " "

    def mark(self, number: int) -> None:
        self._open().mark(number)

    def line_break(self) -> None:
        self._leave_references()
        if self._paragraph is not None:
            self._paragraph.line_break()
        self._held = ""

    def begin_reference(self, target: str) -> None:
        if self._held:
            self._open().text(self._held)
            self._held = ""
        self._targets.append(target)

    def end_reference(self) -> None:
        if len(self._entered) == len(self._targets):
            self._entered.pop().__exit__(None, None, None)
        self._targets.pop()

    def end(self, label: bool | None) -> None:
        if self._paragraph is None:
            return
        self._leave_references()
        if lines := self._paragraph.lines(label=label):
            self.paragraphs.append(lines)
        self._paragraph, self._held = None, ""

    def _open(self) -> Paragraph:
        """Return the paragraph, begun if need be, with the references entered that are open here."""
        if self._paragraph is None:
            self._paragraph, self._held = Paragraph(), ""
        for target in self._targets[len(self._entered) :]:
            entered = self._paragraph.reference(target)
            entered.__enter__()
            self._entered.append(entered)
        return self._paragraph

    def _leave_references(self) -> None:
        while self._entered:
            self._entered.pop().__exit__(None, None, None)


class Flow:
    """Collects the paragraphs and the notes of one source, in reading order."""

    def __init__(self) -> None:
        self._text = _Stretch()
        self._open = [self._text]
        self._numbers: dict[str, int] = {}
        self._notes: dict[str, _Stretch] = {}

    def text(self, text: str) -> None:
        """Add text as it stands in the source."""
        self._open[-1].text(text)

    def line_break(self) -> None:
        """End the line, not the paragraph."""
        self._open[-1].line_break()

    def end(self, label: bool | None = None) -> None:
        """End the paragraph, if one is begun; ``label`` is what the structure says of its lines."""
        self._open[-1].end(label)

    def begin_reference(self, target: str) -> None:
        """Tie what follows to a target, up to ``end_reference``; references may be nested."""
        self._open[-1].begin_reference(target)

    def end_reference(self) -> None:
        """End the reference begun last."""
        self._open[-1].end_reference()

    def mark(self, key: str) -> None:
        """Add the mark of a note; the notes are numbered in the order of their first marks."""
        self._open[-1].mark(self._numbers.setdefault(key, len(self._numbers) + 1))

    def begin_note(self, key: str) -> None:
        """Begin the body of a note, which is collected apart, up to ``end_note``."""
        self._open.append(self._notes.setdefault(key, _Stretch()))

    def end_note(self) -> None:
        """End the note begun last."""
        self.end()
        self._open.pop()

    def has_text(self) -> bool:
        """Tell whether there is anything but labels."""
        return any(line.text and not line.label for paragraph in self._text.paragraphs for line in paragraph)

    def lines(self) -> tuple[Line, ...]:
        """Return the lines of the text, with an empty line between paragraphs."""
        return separated(self._text.paragraphs)

    def notes(self) -> tuple[Note, ...]:
        """Return the notes in the order of their numbers, those without a mark at the end."""
        for key in self._notes:
            self._numbers.setdefault(key, len(self._numbers) + 1)
        return tuple(
            Note(number, separated(self._notes[key].paragraphs) if key in self._notes else ())
            for key, number in self._numbers.items()
        )


def speaks(printed: str) -> bool:
    """Tell whether what is printed above a question or answer is a label: a number, or the word and what follows."""
    return len(printed) <= _LABEL_LENGTH and _SPEAKS.match(printed) is not None


class Labels:
    """The label lines of questions and answers whose structure is known, in reading order.

    A printed number without its word (``1.``) gets the word before it. Where nothing is printed, the bare word says
    what begins, but not inside a paper whose questions are numbered: there, a part without a number goes on.
    """

    def __init__(self, *, numbered: bool) -> None:
        self._numbered = numbered
        self._before = ""

    def word_before(self, kind: str, printed: str) -> str:
        """Return what is to stand before a printed label: ``Vraag`` or ``Antwoord`` and a blank, or nothing."""
        self._before = kind
        return "" if printed[:1].isalpha() else f"{kind.capitalize()} "

    def unprinted(self, kind: str) -> str:
        """Return the label line of a ``vraag`` or an ``antwoord`` above which nothing is printed, if any."""
        goes_on = self._numbered if kind == "vraag" else self._before == "antwoord"
        self._before = kind
        return "" if goes_on else kind.capitalize()
