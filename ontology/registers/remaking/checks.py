"""What does not fit: offices held twice or by nobody, and what the second opinions say otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from kvgraph.registers.names import fold
from remaking.persons import Persons
from remaking.sources import Report, table
from remaking.terms import Term

_FEW = timedelta(days=10)
_LONG = 400  # days; an office without a holder for longer was no longer there
_FUTURE = date(2100, 1, 1)
_TITLES = {"MIN": "Minister", "MWP": "Minister", "SOS": "Staatssecretaris", "PMI": "Minister-President"}
_CABINETS = {"schoof": date(2024, 9, 1), "jetten": date(2026, 3, 15)}  # a day on which everybody had been sworn in


def check(terms: list[Term], sources: Path, people: Persons, report: Report) -> None:
    """Report what does not fit in the terms of ministers and state secretaries."""
    for topic, line in (*_holders(terms), *_openkamer(terms, sources, people), *_cabinets(terms, sources, people)):
        report.say(topic, line)


def _holders(terms: list[Term]) -> Iterator[tuple[str, str]]:
    """Yield which ministers held one office at the same time, and when nobody held it."""
    holders: dict[tuple[str, str, str, str], list[Term]] = defaultdict(list)
    for term in terms:
        if term.title != "Staatssecretaris":
            holders[term.office].append(term)
    for office, held in sorted(holders.items()):
        for one, other in pairwise(sorted(held, key=lambda term: (term.start, term.person))):
            gap = (other.start - min(one.end, _FUTURE)).days
            line = f"{office[2]}: {one.person} {one.end}, {other.person} {other.start}"
            if gap < 0:
                yield "Two ministers at once", line
            elif 1 < gap < _LONG:
                yield "No minister", line


def _openkamer(terms: list[Term], sources: Path, people: Persons) -> Iterator[tuple[str, str]]:
    """Yield the terms until 2019 that only the second source has."""
    for row in table(sources / "more" / "bewindspersonen.tsv"):
        person, title = people.with_id(row["wikidata"]), _TITLES.get(row["positie"])
        if person is None or title is None or not (row["extra"] or row["ministerie"]):
            continue
        start = date.fromisoformat(row["van"])
        held = [term for term in terms if term.person == person.key]
        if not any(term.start - _FEW <= start < term.end for term in held if term.title.startswith(title)):
            line = f"{person.key} {title} {row['extra'] or row['ministerie']} {row['van']} {row['tot']}"
            yield "Term in the second source only", line


def _cabinets(terms: list[Term], sources: Path, people: Persons) -> Iterator[tuple[str, str]]:
    """Yield who has another office in the lists of the last two cabinets, which were made by hand."""
    for row in table(sources / "more" / "bewindspersonen_schoof_jetten.tsv"):
        on = _CABINETS[row["kabinet"]]
        names = {key for key, draft in people.drafts.items() if fold(draft.name) == fold(row["naam"])}
        held = [term for term in terms if term.person in names and term.start <= on <= term.end]
        if not any(fold(term.portfolio) in fold(row["functietitel"]) for term in held):
            ours = "; ".join(f"{term.title} {term.portfolio}" for term in held) or "nothing"
            yield "Another office in a list made by hand", f"{row['naam']}: {row['functietitel']}, here {ours}"
