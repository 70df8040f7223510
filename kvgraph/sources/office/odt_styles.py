"""Styles and lists of an OpenDocument text: which label a paragraph gets, and which text is hidden.

ODF 1.3, part 3: styles (16.2), list styles (16.31) and lists (5.3). Names are compared without their namespace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from kvgraph.sources.markup import xml
from kvgraph.sources.office import numbering
from kvgraph.sources.office.elements import attribute, child, children
from kvgraph.sources.office.numbering import Counters, Form, Label, Level

OUTLINE = "\0outline"
"""The name under which the numbering of headings is kept; no style can be called so."""

_LONGEST_CHAIN = 32
_FORMS = {
    "1": Form.DECIMAL,
    "a": Form.LOWER_LETTER,
    "A": Form.UPPER_LETTER,
    "i": Form.LOWER_ROMAN,
    "I": Form.UPPER_ROMAN,
}
_LEVELS = ("list-level-style-number", "list-level-style-bullet", "list-level-style-image", "outline-level-style")


class Styles:
    """The styles and list styles of a document; those of its content go before those of the same name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self.lists: dict[str, Mapping[int, Level]] = {}
        for one in (one for root in roots for one in _collected(root)):
            name = attribute(one, "name") or ""
            match xml.name(one):
                case "style":
                    self._styles.setdefault((attribute(one, "family") or "", name), one)
                case "list-style":
                    self.lists.setdefault(name, _levels(one))
                case "outline-style":
                    self.lists.setdefault(OUTLINE, _levels(one))

    def hides(self, family: str, name: str | None) -> bool:
        """Tell whether a style hides its text (section 20.359, ``text:display``)."""
        display = self._found(family, name, "display", "text-properties")
        return display == "none"

    def list_of(self, paragraph: str | None) -> str | None:
        """Return the list style that a paragraph style names (section 19.490)."""
        return self._found("paragraph", paragraph, "list-style-name") or None

    def master_of(self, paragraph: str | None) -> str | None:
        """Return the master page that begins with a paragraph of this style (section 19.508)."""
        return self._found("paragraph", paragraph, "master-page-name") or None

    def _found(self, family: str, name: str | None, wanted: str, *path: str) -> str | None:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name)) if name else None
            if style is None:
                return None
            if (value := attribute(child(style, *path), wanted)) is not None:
                return value
            name = attribute(style, "parent-style-name")
        return None


def _collected(root: etree._Element) -> Iterator[etree._Element]:
    for collection in children(root, "automatic-styles", "styles"):
        yield from children(collection)


def _levels(style: etree._Element) -> Mapping[int, Level]:
    levels = {}
    for one in children(style, *_LEVELS):
        at = numbering.whole(attribute(one, "level"), 1) - 1
        if 0 <= at < numbering.DEEPEST:
            levels[at] = _level(one, at)
    return levels


def _level(element: etree._Element, at: int) -> Level:
    if xml.name(element) == "list-level-style-bullet":
        glyph = attribute(element, "bullet-char")
        return Level((numbering.bullet(glyph) if glyph else "",))
    if xml.name(element) == "list-level-style-image":
        return Level((numbering.bullet(""),))
    # Without a form nothing is printed but what stands around the number (section 19.500).
    form = attribute(element, "num-format") or ""
    shown = min(numbering.whole(attribute(element, "display-levels"), 1), at + 1)
    counts: list[str | int] = []
    for one in range(at + 1 - shown, at + 1) if form else ():
        counts += [".", one] if counts else [one]
    return Level(
        pattern=(attribute(element, "num-prefix") or "", *counts, attribute(element, "num-suffix") or ""),
        form=_FORMS.get(form, Form.DECIMAL) if form else Form.NONE,
        start=numbering.whole(attribute(element, "start-value"), 1),
    )


@dataclass(slots=True)
class _OpenList:
    style: str | None
    counters: Counters
    start: int | None = None
    fresh: bool = False


@dataclass(slots=True)
class Labels:
    """The labels of the paragraphs of one story; lists and their items are opened and closed in reading order."""

    styles: Styles
    _open: list[_OpenList] = field(default_factory=list)
    _by_style: dict[str | None, Counters] = field(default_factory=dict)
    _by_id: dict[str, Counters] = field(default_factory=dict)
    _headings: Counters = field(default_factory=Counters)

    def open_list(self, element: etree._Element) -> None:
        """Begin a list: below another one it counts on its own level, else anew unless it says that it goes on."""
        style = attribute(element, "style-name")
        if self._open:
            outer = self._open[-1]
            self._open.append(_OpenList(style or outer.style, outer.counters))
            return
        continued = attribute(element, "continue-list")
        counters = self._by_id.get(continued) if continued else None
        if counters is None and attribute(element, "continue-numbering") == "true":
            counters = self._by_style.get(style)
        counters = counters or Counters()
        self._by_style[style] = counters
        if identifier := attribute(element, "id"):
            self._by_id[identifier] = counters
        self._open.append(_OpenList(style, counters))

    def close_list(self) -> None:
        """End the list that was begun last."""
        self._open.pop()

    def open_item(self, element: etree._Element) -> None:
        """Begin an item: the first paragraph in it gets the label."""
        if self._open:
            start = attribute(element, "start-value")
            self._open[-1].start = numbering.whole(start, 1) if start is not None else None
            self._open[-1].fresh = xml.name(element) == "list-item"

    def next(self, paragraph: etree._Element) -> Label:
        """Return the label of the next paragraph or heading; an empty one for a paragraph that has none."""
        if not self._open:
            return self._heading(paragraph)
        inner = self._open[-1]
        if not inner.fresh:
            return Label("")
        inner.fresh = False
        style = inner.style or self.styles.list_of(attribute(paragraph, "style-name"))
        levels = self.styles.lists.get(style, {}) if style else {}
        return inner.counters.count(len(self._open) - 1, levels, start=inner.start)

    def _heading(self, paragraph: etree._Element) -> Label:
        if xml.name(paragraph) != "h" or attribute(paragraph, "is-list-header") == "true":
            return Label("")
        at = numbering.whole(attribute(paragraph, "outline-level"), 1) - 1
        return self._headings.count(max(at, 0), self.styles.lists.get(OUTLINE, {}))
