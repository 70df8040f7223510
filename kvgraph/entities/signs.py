"""What a text must hold for a pattern of people to be asked: all of it is looked for at once, in one pass."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from kvgraph.citations.signs import Signs
from kvgraph.entities.labels import beside, running

TITLES = (
    "minister premier staatssecretaris vicepremier buitenlandminister defensieminister koning koningin ambassadeur "
    "ambtgenoot ambtsgenoot ambtgenote collega kanselier parlementsvoorzitter oppositieleider"
).split()
"""Offices that every country has."""

_GROUPS = {
    "labelled": ("-leider", "tijleider", "tieleider", "amerl", "ievoorzitter", "-lid ", "-Lid ", "'er ", "’er "),
    "member": ("lid", "leden", "Lid", "otie", "mendement", "nitiatief", "etsvoorstel", "amervoorzitter"),
    "holder": ("inister", "taatssecretaris", "remier"),
    "courteous": ("heer ", "evrouw ", "evr. ", "mw. ", "Mw. ", "hr. "),
    "group": ("ractie", "amerl"),
    "parenthesis": ("(",),
    "abroad": (
        "resident", "ondskanselier", "aus ", "emir ", "sultan ", "roonprins", "ommissaris", "ommissievoorzitter",
        "buitenlandchef", "HV", "Hoge V", "eneraal", "SG ", "chef ", "baas ", "gezant ", "rapporteur ", "coördinator ",
    ),
}  # fmt: skip


@lru_cache(maxsize=4)
def present(text: str) -> frozenset[str]:
    """Return which kinds of signs a text holds: those above, labels of parties, titles of offices."""
    return _signs().present(text)


@cache
def _signs() -> Signs:
    groups: dict[str, Collection[str]] = {**_GROUPS, "label": running(), "beside": beside()}
    return Signs(groups | {title: (title[1:],) for title in TITLES})
