"""OpenDocument texts (ODT): the body as paragraphs, the header of the first page above it, notes as real notes.

ODF 1.3, part 3: text (5), notes (6.3), tracked changes (5.5), tables (9), frames (10.4). A frame is read before the
paragraph that it hangs on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

from lxml import etree

from kvgraph.model import Document, Line, Note, Source, SourceError
from kvgraph.sources.links import is_official
from kvgraph.sources.markup import xml
from kvgraph.sources.office import numbering
from kvgraph.sources.office.elements import attribute, child, children
from kvgraph.sources.office.numbering import Label
from kvgraph.sources.office.odt_styles import Labels, Styles
from kvgraph.sources.office.packed import Package
from kvgraph.sources.paragraphs import Paragraph, separated

_EMPTY = "Leave it out, or get the paper again; text in a picture can't be read."
_LEFT_OUT = frozenset(
    (
        "tracked-changes", "annotation", "annotation-end", "note-citation", "note-body", "ruby-text", "number",
        "script", "table-of-content-source", "index-title-template", "bibliography-source", "forms", "event-listeners",
    )
)  # fmt: skip
_PAGE_FIELDS = frozenset(("page-number", "page-count"))
_STRUCTURE = frozenset(("list", "list-item", "list-header", "section", "note", "ruby"))
_TEXT = ":text:1.0"
_NO_LABEL = Label("")
_LONGEST_START = 4
"""How much of a paragraph's start is kept: enough to see a number that stands before a tab."""

_IDENTIFIER = re.compile(r"(?:ah|kv)-(?:tk|ek)-[A-Za-z0-9-]{1,40}")


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read: what it says so far, and whether it prints the number of its page (furniture)."""

    content: Paragraph = field(default_factory=Paragraph)
    start: str = ""
    empty: bool = True
    label: Label = _NO_LABEL
    furniture: bool = False


class _Story:
    """Reads one story: the body, a header, a note."""

    def __init__(self, styles: Styles, note: Callable[[etree._Element], int | None] = lambda _note: None) -> None:
        self._styles, self._note = styles, note
        self._labels = Labels(styles)
        self._paragraphs: list[list[Line]] = []
        self._open: list[_Open] = []
        self._links: list[ExitStack] = []

    def read(self, container: etree._Element) -> list[list[Line]]:
        """Return the lines of each paragraph that prints something."""
        for step, element, text in xml.walk(container, self._is_left_out):
            if step == "start":
                self._start(xml.name(element), element)
            elif step == "end":
                self._close(xml.name(element))
            else:
                self._text(element, text)
        return self._paragraphs

    def _is_left_out(self, element: etree._Element) -> bool:
        match xml.name(element):
            case "span":
                return self._styles.hides("text", attribute(element, "style-name"))
            case "p" | "h":
                return self._styles.hides("paragraph", attribute(element, "style-name"))
            case "section":
                return attribute(element, "display") == "none" or attribute(element, "is-hidden") == "true"
            case "hidden-text" | "hidden-paragraph":
                return attribute(element, "is-hidden") == "true"
            case name:
                return name in _LEFT_OUT

    def _start(self, name: str, element: etree._Element) -> None:
        match name:
            case "p" | "h":
                self._open_paragraph(element)
            case "list":
                self._labels.open_list(element)
            case "list-item" | "list-header":
                self._labels.open_item(element)
            case "note" if self._open:
                self._mark(element)
            case "a":
                self._links.append(self._link(attribute(element, "href") or ""))
            case _ if self._open:
                self._inline(name)

    def _close(self, name: str) -> None:
        match name:
            case "p" | "h" if self._open:
                self._close_paragraph()
            case "list":
                self._labels.close_list()
            case "a":
                self._links.pop().close()

    def _inline(self, name: str) -> None:
        match name:
            case "tab" if not numbering.is_bare(self._open[-1].start):
                self._open[-1].content.text(" ")
            case "s":
                self._open[-1].content.text(" ")
            case "tab" | "line-break":
                self._open[-1].content.line_break()
            case _ if name in _PAGE_FIELDS:
                self._open[-1].furniture = True

    def _text(self, parent: etree._Element, text: str) -> None:
        """Add text if its element holds running text: only those of the text vocabulary do, and not all of them."""
        if self._open and xml.name(parent) not in _STRUCTURE and _namespace(parent).endswith(_TEXT):
            one = self._open[-1]
            one.content.text(text)
            one.empty = one.empty and not text.strip()
            one.start = one.start if len(one.start) > _LONGEST_START else one.start + text

    def _mark(self, note: etree._Element) -> None:
        if (number := self._note(note)) is not None:
            self._open[-1].content.mark(number)
            self._open[-1].empty = False

    def _open_paragraph(self, element: etree._Element) -> None:
        one = _Open()
        one.label = self._labels.next(element)
        one.content.text(one.label.text)
        if numbering.is_bare(one.label.text):
            one.content.line_break()
        self._open.append(one)

    def _close_paragraph(self) -> None:
        one = self._open.pop()
        # A number that nothing follows is left over; a label with a word (`Vraag 1`) speaks for itself.
        left_over = one.empty and one.label.text and not one.label.speaks
        if not one.furniture and not left_over and (lines := one.content.lines()):
            self._paragraphs.append(lines)

    def _link(self, target: str) -> ExitStack:
        stack = ExitStack()
        if self._open and is_official(target):
            stack.enter_context(self._open[-1].content.reference(target))
        return stack


def _namespace(element: etree._Element) -> str:
    return etree.QName(element).namespace or ""


@dataclass(slots=True)
class _Notes:
    """The notes in order of their marks."""

    styles: Styles
    notes: list[Note] = field(default_factory=list)

    def number(self, element: etree._Element) -> int | None:
        """Return the number of a note; None when it has no text."""
        body = child(element, "note-body")
        lines = separated(_Story(self.styles).read(body)) if body is not None else ()
        if not lines:
            return None
        self.notes.append(Note(len(self.notes) + 1, lines))
        return len(self.notes)


def read(data: bytes, source: Source) -> Document:
    """Return the paragraphs of an OpenDocument text as lines, with its footnotes and endnotes as notes.

    Numbers of lists come out as an office program prints them; deleted and hidden text, comments and the numbers of
    pages do not. Raises SourceError with code ``damaged``, ``encrypted``, ``too-large``, ``markup`` or ``entities``
    (see ``packed`` and ``markup``), or ``empty``.
    """
    package = Package(data, source)
    _check_encryption(package)
    content = package.xml("content.xml")
    text = child(content, "body", "text")
    if text is None:
        kind = next((xml.name(one) for one in children(child(content, "body"))), xml.name(content))
        raise SourceError(
            source.file_name,
            f"its content is a {kind}, no text document.",
            code="markup",
            place="content.xml",
            advice="Save it as DOCX, ODT or PDF.",
        )
    style_part = package.xml("styles.xml") if package.has("styles.xml") else None
    styles = Styles([content] if style_part is None else [content, style_part])
    notes = _Notes(styles)
    body = _Story(styles, notes.number).read(text)
    head = _head(text, style_part, styles)
    said = {line.text for paragraph in body for line in paragraph}
    lines = separated([*(one for one in head if not said.issuperset(line.text for line in one)), *body])
    if not lines:
        raise SourceError(source.file_name, "it holds no text.", code="empty", advice=_EMPTY)
    return Document(source, lines, notes=tuple(notes.notes), sure_lines=True, named=_named(package))


def _check_encryption(package: Package) -> None:
    """Raise SourceError if the manifest says that a password locks the content (ODF 1.3 part 2, section 3.4)."""
    name = "META-INF/manifest.xml"
    for entry in children(package.xml(name)) if package.has(name) else ():
        if child(entry, "encryption-data") is not None:
            raise package.encrypted(attribute(entry, "full-path") or "")


def _head(text: etree._Element, style_part: etree._Element | None, styles: Styles) -> list[list[Line]]:
    """Return the paragraphs of the header of the first page (section 16.9): letterheads stand there."""
    pages = children(child(style_part, "master-styles"), "master-page")
    masters = {attribute(one, "name") or "": one for one in pages}
    first = next((one for one in text.iter() if xml.name(one) in ("p", "h")), None)
    name = styles.master_of(attribute(first, "style-name")) or "Standard"
    master = masters.get(name, next(iter(masters.values()), None))
    for kind in ("header-first", "header"):
        header = child(master, kind)
        if header is not None and attribute(header, "display") != "false":
            return _Story(styles).read(header)
    return []


def _named(package: Package) -> str | None:
    """Return the official id that the publisher wrote into the metadata of the file."""
    meta = package.xml("meta.xml") if package.has("meta.xml") else None
    for one in children(child(meta, "meta")):
        value = (one.text or "").strip()
        if "identifier" in (attribute(one, "name") or xml.name(one)).lower() and _IDENTIFIER.fullmatch(value):
            return value
    return None
