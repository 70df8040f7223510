"""IRIs as a person reads them: relative to the base, or with a prefix."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from kvgraph.vocabulary import PREFIXES, shorten

_KEPT = 4096


class Names:
    """The short names of one document. Terms are given as in N-Triples; only IRIs have short names."""

    def __init__(self, base: str) -> None:
        self.base = base if _is_folder(base) else None
        self._below = f"<{base}" if self.base else "\n"  # no term starts with a line feed
        self._used: set[str] = set()
        self.prefixed: Callable[[str], str | None] = lru_cache(_KEPT)(self._prefixed)
        """Return the IRI with a prefix, in a form that SPARQL, Turtle and JSON-LD read alike, or None."""

    def relative(self, term: str) -> str | None:
        """Return the reference that resolves to this IRI against the base (RFC 3986, section 5.2), or None.

        Only what is a plain path below the base is made relative: then it needs no look at the base's own path.
        """
        if not term.startswith(self._below):
            return None
        rest = term[len(self._below) : -1]
        is_plain = rest[:1].isalnum() and ":" not in rest and "/." not in rest
        return rest if is_plain or _is_path(rest) else None

    def prefixes(self) -> dict[str, str]:
        """Return the prefixes that were used so far, with their namespaces, in the order of the vocabulary."""
        return {prefix: namespace for prefix, namespace in PREFIXES.items() if prefix in self._used}

    def _prefixed(self, term: str) -> str | None:
        name = shorten(term[1:-1]) if term.startswith("<") else None
        # A name must not start with a hyphen (Turtle, section 6.5, PN_LOCAL).
        if name is None or ":-" in name:
            return None
        self._used.add(name.partition(":")[0])
        return name


def _is_path(rest: str) -> bool:
    """Tell whether this text behind a base is read as a path below it: no scheme, no host, no steps up."""
    first, *_ = rest.replace("?", "/").replace("#", "/").split("/")
    segments = rest.partition("#")[0].partition("?")[0].split("/")
    return bool(first) and ":" not in first and "." not in segments and ".." not in segments


def _is_folder(base: str) -> bool:
    """Tell whether references below this base are its own text with more behind it."""
    parts = urlsplit(base)
    return base.endswith("/") and bool(parts.scheme and parts.netloc) and not parts.query and not parts.fragment
