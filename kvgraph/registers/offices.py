"""Offices as they were called, the ministries that they belonged to, and the terms of those who held them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kvgraph.registers.tables import Row, day, items, rows


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both included; None is unknown before, or not yet over."""

    start: date | None
    end: date | None

    def covers(self, on: date) -> bool:
        """Tell whether a day lies in the period."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)

    def distance(self, on: date) -> int:
        """Return how many days lie between a day and the period, 0 when it lies in it."""
        if self.start is not None and on < self.start:
            return (self.start - on).days
        return (on - self.end).days if self.end is not None and on > self.end else 0


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """An office by the name that it carried: title, portfolio without van/voor, ministry (key of an institution).

    One name may have been in use more than once (``Minister van Economische Zaken``): ``periods`` are in order of time.
    ``aliases`` are portfolios that papers print for the same office.
    """

    key: str
    title: str
    portfolio: str
    preposition: str
    ministry: str
    aliases: tuple[str, ...]
    periods: tuple[Period, ...]

    @property
    def label(self) -> str:
        """Return the office as it was called: ``Minister voor Rechtsbescherming``."""
        return f"{self.title} {self.preposition} {self.portfolio}" if self.preposition else self.title

    @property
    def valid_from(self) -> date | None:
        """Return the first day on which an office of this name is known."""
        return self.periods[0].start

    @property
    def valid_until(self) -> date | None:
        """Return the last day, None while the name is in use."""
        return self.periods[-1].end

    def distance(self, on: date) -> int:
        """Return how many days lie between a day and the nearest period in which the office was called so."""
        return min(period.distance(on) for period in self.periods)


@dataclass(frozen=True, slots=True)
class TermRecord:
    """The term of a person in an office; ``start`` and ``end`` are its first and last day."""

    person: str
    office: str
    title: str
    portfolio: str
    ministry: str
    start: date
    end: date | None

    def held_on(self, on: date) -> bool:
        """Tell whether the office was held on that day."""
        return self.start <= on and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class MinistryRecord:
    """A name that a ministry (key of an institution) carried for a period."""

    key: str
    name: str
    abbreviation: str
    period: Period
    tooi: str | None
    wikidata: str | None


def load_offices() -> Mapping[str, OfficeRecord]:
    """Return the offices by key, in the order of their keys."""
    found: dict[str, list[Row]] = {}
    for row in rows("offices"):
        found.setdefault(row["key"], []).append(row)
    return MappingProxyType(
        {
            key: OfficeRecord(
                key,
                same[0]["title"],
                same[0]["portfolio"],
                same[0]["preposition"],
                same[-1]["ministry"],
                items(same[0]["aliases"]),
                tuple(Period(day(row["valid_from"]), day(row["valid_until"])) for row in same),
            )
            for key, same in found.items()
        }
    )


def load_terms(offices: Mapping[str, OfficeRecord]) -> tuple[TermRecord, ...]:
    """Return the terms, ordered by person and first day; KeyError when a term names an office that is not listed."""
    found = []
    for row in rows("terms"):
        office = offices[row["office"]]
        start = date.fromisoformat(row["start"])
        found.append(
            TermRecord(
                row["person"], office.key, office.title, office.portfolio, office.ministry, start, day(row["end"])
            )
        )
    return tuple(found)


def load_ministries() -> tuple[MinistryRecord, ...]:
    """Return the names of ministries, ordered by ministry and time."""
    return tuple(
        MinistryRecord(
            row["key"],
            row["name"],
            row["abbreviation"],
            Period(day(row["valid_from"]), day(row["valid_until"])),
            row["tooi"] or None,
            row["wikidata"] or None,
        )
        for row in rows("ministries")
    )
