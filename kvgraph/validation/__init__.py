"""Validation: a graph against the shapes, to a standard report.

Constraints about one graph are checked graph by graph (each paper with the classes that the registers give to the nodes
that it points to), constraints across papers once over all graphs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad, Store

from kvgraph.validation import sparql
from kvgraph.validation.graphs import GraphChecker, classes_of
from kvgraph.validation.report import Report
from kvgraph.validation.result import Result
from kvgraph.validation.shapes import Query, Shape, Shapes, ShapesError, load

__all__ = [
    "GraphChecker",
    "Query",
    "Report",
    "Result",
    "Shape",
    "Shapes",
    "ShapesError",
    "classes_of",
    "load",
    "validate",
]

_REGISTERS = "graph/register/"


def validate(quads: Iterable[Quad]) -> Report:
    """Return the report on a graph: conforming when nothing in it is a violation.

    Raises ShapesError when the shapes themselves can't be used.
    """
    return Report.of(_results(quads))


def _results(quads: Iterable[Quad]) -> Iterator[Result]:
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""].append(quad)
    checker = _checker()
    known = classes_of(quad for name, found in graphs.items() if _REGISTERS in name for quad in found)
    store = Store()
    for name, found in sorted(graphs.items()):
        yield from checker.check(name, found, known)
        store.extend(found)
    yield from sparql.check(store, load())


@cache
def _checker() -> GraphChecker:
    return GraphChecker(load())
