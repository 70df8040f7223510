"""Intake cleaning, once, at the boundary: what later stages may rely on.

Clean text is in Unicode Normalisation Form C (UAX 15). Its only control characters are the line feed and the form feed
(a new page); it holds nothing that XML 1.0 (section 2.2) refuses, no invisible characters, no ligatures, and no white
space but the plain blank. ``clean`` changes nothing in text that is clean.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from kvgraph.sources.accents import compose

_BLANKS = "\t\v\x1c-\x1f\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_BLANK = re.compile(f"[{_BLANKS}]")
_DROPPED = (
    "\x00\x01\x03-\x08\x0e-\x1b\x7f"  # C0; U+0002 has a meaning, see below
    "\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible: joiners, directions, BOM
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates and noncharacters
)
_SPELT_OUT = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u0132": "IJ",
    "\u0133": "ij",
    "\u2010": "-",
    "\u2011": "-",
}
_C1 = "\x80-\x9f"
_BEYOND = "\U00010000-\U0010ffff"
"""All planes but the first: of each, the last two are noncharacters."""

# One pass over the text finds all that is not clean: a class within the first plane is looked up, not tried one by one.
_UNCLEAN = re.compile(f"[{_BLANKS}{_DROPPED}{''.join(_SPELT_OUT)}{_C1}{_BEYOND}]")
_PLACEHOLDERS = re.compile("[\ue000-\uefff]")
"""Characters of private use that ``paragraphs`` and the parser put into a text for a while; symbol fonts use U+F0xx."""

_BREAKS = "\x02\xad"
"""The soft hyphen, and what PDFium gives for a hyphen at the end of a line."""


def clean(text: str) -> str:
    """Return text as described above; takes time linear in its length and raises nothing."""
    return clean_between_placeholders(without_placeholders(text))


def without_placeholders(text: str) -> str:
    """Return text from a source without what would be taken for a placeholder."""
    return _PLACEHOLDERS.sub("", text)


def clean_between_placeholders(text: str) -> str:
    """Return text as ``clean`` does, but with the placeholders that are in it."""
    text = _UNCLEAN.sub(_cleaned, text.replace("\r\n", "\n").replace("\r", "\n"))
    if any(char in text for char in _BREAKS):
        text = "\f".join("\n".join(map(_hyphen, page.split("\n"))) for page in text.split("\f"))
    # An accent may meet a combining mark: normalised again.
    return normalize("NFC", compose(normalize("NFC", text)))


def _cleaned(found: re.Match[str]) -> str:
    """Return what stands for one character that is not clean, or may not be."""
    char = found[0]
    if _BLANK.match(char):
        return " "
    if "\x80" <= char <= "\x9f":
        # Read as Latin-1 but meant as Windows-1252: browsers repair it in the same way (HTML, section 13.2.5.80).
        # Without that, `programma’s` would lose its apostrophe with the control character.
        return char.encode("latin-1").decode("cp1252", "ignore")
    if char > "\uffff":
        return char if ord(char) & 0xFFFF < 0xFFFE else ""
    return _SPELT_OUT.get(char, "")


def _hyphen(line: str) -> str:
    """Return a line with a plain hyphen for a break that ends it, and without breaks anywhere else."""
    printed = line.rstrip(f"{_BREAKS} ")
    if printed and line[len(printed) :].startswith(tuple(_BREAKS)):
        line = printed if printed.endswith("-") else f"{printed}-"
    return line.replace("\x02", "").replace("\xad", "")
