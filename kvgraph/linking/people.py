"""Persons, parties and offices of a paper to those of the registers, on the day of the paper.

A member is found by surname among those who held a seat on the day on which the paper was handed in, a minister among
those who held an office on the day of the answer. The printed party or portfolio decides between namesakes. One who
is printed with another party than the register has is linked where the surname is enough; whoever disagrees is
reported elsewhere. Whose GUID a source states is that person, whatever the name.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from kvgraph.linking.offices import link_office
from kvgraph.linking.roster import Roster, distance, roster, surname_key
from kvgraph.model import (
    Chamber,
    Link,
    LinkedParticipation,
    Office,
    Paper,
    Participation,
    Party,
    Person,
    PersonMention,
    Role,
    Status,
    Tenure,
)
from kvgraph.registers import Registers, SeatRecord, TermRecord
from kvgraph.registers.names import slug
from kvgraph.registers.parties import party_key

__all__ = ["link_office", "link_participation", "link_party", "link_person"]

_SEAT_SLACK = 10  # days: papers are dated when they are registered, new members ask on their first day
_TERM_SLACK = 21  # days: an answer may be received after its minister left
_LATE_SLACK = 150  # days: the same when only the day of the questions is known
_IN_CABINET = 2  # added to the rank of a member who sits in the cabinet: they ask no questions
_ALIKE = 0.8  # similarity above which a surname is taken for a misprint of another one
_UNKNOWN = "not in the register"


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    """A person who may be meant; the lower, the better: what does not fit, a part of the surname, days away."""

    misfit: int
    rank: int
    days: int
    key: str


def link_person(mention: PersonMention, day: date | None, registers: Registers) -> Link:
    """Return the link of a person named in running text, on the day of the paper, or before it where the text lets it.

    With a title among ministers and state secretaries, else among members, then among those. Unresolved with the
    candidates when several are left, or when who is called so was in function at another time only; with an unlisted
    person when nobody of that name was, but the text says of which party they were; without target when it does not.
    """
    if mention.role is not None:
        return Link(None, Status.UNRESOLVED, "foreign or international office holder")
    people = roster(registers)
    party = party_key(mention.party, day) if mention.party else None
    found = _on_the_day(mention, party, day, registers)
    before = mention.tenure is Tenure.PAST or (mention.tenure is Tenure.ANY and not _fits(found))
    earlier = _earlier(mention, party, day, registers) if before or not found else []
    if before and earlier:
        found = earlier
    if not found and (mention.title or not mention.party):
        if earlier:
            keys = {candidate.key for candidate in earlier}
            return Link(None, Status.UNRESOLVED, "not in function on that day", tuple(sorted(keys)))
        return Link(None, Status.UNRESOLVED, "no such minister in the register" if mention.title else _UNKNOWN)
    return _choose(found, mention.name, party or mention.party, people)


def _on_the_day(mention: PersonMention, party: str | None, day: date | None, registers: Registers) -> list[_Candidate]:
    """Return who of this name sat or held an office on the day; a misprinted surname counts with its party only."""
    people, name = roster(registers), mention.name
    if mention.title:
        return _ministers(name, mention.title, mention.portfolio, day, registers, _TERM_SLACK)
    found = _members(name, party, day, people, _SEAT_SLACK)
    found = found or _ministers(name, None, mention.portfolio, day, registers, _TERM_SLACK)
    if not mention.party:  # a word that only looks like a part of a surname is nobody
        return [candidate for candidate in found if candidate.rank == 0]
    return found or list(_misprinted(name, party, day, people, _SEAT_SLACK))


def _earlier(mention: PersonMention, party: str | None, day: date | None, registers: Registers) -> list[_Candidate]:
    """Return who of this name sat (for the printed party) or held the printed office until a day before this one."""
    people, title, portfolio = roster(registers), mention.title, mention.portfolio
    target = link_office(title, portfolio, day, registers).target if title and portfolio else None
    office = target if isinstance(target, Office) else None

    def ended(held: SeatRecord | TermRecord) -> bool:
        return held.end is not None and (day is None or held.end < day)

    found = []
    for bearer in people.called(mention.name):
        key = bearer.person.key
        if title:
            was = any(ended(term) and not _misfit(term, title, office) for term in people.terms.get(key, ()))
        else:
            was = any(ended(seat) and party in (None, seat.party) for seat in people.seats.get(key, ()))
        if was and (bearer.rank == 0 or party or office):
            found.append(_Candidate(0, bearer.rank, 0, key))
    return found


def _fits(found: Iterable[_Candidate]) -> bool:
    return any(not candidate.misfit for candidate in found)


def link_party(label: str, day: date | None, registers: Registers) -> Link:  # noqa: ARG001 - as the others
    """Return the link of a printed party label to the party that it meant on that day."""
    key = party_key(label, day)
    if key is None:
        return Link(None, Status.UNRESOLVED, "no such party in the register")
    return Link(Party(key), Status.VERIFIED)


def link_participation(participation: Participation, paper: Paper, registers: Registers) -> LinkedParticipation:
    """Return a participation with person, party and office on the day on which it took place.

    That is the day of submission for who asks and is asked, of the answer for who answers. The party of a questioner
    is that of the seat, else the printed one. A GUID that the register has decides who it is.
    """
    match participation.role:
        case Role.QUESTIONER:
            return _questioner(participation, paper, registers)
        case Role.ADDRESSEE:
            return _official(participation, paper.submitted or paper.answered, registers, _TERM_SLACK)
        case Role.RESPONDENT | Role.ON_BEHALF_OF:
            slack = _TERM_SLACK if paper.answered else _LATE_SLACK
            return _official(participation, paper.answered or paper.submitted, registers, slack)
        case _:
            assert_never(participation.role)


def _questioner(participation: Participation, paper: Paper, registers: Registers) -> LinkedParticipation:
    people, day = roster(registers), paper.submitted or paper.answered
    printed = link_party(participation.party, day, registers) if participation.party else None
    party = printed.target.key if printed and isinstance(printed.target, Party) else None
    slack = _SEAT_SLACK if paper.submitted else _LATE_SLACK
    person = _stated(participation, people)
    if person is None:
        if participation.name is None:
            return LinkedParticipation(participation, party=printed)
        if paper.chamber is Chamber.EERSTE_KAMER:
            found = list(_of_party(participation.name, party, people))
        else:
            found = _members(participation.name, party, day, people, slack)
            found = found or list(_misprinted(participation.name, party, day, people, slack))
        person = _choose(found, participation.name, party or participation.party, people)
    seat = people.seat(person.target.key, day, slack) if isinstance(person.target, Person) else None
    own = Link(Party(seat.party), Status.VERIFIED) if seat else printed
    return LinkedParticipation(participation, person=person, party=own, printed_party=printed)


def _official(participation: Participation, day: date | None, registers: Registers, slack: int) -> LinkedParticipation:
    title, portfolio = participation.title, participation.portfolio or ""
    office = link_office(title, portfolio, day, registers) if title else None
    if stated := _stated(participation, roster(registers)):
        return LinkedParticipation(participation, person=stated, office=office)
    if participation.name is None:
        return LinkedParticipation(participation, office=office)
    found = _ministers(participation.name, title, portfolio, day, registers, slack)
    person = _choose(found, participation.name, participation.party, roster(registers))
    return LinkedParticipation(participation, person=person, office=office)


def _stated(participation: Participation, people: Roster) -> Link | None:
    """Return the link to the person whose GUID the source states, None when it states none that the register has."""
    person = people.with_guid(participation.person) if participation.person else None
    return Link(Person(person.key, person.name), Status.VERIFIED) if person else None


def _members(name: str, party: str | None, day: date | None, people: Roster, slack: int) -> list[_Candidate]:
    """Return who of this name held a seat on the day; a part of the surname is enough only with the party.

    When nobody of the name is of the printed party, one of that party counts whose prefix was printed wrongly.
    """
    found: list[_Candidate] = []
    for bearer in people.called(name):
        seat = people.seat(bearer.person.key, day, slack, party) or people.seat(bearer.person.key, day, slack)
        misfit = seat is not None and party is not None and seat.party != party
        if seat and not (misfit and bearer.rank):
            rank = bearer.rank + _IN_CABINET * people.in_cabinet(bearer.person.key, day)
            found.append(_Candidate(int(misfit), rank, distance(seat, day), bearer.person.key))
    if party and all(candidate.misfit for candidate in found):
        found += (
            _Candidate(0, 1, distance(seat, day), bearer.person.key)
            for bearer in people.with_family(name)
            if (seat := people.seat(bearer.person.key, day, slack, party))
        )
    return found


def _of_party(name: str, party: str | None, people: Roster) -> Iterator[_Candidate]:
    """Yield who of this name ever held a seat for the party: of the Eerste Kamer the register has few seats."""
    for bearer in people.called(name):
        if any(seat.party == party for seat in people.seats.get(bearer.person.key, ())):
            yield _Candidate(0, bearer.rank, 0, bearer.person.key)


def _misprinted(name: str, party: str | None, day: date | None, people: Roster, slack: int) -> Iterator[_Candidate]:
    """Yield whose surname is spelt most like this one, of those who held a seat for the party on the day."""
    if party is None or day is None:
        return
    present = {
        surname_key(f"{person.prefix} {person.family}"): seat.person
        for seat in people.seats_of.get(party, ())
        if distance(seat, day) <= slack
        for person in (people.persons[seat.person],)
    }
    close = difflib.get_close_matches(surname_key(name), present, n=2, cutoff=_ALIKE)
    yield from (_Candidate(0, 0, 0, present[spelling]) for spelling in close)


def _ministers(
    name: str, title: str | None, portfolio: str | None, day: date | None, registers: Registers, slack: int
) -> list[_Candidate]:
    """Return who of this name held an office on the day; what is printed of the office that does not fit counts."""
    people = roster(registers)
    target = link_office(title, portfolio or "", day, registers).target if title else None
    office = target if isinstance(target, Office) else None

    def fitting(person: str, rank: int) -> Iterator[_Candidate]:
        for term in people.terms.get(person, ()):
            days = distance(term, day)
            misfit = _misfit(term, title, office)
            if days <= slack and not (misfit and rank):
                yield _Candidate(misfit, rank, days, person)

    found = [one for bearer in people.called(name) for one in fitting(bearer.person.key, bearer.rank)]
    if found or office is None or day is None:
        return found
    present = {
        surname_key(f"{person.prefix} {person.family}"): term.person
        for term in people.terms_at.get(office.ministry or "", ())
        if not _misfit(term, title, office) and distance(term, day) <= slack
        for person in (people.persons[term.person],)
    }
    close = difflib.get_close_matches(surname_key(name), present, n=2, cutoff=_ALIKE)
    return [_Candidate(0, 0, 0, present[spelling]) for spelling in close]


def _misfit(term: TermRecord, title: str | None, office: Office | None) -> int:
    """Return how far a term is from the printed office: 0 for the same one, or with its title at the same ministry."""
    if office is not None and term.office == office.key:
        return 0
    return int(title is not None and term.title != title) + int(office is not None and term.ministry != office.ministry)


def _choose(found: Iterable[_Candidate], name: str, party: str | None, people: Roster) -> Link:
    """Return the link to who fits best: unresolved when several fit as well, to an unlisted person when nobody does."""
    ranked = sorted(found)
    if not ranked:
        key = "-".join(filter(None, (slug(name) or "unnamed", slug(party or ""))))
        return Link(Person(f"unlisted/{key}", name), Status.UNRESOLVED, _UNKNOWN)
    best = ranked[0]
    same = {one.key for one in ranked if (one.misfit, one.rank, one.days) == (best.misfit, best.rank, best.days)}
    if len(same) > 1:
        return Link(None, Status.UNRESOLVED, "ambiguous", tuple(sorted(same)))
    return Link(Person(best.key, people.persons[best.key].name), Status.VERIFIED)
