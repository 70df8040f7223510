"""IRIs as a person reads them: relative to the base, or with a prefix."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kvgraph.vocabulary import PREFIXES, RDF, XSD, shorten

IMPLIED = (XSD.string, RDF.langString)
"""Datatypes that no format writes out: the quotes and the language tag say them."""


@lru_cache(maxsize=65536)
def prefixed(iri: str) -> str | None:
    """Return the IRI with a prefix, in a form that SPARQL, Turtle and JSON-LD read alike, or None."""
    name = shorten(iri)
    # A name must not start with a hyphen (Turtle, section 6.5, PN_LOCAL).
    return None if name is None or ":-" in name else name


def relative(iri: str, base: str) -> str | None:
    """Return the reference that resolves to this IRI against the base (RFC 3986, section 5.2), or None.

    Only what is a plain path below the base is made relative: then it needs no look at the base's own path.
    """
    rest = iri.removeprefix(base)
    if rest == iri or not is_folder(base) or not rest:
        return None
    first, *_ = rest.replace("?", "/").replace("#", "/").split("/")
    segments = rest.partition("#")[0].partition("?")[0].split("/")
    if not first or ":" in first or "." in segments or ".." in segments:
        return None
    return rest


def is_folder(base: str) -> bool:
    """Tell whether references below this base are its own text with more behind it."""
    parts = urlsplit(base)
    return base.endswith("/") and bool(parts.scheme and parts.netloc) and not parts.query and not parts.fragment


def prefixes(triples: Iterable[Triple | Quad]) -> dict[str, str]:
    """Return the prefixes that the triples need, with their namespaces, in the order of the vocabulary.

    What no format writes out needs none: ``rdf:type`` as a predicate, and the datatypes of plain and tagged strings.
    """
    terms = {term for triple in triples for term in (triple.subject, triple.predicate, triple.object)}
    nodes = {term.datatype if isinstance(term, Literal) else term for term in terms} - {RDF.type, *IMPLIED}
    names = (prefixed(node.value) for node in nodes if isinstance(node, NamedNode))
    used = {name.partition(":")[0] for name in names if name}
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if prefix in used}
