"""Who held a seat in which chamber, for which party, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from kvgraph.registers.parties import party_key
from remaking.persons import Persons
from remaking.sources import SINCE, Report, Row, own, table
from remaking.terms import Term

HEADER = "person chamber party start end".split()
_LONG = timedelta(days=14)  # a shorter stretch that one source has and the other has not is a matter of counting days
_DAY = timedelta(days=1)
_COMPLETE = date(2006, 11, 30)
_CENSUS = date(2019, 12, 1)  # an open end in the second source means: still there in this month
_PARTY = re.compile(r"(?P<label>[^\[;]+)\[(?P<start>None|[\d-]+)\.\.(?P<end>None|[\d-]+)\]")
_SEATS = 150


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A seat; ``end`` is its last day, ``date.max`` while it lasts."""

    person: str
    start: date
    end: date
    party: str
    chamber: str = "tk"

    def cells(self) -> list[str]:
        """Return the row of the table."""
        end = "" if self.end == date.max else self.end.isoformat()
        return [self.person, self.chamber, self.party, self.start.isoformat(), end]


def gather(sources: Path, people: Persons, terms: Iterable[Term], report: Report) -> list[Seat]:
    """Return the seats that lasted until after the start of the register, ordered, without overlap in a chamber.

    The first source is all but complete from the elections of 2006 on; the second one fills what is missing before,
    but for those who sat in the cabinet (which it takes for members as well).
    """
    seats = list(_first_source(sources, people, report))
    in_office = [Seat(term.person, term.start, term.end, "") for term in terms]
    for seat in list(_openkamer(sources, people)):
        for stretch in _uncovered(seat, [*seats, *in_office]):
            taken = stretch.start < _COMPLETE
            if taken:
                seats.append(replace(stretch, end=min(stretch.end, _COMPLETE - _DAY)))
            verdict = "taken over" if taken else "left out"
            report.say(f"Seat in the second source only, {verdict}", " ".join(stretch.cells()))
    for row in own("seats"):
        seats = _correct(seats, row, people)
    joined = [seat for seat in _join(seats, report) if seat.end.isoformat() >= SINCE]
    _count(joined, report)
    return joined


def _first_source(sources: Path, people: Persons, report: Report) -> Iterator[Seat]:
    """Yield the seats of the first source but those that end before they begin."""
    for row in table(sources / "seats.csv"):
        if row["end"] and row["end"] < row["start"]:
            report.say("Ends before it begins, left out", f"{row['person']} {row['party']} {row['start']} {row['end']}")
            continue
        start = date.fromisoformat(row["start"])
        yield Seat(people.key(row["person"]), start, _end(row["end"]), _party(row["party"], start))


def _openkamer(sources: Path, people: Persons) -> Iterator[Seat]:
    """Yield the seats of the second source; dates that are only years are left out."""
    for row in table(sources / "more" / "kamerleden.tsv"):
        person = people.with_id(row["wikidata"])
        whole_years = row["van"].endswith("-01-01") and row["tot"].endswith("-01-01")
        if not person or not row["van"] or whole_years or (row["tot"] and row["tot"] < SINCE):
            continue
        start = date.fromisoformat(row["van"])
        end = date.fromisoformat(row["tot"]) - _DAY if row["tot"] else _CENSUS
        label = _label(row["partijen"], row["van"])
        if label:
            yield Seat(person.key, start, end, _party(label, start))


def _party(label: str, on: date) -> str:
    """Return the key of the party that a label meant on a day; KeyError when it is in no register."""
    key = party_key(label, on)
    if key is None:
        raise KeyError(label)
    return key


def _label(parties: str, day: str) -> str | None:
    """Return the party of that day, of a list of parties with periods; a dated one before an undated one."""
    found = [match.groupdict() for match in _PARTY.finditer(parties)]
    for one in found:
        if one["start"] != "None" and one["start"] <= day and (one["end"] == "None" or day < one["end"]):
            return one["label"].strip()
    undated = [one for one in found if one["start"] == "None" and (one["end"] == "None" or day < one["end"])]
    return undated[0]["label"].strip() if undated else None


def _uncovered(seat: Seat, seats: list[Seat]) -> Iterator[Seat]:
    """Yield the stretches of a seat in which the same person holds no other."""
    start = seat.start
    for other in sorted(one for one in seats if one.person == seat.person and one.end >= seat.start):
        if other.start > seat.end:
            break
        if other.start - start > _LONG:
            yield replace(seat, start=start, end=other.start - _DAY)
        start = max(start, other.end + _DAY) if other.end != date.max else date.max
    if start != date.max and seat.end - start > _LONG:
        yield replace(seat, start=start)


def _correct(seats: list[Seat], row: Row, people: Persons) -> list[Seat]:
    """Apply a row of our own facts: ``add``, ``drop`` (by person and start), ``end`` (a new last day)."""
    person, start = people[row["person"]].key, date.fromisoformat(row["start"])
    if row["change"] == "add":
        return [*seats, Seat(person, start, _end(row["end"]), row["party"], row["chamber"])]
    rest = [seat for seat in seats if (seat.person, seat.start) != (person, start)]
    if len(rest) == len(seats):
        raise ValueError(f"own/seats.csv: {person} has no seat from {start}")
    if row["change"] == "drop":
        return rest
    old = next(seat for seat in seats if (seat.person, seat.start) == (person, start))
    return [*rest, replace(old, end=_end(row["end"]))]


def _join(seats: list[Seat], report: Report) -> Iterator[Seat]:
    """Yield the seats in order, those that follow each other without a gap as one, overlaps closed."""
    waiting: dict[tuple[str, str], Seat] = {}
    for seat in sorted(seats):
        key = (seat.person, seat.chamber)
        before = waiting.pop(key, None)
        if before and seat.start <= before.end:
            if before.party != seat.party or before.end == date.max:
                report.say("Two seats at once, the first one closed", f"{' '.join(before.cells())} | {seat.start}")
            before = replace(before, end=max(before.start, seat.start - _DAY))
        if before and before.party == seat.party and before.end + _DAY >= seat.start:
            seat = replace(before, end=max(seat.end, before.end))
        elif before and before.end >= before.start:
            yield before
        waiting[key] = seat
    yield from waiting.values()


def _count(seats: list[Seat], report: Report) -> None:
    """Report on which days the Tweede Kamer would have more than its seats, and how many are known in each year."""
    days = sorted({seat.start for seat in seats if seat.chamber == "tk"})
    for on in days:
        taken = sum(seat.start <= on <= seat.end for seat in seats if seat.chamber == "tk")
        if taken > _SEATS:
            report.say("More members than seats", f"{on}: {taken}")
    known = {
        year: sum(seat.start <= date(year, 6, 15) <= seat.end for seat in seats if seat.chamber == "tk")
        for year in range(1995, days[-1].year + 1)
    }
    report.say("Members known on 15 June", ", ".join(f"{year}: {count}" for year, count in known.items()))


def _end(cell: str) -> date:
    return date.fromisoformat(cell) if cell else date.max
