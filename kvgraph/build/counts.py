"""What a graph holds, counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kvgraph.vocabulary import PREFIXES

_QUERIES = {
    "papers by kind": """
        SELECT ?what (COUNT(DISTINCT ?paper) AS ?count) {
          VALUES ?what { kv:AnswerPaper kv:QuestionPaper kv:OralQuestionPaper kv:PostponementNotice }
          ?paper a ?what ; prov:wasDerivedFrom ?source
        } GROUP BY ?what""",
    "papers by year": """
        SELECT ?what (COUNT(DISTINCT ?paper) AS ?count) {
          ?paper a kv:Paper ; prov:wasDerivedFrom ?source .
          OPTIONAL { ?paper kv:dateSubmitted ?submitted }
          OPTIONAL { ?paper kv:dateAnswered ?answered }
          BIND(COALESCE(STR(YEAR(COALESCE(?submitted, ?answered))), "no date") AS ?what)
        } GROUP BY ?what""",
    "papers by party of an asker": """
        SELECT ?what (COUNT(DISTINCT ?paper) AS ?count) {
          ?paper kv:participation ?taken .
          ?taken kv:role kvrole:questioner ; kv:partyAsPrinted ?printed .
          OPTIONAL { ?taken kv:party ?party . ?party skos:prefLabel ?label . FILTER(LANG(?label) = "nl") }
          BIND(COALESCE(STR(?label), ?printed) AS ?what)
        } GROUP BY ?what""",
    "passages by class": """
        SELECT ?what (COUNT(DISTINCT ?passage) AS ?count) {
          VALUES ?what { kv:Header kv:Question kv:Answer kv:Footnote }
          ?passage a ?what
        } GROUP BY ?what""",
    "mentions by class": """
        SELECT ?what (COUNT(DISTINCT ?mention) AS ?count) {
          ?mention a kv:Mention, ?what .
          FILTER(?what != kv:Mention && STRSTARTS(STR(?what), STR(kv:)))
        } GROUP BY ?what""",
    "links by status": """
        SELECT ?what (COUNT(DISTINCT ?mention) AS ?count) { ?mention a kv:Mention ; kv:status ?what } GROUP BY ?what""",
}

Counts = Mapping[str, Mapping[str, int]]


def count(graph: Store) -> Counts:
    """Return, for each thing that is counted, how many there are of each kind, the kinds sorted by name."""
    return {title: dict(sorted(_run(graph, query))) for title, query in _QUERIES.items()}


def _run(graph: Store, query: str) -> list[tuple[str, int]]:
    prologue = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in ("kv", "kvrole", "prov", "skos"))
    rows = cast(QuerySolutions, graph.query(prologue + query, use_default_graph_as_union=True))
    return [(_name(row["what"]), int(cast(Literal, row["count"]).value)) for row in rows if row["what"] is not None]


def _name(term: object) -> str:
    """Return a literal as it is, and the local name of an IRI."""
    value = cast(NamedNode | Literal, term).value
    return value.rpartition("#")[2] if isinstance(term, NamedNode) else value
