"""Bytes to text: what form they have, and in which encoding they were written."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_PLAIN = "Give its text: this version reads plain text only."
_EACH = "Unpack it and give the files in it."
_PICTURE = "A scan holds no text: give the text of the paper."


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is no plain text: how it is called, how its bytes begin, and what to do about it."""

    name: str
    beginning: bytes
    advice: str = _PLAIN


# The beginnings are those that the formats prescribe (their "magic numbers").
_FORMS = (
    Form("a PDF", b"%PDF-"),
    Form("a zip archive or an Office document (DOCX, ODT)", b"PK\x03\x04", "Give its text, or the texts packed in it."),
    Form("an empty zip archive", b"PK\x05\x06", "Leave it out."),
    Form("a PNG picture", b"\x89PNG\r\n\x1a\n", _PICTURE),
    Form("a JPEG picture", b"\xff\xd8\xff", _PICTURE),
    Form("a GIF picture", b"GIF8", _PICTURE),
    Form("a TIFF picture", b"II*\x00", _PICTURE),
    Form("a TIFF picture", b"MM\x00*", _PICTURE),
    Form("a gzip file", b"\x1f\x8b", _EACH),
    Form("a bzip2 file", b"BZh", _EACH),
    Form("an xz file", b"\xfd7zXZ\x00", _EACH),
    Form("a 7z archive", b"7z\xbc\xaf\x27\x1c", _EACH),
    Form("an old Office document (DOC, MSG)", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    Form("an RTF document", b"{\\rtf"),
)
_MARKUP = (
    Form("XML", b"<?xml"),
    Form("HTML", b"<!doctype html"),
    Form("HTML", b"<html"),
    Form("JSON", b'{"'),
)
_BINARY = Form("binary data", b"")


class UndecodableError(Exception):
    """Bytes that are text in no encoding that papers come in; ``offset`` is that of the first that shows it."""

    def __init__(self, reason: str, offset: int | None = None) -> None:
        self.reason, self.offset = reason, offset
        super().__init__(reason)


def foreign_form(data: bytes) -> Form | None:
    """Return the form of bytes that are no plain text, told by their content; None for plain text."""
    for form in _FORMS:
        if data.startswith(form.beginning):
            return form
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    start = data[:64].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for form in _MARKUP:
        if start.startswith(form.beginning):
            return form
    # Damaged text layers hold a stray control byte here and there; one in every 20 is no text.
    controls = len(re.findall(rb"[\x00-\x08\x0e-\x1f\x7f]", data))
    return _BINARY if controls * 20 > len(data) else None


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
