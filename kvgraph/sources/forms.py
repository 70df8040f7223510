"""Which form bytes have, told by their content and never by their name, and which reader is for it.

Readers are imported when the first source of their form comes along: PDFium and libxml2 cost a command that reads
plain text nothing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from kvgraph.model import Document, ParsedPaper, Source, SourceError

Content = Document | ParsedPaper | SourceError
"""What a source gives: a document to be parsed, a paper that it states as such, or why one of several is none."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: how a sentence names it, its media type (IANA), and its reader."""

    name: str
    media_type: str
    read: Callable[[bytes, Source], tuple[Content, ...]]


@dataclass(frozen=True, slots=True)
class Container:
    """A form that holds files."""

    name: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A form that holds no paper that can be read, and what to do about it."""

    name: str
    advice: str


# --- readers -----------------------------------------------------------------------------------------------------


def _text(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources import plain

    return (plain.read(data, source),)


def _pdf(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources import pdf

    return (pdf.read(data, source),)


def _docx(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources.office import docx

    return (docx.read(data, source),)


def _odt(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources.office import odt

    return (odt.read(data, source),)


def _doc(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources.office import doc

    return (doc.read(data, source),)


def _xml(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources.markup import official_xml

    return (official_xml.read(data, source),)


def _html(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources.markup import html

    return (html.read(data, source),)


def _metadata(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources.markup import metadata

    return metadata.read(data, source)


def _json(data: bytes, source: Source) -> tuple[Content, ...]:
    from kvgraph.sources.json import odata, parsed_json, text

    value = text.decode(data, source)
    return odata.papers(value, source) if odata.is_odata(value) else parsed_json.papers(value, source)


TEXT = Form("plain text", "text/plain", _text)
PDF = Form("a PDF", "application/pdf", _pdf)
DOCX = Form("a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx)
ODT = Form("an OpenDocument text", "application/vnd.oasis.opendocument.text", _odt)
DOC = Form("an old Word document", "application/msword", _doc)
OFFICIAL_XML = Form("official XML", "application/xml", _xml)
METADATA = Form("metadata", "application/xml", _metadata)
HTML = Form("HTML", "text/html", _html)
JSON = Form("JSON", "application/json", _json)

# --- sniffing ----------------------------------------------------------------------------------------------------

_PICTURE = "A scan holds no text: give the text of the paper."
_SAVE = "Save it as DOCX, ODT or PDF."
# The beginnings are those that the formats prescribe (their "magic numbers").
_BEGINNINGS: tuple[tuple[bytes, Form | Container | Foreign], ...] = (
    (b"\x1f\x8b", Container("a gzip file")),
    (b"BZh", Container("a bzip2 file")),
    (b"\xfd7zXZ\x00", Container("an xz file")),
    (b"PK\x05\x06", Container("an empty zip archive")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"7z\xbc\xaf\x27\x1c", Foreign("a 7z archive", "Unpack it, or pack it as zip or tar.")),
    (b"Rar!\x1a\x07", Foreign("a RAR archive", "Unpack it, or pack it as zip or tar.")),
    (b"{\\rtf", Foreign("an RTF document", _SAVE)),
    (b"\x89PNG\r\n\x1a\n", Foreign("a PNG picture", _PICTURE)),
    (b"\xff\xd8\xff", Foreign("a JPEG picture", _PICTURE)),
    (b"GIF8", Foreign("a GIF picture", _PICTURE)),
    (b"II*\x00", Foreign("a TIFF picture", _PICTURE)),
    (b"MM\x00*", Foreign("a TIFF picture", _PICTURE)),
)
_PDF_WITHIN = 1024
"""Readers of PDF accept a header within so many bytes (ISO 32000-1, annex H in its first edition)."""

_START = 4096
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"(?:[^<]|<[?!])*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_DOCTYPE = re.compile(r"[^<]*(?:<\?[^>]*>\s*)?<!DOCTYPE\s+([\w.-]+)")
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\]{])')
_HTML_PARTS = re.compile(
    r"\s*<(?:!doctype html|html|head|body|meta|title|h[1-6]|div|p|article|main|section|table)[\s>]", re.IGNORECASE
)
_ROOTS = {
    "officiele-publicatie": OFFICIAL_XML,
    "kamervragen": OFFICIAL_XML,
    "vraagdoc": OFFICIAL_XML,
    "metadata_gegevens": METADATA,
    "owms-metadata": METADATA,
    "html": HTML,
}
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_BINARY = Foreign("binary data", "Leave it out, or get the paper in another form.")


def form_of(data: bytes) -> Form | Container | Foreign:
    """Return the form of bytes; plain text when nothing speaks for another one."""
    for beginning, form in _BEGINNINGS:
        if data.startswith(beginning):
            return form
    if data.startswith(b"PK\x03\x04"):
        return _packed(BytesIO(data))
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return PDF
    if data[257:262] == b"ustar":
        return Container("a tar archive")
    return _written(data)


def _packed(stream: IO[bytes]) -> Form | Container | Foreign:
    """Tell office documents from archives: they are zip archives with prescribed members (ISO 29500-2, ODF 1.3-2)."""
    try:
        with ZipFile(stream) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return Container("a zip archive")  # opening it says what is wrong with it
    if "[Content_Types].xml" in names:
        if any(name.startswith("word/") for name in names):
            return DOCX
        return Foreign("an Office document without a text (a spreadsheet, a presentation)", _SAVE)
    if {"mimetype", "content.xml"} <= names:
        return ODT
    return Container("a zip archive")


def _written(data: bytes) -> Form | Foreign:
    start = _start(data)
    if _JSON.match(start):
        return JSON
    if start.lstrip().startswith("<"):
        start = _COMMENT.sub("", start)
        if _HTML_PARTS.match(start):
            return HTML
        root = _ROOT.match(start) or _DOCTYPE.match(start)
        if root and (form := _ROOTS.get(root[1].lower())):
            return form
        if start.lstrip().startswith(("<?xml", "<!DOCTYPE")):
            what = f"XML of another kind (its root is {root[1]})" if root else "XML without a root"
            return Foreign(what, "Give official XML of the parliament, or the paper in another form.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return TEXT
    # Damaged text layers hold a stray control byte here and there; one in every 20 is no text.
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return _BINARY if controls * 20 > len(data) else TEXT


def _start(data: bytes) -> str:
    """Return the first characters, as far as markup and JSON can be told by them."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) : _START].decode(encoding, "ignore")
    return data[:_START].removeprefix(codecs.BOM_UTF8).decode("latin-1")


def is_container(path: Path) -> bool:
    """Tell whether a file is an archive or a compressed file; raises OSError."""
    with path.open("rb") as stream:
        start = stream.read(_START)
        if start.startswith(b"PK\x03\x04"):
            stream.seek(0)
            return isinstance(_packed(stream), Container)
    return isinstance(form_of(start), Container)
