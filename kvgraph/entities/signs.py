"""What a text must hold for a pattern of people to be asked: all of it is looked for at once, in one pass."""

from __future__ import annotations

from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

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
    groups, search = _search()
    found = {index for index, _, _ in search.find_matches_as_indexes(text, overlapping=True)}
    return frozenset().union(*(groups[index] for index in found))


@cache
def _search() -> tuple[list[frozenset[str]], AhoCorasick]:
    """Return for each sign the names of the groups that it is in, and a search for the signs."""
    groups = _GROUPS | {"label": tuple(running()), "beside": beside()} | {title: (title[1:],) for title in TITLES}
    words = sorted({word for group in groups.values() for word in group})
    named = [frozenset(name for name, group in groups.items() if word in group) for word in words]
    return named, AhoCorasick(words, implementation=Implementation.DFA)
