"""Candidate mentions: every place where a name of the table stands between borders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kvgraph.entities.borders import Ending, begins, ending, in_address, letters_behind
from kvgraph.entities.folding import Folded, fold
from kvgraph.entities.lexicon import lexicon
from kvgraph.entities.offices import further_ministries

_HYPHENS = str.maketrans("‐‑‒–—−\n\u00a0", "------  ")
_ACT_NUMBER = re.compile(r"\)\s(?:nr\.\s)?\d")
_HYPHEN = re.compile("[‐‑‒–—−\n\u00a0]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a name stands, in original and in folded offsets.

    ``keys`` are the institutions that it may name: none for a phrase in which the name is another's, several for a
    contextual name. ``form`` is the name as the table has it, folded unless it is an abbreviation.
    """

    begin: int
    end: int
    folded_begin: int
    folded_end: int
    keys: tuple[str, ...]
    form: str
    rule: str
    contextual: bool = False
    tail: int = 0

    @property
    def length(self) -> int:
        """The number of characters, by which the more specific of two candidates is chosen.

        ``tail`` letters of a compound count, so that ``Tweede Kamer`` in ``Tweede Kamerfracties`` is longer than
        ``Kamerfracties``.
        """
        return self.end - self.begin + self.tail


@dataclass(frozen=True, slots=True)
class View:
    """A passage text in the two forms in which names are looked for; ``plain`` has plain hyphens and blanks."""

    text: str
    plain: str
    folded: Folded


def view(text: str) -> View:
    """Prepare a passage text for matching."""
    return View(text, text.translate(_HYPHENS) if _HYPHEN.search(text) else text, fold(text))


def candidates(seen: View) -> list[Candidate]:
    """Return all candidates, overlapping ones too, in no particular order."""
    named = list(_names(seen))
    return [*named, *_listed_ministries(seen, named), *_short_names(seen)]


def _rule(found: Ending, text: str, begin: int, plain: str) -> str:
    if found is Ending.ELLIPSIS:
        return "institution-coordination"
    if found is Ending.COMPOUND or (begin > 1 and text[begin - 1] == "-" and text[begin - 2].isalnum()):
        return "institution-compound"
    return plain


def _names(seen: View) -> Iterator[Candidate]:
    names, patterns = lexicon().names, lexicon().folded_patterns
    folded = seen.folded
    for index, start, end in lexicon().folded_search.find_matches_as_indexes(folded.text, overlapping=True):
        if start and folded.text[start - 1].isalpha() and seen.text[folded.begin(start)].islower():
            continue
        form = patterns[index]
        name = names[form]
        start += name.skip
        original = folded.begin(start)
        original_end = folded.end(end)
        if not begins(seen.text, folded.begin(start - name.skip), name=True) or in_address(seen.text, original):
            continue
        if name.capital and not seen.text[original].isupper():
            continue
        found = Ending.BORDER if not name.key else ending(seen.text, original, original_end)
        if found is Ending.INSIDE:
            continue
        plain = "institution-compound" if name.phrase and not name.skip else "institution-name"
        rule = _rule(found, seen.text, original, plain)
        tail = letters_behind(seen.text, original_end) if found is Ending.COMPOUND or not name.key else 0
        keys = (name.key,) if name.key else ()
        yield Candidate(original, original_end, start, end, keys, form, rule, tail=tail)


def _listed_ministries(seen: View, named: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the further ministries of a list with one head (``de Ministeries van VWS en Defensie``)."""
    for head in named:
        if head.keys and head.form.startswith(("ministerie", "departement")):
            for start, end, key in further_ministries(seen.folded.text, head.folded_end):
                begin, last = seen.folded.begin(start), seen.folded.end(end)
                yield Candidate(begin, last, start, end, (key,), "", "institution-coordination")


def _short_names(seen: View) -> Iterator[Candidate]:
    short, contextual, patterns = lexicon().short, lexicon().contextual, lexicon().exact_patterns
    at = seen.folded.at
    for index, start, end in lexicon().exact_search.find_matches_as_indexes(seen.plain, overlapping=True):
        form = patterns[index]
        if not begins(seen.text, start, name=False) or in_address(seen.text, start):
            continue
        if _in_act_number(seen.text, start, end) or _is_defined_otherwise(seen.text, start, end):
            continue
        found = ending(seen.text, start, end)
        if found is Ending.INSIDE:
            continue
        begin = start + (3 if form.startswith("de ") else 0)
        known = short.get(form)
        after = seen.text[end : end + 1]
        if (known is None and after.isalpha()) or (form == "Kamer" and after == "s"):  # Colleges, Raadpleging, Kamers
            continue
        rule = _rule(found, seen.text, begin, "institution-abbreviation" if known else "institution-context")
        keys = (known.key,) if known else contextual[form]
        yield Candidate(begin, end, at(begin), at(end - 1) + 1, keys, form, rule, contextual=known is None)


def _in_act_number(text: str, begin: int, end: int) -> bool:
    """Say whether ``EU`` or ``EG`` is part of a number: ``Richtlijn 1999/74/EG``, ``Verordening (EU) 2016/679``."""
    if text[begin:end] not in ("EU", "EG", "EEG"):
        return False
    if text[begin - 1 : begin] == "/":
        return text[begin - 2 : begin - 1].isdigit()
    return text[begin - 1 : begin] == "(" and _ACT_NUMBER.match(text, end) is not None


def _is_defined_otherwise(text: str, begin: int, end: int) -> bool:
    """Say whether the text uses an abbreviation for one word of its own (``procesbeschikbaarheidslocatie (PBL)``)."""
    short = text[begin:end]
    definition = text.find(f" ({short})")
    if definition < 0 or not short.isupper():
        return False
    word = text[:definition].rpartition(" ")[2]
    return len(word) > 2 * len(short) and word.islower() and _spells(short.lower(), word)


def _spells(letters: str, word: str) -> bool:
    """Say whether a word begins with the first of the letters and holds all of them in order."""
    rest = iter(word)
    return word.startswith(letters[0]) and all(letter in rest for letter in letters)
