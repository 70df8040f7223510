"""PDFs, typeset or from an office program, to lines with their pages; notes where the typography shows them.

PDFium maps the characters of a page to Unicode (ISO 32000-1, section 9.10) and puts them in lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kvgraph.model import Document, Finding, Line, Mark, Note, Severity, Source, SourceError
from kvgraph.sources import cleaning
from kvgraph.sources.pdf.edges import gaps, without_running
from kvgraph.sources.pdf.notes import Notes, find
from kvgraph.sources.pdf.opening import has_pictures, opened, text_page
from kvgraph.sources.pdf.printed import PrintedLine, lines_of

LEAST_LETTERS = 60
"""A PDF with fewer letters is a scan, if perhaps with a stamp or a page number put on it."""

MOST_CHARACTERS = 2_000_000
"""The most characters of a PDF: papers hold some 10,000, the longest a few hundred thousand."""

_MARK = 0xE000
_MARKS = re.compile("[\ue000-\ue3ff]")


def read(data: bytes, source: Source) -> Document:
    """Return the printed lines of a PDF, as PDFium finds them in its text layer.

    Notes come apart, with their marks in the lines, where all of them show by raised numbers and small print; else
    they are still among the lines. A page without text is a finding. Raises SourceError with code ``encrypted``,
    ``damaged`` or ``too-long`` (see ``opening``), or ``scan`` when there is no text layer.
    """
    pages, findings = _pages(data, source)
    if sum(char.isalpha() for page in pages for line in page for char in line.text) < LEAST_LETTERS:
        reason = "the PDF holds no text: its pages are pictures, as of a scan."
        advice = "Put a text layer into it with OCR (for example ocrmypdf), or give its text."
        raise SourceError(source.file_name, reason, code="scan", advice=advice)
    lines = [line for page in without_running(pages) for line in page]
    return _document(source, lines, findings)


def _pages(data: bytes, source: Source) -> tuple[list[list[PrintedLine]], list[Finding]]:
    """Return the printed lines of each page, and what is wrong with pages."""
    pages: list[list[PrintedLine]] = []
    findings: list[Finding] = []
    characters = 0
    with opened(data, source) as document:
        for number in range(1, len(document) + 1):
            with text_page(document, number, source) as page:
                lines = lines_of(page, number)
                if not lines and has_pictures(page):
                    message = f"Page {number} of the PDF is a picture: its text, if it has any, is missing."
                    findings.append(Finding("page-without-text", Severity.WARNING, message))
            pages.append(lines)
            characters += sum(len(line.text) for line in lines)
            if characters > MOST_CHARACTERS:
                reason = f"it holds more than {MOST_CHARACTERS} characters; no paper is as long."
                advice = "Give each paper a file of its own."
                raise SourceError(source.file_name, reason, code="too-long", place=f"page {number}", advice=advice)
    return pages, findings


def _document(source: Source, lines: Sequence[PrintedLine], findings: Sequence[Finding]) -> Document:
    notes = find(lines)
    clean = _clean(lines, notes)
    inside = {index for body in notes.bodies for index in body.lines} if notes else set()
    apart = gaps(lines)
    text: list[Line] = []
    for index, line in enumerate(clean):
        if index not in inside:
            if text and index in apart:
                text.append(Line("", line.page))
            text.append(line)
    bodies = tuple(
        Note(body.number, tuple(clean[index] for index in body.lines), clean[body.lines[0]].page)
        for body in (notes.bodies if notes else ())
    )
    found = bodies if notes else None
    return Document(source, tuple(text), found, sure_lines=True, paged=True, findings=tuple(findings))


def _clean(lines: Sequence[PrintedLine], notes: Notes | None) -> list[Line]:
    """Return the lines cleaned, all at once, with the marks of notes out of their text."""
    numbers = {body.lines[0]: body.plain for body in notes.bodies} if notes else {}
    printed = []
    for index, line in enumerate(lines):
        text = "".join(
            "".join(chr(_MARK + number) for number in part.numbers)
            if notes and (index, place) in notes.marks
            else ("" if place == 0 and part.numbers and index in numbers else part.text)
            for place, part in enumerate(line.parts)
        )
        printed.append(text[numbers.get(index, 0) :].replace("\f", " "))
    cleaned = cleaning.clean_between_placeholders("\n".join(printed)).split("\n")
    return [_line(text, line.page) for text, line in zip(cleaned, lines, strict=True)]


def _line(cleaned: str, page: int) -> Line:
    """Return a line from clean text with placeholders of marks in it."""
    text, marks, place = "", [], 0
    for match in _MARKS.finditer(cleaned := cleaned.strip()):
        text += cleaned[place : match.start()]
        marks.append(Mark(len(text), ord(match[0]) - _MARK))
        place = match.end()
    return Line(text + cleaned[place:], page, marks=tuple(marks))
