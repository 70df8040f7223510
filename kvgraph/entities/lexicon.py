"""The names of institutions, compiled for one pass over a text.

``institutions.csv`` gives for each institution its full names (matched folded), its abbreviations (matched with exact
case), phrases that name it without being its name (``uw Kamer``, ``Kamerbrief``), contextual names that count only
where something in the passage speaks for them, cues that do so, and phrases in which its name is another's.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kvgraph import resources
from kvgraph.entities.folding import fold

_MINISTRY = "ministerie van "

# Adjectives that lose or gain -e after an article: (het) Europees Parlement, (een) Europese Parlement.
_ADJECTIVES = {
    "europees": "europese",
    "internationaal": "internationale",
    "nationaal": "nationale",
    "nederlands": "nederlandse",
    "permanent": "permanente",
    "centraal": "centrale",
    "koninklijk": "koninklijke",
    "interprovinciaal": "interprovinciale",
    "openbaar": "openbare",
    "sociaal": "sociale",
}
_ADJECTIVES |= {inflected: bare for bare, inflected in _ADJECTIVES.items()}

# Other ways to say whose a body is: Veiligheidsraad van de Verenigde Naties, der VN, VN-Veiligheidsraad.
_OWNERS = {" van de verenigde naties": ("verenigde naties", "vn"), " van de europese unie": ("europese unie", "eu")}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row of the table says about matching, apart from the names themselves."""

    key: str
    kind: str
    cues: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the table has it. ``key`` is empty for a phrase in which a name is another's.

    ``skip`` is the number of leading characters (an article, ``uw``) that are no part of the mention. ``capital``
    asks for a capital in the text, because the word means something else without (``Kamerbezoek``).
    """

    key: str
    phrase: bool = False
    skip: int = 0
    capital: bool = False


@dataclass(slots=True)
class _Collected:
    names: dict[str, Name] = field(default_factory=dict)
    short: dict[str, Name] = field(default_factory=dict)
    contextual: dict[str, tuple[str, ...]] = field(default_factory=dict)
    portfolios: dict[str, str] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names. ``names`` are folded; ``short`` and ``contextual`` are spelt exactly, with plain hyphens.

    ``portfolios`` maps what stands behind ``ministerie van``, folded, to a key.
    """

    entries: dict[str, Entry]
    names: dict[str, Name]
    short: dict[str, Name]
    contextual: dict[str, tuple[str, ...]]
    portfolios: dict[str, str]


def _split(cell: str) -> list[str]:
    return [value.strip() for value in cell.split("|") if value.strip()]


def _cues(cell: str) -> re.Pattern[str] | None:
    """Compile cues: capitals-only cues as whole words with exact case, all others as the beginning of a word."""
    cues = _split(cell)
    if not cues:
        return None
    exact = [re.escape(cue) for cue in cues if cue.isupper() and len(cue) <= 6]
    loose = [re.escape(cue) for cue in cues if not (cue.isupper() and len(cue) <= 6)]
    choices = [rf"(?:{'|'.join(exact)})(?!\w)"] if exact else []
    choices += [f"(?i:{'|'.join(loose)})"] if loose else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices)})")


def _respellings(name: str) -> Iterator[str]:
    """Yield a folded name in all its regular spellings."""
    yield name
    first, _, rest = name.partition(" ")
    if rest and first in _ADJECTIVES:
        yield f"{_ADJECTIVES[first]} {rest}"
    for owner, (long, brief) in _OWNERS.items():
        if name.endswith(owner):
            body = name.removesuffix(owner)
            yield from (f"{body} van de {brief}", f"{body} der {long}", f"{body} {brief}", f"{brief} {body}")
            yield f"{body} van {long}"


def _ministry_names(portfolio: str) -> Iterator[str]:
    for head in ("ministerie", "ministeries", "departement", "departementen"):
        yield f"{head} van {portfolio}"
    yield from (f"ministerie {portfolio}", f"ministeries {portfolio}", f"ministerie voor {portfolio}")


def _without_article(phrase: str) -> tuple[str, int]:
    """Return a phrase and how many of its leading characters are an article or possessive."""
    match = re.match(r"(?:de|het|uw) ", phrase)
    return phrase, match.end() if match else 0


def _collect_row(row: dict[str, str], found: _Collected) -> None:
    key = row["key"]
    for name in (fold(name).text for name in _split(row["names"])):
        if row["kind"] == "ministry" and name.startswith(_MINISTRY):
            found.portfolios[name.removeprefix(_MINISTRY)] = key
        else:
            for spelling in _respellings(name):
                found.names.setdefault(spelling, Name(key))
    for printed in _split(row["phrases"]):
        phrase, skip = _without_article(fold(printed).text)
        found.names[phrase] = Name(key, phrase=True, skip=skip, capital=printed[0].isupper())
    found.others.update(fold(phrase).text for phrase in _split(row["never"]))
    for short in _split(row["abbreviations"]):
        for spelling in {short, short.replace("-", " "), short.replace(" ", "-")}:
            found.short[spelling] = Name(key)
        if row["kind"] == "ministry":
            found.portfolios[fold(short).text] = key
    for name in _split(row["contextual"]):
        found.contextual[name] = (*found.contextual.get(name, ()), key)
        if row["kind"] == "ministry":
            found.portfolios[fold(name).text] = key


@cache
def lexicon() -> Lexicon:
    """Return the compiled names; built once in each process."""
    found = _Collected()
    entries: dict[str, Entry] = {}
    with (resources.registers() / "institutions.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            entries[row["key"]] = Entry(row["key"], row["kind"], _cues(row["cues"]))
            _collect_row(row, found)
    for portfolio, key in found.portfolios.items():
        for name in _ministry_names(portfolio):
            found.names.setdefault(name, Name(key))
    for phrase in sorted(found.others):
        found.names.setdefault(phrase, Name(""))
    return Lexicon(
        entries,
        found.names,
        found.short,
        found.contextual,
        found.portfolios,
    )
