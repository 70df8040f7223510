"""Who is called so, and what they were on a day: persons by folded surname, with their seats and terms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from kvgraph.registers import PersonRecord, Registers, SeatRecord, TermRecord
from kvgraph.registers.names import fold, surnames

_BEFORE_NAME = re.compile(
    r"\A(?:(?:(?:de )?heer|mevrouw|(?:het )?lid|(?:de )?(?:minister|staatssecretaris)|drs?|mr|ir|ing|prof) )+"
)
_PREFIXES = frozenset("van von de der den ten ter te t in op aan".split())
_DIGRAPHS = frozenset("ch ph th st".split())  # initials of two letters
_BRACKETS = re.compile(r"\([^()]*\)")
_DOUBLE = re.compile(r"(?P<first>[^-]+)-(?P<second>.+)")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person who may be meant by a name; ``rank`` is 0 for a surname in full, 1 for a part of it."""

    person: PersonRecord
    rank: int


class Roster:
    """The people of the registers, by name."""

    def __init__(self, registers: Registers) -> None:
        self.persons: Mapping[str, PersonRecord] = registers.persons
        self.seats: dict[str, list[SeatRecord]] = defaultdict(list)
        self.seats_of: dict[str, list[SeatRecord]] = defaultdict(list)  # by party
        self.terms: dict[str, list[TermRecord]] = defaultdict(list)
        self.terms_at: dict[str, list[TermRecord]] = defaultdict(list)  # by ministry
        for seat in registers.seats:
            self.seats[seat.person].append(seat)
            self.seats_of[seat.party].append(seat)
        for term in registers.terms:
            self.terms[term.person].append(term)
            self.terms_at[term.ministry].append(term)
        self._by_guid = {person.tk_id: person for person in self.persons.values() if person.tk_id}
        self._bearers: dict[str, dict[str, Bearer]] = defaultdict(dict)
        for person in self.persons.values():
            for name, rank in _forms(person):
                self._bearers[name].setdefault(person.key, Bearer(person, rank))

    def with_guid(self, guid: str) -> PersonRecord | None:
        """Return the person to whom the Tweede Kamer gave this GUID (in small letters), if the register has it."""
        return self._by_guid.get(guid)

    def called(self, name: str) -> tuple[Bearer, ...]:
        """Return who may be meant by a name as printed: a surname, with or without prefix, initials or first name.

        When first name or initials are nobody's, those whose first name begins with the same letter (``Gert``, Gerd).
        """
        words = _words(name)
        alike: tuple[Bearer, ...] = ()
        for place in range(len(words)):
            lead = words[:place]
            bearers = self._bearers.get(" ".join(words[place:]), {}).values()
            found = tuple(bearer for bearer in bearers if _may_be(bearer.person, lead))
            if found:
                return found
            alike = alike or tuple(bearer for bearer in bearers if surname_key(bearer.person.given)[:1] == lead[0][0])
        return alike

    def with_family(self, name: str) -> tuple[Bearer, ...]:
        """Return who has the family name at the end of a name as printed, whatever its prefix."""
        words = _words(name)
        while len(words) > 1 and words[0] in _PREFIXES:
            words = words[1:]
        return tuple(self._bearers.get(" ".join(words), {}).values())

    def seat(self, person: str, day: date | None, slack: int, party: str | None = None) -> SeatRecord | None:
        """Return the seat that a person held on a day (for a party), or the nearest one within ``slack`` days of it."""
        nearest, nearest_days = None, slack + 1
        for seat in self.seats.get(person, ()):
            days = distance(seat, day)
            if days < nearest_days and party in (None, seat.party):
                nearest, nearest_days = seat, days
        return nearest

    def in_cabinet(self, person: str, day: date | None) -> bool:
        """Tell whether a person held an office on that day."""
        return day is not None and any(term.held_on(day) for term in self.terms.get(person, ()))


@cache
def roster(registers: Registers) -> Roster:
    """Return the roster of these registers, made once."""
    return Roster(registers)


def distance(held: SeatRecord | TermRecord, day: date | None) -> int:
    """Return how many days lie between a day and the time in which a seat or an office was held; 0 without a day."""
    if day is None:
        return 0
    if day < held.start:
        return (held.start - day).days
    return 0 if held.end is None or day <= held.end else (day - held.end).days


def surname_key(name: str) -> str:
    """Return a surname as it is compared: folded, hyphens as blanks, ij as y."""
    return fold(name).replace("-", " ").replace("ij", "y")


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_BEFORE_NAME.sub("", surname_key(_BRACKETS.sub(" ", name)), count=1).split())


def _forms(person: PersonRecord) -> Iterator[tuple[str, int]]:
    """Yield the forms of a person's surname, folded, with their rank: in full (either way round), or a part of it."""
    full = list(surnames(person))
    for name in full:
        yield surname_key(name), 0
    for name in [*full, person.family]:
        bare = person.prefix + " " if person.prefix and name.startswith(f"{person.prefix} ") else ""
        yield surname_key(name.removeprefix(bare)), 1
        if parts := _DOUBLE.fullmatch(name.removeprefix(bare)):
            yield surname_key(f"{parts['second']} {bare}{parts['first']}"), 0
            yield surname_key(bare + parts["first"]), 1
            yield surname_key(parts["first"]), 1
            yield surname_key(parts["second"]), 1


def _may_be(person: PersonRecord, lead: tuple[str, ...]) -> bool:
    """Tell whether what stands before the surname fits a person: first names, or initials, as many as are printed."""
    if not lead:
        return True
    if all(len(word) == 1 or word in _DIGRAPHS for word in lead):
        letters = "".join(word[0] for word in surname_key(person.initials).split()) or surname_key(person.given)[:1]
        return letters.startswith("".join(word[0] for word in lead))
    given = surname_key(person.given).split()
    return given[: len(lead)] == list(lead) or not given
