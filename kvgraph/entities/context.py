"""Names that count only in context: ``de Commissie``, ``het Hof``, ``AP``, ``de Inspectie``.

Such a name is taken for an institution when the same passage (or, as ``named``, the paper) names that institution in
full, or a cue of the institution stands in the passage, and nothing speaks for another one that bears the same name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from kvgraph.entities.candidates import Candidate, View
from kvgraph.entities.lexicon import lexicon

_COMMON = 9  # a short name of so many bodies (de Raad) is not resolved by what other passages name
_DETERMINERS = frozenset("de het deze dit die dat dezelfde datzelfde genoemde onze elke en of".split())
_LONGER_NAME = re.compile(
    r"-|\s+(?:[A-Z]|(?:van|voor|tot|inzake|tegen|bij)\s+(?!\d|mening|oordeel|plan|zins|opvatting))"
)
_WORD_BEFORE = re.compile(r"(\w+)[ («“‘]*$")


def accepted(
    unsure: Collection[Candidate], seen: View, sure: Collection[Candidate], named: Collection[str]
) -> Iterator[Candidate]:
    """Yield the contextual candidates that count, each with its one key."""
    first = {key: candidate.begin for candidate in sorted(sure, key=lambda c: -c.begin) for key in candidate.keys}
    for candidate in unsure:
        key = _resolve(candidate, seen, first, named)
        if key and _stands_alone(candidate, seen.text) and not _defined_otherwise(candidate, seen.text, key, sure):
            yield replace(candidate, keys=(key,), contextual=False)


def _resolve(candidate: Candidate, seen: View, first: dict[str, int], named: Collection[str]) -> str | None:
    """Return the one institution that the passage, the paper or a cue speaks for, in that order."""
    in_passage = [key for key in candidate.keys if key in first]
    if in_passage:
        before = [key for key in in_passage if first[key] < candidate.begin]
        return _only(before or in_passage)
    if _other_bearer(candidate, seen.text):
        return None
    in_paper = [key for key in candidate.keys if key in named]
    if in_paper and len(candidate.keys) < _COMMON:
        return _only(in_paper)
    return _only([key for key in candidate.keys if _has_cue(key, candidate, seen.text)])


def _only(keys: list[str]) -> str | None:
    return keys[0] if len(keys) == 1 else None


def _has_cue(key: str, candidate: Candidate, text: str) -> bool:
    """Say whether a cue stands in the text outside the candidate itself."""
    cues = lexicon().entries[key].cues
    if cues is None:
        return False
    return any(not candidate.begin <= cue.start() < candidate.end for cue in cues.finditer(text))


def _is_word(form: str) -> bool:
    """Say whether a form is a capitalised noun on its own, neither abbreviation nor compound (``Raadsstukken``)."""
    if not (form[0].isupper() and form[1:].islower() and len(form) > 2):
        return False
    return not any(form.startswith(other) for other in lexicon().contextual if 2 < len(other) < len(form))


def _other_bearer(candidate: Candidate, text: str) -> bool:
    """Say whether a longer name with the same noun stands in the text (``Commissie Borstlap``)."""
    if not _is_word(candidate.form):
        return False
    return re.search(rf"(?i:\b{candidate.form})(?:-|\s+)(?:van\s+(?:de\s+|den\s+)?)?[A-Z][a-z]", text) is not None


def _stands_alone(candidate: Candidate, text: str) -> bool:
    """Say whether a capitalised noun stands with an article and is no part of a longer name."""
    if not _is_word(candidate.form) or candidate.rule == "institution-compound":
        return True
    before = _WORD_BEFORE.search(text, max(0, candidate.begin - 30), candidate.begin)
    if before is None or before[1].lower() not in _DETERMINERS:
        return False
    return _LONGER_NAME.match(text, candidate.end) is None


def _defined_otherwise(candidate: Candidate, text: str, key: str, sure: Collection[Candidate]) -> bool:
    """Say whether an abbreviation in parentheses abbreviates something else: ``de milieustudie (IEA)``."""
    if _is_word(candidate.form) or text[candidate.begin - 1 : candidate.begin] != "(":
        return False
    if text[candidate.end : candidate.end + 1] != ")":
        return False
    return not any(key in other.keys and 0 <= candidate.begin - 1 - other.end <= 1 for other in sure)
