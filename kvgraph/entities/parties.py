"""Parties named in running text: ``de VVD-fractie``, ``het lid Dobbe (SP)``, ``de fractie van Volt``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from kvgraph.entities.borders import Ending, begins, ending, in_address
from kvgraph.entities.labels import is_label, only_beside, running, running_words
from kvgraph.entities.signs import present
from kvgraph.model import PartyMention, Span
from kvgraph.model.coverage import Coverage

_PARENTHESES = re.compile(r"\(([^()]{1,90})\)")
_IN_PARENTHESES = re.compile(
    r"(?P<all>(?:beiden|beide|allen|alle (?:drie|vier|vijf|zes))\s+)?(?P<label>.{1,45}?)"
    r"(?:\s?,\s?(?:Eerste|Tweede)\sKamer)?",
    re.DOTALL,
)
_BEFORE = re.compile(r"(?P<label>[A-Z]\w{1,20})(?:(?:-|\s)(?:Kamerf|f)ractie|-[Kk]amerl(?:id|eden))\b")
_FRACTION_OF = re.compile(r"\b[Ff]ractie(?:s|leden)?\svan\s(?:de\s|het\s)?(?P<label>[A-Z]\w{1,20})")
_LINK = r"(?:,?\s(?:en|of|als)\s|,\s|/)(?:(?:van\s)?(?:de|het)\s|van\s)?"
_LINK_BEFORE, _LINK_BEHIND = re.compile(rf"{_LINK}$"), re.compile(_LINK)
_LINK_LENGTH = 14
_SHORT = 4
_IN_PARLIAMENT = frozenset("lid Lid leden Kamerlid Kamerleden heer mevrouw Mevrouw mw. dhr. en".split())
_MEMBERSHIP = re.compile(r"van\s(?:(?:de|het)\s)?(?P<label>[A-Z5]\w{1,20}(?:-PvdA)?)(?:-fractie)?(?![\w-])")
_NAME_BEFORE = re.compile(
    r"(?<![^\W_])(?P<words>(?:[^\W_][\w’'-]*+\s){0,5}[^\W_][\w’'-]*)(?:\s?c\.s\.)?(?:\s?\[[^\]]{1,6}\])*+\s*+$"
)


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """A party label between parentheses: its span, and whether it is given to all names before it (``beiden``)."""

    begin: int
    end: int
    label: str
    for_all: bool


def read_label(text: str, begin: int) -> tuple[PrintedLabel, int] | None:
    """Read a party label in parentheses at ``begin``, and where it ends; None when none stands there.

    The label must be one of the register; ``(D66, Eerste Kamer)`` and ``(beiden D66)`` are such labels too.
    """
    match = _PARENTHESES.match(text, begin)
    label = _label(match) if match else None
    return (label, match.end()) if match and label else None


def _label(parentheses: re.Match[str]) -> PrintedLabel | None:
    inside = _in_parentheses(parentheses[1])
    if inside is None:
        return None
    first = parentheses.start(1)
    return PrintedLabel(first + inside.begin, first + inside.end, inside.label, inside.for_all)


@lru_cache(maxsize=4096)
def _in_parentheses(printed: str) -> PrintedLabel | None:
    """Return the label in what stands between parentheses, where it stands in that."""
    match = _IN_PARENTHESES.fullmatch(printed)
    if match is None or not is_label(match["label"]):
        return None
    return PrintedLabel(*match.span("label"), " ".join(match["label"].split()), match["all"] is not None)


def read_membership(text: str, begin: int) -> tuple[PrintedLabel, int] | None:
    """Read ``van het CDA`` at ``begin``, and where it ends; None when no label that means nothing else stands there."""
    match = _MEMBERSHIP.match(text, begin)
    if match is None or match["label"] not in running():
        return None
    return PrintedLabel(*match.span("label"), match["label"], for_all=False), match.end()


def find_parties(text: str, signs: Set[str] | None = None) -> tuple[PartyMention, ...]:
    """Return the parties named in a text, as printed, sorted by span and not overlapping.

    ``signs`` are the kinds of signs that the text holds, where that is known.
    """
    if signs is None:
        signs = present(text)
    options: list[PartyMention] = []
    if "parenthesis" in signs:
        options += _behind_names(text)
    if "group" in signs:
        options += _by_group(text)
    if "label" in signs:
        options += _by_label(text)
    if not options:
        return ()
    options.sort(key=lambda mention: (mention.span.begin - mention.span.end, mention.span.begin, mention.rule))
    taken = Coverage(len(text))
    found = [mention for mention in options if taken.take(mention.span)]
    if "beside" in signs:
        found += [mention for mention in _beside(text, found) if taken.free(mention.span)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _beside(text: str, found: Sequence[PartyMention]) -> Iterator[PartyMention]:
    """Yield labels that stand in a list with a party that is found already."""
    begins, ends = {mention.span.begin for mention in found}, {mention.span.end for mention in found}
    left = []
    for match in only_beside().finditer(text):
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
    for place, label in labels_in_parentheses(text):
        if follows_name(text, place, label.label):
            yield PartyMention(Span(label.begin, label.end), "party-parentheses", label.label)


@lru_cache(maxsize=4)
def labels_in_parentheses(text: str) -> tuple[tuple[int, PrintedLabel], ...]:
    """Return the labels in parentheses, each with where its parenthesis opens."""
    return tuple((match.start(), label) for match in _PARENTHESES.finditer(text) if (label := _label(match)))


def follows_name(text: str, begin: int, label: str) -> bool:
    """Say whether a capitalised word, as of a person, stands before the parenthesis at ``begin``.

    Words that ``label`` abbreviates are no name (``Gecombineerde Opgave (GO)``), and a short label that means other
    things too asks for more: ``het lid Otten (GO)``, not ``Kamala Harris (VP)``.
    """
    before = _NAME_BEFORE.search(text, max(0, begin - 60), begin)
    if before is None or not before["words"].split()[-1][0].isupper():
        return False
    words = before["words"].split()
    if label in running() or only_beside().fullmatch(label):
        return True
    if label.isupper() and len(label) <= _SHORT and _IN_PARLIAMENT.isdisjoint(words[:-1]):
        return False
    return "".join(word[0] for word in words[-len(label) :]).casefold() != label.casefold()


def _by_group(text: str) -> Iterator[PartyMention]:
    """Yield labels that ``-fractie`` or ``fractie van`` shows to be a party's (``de fractie van Volt``)."""
    for match in _BEFORE.finditer(text):
        if is_label(match["label"]):
            yield PartyMention(Span(*match.span("label")), "party-compound", match["label"])
    for match in _FRACTION_OF.finditer(text) if "ractie" in text else ():
        if is_label(match["label"]):
            yield PartyMention(Span(*match.span("label")), "party-name", match["label"])


def _by_label(text: str) -> Iterator[PartyMention]:
    """Yield labels and names that mean nothing else, wherever they stand."""
    for label, begin, end in running_words().places(text):
        if not begins(text, begin, name=False) or in_address(text, begin):
            continue
        found = ending(text, begin, end)
        if found is not Ending.INSIDE:
            yield PartyMention(Span(begin, end), "party-name" if found is Ending.BORDER else "party-compound", label)
