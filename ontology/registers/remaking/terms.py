"""Who was minister or state secretary, of what, as it was called then; and the names of the ministries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from remaking.persons import Persons
from remaking.sources import SINCE, Report, Row, own, table

MINISTRY_HEADER = "key name abbreviation valid_from valid_until tooi wikidata".split()
_KEYS = {"min-ezk": "min-ez"}  # a key of the source for which ours is another
_FEW = timedelta(days=10)
_TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"


@dataclass(frozen=True, slots=True)
class Ministry:
    """A name of a ministry; ``valid_from`` and ``valid_until`` are ISO dates or empty."""

    key: str
    name: str
    abbreviation: str
    valid_from: str
    valid_until: str
    tooi: str
    wikidata: str

    def cells(self) -> list[str]:
        """Return the row of the table."""
        return [self.key, self.name, self.abbreviation, self.valid_from, self.valid_until, self.tooi, self.wikidata]

    def in_use(self, day: str) -> bool:
        """Tell whether the ministry was called so on that day."""
        return (self.valid_from or "0") <= day <= (self.valid_until or "9")


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A term in an office; ``end`` is its last day, ``date.max`` while it lasts."""

    person: str
    start: date
    end: date
    title: str
    preposition: str
    portfolio: str
    ministry: str

    @property
    def office(self) -> tuple[str, str, str, str]:
        """Return what makes two terms terms in the same office."""
        return (self.title, self.preposition, self.portfolio, self.ministry)


def ministries(sources: Path, report: Report) -> list[Ministry]:
    """Return the names of the ministries, by key and time, with the period in which they were in use."""
    listed = {(row["name"], row["from"]): row for row in table(sources / "more" / "ministries_1945-2026.tsv")}
    items = {row["tooi"].rpartition("/")[2]: row["wikidata"] for row in table(sources / "ministries.csv")}
    found = []
    for row in own("ministries"):
        known = listed.get((row["name"], row["source_from"]), {})
        for ours, theirs in (("valid_from", "from"), ("valid_until", "until")):
            if known and known[theirs] and row[ours] != known[theirs]:
                report.say("Ministry renamed on another day", f"{row['name']}: {ours} {row[ours]}, {known[theirs]}")
        code = known.get("tooi", "")
        found.append(
            Ministry(
                row["key"],
                row["name"],
                row["abbreviation"] or known.get("abbr", ""),
                row["valid_from"],
                row["valid_until"],
                _TOOI + code if code else "",
                items.get(code, ""),
            )
        )
    return sorted(found, key=lambda one: (one.key, one.valid_from, one.valid_until or "9"))


def gather(sources: Path, people: Persons, names: list[Ministry]) -> list[Term]:
    """Return the terms that lasted until after the start of the register, ordered by person and time."""
    posts = own("posts")
    ours = own("terms")
    replaced = {(people.key(row["person"]), row["post"], row["source_start"]) for row in ours if row["post"]}
    terms: list[Term] = []
    for row in table(sources / "offices.csv"):
        key = (people.key(row["person"]), row["post"], row["start"])
        if key in replaced:
            replaced.discard(key)
        elif (row["end"] or "9") >= SINCE and row["start"]:
            terms.extend(_terms(row, people, posts, names))
    if replaced:
        raise ValueError(f"own/terms.csv: no such terms in the source: {sorted(replaced)}")
    terms += [_ours(row, people) for row in ours if row["title"]]
    terms += [_of_ministry(term, names) for term in terms if term.title == "Staatssecretaris"]
    return sorted(_join(terms))


def _terms(row: Row, people: Persons, posts: list[Row], names: list[Ministry]) -> Iterator[Term]:
    """Yield the terms of a row of the source: one for each name that the office had meanwhile."""
    person, start, end = people.key(row["person"]), row["start"], row["end"]
    ministry = _KEYS.get(row["ministry"], row["ministry"])
    special = [one for one in posts if one["post"] == row["post"]]
    title = row["post"].partition("-")[0].capitalize()
    if special:
        stretches = [(_office(one), one["valid_from"], one["valid_until"]) for one in special]
    elif row["post"] == f"{title.lower()}-{row['ministry']}":
        stretches = [
            ((title, "van", one.name, ministry), one.valid_from, one.valid_until)
            for one in names
            if one.key == ministry
        ]
    else:
        raise ValueError(f"own/posts.csv: what is {row['post']} ({row['role_label']})?")
    found = [
        Term(person, date.fromisoformat(max(start, since)), _end(min(end or "9", until or "9")), *office)
        for office, since, until in stretches
        if max(start, since) < min(end or "9", until or "9")
    ]
    if not found:
        raise ValueError(f"own/posts.csv: {row['post']} had no name from {start} to {end} ({person})")
    yield from found


def _office(row: Row) -> tuple[str, str, str, str]:
    return (row["title"], row["preposition"], row["portfolio"], row["ministry"])


def _ours(row: Row, people: Persons) -> Term:
    return Term(people[row["person"]].key, date.fromisoformat(row["start"]), _end(row["end"] or "9"), *_office(row))


def _of_ministry(term: Term, names: list[Ministry]) -> Term:
    """Return the term in the office as the royal decree calls it: state secretary of the whole ministry."""
    day = term.start.isoformat()
    name = next(one.name for one in names if one.key == term.ministry and one.in_use(day))
    return replace(term, preposition="van", portfolio=name)


def _join(terms: list[Term]) -> Iterator[Term]:
    """Yield the terms with those that several sources give of one person in one office made one.

    The earliest known end counts: the sources leave a term open, or end it with the cabinet after.
    """
    by_office: dict[tuple[str, tuple[str, str, str, str]], list[Term]] = defaultdict(list)
    for term in sorted(terms):
        same = by_office[(term.person, term.office)]
        if same and term.start <= same[-1].end and (term.start - same[-1].start < _FEW or same[-1].end == date.max):
            same[-1] = replace(same[-1], end=min(term.end, same[-1].end))
        elif same and term.start <= same[-1].end + timedelta(days=1):
            same[-1] = replace(same[-1], end=max(term.end, same[-1].end))
        else:
            same.append(term)
    for same in by_office.values():
        yield from same


def _end(cell: str) -> date:
    return date.fromisoformat(cell) if cell != "9" else date.max
