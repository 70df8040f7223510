"""The files of the output folder, but for the manifest: the graph in its forms, the report, the networks, the store."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from kvgraph import network, store
from kvgraph.exports import rdf
from kvgraph.exports.graphs import Graph
from kvgraph.store import Segment, Segments

if TYPE_CHECKING:
    from kvgraph.validation import Report

GRAPH = "graph.nq.gz"
INDEX = "graph.index.tsv"
TURTLE = "graph.ttl"
DESCRIPTION = "void.ttl"
STORE = "store"
NETWORK = "network"
REPORTS = ("report.json", "report.ttl", "report.txt")
MANIFEST = "manifest.json"
NAMES = (GRAPH, INDEX, TURTLE, DESCRIPTION, *REPORTS, NETWORK, STORE, MANIFEST)
"""All that a build may put into the output folder."""

READABLE = 5_000_000
"""Statements up to which Turtle and networks are made unasked; no editor and no Gephi opens those of more."""

FEW = 0.2
"""The share of the statements that may have changed for a store to be made from the former one."""


class Part(StrEnum):
    """What a build may leave out."""

    STORE = "store"
    TURTLE = "turtle"
    NETWORKS = "networks"


def parts_for(statements: int) -> frozenset[Part]:
    """Return the parts that are made unasked of a graph with so many statements."""
    return frozenset(Part) if statements <= READABLE else frozenset({Part.STORE})


def write_graph(folder: Path, segments: Iterable[Segment]) -> int:
    """Write the graph as canonical N-Quads, with its index; return the number of quads. Raises StoreError."""
    return store.write_segments(folder / GRAPH, folder / INDEX, segments)


def read_graphs(folder: Path) -> Iterator[Graph]:
    """Yield the graphs, sorted, each with its lines; raises StoreError."""
    with Segments(folder / GRAPH) as segments:
        for place in store.read_index(folder / INDEX):
            yield place.graph, segments.read(place).splitlines(keepends=True)


def write_store(folder: Path, former: Path, statements: int) -> None:
    """Make the store of the graph in a folder, of so many statements; from the former one when little has changed.

    Raises StoreError.
    """
    stamp = store_stamp(folder)
    if (former / INDEX).exists() and store.stamp_of(former / STORE) == store_stamp(former):
        changed = list(store.changes(store.read_index(former / INDEX), store.read_index(folder / INDEX)))
        now = [one.now for one in changed if one.now]
        if sum(place.statements for place in now) <= FEW * statements:
            gone = [one.graph for one in changed if one.former]
            with Segments(folder / GRAPH) as segments:
                texts = map(segments.read, now)
                store.update(former / STORE, folder / STORE, gone, texts, stamp)
            return
    with Segments(folder / GRAPH) as segments:
        store.create(folder / STORE, map(segments.read, store.read_index(folder / INDEX)), stamp)


def remove_store(folder: Path) -> None:
    """Remove the store again, which was needed to make something else."""
    shutil.rmtree(folder / STORE, ignore_errors=True)


def store_stamp(folder: Path) -> str:
    """Return what the stamp of the store is that holds the graph in a folder: the SHA-256 of its index."""
    with (folder / INDEX).open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def write_turtle(folder: Path, base_iri: str) -> None:
    """Write the graph as Turtle."""
    with (folder / TURTLE).open("wb") as stream:
        rdf.write_graphs(lambda: read_graphs(folder), stream, "turtle", base_iri)


def write_description(folder: Path, quads: Iterable[Quad], base_iri: str) -> None:
    """Write the description of the dataset as Turtle."""
    with (folder / DESCRIPTION).open("wb") as stream:
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
