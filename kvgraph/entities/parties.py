"""Parties named in running text: ``de VVD-fractie``, ``het lid Dobbe (SP)``, ``de fractie van Volt``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from kvgraph import resources
from kvgraph.entities.borders import Ending, begins, ending, in_address
from kvgraph.entities.folding import fold
from kvgraph.model import PartyMention, Span
from kvgraph.model.coverage import Coverage

_PARENTHESES = re.compile(
    r"\((?P<all>(?:beiden|beide|allen|alle (?:drie|vier|vijf|zes))\s+)?(?P<label>[^()]{1,45}?)"
    r"(?:\s?,\s?(?:Eerste|Tweede)\sKamer)?\)"
)
_BEFORE = re.compile(
    r"(?P<label>[A-Z]\w{1,20})(?:-|\s)(?:Kamerf|f)ractie\b|(?P<other>[A-Z]\w{1,20})-[Kk]amerl(?:id|eden)\b"
)
_FRACTION_OF = re.compile(r"\b[Ff]ractie(?:s|leden)?\svan\s(?:de\s|het\s)?(?P<label>[A-Z]\w{1,20})")
_NAME_BEFORE = re.compile(r"(?P<words>(?:[^\W_][\w’'-]*\s){0,5}[^\W_][\w’'-]*)(?:\s?c\.s\.)?(?:\s?\[[^\]]{1,6}\])*\s*$")


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """A party label between parentheses: its span, and whether it is given to all names before it (``beiden``)."""

    begin: int
    end: int
    label: str
    for_all: bool


@cache
def _labels() -> frozenset[str]:
    """Return every label of every party, folded."""
    with (resources.registers() / "parties.csv").open(encoding="utf-8", newline="") as table:
        return frozenset(fold(label).text for row in csv.DictReader(table) for label in row["names"].split("|"))


@lru_cache(maxsize=4096)
def _is_label(printed: str) -> bool:
    return fold(printed).text in _labels()


@cache
def _sure() -> tuple[tuple[str, ...], AhoCorasick]:
    """Return the labels that mean nothing else, with a search for them."""
    with (resources.registers() / "parties.csv").open(encoding="utf-8", newline="") as table:
        labels = {label for row in csv.DictReader(table) for label in row["running"].split("|") if label}
    ordered = tuple(sorted(labels))
    return ordered, AhoCorasick(list(ordered), implementation=Implementation.DFA)


def read_label(text: str, begin: int) -> tuple[PrintedLabel, int] | None:
    """Read a party label in parentheses at ``begin``, and where it ends; None when none stands there.

    The label must be one of the register; ``(D66, Eerste Kamer)`` and ``(beiden D66)`` are such labels too.
    """
    match = _PARENTHESES.match(text, begin)
    label = _label(match) if match else None
    return (label, match.end()) if match and label else None


@lru_cache(maxsize=4)
def read_labels(text: str) -> tuple[tuple[int, PrintedLabel], ...]:
    """Return all party labels in parentheses, each with its opening parenthesis; of the last texts they are kept."""
    matches = _PARENTHESES.finditer(text) if "(" in text else ()
    return tuple((match.start(), label) for match in matches if (label := _label(match)))


def _label(match: re.Match[str]) -> PrintedLabel | None:
    if not _is_label(match["label"]):
        return None
    return PrintedLabel(*match.span("label"), " ".join(match["label"].split()), match["all"] is not None)


def find_parties(text: str) -> tuple[PartyMention, ...]:
    """Return the parties named in a text, as printed, sorted by span and not overlapping."""
    options = sorted(
        (*_behind_names(text), *_by_group(text), *_by_label(text)),
        key=lambda mention: (mention.span.begin - mention.span.end, mention.span.begin, mention.rule),
    )
    found: list[PartyMention] = []
    taken = Coverage(len(text))
    for mention in options:
        if taken.free(mention.span):
            taken.add(mention.span)
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _behind_names(text: str) -> Iterator[PartyMention]:
    """Yield labels in parentheses behind a capitalised word (``Dassen (Volt)``)."""
    for place, read in read_labels(text):
        if follows_name(text, place, text[read.begin : read.end]):
            yield PartyMention(Span(read.begin, read.end), "party-parentheses", read.label)


def follows_name(text: str, begin: int, label: str) -> bool:
    """Say whether a capitalised word, as of a person, stands before the parenthesis at ``begin``.

    Words that ``label`` abbreviates are no name: ``Gecombineerde Opgave (GO)``.
    """
    before = _NAME_BEFORE.search(text, max(0, begin - 60), begin)
    if before is None:
        return False
    words = before["words"].split()
    initials = "".join(word[0] for word in words[-len(label) :])
    return words[-1][0].isupper() and (label in _sure()[0] or initials.casefold() != label.casefold())


def _by_group(text: str) -> Iterator[PartyMention]:
    """Yield labels that ``-fractie`` or ``fractie van`` shows to be a party's (``de fractie van Volt``)."""
    for match in _BEFORE.finditer(text) if "ractie" in text or "amerl" in text else ():
        if _is_label(match["label"]):
            yield PartyMention(Span(*match.span("label")), "party-compound", match["label"])
    for match in _FRACTION_OF.finditer(text) if "ractie" in text else ():
        if _is_label(match["label"]):
            yield PartyMention(Span(*match.span("label")), "party-name", match["label"])


def _by_label(text: str) -> Iterator[PartyMention]:
    """Yield labels and names that mean nothing else, wherever they stand."""
    labels, search = _sure()
    for index, begin, end in search.find_matches_as_indexes(text, overlapping=True):
        if not begins(text, begin, name=False) or in_address(text, begin):
            continue
        found = ending(text, begin, end)
        if found is not Ending.INSIDE:
            yield PartyMention(
                Span(begin, end), "party-name" if found is Ending.BORDER else "party-compound", labels[index]
            )
