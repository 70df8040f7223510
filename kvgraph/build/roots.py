"""What came out of which source: a container is done when all that was in it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kvgraph.build.outcome import Built, Opened, Outcome, SetAside, Stage
from kvgraph.sources import Item


@dataclass(slots=True)
class _Root:
    item: Item
    left: int
    sha256: str | None


class Roots:
    """The containers that are open; a source that is none passes through."""

    def __init__(self) -> None:
        self._of: dict[Item, _Root] = {}

    def take(self, item: Item, found: Sequence[Outcome]) -> tuple[Item, ...]:
        """Return what came out of a source, to be read in its turn."""
        unpacked = tuple(one for outcome in found if isinstance(outcome, Opened) for one in outcome.items)
        if unpacked:
            digest = next(outcome.sha256 for outcome in found if isinstance(outcome, Opened))
            root = self._of.setdefault(item, _Root(item, 1, digest))
            root.left += len(unpacked)
            self._of |= dict.fromkeys(unpacked, root)
        return unpacked

    def step(self, item: Item, found: Sequence[Outcome]) -> tuple[Item, tuple[Built | SetAside, ...], bool, str | None]:
        """Return for a source that is done its root, what it gave, whether the root is done, and the root's digest."""
        given = tuple(one for one in found if not isinstance(one, Opened))
        root = self._of.pop(item, None) or _Root(item, 1, _digest(found))
        root.left -= 1
        if any(isinstance(one, SetAside) and one.stage is Stage.ANALYSE for one in given):
            root.sha256 = None  # it took too long or too much memory here and now
        return root.item, given, root.left == 0, root.sha256


def _digest(found: Sequence[Outcome]) -> str | None:
    return next((one.sha256 for one in found), None)
