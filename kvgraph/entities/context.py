"""Names that count only in context: ``de Commissie``, ``het Hof``, ``AP``, ``de Inspectie``.

Such a name is taken for an institution when the same passage (or, as ``named``, the paper) names that institution in
full, or a cue of the institution stands in the passage, and nothing speaks for another one that bears the same name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from kvgraph.entities.candidates import Candidate
from kvgraph.entities.lexicon import lexicon

_COMMON = 12  # a short name of so many bodies (de Raad) is not resolved by what other passages name
_DETERMINERS = frozenset("de het deze dit die dat dezelfde datzelfde genoemde onze elke en of".split())
_LONGER_NAME = re.compile(
    r"-|\s+(?:[A-Z]|(?:van|voor|tot|inzake|tegen|bij)\s+(?!\d|mening|oordeel|plan|zins|opvatting))"
)
_WORD_BEFORE = re.compile(r"(\w+)[ («“‘]*$")
_WORD_REACH = 30


class Context:
    """What a passage text says for and against its contextual names; what the whole text is asked for is kept."""

    def __init__(self, text: str, sure: Collection[Candidate]) -> None:
        """Take the text and what is surely named in it."""
        self._text = text
        self._first: dict[str, int] = {}
        for candidate in sure:
            for key in candidate.keys:
                self._first[key] = min(candidate.begin, self._first.get(key, candidate.begin))
        self._ends = {(key, candidate.end) for candidate in sure for key in candidate.keys}
        self._cues: dict[str, tuple[int, int] | None] = {}
        self._bearers: dict[str, bool] = {}

    def accepted(self, unsure: Collection[Candidate], named: Collection[str]) -> Iterator[Candidate]:
        """Yield the contextual candidates that count, each with its one key."""
        for candidate in unsure:
            key = self._resolve(candidate, named)
            if key and self._stands_alone(candidate) and not self._defined_otherwise(candidate, key):
                yield candidate._replace(keys=(key,), contextual=False)

    def _resolve(self, candidate: Candidate, named: Collection[str]) -> str | None:
        """Return the one institution that the passage, the paper or a cue speaks for, in that order."""
        in_passage = [key for key in candidate.keys if key in self._first]
        if in_passage:
            before = [key for key in in_passage if self._first[key] < candidate.begin]
            return _only(before or in_passage)
        if self._other_bearer(candidate.form):
            return None
        in_paper = [key for key in candidate.keys if key in named]
        if in_paper and len(candidate.keys) < _COMMON:
            return _only(in_paper)
        return _only([key for key in candidate.keys if self._has_cue(key, candidate)])

    def _has_cue(self, key: str, candidate: Candidate) -> bool:
        """Say whether a cue begins in the text outside the candidate itself."""
        if key not in self._cues:
            cues = lexicon().entries[key].cues
            begins = [cue.start() for cue in cues.finditer(self._text)] if cues else []
            self._cues[key] = (begins[0], begins[-1]) if begins else None
        outer = self._cues[key]
        return outer is not None and (outer[0] < candidate.begin or candidate.end <= outer[1])

    def _other_bearer(self, form: str) -> bool:
        """Say whether a longer name with the same noun stands in the text (``Commissie Borstlap``)."""
        if form not in self._bearers:
            self._bearers[form] = _is_word(form) and _longer_name(form).search(self._text) is not None
        return self._bearers[form]

    def _stands_alone(self, candidate: Candidate) -> bool:
        """Say whether a capitalised noun stands with an article and is no part of a longer name."""
        if not _is_word(candidate.form) or candidate.rule == "institution-compound":
            return True
        before = _WORD_BEFORE.search(self._text, max(0, candidate.begin - _WORD_REACH), candidate.begin)
        if before is None or before[1].lower() not in _DETERMINERS:
            return False
        return _LONGER_NAME.match(self._text, candidate.end) is None

    def _defined_otherwise(self, candidate: Candidate, key: str) -> bool:
        """Say whether an abbreviation in parentheses abbreviates something else: ``de milieustudie (IEA)``."""
        begin, end = candidate.begin, candidate.end
        if _is_word(candidate.form) or self._text[begin - 1 : begin] != "(" or self._text[end : end + 1] != ")":
            return False
        return (key, begin - 1) not in self._ends and (key, begin - 2) not in self._ends


def _only(keys: list[str]) -> str | None:
    return keys[0] if len(keys) == 1 else None


@cache
def _is_word(form: str) -> bool:
    """Say whether a form is a capitalised noun on its own, neither abbreviation nor compound (``Raadsstukken``)."""
    if not (form[0].isupper() and form[1:].islower() and len(form) > 2):
        return False
    return not any(form.startswith(other) for other in lexicon().contextual if 2 < len(other) < len(form))


@cache
def _longer_name(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:\b{form})(?:-|\s+)(?:van\s+(?:de\s+|den\s+)?)?[A-Z][a-z]")
