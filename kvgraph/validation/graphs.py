"""One graph against the constraints that are about one graph, by pySHACL with everything prepared that can be.

``pyshacl.validate`` reads the shapes anew for each graph and asks each property shape about one focus node at a time.
Here the shapes are read once, each property shape has the targets of its node shape (which means the same), and is
asked about all its focus nodes at once. SPARQL-based constraints are left to `sparql`.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from pyshacl.constraints import ALL_CONSTRAINT_PARAMETERS
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph
from rdflib import SH
from rdflib.term import Node

from kvgraph.validation import sparql
from kvgraph.validation.result import Result, Term
from kvgraph.validation.shapes import Shapes
from kvgraph.vocabulary import RDF

_NODES: dict[type, type[rdflib.URIRef | rdflib.BNode]] = {NamedNode: rdflib.URIRef, BlankNode: rdflib.BNode}
_LISTS = {rdflib.RDF.first, rdflib.RDF.rest}
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)


@dataclass(frozen=True, slots=True)
class _Check:
    """A shape of pySHACL, and its targets as pairs of a kind of target and a class or property."""

    shape: Any
    targets: tuple[tuple[Node, Node], ...]


class _Graph(rdflib.Graph):
    """A graph that is true without being counted: pySHACL asks that for every result, and counting reads it all."""

    def __bool__(self) -> bool:
        return True


class _IllTyped(rdflib.Literal):
    """A literal that is no value of its datatype, and so neither before nor after another (SHACL, section 4.5.3).

    rdflib raises TypeError where pySHACL compares one.
    """

    __slots__ = ()

    def __lt__(self, other: object) -> bool:
        return False

    __gt__ = __le__ = __ge__ = __lt__


class GraphChecker:
    """Checks graphs, one after the other, against the constraints that are about one graph."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._terms: dict[Any, Any] = {}
        graph = rdflib.Graph()
        for triple in shapes.triples:
            graph.add(_triple(triple, self._terms))
        graph.remove((None, SH.sparql, None))
        _spread_targets(graph)
        prepared = ShapesGraph(graph)
        self._checks = tuple(
            _Check(shape, tuple((kind, term) for kind in _TARGETS for term in graph.objects(shape.node, kind)))
            for shape in sorted(prepared.shapes, key=lambda shape: str(shape.node))
            if any(predicate in ALL_CONSTRAINT_PARAMETERS for predicate in graph.predicates(shape.node, None))
        )
        # Read once above; pySHACL would compare each of them with every constraint parameter, for each graph again.
        for predicate in set(graph.predicates()) - set(ALL_CONSTRAINT_PARAMETERS) - _LISTS:
            graph.remove((None, predicate, None))
        self._executor = SHACLExecutor()

    def check(self, name: str, quads: Sequence[Quad], classes: Mapping[Any, Sequence[Any]]) -> Iterator[Result]:
        """Return the results for one graph.

        Focus nodes are nodes that the graph itself states something of; ``classes`` tells the classes of nodes that
        other graphs state (the registers), so that a link to one of them can be judged.
        """
        terms: dict[Any, Any] = dict(self._terms)
        graph = _Graph(store="SimpleMemory", bind_namespaces="none")
        with _quiet():
            for quad in quads:
                graph.add(_triple(quad.triple, terms))
        targets = _target_index(graph)
        for quad in quads:
            for known in classes.get(quad.object, ()):
                graph.add((terms[quad.object], rdflib.RDF.type, _term(known, terms)))
        origin = {node: term for term, node in terms.items()}
        present = {(str(kind).removeprefix(str(SH)), str(term)) for kind, term in targets}
        queries = [query for query in self._shapes.queries if not present.isdisjoint(query.targets)]
        yield from sparql.check_graph(name, quads, queries)
        for check in self._checks:
            focus = {node for target in check.targets for node in targets.get(target, ())}
            if focus:
                _, found = check.shape.validate(self._executor, graph, focus=sorted(focus, key=str))
                for _, _, triples in found:
                    yield self._result(name, triples, origin)

    def _result(self, name: str, triples: Iterable[tuple[Any, Any, Any]], origin: Mapping[Any, Term]) -> Result:
        # pySHACL gives a node as a pair: the graph that it stands in, and the node.
        facts = {predicate: value[1] if isinstance(value, tuple) else value for _, predicate, value in triples}
        shape = self._shapes.described[str(facts[SH.sourceShape])]
        path, value = facts.get(SH.resultPath), facts.get(SH.value)
        return Result(
            graph=name,
            focus=origin[facts[SH.focusNode]],
            path=None if path is None else str(path),
            value=None if value is None else origin[value],
            component=str(facts[SH.sourceConstraintComponent]),
            severity=shape.severity,
            shape=shape.iri,
            message_nl=shape.message["nl"],
            message_en=shape.message["en"],
        )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging each literal that is no value of its datatype: the report names those."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _spread_targets(graph: rdflib.Graph) -> None:
    """Give the property shapes of each node shape that has targets those targets, and take them off the node shape."""
    for node, prop in list(graph.subject_objects(SH.property)):
        targets = [(kind, term) for kind in _TARGETS for term in graph.objects(node, kind)]
        for kind, term in targets:
            graph.add((prop, kind, term))
        if targets:
            graph.remove((node, SH.property, prop))


def _target_index(graph: rdflib.Graph) -> dict[tuple[Node, Node], set[Node]]:
    index: dict[tuple[Node, Node], set[Node]] = defaultdict(set)
    for subject, predicate, value in graph:
        index[SH.targetSubjectsOf, predicate].add(subject)
        index[SH.targetObjectsOf, predicate].add(value)
        if predicate == rdflib.RDF.type:
            index[SH.targetClass, value].add(subject)
    return index


def _triple(triple: Triple, terms: dict[Any, Any]) -> tuple[Node, Node, Node]:
    return _term(triple.subject, terms), _term(triple.predicate, terms), _term(triple.object, terms)


def _term(term: Any, terms: dict[Any, Any]) -> Any:
    """Return the rdflib term for a pyoxigraph term, and remember it."""
    found = terms.get(term)
    if found is None:
        found = terms[term] = _rdflib(term)
    return found


def _rdflib(term: Term) -> Node:
    if not isinstance(term, Literal):
        return _NODES[type(term)](term.value)
    if term.language is not None:
        return rdflib.Literal(term.value, lang=term.language)
    # Not normalised: the report shows the value as it stands in the graph.
    datatype = rdflib.URIRef(term.datatype.value)
    literal = rdflib.Literal(term.value, datatype=datatype, normalize=False)
    return _IllTyped(term.value, datatype=datatype, normalize=False) if literal.ill_typed else literal


def classes_of(quads: Iterable[Quad]) -> dict[Any, list[Any]]:
    """Return the classes of every node that the quads state a class of."""
    classes: dict[Any, list[Any]] = defaultdict(list)
    for quad in quads:
        if quad.predicate == RDF.type:
            classes[quad.subject].append(quad.object)
    return classes
