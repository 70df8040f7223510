"""Whether the graph of an output folder is whole: its segments, their index, and the Turtle that says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import IO, cast

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kvgraph import store
from kvgraph.build import outputs
from kvgraph.build.intake import Progress
from kvgraph.exports.graphs import triples
from kvgraph.model import Severity
from kvgraph.store import Place, Segments, StoreError
from kvgraph.store.sorting import Sorter

AGAIN = "Build the graph again, with --fresh."


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not as it must be: the file, where in it (empty for all of it), why, and what a person can do.

    A warning does not make an output less whole; an info says what was not looked at.
    """

    file: str
    place: str
    reason: str
    advice: str = AGAIN
    severity: Severity = Severity.VIOLATION


def check_graph(output: Path, statements: object, progress: Progress) -> Iterator[Fault]:
    """Yield what is wrong with the segments and their index, which together must hold so many statements."""
    end = total = 0
    former = ""
    try:
        size = (output / outputs.GRAPH).stat().st_size
        with Segments(output / outputs.GRAPH) as segments:
            for place in store.read_index(output / outputs.INDEX):
                if place.graph <= former:
                    yield Fault(outputs.INDEX, place.graph, "it does not come after the graph before it")
                if place.offset != end:
                    yield Fault(outputs.INDEX, place.graph, f"it begins at byte {place.offset}, not at {end}")
                yield from _check_segment(segments, place)
                former, end, total = place.graph, place.offset + place.length, total + place.statements
                progress("graph", min(end, size), size)
    except StoreError as error:
        yield Fault(error.path.name, "", error.reason)
        return
    except OSError as error:
        yield Fault(outputs.GRAPH, "", f"can't be read ({error.strerror or error})")
        return
    if size != end:
        yield Fault(outputs.GRAPH, "", f"it has {size} bytes, and the index tells of {end}")
    if total != statements:
        yield Fault(outputs.INDEX, "", f"it tells of {total} statements, and the manifest of {statements}")


def _check_segment(segments: Segments, place: Place) -> Iterator[Fault]:
    """Yield what is wrong with the lines of a graph."""
    try:
        text = segments.read(place)
        quads = [quad for quad in parse(text, RdfFormat.N_QUADS) if isinstance(quad, Quad)]
    except StoreError as error:
        yield Fault(outputs.GRAPH, place.graph, error.reason)
        return
    except SyntaxError as error:
        yield Fault(outputs.GRAPH, place.graph, f"it is no N-Quads ({error})")
        return
    lines = text.splitlines(keepends=True)
    if len(lines) != place.statements:
        yield Fault(outputs.INDEX, place.graph, f"it has {len(lines)} statements, not {place.statements}")
    if sorted(set(lines)) != lines:
        yield Fault(outputs.GRAPH, place.graph, "its lines are not sorted, or one stands there twice")
    if [f"{quad} .\n".encode() for quad in quads] != lines:
        yield Fault(outputs.GRAPH, place.graph, "a line is not in canonical form")
    if any(not isinstance(quad.graph_name, NamedNode) or quad.graph_name.value != place.graph for quad in quads):
        yield Fault(outputs.GRAPH, place.graph, "a statement belongs to another graph")


def check_turtle(output: Path) -> Iterator[Fault]:
    """Yield what is wrong with the Turtle: it must parse, and say what all graphs together say."""
    try:
        with Sorter() as said, Sorter() as stated, (output / outputs.TURTLE).open("rb") as stream:
            said.update(f"{quad} .\n".encode() for quad in parse(cast(IO[bytes], stream), RdfFormat.TURTLE))
            for name, lines in outputs.read_graphs(output):
                stated.update(f"{triple} .\n".encode() for triple in triples(name, lines))
            if any(one != other for one, other in zip_longest(said, stated)):
                yield Fault(outputs.TURTLE, "", f"it does not say the same as {outputs.GRAPH}")
    except StoreError as error:
        yield Fault(outputs.TURTLE, "", f"it can't be compared with {error.path.name}, for {error.reason}")
    except SyntaxError as error:
        yield Fault(outputs.TURTLE, "", f"it is no Turtle ({error})")
    except OSError as error:
        yield Fault(outputs.TURTLE, "", f"can't be read ({error.strerror or error})")
