"""SPARQL-based constraints, run on Oxigraph: those about one graph on that graph, the others on all graphs together.

SHACL binds ``$this`` to one focus node after the other; the queries here name their targets themselves, so that one
run without a binding finds the same (`shapes` refuses a query that does not). That takes a tenth of a millisecond,
where rdflib parses and runs each query again for each focus node.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import cast

from pyoxigraph import NamedNode, Quad, QuerySolution, QuerySolutions, Store

from kvgraph.validation.result import Result, Term
from kvgraph.validation.shapes import Query, Shapes
from kvgraph.vocabulary import PREFIXES

_COMPONENT = PREFIXES["sh"] + "SPARQLConstraintComponent"


def check(store: Store, shapes: Shapes) -> Iterator[Result]:
    """Return the results of the queries that are about all graphs together.

    A result has the graph that says most of its focus node: a paper's own, not one that merely cites it.
    """
    for query in shapes.across:
        for solution in _solutions(store, query):
            yield _result(query, solution, _graph(store, solution["this"]))


def check_graph(name: str, quads: Iterable[Quad], queries: Iterable[Query]) -> Iterator[Result]:
    """Return the results of these queries for one graph, of which the quads are given."""
    store = Store()
    store.extend(quads)
    for query in queries:
        for solution in _solutions(store, query):
            yield _result(query, solution, name)


def _solutions(store: Store, query: Query) -> QuerySolutions:
    return cast(QuerySolutions, store.query(query.text, use_default_graph_as_union=True))


def _result(query: Query, solution: QuerySolution, graph: str) -> Result:
    """Return a result whose value is what the query says, else the focus node of a node shape (SHACL, 5.3.2)."""
    shape, focus = query.shape, solution["this"]
    value, path = solution["value"], solution["path"]  # None when the query has no such variable
    return Result(
        graph=graph,
        focus=focus,
        path=shape.path if path is None else path.value,
        value=focus if value is None and shape.path is None else value,
        component=_COMPONENT,
        severity=shape.severity,
        shape=shape.iri,
        message_nl=shape.message["nl"],
        message_en=shape.message["en"],
    )


def _graph(store: Store, focus: Term) -> str:
    names = (quad.graph_name for quad in store.quads_for_pattern(focus, None, None))  # type: ignore[arg-type]
    counts = Counter(name.value for name in names if isinstance(name, NamedNode))
    return min(counts, key=lambda name: (-counts[name], name), default="")
