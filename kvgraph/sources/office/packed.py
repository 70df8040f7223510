"""Zip packages of office documents, read part by part: what they claim about themselves is never believed.

OPC (ISO/IEC 29500-2, section 7.3.8) and ODF (part 2, section 2.2) both store or deflate their parts, nothing else.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from kvgraph.model import Source, SourceError
from kvgraph.sources.markup import xml

LARGEST_PART = 16 * 2**20
"""The most bytes of one part: the text of the longest papers holds some hundred kB as XML."""

LARGEST_SUM = 48 * 2**20
"""The most bytes of all parts that are read from one package."""

HIGHEST_RATIO = 250
"""How many times smaller a part may be packed: XML of Word comes to some 30, and deflate ends at 1032."""

RATIO_MATTERS = 2**20
"""Below so many bytes no ratio does harm, and small parts of one repeated word reach a high one."""

MOST_PARTS = 10_000
"""The most parts of a package; a letter has some 30, and each picture is one."""

ENCRYPTED = "Take the password off, and save it again."
DAMAGED = "Get the file again; it may have been cut off or changed on the way."

# What `zipfile` raises on damaged archives besides its own error.
_ERRORS = (BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError, NotImplementedError, OverflowError)
_MEMBER = b"PK\x01\x02"
_IS_ENCRYPTED = 0x1


class Package:
    """The parts of a zip package by their names, which differ by more than case (ISO/IEC 29500-2, section 6.2.2).

    Raises SourceError with code ``damaged`` or ``too-large`` (more than ``MOST_PARTS``).
    """

    def __init__(self, data: bytes, source: Source) -> None:
        self._source, self._read = source, 0
        # Each member has a header of its own; counted before the archive makes an object of every one.
        if data.count(_MEMBER) > MOST_PARTS:
            raise self._too_large(f"it holds more than {MOST_PARTS} parts.", "")
        try:
            self._archive = ZipFile(BytesIO(data))
        except _ERRORS as error:
            raise self.damaged(f"its zip archive can't be read: {error}.") from error
        self._parts = {_folded(info.filename): info for info in self._archive.infolist()}

    def part(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises SourceError with code ``damaged`` (missing, or its bytes are not what they should be), ``encrypted`` or
        ``too-large``.
        """
        info = self._parts.get(_folded(name))
        if info is None:
            raise self.damaged("this part is missing.", name)
        return self._unpacked(info)

    def has(self, name: str) -> bool:
        """Tell whether the package has a part of this name."""
        return _folded(name) in self._parts

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part that is XML; raises SourceError with the codes of ``part`` and of ``markup``."""
        return xml.parse(self.part(name), self._source, part=name)

    def damaged(self, reason: str, part: str = "") -> SourceError:
        """Return the error of a package that is not what it should be."""
        return SourceError(self._source.file_name, reason, code="damaged", place=part, advice=DAMAGED)

    def encrypted(self, part: str = "") -> SourceError:
        """Return the error of a package that only a password opens."""
        reason = "it is locked with a password."
        return SourceError(self._source.file_name, reason, code="encrypted", place=part, advice=ENCRYPTED)

    def _too_large(self, reason: str, part: str) -> SourceError:
        advice = "Leave it out; if it really is a paper, save it anew without what is not text."
        return SourceError(self._source.file_name, reason, code="too-large", place=part, advice=advice)

    def _unpacked(self, info: ZipInfo) -> bytes:
        name = info.filename
        if info.flag_bits & _IS_ENCRYPTED:
            raise self.encrypted(name)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self.damaged("this part is packed in a way that office documents do not know.", name)
        most = min(LARGEST_PART, LARGEST_SUM - self._read)
        packed = max(1, info.compress_size)
        if info.file_size > most or (info.file_size > RATIO_MATTERS and info.file_size / packed > HIGHEST_RATIO):
            raise self._too_large(f"this part would unpack to {info.file_size} bytes, more than any paper needs.", name)
        try:
            with self._archive.open(info) as stream:
                # The size is only claimed: what is unpacked is counted.
                data = stream.read(most + 1)
        except _ERRORS as error:
            raise self.damaged(
                f"this part can't be unpacked: {str(error).rstrip('.') or 'it breaks off'}.", name
            ) from error
        if len(data) > most:
            raise self._too_large("this part unpacks to more than any paper needs.", name)
        self._read += len(data)
        return data


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
