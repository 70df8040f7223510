"""Lost line ends put back.

Some text layers lose the line ends of a typeset page without leaving a blank (``is Neder-land`` / ``hiervan op`` /
``de hoogte`` come as ``is Neder-landhiervan opde hoogte``). A typeset line holds 55 to 90 characters, so in a longer
one a line end must be lost about there: ``restore_lines`` finds the likeliest place and cuts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kvgraph.model import Line
from kvgraph.papers.lexicon import BY_PARTS, FUNCTION_WORDS, Lexicon, is_compound

_SHORTEST, _FULL, _LONGEST, _LONGEST_NOTE = 45, 78, 92, 112
_LONGEST_WORD = 60
_TOKEN = re.compile(r"[^\W\d_]{1,60}")
_ADDRESS = re.compile(r"(?:https?:?/{0,2}|www\.)\S*$")
_ADDRESS_ANYWHERE = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,200}")
_LOST_BLANK = re.compile(
    r"[a-zà-ÿ][A-Z](?=[a-z])|[a-z»”),;?!](?=«)|[,;:?!»”](?=[A-Za-z])|[a-z]\.(?=[A-Z][a-z])|[a-z]{2}(?=\d)"
)
_LOWER_WORD = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]{5,30}(?![^\W\d_])")
_NOTE_START = re.compile(r"\d{1,2}[^\W\d_]|\d{1,2} ?[«“]")
# What an apostrophe joins to a word: Turkey’s (with the next word stuck to it or not), zzp’ers.
_ENDING = re.compile(r"s(?![a-zà-ÿ])|(?:ers?|en|tjes?|t)(?![^\W\d_])")
_SENTENCE_WORD = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]{3,}\s")
_LOST_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ»”)\]])([.?!:;,])(?=[A-Z«“][a-zà-ÿ]|[A-Z]+-|Ik |U |[A-Z]{2,6} )")
# Function words that are themselves made of two; any other such pair in one word has lost its blank.
_ONE_WORD = frozenset(
    """aldus alsook altijd daarin daarop hieraan hierbij hierdoor hierin hiermee hierna hierop hierover hiertoe hieruit
    hiervan hiervoor naarmate omdat ondermeer opdat tenzij totdat vandaar voordat
    waaraan waarbij waardoor waarin waarmee waarnaar waarom waarop waarover waartegen waartoe waaruit waarvan waarvoor
    zodat zoals""".split()
)
_SUFFIXES = frozenset("en de te er in ten den ster sten".split())
# --- lost line ends ----------------------------------------------------------------------------------------------


def has_lost_line_ends(lines: Sequence[Line]) -> bool:
    """Return whether a text lost line ends: its long lines show lost blanks at a rate that clean text never has."""
    long_lines = [_ADDRESS_ANYWHERE.sub(" ", line.text) for line in lines if len(line.text) > _LONGEST]
    if not long_lines:
        return False
    named = Lexicon(line.text for line in lines)
    long_lines = [named.without_camel_names(text) for text in long_lines]
    ends = sum(1 + len(text) // 76 for text in long_lines)
    lost = sum(len(_LOST_BLANK.findall(text)) for text in long_lines)
    lexicon = Lexicon()
    lost += sum(_is_glued(word, lexicon) for text in long_lines for word in _LOWER_WORD.findall(text))
    return lost >= 2 and lost / ends >= 0.2


def _is_glued(word: str, lexicon: Lexicon) -> bool:
    """Return whether an unknown word is a function word stuck to a known one (``debehandeling``)."""
    if lexicon.count(word):
        return False
    halves = ((word[:i], word[i:]) for i in range(2, len(word) - 1))
    return any(
        (left in FUNCTION_WORDS and len(right) > 1 and lexicon.count(right) > (100 if len(right) < 6 else 0))
        or (right in FUNCTION_WORDS and lexicon.count(left) > 100 and len(left) > 2)
        for left, right in halves
    )


def restore_lines(lines: Sequence[Line]) -> list[Line]:
    """Cut lines that lost their line ends where those were; other texts come back unchanged."""
    if not has_lost_line_ends(lines):
        return list(lines)
    sure = [line.text for line in lines if len(line.text) <= _FULL]
    lexicon = Lexicon(sure, [line.text for line in lines if len(line.text) > _FULL])
    return [part for line in lines for part in _parts(line, _cut(line.text, lexicon))]


def _parts(line: Line, texts: Sequence[str]) -> Iterator[Line]:
    place = 0
    for text in texts:
        yield line.cut(place, place + len(text))
        place += len(text)


def _cut(text: str, lexicon: Lexicon) -> list[str]:
    if len(text) <= _SHORTEST + 15:
        return [text]
    longest = _LONGEST_NOTE if _NOTE_START.match(text) else _LONGEST
    return [line for paragraph in _cut_paragraphs(text) for line in _cut_paragraph(paragraph, longest, lexicon)]


def _cut_paragraphs(text: str) -> list[str]:
    """Cut where a sentence ends without a blank before the next: there a paragraph ended on a short line."""
    places = [m.end() for m in _LOST_SENTENCE_END.finditer(text) if not _ADDRESS.search(text[: m.end()])]
    return [text[a:b] for a, b in pairwise([0, *places, len(text)])]


def _cut_paragraph(text: str, longest: int, lexicon: Lexicon) -> list[str]:
    """Return the likeliest printed lines: the cuts with the most evidence that leave lines of a typeset length."""
    evidence = [(place, _evidence(text, place, lexicon)) for place in range(_SHORTEST, len(text))]
    places = [0, *(place for place, score in evidence if score > 0), len(text)]
    scores = {place: score for place, score in evidence if score > 0} | {len(text): 0.0}
    best: list[tuple[float, int]] = [(0.0, 0)]
    for index, place in enumerate(places[1:], 1):
        options = []
        for before in range(index - 1, -1, -1):
            length = place - places[before]
            options.append((best[before][0] + scores[place] + _fit(length, longest, place == len(text)), before))
            if length > 2 * longest:
                break
        best.append(max(options))
    cuts, index = [len(text)], len(places) - 1
    while index:
        index = best[index][1]
        cuts.append(places[index])
    return [text[a:b] for a, b in pairwise(reversed(cuts))]


def _fit(length: int, longest: int, last: bool) -> float:
    """Return what a line of this length costs: nothing at typeset width, much when it can't be one line."""
    if length > longest:
        return -6.0 - (length - longest) / 12
    if last:
        return 0.0
    return -3.2 - abs(length - 73) / 8 if length >= _SHORTEST else -20.0


def _evidence(text: str, place: int, lexicon: Lexicon) -> float:
    """Return how strongly the characters around ``place`` show that a line ended there (0: not at all)."""
    before, after = text[place - 1], text[place]
    if before.isspace() or after.isspace():
        return 0.0
    start = text.rfind(" ", 0, place) + 1
    if "/" in text[start:place] and ("://" in text[start:place] or "www." in text[start:place]):
        return _evidence_after_address(text[place:])
    if before == "’" and _ENDING.match(text, place):
        return 0.0
    if before in ",;:?!»”)’]" and (after.isalpha() or after in "«“("):
        return 0.0 if before == ")" and after.islower() and len(_word_after(text, place)) < 3 else 10.0
    if before == "." and (after.isupper() or after in "«“("):
        return 9.0 if place > 2 and text[place - 2].islower() else 3.5
    if before.isalnum() and after in "«“(€":
        return 3.0 if after == "(" and text.find(")", place, place + 8) > 0 else 8.0
    if before == "-" and place > 1:
        return _evidence_of_hyphen(text, place, lexicon)
    if before.isdigit() and after.isalpha():
        word = _word_after(text, place)
        if word in ("en", "of", "op", "in"):
            return 5.0
        return 8.0 if len(word) > 2 and lexicon.count(word) else 0.0
    if before.isalpha() and after.isdigit():
        word = _word_before(text, place)
        return 8.0 if len(word) > 1 and not word.isupper() and word.lower() != "co" else 0.0
    if before.isalpha() and after.isalpha():
        return _evidence_in_word(text, place, lexicon)
    return 0.0


def _evidence_after_address(rest: str) -> float:
    """Return how likely a web address ended here: a capitalised word of running text follows, and then a blank."""
    return 6.0 if _SENTENCE_WORD.match(rest) else 0.0


def _evidence_of_hyphen(text: str, place: int, lexicon: Lexicon) -> float:
    left, right = _word_before(text, place - 1), _word_after(text, place)
    if not left or not right:
        return 0.0
    if lexicon.closes_up(left, right):
        return 9.0 if lexicon.count(left + right) else 4.5
    return 1.0


def _evidence_in_word(text: str, place: int, lexicon: Lexicon) -> float:
    left, right = _word_before(text, place), _word_after(text, place)
    if left[-1].islower() and right[0].isupper():
        if lexicon.is_camel_name(left + right):
            return 0.0
        return 10.0 if lexicon.count(left) or lexicon.is_camel_name(right) else 5.0
    if left == "s" and text[place - 2 : place - 1] in "’'" and lexicon.count(right):
        return 7.0
    if len(left) > 1 and left.isupper() and right[0].isupper() and right[1:].islower():
        return 7.0 if len(right) > 3 and lexicon.count_of_part(right) else 0.0
    if len(left) > 1 and left.isupper() and right.islower():
        return 7.0 if len(right) > 2 and lexicon.count(right) else 0.0
    if not right[0].islower() or not _may_be_two(left, right, lexicon):
        return _evidence_in_known_word(left, right)
    left_count, right_count = lexicon.count_of_part(left), lexicon.count_of_part(right)
    if min(len(left), len(right)) == 1:
        return 3.0 if "u" in (left.lower(), right) and left_count and right_count else 0.0
    if left_count and right_count:
        return _evidence_of_two_words(left, right, left_count, right_count)
    if is_compound((left + right).lower()):  # it has its seam elsewhere: Veiligheidsraad-resolutie, not Veilig-...
        return 0.0
    if left[0].isupper() and left.lower() not in FUNCTION_WORDS and not right_count:  # a name that nobody knows
        return 0.0
    if left_count > 1000 and (len(left) > 3 or left.lower() in FUNCTION_WORDS):
        return 0.25 * min(len(left), 8) + 0.2 * math.log10(left_count)
    if right_count > 1000 and len(right) > 3:
        return 0.25 * min(len(right), 6) + 0.2 * math.log10(right_count) - 0.3
    return 0.0


def _may_be_two(left: str, right: str, lexicon: Lexicon) -> bool:
    """Return whether a word may be two: nobody knows it, or hardly anybody and its halves are everywhere."""
    count = lexicon.count(left + right)
    halves = lexicon.count(right) if left.lower() in FUNCTION_WORDS else 0
    if count:
        return count <= 100 and halves > 50_000
    return halves > 1000 or not lexicon.is_english(left + right)


def _evidence_of_two_words(left: str, right: str, left_count: int, right_count: int) -> float:
    # What only looks like a word by its parts, with an ending behind it, is one inflected compound.
    if left_count <= BY_PARTS and right in _SUFFIXES:
        return 1.0
    floor = 2.6 if min(left_count, right_count) > BY_PARTS or max(left_count, right_count) > 100 else 1.5
    evidence = max(floor, math.log10(left_count) + math.log10(right_count) - 4.0)
    # Compounds hardly ever begin with an inflected adjective.
    return evidence + (0.6 if left.endswith("e") and left_count > BY_PARTS and len(right) > 3 else 0.0)


def _evidence_in_known_word(left: str, right: str) -> float:
    """Return what a known word can show: it may still be two function words (``zijnen``, ``omdat`` is none)."""
    return 0.6 if left in FUNCTION_WORDS and right in FUNCTION_WORDS and left + right not in _ONE_WORD else 0.0


def _word_before(text: str, place: int) -> str:
    start = place
    while start and place - start < _LONGEST_WORD and text[start - 1].isalpha():
        start -= 1
    return text[start:place]


def _word_after(text: str, place: int) -> str:
    match = _TOKEN.match(text, place)
    return match.group() if match else ""
