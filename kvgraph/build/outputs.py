"""The files of the output folder, but for the manifest: the graph in its forms, the report, the networks, the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from kvgraph import network, store
from kvgraph.exports import rdf

if TYPE_CHECKING:
    from kvgraph.validation import Report

GRAPH = "graph.nq.gz"
TURTLE = "graph.ttl"
DESCRIPTION = "void.ttl"
STORE = "store"
NETWORK = "network"
REPORTS = ("report.json", "report.ttl", "report.txt")
MANIFEST = "manifest.json"
NAMES = (GRAPH, TURTLE, DESCRIPTION, *REPORTS, NETWORK, STORE, MANIFEST)
"""All that a build may put into the output folder."""

Quads = Callable[[], Iterable[Quad]]
"""Gives the quads of the graph, anew at each call, so that nobody has to hold them all."""


def write_graph(folder: Path, quads: Quads, base_iri: str) -> int:
    """Write the graph as canonical N-Quads, as Turtle and as a store; return the number of quads."""
    count = store.write_nquads(folder / GRAPH, quads())
    write_turtle(folder / TURTLE, quads(), base_iri)
    store.create(folder / STORE, quads())
    return count


def write_turtle(path: Path, quads: Iterable[Quad], base_iri: str) -> None:
    """Write quads as Turtle."""
    with path.open("wb") as stream:
        rdf.write(quads, stream, "turtle", base_iri)


def write_networks(folder: Path, graph: Store) -> None:
    """Write each view of the network as GEXF and GraphML."""
    (folder / NETWORK).mkdir()
    for view in network.VIEWS:
        projection = network.project(graph, view)
        for suffix, write in (("gexf", network.write_gexf), ("graphml", network.write_graphml)):
            with (folder / NETWORK / f"{view}.{suffix}").open("wb") as stream:
                write(projection, stream)


def write_report(folder: Path, report: Report, base_iri: str) -> None:
    """Write the report of the validation as JSON, Turtle and text."""
    texts = (report.json(), report.turtle(), report.text("en", base=base_iri))
    for name, text in zip(REPORTS, texts, strict=True):
        (folder / name).write_bytes(text.encode())
