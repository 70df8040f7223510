"""Titles of sources: how they stand in quotation marks, and what of the words around a source is no title."""

from __future__ import annotations

import re

# a quoted title; a single quotation mark ends one only where the sentence goes on, so that one inside it does not
QUOTED = re.compile(
    r"«(?P<guillemets>[^«»]{3,300}(?:«[^«»]{1,200}»[^«»]{0,200})?)»|“(?P<high>[^“”]{3,300})”|„(?P<low>[^„”“]{3,300})[”“]|(?<!\w)\"(?P<straight>\w[^\"]{2,300})\""
    r"|(?<!\w)[‘'](?P<single>\w[^\n]{3,250}?)[’'](?=\s?[,.;:()?!|]|\s?$|\s(?:van|in|op|uit|en|door|over|waarin|waaruit|dat)\s)"
)
SEPARATORS = " ,;:.()–—-|\n"
_SITE = re.compile(r"\s?\([\w.-]{1,40}\.[a-z]{2,4}\)?\s?\Z")
# a word for what the source is, a time, or a page
_NO_TITLE = re.compile(
    r"(?:uitzending|aflevering|(?:nieuws)?bericht|artikel|video|(?:om\s)?[0-9]{1,2}[.:][0-9]{2}(?:\suur)?"
    r"|(?:blz|pag|p)\.?\s?[0-9]{1,5}(?:\s?[-–]\s?[0-9]{1,5})?)?",
    re.IGNORECASE,
)


def clean(words: str | None) -> str | None:
    """Return words without the separators and the site around them, or None where no title or publisher is left."""
    left = _SITE.sub("", words or "").strip(SEPARATORS)
    return None if _NO_TITLE.fullmatch(left) else left
