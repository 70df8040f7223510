"""Named graphs that come one after the other as lines of text: what all writers read.

The lines are canonical N-Quads, as the store keeps them. In that form literals are escaped in the way that Turtle and
JSON read as well, and neither an IRI nor a blank node holds a space: a line is taken apart without parsing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kvgraph.store.sorting import Sorter

Graph = tuple[str | None, Sequence[bytes]]
"""The IRI of a graph, and its lines of canonical N-Quads (UTF-8, each with a line feed), sorted by bytes, none twice.

The default graph has None for an IRI; a blank node that names a graph is written ``_:name``.
"""

Graphs = Callable[[], Iterator[Graph]]
"""Gives all graphs anew at each call: the default graph first, then the others, sorted by the bytes of their IRIs."""


@contextmanager
def of_quads(quads: Iterable[Quad]) -> Iterator[Graphs]:
    """Give the graphs of quads in any order; many quads are sorted on disk."""
    with Sorter() as sorter:
        # No IRI holds a tab or anything below it, so that lines sort by graph first.
        sorter.update(f"{_name(quad)}\t{quad} .\n".encode() for quad in quads)

        def graphs() -> Iterator[Graph]:
            named = (line.split(b"\t", 1) for line in sorter)
            for name, group in groupby(named, key=itemgetter(0)):
                yield name.decode() or None, [line for _, line in group]

        yield graphs


def triples(name: str | None, lines: Iterable[bytes]) -> list[str]:
    """Return the statements of a graph without its name and the full stop: subject, predicate and object."""
    # A line feed stands at the end of lines alone, so that this end is found nowhere else.
    text = b"".join(lines).replace(_end(name).encode(), b"\n").decode()
    return text.split("\n")[:-1]


def _end(name: str | None) -> str:
    return f" {term(name)} .\n" if name else " .\n"


def term(name: str) -> str:
    """Return the name of a graph as it stands in a line."""
    return name if name.startswith("_:") else f"<{name}>"


def _name(quad: Quad) -> str:
    match quad.graph_name:
        case DefaultGraph():
            return ""
        case NamedNode(value=iri):
            return iri
        case blank:
            return str(blank)
