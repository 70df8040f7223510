"""The graph as RDF: Turtle, N-Triples, N-Quads, TriG, JSON-LD.

Memory holds one named graph and some runs of lines to sort, however many graphs there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import IO

from pyoxigraph import Quad

from kvgraph.exports import jsonld, turtle
from kvgraph.exports.graphs import Graphs, of_quads, triples
from kvgraph.store.sorting import Sorter
from kvgraph.vocabulary import DEFAULT_BASE

SUFFIXES: Mapping[str, str] = {
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".trig": "trig",
    ".jsonld": "jsonld",
}
"""File name extensions, each with its format."""


def format_of(name: str) -> str | None:
    """Return the format that the extension of a file name tells, or None."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def write(quads: Iterable[Quad], stream: IO[bytes], format: str, base: str = DEFAULT_BASE) -> None:
    """Write the quads in UTF-8: byte for byte the same for the same set of quads, whatever their order.

    For the rest it is as ``write_graphs``.
    """
    with of_quads(quads) as graphs:
        write_graphs(graphs, stream, format, base)


def write_graphs(graphs: Graphs, stream: IO[bytes], format: str, base: str = DEFAULT_BASE) -> None:
    """Write the graphs in UTF-8.

    ``format`` is ``turtle``, ``ntriples``, ``nquads``, ``trig`` or ``jsonld``. Turtle and N-Triples hold the union of
    all graphs, each triple once; N-Quads and N-Triples are sorted by graph and by bytes. IRIs that start with ``base``
    are written relative to it. Raises ValueError for another format.
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise ValueError(f"{format!r} is not a format; choose from {', '.join(_WRITERS)}")
    writer(graphs, stream, base)


def _write_nquads(graphs: Graphs, stream: IO[bytes], base: str) -> None:  # noqa: ARG001 (N-Quads has no base)
    for _, lines in graphs():
        stream.writelines(lines)


def _write_ntriples(graphs: Graphs, stream: IO[bytes], base: str) -> None:  # noqa: ARG001 (nor N-Triples)
    with Sorter() as sorter:
        for name, lines in graphs():
            sorter.update(f"{triple} .\n".encode() for triple in triples(name, lines))
        stream.writelines(sorter)


_WRITERS: Mapping[str, Callable[[Graphs, IO[bytes], str], None]] = {
    "turtle": turtle.write,
    "ntriples": _write_ntriples,
    "nquads": _write_nquads,
    "trig": turtle.write_graphs,
    "jsonld": jsonld.write,
}
FORMATS = tuple(_WRITERS)
