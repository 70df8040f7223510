"""Plain text, as tools take it from a PDF or as somebody typed it, to lines with their pages."""

from __future__ import annotations

from kvgraph.model import Document, Line, Source, SourceError
from kvgraph.sources import cleaning, decoding

LARGEST = 5 * 2**20
"""The most bytes that a text may hold: papers hold some 6 kB, the longest a few hundred."""

_SAVE_AS_TEXT = "Save it as plain text in UTF-8."


def read(data: bytes, source: Source) -> Document:
    """Return the clean lines of a text.

    Raises SourceError with code ``too-large`` (more than ``LARGEST`` bytes), ``encoding`` (neither UTF-8, UTF-16 with
    a byte order mark, nor Windows-1252), or ``empty``.
    """
    name = source.file_name
    if len(data) > LARGEST:
        reason = f"it holds more than {LARGEST // 2**20} MB of text; no paper is as long."
        raise SourceError(name, reason, code="too-large", advice="Give each paper a file of its own.")
    try:
        text = cleaning.clean(decoding.decode(data))
    except decoding.UndecodableError as error:
        place = "" if error.offset is None else f"byte {error.offset}"
        raise SourceError(name, error.reason, code="encoding", place=place, advice=_SAVE_AS_TEXT) from error
    if not text.strip():
        raise SourceError(name, "it holds no text.", code="empty", advice="Leave it out, or get the paper again.")
    return Document(source, lines(text), paged="\f" in text)


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of clean text; each form feed starts a new page."""
    return tuple(
        Line(line, page)
        for page, content in enumerate(text.split("\f"), start=1)
        for line in content.removesuffix("\n").split("\n")
    )
