"""Words that are all looked for in one pass over a text: names, and signs that a text must hold for a pattern."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ahocorasick_rs import AhoCorasick, Implementation

Place = tuple[str, int, int]
"""A name, where it begins, and where it ends."""

Found = tuple[list[Place], frozenset[str]]
"""Where names stand in a text, and the groups that are present in it."""

_NONE: frozenset[str] = frozenset()


class Words:
    """Names, and groups of signs; a group is present in a text that holds one of its signs."""

    def __init__(self, names: Iterable[str], groups: Mapping[str, Collection[str]] | None = None) -> None:
        """Take the names and the groups; a word may be a name and in several groups."""
        known, groups = frozenset(names), groups or {}
        words = sorted(known.union(*groups.values()))
        self._names = [word if word in known else None for word in words]
        self._groups = [frozenset(group for group, signs in groups.items() if word in signs) for word in words]
        self._search = AhoCorasick(words, implementation=Implementation.DFA)

    def places(self, text: str) -> list[Place]:
        """Return where the names stand in a text, overlapping ones too, in the order of their ends."""
        names, matches = self._names, self._search.find_matches_as_indexes(text, overlapping=True)
        return [(name, begin, end) for index, begin, end in matches if (name := names[index]) is not None]

    def search(self, text: str) -> Found:
        """Return where the names stand in a text, and the groups that are present in it."""
        matches = self._search.find_matches_as_indexes(text, overlapping=True)
        if not matches:
            return [], _NONE
        names, groups = self._names, self._groups
        places = [(name, begin, end) for index, begin, end in matches if (name := names[index]) is not None]
        return places, _NONE.union(*{groups[index] for index, _, _ in matches})


def present(text: str, groups: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return which of the groups are present in a text, for one that is not searched for anything else."""
    return frozenset(group for group, signs in groups.items() if any(map(text.__contains__, signs)))
