"""JSON-LD 1.1 in compact form: one object a subject and line, in reading order, one ``@graph`` for each named graph.

The context is in the file, so that no reader goes to the network. It says what the values of a predicate are (IRIs,
dates, texts in one language) wherever they are all of one kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import IO

from pyoxigraph import Literal, NamedNode, Triple

from kvgraph.exports import names
from kvgraph.exports.order import Block, Term, sections
from kvgraph.vocabulary import RDF

Context = dict[str, object]
_IRI: Context = {"@type": "@id"}


def write(graphs: Sequence[tuple[NamedNode | None, Sequence[Triple]]], stream: IO[bytes], base: str) -> None:
    """Write the graphs, each with its name, as one JSON-LD document in UTF-8; None names the default graph."""
    triples = [triple for _, some in graphs for triple in some]
    coercions = _coercions(triples)
    context: Context = {"@base": base} if names.is_folder(base) else {}
    context |= names.prefixes(triples)
    context |= {key: kind for key, kind in sorted(coercions.items()) if kind}
    entries = ",\n".join(f" {_text(key)}: {_text(entry)}" for key, entry in context.items())
    stream.write(f'{{"@context": {{\n{entries}\n}},\n"@graph": ['.encode())
    between = "\n"
    for name, some in graphs:
        opening, closing = (f'{{"@id": {_text(_iri(name, base))}, "@graph": [\n', "\n]}") if name else ("", "")
        nodes = (_text(_node(block, base, coercions)) for section in sections(some, base) for block in section.blocks)
        stream.write(f"{between}{opening}".encode() + ",\n".join(nodes).encode() + closing.encode())
        between = ",\n"
    stream.write(b"\n]}\n")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _coercions(triples: Iterable[Triple]) -> dict[str, Context]:
    """Return, for each predicate with a short name whose objects are all of one kind, what the context says of it."""
    kinds: dict[NamedNode, list[Context]] = {}
    for triple in triples:
        known = kinds.setdefault(triple.predicate, [])
        kind = _kind(triple.object)
        if kind not in known:
            known.append(kind)
    short = ((names.prefixed(predicate.value), found) for predicate, found in kinds.items() if predicate != RDF.type)
    return {name: found[0] for name, found in short if name and len(found) == 1}


def _kind(term: Term) -> Context:
    if not isinstance(term, Literal):
        return _IRI
    if term.language:
        return {"@language": term.language}
    if term.datatype in names.IMPLIED:
        return {}
    return {"@type": names.prefixed(term.datatype.value) or term.datatype.value}


def _node(block: Block, base: str, coercions: dict[str, Context]) -> dict[str, object]:
    node: dict[str, object] = {"@id": _iri(block.subject, base)}
    for predicate, objects in block.properties:
        if predicate == RDF.type:
            key = "@type"
            values: list[object] = [_name(term) for term in objects]
        else:
            key = names.prefixed(predicate.value) or predicate.value
            values = [_value(term, base, coercions.get(key)) for term in objects]
        node[key] = values[0] if len(values) == 1 else values
    return node


def _value(term: Term, base: str, coerced: Context | None) -> object:
    kind = _kind(term)
    plain = term.value if isinstance(term, Literal) else _iri(term, base)
    if kind == coerced or not kind:
        return plain
    return {"@id": plain} if kind is _IRI else {"@value": plain, **kind}


def _iri(term: Term, base: str) -> str:
    if not isinstance(term, NamedNode):
        return str(term)
    relative = names.relative(term.value, base)
    # A colon would make it look like a prefix (JSON-LD 1.1 API, section 5.2).
    return relative if relative and ":" not in relative else term.value


def _name(term: Term) -> str:
    return (names.prefixed(term.value) or term.value) if isinstance(term, NamedNode) else str(term)
