"""The dated registers: who was who, who held which seat and office when, which bodies and publications exist."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from kvgraph import resources
from kvgraph.registers import institutions, offices, parties, persons
from kvgraph.registers.institutions import InstitutionRecord
from kvgraph.registers.offices import MinistryRecord, OfficeRecord, TermRecord
from kvgraph.registers.parties import PartyRecord
from kvgraph.registers.persons import PersonRecord, SeatRecord
from kvgraph.registers.publications import Publications

__all__ = [
    "InstitutionRecord",
    "MinistryRecord",
    "OfficeRecord",
    "PartyRecord",
    "PersonRecord",
    "Publications",
    "Registers",
    "SeatRecord",
    "TermRecord",
    "load",
    "portfolios",
]


class Registers:
    """All registers; each table is read when it is first asked for, and never changes afterwards."""

    @cached_property
    def persons(self) -> Mapping[str, PersonRecord]:
        """The persons by key."""
        return persons.load_persons()

    @cached_property
    def seats(self) -> tuple[SeatRecord, ...]:
        """The seats, by person and first day."""
        return persons.load_seats()

    @cached_property
    def offices(self) -> Mapping[str, OfficeRecord]:
        """The offices by key."""
        return offices.load_offices()

    @cached_property
    def terms(self) -> tuple[TermRecord, ...]:
        """The terms of ministers and state secretaries, by person and first day."""
        return offices.load_terms(self.offices)

    @cached_property
    def ministries(self) -> tuple[MinistryRecord, ...]:
        """The names of ministries with their periods."""
        return offices.load_ministries()

    @cached_property
    def parties(self) -> Mapping[str, PartyRecord]:
        """The parties by key."""
        return parties.load()

    @cached_property
    def institutions(self) -> Mapping[str, InstitutionRecord]:
        """The institutions by key."""
        return institutions.load()

    @cached_property
    def publications(self) -> Publications:
        """The index of parliamentary publications."""
        return Publications(resources.registers() / "publications")


@cache
def load() -> Registers:
    """Return the registers; the same object on every call."""
    return Registers()


@cache
def portfolios() -> tuple[str, ...]:
    """Return every portfolio that an office carries or carried, in lower case as printed, the longest first."""
    found: set[str] = set()
    for office in load().offices.values():
        found.update(name.lower() for name in (office.portfolio, *office.aliases) if name)
    return tuple(sorted(found, key=lambda name: (-len(name), name)))
