"""The offices by the names that they carried, made from the terms in them and the names of the ministries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kvgraph.registers.names import slug
from remaking.sources import own
from remaking.terms import Ministry, Term

HEADER = "key title preposition portfolio ministry aliases valid_from valid_until".split()
TERM_HEADER = "person office start end".split()
_VACANT = timedelta(days=400)  # a shorter time without a holder does not end the name of an office

Office = tuple[str, str, str, str]


def keys(terms: Iterable[Term]) -> dict[Office, str]:
    """Return the key of each office: title and portfolio; of two ministries with the same the one with its own name.

    ``minister-volkshuisvesting-en-ruimtelijke-ordening`` headed that ministry; the minister without one, at
    Binnenlandse Zaken, is ``minister-volkshuisvesting-en-ruimtelijke-ordening-bzk``.
    """
    found: dict[Office, str] = {}
    for office in sorted({term.office for term in terms}, key=lambda one: (one[1] != "van", one)):
        title, _, portfolio, ministry = office
        key = slug(title) if title == "Minister-President" else f"{slug(title)}-{slug(portfolio)}"
        found[office] = key if key not in found.values() else f"{key}-{ministry.removeprefix('min-')}"
    return found


def rows(terms: list[Term], names: list[Ministry]) -> list[list[str]]:
    """Return the rows of the table: one for each period in which an office was called so."""
    aliases = {row["key"]: row["aliases"] for row in own("offices")}
    held: dict[Office, list[Term]] = defaultdict(list)
    for term in terms:
        held[term.office].append(term)
    found = []
    for office, key in keys(terms).items():
        title, preposition, portfolio, ministry = office
        for start, end in _periods(office, held[office], names):
            found.append([key, title, preposition, portfolio, ministry, aliases.get(key, ""), start, end])
    return sorted(found)


def term_rows(terms: list[Term]) -> list[list[str]]:
    """Return the rows of the table of terms, ordered by person, first day and office."""
    offices = keys(terms)
    found = [
        [term.person, offices[term.office], term.start.isoformat(), "" if term.end == date.max else str(term.end)]
        for term in terms
    ]
    return sorted(found, key=lambda row: (row[0], row[2], row[1]))


def _periods(office: Office, held: list[Term], names: list[Ministry]) -> Iterator[tuple[str, str]]:
    """Yield when an office was called so: as long as its ministry, else as long as somebody held it."""
    _, preposition, portfolio, ministry = office
    if preposition != "voor":
        for name in names:
            used = any(name.in_use(str(term.start)) for term in held)
            if (name.key, name.name) == (ministry, portfolio) and used:
                yield name.valid_from, name.valid_until
        return
    start: date | None = None
    end = date.min
    for term in sorted(held, key=lambda one: one.start):
        if start is not None and term.start - end > _VACANT:
            yield str(start), str(end)
            start = None
        start, end = start or term.start, max(end, term.end)
    if start is not None:
        yield str(start), "" if end == date.max else str(end)
