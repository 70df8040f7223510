"""One story of a Word document (its body, a header, a note): its paragraphs in reading order, as Word would print them.

ISO/IEC 29500-1: paragraphs and runs (17.3), tables (17.4), content controls (17.5), tracked changes (17.13.5), fields
(17.16), text boxes (17.17.1, and the alternatives of part 3, 10). A text box is read before the paragraph it hangs on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field

from lxml import etree

from kvgraph.model import Line
from kvgraph.sources.links import is_official
from kvgraph.sources.markup import xml
from kvgraph.sources.office import numbering
from kvgraph.sources.office.elements import attribute, child, properties
from kvgraph.sources.office.numbering import Label
from kvgraph.sources.office.word_styles import Labels, Styles, is_on
from kvgraph.sources.paragraphs import Paragraph

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What is not printed: properties, what tracked changes took away, the readings of ruby text.
_LEFT_OUT = frozenset(
    ("del", "movefrom", "ppr", "rpr", "tblpr", "tblgrid", "trpr", "tcpr", "sectpr", "sdtpr", "rt", "txbxlink")
)
_NO_LABEL = Label("")
_LONGEST_START = 4
"""How much of a paragraph's start is kept: enough to see a number that stands before a tab."""

_NOTE_AGAIN = re.compile(r"\s*NOTEREF\s.*\\f\b", re.IGNORECASE)
_PAGE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
# Signs of symbol fonts that authors and Word's own corrections put into running text; Symbol and Wingdings differ.
_SYMBOL = {0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈"}
_WINGDINGS = {0x6C: "●", 0x6E: "■", 0xA7: "▪", 0xA8: "☐", 0xE0: "→", 0xDF: "←", 0xF0: "⇨", 0xFC: "✓"}


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    link: ExitStack = field(default_factory=ExitStack)


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read: what it says so far, and whether it prints the number of its page (furniture)."""

    content: Paragraph = field(default_factory=Paragraph)
    start: str = ""
    label: Label = _NO_LABEL
    empty: bool = True
    furniture: bool = False
    goes_on: bool = False


class Story:
    """Reads one story. ``note`` gives the number of a note by its kind and id, or None for none; it is asked in order.

    ``targets`` are the addresses that links lead to, by the id of their relationship.
    """

    def __init__(
        self,
        styles: Styles,
        labels: Labels,
        targets: Mapping[str, str],
        note: Callable[[str, str], int | None] = lambda _kind, _id: None,
    ) -> None:
        self._styles, self._labels, self._targets, self._note = styles, labels, targets, note
        self._paragraphs: list[list[Line]] = []
        self._open: list[_Open] = []
        self._going_on: _Open | None = None
        self._fields: list[list[_Field]] = [[]]
        self._links: list[ExitStack] = []
        self._closed_fields: set[etree._Element] = set()
        self._own_mark: etree._Element | None = None

    def read(self, container: etree._Element) -> list[list[Line]]:
        """Return the lines of each paragraph that prints something."""
        self._closed_fields = self._matched(container)
        for step, element, _ in xml.walk(container, self._is_left_out):
            if step == "start":
                self._start(xml.name(element), element)
            elif step == "end":
                self._close(xml.name(element))
        if self._going_on is not None:
            self._finish(self._going_on)
        return self._paragraphs

    # --- what is left out ----------------------------------------------------------------------------------------

    def _is_left_out(self, element: etree._Element) -> bool:
        match xml.name(element):
            case "r":
                return self._styles.hides(element)
            case "fallback" | "choice":
                return element.getprevious() is not None  # of all alternatives, the first
            case "tr":
                return child(element, "trpr", "del") is not None
            case "sdt":
                return is_on(child(element, "sdtpr", "showingplchdr"))
            case "drawing":
                return any(attribute(child(one, "docpr"), "hidden") in ("1", "true") for one in element)
            case "shape":
                return "visibility:hidden" in (attribute(element, "style") or "").replace(" ", "")
            case "txbxcontent":
                return self._is_in_instruction()
            case name:
                return name in _LEFT_OUT

    def _matched(self, container: etree._Element) -> set[etree._Element]:
        """Return the field characters that begin and end a whole field: half a field would hide all text behind it."""
        begun: list[etree._Element] = []
        matched: set[etree._Element] = set()
        for one in container.iter():
            if xml.name(one) != "fldchar" or any(self._is_left_out(outer) for outer in one.iterancestors()):
                continue
            match attribute(one, "fldCharType"):
                case "begin":
                    begun.append(one)
                case "end" if begun:
                    matched |= {begun.pop(), one}
        return matched

    def _is_in_instruction(self) -> bool:
        return any(not one.in_result for one in self._fields[-1])

    # --- elements ------------------------------------------------------------------------------------------------

    def _start(self, name: str, element: etree._Element) -> None:
        match name:
            case "p":
                self._open_paragraph(element)
            case "txbxcontent":
                self._fields.append([])
            case "hyperlink":
                self._links.append(self._link(self._targets.get(attribute(element, "id") or "", "")))
            case "fldsimple":
                self._note_instruction(attribute(element, "instr") or "")
            case "fldchar":
                self._field(element)
            case "instrtext" if self._fields[-1] and not self._fields[-1][-1].in_result:
                self._fields[-1][-1].instruction += element.text or ""
            case "pgnum":
                self._note_instruction("PAGE")
            case _ if self._open and not self._is_in_instruction():
                self._inline(name, element)

    def _close(self, name: str) -> None:
        match name:
            case "p" if self._open:
                self._close_paragraph()
            case "txbxcontent":
                self._fields.pop()
            case "hyperlink":
                self._links.pop().close()

    def _inline(self, name: str, element: etree._Element) -> None:
        match name:
            case "t":
                text = element.text or ""
                # Section 17.3.3.31: white space at the ends counts only where the file says so.
                self._add((text if element.get(XML_SPACE) == "preserve" else text.strip()), element)
            case "nobreakhyphen":
                self._add("-", element)
            case "tab" | "ptab" if not numbering.is_bare(self._open[-1].start):
                self._add(" ", element)
            case "tab" | "ptab" | "br" | "cr":
                self._open[-1].content.line_break()
            case "sym":
                self._add(_symbol(attribute(element, "font") or "", attribute(element, "char") or ""), element)
            case "footnotereference" | "endnotereference":
                self._mark(name.removesuffix("reference"), element)

    def _add(self, text: str, element: etree._Element) -> None:
        if self._own_mark is None or element.getparent() is not self._own_mark:
            one = self._open[-1]
            one.content.text(text)
            one.empty = one.empty and not text.strip()
            one.start = one.start if len(one.start) > _LONGEST_START else one.start + text

    def _mark(self, kind: str, element: etree._Element) -> None:
        number = self._note(kind, attribute(element, "id") or "")
        if number is not None:
            self._open[-1].content.mark(number)
            self._open[-1].empty = False
        if attribute(element, "customMarkFollows") in ("1", "true", "on"):
            self._own_mark = element.getparent()  # the rest of the run prints the mark that its author chose

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _open_paragraph(self, element: etree._Element) -> None:
        mark = child(properties(element, "ppr"), "rpr")
        # A paragraph whose end was deleted runs on into the next one.
        goes_on = child(mark, "del") is not None or child(mark, "movefrom") is not None
        if self._going_on is not None and not self._open:
            one, self._going_on = self._going_on, None
        else:
            one = _Open()
        one.goes_on = goes_on
        self._open.append(one)
        if goes_on or self._is_in_instruction():
            return
        label = self._labels.next(element)
        if one.empty:
            one.label = label
            one.content.text(label.text)
            if numbering.is_bare(label.text):
                one.content.line_break()

    def _close_paragraph(self) -> None:
        one = self._open.pop()
        for opened in self._fields[-1]:
            opened.link.close()
        if one.goes_on and not self._open:
            self._going_on = one
        else:
            self._finish(one)

    def _finish(self, one: _Open) -> None:
        # A number that nothing follows is left over; a label with a word (`Vraag 1`) speaks for itself.
        left_over = one.empty and one.label.text and not one.label.speaks
        if not one.furniture and not left_over and (lines := one.content.lines()):
            self._paragraphs.append(lines)

    # --- fields and links ----------------------------------------------------------------------------------------

    def _field(self, element: etree._Element) -> None:
        fields = self._fields[-1]
        match attribute(element, "fldCharType"):
            case "begin" if element in self._closed_fields:
                fields.append(_Field())
            case "separate" if fields and not fields[-1].in_result:
                self._note_instruction(fields[-1].instruction)
                # The mark of a note that is printed once more is no text (section 17.16.5.35).
                fields[-1].in_result = not _NOTE_AGAIN.match(fields[-1].instruction)
                fields[-1].link = self._link(_hyperlink(fields[-1].instruction))
            case "end" if fields and element in self._closed_fields:
                fields.pop().link.close()

    def _note_instruction(self, instruction: str) -> None:
        if self._open and not self._is_outer_instruction():
            words = instruction.split(maxsplit=1)
            self._open[-1].furniture |= bool(words) and words[0].upper() in _PAGE_FIELDS

    def _is_outer_instruction(self) -> bool:
        return any(not one.in_result for one in self._fields[-1][:-1])

    def _link(self, target: str) -> ExitStack:
        stack = ExitStack()
        if self._open and is_official(target):
            stack.enter_context(self._open[-1].content.reference(target))
        return stack


def _hyperlink(instruction: str) -> str:
    words = instruction.split()
    return words[1].strip('"') if len(words) > 1 and words[0].upper() == "HYPERLINK" else ""


def _symbol(font: str, code: str) -> str:
    """Return a sign of a symbol font; one that has no character of its own is left out."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        signs = _WINGDINGS if font.lower().startswith("wingdings") else _SYMBOL
        return signs.get(number & 0xFF, "")
    return chr(number) if number <= 0xFFFF else ""
