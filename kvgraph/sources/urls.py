"""Sources behind URLs: on the web, in stores like S3, wherever fsspec has a way to; listed, and fetched to a file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from kvgraph.model import SourceError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

LARGEST = 8 * 2**30
"""The most bytes that are fetched of one source: an archive of all papers is smaller, and a disk has an end."""

_CHUNK = 2**20
_WEB = {"http", "https"}


@dataclass(frozen=True, slots=True)
class Remote:
    """A source behind a URL, which is its name as well."""

    url: str


def is_url(name: str) -> bool:
    """Tell whether a name is a URL rather than a path."""
    return "://" in name


def local(url: str) -> str:
    """Return the path that a ``file://`` URL stands for; nothing for others."""
    parts = urlsplit(url)
    return url2pathname(parts.path) if parts.scheme == "file" else ""


def expand(url: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each file at a URL, sorted, with the parts of its path below the folder or the pattern named.

    A web server lists nothing: there a URL is one file, whatever signs are in it. What can't be listed is given back
    as it is: reading it says why.
    """
    if urlsplit(url).scheme in _WEB:
        yield url, ("",)
        return
    try:
        found = _listed(url)
    except failures():
        found = []
    yield from sorted(found) or [(url, ("",))]


def fetch(url: str, into: Path, alive: Callable[[], object] = lambda: None) -> Path:
    """Return a new file in the folder ``into`` with what lies at a URL; ``alive`` is called after each part of it.

    Raises SourceError with code ``unreadable``, or ``too-large`` when it holds more than ``LARGEST`` bytes.
    """
    with tempfile.NamedTemporaryFile(dir=into, delete=False) as file:
        try:
            files, path = opened(url)
            with files.open(path, "rb", cache_type="readahead") as stream:
                while chunk := stream.read(_CHUNK):
                    file.write(chunk)
                    alive()
                    if file.tell() > LARGEST:
                        raise SourceError(url, f"it holds more than {LARGEST // 2**30} GB.", code="too-large")
        except failures() as error:
            reason = f"it can't be read: {str(error).rstrip('.') or type(error).__name__}."
            advice = "Check the URL, and what your rights and settings for it are."
            raise SourceError(url, reason, code="unreadable", advice=advice) from error
    return Path(file.name)


def opened(url: str) -> tuple[AbstractFileSystem, str]:
    """Return the store behind a URL, and the path in it; raises one of ``failures``."""
    from fsspec.core import url_to_fs

    found: tuple[AbstractFileSystem, str] = url_to_fs(url)
    return found


def failures() -> tuple[type[Exception], ...]:
    """Return what may be raised on the way to a URL: each library has errors of its own, and may be missing."""
    known: list[type[Exception]] = [OSError, ValueError, ImportError]
    with suppress(ImportError):
        from aiohttp import ClientError

        known.append(ClientError)
    with suppress(ImportError):
        from botocore.exceptions import BotoCoreError

        known.append(BotoCoreError)
    return tuple(known)


def _listed(url: str) -> list[tuple[str, tuple[str, ...]]]:
    files, path = opened(url)
    if any(sign in path for sign in "*?["):
        details: dict[str, Any] = files.glob(path, detail=True)
        names = [name for name, about in details.items() if about["type"] == "file"]
        return [(files.unstrip_protocol(name), (PurePosixPath(name).name,)) for name in names]
    if not files.isdir(path):
        return []
    start = len(PurePosixPath(path).parts)
    return [(files.unstrip_protocol(name), PurePosixPath(name).parts[start:]) for name in files.find(path)]
