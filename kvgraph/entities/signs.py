"""What a text must hold for a pattern of people to be asked: words, by kind of sign."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from kvgraph.citations import signs
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


def present(text: str) -> frozenset[str]:
    """Return which kinds of signs a text holds."""
    return signs.present(text, groups())


@cache
def groups() -> Mapping[str, Collection[str]]:
    """Return the signs by their kind: those above, labels of parties, titles of offices."""
    return {**_GROUPS, "label": running(), "beside": beside(), **{title: (title[1:],) for title in TITLES}}
