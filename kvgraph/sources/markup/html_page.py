"""What a page of HTML is made of: where the paper stands in it, and which links are marks of which notes.

The publisher's classes (``kamervraagomschrijving_kop``, ``vraag``, ``nootnum``, ``voet noot``) say most; other pages
tie marks and notes by links in both directions, as word processors and converters write them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from urllib.parse import unquote

from lxml import etree

from kvgraph.sources.markup.xml import name

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody
    td tfoot th thead tr ul""".split()
)
"""Elements that are blocks by default (HTML, section 15.3); all others are part of a paragraph."""

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())

_OFFICIAL = frozenset("kamervraagomschrijving kamervraagomschrijving_kop kamervraagopmerking vraag antwoord".split())
_HEAD = frozenset("kamervraagomschrijving kamervraagomschrijving_kop".split())
_NOTE_CLASSES = frozenset("noot voetnoot footnote".split())
_MARK = re.compile(r"[\s\[(]*(\d{1,3}|[*†‡]{1,3}|[a-z])[\s\])]*")
_NUMBER = re.compile(r"[\s\[(]*(\d{1,3})(?!\d)")
_BACK = re.compile(r"\W*(?:\w{1,4}|terug|back)?\W*", re.IGNORECASE)
_OF_NOTES = re.compile(r"noot|noten|note|ftn|edn|\bfn", re.IGNORECASE)
_NUMBERS = frozenset(("nootnum", "note-close"))
_NEAR = 3
_MOST = 5000
"""More marks than any page has; the search takes time for each of them."""


@dataclass(slots=True)
class Page:
    """A page: the element in which the paper stands, the marks of notes and their bodies, each with the note's key.

    ``numbers`` are the elements that print a note's number in its body, or lead back from it; ``printed`` is the number
    by key; ``holders`` are the elements in which a body stands. ``official`` says that the publisher made the page.
    """

    text: etree._Element
    official: bool
    marks: dict[etree._Element, str] = field(default_factory=dict)
    bodies: dict[etree._Element, str] = field(default_factory=dict)
    numbers: set[etree._Element] = field(default_factory=set)
    printed: dict[str, str] = field(default_factory=dict)
    holders: set[etree._Element] = field(default_factory=set)

    @property
    def tells_notes(self) -> bool:
        """Return whether the page tells its notes from its text."""
        return self.official or bool(self.bodies)


def classes(element: etree._Element) -> frozenset[str]:
    """Return the classes of an element, lower-case."""
    return frozenset((element.get("class") or "").lower().split())


def text_of(element: etree._Element) -> str:
    """Return the text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def look_at(root: etree._Element) -> Page:
    """Return what a page is made of; takes time in proportion to its length."""
    elements = list(root.iter(etree.Element))
    official = [element for element in elements if not _OFFICIAL.isdisjoint(classes(element))]
    page = Page(_text(root, elements, official), bool(official))
    finder = _Notes(page, elements)
    finder.find_linked()
    finder.find_classed()
    finder.settle()
    return page


def _text(
    root: etree._Element, elements: Sequence[etree._Element], official: Sequence[etree._Element]
) -> etree._Element:
    """Return the element in which the paper stands: the smallest that is sure to hold all of it."""
    headed = any(not _HEAD.isdisjoint(classes(element)) for element in official)
    candidates = [element for element in elements if element.get("id") == "broodtekst"][:1]
    if headed:
        candidates.append(_around(official))
    main = [element for element in elements if name(element) == "main" or element.get("role") == "main"]
    candidates += main if len(main) == 1 else []
    candidates += [element for element in elements if name(element) == "body"][:1]
    return next((element for element in candidates if text_of(element)), root)


def _around(elements: Sequence[etree._Element]) -> etree._Element:
    """Return the innermost element in which all of these stand."""
    shared = [*reversed(list(elements[0].iterancestors()))]
    for element in elements[1:]:
        above = [*reversed(list(element.iterancestors()))]
        same = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(shared, above, strict=False)))
        shared = shared[:same]
    return shared[-1] if shared else elements[0]


class _Notes:
    """Finds the notes of a page: first those tied by links, then those of the publisher's classes alone."""

    def __init__(self, page: Page, elements: Sequence[etree._Element]) -> None:
        self._page, self._elements = page, elements
        self._order = {element: index for index, element in enumerate(elements)}
        self._targets: dict[str, etree._Element] = {}
        for element in elements:
            for named in (element.get("id"), element.get("name") if name(element) == "a" else None):
                if named:
                    self._targets.setdefault(named, element)
        # Where each link within the page leads, in reading order.
        self._links = {
            link: target
            for link in elements
            if name(link) == "a" and "#" in (link.get("href") or "")
            if (target := self._targets.get(unquote(link.get("href").partition("#")[2]))) is not None
        }

    def find_linked(self) -> None:
        """Find the marks that link to a place further on, each with the block around that place."""
        pairs = [
            (link, target, mark[1])
            for link, target in self._links.items()
            if self._order[target] > self._order[link] and (mark := _MARK.fullmatch(text_of(link)))
        ][:_MOST]
        above_marks = {above for link, _, _ in pairs for above in link.iterancestors()}
        counts = Counter(one for target in {target for _, target, _ in pairs} for one in _and_above(target))
        for link, target, printed in pairs:
            body = _body(target, counts, above_marks)
            if body is not None and (_is_raised(link) or _is_of_notes(link) or _is_of_notes(body)):
                self._add(link, body, printed)

    def find_classed(self) -> None:
        """Find the bodies that only their class tells, each with the one raised number in the text that is its own."""
        page = self._page
        linked = self._inside()
        holders = {above for body in page.bodies for above in body.iterancestors()}
        classed = [
            element
            for element in self._elements
            if name(element) in BLOCKS and element not in linked and element not in holders
            if not _NOTE_CLASSES.isdisjoint(classes(element))
        ][:_MOST]
        outermost = set(classed)
        classed = [element for element in classed if outermost.isdisjoint(element.iterancestors())]
        inside = linked.union(*(body.iter(etree.Element) for body in classed))
        raised: dict[str, list[etree._Element]] = {}
        for element in self._elements if classed else ():
            if name(element) == "sup" and element not in inside and page.marks.keys().isdisjoint((element, *element)):
                raised.setdefault(text_of(element).strip("[]() "), []).append(element)
        for body in classed:
            number = _NUMBER.match(_without_close(body))
            marks = raised.get(number[1], []) if number else []
            self._add(marks[0] if len(marks) == 1 else None, body, number[1] if number else "")

    def settle(self) -> None:
        """Leave the notes in the text when no mark was found; else find the numbers printed in their bodies."""
        page = self._page
        if not page.marks:
            page.bodies.clear()
            return
        page.holders.update(above for body in page.bodies for above in body.iterancestors())
        for element in self._inside():
            target = self._links.get(element)
            leads_back = target is not None and self._order[target] < self._order[element]
            prints_number = not _NUMBERS.isdisjoint(classes(element))
            if element not in page.marks and (prints_number or (leads_back and _BACK.fullmatch(text_of(element)))):
                page.numbers.add(_with_brackets(element))

    def _add(self, mark: etree._Element | None, body: etree._Element, printed: str) -> None:
        key = str(self._order[body])
        self._page.bodies[body] = key
        self._page.printed.setdefault(key, printed)
        if mark is not None:
            self._page.marks[_with_brackets(mark)] = key

    def _inside(self) -> set[etree._Element]:
        """Return the bodies found so far and all that is in them; no body stands in another."""
        return {element for body in self._page.bodies for element in body.iter(etree.Element)}


def _and_above(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _body(
    target: etree._Element, counts: Counter[etree._Element], above_marks: set[etree._Element]
) -> etree._Element | None:
    """Return the block that is the note at a target, with what goes on around it, or None where notes share a block."""
    around = (one for one in _and_above(target) if name(one) in BLOCKS)
    body = next(around, None)
    while body is not None and name(body) in ("td", "th"):
        body = next(around, None)
    if body is None or body in above_marks or counts[body] != 1:
        return None
    for parent in body.iterancestors():
        if parent in above_marks or counts[parent] != 1 or not (name(parent) in ("li", "dd") or _is_of_notes(parent)):
            break
        body = parent
    return body


def _is_of_notes(element: etree._Element) -> bool:
    said = (element.get(attribute) or "" for attribute in ("class", "id", "name", "href", "role"))
    return _OF_NOTES.search(" ".join(said)) is not None


def _is_raised(link: etree._Element) -> bool:
    near = (one for one, _ in zip(link.iterancestors(), range(_NEAR), strict=False))
    return any(name(one) == "sup" for one in (*near, *link.iterchildren(etree.Element)))


def _with_brackets(element: etree._Element) -> etree._Element:
    """Return the raised element around a mark when it holds nothing else but brackets."""
    parent = element.getparent()
    if parent is None or name(parent) != "sup":
        return element
    return parent if text_of(parent).strip("[]() ") == text_of(element).strip("[]() ") else element


def _without_close(body: etree._Element) -> str:
    """Return the beginning of a note without the words that close it on the screen (``X Noot``)."""
    closes = [element for element in body.iterchildren(etree.Element) if "note-close" in classes(element)]
    return text_of(body)[sum(len(text_of(close)) + 1 for close in closes) :] if closes else text_of(body)
