"""Persons, and the seats that they held in a chamber for a party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kvgraph.model import Chamber
from kvgraph.registers.tables import day, items, rows


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person. ``family`` stands without its prefix (``van der``); ``aliases`` are other surnames in use, with theirs.

    ``tk_id`` is the GUID of the Tweede Kamer, ``wikidata`` the item with its Q; each is None where nobody gave one.
    """

    key: str
    name: str
    given: str
    prefix: str
    family: str
    initials: str
    aliases: tuple[str, ...]
    tk_id: str | None
    wikidata: str | None
    birth_year: int | None
    gender: str | None


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """A seat of a person in a chamber, for a party (by key); ``end`` is the last day, None while it lasts."""

    person: str
    chamber: Chamber
    party: str
    start: date
    end: date | None

    def held_on(self, on: date) -> bool:
        """Tell whether the seat was held on that day."""
        return self.start <= on and (self.end is None or on <= self.end)


def load_persons() -> Mapping[str, PersonRecord]:
    """Return the persons by key, in the order of their keys."""
    return MappingProxyType(
        {
            row["key"]: PersonRecord(
                row["key"],
                row["name"],
                row["given"],
                row["prefix"],
                row["family"],
                row["initials"],
                items(row["aliases"]),
                row["tk_id"] or None,
                row["wikidata"] or None,
                int(row["birth_year"]) if row["birth_year"] else None,
                row["gender"] or None,
            )
            for row in rows("persons")
        }
    )


def load_seats() -> tuple[SeatRecord, ...]:
    """Return the seats, ordered by person and first day."""
    return tuple(
        SeatRecord(
            row["person"], Chamber(row["chamber"]), row["party"], date.fromisoformat(row["start"]), day(row["end"])
        )
        for row in rows("seats")
    )
