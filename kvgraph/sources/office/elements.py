"""Looking around in XML of office documents by local names: Word's namespaces differ between its two forms."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from kvgraph.sources.markup import xml


def attribute(element: etree._Element | None, local: str) -> str | None:
    """Return the value of an attribute by its name without namespace; None when it is missing."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == local), None)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along a path of local names in lower case; None when there is none."""
    for step in path:
        if element is None:
            return None
        element = next((one for one in element if xml.name(one) == step), None)
    return element


def properties(element: etree._Element | None, kind: str) -> etree._Element | None:
    """Return the properties of an element of Word, which are its first child; a search would pass all its content."""
    first = next(iter(element), None) if element is not None else None  # counting children takes long
    return first if first is not None and xml.name(first) == kind else None


def children(element: etree._Element | None, *names: str) -> Sequence[etree._Element]:
    """Return the children with one of these local names in lower case, or all children; none of no element."""
    if element is None:
        return ()
    return [one for one in element if isinstance(one.tag, str) and (not names or xml.name(one) in names)]
