"""Institutions: European, international and Dutch bodies, and ministries, with their names and identifiers."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kvgraph import resources


@dataclass(frozen=True, slots=True)
class InstitutionRecord:
    """One institution.

    ``kind`` is ``eu``, ``international``, ``dutch`` or ``ministry``; ``part_of`` the key of the institution that it
    belongs to. ``names`` and ``abbreviations`` are those it is known by, former ones too. ``wikidata`` is a Q-id,
    ``tooi``, ``owms`` and ``eu_authority`` are IRIs. Dates are ISO to the precision known (``1953``, ``1994-01-01``).
    """

    key: str
    label_nl: str
    label_en: str
    kind: str
    part_of: str | None
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    wikidata: str | None
    tooi: str | None
    owms: str | None
    eu_authority: str | None
    valid_from: str | None
    valid_until: str | None


@cache
def load() -> Mapping[str, InstitutionRecord]:
    """Return all institutions by key, in the order of the table."""
    with (resources.registers() / "institutions.csv").open(encoding="utf-8", newline="") as table:
        records = [_record(row) for row in csv.DictReader(table)]
    return MappingProxyType({record.key: record for record in records})


def _record(row: dict[str, str]) -> InstitutionRecord:
    return InstitutionRecord(
        key=row["key"],
        label_nl=row["label_nl"],
        label_en=row["label_en"],
        kind=row["kind"],
        part_of=row["part_of"] or None,
        names=_split(row["names"]),
        abbreviations=_split(row["abbreviations"]),
        wikidata=row["wikidata"] or None,
        tooi=row["tooi"] or None,
        owms=row["owms"] or None,
        eu_authority=row["eu_authority"] or None,
        valid_from=row["valid_from"] or None,
        valid_until=row["valid_until"] or None,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(value for value in cell.split("|") if value)
