"""Who takes part, as the records of the Tweede Kamer's OData service name them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kvgraph.model import Participation, Role
from kvgraph.sources.json.odata_records import ActorRecord, filled

ASKING = {"Indiener": Role.QUESTIONER, "Medeindiener": Role.QUESTIONER, "Gericht aan": Role.ADDRESSEE}
"""The roles of who has a relation (ZaakActor) to a case of questions; committees and others have none."""

SIGNING_QUESTIONS = {
    "Eerste ondertekenaar": Role.QUESTIONER,
    "Mede ondertekenaar": Role.QUESTIONER,
    "Gericht aan": Role.ADDRESSEE,
}
"""The same of a document (DocumentActor) with questions."""

SIGNING_ANSWERS = {
    "Eerste ondertekenaar": Role.RESPONDENT,
    "Mede ondertekenaar": Role.RESPONDENT,
    "Mede namens": Role.ON_BEHALF_OF,
}
"""The same of an answer, or of a notice that it is late."""

_OFFICE = re.compile(r"\b(?P<title>minister|staatssecretaris)\s+(?:van|voor)\s+(?P<portfolio>\S.*)", re.IGNORECASE)
_BARE = re.compile(r"(?:minister|staatssecretaris)\b.*", re.IGNORECASE)
_PRESIDENT = re.compile(r"(?<!vice)(?<!vice-)\bminister-president\b", re.IGNORECASE)


def participations(actors: Iterable[ActorRecord], roles: Mapping[str, Role]) -> tuple[Participation, ...]:
    """Return who takes part by a relation that gives a role, in the order of the relations."""
    ranks = {relation.casefold(): rank for rank, relation in enumerate(roles)}
    found = [
        (rank, one)
        for one in actors
        if not one.deleted and (rank := ranks.get((filled(one.relation) or "").casefold())) is not None
    ]
    named = list(roles.values())
    return joined(_participation(one, named[rank]) for rank, one in sorted(found, key=lambda pair: pair[0]))


def joined(*several: Iterable[Participation | None]) -> tuple[Participation, ...]:
    """Return each participation once, counted from 1 within its role."""
    counts: Counter[Role] = Counter()
    once = dict.fromkeys(replace(one, order=0) for each in several for one in each if one)
    result = []
    for one in once:
        counts[one.role] += 1
        result.append(replace(one, order=counts[one.role]))
    return tuple(result)


def _participation(actor: ActorRecord, role: Role) -> Participation | None:
    """Return a participation, None when nothing is known of it but the relation."""
    name, person = _name(actor), actor.person_id.strip().lower() if actor.person_id else None
    if role is Role.QUESTIONER:
        return Participation(role, 0, name=name, party=filled(actor.party), person=person) if name else None
    office = filled(actor.function)
    if office is None and name and _BARE.fullmatch(name):
        office, name = name, None  # an office that nobody is named in
    title, portfolio = _office(office or "")
    if not (name or title):
        return None
    return Participation(role, 0, name=name, title=title, portfolio=portfolio, person=person)


def _name(actor: ActorRecord) -> str | None:
    """Return a name as papers print it, where its parts are known; else as the record has it, with initials."""
    person = actor.person
    family = filled(person.family) if person and not person.deleted else None
    if person is None or family is None:
        return filled(actor.name)
    name = f"{filled(person.prefix) or ''} {family}".strip()
    return name[0].upper() + name[1:]


def _office(text: str) -> tuple[str | None, str | None]:
    """Return title and portfolio of an office as the service spells it: ``minister van Justitie en Veiligheid``."""
    found = _OFFICE.search(text)
    portfolio = found["portfolio"] if found else None
    if _PRESIDENT.search(text):
        return "Minister-President", portfolio
    bare = found or _BARE.fullmatch(text)
    return (bare[0].split(maxsplit=1)[0].capitalize(), portfolio) if bare else (None, None)
