"""Spacing accents next to their letter, as text layers of PDFs have them: ``Kostic´`` and ``Kostic ´`` to ``Kostić``.

An acute or grave accent is just as often an apostrophe (``programma´s``, ``´s-Gravenhage``) or a quotation mark
(``´Een motie´``); those are left as they are.
"""

from __future__ import annotations

from unicodedata import normalize

_COMBINING = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}
_QUOTES = "`´"
_ROUNDS = 8
_LAST = "\u017f"
"""The end of Latin Extended-A: further on are letters of phonetics and of other scripts (``ẗ``), not of names."""


def compose(text: str) -> str:
    """Return text with each spacing accent put on the letter that it belongs to, if there is one."""
    if not any(accent in text for accent in _COMBINING):
        return text
    return "\n".join(map(_compose_line, text.split("\n")))


def _compose_line(line: str) -> str:
    """Return a line in which nothing is left to compose; one that takes more rounds is no text, and stays."""
    before = line
    for _ in range(_ROUNDS):
        if (after := _compose_once(before)) == before:
            return after
        before = after
    return line


def _compose_once(line: str) -> str:
    done: list[str] = []  # the characters that are settled
    quoted = False
    position = 0
    while position < len(line):
        char = line[position]
        position += 1
        before, after = "".join(done[-2:]), line[position : position + 2]
        opens = char in _QUOTES and not before[-1:].isalpha() and after[:1].isalpha() and not _is_clipped(after)
        closes = char in _QUOTES and quoted and not after[:1].isalpha()
        if opens or closes:
            quoted = opens
        elif char in _COMBINING:
            if one := _on_the_letter_before(before, char, after):
                done[-1] = one
                continue
            if one := _on_the_letter_after(before, char, after):
                done.append(one)
                position += 1
                continue
            if one := _over_a_blank(before, char, after):
                done[-2:] = [one]
                continue
        done.append(char)
    return "".join(done)


def _on_the_letter_before(before: str, accent: str, after: str) -> str:
    letter = before[-1:]
    if after[:1] == "ı" and after[1:] not in _COMBINING:  # a letter without its dot waits for an accent
        return ""
    if accent in _QUOTES and (letter.lower() not in "aceinosuyz" or _is_apostrophe(letter, after)):
        return ""
    return _composed(letter, accent)


def _on_the_letter_after(before: str, accent: str, after: str) -> str:
    """Return the letter with an accent that stands before it, as TeX sets it; not after the article of ``d´état``."""
    letter = after[:1]
    if accent in _QUOTES and not (len(before) == 2 and before.isalpha() and letter in "aeiou"):
        return ""
    return _composed(letter, accent)


def _over_a_blank(before: str, accent: str, after: str) -> str:
    """Return the letter with an accent that stands apart; fonts have the letters of Latin-1 whole, so not ``de ´``."""
    if before[-1:] != " " or after[:1].isalpha():
        return ""
    both = _composed(before[:-1], accent)
    return both if both > "\xff" else ""


def _composed(letter: str, accent: str) -> str:
    """Return the letter with the accent as one character, or nothing when there is no such letter."""
    if not letter.isalpha():
        return ""
    both = normalize("NFC", ("i" if letter == "ı" else letter) + _COMBINING[accent])
    return both if len(both) == 1 and both <= _LAST else ""


def _is_clipped(after: str) -> bool:
    """Whether a single letter follows, as in ´s-Gravenhage, ´t, ´n."""
    return after[:1] in tuple("sntk") and not after[1:].isalpha()


def _is_apostrophe(letter: str, after: str) -> bool:
    """Whether an accent between this letter and a final one is an apostrophe: foto´s, zo´n; not Kostic´s, e´e´n."""
    return _is_clipped(after) and letter.lower() != "c" and (letter.lower(), after[:1]) != ("e", "n")
