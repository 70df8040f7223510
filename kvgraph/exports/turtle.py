"""Turtle and TriG to be read by people (RDF 1.1 Turtle, RDF 1.1 TriG): in reading order, short names, one fact a line.

The bytes depend on the statements alone. Literals stay as they are in canonical N-Triples, which is Turtle as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from kvgraph.exports import union
from kvgraph.exports.graphs import Graphs, term
from kvgraph.exports.names import Names
from kvgraph.exports.order import TYPE, Block
from kvgraph.exports.scratch import headed
from kvgraph.vocabulary import XSD

WIDTH = 120
_INDENT = "    "
_INTEGER = str(XSD.integer)


def write(graphs: Graphs, stream: IO[bytes], base: str) -> None:
    """Write the union of the graphs as one Turtle document in UTF-8; ``base`` is what the minted IRIs start with."""
    names = Names(base)
    with headed(stream, lambda: _prologue(names)) as body:
        for section in union.sections(graphs, base):
            body.write(f"\n# --- {section.heading} ---\n".encode())
            for block in section.blocks:
                body.write(f"\n{_block(block, names, '')}\n".encode())


def write_graphs(graphs: Graphs, stream: IO[bytes], base: str) -> None:
    """Write the graphs as one TriG document in UTF-8."""
    names = Names(base)
    with headed(stream, lambda: _prologue(names)) as body:
        for name, lines in graphs():
            label = f"{_graph(name, names)} " if name else ""
            body.write(f"\n{label}{{\n".encode())
            for section in union.sections_of((name, lines), base):
                body.write(f"{_INDENT}# --- {section.heading} ---\n\n".encode())
                for block in section.blocks:
                    body.write(f"{_block(block, names, _INDENT)}\n\n".encode())
            body.write(b"}\n")


def _prologue(names: Names) -> str:
    lines = [f"@base <{names.base}> ."] if names.base else []
    lines += [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in names.prefixes().items()]
    return "".join(f"{line}\n" for line in lines)


def _graph(name: str, names: Names) -> str:
    relative = names.relative(term(name))
    return f"<{relative}>" if relative else term(name)


def _block(block: Block, names: Names, indent: str) -> str:
    inner = indent + _INDENT
    facts = [f"{_verb(predicate, names)}{_objects(terms, names, inner)}" for predicate, terms in block.properties]
    return f"{indent}{_term(block.subject, names)}\n{inner}" + f" ;\n{inner}".join(facts) + " ."


def _verb(predicate: str, names: Names) -> str:
    return "a" if predicate == TYPE else names.prefixed(predicate) or predicate


def _objects(terms: Sequence[str], names: Names, indent: str) -> str:
    """Return the objects on the line of their predicate, or, when that is too long, each on a line of its own."""
    if len(terms) == 1:
        return f" {_term(terms[0], names)}"
    written = [_term(term, names) for term in terms]
    if sum(map(len, written)) + 2 * len(written) < WIDTH // 2:
        return " " + ", ".join(written)
    return f"\n{indent}{_INDENT}" + f",\n{indent}{_INDENT}".join(written)


def _term(term: str, names: Names) -> str:
    if term.startswith('"'):
        return _literal(term, names)
    relative = names.relative(term)
    if relative:
        return f"<{relative}>"
    return names.prefixed(term) or term


def _literal(literal: str, names: Names) -> str:
    if not literal.endswith(">"):  # plain text, or text in a language
        return literal
    text, _, datatype = literal.rpartition("^^")
    value = text[1:-1]
    # Turtle, section 2.5.2: a bare number is an xsd:integer; only a canonical one would come back the same.
    if datatype == _INTEGER and value.isascii() and value.isdigit() and (value == "0" or value[0] != "0"):
        return value
    return f"{text}^^{names.prefixed(datatype) or datatype}"
