"""Bytes to text: in which encoding they were written."""

from __future__ import annotations

import codecs
import re


class UndecodableError(Exception):
    """Bytes that are text in no encoding that papers come in; ``offset`` is that of the first that shows it."""

    def __init__(self, reason: str, offset: int | None = None) -> None:
        self.reason, self.offset = reason, offset
        super().__init__(reason)


def decode(data: bytes) -> str:
    """Return the text of bytes: UTF-8 or UTF-16 by byte order mark, strict UTF-8, else plausible Windows-1252.

    Raises UndecodableError.
    """
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, "UTF-16", skipped=len(mark))
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[len(codecs.BOM_UTF8) :], "utf-8", "UTF-8", skipped=len(codecs.BOM_UTF8))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(data, error.start)


def _strict(data: bytes, encoding: str, name: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"its byte order mark says {name}, but it is not."
        raise UndecodableError(reason, skipped + error.start) from error


_OTHER = re.compile(r"[^\x00-\x7f]")
# What stands between two small letters in no Dutch word, but shows there when text of another encoding (code page 850,
# Mac Roman) is read as Windows-1252: signs and quotation marks; the apostrophe, dashes and accents do stand there.
_BROKEN = re.compile(r"(?<=[a-z])[ƒ„…†‡ˆ‰‹‘“”•˜™›¡¢£¤¥¦§©ª«¬®¯°±²³µ¶¸¹º»¼½¾¿×÷‚](?=[a-z])")
_UTF_8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")


def _windows_1252(data: bytes, first: int) -> str:
    """Return bytes that are not UTF-8 as Windows-1252, the encoding of old files, if that gives Dutch text."""
    neither = "it is neither UTF-8 nor Windows-1252."
    if _UTF_8_SEQUENCE.search(data):
        raise UndecodableError("it is UTF-8 with damaged bytes.", first)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UndecodableError(neither, error.start) from error
    others, broken = len(_OTHER.findall(text)), len(_BROKEN.findall(text))
    # One letter in some 200 of a Dutch text has an accent; a third of all characters outside ASCII is another language
    # or no text at all.
    if broken * 4 > others or others * 3 > len(text):
        raise UndecodableError(neither, first)
    return text
