"""What a query gives, and how it is written: rows, a truth value, or triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, TypeVar, assert_never

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)

from kvgraph.queries.guard import QueryError
from kvgraph.vocabulary import PREFIXES, shorten

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: it can be read or written once, row by row as the store finds them."""

    solutions: QuerySolutions

    @property
    def variables(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(variable.value for variable in self.solutions.variables)

    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """Yield the rows, None where a variable has no value."""
        return (tuple(solution) for solution in self.solutions)


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer to an ASK."""

    boolean: QueryBoolean


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE, sorted, none twice."""

    triples: tuple[Triple, ...]

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> Triples:
        """Return the triples as an answer."""
        return cls(tuple(sorted(set(triples), key=str)))


Answer = Table | Truth | Triples
Format = TypeVar("Format", QueryResultsFormat, RdfFormat)

RESULT_FORMATS: Mapping[str, QueryResultsFormat] = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
"""The formats of the W3C for rows and truth values; ``markdown`` comes beside them."""

TRIPLE_FORMATS: Mapping[str, RdfFormat] = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}


def write(answer: Answer, stream: IO[bytes], format: str) -> None:
    """Write an answer in UTF-8.

    ``format`` is ``csv``, ``tsv``, ``json``, ``xml`` or ``markdown`` for rows and truth values, ``turtle`` or
    ``ntriples`` for triples. Raises QueryError for a format that this kind of answer doesn't have.
    """
    match answer:
        case Table(solutions):
            if format == "markdown":
                stream.writelines(f"{line}\n".encode() for line in _markdown(answer))
            else:
                solutions.serialize(stream, _format(format, RESULT_FORMATS, "rows", "markdown"))
        case Truth(boolean):
            if format == "markdown":
                stream.write(b"true\n" if boolean else b"false\n")
            else:
                boolean.serialize(stream, _format(format, RESULT_FORMATS, "a truth value", "markdown"))
        case Triples(triples):
            serialize(triples, stream, _format(format, TRIPLE_FORMATS, "triples"), prefixes=_prefixes(triples))
        case _:
            assert_never(answer)


def display(term: Term | None) -> str:
    """Return a term as a person reads it: the text of a literal, an IRI with its prefix where it has one."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        return term.value
    return (shorten(term.value) or term.value) if isinstance(term, NamedNode) else str(term)


def _format(name: str, formats: Mapping[str, Format], what: str, *others: str) -> Format:
    if name not in formats:
        raise QueryError(f"the answer is {what}, which can't be {name}; choose from {', '.join([*formats, *others])}")
    return formats[name]


def _markdown(table: Table) -> Iterator[str]:
    yield _markdown_row(table.variables)
    yield _markdown_row("---" for _ in table.variables)
    for row in table.rows():
        yield _markdown_row(map(display, row))


def _markdown_row(cells: Iterable[str]) -> str:
    return "".join(f"| {' '.join(cell.split()).replace('|', chr(92) + '|')} " for cell in cells) + "|"


def _prefixes(triples: Iterable[Triple]) -> dict[str, str]:
    """Return the prefixes that the triples use: a document should declare no others."""
    text = "\n".join(map(str, triples))
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if f"<{namespace}" in text}
