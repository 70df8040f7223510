"""Spans, findings, and a source file as clean lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """The characters from ``begin`` up to, not including, ``end``; a tuple, because many are made and sorted."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that this span covers."""
        return text[self.begin : self.end]


class SourceError(Exception):
    """A source that can't be used: which file, where in it, why, and what a person can do about it."""

    def __init__(self, file: str, reason: str, *, code: str, place: str = "", advice: str = "") -> None:
        self.file, self.reason, self.code, self.place, self.advice = file, reason, code, place, advice
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {reason}" + (f" {advice}" if advice else ""))


class Severity(StrEnum):
    """How bad a finding is; the three severities of SHACL."""

    INFO = "info"
    WARNING = "warning"
    VIOLATION = "violation"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a stage noticed and did not repair."""

    code: str
    severity: Severity
    message: str
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a paper was read from: base name, SHA-256 of its bytes in hex, media type."""

    file_name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of note ``number``, which stood before the character at ``offset``."""

    offset: int
    number: int


@dataclass(frozen=True, slots=True)
class Reference:
    """What the publisher tied to the characters of a span: an official id or a web address, as it is written there."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of clean text as it stood in the source, with the page (from 1) that it stood on.

    ``label`` is what the source's own structure says of it: the label of a question or an answer (True), running text
    (False), or nothing (None). ``marks`` and ``references`` are what the source itself ties to places in the text.
    """

    text: str
    page: int = 1
    label: bool | None = None
    marks: tuple[Mark, ...] = ()
    references: tuple[Reference, ...] = ()

    def cut(self, begin: int, end: int | None = None) -> Line:
        """Return the part from ``begin`` up to ``end``, with what is tied to places in it; it is no label.

        A mark belongs to the character before it.
        """
        stop = len(self.text) if end is None else end
        return Line(
            self.text[begin:stop],
            self.page,
            label=False if self.label is False else None,
            marks=tuple(
                Mark(one.offset - begin, one.number)
                for one in self.marks
                if begin < one.offset <= stop or one.offset == begin == 0
            ),
            references=tuple(
                Reference(Span(one.span.begin - begin, one.span.end - begin), one.target)
                for one in self.references
                if begin <= one.span.begin and one.span.end <= stop
            ),
        )


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, the lines of its body, the page at whose foot it stands, and its label.

    The label is the number, but where a paper has two series of notes: real ones and a list typed below the questions.
    """

    number: int
    lines: tuple[Line, ...]
    page: int = 1
    label: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A source read into clean lines: NFC, no control characters, nothing yet joined or left out.

    ``sure_lines`` tells that every line ends where the source ends it: a text layer may have lost line ends. A form
    that knows its paragraphs gives each as one line, with an empty line between them. A form with real notes gives
    them apart, with their marks in the lines; in others (None) the notes are still among the lines. ``paged`` tells
    whether the page numbers of the lines are known. ``named`` is the official id of the paper, where the source states
    it outside its text. ``findings`` are what the source says against its own text.
    """

    source: Source
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] | None = None
    sure_lines: bool = False
    paged: bool = False
    named: str | None = None
    findings: tuple[Finding, ...] = ()
