"""Candidate mentions: every place where a name of the table stands between borders."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from kvgraph.citations.signs import Found, Place
from kvgraph.entities.borders import Ending, begins, ending, in_address, letters_behind
from kvgraph.entities.folding import Folded, fold
from kvgraph.entities.foreign import first_foreign_government, is_about_abroad
from kvgraph.entities.lexicon import lexicon
from kvgraph.entities.offices import further_ministries, office_spans
from kvgraph.entities.search import in_folded, in_printed
from kvgraph.model import Span

_USUAL = dict(zip("‐‑‒–—−\n\u00a0", "------  ", strict=True))
_UNUSUAL = re.compile(f"[{''.join(_USUAL)}]")
_ACT_NUMBER = re.compile(r"\)\s(?:nr\.\s)?\d")


class Candidate(NamedTuple):
    """A place where a name stands, in original and in folded offsets; a tuple, because many are made.

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
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.begin, self.end)

    @property
    def length(self) -> int:
        """The number of characters, by which the more specific of two candidates is chosen.

        ``tail`` letters of a compound count, so that ``Tweede Kamer`` in ``Tweede Kamerfracties`` is longer than
        ``Kamerfracties``.
        """
        return self.end - self.begin + self.tail


class View:
    """A passage text as names are looked for in it, with what the whole text says, found once when it is asked for.

    ``names`` stand in the folded text, ``short_names`` in the one with plain hyphens and blanks; ``signs`` are those of
    people and of citations.
    """

    def __init__(self, text: str, folded: Folded, names: Found, short_names: Found) -> None:
        self.text, self.folded = text, folded
        self.names, families = names
        self.short_names, kinds = short_names
        self.signs = families | kinds
        self._otherwise: dict[str, bool] = {}

    @cached_property
    def offices(self) -> list[tuple[int, int]]:
        """Where offices with their portfolios stand, in folded offsets."""
        return office_spans(self.folded.text)

    @cached_property
    def about_abroad(self) -> bool:
        """Whether the text is set in another country and names nothing Dutch beside it."""
        return is_about_abroad(self.folded.text)

    @cached_property
    def foreign_government(self) -> int | None:
        """The folded offset behind the first government that is another country's."""
        return first_foreign_government(self.folded.text)

    def defines_otherwise(self, short: str) -> bool:
        """Say whether the text abbreviates one word of its own so (``procesbeschikbaarheidslocatie (PBL)``)."""
        if short not in self._otherwise:
            self._otherwise[short] = short.isupper() and _is_defined_otherwise(self.text, short)
        return self._otherwise[short]


def views(texts: Collection[str]) -> list[View]:
    """Return the views of texts: each search looks at all of them before the next, while its table is at hand."""
    folded = [fold(text) for text in texts]
    names = [in_folded().search(one.text) for one in folded]
    short_names = [in_printed().search(_plain(text)) for text in texts]
    return list(map(View, texts, folded, names, short_names))


def _plain(text: str) -> str:
    """Return a text with plain hyphens and blanks."""
    if text.isascii() and "\n" not in text:
        return text
    return _UNUSUAL.sub(lambda match: _USUAL[match[0]], text)


def candidates(seen: View) -> list[Candidate]:
    """Return all candidates, overlapping ones too, in no particular order."""
    named = list(_names(seen, seen.names)) if seen.names else []
    short = list(_short_names(seen, seen.short_names)) if seen.short_names else []
    return [*named, *_listed_ministries(seen, named), *short] if named else short


def _rule(found: Ending, text: str, begin: int, plain: str) -> str:
    if found is Ending.ELLIPSIS:
        return "institution-coordination"
    if found is Ending.COMPOUND or (begin > 1 and text[begin - 1] == "-" and text[begin - 2].isalnum()):
        return "institution-compound"
    return plain


def _names(seen: View, places: Iterable[Place]) -> Iterator[Candidate]:
    names, text, folded = lexicon().names, seen.text, seen.folded
    for form, first, end in places:
        whole = folded.begin(first)
        if first and folded.text[first - 1].isalpha() and text[whole].islower():
            continue
        name = names[form]
        start = first + name.skip
        begin = folded.begin(start) if name.skip else whole
        if not begins(text, whole, name=True) or in_address(text, begin):
            continue
        if name.capital and not text[begin].isupper():
            continue
        last = folded.end(end)
        found = ending(text, begin, last) if name.key else Ending.BORDER
        if found is Ending.INSIDE:
            continue
        rule = _rule(
            found, text, begin, "institution-compound" if name.phrase and not name.skip else "institution-name"
        )
        tail = letters_behind(text, last) if found is Ending.COMPOUND or not name.key else 0
        yield Candidate(begin, last, start, end, (name.key,) if name.key else (), form, rule, False, tail)


def _listed_ministries(seen: View, named: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the further ministries of a list with one head (``de Ministeries van VWS en Defensie``)."""
    listed: set[int] = set()
    for head in named:
        if head.keys and head.form.startswith(("ministerie", "departement")):
            for start, end, key in further_ministries(seen.folded.text, head.folded_end):
                if end in listed:  # by a head before this one
                    break
                listed.add(end)
                begin, last = seen.folded.begin(start), seen.folded.end(end)
                yield Candidate(begin, last, start, end, (key,), "", "institution-coordination")


def _short_names(seen: View, places: Iterable[Place]) -> Iterator[Candidate]:
    short, contextual = lexicon().short, lexicon().contextual
    text, at = seen.text, seen.folded.at
    for form, start, end in places:
        known = short.get(form)
        after = text[end : end + 1]
        if (known is None and after.isalpha()) or (form == "Kamer" and after == "s"):  # Colleges, Raadpleging, Kamers
            continue
        if not begins(text, start, name=False) or in_address(text, start):
            continue
        if _in_act_number(text, start, end) or seen.defines_otherwise(text[start:end]):
            continue
        found = ending(text, start, end)
        if found is Ending.INSIDE:
            continue
        begin = start + 3 if form.startswith("de ") else start
        rule = _rule(found, text, begin, "institution-abbreviation" if known else "institution-context")
        keys = (known.key,) if known else contextual[form]
        yield Candidate(begin, end, at(begin), at(end - 1) + 1, keys, form, rule, known is None)


def _in_act_number(text: str, begin: int, end: int) -> bool:
    """Say whether ``EU`` or ``EG`` is part of a number: ``Richtlijn 1999/74/EG``, ``Verordening (EU) 2016/679``."""
    if text[begin:end] not in ("EU", "EG", "EEG"):
        return False
    if text[begin - 1 : begin] == "/":
        return text[begin - 2 : begin - 1].isdigit()
    return text[begin - 1 : begin] == "(" and _ACT_NUMBER.match(text, end) is not None


def _is_defined_otherwise(text: str, short: str) -> bool:
    definition = text.find(f" ({short})")
    if definition < 0:
        return False
    word = text[text.rfind(" ", 0, definition) + 1 : definition]
    return len(word) > 2 * len(short) and word.islower() and _spells(short.lower(), word)


def _spells(letters: str, word: str) -> bool:
    """Say whether a word begins with the first of the letters and holds all of them in order."""
    rest = iter(word)
    return word.startswith(letters[0]) and all(letter in rest for letter in letters)
