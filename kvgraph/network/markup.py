"""Writing XML element by element: memory stays flat, and the standard library does the escaping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

Attributes = Mapping[str, str | None]


class Markup:
    """An XML document in UTF-8, each element on a line of its own. Attributes whose value is None are left out."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._xml = XMLGenerator(stream, "utf-8", short_empty_elements=True)
        self._depth = 0

    @contextmanager
    def document(self, name: str, attributes: Attributes) -> Iterator[None]:
        """Write the declaration, and the root element around what is written inside."""
        self._xml.startDocument()
        with self.element(name, attributes):
            yield
        self._xml.characters("\n")
        self._xml.endDocument()

    @contextmanager
    def element(self, name: str, attributes: Attributes) -> Iterator[None]:
        """Write an element around the elements that are written inside."""
        self._start(name, attributes)
        self._depth += 1
        yield
        self._depth -= 1
        self._line()
        self._xml.endElement(name)

    def leaf(self, name: str, attributes: Attributes, text: str = "") -> None:
        """Write an element that holds a text or nothing."""
        self._start(name, attributes)
        self._xml.characters(text)
        self._xml.endElement(name)

    def _start(self, name: str, attributes: Attributes) -> None:
        if self._depth:
            self._line()
        present = {key: value for key, value in attributes.items() if value is not None}
        self._xml.startElement(name, AttributesImpl(present))

    def _line(self) -> None:
        self._xml.ignorableWhitespace("\n" + " " * self._depth)
