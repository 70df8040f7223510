"""Ranges: the numbers that ``nrs. 3 t/m 7`` names between its ends.

Only the ends are printed, and each is a citation at its own place. What lies between them has no characters but those
of the whole range: the citations of these numbers share that span. A long range (``nrs. 1–300``) has its ends only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kvgraph.citations.grammar import DASH
from kvgraph.model import Citation, OfficialCitation, PassageReference, Scheme, Span

RULE = "range"

_JOINT = re.compile(rf"\s?(?:{DASH}|t/m|tot\s?en\s?met)\s?", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"(?P<series>.*?)(?P<number>[0-9]{1,6})\Z")
_PRINTED_LAST = re.compile(r"[0-9]{1,6}\Z")
_PRINTED_FIRST = re.compile(r"(?:nr\.?\s?)?[0-9]")
_LONGEST = 20
_NOT_NUMBERED_IN_TURN = frozenset((Scheme.CASE, Scheme.TK_DOCUMENT))
"""Numbers that papers of every kind get as they come in: the numbers between two of one kind are of others."""


def between(text: str, found: Sequence[Citation]) -> Iterator[OfficialCitation | PassageReference]:
    """Yield the citations of the numbers between the ends of each range among these, which are in reading order."""
    for first, last in pairwise(found):
        if not _JOINT.fullmatch(text, first.span.end, max(first.span.end, last.span.begin)):
            continue
        printed = _PRINTED_LAST.search(text, max(first.span.begin, first.span.end - 6), first.span.end)
        if not printed or not _PRINTED_FIRST.match(text, last.span.begin):
            continue
        span = Span(printed.start(), last.span.end)
        match first, last:
            case OfficialCitation(), OfficialCitation() if first.scheme not in _NOT_NUMBERED_IN_TURN:
                for identifier in _between(first.identifier, last.identifier):
                    yield replace(first, span=span, rule=RULE, identifier=identifier)
            case PassageReference(), PassageReference() if first.to is last.to:
                for label in _between(first.label, last.label):
                    yield replace(first, span=span, rule=RULE, label=label)
            case _:
                continue


def _between(first: str, last: str) -> Iterator[str]:
    """Yield what lies between two ids or labels that differ in their last number only."""
    low, high = _LAST_NUMBER.fullmatch(first), _LAST_NUMBER.fullmatch(last)
    if low and high and low["series"] == high["series"] and int(high["number"]) - int(low["number"]) < _LONGEST:
        for number in range(int(low["number"]) + 1, int(high["number"])):
            yield f"{low['series']}{number:0{len(low['number'])}}"
