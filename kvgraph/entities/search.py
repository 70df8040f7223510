"""All words that are looked for in a passage, in two passes: one over its folded text, one over it as printed.

Beside the names of institutions these are the signs of people and of citations. What a sign is to be searched in is
folded for it, or has plain blanks and hyphens: it is never missed so, at most found where its pattern finds nothing.
"""

from __future__ import annotations

from functools import cache

from kvgraph import citations
from kvgraph.citations.signs import Words
from kvgraph.entities.folding import fold
from kvgraph.entities.lexicon import lexicon
from kvgraph.entities.signs import groups


@cache
def in_folded() -> Words:
    """Return the search of folded texts: full names of institutions, families of citations."""
    families = citations.signs_in_small_letters().items()
    return Words(lexicon().names, {family: {fold(sign).text for sign in signs} for family, signs in families})


@cache
def in_printed() -> Words:
    """Return the search of texts as printed: short names of institutions, kinds of signs of people, laws."""
    return Words({**lexicon().short, **lexicon().contextual}, {**groups(), **citations.signs_as_printed()})
