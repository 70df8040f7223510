"""Styles and list definitions of a Word document: which label a paragraph gets, and which text is hidden.

ISO/IEC 29500-1, sections 17.7 (styles) and 17.9 (numbering). Names are compared without their namespace, which differs
between the transitional and the strict form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from kvgraph.sources.markup import xml
from kvgraph.sources.office import numbering
from kvgraph.sources.office.elements import attribute, child, children, properties
from kvgraph.sources.office.numbering import Counters, Form, Label, Level

_OFF = frozenset(("0", "false", "off", "none"))
_COUNT = re.compile(r"%([1-9])")
_NO_LIST = "0"
_LONGEST_CHAIN = 32
"""The most styles that are followed from one to what it is based on; Word itself stops at 11."""

_FORMS = {
    "decimalZero": Form.TWO_DIGITS,
    "lowerLetter": Form.LOWER_LETTER,
    "upperLetter": Form.UPPER_LETTER,
    "lowerRoman": Form.LOWER_ROMAN,
    "upperRoman": Form.UPPER_ROMAN,
    "none": Form.NONE,
}


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch such as ``w:vanish`` is there and not turned off."""
    return element is not None and (attribute(element, "val") or "1") not in _OFF


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    properties: etree._Element


@dataclass(frozen=True, slots=True)
class _List:
    """A list that paragraphs refer to: its definition, with which it shares its counts, and what it changes in it."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]
    styles: dict[str, int]


class Styles:
    """The styles of a document by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {
            attribute(one, "styleId") or "": _Style(attribute(child(one, "basedon"), "val"), one)
            for one in children(root, "style")
        }

    def chain(self, name: str | None) -> Iterator[tuple[str, etree._Element]]:
        """Yield a style and what it is based on, one after the other, each with its id."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name) if name else None
            if style is None or name is None:
                return
            yield name, style.properties
            name = style.based_on

    def hides(self, run: etree._Element) -> bool:
        """Tell whether the text of a run is hidden (``w:vanish``), by itself or by a style."""
        own = properties(run, "rpr")
        if (switch := child(own, "vanish")) is not None:
            return is_on(switch)
        paragraph = next((one for one in run.iterancestors() if xml.name(one) == "p"), None)
        of_paragraph = child(properties(paragraph, "ppr"), "pstyle")
        for name in (attribute(child(own, "rstyle"), "val"), attribute(of_paragraph, "val")):
            for _, style in self.chain(name):
                if (switch := child(style, "rpr", "vanish")) is not None:
                    return is_on(switch)
        return False


class Lists:
    """The lists of a document, each with its levels."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {attribute(one, "abstractNumId") or "": one for one in children(root, "abstractnum")}
        self._lists = {attribute(one, "numId") or "": one for one in children(root, "num")}
        self._read: dict[str, _List | None] = {}

    def place(self, paragraph: etree._Element) -> tuple[str, int, _List] | None:
        """Return the id of the list that a paragraph stands in, its level there, and the list; None for no list."""
        given = properties(paragraph, "ppr")
        own = child(given, "numpr")
        number, level = attribute(child(own, "numid"), "val"), attribute(child(own, "ilvl"), "val")
        linked: str | None = None
        for name, style in self._styles.chain(attribute(child(given, "pstyle"), "val")):
            inherited = child(style, "ppr", "numpr")
            if number is None and (number := attribute(child(inherited, "numid"), "val")):
                linked = name
            level = level or attribute(child(inherited, "ilvl"), "val")
        found = self._list(number) if number and number != _NO_LIST else None
        if number is None or found is None:
            return None
        at = found.styles.get(linked) if linked else None
        return number, numbering.whole(level, 0) if at is None else at, found

    def _list(self, number: str) -> _List | None:
        if number not in self._read:
            self._read[number] = self._made(number)
        return self._read[number]

    def _made(self, number: str) -> _List | None:
        entry = self._lists.get(number)
        name = attribute(child(entry, "abstractnumid"), "val")
        definition = self._definitions.get(name or "")
        if entry is None or name is None or definition is None:
            return None
        # A definition may only name the style whose list it is (section 17.9.21).
        if (linked := attribute(child(definition, "numstylelink"), "val")) is not None:
            name, definition = self._of_style(linked) or (name, definition)
        levels = {at: _level(one) for at, one in _levels(definition)}
        styles = {style: at for at, one in _levels(definition) if (style := attribute(child(one, "pstyle"), "val"))}
        starts: dict[int, int] = {}
        for change in children(entry, "lvloverride"):
            at = numbering.whole(attribute(change, "ilvl"), 0)
            for _, level in _levels(change):
                levels[at] = _level(level)
            if (start := child(change, "startoverride")) is not None:
                starts[at] = numbering.whole(attribute(start, "val"), 0)
        return _List(name, levels, starts, styles)

    def _of_style(self, name: str) -> tuple[str, etree._Element] | None:
        for _, style in self._styles.chain(name):
            number = attribute(child(style, "ppr", "numpr", "numid"), "val")
            found = attribute(child(self._lists.get(number or ""), "abstractnumid"), "val")
            if found is not None and found in self._definitions:
                return found, self._definitions[found]
        return None


def _levels(parent: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    for one in children(parent, "lvl"):
        yield numbering.whole(attribute(one, "ilvl"), 0), one


def _level(element: etree._Element) -> Level:
    # A form that only newer versions know stands in an alternative next to the old one: the first is as good.
    form = next((attribute(one, "val") for one in element.iter() if xml.name(one) == "numfmt"), None)
    text = attribute(child(element, "lvltext"), "val") or ""
    restart = child(element, "lvlrestart")
    after = numbering.whole(attribute(restart, "val"), 0) if restart is not None else numbering.DEEPEST
    level = Level(
        pattern=tuple(int(one) - 1 if index % 2 else one for index, one in enumerate(_COUNT.split(text))),
        form=_FORMS.get(form or "", Form.DECIMAL),
        start=numbering.whole(attribute(child(element, "start"), "val"), 0),
        decimal=is_on(child(element, "islgl")),
        restarts_below=after or None,
    )
    if form == "bullet" or child(element, "lvlpicbulletid") is not None:
        return replace(level, pattern=(numbering.bullet(text) if text else "",))
    return level


@dataclass(slots=True)
class Labels:
    """The labels of the paragraphs of one story, counted in reading order."""

    lists: Lists
    _counters: dict[str, Counters] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def next(self, paragraph: etree._Element) -> Label:
        """Return the label of the next paragraph; an empty one for a paragraph in no list."""
        place = self.lists.place(paragraph)
        if place is None:
            return Label("")
        number, at, found = place
        counters = self._counters.setdefault(found.definition, Counters())
        # Lists of one definition go on counting each other, until one says where it starts (section 17.9.26).
        start = found.starts.get(at) if (number, at) not in self._started else None
        self._started.add((number, at))
        return counters.count(at, found.levels, start=start)
