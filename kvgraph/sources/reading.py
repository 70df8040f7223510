"""A file, or its bytes, to what it holds; the only place where foreign bytes come in."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from kvgraph.model import Source, SourceError
from kvgraph.sources import forms
from kvgraph.sources.discovery import LARGEST, printable
from kvgraph.sources.forms import Container, Content, Foreign, Form


def read(path: Path, name: str | None = None) -> tuple[Content, ...]:
    """Return what a file holds: one document, or the papers that it states.

    ``name`` is what it is called where it does not keep its own name. Raises SourceError with the codes of
    ``read_bytes``, and ``unreadable`` when the file is missing, forbidden, or no file.
    """
    called = printable(name or path.name or str(path))
    check(path, called)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise _unreadable(called, error) from error
    return read_bytes(called, data)


def is_container(path: Path) -> bool:
    """Tell whether a file is an archive or a compressed file; raises SourceError when it can't be read."""
    called = printable(path.name or str(path))
    check(path, called)
    try:
        return forms.is_container(path)
    except OSError as error:
        raise _unreadable(called, error) from error


def check(path: Path, name: str) -> None:
    """Raise SourceError with code ``unreadable`` unless the path is a regular file that is there.

    A pipe or a device may block or never end: only what has a size is opened.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise _unreadable(name, error) from error
    except ValueError as error:  # a null byte in the path
        raise SourceError(name, f"it can't be read: {error}.", code="unreadable") from error
    if not S_ISREG(mode):
        what = "it is a folder." if S_ISDIR(mode) else "it is not a regular file."
        raise SourceError(name, what, code="unreadable", advice="Name a file with a paper.")


def _unreadable(name: str, error: OSError) -> SourceError:
    reason = f"it can't be read: {(error.strerror or str(error)).lower()}."
    return SourceError(name, reason, code="unreadable", advice="Check its name and permissions.")


def read_bytes(file_name: str, data: bytes) -> tuple[Content, ...]:
    """Return what bytes hold, given the name to report them by.

    Raises SourceError with code ``too-large`` (more than ``LARGEST`` bytes), ``binary`` (a form that holds no paper),
    ``container`` (an archive, which has no bytes of its own to read), and the codes of the reader of their form.
    """
    name = printable(file_name)
    if len(data) > LARGEST:
        reason = f"it holds more than {LARGEST // 2**20} MB; no paper is as large."
        raise SourceError(name, reason, code="too-large", advice="Give each paper a file of its own.")
    match forms.form_of(data):
        case Foreign(name=what, advice=advice):
            raise SourceError(name, f"it is {what}.", code="binary", advice=advice)
        case Container(name=what):
            raise SourceError(name, f"it is {what}.", code="container", advice="Build it, or unpack it first.")
        case Form() as form:
            return form.read(data, Source(name, sha256(data).hexdigest(), form.media_type))
