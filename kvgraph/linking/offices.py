"""Offices as printed to offices as they were called on the day."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from kvgraph.model import Link, Office, Status
from kvgraph.registers import OfficeRecord, Registers
from kvgraph.registers.names import fold

_SLACK = 45  # days in which a paper may still, or already, use another name of an office
_ALIKE = 0.8  # similarity above which a portfolio is taken for a spelling of another one
_AND = re.compile(r"[\s,]*\ben\b[\s,]*|[\s,&]+")
_PART = re.compile(r"\s+[–—-]\s+|\s*[()]\s*")


class Posts:
    """The offices, by title and portfolio."""

    def __init__(self, registers: Registers) -> None:
        self._by_name: dict[tuple[str, str], list[OfficeRecord]] = defaultdict(list)
        self._by_title: dict[str, list[OfficeRecord]] = defaultdict(list)
        self._names: dict[str, list[str]] = defaultdict(list)
        for ministry in registers.ministries:
            self._names[fold(ministry.abbreviation)].append(portfolio_key(ministry.name))
        for office in registers.offices.values():
            self._by_title[office.title].append(office)
            for name in (office.portfolio, *office.aliases):
                self._by_name[office.title, portfolio_key(name)].append(office)

    def find(self, title: str, portfolio: str, day: date | None) -> OfficeRecord | None:
        """Return the office that was called so on that day, or is meant by the name; None when there is none."""
        for part in (portfolio, *reversed(_PART.split(portfolio))):
            if part and (office := self._called(title, part, day)):
                return office
        return None

    def _called(self, title: str, portfolio: str, day: date | None) -> OfficeRecord | None:
        key = portfolio_key(portfolio)
        named = [*self._by_name.get((title, key), ())]
        for name in self._names.get(fold(portfolio.replace("&", "en")), ()):
            named += self._by_name.get((title, name), ())
        nearest = _nearest(named, day) if named else None
        if nearest and (day is None or nearest.distance(day) <= _SLACK):
            return nearest
        present = [office for office in self._by_title[title] if day is None or office.distance(day) <= _SLACK]
        return _successor(nearest, present) or _alike(key, present) or _shortened(key, present) or nearest


@cache
def posts(registers: Registers) -> Posts:
    """Return the offices of these registers, made once."""
    return Posts(registers)


@lru_cache(maxsize=1024)
def link_office(title: str, portfolio: str, day: date | None, registers: Registers) -> Link:
    """Return the link of an office as printed (portfolio without van/voor) to the office of that day.

    An old or misspelt name counts for the office that it is a name of. Unresolved, with the reason, when the register
    has no such office.
    """
    if title == "Minister-President" or (title == "Minister" and portfolio_key(portfolio) == "algemene zaken"):
        office = registers.offices.get("minister-president")
    elif not portfolio:
        return Link(None, Status.UNRESOLVED, "no portfolio printed")
    else:
        office = posts(registers).find(title, portfolio, day)
    if office is None:
        return Link(None, Status.UNRESOLVED, "no such office in the register")
    return Link(Office(office.key, office.ministry), Status.VERIFIED)


@lru_cache(maxsize=4096)
@lru_cache(maxsize=4096)
def portfolio_key(portfolio: str) -> str:
    """Return a portfolio as it is compared: folded, without commas, ``en`` and ``&``."""
    return " ".join(part for part in _AND.split(fold(portfolio.replace("&", " en "))) if part)


def _nearest(offices: Iterable[OfficeRecord], day: date | None) -> OfficeRecord:
    """Return the office called so on the day, or nearest to it; the last one without a day."""
    if day is None:
        return max(offices, key=lambda office: (office.valid_until or date.max, office.key))
    return min(offices, key=lambda office: (office.distance(day), office.key))


def _successor(office: OfficeRecord | None, present: Iterable[OfficeRecord]) -> OfficeRecord | None:
    """Return the office that now heads, or belongs to, the whole ministry of one whose name is not in use."""
    if office is None or office.preposition != "van":
        return None
    return next((one for one in present if (one.ministry, one.preposition) == (office.ministry, "van")), None)


def _shortened(key: str, present: Iterable[OfficeRecord]) -> OfficeRecord | None:
    """Return the one office of a whole ministry whose name begins so (``Sociale Zaken``)."""
    found = [one for one in present if one.preposition == "van" and portfolio_key(one.portfolio).startswith(f"{key} ")]
    return found[0] if len(found) == 1 else None


def _alike(key: str, offices: Iterable[OfficeRecord]) -> OfficeRecord | None:
    """Return the one office whose portfolio is spelt most like this one."""
    by_key = {portfolio_key(office.portfolio): office for office in offices}
    close = difflib.get_close_matches(key, by_key, n=1, cutoff=_ALIKE)
    return by_key[close[0]] if close else None
