"""The text of a page of HTML in reading order: blocks as paragraphs, rows of tables as lines, notes apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from kvgraph.dates import MONTHS
from kvgraph.sources.markup import xml
from kvgraph.sources.markup.flow import Flow, Labels, speaks
from kvgraph.sources.markup.html_links import target_of
from kvgraph.sources.markup.html_page import BLOCKS, HEADINGS, Page, classes, text_of
from kvgraph.sources.office.numbering import Form, printed, whole

_LEFT_OUT = frozenset(
    """script style head title template noscript nav footer aside button select option textarea iframe object embed svg
    math canvas audio video map datalist""".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASSES = frozenset("sr-only visually-hidden visuallyhidden".split())
_ASKS = ("vraag", "antwoord")
_NUMBER_CLASSES = frozenset(("nummer", "nr"))
_LIST_FORMS = {"a": Form.LOWER_LETTER, "A": Form.UPPER_LETTER, "i": Form.LOWER_ROMAN, "I": Form.UPPER_ROMAN}
_LISTS = frozenset("ol ul table".split())
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone|\bexpliciet\b", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"\W{0,2}(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)°]", re.IGNORECASE)
_NOTES_HEADING = re.compile(r"(?:(?:voet|eind)?noten|noot|voetnoot|footnotes|endnotes):?", re.IGNORECASE)
_MONTH = re.compile(r"\s+(?:" + "|".join(name for names in MONTHS.values() for name in names) + r")\b", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s,;()\[\]]+")


def read(page: Page) -> Flow:
    """Return the paragraphs and notes of a page."""
    reader = _Reader(page)
    reader.read(page.text)
    inside = set(page.text.iter(etree.Element))
    for body in page.bodies:
        if body not in inside:
            reader.read(body)
    return reader.flow


@dataclass(slots=True)
class _Open:
    """An element that is being read.

    ``label`` is what its structure says of its lines, ``loose`` that its first paragraph may be a label all the same,
    ``number`` what prints its label. ``item`` is the number of the next item of a numbered list.
    """

    name: str
    block: bool = False
    label: bool | None = None
    loose: bool = False
    number: etree._Element | None = None
    item: int | None = None
    form: Form = Form.DECIMAL
    row: bool = False
    reference: bool = False
    note: bool = False
    silent: bool = False
    marks: bool = False


class _Reader:
    """Walks the elements of a page and fills a flow."""

    def __init__(self, page: Page) -> None:
        self.flow = Flow()
        self._page = page
        self._path: list[_Open] = [_Open("")]
        self._rows = self._preformatted = 0
        self._goes_on = self._broken = False
        self._awaited = ""
        self._labels = Labels(
            numbered=any(
                _asks(element) == "vraag" and _number(element) is not None for element in page.text.iter(etree.Element)
            )
        )

    def read(self, element: etree._Element) -> None:
        for step, here, text in xml.walk(element, self._skip):
            if step == "text":
                self._text(text)
            elif step == "start":
                self._start(here, xml.name(here))
            else:
                self._end()
        self.flow.end()

    def _skip(self, element: etree._Element) -> bool:
        page, name = self._page, xml.name(element)
        if element in page.numbers:
            # A number is taken off the text of its note only where it is no element of its own.
            if any(map(str.isdigit, text_of(element))):
                self._awaited = ""
            return True
        if element in page.bodies or element in page.holders or element is page.text:
            return name in ("script", "style", "head")
        if (name in HEADINGS or name == "p") and element.getparent() in page.holders:
            return _NOTES_HEADING.fullmatch(text_of(element)) is not None
        return name in _LEFT_OUT or _is_hidden(element)

    # --- text ----------------------------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        here = self._path[-1]
        blank = text.isspace()
        if here.silent or (here.marks and _SEPARATORS.fullmatch(text)):
            return
        if self._awaited and not blank:
            text = self._without_number(text)
        if self._preformatted:
            self._lines(text)
        else:
            self.flow.text(text)
        if not blank:
            self._goes_on = self._broken = False

    def _without_number(self, text: str) -> str:
        """Return the beginning of a note without its number; the day of a date is none."""
        number, self._awaited = re.escape(self._awaited), ""
        found = re.match(rf"\s*[\[(]?{number}(?!\d)[\])]?[.:]?", text)
        return text[found.end() :] if found and not _MONTH.match(text, found.end()) else text

    def _lines(self, text: str) -> None:
        """Add preformatted text line by line; a blank line ends a paragraph."""
        for index, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            if index:
                self._line_break()
            if line.strip():
                self._broken = False
                self.flow.text(line)

    def _line_break(self) -> None:
        """End the line; a second time, the paragraph."""
        if self._broken and not self._rows:
            self.flow.end(self._path[-1].label)
        else:
            self.flow.line_break()
        self._broken = True

    # --- beginnings ----------------------------------------------------------------------------------------------

    def _start(self, element: etree._Element, name: str) -> None:
        page, parent = self._page, self._path[-1]
        opened = _Open(name, block=name in BLOCKS, label=parent.label, note=element in page.bodies)
        # Of what is left out, the notes are read: they stand in footers, and in hidden parts to be shown on demand.
        left_out = element is not page.text and (name in _LEFT_OUT or _is_hidden(element))
        opened.silent = not opened.note and (parent.silent or left_out)
        if opened.note:
            self._begin_note(element, opened)
        elif opened.block:
            self._break(parent.label)
            if parent.loose:
                opened.label, parent.loose = None, False
        self._path.append(opened)
        if element in page.marks:
            self.flow.mark(page.marks[element])
            opened.silent = True
        elif not (opened.note or opened.silent):
            self._begin(element, opened, parent)

    def _begin(self, element: etree._Element, opened: _Open, parent: _Open) -> None:
        """Do what an element asks for beside being a paragraph or running text."""
        if opened.block and (kind := _asks(element)):
            self._begin_asking(element, opened, kind)
        elif element is parent.number:
            opened.label = True
            self.flow.text(self._labels.word_before(parent.name, text_of(element)))
        match opened.name:
            case "a" if target := target_of(element.get("href") or "", official=self._page.official):
                opened.reference = True
                self.flow.begin_reference(target)
            case "br":
                self._line_break()
            case "hr":
                self._break(parent.label)
            case "pre":
                self._preformatted += 1
            case "sup":
                opened.marks = not self._page.marks.keys().isdisjoint(element)
            case "tr" if _is_line(element):
                opened.row = True
                self._rows += 1
            case "ol":
                _begin_list(element, opened)
            case "li" if parent.item is not None:
                self._begin_item(element, parent)

    def _begin_asking(self, element: etree._Element, opened: _Open, kind: str) -> None:
        opened.name, opened.label, opened.number = kind, False, _number(element)
        if opened.number is not None:
            return
        if speaks(_first(element)[1]):
            opened.loose = True
            self._labels.word_before(kind, "")
        elif label := self._labels.unprinted(kind):
            self.flow.text(label)
            self.flow.end(label=True)

    def _begin_note(self, element: etree._Element, opened: _Open) -> None:
        key = self._page.bodies[element]
        opened.label = None
        # The number of an item of a list is printed by the browser, not in its text.
        self._awaited = "" if opened.name == "li" else self._page.printed[key]
        self.flow.begin_note(key)

    def _begin_item(self, element: etree._Element, numbered: _Open) -> None:
        number = whole(element.get("value"), numbered.item or 0)
        numbered.item = number + 1
        if not _ITEM_NUMBER.match(xml.text_of(element, lambda one: xml.name(one) in _LISTS)):
            self.flow.text(f"{printed(number, numbered.form)}. ")
            self._goes_on = True

    def _break(self, label: bool | None) -> None:
        """End the paragraph where another one begins; in a row, and behind the number of an item, it goes on."""
        if self._rows or self._goes_on:
            self.flow.text(" ")
        else:
            self.flow.end(label)
        self._broken = False

    # --- ends ----------------------------------------------------------------------------------------------------

    def _end(self) -> None:
        closed = self._path.pop()
        if closed.reference:
            self.flow.end_reference()
        if closed.note:
            self.flow.end_note()
            self._awaited = ""
        elif closed.block:
            self._rows -= closed.row
            self._preformatted -= closed.name == "pre"
            self._goes_on = False
            self._break(closed.label)


def _is_hidden(element: etree._Element) -> bool:
    return (
        element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
        or not _HIDDEN_CLASSES.isdisjoint(classes(element))
    )


def _asks(element: etree._Element) -> str:
    """Return ``vraag`` or ``antwoord`` when the publisher says that an element is one."""
    said = classes(element)
    return next((kind for kind in _ASKS if kind in said and xml.name(element) in BLOCKS), "")


def _number(element: etree._Element) -> etree._Element | None:
    """Return what prints the label of a question or an answer: a heading, or a paragraph of class ``nummer``."""
    first, text = _first(element)
    if first is None or not speaks(text):
        return None
    return first if xml.name(first) in HEADINGS or not _NUMBER_CLASSES.isdisjoint(classes(first)) else None


def _first(element: etree._Element) -> tuple[etree._Element | None, str]:
    """Return the first heading or paragraph in an element, with its text, when nothing stands before it."""
    for child in element.iterchildren(etree.Element):
        name = xml.name(child)
        if name in BLOCKS and name != "p" and name not in HEADINGS:
            return None, ""
        if text := xml.text_of(child, lambda one: xml.name(one) in BLOCKS):
            return child, text
    return None, ""


def _is_line(row: etree._Element) -> bool:
    """Tell whether a row prints as a line: not one of a table that only lays out blocks beside each other."""
    for cell in row.iterchildren(etree.Element):
        blocks = [xml.name(child) for child in cell.iterchildren(etree.Element) if xml.name(child) in BLOCKS]
        if len(blocks) > 1 or any(block not in ("p", "div") for block in blocks):
            return False
    return True


def _begin_list(element: etree._Element, opened: _Open) -> None:
    """Count the items of a numbered list, unless they print numbers of their own."""
    if not _UNNUMBERED.search(f"{element.get('style') or ''} {element.get('class') or ''}"):
        opened.item = whole(element.get("start"), 1)
        opened.form = _LIST_FORMS.get(element.get("type") or "", Form.DECIMAL)
