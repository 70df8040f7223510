"""The grammar of personal names as papers print them, and of what stands beside a name in lists."""

from __future__ import annotations

from functools import cache

from kvgraph.entities.folding import fold
from kvgraph.model import Span
from kvgraph.registers import load

# Capitalised words that stand where a name may end.
_NO_NAME = (
    "Kamerstuk|Kamerstukken|Aanhangsel|Handelingen|Minister|Staatssecretaris|Tweede|Eerste|Nederland|Kamer|Kamerlid|"
    "Kamerleden|President|Kabinet|Lid|Leden|Mevrouw|Meneer|Vragen|GroenLinks|ChristenUnie|PvdA|PvdD|FvD|Volt|Forum|Groep|Fractie"
)
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪĮİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŽ"
PREFIX = (
    r"(?:[Vv][ao]n(?:\s(?:de[nr]?|het|['’]t))?|[Dd]e(?:\sla)?|[Dd]en|[Dd]er|[Dd]i|[Tt]e[nr]?|[EA]l|['’]t|[Oo]p\sde)\s"
)
WORD = rf"(?!(?:{_NO_NAME})(?!\w))['’]?[{UPPER}]++[^\W\d_]++"
JOINED = rf"(?:\s?[-–‑]\s?(?:{PREFIX})?{WORD})*"
INITIALS = rf"(?:[{UPPER}]\.\s?)"
SURNAME = rf"{INITIALS}{{0,4}}(?:{PREFIX})?{WORD}{JOINED}"
GIVEN = rf"{WORD}(?:-{WORD})?\s"
NAME = rf"(?:{GIVEN})?{SURNAME}"
"""A surname with what may stand before it: initials or one first name."""

COURTESY = r"(?:[Dd]e\sheer|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.)\s"
POLITE = rf"(?:{COURTESY})?(?:(?:[Pp]rof|[Dd]rs?|[Mm]r|[Ii]r|[Ii]ng)\.\s){{0,3}}"
"""What may stand between an office and a name, or nothing."""


def printed(text: str, span: Span) -> str:
    """Return the words of a span, with single blanks."""
    return " ".join(span.of(text).split())


def is_family(name: str) -> bool:
    """Say whether a person of the register has this surname, with or without its prefix."""
    return fold(name).text in _families()


@cache
def _families() -> frozenset[str]:
    persons = load().persons.values()
    printed_as = {name for person in persons for name in (person.family, *person.aliases)}
    return frozenset(fold(name).text for name in printed_as | {f"{one.prefix} {one.family}" for one in persons})
