"""JSON-LD 1.1 in compact form: one object a subject and line, in reading order, one ``@graph`` for each named graph.

The context is in the file, so that no reader goes to the network. It says what the values of a predicate are (IRIs,
dates, texts in one language) wherever they are all of one kind. A first pass over the graphs finds that out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO

from kvgraph.exports import union
from kvgraph.exports.graphs import Graphs, term, triples
from kvgraph.exports.names import Names
from kvgraph.exports.order import TYPE, Block
from kvgraph.exports.scratch import headed

_IRI = "@id"
"""The kind of IRIs and blank nodes. The kind of a literal is what stands behind its text, if anything."""


def write(graphs: Graphs, stream: IO[bytes], base: str) -> None:
    """Write the graphs as one JSON-LD document in UTF-8."""
    kinds, names = _kinds(graphs), Names(base)
    with headed(stream, lambda: _head(kinds, names)) as body:
        before = "\n"
        for name, lines in graphs():
            opening, closing = (f'{{"@id": {_iri(term(name), names)}, "@graph": [\n', "\n]}") if name else ("", "")
            body.write(f"{before}{opening}".encode())
            before = ""
            for section in union.sections_of((name, lines), base):
                for block in section.blocks:
                    body.write(f"{before}{_node(block, kinds, names)}".encode())
                    before = ",\n"
            body.write(closing.encode())
        body.write(b"\n]}\n")


def _kinds(graphs: Graphs) -> dict[str, str]:
    """Return the predicates whose objects are all of one kind, with that kind."""
    found = {
        (predicate, _kind(value))
        for name, lines in graphs()
        for _, predicate, value in (triple.split(" ", 2) for triple in triples(name, lines))
    }
    kinds = dict(found)
    several = {predicate for predicate, kind in found if kinds[predicate] != kind}
    return {predicate: kind for predicate, kind in kinds.items() if predicate not in several}


def _kind(value: str) -> str:
    return value[value.rindex('"') + 1 :] if value.startswith('"') else _IRI


def _head(kinds: Mapping[str, str], names: Names) -> str:
    coerced = ((names.prefixed(predicate), kind) for predicate, kind in kinds.items() if kind and predicate != TYPE)
    coercions = {name: _meaning(kind, names) for name, kind in coerced if name}
    context: dict[str, object] = {"@base": names.base} if names.base else {}
    context |= names.prefixes()
    context |= sorted(coercions.items())
    entries = ",\n".join(f" {json.dumps(key)}: {json.dumps(entry)}" for key, entry in context.items())
    return f'{{"@context": {{\n{entries}\n}},\n"@graph": ['


def _meaning(kind: str, names: Names) -> dict[str, str]:
    """Return what a context, or the object of a single value, says of values of a kind."""
    if kind == _IRI:
        return {"@type": _IRI}
    if kind.startswith("@"):
        language, _, direction = kind[1:].partition("--")
        return {"@language": language} | ({"@direction": direction} if direction else {})
    datatype = kind.removeprefix("^^")
    return {"@type": names.prefixed(datatype) or datatype[1:-1]} if datatype else {}


def _node(block: Block, kinds: Mapping[str, str], names: Names) -> str:
    entries = [f'"@id": {_iri(block.subject, names)}']
    for predicate, terms in block.properties:
        if predicate == TYPE:
            key, values = '"@type"', [_name(one, names) for one in terms]
        else:
            name = names.prefixed(predicate)
            key = f'"{name}"' if name else _full(predicate)
            kind = kinds.get(predicate) if name else None
            values = [_value(one, kind, names) for one in terms]
        entries.append(f"{key}: {values[0]}" if len(values) == 1 else f"{key}: [{', '.join(values)}]")
    return f"{{{', '.join(entries)}}}"


def _value(value: str, known: str | None, names: Names) -> str:
    """Return a value as JSON; ``known`` is the kind that the context tells of its predicate."""
    kind = _kind(value) if known is None else known
    if kind == _IRI:
        plain = _iri(value, names)
        return plain if known else f'{{"@id": {plain}}}'
    # The escapes of canonical N-Triples are those of JSON.
    plain = value.removesuffix(kind)
    if known or not kind:
        return plain
    more = json.dumps(_meaning(kind, names), ensure_ascii=False)
    return f'{{"@value": {plain}, {more[1:]}'


def _iri(node: str, names: Names) -> str:
    relative = names.relative(node)
    # A colon would make it look like a prefix (JSON-LD 1.1 API, section 5.2).
    if relative and ":" not in relative:
        return f'"{relative}"'
    return _full(node)


def _name(node: str, names: Names) -> str:
    name = names.prefixed(node)
    return f'"{name}"' if name else _full(node)


def _full(node: str) -> str:
    is_iri = node.startswith("<") and not node.startswith("<<")
    return json.dumps(node[1:-1] if is_iri else node, ensure_ascii=False)
