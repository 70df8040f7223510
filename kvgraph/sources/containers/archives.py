"""The members of a zip or tar archive, or of a compressed file, one after the other and without unpacking ahead.

Zip as in APPNOTE.TXT 6.3 (PKWARE), tar as in POSIX.1 (pax) and GNU tar, gzip as in RFC 1952, bzip2, and xz 1.2.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import struct
import tarfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol, cast
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

Count = Callable[[int], object]
"""Told how many bytes have come out; may raise to stop it."""

_BLOCK = tarfile.BLOCKSIZE
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_INFLATING: dict[bytes, Callable[[IO[bytes]], object]] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ\x00": lzma.open,
}
_METHODS = {ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA}
_ENCRYPTED = 0x1
_UNNAMED = "unnamed"
# What zipfile, tarfile and the decompressors raise on damaged bytes besides their own errors.
_UNREADABLE = (
    BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    NotImplementedError,
)


class DamagedError(Exception):
    """Bytes of a container that can't be read; nothing that comes after them can either."""


class DamagedMemberError(Exception):
    """Bytes of one member that can't be read; the others may be whole."""


class Readable(Protocol):
    """The bytes of a member."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end; raises DamagedError or DamagedMemberError."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a member can't be read, as the code, the sentence and the advice of a SourceError."""

    code: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Member:
    """A member by its name in the container, none when that has no names; its bytes; None for a folder."""

    name: str
    content: Readable | Refusal | None


def members(stream: IO[bytes], count: Count) -> Iterator[Member]:
    """Yield the members of a container, each to be read before the next one; ``count`` is told all that comes out.

    Raises DamagedError where it can't be read any further.
    """
    start = stream.read(_BLOCK)
    stream.seek(0)
    if start.startswith(_ZIP):
        yield from _of_zip(stream, count)
        return
    inflate = next((inflate for beginning, inflate in _INFLATING.items() if start.startswith(beginning)), None)
    inflated = _Counted(cast(Readable, inflate(stream)) if inflate else stream, count)
    if inflated.is_tar:
        yield from _of_tar(inflated)
    else:
        yield Member("", inflated)


class _Counted:
    """A stream read front to back, all that comes out of it counted; once damaged, it stays so."""

    def __init__(self, stream: Readable, count: Count) -> None:
        self._stream, self._count, self._pending, self._damage, self.last = stream, count, b"", "", b"\0"
        self._pending = self.read(_BLOCK)
        self.is_tar = self._pending[257:262] == b"ustar"

    def read(self, size: int, /) -> bytes:
        if self._pending:
            self.last, self._pending = self._pending[:size], self._pending[size:]
            return self.last
        if not (self.last or self._damage):
            self._damage = "it ends too early"  # without this, tarfile seeks on through what is not there
        if self._damage:
            raise DamagedError(self._damage)
        try:
            self.last = self._stream.read(size)
        except _UNREADABLE as error:
            self._damage = _said(error)
            raise DamagedError(self._damage) from error
        self._count(len(self.last))
        return self.last


# --- zip ---------------------------------------------------------------------------------------------------------


def _of_zip(stream: IO[bytes], count: Count) -> Iterator[Member]:
    try:
        archive = ZipFile(stream)
    except _UNREADABLE as error:
        raise DamagedError(_said(error)) from error
    with archive:
        for info in archive.infolist():
            is_folder = info.filename.endswith("/")
            yield Member(info.filename or _UNNAMED, None if is_folder else _in_zip(archive, info, count))


def _in_zip(archive: ZipFile, info: ZipInfo, count: Count) -> Readable | Refusal:
    if info.flag_bits & _ENCRYPTED:
        return Refusal("encrypted", "it is encrypted.", "Unpack the archive with its password.")
    mode = info.external_attr >> 16  # of archives made on Unix; elsewhere 0
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return _no_file("a link" if stat.S_ISLNK(mode) else "a device or a pipe")
    if info.compress_type not in _METHODS:
        reason = f"it is packed with a method that is not known here (number {info.compress_type})."
        return Refusal("compression", reason, "Pack it as an ordinary zip archive.")
    return _Zipped(archive, info, count)


class _Zipped:
    """A member of a zip archive, opened when it is first read: that shows damages too."""

    def __init__(self, archive: ZipFile, info: ZipInfo, count: Count) -> None:
        self._archive, self._info, self._count = archive, info, count
        self._stream: IO[bytes] | None = None

    def read(self, size: int, /) -> bytes:
        try:
            self._stream = self._stream or self._archive.open(self._info)
            data = self._stream.read(size)
        except _UNREADABLE as error:
            raise DamagedMemberError(_said(error)) from error
        self._count(len(data))
        return data


# --- tar ---------------------------------------------------------------------------------------------------------


def _of_tar(stream: _Counted) -> Iterator[Member]:
    try:
        # Block by block, so that the last one read is known at the end: tarfile takes damage for an end.
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|", bufsize=_BLOCK, encoding="utf-8") as archive:
            while info := archive.next():
                yield Member(info.name or _UNNAMED, None if info.isdir() else _in_tar(archive, info))
    except _UNREADABLE as error:
        raise DamagedError(_said(error)) from error
    if len(stream.last) != _BLOCK or any(stream.last):
        raise DamagedError("it ends without the end mark of an archive")


def _in_tar(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Readable | Refusal:
    if info.issym() or info.islnk():
        return _no_file(f"a link to {info.linkname}")
    if info.issparse():
        return _no_file("a file with holes")
    content = archive.extractfile(info) if info.isreg() else None
    return _Tarred(content) if content else _no_file("a device or a pipe")


class _Tarred:
    """A member of a tar archive; where it is damaged the archive ends."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        try:
            return self._stream.read(size)
        except _UNREADABLE as error:
            raise DamagedError(_said(error)) from error


def _no_file(what: str) -> Refusal:
    return Refusal("not-a-file", f"it is {what}, not a file with bytes of its own.", "Pack the file itself.")


def _said(error: BaseException) -> str:
    return str(error).strip().rstrip(".") or type(error).__name__
