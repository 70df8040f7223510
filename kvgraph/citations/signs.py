"""What a text must hold for a pattern to be asked: all of it is looked for at once, in one pass over the text."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ahocorasick_rs import AhoCorasick, Implementation

_NONE: frozenset[str] = frozenset()


class Signs:
    """Groups of words, by name, each of which is present in a text that holds one of its words."""

    def __init__(self, groups: Mapping[str, Collection[str]]) -> None:
        """Take the groups; a word may be in several."""
        words = sorted({word for group in groups.values() for word in group})
        self._groups = [frozenset(name for name, group in groups.items() if word in group) for word in words]
        self._search = AhoCorasick(words, implementation=Implementation.DFA)

    def present(self, text: str) -> frozenset[str]:
        """Return the names of the groups that are present in a text."""
        found = self._search.find_matches_as_indexes(text, overlapping=True)
        return (
            frozenset().union(*(self._groups[index] for index in {index for index, _, _ in found})) if found else _NONE
        )
