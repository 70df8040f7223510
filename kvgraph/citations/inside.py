"""Pointers inside the paper: ``zie het antwoord op vraag 2``, ``de antwoorden op de vragen 2 en 3``, ``zie vraag 3``.

A pointer that goes on to another paper (``antwoord op vraag 2 van de Kamervragen ...``) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvgraph.citations.grammar import in_small_letters, members
from kvgraph.model import PassageKind, PassageReference

RULES = ("answer-to-question", "answer", "question")
SIGNS = ("vraag", "vragen", "antwoord")
"""Words in small letters, one of which is in every text that points at a question or an answer."""

_QUESTIONS = r"(?:de\s)?(?:deel|sub)?(?:(?P<several>vragen)|vraag)\s(?:nr\.?\s)?"
# the rule, what it points at, a part of its words in small letters, its words
_POINTERS = (
    (
        "answer-to-question",
        PassageKind.ANSWER,
        "vra",
        re.compile(
            rf"\b(?:antwoord(?:en)?|beantwoording|reactie)\s(?:op|van|bij|onder|in)\s{_QUESTIONS}\Z", re.IGNORECASE
        ),
    ),
    (
        "answer",
        PassageKind.ANSWER,
        "antwoord",
        re.compile(r"\bantwoord(?P<several>en)?\s(?:op\s|vraag\s|nr\.?\s)?\Z", re.IGNORECASE),
    ),
    ("question", PassageKind.QUESTION, "vra", re.compile(rf"\b{_QUESTIONS}\Z", re.IGNORECASE)),
)
_REACH = 40
# the number that a pointer ends before: digits are rare, and what stands before them is read backwards
_LABELLED = re.compile(
    r"[0-9](?<=\s.)(?:(?<=vraag..)|(?<=vragen..)|(?<=antwoord..)|(?<=antwoorden..)|(?<=op..)|(?<=nr..)|(?<=nr\...))",
    re.IGNORECASE | re.DOTALL,
)
_AND_QUESTION = re.compile(rf"\s?(?:,|en|,\sen|of|alsmede|evenals|en\sop)\s{_QUESTIONS}(?=[0-9])", re.IGNORECASE)
_LABEL = re.compile(r"[0-9]{1,3}[a-z]?")
_ELSEWHERE = re.compile(
    r"[\s,]{0,2}(?:(?:zoals|als)\s)?(?:\(?(?:gesteld|ingezonden)\b|(?:van|uit|in|bij)\s(?:(?:de|het|mijn|uw|deze|die|een)\s)?"
    r"(?:eerdere|vorige|schriftelijke|mondelinge|Kamer|set\b|lid\b|leden\b|brief|feitelijke|verslag|begroting|beantwoording)"
    r"|\(?(?:Aanhangsel|Kamerstuk|Handelingen)|van\s[A-Z])",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[PassageReference]:
    """Yield a reference for each label that is pointed at, in no promised order.

    The first span of a pointer covers its words and its label, those of further labels the label alone.
    """
    taken, lowered = 0, in_small_letters(text)
    found = (
        (match, rule, to)
        for label in _LABELLED.finditer(text)
        for rule, to, sign, pattern in _POINTERS
        if lowered.find(sign, max(0, label.start() - _REACH), label.start()) >= 0
        and (match := pattern.search(text, max(0, label.start() - _REACH), label.start()))
    )
    for match, rule, to in sorted(found, key=lambda pointer: (pointer[0].start(), -pointer[0].end())):
        if match.start() < taken:
            continue
        labels = list(_labels(text, match, rule, to))
        taken = labels[-1].span.end if labels else taken
        if labels and not _ELSEWHERE.match(text, taken):
            yield from labels


def _labels(text: str, match: re.Match[str], rule: str, to: PassageKind) -> Iterator[PassageReference]:
    more: re.Match[str] | None = match
    while more:
        end = more.end()
        for member in members(text, end, several=bool(more["several"]), lead=more.start() if more is match else None):
            end = member.span.end
            if _LABEL.fullmatch(member.number):
                yield PassageReference(member.span, rule, to, member.number)
        more = _AND_QUESTION.match(text, end)
