"""What is different between two archives, graph by graph, told by their indexes alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kvgraph.store.segments import Place


@dataclass(frozen=True, slots=True)
class Change:
    """A graph that is not the same: where its lines were and where they are; None where it wasn't or isn't."""

    former: Place | None
    now: Place | None

    @property
    def graph(self) -> str:
        """The IRI of the graph."""
        place = self.former or self.now
        return place.graph if place else ""


def changes(former: Iterable[Place], now: Iterable[Place]) -> Iterator[Change]:
    """Yield the graphs that are different, of two indexes sorted by graph."""
    olds, news = iter(former), iter(now)
    old, new = next(olds, None), next(news, None)
    while old or new:
        if new is None or (old and old.graph < new.graph):
            yield Change(old, None)
            old = next(olds, None)
        elif old is None or new.graph < old.graph:
            yield Change(None, new)
            new = next(news, None)
        else:
            if old.sha256 != new.sha256:
                yield Change(old, new)
            old, new = next(olds, None), next(news, None)
