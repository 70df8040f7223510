"""Parties named in running text: ``de VVD-fractie``, ``het lid Dobbe (SP)``, ``de fractie van Volt``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
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
_BEFORE = re.compile(r"(?P<label>[A-Z]\w{1,20})(?:(?:-|\s)(?:Kamerf|f)ractie|-[Kk]amerl(?:id|eden))\b")
_FRACTION_OF = re.compile(r"\b[Ff]ractie(?:s|leden)?\svan\s(?:de\s|het\s)?(?P<label>[A-Z]\w{1,20})")
_LINK = r"(?:,?\s(?:en|of|als)\s|,\s|/)(?:(?:van\s)?(?:de|het)\s|van\s)?"
_LINK_BEFORE, _LINK_BEHIND = re.compile(rf"{_LINK}$"), re.compile(_LINK)
_LINK_LENGTH = 14
_SHORT = 4
_IN_PARLIAMENT = frozenset("lid Lid leden Kamerlid Kamerleden heer mevrouw Mevrouw mw. dhr. en".split())
_MEMBERSHIP = re.compile(r"van\s(?:(?:de|het)\s)?(?P<label>[A-Z5]\w{1,20}(?:-PvdA)?)(?:-fractie)?(?![\w-])")
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
def is_label(printed: str) -> bool:
    """Say whether a party goes by this label, however its letters are printed."""
    return fold(printed).text in _labels()


@cache
def _sure() -> tuple[tuple[str, ...], AhoCorasick]:
    """Return the labels that mean nothing else, with a search for them."""
    with (resources.registers() / "parties.csv").open(encoding="utf-8", newline="") as table:
        labels = {label for row in csv.DictReader(table) for label in row["running"].split("|") if label}
    ordered = tuple(sorted(labels))
    return ordered, AhoCorasick(list(ordered), implementation=Implementation.DFA)


@cache
def _only_beside() -> re.Pattern[str]:
    """Return the pattern of labels that are a party's only beside another party (``VVD, Volt en CU``)."""
    with (resources.registers() / "parties.csv").open(encoding="utf-8", newline="") as table:
        labels = [label for row in csv.DictReader(table) for label in row["beside"].split("|") if label]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, labels))})(?![\w-]|\s[A-Z])")


def read_label(text: str, begin: int) -> tuple[PrintedLabel, int] | None:
    """Read a party label in parentheses at ``begin``, and where it ends; None when none stands there.

    The label must be one of the register; ``(D66, Eerste Kamer)`` and ``(beiden D66)`` are such labels too.
    """
    match = _PARENTHESES.match(text, begin)
    if match is None or not is_label(match["label"]):
        return None
    printed = PrintedLabel(*match.span("label"), " ".join(match["label"].split()), match["all"] is not None)
    return printed, match.end()


def read_membership(text: str, begin: int) -> tuple[PrintedLabel, int] | None:
    """Read ``van het CDA`` at ``begin``, and where it ends; None when no label that means nothing else stands there."""
    match = _MEMBERSHIP.match(text, begin)
    if match is None or match["label"] not in _sure()[0]:
        return None
    return PrintedLabel(*match.span("label"), match["label"], for_all=False), match.end()


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
    found += [mention for mention in _beside(text, found) if taken.free(mention.span)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _beside(text: str, found: Sequence[PartyMention]) -> Iterator[PartyMention]:
    """Yield labels that stand in a list with a party that is found already."""
    if not found:
        return
    begins, ends = {mention.span.begin for mention in found}, {mention.span.end for mention in found}
    left = []
    for match in _only_beside().finditer(text):
        link = _LINK_BEFORE.search(text, max(0, match.start() - _LINK_LENGTH), match.start())
        if link and link.start() in ends:
            ends.add(match.end())
            yield PartyMention(Span(*match.span()), "party-name", match.group())
        else:
            left.append(match)
    for match in reversed(left):
        link = _LINK_BEHIND.match(text, match.end())
        if link and link.end() in begins:
            begins.add(match.start())
            yield PartyMention(Span(*match.span()), "party-name", match.group())


def _behind_names(text: str) -> Iterator[PartyMention]:
    """Yield labels in parentheses behind a capitalised word (``Dassen (Volt)``)."""
    for match in _PARENTHESES.finditer(text) if "(" in text else ():
        if (read := read_label(text, match.start())) and follows_name(text, match.start(), match["label"]):
            yield PartyMention(Span(read[0].begin, read[0].end), "party-parentheses", read[0].label)


def follows_name(text: str, begin: int, label: str) -> bool:
    """Say whether a capitalised word, as of a person, stands before the parenthesis at ``begin``.

    Words that ``label`` abbreviates are no name (``Gecombineerde Opgave (GO)``), and a short label that means other
    things too asks for more: ``het lid Otten (GO)``, not ``Kamala Harris (VP)``.
    """
    before = _NAME_BEFORE.search(text, max(0, begin - 60), begin)
    if before is None or not before["words"].split()[-1][0].isupper():
        return False
    words = before["words"].split()
    if label in _sure()[0] or _only_beside().fullmatch(label):
        return True
    if label.isupper() and len(label) <= _SHORT and _IN_PARLIAMENT.isdisjoint(words[:-1]):
        return False
    return "".join(word[0] for word in words[-len(label) :]).casefold() != label.casefold()


def _by_group(text: str) -> Iterator[PartyMention]:
    """Yield labels that ``-fractie`` or ``fractie van`` shows to be a party's (``de fractie van Volt``)."""
    for match in _BEFORE.finditer(text) if "ractie" in text or "amerl" in text else ():
        if is_label(match["label"]):
            yield PartyMention(Span(*match.span("label")), "party-compound", match["label"])
    for match in _FRACTION_OF.finditer(text) if "ractie" in text else ():
        if is_label(match["label"]):
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
