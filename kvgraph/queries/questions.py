"""Questions in SPARQL with parameters: the named ones that come with the package, and any other query text.

A query file starts with comment lines that say what it asks::

    # title@nl: Welke stukken halen een document aan?
    # title@en: Which papers cite a document?
    # description: Each place where the document is cited.
    # parameter document (string): official id of the document

and gives each parameter its default where it is used, on a line of its own::

    VALUES ?document { "kst-21501-02-2295" }

or ``{ UNDEF }`` for none. So the file runs as it stands anywhere, and a value takes the place of that one term: it is
made into a literal first, and no text of a caller is ever read as SPARQL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from pyoxigraph import Literal

from kvgraph import resources
from kvgraph.queries.guard import QueryError, check
from kvgraph.vocabulary import PREFIXES, XSD


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be given: ``type`` is ``string``, ``integer`` or ``date``; ``default`` None is no value."""

    name: str
    type: str
    description: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its name, its titles by language (``nl``, ``en``), what it says of itself, and its parameters."""

    name: str
    titles: Mapping[str, str]
    description: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, values: Mapping[str, str]) -> str:
        """Return the query with these values in place of the defaults, and with the prefixes that it leaves out.

        Raises QueryError for a parameter that the question doesn't have, for a value that isn't of its type, and for
        a query that may not run here.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                names = ", ".join(known) or "none"
                raise QueryError(f"{self.name} has no parameter {name!r}; it has {names}")
        literals = {name: _literal(known[name], value) for name, value in values.items()}
        check(self.text)
        return _prologue(self.text) + "\n".join(_line(line, literals) for line in self.text.split("\n"))


@cache
def catalogue() -> tuple[Question, ...]:
    """Return the named questions, sorted by name."""
    files = sorted(resources.queries().glob("*.rq"))
    return tuple(read(file.stem, file.read_text("utf-8")) for file in files)


def named(name: str) -> Question:
    """Return a question of the catalogue; raises QueryError when there is none of that name."""
    for question in catalogue():
        if question.name == name:
            return question
    raise QueryError(f"there is no question {name!r}; choose from {', '.join(one.name for one in catalogue())}")


def read(name: str, text: str) -> Question:
    """Return a query text as a question: what its comment lines don't say is empty.

    Raises QueryError for a parameter of an unknown type, or without its line of VALUES.
    """
    titles: dict[str, str] = {}
    description = ""
    parameters: list[Parameter] = []
    for line in text.split("\n"):
        key, _, value = line.removeprefix("# ").partition(": ")
        if not line.startswith("# ") or not value:
            continue
        if key.startswith("title@"):
            titles[key.removeprefix("title@")] = value
        elif key == "description":
            description = value
        elif key.startswith("parameter "):
            parameters.append(_parameter(key.removeprefix("parameter "), value, text))
    return Question(name, titles, description, tuple(parameters), text)


def _parameter(declaration: str, description: str, text: str) -> Parameter:
    name, _, kind = declaration.rstrip(")").partition(" (")
    if kind not in _LITERALS:
        raise QueryError(f"parameter {name} is of type {kind!r}; choose from {', '.join(_LITERALS)}")
    terms = [term for line in text.split("\n") if (term := _default(line, name)) is not None]
    if len(terms) != 1:
        raise QueryError(f"parameter {name} needs one line VALUES ?{name} {{ ... }} and has {len(terms)}")
    default = None if terms[0] == "UNDEF" else terms[0].partition("^^")[0].strip('"')
    return Parameter(name, kind, description, default)


def _default(line: str, name: str) -> str | None:
    """Return the term that this line gives a parameter, or None when it is another line."""
    start = f"VALUES ?{name} {{ "
    stripped = line.strip()
    return stripped[len(start) : -2] if stripped.startswith(start) and stripped.endswith(" }") else None


def _line(line: str, literals: Mapping[str, Literal]) -> str:
    for name, literal in literals.items():
        if _default(line, name) is not None:
            return f"VALUES ?{name} {{ {literal} }}"
    return line


def _literal(parameter: Parameter, value: str) -> Literal:
    try:
        return _LITERALS[parameter.type](value)
    except ValueError as error:
        raise QueryError(f"{parameter.name} is {value!r}, which is not {_EXAMPLES[parameter.type]}") from error


_LITERALS: Mapping[str, Callable[[str], Literal]] = {
    "string": lambda value: Literal(value),
    "integer": lambda value: Literal(str(int(value)), datatype=XSD.integer),
    "date": lambda value: Literal(date.fromisoformat(value).isoformat(), datatype=XSD.date),
}
_EXAMPLES = {"string": "text", "integer": "a whole number", "date": "a date such as 2021-01-19"}


def _prologue(text: str) -> str:
    """Return declarations of the prefixes of the graph that a query uses and doesn't declare, all on its first line."""
    declared = text.casefold()
    missing = (prefix for prefix in PREFIXES if f"{prefix}:" in text and f"prefix {prefix}:" not in declared)
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing)
