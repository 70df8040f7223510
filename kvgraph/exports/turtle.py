"""Turtle and TriG to be read by people (RDF 1.1 Turtle, RDF 1.1 TriG): in reading order, short names, one fact a line.

The bytes depend on the statements alone. Literals are escaped by pyoxigraph, whose N-Triples form is Turtle as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from pyoxigraph import Literal, NamedNode, Triple

from kvgraph.exports import names
from kvgraph.exports.order import Block, Section, Term, sections
from kvgraph.vocabulary import RDF, XSD

WIDTH = 120
_INDENT = "    "


def write(triples: Sequence[Triple], stream: IO[bytes], base: str) -> None:
    """Write the triples as one Turtle document in UTF-8; ``base`` is what the minted IRIs start with."""
    stream.write(_prologue(triples, base).encode())
    for section in sections(triples, base):
        stream.write(f"\n# --- {section.heading} ---\n".encode())
        for block in section.blocks:
            stream.write(f"\n{_block(block, base, '')}\n".encode())


def write_graphs(graphs: Iterable[tuple[NamedNode | None, Sequence[Triple]]], stream: IO[bytes], base: str) -> None:
    """Write the graphs, each with its name, as one TriG document in UTF-8; None names the default graph."""
    graphs = list(graphs)
    stream.write(_prologue([triple for _, triples in graphs for triple in triples], base).encode())
    for name, triples in graphs:
        label = f"<{names.relative(name.value, base) or name.value}> " if name else ""
        stream.write(f"\n{label}{{\n".encode())
        for section in sections(triples, base):
            stream.write("".join(_graph_lines(section, base)).encode())
        stream.write(b"}\n")


def _graph_lines(section: Section, base: str) -> Iterator[str]:
    yield f"{_INDENT}# --- {section.heading} ---\n\n"
    for block in section.blocks:
        yield f"{_block(block, base, _INDENT)}\n\n"


def _prologue(triples: Iterable[Triple], base: str) -> str:
    lines = [f"@base <{base}> ."] if names.is_folder(base) else []
    lines += [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in names.prefixes(triples).items()]
    return "".join(f"{line}\n" for line in lines)


def _block(block: Block, base: str, indent: str) -> str:
    inner = indent + _INDENT
    facts = [f"{_verb(predicate)}{_objects(objects, base, inner)}" for predicate, objects in block.properties]
    return f"{indent}{_term(block.subject, base)}\n{inner}" + f" ;\n{inner}".join(facts) + " ."


def _verb(predicate: NamedNode) -> str:
    return "a" if predicate == RDF.type else _iri(predicate, "")


def _objects(objects: Sequence[Term], base: str, indent: str) -> str:
    """Return the objects on the line of their predicate, or, when that is too long, each on a line of its own."""
    terms = [_term(term, base) for term in objects]
    if len(terms) == 1 or sum(map(len, terms)) + 2 * len(terms) < WIDTH // 2:
        return " " + ", ".join(terms)
    return f"\n{indent}{_INDENT}" + f",\n{indent}{_INDENT}".join(terms)


def _term(term: Term, base: str) -> str:
    if isinstance(term, NamedNode):
        return _iri(term, base)
    if isinstance(term, Literal):
        return _literal(term)
    return str(term)


def _iri(node: NamedNode, base: str) -> str:
    relative = names.relative(node.value, base)
    return f"<{relative}>" if relative else names.prefixed(node.value) or str(node)


def _literal(literal: Literal) -> str:
    if literal.language or literal.datatype in names.IMPLIED:
        return str(literal)
    value = literal.value
    # Turtle, section 2.5.2: a bare number is an xsd:integer; only a canonical one would come back the same.
    if literal.datatype == XSD.integer and value.isascii() and value.isdigit() and str(int(value[:19])) == value:
        return value
    name = names.prefixed(literal.datatype.value)
    return f"{Literal(value)}^^{name or literal.datatype}"
