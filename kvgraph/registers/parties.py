"""Parties and groups in parliament, and the labels under which papers print them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

from kvgraph import resources

_GROUP = re.compile(r"(?:het )?(?:lid|groep|fractie|eenmansfractie)[ /]| fractie$")


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """One party or group. ``names`` holds every label that papers print, the full name and former ones.

    ``predecessors`` and ``successor`` are keys of parties; a few historic ones are outside this table.
    """

    key: str
    label: str
    names: tuple[str, ...]
    wikidata: str | None
    valid_from: date | None
    valid_until: date | None
    predecessors: tuple[str, ...]
    successor: str | None

    def covers(self, day: date) -> bool:
        """Say whether the party existed on ``day``, as far as the table knows."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@cache
def load() -> Mapping[str, PartyRecord]:
    """Return all parties by key, in the order of the table."""
    with (resources.registers() / "parties.csv").open(encoding="utf-8", newline="") as table:
        records = [_record(row) for row in csv.DictReader(table)]
    return MappingProxyType({record.key: record for record in records})


def _record(row: dict[str, str]) -> PartyRecord:
    return PartyRecord(
        key=row["key"],
        label=row["label"],
        names=tuple(name for name in row["names"].split("|") if name),
        wikidata=row["wikidata"] or None,
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
        predecessors=tuple(key for key in row["predecessors"].split("|") if key),
        successor=row["successor"] or None,
    )


def _folded(label: str) -> str:
    """Return a label without regard to case, diacritics, blanks and punctuation between its parts."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", label) if not unicodedata.combining(c))
    return re.sub(r"[\s.'’‘´`/‐-―-]+", " ", bare.casefold()).strip()


@cache
def _by_label() -> Mapping[str, tuple[PartyRecord, ...]]:
    """Return the bearers of each folded label, whole labels first, then those without ``Lid`` or ``Groep``."""
    bearers: dict[str, list[PartyRecord]] = {}
    for record in load().values():
        for name in (*record.names, record.label, record.key):
            label = _folded(name)
            for form in (label, label.replace(" ", "")):
                if record not in bearers.setdefault(form, []):
                    bearers[form].append(record)
    return {label: tuple(records) for label, records in bearers.items()}


@lru_cache(maxsize=4096)
def _bearers(label: str) -> tuple[PartyRecord, ...]:
    """Return who bore a label as printed, or written otherwise; empty when nobody did."""
    folded = _folded(label)
    stripped = _GROUP.sub("", folded).strip()
    for form in (folded, folded.replace(" ", ""), stripped, stripped.replace(" ", "")):
        if bearers := _by_label().get(form):
            return bearers
    return ()


def party_key(label: str, day: date | None = None) -> str | None:
    """Return the key of the party that a printed label or name stands for, or None when it is unknown.

    Of several bearers of a label (``Van Haga``: a member on his own, later a group) the one that existed on ``day`` is
    meant; without a day, or when none did, the latest.
    """
    bearers = _bearers(label)
    if not bearers:
        return None
    present = [record for record in bearers if day is not None and record.covers(day)]
    return max(present or bearers, key=lambda record: (record.valid_from or date.min, record.key)).key
