"""Names folded for comparison, and the surnames under which a person may be printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from kvgraph.registers.persons import PersonRecord

# Letters that have no decomposition in Unicode, as Dutch papers spell them without their stroke or dot.
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_APOSTROPHE = re.compile("['’‘`´ʼ]")
_DASH = re.compile(r" ?[-\u2010-\u2015\u2212][-\u2010-\u2015\u2212 ]*")
_OTHER = re.compile(r"(?:[^\w\u2010-\u2015\u2212-]|_)+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a name without case, accents, apostrophes and points, with plain hyphens and single blanks."""
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    letters = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_PLAIN)
    return _DASH.sub("-", _OTHER.sub(" ", letters)).strip(" -")


def slug(text: str) -> str:
    """Return a name as a part of a key: folded, its words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def surnames(person: PersonRecord) -> Iterator[str]:
    """Yield the surnames with their prefixes under which a person is known, the usual one first, as printed."""
    yield f"{person.prefix} {person.family}".strip()
    yield from person.aliases
