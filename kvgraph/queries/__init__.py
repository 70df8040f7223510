"""Questions to the graph in SPARQL, and their answers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyoxigraph import QueryBoolean, QuerySolutions, Store

from kvgraph.queries.answers import Answer, Table, Triples, Truth, display, write
from kvgraph.queries.guard import QueryError
from kvgraph.queries.questions import Parameter, Question, catalogue, named, read

__all__ = [
    "Answer",
    "Parameter",
    "QueryError",
    "Question",
    "Table",
    "Triples",
    "Truth",
    "catalogue",
    "display",
    "named",
    "read",
    "run",
    "write",
]

_NONE: Mapping[str, str] = MappingProxyType({})


def run(store: Store, query: Question | str, values: Mapping[str, str] = _NONE) -> Answer:
    """Return the answer of an embedded store to a question or to any query text.

    Outside ``GRAPH`` a query sees all graphs together. The prefixes of the graph need no declaration. Raises
    QueryError when the query isn't SPARQL, may not run here (an update, SERVICE, LOAD), or gets a value that it can't
    take.
    """
    question = read("the query", query) if isinstance(query, str) else query
    try:
        result = store.query(question.bind(values), use_default_graph_as_union=True)
    except SyntaxError as error:
        raise QueryError(f"{question.name} isn't SPARQL: {error.msg}") from error
    if isinstance(result, QuerySolutions):
        return Table(result)
    if isinstance(result, QueryBoolean):
        return Truth(result)
    return Triples.of(result)
