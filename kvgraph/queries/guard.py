"""What a query may not do here: go to the network, change the graph, or be so deep that it takes the process down."""

from __future__ import annotations

from collections.abc import Iterator

DEEPEST = 200
"""How deep brackets and signs may be nested; a parser that recurses survives this many."""

ESCAPE = "\\u"

_REACHES_OUT = frozenset({"SERVICE", "LOAD"})
_CHANGES = frozenset({"INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"})
_NOT_IN_IRI = frozenset('<"{}|^`\\ \t\r\n')
_SIGNS = frozenset("!+-^")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


class QueryError(Exception):
    """A query that can't be answered: what is wrong with it, in one sentence."""


def check(query: str) -> None:
    """Raise QueryError for a query that may not run: an update, SERVICE, LOAD, or nesting beyond all use.

    Comments, strings, IRIs, variables and prefixed names may hold any of these words.
    """
    depth = signs = 0
    for token in tokens(query):
        keyword = token.upper().lstrip("0123456789")
        if keyword in _REACHES_OUT:
            raise QueryError(f"a query may not reach out to another server or document ({keyword})")
        if keyword in _CHANGES:
            raise QueryError(f"this is an update ({keyword}), and queries only read")
        if token == ESCAPE:
            raise QueryError("a \\u escape outside a string hides what the query does; write the character itself")
        signs = signs + 1 if token in _SIGNS else 0
        depth += (token in _OPENING) - (token in _CLOSING)
        if depth + signs > DEEPEST:
            raise QueryError(f"the query is nested more than {DEEPEST} deep")


def tokens(query: str) -> Iterator[str]:
    """Yield the words and the other characters of a query, without comments, strings, IRIs and white space.

    A word is a run of letters, digits and the characters that belong to variables and prefixed names, so that
    ``?load`` and ``ex:load`` are words of their own (SPARQL 1.1 Query, section 19.8). A code point escape (section
    19.2) outside strings comes out as ESCAPE.
    """
    at = 0
    while at < len(query):
        character = query[at]
        if character == "#":
            at = _line_end(query, at)
        elif character in "\"'":
            at = _string_end(query, at)
        elif character == "<" and (end := _iri_end(query, at)):
            at = end
        elif character == "\\":
            if query[at + 1 : at + 2] in ("u", "U"):
                yield ESCAPE
            at += 2
        elif _is_word(character):
            end = next((end for end in range(at, len(query)) if not _is_word(query[end])), len(query))
            yield query[at:end]
            at = end
        else:
            if not character.isspace():
                yield character
            at += 1


def _is_word(character: str) -> bool:
    return character.isalnum() or character in "_:?$@%"


def _line_end(query: str, at: int) -> int:
    ends = [end for end in (query.find("\n", at), query.find("\r", at)) if end >= 0]
    return min(ends, default=len(query))


def _string_end(query: str, at: int) -> int:
    quote = query[at] * 3 if query.startswith(query[at] * 3, at) else query[at]
    at += len(quote)
    while at < len(query) and not query.startswith(quote, at):
        at += 2 if query[at] == "\\" else 1
    return at + len(quote)


def _iri_end(query: str, at: int) -> int | None:
    """Return where the IRI ends that begins here, or None when this is a less-than sign."""
    for end in range(at + 1, len(query)):
        if query[end] == ">":
            return end + 1
        if query[end] in _NOT_IN_IRI or query[end] <= " ":
            return None
    return None
