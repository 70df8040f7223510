"""Which papers are of one case though only some print its number: a typeset answer never does.

The header of a question paper is printed again above its answer, and above a postponement: the same members ask the
same ministers on the same day about the same subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kvgraph.build.merging import Facts, folded
from kvgraph.model import Role


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a header says of the questions, by which papers of one case are known."""

    submitted: date
    questioners: frozenset[str]
    addressees: frozenset[str]
    subject: str


def lent_cases(papers: Iterable[Facts]) -> list[tuple[str, ...]]:
    """Return for each paper the cases that others of its thread print and it does not; most have none.

    A paper without a day, a subject or a questioner whom the register knows has no thread; nor has one whose header
    stands above papers of several cases.
    """
    known = [(facts, _asked(facts)) for facts in papers]
    printed: dict[_Asked, set[tuple[str, ...]]] = {}
    for facts, asked in known:
        if asked and facts.cases:
            printed.setdefault(asked, set()).add(facts.cases)
    return [_only(printed, asked) if asked and not facts.cases else () for facts, asked in known]


def _only(printed: Mapping[_Asked, set[tuple[str, ...]]], asked: _Asked) -> tuple[str, ...]:
    found = printed.get(asked, set())
    return next(iter(found)) if len(found) == 1 else ()


def _asked(facts: Facts) -> _Asked | None:
    questioners = facts.persons.get(Role.QUESTIONER, frozenset())
    if facts.submitted is None or not facts.subject or not questioners:
        return None
    return _Asked(facts.submitted, questioners, facts.addressees, folded(facts.subject))
