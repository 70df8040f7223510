"""Spans, findings, and a source file as clean lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from ``begin`` up to, not including, ``end``."""

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
class Line:
    """One line of clean text as it stood in the source, with the page (from 1) that it stood on."""

    text: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A source read into clean lines: NFC, no control characters, nothing yet joined or left out."""

    source: Source
    lines: tuple[Line, ...]
