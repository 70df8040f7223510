"""Signs that a government, police or ministry is another country's: ``Turkse regering``, ``politie van Kenia``."""

from __future__ import annotations

import csv
import re
from functools import cache

from kvgraph import resources
from kvgraph.entities.folding import fold

# Adjectives that make a body no Dutch one without naming a country.
_BEYOND = {"buitenlandse", "europese", "internationale"}

# Heads of what speaks for another country, behind the word that may say which.
_GOVERNMENT = re.compile(r"(?<=\w) (?:regering|kabinet|autoriteiten|overheid|regime)")

# What the police is named with where it is the Dutch one, whatever country the passage is about.
_DUTCH = ("nederland", "marechaussee", "openbaar ministerie", "gemeente", "provincie")


@cache
def _countries() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return adjectives in both forms, and the pattern of ``van <country>`` and the like."""
    adjectives: set[str] = set()
    names: set[str] = set()
    with (resources.registers() / "countries.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            names.update(fold(name).text for name in row["names"].split("|"))
            adjectives.update(fold(word).text for word in row["adjectives"].split("|") if word)
    adjectives |= _BEYOND
    adjectives |= {_without_ending(word) for word in adjectives}
    choice = "|".join(sorted(map(re.escape, names | adjectives), key=lambda word: (-len(word), word)))
    return frozenset(adjectives), re.compile(rf" (van|in|uit|op) (?:het |de )?(?:{choice})(?![a-z])")


def _without_ending(adjective: str) -> str:
    """Return the form without -e: ``turkse`` gives ``turks``, ``europese`` gives ``europees``."""
    if adjective.endswith("ese"):
        return adjective[:-3] + "ees"
    if adjective.endswith("ale"):
        return adjective[:-2] + "al"
    return adjective.removesuffix("e")


def is_foreign(folded: str, begin: int, end: int, *, abroad: bool) -> bool:
    """Say whether the words around ``begin`` to ``end`` give the body there to another country.

    ``abroad`` also takes ``in``, ``uit`` and ``op`` with a country behind the name, which is right for what every
    country has (police, government, ministries) only.
    """
    adjectives, behind = _countries()
    words = folded[max(0, begin - 60) : begin].rstrip(" \"'«“").split(" ")
    if words[-1] in adjectives or " ".join(words[-2:]) in adjectives:
        return True
    if len(words) > 1 and words[-1].endswith("e") and words[-2] in adjectives:  # Amerikaanse federale regering
        return True
    match = behind.match(folded, end)
    return match is not None and (abroad or match[1] == "van")


def is_about_abroad(folded: str) -> bool:
    """Say whether a folded text is set in another country (``in Turkije``) and names nothing Dutch beside it."""
    if any(word in folded for word in _DUTCH):
        return False
    return any(match[1] == "in" for match in _countries()[1].finditer(folded))


def first_foreign_government(folded: str) -> int | None:
    """Return where the first government that the words around it give to another country ends, None without one."""
    governments = (match.span() for match in _GOVERNMENT.finditer(folded))
    return next((end for begin, end in governments if is_foreign(folded, begin + 1, end, abroad=False)), None)
