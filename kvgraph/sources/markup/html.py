"""HTML in which a paper stands, as officielebekendmakingen.nl gives it or as somebody saved it, to lines and notes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html import unescape

from lxml import etree

from kvgraph.model import Document, Source, SourceError
from kvgraph.sources import decoding
from kvgraph.sources.markup import html_page, html_text, xml
from kvgraph.sources.markup.metadata import official_id

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,20})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
"""In so many bytes an encoding is looked for; HTML (section 4.2.5.4) asks for 1024, pages saved by hand hold more."""
_SINGLE_BYTE = re.compile(r"(?:windows-|cp)125[0-8]|iso-?8859-?\d{1,2}|latin-?\d|(?:us-)?ascii|macintosh|(?:ibm|cp)850")
_READ_AS_WINDOWS = frozenset(("iso8859-1", "ascii"))
"""Encodings by whose names browsers understand Windows-1252 (WHATWG Encoding, section 4.2), as Python names them."""
_UNPRINTED = dict.fromkeys((*range(9), 11, *range(14, 32), 127))
_XML_DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")
_XHTML = re.compile(r"\s*<\?xml\b|[^\x00]{0,2000}?<html[^<>]*\sxmlns\s*=", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SAVE = "Save the page again, or give the paper in another form."


def read(data: bytes, source: Source) -> Document:
    """Return the lines of a paper in HTML, with its notes and the publisher's references.

    Real notes are given where links or the publisher's classes tie the marks to them; a page that has neither says
    nothing of notes. Raises SourceError with code ``too-large``, ``encoding``, ``markup`` (nested too deeply, or a part
    that libxml2 gives up on), ``entities`` (see ``markup``) or ``empty``.
    """
    xml.check_size(data, source)
    text = _decoded(data, source).translate(_UNPRINTED)
    root = _tree(text, source)
    if root is None:
        raise SourceError(source.file_name, "it holds no text.", code="empty", advice="Get the page again.")
    xml.check_elements(root, source)
    _check_complete(root, text, source)
    page = html_page.look_at(root)
    flow = html_text.read(page)
    if not flow.has_text():
        raise SourceError(source.file_name, "it holds no text.", code="empty", advice="Get the page again.")
    notes = flow.notes() if page.tells_notes else None
    return Document(source, flow.lines(), notes, sure_lines=True, named=official_id(_stated(root)))


def _stated(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter(etree.Element):
        if xml.name(element) == "meta":
            yield element.get("name") or element.get("property") or "", element.get("content") or ""


# --- bytes to text -----------------------------------------------------------------------------------------------


def _decoded(data: bytes, source: Source) -> str:
    """Return the text by byte order mark, as UTF-8 if it is that, by the declared encoding, or as it seems.

    UTF-8 goes before what is declared: a browser that saves a page as UTF-8 leaves the old declaration in it, and text
    of another encoding that holds more than ASCII is hardly ever UTF-8.
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    try:
        if declared and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
            return _by_declaration(data, declared[1].decode("ascii").lower())
        return decoding.decode(data)
    except decoding.UndecodableError as error:
        place = "" if error.offset is None else f"byte {error.offset}"
        raise SourceError(source.file_name, error.reason, code="encoding", place=place, advice=_SAVE) from error


def _by_declaration(data: bytes, declared: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if not _SINGLE_BYTE.fullmatch(declared):
            return decoding.decode(data)
    try:
        encoding = codecs.lookup(declared).name
        return data.decode("cp1252" if encoding in _READ_AS_WINDOWS else encoding)
    except (LookupError, UnicodeDecodeError):
        return decoding.decode(data)


# --- text to elements --------------------------------------------------------------------------------------------


def _tree(text: str, source: Source) -> etree._Element | None:
    """Return the root of a page, or None when there is nothing in it.

    XHTML is read as XML if it is well-formed: HTML knows no empty ``<a id="..."/>``, and would make the rest its text.
    """
    data = _XML_DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    if _XHTML.match(text):
        try:
            return xml.parse(data, source)
        except SourceError as error:
            if error.code != "markup":
                raise
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise _unreadable(source, str(error)) from error
    # libxml2 stops at its limits and gives what it has until then, without an error.
    stopped = next((entry for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"), None)
    if stopped is not None:
        raise _unreadable(source, stopped.message, line=stopped.line)
    return root


def _check_complete(root: etree._Element, text: str, source: Source) -> None:
    """Raise SourceError when the elements hold much less text than the page: libxml2 may lose some without an error."""
    parts = text.split("<!--")
    outside = parts[0] + "".join(part.partition("-->")[2] for part in parts[1:])
    printed = len(unescape(_TAG.sub("", outside)))
    if 2 * sum(map(len, root.itertext())) < printed - 200:
        raise _unreadable(source, "a part of its text is lost on reading")


def _unreadable(source: Source, what: str, line: int = 0) -> SourceError:
    reason = f"its HTML can't be read: {xml.complaint(what)}."
    return SourceError(source.file_name, reason, code="markup", place=f"line {line}" if line else "", advice=_SAVE)
