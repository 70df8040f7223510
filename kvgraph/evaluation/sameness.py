"""Which spellings are one fact: case, accents, quotation marks, dashes and white space are typography.

The rules are those of the scorer that the gold facts were made for, so that its figures and ours are the same.
"""

from __future__ import annotations

from unicodedata import combining, normalize

_HYPHENS = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
_QUOTES = dict.fromkeys(map(ord, "«»“”„\"'’‘`´"))
_TYPOGRAPHY = str.maketrans({**_HYPHENS, **_QUOTES})
_AROUND = " .,;:"
_AFTER_A_URL = "/.,;)"
_SCHEMES = ("https://", "http://")


def text(printed: str) -> str:
    """Return text without accents and quotation marks, in one case, with one kind of hyphen and no blanks around it."""
    letters = "".join(char for char in normalize("NFKD", printed) if not combining(char)).casefold()
    parts = letters.translate(_TYPOGRAPHY).split("-")
    return " ".join("-".join(part.strip() for part in parts).split()).strip(_AROUND)


def identifier(printed: str) -> str:
    """Return an official id in one case, without white space."""
    return "".join(printed.split()).casefold()


def url(printed: str) -> str:
    """Return a web address in one case, without what may differ: its scheme, ``www.``, and marks behind it."""
    bare = printed.strip()
    for scheme in _SCHEMES:
        if bare.startswith(scheme):
            bare = bare.removeprefix(scheme).removeprefix("www.")
            break
    return bare.rstrip(_AFTER_A_URL).casefold()


def office(title: str, portfolio: str) -> str:
    """Return a title and a portfolio as ``title|portfolio``; ``Minister voor`` is ``minister``, the president isn't."""
    title, portfolio = text(title), text(portfolio)
    if title.startswith("minister") and "president" not in title:
        title = "minister"
    for word in ("van ", "voor "):
        if portfolio.startswith(word):
            portfolio = portfolio.removeprefix(word)
            break
    return f"{title}|{portfolio}"


def name(printed: str, *more: str) -> str:
    """Return a printed name with what is known of its bearer (a party, ids), parted by ``|``."""
    return "|".join((text(printed), *more))
