"""Who publishes news and video: the table ``ontology/registers/publishers.csv``, by printed name and by host."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from kvgraph import resources
from kvgraph.model import WorkKind

_PRESS = re.compile(
    r"(?i:omroep|dagblad|weekblad|courant|krant\b|nieuws\b|magazine)|\b(?:RTV|TV|Radio|News|Times|Post|Herald|Tribune|Journal)\b"
)

_LONGEST_HOST = 253  # characters (RFC 1035, section 2.3.4, without the length bytes)


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher of the table: its name, and the kind of work that it publishes."""

    name: str
    kind: WorkKind


def named(printed: str) -> Publisher | None:
    """Return the publisher with this name or alias, whatever its capitals, with or without de or het, or None."""
    names, name = _tables()[0], printed.casefold()
    return names.get(name) or names.get(name.removeprefix("de ").removeprefix("het "))


def kind_of(printed: str) -> WorkKind | None:
    """Return what a publisher publishes, by the table or by a name that tells (``Omroep ...``, ``... Courant``)."""
    if known := named(printed):
        return known.kind
    return WorkKind.NEWS if _PRESS.search(printed) else None


def at_host(host: str) -> Publisher | None:
    """Return the publisher at this host (``bijlagen.nos.nl`` is a host of ``nos.nl``), or None."""
    if len(host) > _LONGEST_HOST:
        return None
    hosts = _tables()[1]
    labels = host.split(".")
    parents = (".".join(labels[depth:]) for depth in range(len(labels) - 1))
    return next((hosts[parent] for parent in parents if parent in hosts), None)


@cache
def _tables() -> tuple[dict[str, Publisher], dict[str, Publisher]]:
    names: dict[str, Publisher] = {}
    hosts: dict[str, Publisher] = {}
    with (resources.registers() / "publishers.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            publisher = Publisher(row["name"], WorkKind(row["kind"]))
            names |= {name.casefold(): publisher for name in (row["name"], *row["aliases"].split("|")) if name}
            hosts |= dict.fromkeys(row["hosts"].split("|"), publisher)
    return names, hosts
