"""The graph as RDF: Turtle, N-Triples, N-Quads, TriG, JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import IO

from pyoxigraph import NamedNode, Quad, Triple

from kvgraph import store
from kvgraph.exports import jsonld, turtle
from kvgraph.exports.order import Natural, natural
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

    ``format`` is ``turtle``, ``ntriples``, ``nquads``, ``trig`` or ``jsonld``. Turtle and N-Triples hold the union of
    all graphs, each triple once. IRIs that start with ``base`` are written relative to it. Raises ValueError for
    another format.
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise ValueError(f"{format!r} is not a format; choose from {', '.join(_WRITERS)}")
    writer(quads, stream, base)


def _write_turtle(quads: Iterable[Quad], stream: IO[bytes], base: str) -> None:
    turtle.write([quad.triple for quad in quads], stream, base)


def _write_trig(quads: Iterable[Quad], stream: IO[bytes], base: str) -> None:
    turtle.write_graphs(_graphs(quads), stream, base)


def _write_jsonld(quads: Iterable[Quad], stream: IO[bytes], base: str) -> None:
    jsonld.write(_graphs(quads), stream, base)


def _write_nquads(quads: Iterable[Quad], stream: IO[bytes], base: str) -> None:  # noqa: ARG001 (N-Quads has no base)
    stream.writelines(store.lines(quads))


def _write_ntriples(quads: Iterable[Quad], stream: IO[bytes], base: str) -> None:  # noqa: ARG001 (nor N-Triples)
    stream.writelines(store.lines(Quad(quad.subject, quad.predicate, quad.object) for quad in quads))


_WRITERS: Mapping[str, Callable[[Iterable[Quad], IO[bytes], str], None]] = {
    "turtle": _write_turtle,
    "ntriples": _write_ntriples,
    "nquads": _write_nquads,
    "trig": _write_trig,
    "jsonld": _write_jsonld,
}
FORMATS = tuple(_WRITERS)


def _graphs(quads: Iterable[Quad]) -> list[tuple[NamedNode | None, list[Triple]]]:
    """Return the triples of each graph: the default graph, graphs of papers, graphs of registers."""
    graphs: dict[NamedNode | None, list[Triple]] = {}
    for quad in quads:
        name = quad.graph_name if isinstance(quad.graph_name, NamedNode) else None
        graphs.setdefault(name, []).append(quad.triple)
    return sorted(graphs.items(), key=lambda graph: _graph_key(graph[0]))


def _graph_key(name: NamedNode | None) -> tuple[bool, Natural]:
    return (name is not None and "/register/" in name.value), natural(name.value if name else "")
