"""A file, or its bytes, to a ``Document``; the only place where foreign bytes become text."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from kvgraph.model import Document, Line, Source, SourceError
from kvgraph.sources import cleaning, decoding
from kvgraph.sources.discovery import printable

LARGEST = 5 * 2**20
"""The most bytes that a source may hold: papers as text hold some 6 kB, the longest a few hundred."""

_SAVE_AS_TEXT = "Save it as plain text in UTF-8."


def read(path: Path) -> Document:
    """Return the clean lines of a file.

    Raises SourceError with the codes of ``read_bytes``, and ``unreadable`` when the file is missing, forbidden, or no
    file.
    """
    name = printable(path.name or str(path))
    try:
        mode = path.stat().st_mode
        # A pipe or a device may block or never end: only what has a size is opened.
        if not S_ISREG(mode):
            what = "it is a folder." if S_ISDIR(mode) else "it is not a regular file."
            raise SourceError(name, what, code="unreadable", advice="Name a file with text.")
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        reason = f"it can't be read: {(error.strerror or str(error)).lower()}."
        raise SourceError(name, reason, code="unreadable", advice="Check its name and permissions.") from error
    except ValueError as error:  # a null byte in the path
        raise SourceError(name, f"it can't be read: {error}.", code="unreadable") from error
    return read_bytes(path.name, data)


def read_bytes(file_name: str, data: bytes) -> Document:
    """Return the clean lines of a text, given its bytes and the name to report them by.

    Raises SourceError with code ``too-large`` (more than ``LARGEST`` bytes), ``binary`` (another form than plain
    text), ``encoding`` (neither UTF-8, UTF-16 with a byte order mark, nor Windows-1252), or ``empty``.
    """
    name = printable(file_name)
    if len(data) > LARGEST:
        reason = f"it holds more than {LARGEST // 2**20} MB; no paper is as long."
        raise SourceError(name, reason, code="too-large", advice="Give each paper a file of its own.")
    if form := decoding.foreign_form(data):
        raise SourceError(name, f"it is {form.name}, not plain text.", code="binary", advice=form.advice)
    try:
        text = cleaning.clean(decoding.decode(data))
    except decoding.UndecodableError as error:
        place = "" if error.offset is None else f"byte {error.offset}"
        raise SourceError(name, error.reason, code="encoding", place=place, advice=_SAVE_AS_TEXT) from error
    if not text.strip():
        raise SourceError(name, "it holds no text.", code="empty", advice="Leave it out, or get the paper again.")
    source = Source(file_name=name, sha256=sha256(data).hexdigest(), media_type="text/plain")
    return Document(source, lines(text))


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of clean text; each form feed starts a new page."""
    return tuple(
        Line(line, page)
        for page, content in enumerate(text.split("\f"), start=1)
        for line in content.removesuffix("\n").split("\n")
    )
