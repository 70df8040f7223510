"""Where a name may begin and end in running text: word borders, genitives, compounds, addresses, glued words."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

# Words that a lost blank glues to the capitalised word behind them (``deEuropese Commissie``).
_GLUED = frozenset(
    "aan als bij dat de deze die dit door een en er haar het hun in is met mijn naar namens nog of om onder ook op "
    "over per sinds te tot tussen uit uw van vanuit via volgens voor wordt zich zijn".split()
)
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])[a-zë]{2,8}$")
_LETTERS = re.compile(r"[^\W\d_]*")
_DOMAIN = r"(?:nl|com|org|net|eu|int|info|be|de|uk|fr|gov|edu|tv|nu|co)"
_ADDRESS = re.compile(rf"https?:/|www\.|@|(?<![\w.])(?:[a-z0-9-]{{1,40}}\.){{1,4}}{_DOMAIN}(?![\w-])")
_DOMAIN_END = re.compile(rf"\.{_DOMAIN}(?![\w-])")
_WORD = re.compile(r"(?<!\S)[^\s/.@]*+[/.@]\S*")  # one that may be an address
_OPENING = "(<«»\"'"
_PART = re.compile(rf"[^{_OPENING}]+[{_OPENING}]?|[{_OPENING}]")
_FILE_BEHIND = re.compile(rf"\.(?:{_DOMAIN}(?!\w)|\d{{4}})")  # a site, or the number of a letter (Min-BuZa.2022.12)
_COMPOUNDING = 6  # shorter names take a hyphen in compounds


class Ending(Enum):
    """What stands behind a name."""

    BORDER = "border"
    COMPOUND = "compound"
    ELLIPSIS = "ellipsis"
    INSIDE = "inside"


def begins(text: str, begin: int, *, name: bool) -> bool:
    """Say whether a word begins at ``begin``. A full ``name`` may follow a footnote mark without a blank."""
    if begin == 0:
        return True
    before = text[begin - 1]
    if not before.isalnum():
        return before not in "_@#\\"
    if not text[begin].isupper():
        return False
    if before.isdigit():
        return name
    match = _WORD_BEFORE.search(text, max(0, begin - 10), begin)
    return match is not None and match.group() in _GLUED


def ending(text: str, begin: int, end: int) -> Ending:
    """Say what stands behind the name from ``begin`` to ``end``.

    ``COMPOUND`` is a further part of the word (``EU-lidstaten``, ``Belastingdienstmedewerker``), ``ELLIPSIS`` a hyphen
    in place of a part that comes later (``EU-, OVSE- en VN-verband``), ``INSIDE`` a longer, other word.
    """
    if end == len(text):
        return Ending.BORDER
    after = text[end]
    if after == " ":
        return Ending.BORDER
    if after in "-‐‑–":
        if end + 1 < len(text) and text[end + 1].isalnum():
            return Ending.COMPOUND
        return Ending.ELLIPSIS if after == "-" else Ending.BORDER
    if after == ".":
        return Ending.INSIDE if _FILE_BEHIND.match(text, end) else Ending.BORDER
    if after == ":":  # ECLI:NL:HR:2021:1778
        return Ending.INSIDE if text[end + 1 : end + 2].isalnum() else Ending.BORDER
    if after == "_" or (after.isdigit() and not text[end - 1].islower()):
        return Ending.INSIDE
    if not after.isalpha():
        return Ending.BORDER
    return _closed_ending(text, begin, end)


def letters_behind(text: str, end: int) -> int:
    """Return the number of letters that directly follow ``end``."""
    match = _LETTERS.match(text, end)
    return match.end() - end if match else 0


def _closed_ending(text: str, begin: int, end: int) -> Ending:
    tail = text[end : end + letters_behind(text, end)]
    if text[end - 1].isupper() and not text[begin:end].isupper():  # NZa, SodM: no inflection
        return Ending.INSIDE
    if tail == "s" and text[end - 1].islower():
        return Ending.BORDER
    spacious = end - begin >= _COMPOUNDING and not text[begin:end].replace(" ", "").isupper()
    return Ending.COMPOUND if spacious and len(tail) > 2 and tail.islower() else Ending.INSIDE


def in_address(text: str, begin: int) -> bool:
    """Say whether ``begin`` lies in a URL, domain name or e-mail address."""
    covered = _addresses(text)
    return covered is not None and covered[begin] == 1


@lru_cache(maxsize=4)
def _addresses(text: str) -> bytearray | None:
    """Return 1 for each character of a text that lies in an address, 0 for the others; None when all do not."""
    if not ("http" in text or "www." in text or "@" in text or _DOMAIN_END.search(text)):  # cheaper than the search
        return None
    covered = bytearray(len(text))
    for word in _WORD.finditer(text):
        addresses = list(_ADDRESS.finditer(text, *word.span()))
        parts = list(_PART.finditer(text, *word.span())) if addresses else []
        first: re.Match[str] | None = None
        for part in reversed(parts):  # a bracket or quotation mark begins anew, what follows it still tells of an "@"
            while addresses and addresses[-1].start() >= part.start():
                first = addresses.pop()
            begin = part.end() if first is None else part.start() if first.group() == "@" else first.start()
            if begin < part.end():
                covered[begin : part.end()] = b"\x01" * (part.end() - begin)
    return covered
