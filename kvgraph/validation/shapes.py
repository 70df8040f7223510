"""The shapes: read from their Turtle files, checked against the vocabularies, and indexed.

A misspelt term makes a shape that conforms silently (``sh:targetClas`` targets nothing), so every IRI in a shapes file
has to be a term of SHACL, a declared term of the other vocabularies, or a node that the shapes files describe.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kvgraph import resources, vocabulary
from kvgraph.model import Severity
from kvgraph.vocabulary import PREFIXES, RDF, shorten

ACROSS = "across-graphs.ttl"
"""The file with the constraints that only show over all graphs together."""

_SH = PREFIXES["sh"]
_SEVERITIES = {_SH + severity.value.capitalize(): severity for severity in Severity}
_STANDARDS = {"sh": rdflib.SH, "rdf": rdflib.RDF, "xsd": rdflib.XSD}
_GROUPING = {_SH + name for name in ("targetClass", "targetSubjectsOf", "targetObjectsOf", "property", "name")}
# How a query repeats a target of its shape.
_TARGETS = {"targetClass": "$this a {}", "targetSubjectsOf": "$this {}", "targetObjectsOf": "{} $this"}
_PUNCTUATION = str.maketrans(dict.fromkeys("(){}[],;|/^*+?!=<>&\"'", " "))


class ShapesError(Exception):
    """A shapes file that can't be used: which file, which term, why."""

    def __init__(self, file: str, term: str, reason: str) -> None:
        self.file, self.term, self.reason = file, term, reason
        super().__init__(f"{file}: {term} {reason}")


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape or property shape: the file that it stands in, its severity, its name and message by language."""

    iri: str
    file: str
    severity: Severity
    name: Mapping[str, str]
    message: Mapping[str, str]
    path: str | None


@dataclass(frozen=True, slots=True)
class Query:
    """The SELECT of a SPARQL-based constraint (SHACL, section 5), with its prefixes in front.

    ``targets`` are those of its shape: pairs of a kind of target (``targetClass``) and a class or property.
    """

    shape: Shape
    text: str
    targets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes: their triples, the described shapes by IRI, and the queries of SPARQL-based constraints.

    ``queries`` are about one graph, ``across`` about the union of all graphs.
    """

    triples: tuple[Triple, ...]
    described: Mapping[str, Shape]
    queries: tuple[Query, ...]
    across: tuple[Query, ...]


@cache
def load(folder: Path | None = None) -> Shapes:
    """Return the shapes of all Turtle files in a folder (the project's own without one).

    Raises ShapesError for a folder without shapes, a file that is not Turtle, an unknown term, or a shape that lacks
    what a report needs.
    """
    folder = folder or resources.shapes()
    files = {path.name: _parse(path) for path in sorted(folder.glob("*.ttl"))}
    if not files:
        raise ShapesError(str(folder), "*.ttl", "is nowhere in this folder, and without shapes every graph conforms")
    own = {triple.subject for triples in files.values() for triple in triples}
    for file, triples in files.items():
        _check_terms(file, triples, own)
    triples = tuple(triple for found in files.values() for triple in found)
    objects = _Objects(triples)
    described = {shape.iri: shape for file, found in files.items() for shape in _described(file, found, objects)}
    queries = tuple(_queries(described, objects))
    return Shapes(
        triples,
        described,
        queries=tuple(query for query in queries if query.shape.file != ACROSS),
        across=tuple(query for query in queries if query.shape.file == ACROSS),
    )


def _parse(path: Path) -> tuple[Triple, ...]:
    try:
        return tuple(quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise ShapesError(path.name, "is not Turtle:", str(error)) from error


# --- terms -------------------------------------------------------------------------------------------------------


def _check_terms(file: str, triples: Iterable[Triple], own: set[NamedNode | BlankNode | Triple]) -> None:
    for triple in triples:
        for term in (triple.subject, triple.predicate, triple.object):
            if isinstance(term, NamedNode) and term not in own:
                _check_term(file, term.value)
            elif isinstance(term, Literal):
                _check_term(file, term.datatype.value)
        if triple.predicate.value == _SH + "select":
            for name in _names(str(triple.object)):
                prefix, _, local = name.partition(":")
                _check_term(file, PREFIXES[prefix] + local)


def _check_term(file: str, iri: str) -> None:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            local = iri.removeprefix(namespace)
            standard = _STANDARDS.get(prefix)
            if not (local in _vocabulary(prefix) if standard is None else rdflib.URIRef(iri) in standard):
                raise ShapesError(file, f"{prefix}:{local}", "is not a term of its vocabulary")
            return
    raise ShapesError(file, f"<{iri}>", "is described in no shapes file, and its namespace is unknown")


def _vocabulary(prefix: str) -> vocabulary.Vocabulary:
    found: vocabulary.Vocabulary = getattr(vocabulary, prefix.replace("-", "_").upper())
    return found


def _names(query: str) -> Iterator[str]:
    """Return the prefixed names in a query; a full stop after a name ends a triple."""
    for word in query.translate(_PUNCTUATION).replace("\\n", " ").split():
        name = word.rstrip(".")
        if name.partition(":")[0] in PREFIXES:
            yield name


# --- index -------------------------------------------------------------------------------------------------------


class _Objects:
    """The objects of a subject and a SHACL property."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._objects: dict[tuple[str, str], list[NamedNode | Literal]] = defaultdict(list)
        self._properties: dict[str, set[str]] = defaultdict(set)
        for triple in triples:
            if isinstance(triple.subject, NamedNode):
                self._properties[triple.subject.value].add(triple.predicate.value)
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                self._objects[triple.subject.value, triple.predicate.value].append(triple.object)

    def __call__(self, subject: str, name: str) -> list[NamedNode | Literal]:
        return self._objects.get((subject, _SH + name), [])

    def texts(self, subject: str, name: str) -> dict[str, str]:
        """Return the literals by language."""
        found = self(subject, name)
        return {
            literal.language: literal.value for literal in found if isinstance(literal, Literal) and literal.language
        }

    def only_groups(self, subject: str) -> bool:
        """Whether a shape has no constraint of its own, only property shapes: then no result is ever about it."""
        return self._properties[subject] <= _GROUPING | {RDF.type.value}


def _described(file: str, triples: Iterable[Triple], objects: _Objects) -> Iterator[Shape]:
    kinds = (_SH + "NodeShape", _SH + "PropertyShape")
    for triple in triples:
        if triple.predicate == RDF.type and isinstance(triple.object, NamedNode) and triple.object.value in kinds:
            if not isinstance(triple.subject, NamedNode):
                raise ShapesError(file, shorten(triple.object.value) or "", "without an IRI")
            if not objects.only_groups(triple.subject.value):
                yield _shape(file, triple.subject.value, objects)


def _shape(file: str, iri: str, objects: _Objects) -> Shape:
    severity = [_SEVERITIES[term.value] for term in objects(iri, "severity") if term.value in _SEVERITIES]
    message = objects.texts(iri, "message")
    if len(severity) != 1 or message.keys() != {"nl", "en"}:
        raise ShapesError(file, f"<{iri}>", "needs one sh:severity, and a sh:message in Dutch and in English")
    path = next((term.value for term in objects(iri, "path")), None)
    return Shape(iri, file, severity[0], objects.texts(iri, "name"), message, path)


def _queries(described: Mapping[str, Shape], objects: _Objects) -> Iterator[Query]:
    for shape in described.values():
        targets = tuple((kind, term.value) for kind in _TARGETS for term in objects(shape.iri, kind))
        for constraint in objects(shape.iri, "sparql"):
            select = "".join(term.value for term in objects(constraint.value, "select"))
            if not select or not all(_TARGETS[kind].format(shorten(iri)) in select for kind, iri in targets):
                # The query runs once for all focus nodes, so it has to say itself what they are.
                raise ShapesError(shape.file, f"<{shape.iri}>", "has a query that does not repeat its targets")
            yield Query(shape, _prefixes(constraint.value, select, objects) + select, targets)


def _prefixes(constraint: str, select: str, objects: _Objects) -> str:
    """Return the declarations of the prefixes that a query uses, from those that its constraint names."""
    declarations = [entry for group in objects(constraint, "prefixes") for entry in objects(group.value, "declare")]
    pairs = [(objects(entry.value, "prefix")[0].value, objects(entry.value, "namespace")[0]) for entry in declarations]
    return "".join(f"PREFIX {prefix}: <{iri.value}>\n" for prefix, iri in pairs if f"{prefix}:" in select)
