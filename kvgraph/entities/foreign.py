"""Signs that a government, police or ministry is another country's: ``Turkse regering``, ``politie van Kenia``."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from functools import cache

from kvgraph import resources
from kvgraph.entities.folding import fold

# Adjectives that make a body no Dutch one without naming a country.
_BEYOND = {"buitenlandse", "europese", "internationale"}

# Heads of what speaks for another country, behind the word that may say which.
_GOVERNMENT = re.compile(r"(?<=\w) (?:regering|kabinet|autoriteiten|overheid|regime)")

# What may stand between an adjective and an office: mijn Duitse ambtgenoot, minister Baerbock.
_COLLEAGUE = re.compile(r"(?:collega|ambts?geno(?:ot|te)),? $")

# What the police is named with where it is the Dutch one, whatever country the passage is about.
_DUTCH = ("nederland", "marechaussee", "openbaar ministerie", "gemeente", "provincie")


@cache
def _country_names() -> frozenset[str]:
    with (resources.registers() / "countries.csv").open(encoding="utf-8", newline="") as table:
        return frozenset(fold(name).text for row in csv.DictReader(table) for name in row["names"].split("|"))


@cache
def _countries() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return adjectives in both forms, and the pattern of ``van <country>`` and the like."""
    with (resources.registers() / "countries.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    adjectives = {fold(word).text for row in rows for word in row["adjectives"].split("|") if word}
    adjectives |= _BEYOND
    adjectives |= {_without_ending(word) for word in adjectives}
    choice = _choice(_country_names() | adjectives)
    return frozenset(adjectives), re.compile(rf" (van|in|uit|op) (?:het |de )?(?:{choice})(?![a-z])")


@cache
def _of_country() -> re.Pattern[str]:
    return re.compile(rf" van (?:het |de )?(?:{_choice(_country_names())})(?![a-z])")


def _choice(words: Collection[str]) -> str:
    """Return an alternation, longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


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
    if adjective_before(folded, begin) is not None:
        return True
    match = _countries()[1].match(folded, end)
    return match is not None and (abroad or match[1] == "van")


def adjective_before(folded: str, begin: int) -> int | None:
    """Return where the adjective of another country before ``begin`` begins (``Turkse``), None without one."""
    adjectives, _ = _countries()
    start = max(0, begin - 60)
    before = folded[start:begin]
    if "collega" in before or "geno" in before:
        before = _COLLEAGUE.sub("", before)
    before = before.rstrip(" \"'«“")
    words = before.rsplit(" ", 2)[-2:]
    last = start + len(before)
    if words[-1] in adjectives:
        return last - len(words[-1])
    if len(words) == 1:
        return None
    two = f"{words[0]} {words[1]}"
    federal = words[1].endswith("e") and words[0] in adjectives  # Amerikaanse federale regering
    return last - len(two) if federal or two in adjectives else None


def country_behind(folded: str, end: int) -> int | None:
    """Return where ``van`` with the name of another country behind ``end`` ends, None without one."""
    match = _of_country().match(folded, end)
    return match.end() if match else None


def is_abroad(word: str) -> bool:
    """Say whether a folded word is the name or the adjective of another country; ``frans`` is a first name."""
    return (word.endswith("e") and word in _countries()[0]) or word in _country_names()


def is_about_abroad(folded: str) -> bool:
    """Say whether a folded text is set in another country (``in Turkije``) and names nothing Dutch beside it."""
    if any(word in folded for word in _DUTCH):
        return False
    return any(match[1] == "in" for match in _countries()[1].finditer(folded))


def first_foreign_government(folded: str) -> int | None:
    """Return where the first government that the words around it give to another country ends, None without one."""
    governments = (match.span() for match in _GOVERNMENT.finditer(folded))
    return next((end for begin, end in governments if is_foreign(folded, begin + 1, end, abroad=False)), None)
