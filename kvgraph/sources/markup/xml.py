"""XML from strangers, parsed by libxml2 with all doors shut: no network, no DTD, no entities of its own making."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Literal

from lxml import etree

from kvgraph.model import Source, SourceError
from kvgraph.sources.discovery import printable

LARGEST = 5 * 2**20
"""The most bytes of markup that one text may hold: the longest papers hold some 400 kB of it."""

MOST_ELEMENTS = 200_000
"""The most elements: the longest papers hold some thousands, pages that a word processor wrote some ten thousands."""

_EACH = "Give each paper a file of its own."
_DAMAGED = "Get the file again; it may have been cut off or changed on the way."


_INTERNAL_SUBSET = re.compile(rb"<!DOCTYPE[^>\[]*\[")
_PROLOG = 2**16
"""So many bytes at most stand before the root of a document that is none of a joker."""


def parse(data: bytes, source: Source, *, part: str = "") -> etree._Element:
    """Return the root of an XML document; ``part`` names it where it is a part of the source.

    Raises SourceError with code ``markup`` (not well-formed, or nested deeper than libxml2 allows) or ``entities`` (it
    declares things in its DOCTYPE: no official form does, and that is how bombs are made).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    if _INTERNAL_SUBSET.search(data, 0, _PROLOG):  # before it is parsed: counting up entities takes libxml2 its time
        raise _declaring(source, part)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = ", ".join(filter(None, (part, f"line {line}" if line else "")))
        reason = f"its XML can't be read: {complaint(str(error))}."
        raise SourceError(source.file_name, reason, code="markup", place=where, advice=_DAMAGED) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and (any(declared.iterentities()) or any(declared.iterelements())):
        raise _declaring(source, part)
    return root


def _declaring(source: Source, part: str) -> SourceError:
    reason = "its DOCTYPE declares entities or elements, which no paper needs."
    return SourceError(source.file_name, reason, code="entities", place=part, advice="Take the DOCTYPE out.")


def complaint(said: str) -> str:
    """Return what libxml2 complains of, without the place and without its hints to programmers."""
    said = " ".join(said.partition(", line ")[0].split())
    return printable(re.split(r", (?:use|see) xml", said, flags=re.IGNORECASE)[0].rstrip("."))


def check_size(data: bytes, source: Source) -> None:
    """Raise SourceError with code ``too-large`` for more than ``LARGEST`` bytes."""
    if len(data) > LARGEST:
        reason = f"it holds more than {LARGEST // 2**20} MB of markup; no paper is as long."
        raise SourceError(source.file_name, reason, code="too-large", advice=_EACH)


def check_elements(root: etree._Element, source: Source) -> None:
    """Raise SourceError with code ``too-large`` for more than ``MOST_ELEMENTS`` elements."""
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        reason = f"it holds more than {MOST_ELEMENTS} elements; no paper is as long."
        raise SourceError(source.file_name, reason, code="too-large", advice=_EACH)


def name(element: etree._Element) -> str:
    """Return the local name of an element, lower-case; of a reference to an entity, nothing.

    A colon is part of the name in HTML, which knows no namespaces: ``o:p`` is no paragraph.
    """
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def pieces(element: etree._Element) -> Iterator[str | etree._Element]:
    """Yield the text and the child elements of an element, in order; a known character entity is text."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        elif text := entity(child):
            yield text
        if child.tail:
            yield child.tail


def entity(node: etree._Element) -> str:
    """Return the characters that a reference to an entity stands for, as HTML names them (section 13.5); else nothing.

    Official XHTML names entities of a DTD, which is never fetched.
    """
    return unescape(node.text) if node.tag is etree.Entity and node.text and unescape(node.text) != node.text else ""


def walk(
    element: etree._Element, skip: Callable[[etree._Element], bool]
) -> Iterator[tuple[Literal["start", "end", "text"], etree._Element, str]]:
    """Yield the beginning and the end of an element and of all below it, and the text between, in reading order.

    What ``skip`` says to skip is left out with all that is in it. Not recursive, so that no depth of nesting matters.
    The text of a step belongs to the element that comes with it.
    """
    path = [(element, pieces(element))]
    yield "start", element, ""
    while path:
        here, rest = path[-1]
        piece = next(rest, None)
        if piece is None:
            path.pop()
            yield "end", here, ""
        elif isinstance(piece, str):
            yield "text", here, piece
        elif not skip(piece):
            path.append((piece, pieces(piece)))
            yield "start", piece, ""


def text_of(element: etree._Element, skip: Callable[[etree._Element], bool] = lambda _: False) -> str:
    """Return the text of an element without what is to be skipped, white space folded."""
    return " ".join("".join(text for _, _, text in walk(element, skip)).split())
