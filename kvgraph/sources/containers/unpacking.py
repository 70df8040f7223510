"""Containers, and containers within them, to files in a folder: what is too much is not unpacked.

What a container says of its own size is never believed: all that really comes out of it is counted. A container that
is a bomb gives nothing; a damaged member costs itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from kvgraph.model import SourceError
from kvgraph.sources import forms
from kvgraph.sources.containers import archives
from kvgraph.sources.containers.archives import DamagedError, DamagedMemberError, Member, Readable, Refusal
from kvgraph.sources.discovery import LARGEST, InMemory, Local, Unpacked, is_passed_over, name_of, printable
from kvgraph.sources.forms import Container

MEMBERS = 200_000
"""The most members of a container and of those within it: there are some 100,000 papers since 1995."""

TOTAL = 8 * 2**30
"""The most bytes that may come out of a container and those within it: 70,000 papers unpack to a good part of that."""

RATIO = 200
"""The most bytes that may come out for each that went in: papers give 3 to 30, a bomb of zeros 1,000 and more."""

FREE = 16 * 2**20
"""So many bytes may come out of however few: they harm nobody, and small texts of one repeated word pack very well."""

NESTING = 3
"""How many containers may lie in one another: an archive of compressed files in an archive is still honest."""

SIGN_OF_LIFE = 4 * 2**20
"""After so many bytes the unpacking tells that it goes on; a member counts for a thousandth of it."""

_COMPRESSED = {".gz", ".bz2", ".xz"}
_LONGEST_NAME = 1000
_CHUNK = 2**16
_AGAIN = "Get it again; it may have been cut off or changed on the way."
_BOMB = "Leave it out; if it is honest, unpack it, or pack it in parts."

Found = Unpacked | SourceError
"""A file that came out of a container, or why one did not."""


class _BombError(Exception):
    """More came out of one container than may, for all that went in."""


class _ExhaustedError(Exception):
    """More came out of the outermost container than may, whichever one within it showed that."""


def unpack(item: Local, into: Path, alive: Callable[[], object] = lambda: None) -> tuple[Found, ...]:
    """Write the files in a container into an empty folder; return each, or why it could not be unpacked.

    Containers in it are unpacked as well. Folders are left out, and what ``is_passed_over``. The names in a container
    are for reports only: the files in the folder have numbers. ``alive`` is called as often as shows that it goes on.

    Codes of members: ``not-a-file`` (a link, a device), ``encrypted``, ``compression`` (of a method not known here),
    ``damaged``, ``too-large``, ``too-deep``, and for a container within those that follow. Raises SourceError with
    code ``bomb`` (too many members, too many bytes), ``damaged`` (nothing can be read) or ``empty``, and OSError when
    the folder can't be written; then it holds nothing of use.
    """
    try:
        with _stream(item) as stream:
            return tuple(_Unpacking(into, alive).container(stream, name_of(item), depth=1))
    except _ExhaustedError as error:
        raise _bomb(name_of(item), str(error)) from None


def _stream(item: Local) -> IO[bytes]:
    match item:
        case InMemory(data=data):
            return BytesIO(data)
        case Unpacked(path=path) | path:
            return path.open("rb")


@dataclass(slots=True)
class _Unpacking:
    """What has come by now out of the outermost container and all within it."""

    into: Path
    alive: Callable[[], object]
    members: int = 0
    size: int = 0
    files: int = 0
    since_sign: int = 0

    def container(self, stream: IO[bytes], name: str, depth: int) -> list[Found]:
        """Return what is in a container; raises SourceError, and then leaves no file of it."""
        first = self.files
        meter = _Meter(self, name, max(FREE, RATIO * stream.seek(0, 2)))
        stream.seek(0)
        try:
            found = self._all(stream, meter, depth)
            if not found:
                raise SourceError(name, "there is no file in it.", code="empty", advice="Leave it out.")
        except (SourceError, _BombError, _ExhaustedError) as error:
            for number in range(first, self.files):
                self._path(number).unlink(missing_ok=True)
            if isinstance(error, _BombError):
                raise _bomb(name, str(error)) from None
            raise
        return found

    def count(self, size: int) -> None:
        """Count bytes that came out of any container; raises _ExhaustedError."""
        self.size += size
        if self.size > TOTAL:
            raise _ExhaustedError(f"more than {TOTAL // 2**30} GB came out of it.")
        self._go_on(size)

    def _count_member(self) -> None:
        self.members += 1
        if self.members > MEMBERS:
            raise _ExhaustedError(f"it has more than {MEMBERS} members.")
        self._go_on(SIGN_OF_LIFE // 1000)

    def _go_on(self, done: int) -> None:
        self.since_sign += done
        if self.since_sign >= SIGN_OF_LIFE:
            self.since_sign = 0
            self.alive()

    def _path(self, number: int) -> Path:
        return self.into / f"{number:06d}"

    def _all(self, stream: IO[bytes], meter: _Meter, depth: int) -> list[Found]:
        found: list[Found] = []
        where = "from its beginning on"
        try:
            for member in archives.members(stream, meter.count):
                self._count_member()
                name = _within(meter.name, member.name)
                where = f"from {name} on"
                found += self._member(member, name, depth)
                where = f"after {name}"
        except DamagedError as error:
            damaged = SourceError(meter.name, f"it is damaged {where}: {error}.", code="damaged", advice=_AGAIN)
            if not found:
                raise damaged from error
            found.append(damaged)
        return found

    def _member(self, member: Member, name: str, depth: int) -> list[Found]:
        """Return the file that a member is, the files in it, or why there is none; raises DamagedError."""
        if member.content is None or (member.name and is_passed_over(_parts(member.name))):
            return []
        if isinstance(member.content, Refusal):
            refusal = member.content
            return [SourceError(name, refusal.reason, code=refusal.code, advice=refusal.advice)]
        path = self._path(self.files)
        self.files += 1
        try:
            if not _write(member.content, path, name):
                return [Unpacked(path, name)]
            found = self._open(path, name, depth + 1)
        except DamagedMemberError as error:
            found = [SourceError(name, f"it is damaged: {error}.", code="damaged", advice=_AGAIN)]
        except SourceError as error:
            found = [error]
        except DamagedError:
            path.unlink(missing_ok=True)
            raise
        path.unlink(missing_ok=True)
        return found

    def _open(self, path: Path, name: str, depth: int) -> list[Found]:
        if depth > NESTING:
            reason = f"it is a container in {NESTING} others, and no more are opened."
            raise SourceError(name, reason, code="too-deep", advice="Unpack it.")
        with path.open("rb") as stream:
            return self.container(stream, name, depth)


@dataclass(slots=True)
class _Meter:
    """Counts what really comes out of one container, against the most that may."""

    whole: _Unpacking
    name: str
    most: int
    out: int = 0

    def count(self, size: int) -> None:
        """Count bytes that came out; raises _BombError, and what the whole raises."""
        self.whole.count(size)
        self.out += size
        if self.out > self.most:
            reason = f"more than {self.most // 2**20} MB came out of it, which is {RATIO} times its size or more."
            raise _BombError(reason)


def _write(content: Readable, path: Path, name: str) -> bool:
    """Write a member to a file and tell whether that is a container; raises SourceError with code ``too-large``."""
    chunk = content.read(_CHUNK)
    size = len(chunk)
    # A container may be large, for it is not read in one piece. Its first bytes show it, if not for certain: those of
    # a large office document are those of a zip archive.
    may_be_container = isinstance(forms.form_of(chunk), Container)
    with path.open("wb") as stream:
        while chunk:
            stream.write(chunk)
            chunk = content.read(_CHUNK)
            size += len(chunk)
            if size > LARGEST and not may_be_container:
                raise _too_large(name)
    is_container = may_be_container and forms.is_container(path)
    if size > LARGEST and not is_container:
        raise _too_large(name)
    return is_container


def _too_large(name: str) -> SourceError:
    reason = f"it holds more than {LARGEST // 2**20} MB; no paper is as large."
    return SourceError(name, reason, code="too-large", advice="Give each paper a file of its own.")


def _bomb(name: str, reason: str) -> SourceError:
    return SourceError(name, reason, code="bomb", advice=_BOMB)


def _within(container: str, member: str) -> str:
    """Return the name to report a member by; one without a name has that of a compressed file without its suffix."""
    if member:
        inner = printable("/".join(_parts(member)))[-_LONGEST_NAME:]
    else:
        whole = PurePosixPath(container)
        inner = whole.stem if whole.suffix.lower() in _COMPRESSED else whole.name
    return f"{container}/{inner}"


def _parts(name: str) -> list[str]:
    """Return the parts of a name that go down; archives made on Windows may have its separators."""
    return [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")] or ["unnamed"]
