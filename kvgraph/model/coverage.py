"""Which characters of a text are already covered by what was found in it."""

from __future__ import annotations

from collections.abc import Iterable

from kvgraph.model.texts import Span


class Coverage:
    """The covered characters of one text; asking and covering take time in the length of the span alone."""

    def __init__(self, length: int) -> None:
        self._covered = bytearray(length)

    @classmethod
    def of(cls, length: int, spans: Iterable[Span]) -> Coverage:
        """Return the coverage of a text of this length with these spans covered."""
        coverage = cls(length)
        for span in spans:
            coverage.add(span)
        return coverage

    def free(self, span: Span) -> bool:
        """Tell whether no character of the span is covered."""
        return self._covered.find(1, span.begin, span.end) < 0

    def add(self, span: Span) -> None:
        """Cover the span."""
        self._covered[span.begin : span.end] = b"\x01" * (span.end - span.begin)

    def take(self, span: Span) -> bool:
        """Cover the span where it is free, and tell whether it was: so of several that overlap the first counts."""
        if not self.free(span):
            return False
        self.add(span)
        return True
