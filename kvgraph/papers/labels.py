"""Labels of questions and answers: ``Vraag 3, 4 en 5``, ``Antwoord op de vragen 3 en 4``, ``1.``, ``2 t/m 6``.

A label is more than a pattern: a line in running text may look like one (``antwoord op vraag 5).``), so a label starts
with a capital, stands at the start of its line, and closes or is followed by a new sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from kvgraph.model import Line, Mark
from kvgraph.papers.offices import SIGNED_OFFICE


class Kind(Enum):
    """What a block of lines is."""

    HEADER = auto()
    QUESTION = auto()
    ANSWER = auto()
    NOTICE = auto()
    EXPLANATION = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """The lines under one label, with the labels read off it in printed order (none when it carries no number)."""

    kind: Kind
    labels: tuple[str, ...]
    lines: tuple[Line, ...]


_ONE = r"\d{1,3} ?[a-z]?(?![\w])"
_BETWEEN = r"(?:\s*,\s*(?:en\s+)?|\s+en\s+|\s*&\s*|\s*(?:t/m|tot en met|tot|-|–|/)\s*)"
MANY = rf"{_ONE}(?:{_BETWEEN}(?:vra(?:ag|gen) )?{_ONE})*"
_END = r"(?:\s*[:.)]?\s*$|\s*[:.)]\s+(?=\S)|\s+(?=[A-ZÀ-Ý«“‘\"'][a-zà-ÿ]))"
_QUESTION = re.compile(rf"\s*(?:Deel)?[Vv]ra(?:ag|gen)\s*(?:nr\.\s*)?:?\s*({MANY}){_END}")
_ANSWER = re.compile(
    r"\s*(?:Antwoord(?:en)?|ANTWOORD(?:EN)?|Beantwoording|Reactie)(?:\s+(?:op|bij))?(?:\s+(?:de|uw))?"
    rf"(?:\s+(?:deel)?[Vv]ra(?:ag|gen))?\s*:?\s*({MANY}){_END}"
)
BARE_ANSWER = re.compile(r"\s*(?:Antwoord(?:en)?|ANTWOORD)(?: op (?:de )?vragen)?(?:\s*:\s*$|\s*$|:\s+(?=\S))")
_OPENING = re.compile(r"\s*(?:(?:Deel)?[Vv]ra|VRA|Antw|ANTW|Beantw|Reactie|Mededeling|Toelichting|Hoogachtend|Met )")
"""How everything begins that opens a block: most lines need no closer look."""
_BARE_QUESTION = re.compile(r"\s*(?:Vraag|VRAAG|Vragen)\s*:?\s*$")
_NOTICE = re.compile(r"\s*Mededeling\s*:?\s*$")
EXPLANATION = re.compile(r"\s*Toelichting\s*(?::\s*|$)")
_SIGNER = re.compile(
    r"\s*(?:(?:drs|mr|dr|ir|prof)\.\s)?(?:[A-Z][\w.’'-]*\s){1,3}(?:van\s|de\s|der\s|den\s|te[rn]\s){0,2}[A-Z][\w’'-]+\s*"
)
_OFFICE = re.compile(rf"\s*{SIGNED_OFFICE}\s*")
_CLOSING = re.compile(r"\s*(?:Hoogachtend|Met (?:vriendelijke|de meeste) (?:groet(?:en)?|hoogachting))\s*,?\s*$")


def read_labels(text: str) -> tuple[str, ...]:
    """Return the labels of ``3, 4 en 5`` or ``2 t/m 6`` one by one; a range counts up by its numbers."""
    labels: list[str] = []
    parts = re.split(r"(\s*(?:t/m|tot en met|tot|-|–)\s*)", text)
    for index, part in enumerate(parts):
        found = [label.replace(" ", "") for label in re.findall(r"\d{1,3} ?[a-z]?(?!\w)", part)]
        if index % 2 == 0 and index > 0 and found:
            labels.extend(_between(labels[-1] if labels else "", found[0]))
        if index % 2 == 0:
            labels.extend(found)
    return tuple(dict.fromkeys(labels))


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 100:
        return [str(n) for n in range(int(first) + 1, int(last))]
    if first[:-1] == last[:-1] and first[-1:].isalpha() and last[-1:].isalpha():
        return [first[:-1] + chr(c) for c in range(ord(first[-1]) + 1, ord(last[-1]))]
    return []


def is_label(text: str) -> bool:
    """Return whether a line opens a question, an answer or a notice."""
    opens = (_QUESTION, _ANSWER, BARE_ANSWER, _NOTICE, EXPLANATION)
    return _OPENING.match(text) is not None and any(pattern.match(text) for pattern in opens)


def is_numbered(text: str) -> bool:
    """Return whether a line is a label with a number behind ``Vraag`` or ``Antwoord``."""
    return bool(_QUESTION.match(text) or _ANSWER.match(text))


def split(lines: Sequence[Line]) -> list[Block]:
    """Return the header's lines and then a block for every label with a word, in printed order.

    What closes a letter (``Hoogachtend``) and stands behind it belongs to the header.
    """
    blocks = [Opened(Kind.HEADER, (), [])]
    before = ""
    for line in lines:
        opened = _open(line, before, blocks[-1].kind)
        if opened:
            blocks.append(opened)
        else:
            blocks[-1].lines.append(line)
        before = line.text
    return [block.close() for block in blocks]


def without_signature(block: Block) -> tuple[Block, ...]:
    """Return an answer, and behind it as header what signs the letter: names with an office below each of them."""
    if block.kind is not Kind.ANSWER:
        return (block,)
    lines = block.lines
    place = next((at for at in range(len(lines) - 1) if _signs(lines[at].text, lines[at + 1].text)), None)
    if place is None:
        return (block,)
    return Block(block.kind, block.labels, lines[:place]), Block(Kind.HEADER, (), lines[place:])


def _signs(name: str, office: str) -> bool:
    return _SIGNER.fullmatch(name) is not None and _OFFICE.fullmatch(office) is not None


@dataclass(slots=True)
class Opened:
    """A block that lines are still added to."""

    kind: Kind
    labels: tuple[str, ...]
    lines: list[Line]

    def close(self) -> Block:
        """Return it with the lines that it has."""
        return Block(self.kind, self.labels, tuple(self.lines))


def _open(line: Line, before: str, inside: Kind) -> Opened | None:
    if line.label is False or not _OPENING.match(line.text):
        return None
    for pattern, kind in ((_QUESTION, Kind.QUESTION), (_ANSWER, Kind.ANSWER)):
        if (match := pattern.match(line.text)) and (line.label or not _runs_on(before, match, line.text)):
            return Opened(kind, read_labels(match[1]), rest(line, match))
    for pattern, kind in (
        (BARE_ANSWER, Kind.ANSWER),
        (_NOTICE, Kind.NOTICE),
        (EXPLANATION, Kind.EXPLANATION),
        (_BARE_QUESTION, Kind.QUESTION),
    ):
        match = pattern.match(line.text)
        if match and (kind is not Kind.ANSWER or inside is not Kind.HEADER):
            return Opened(kind, (), rest(line, match))
    if inside is not Kind.HEADER and _CLOSING.match(line.text):
        return Opened(Kind.HEADER, (), [line])
    return None


def rest(line: Line, label: re.Match[str]) -> list[Line]:
    """Return what stands behind a label on its line, with the marks of notes that stand at the label."""
    rest = line.cut(label.end())
    if at_label := tuple(Mark(0, mark.number) for mark in line.marks if mark.offset <= label.end()):
        return [replace(rest, marks=at_label + rest.marks)]
    return [rest] if rest.text.strip() or rest.marks else []


def _runs_on(before: str, match: re.Match[str], text: str) -> bool:
    """Return whether what looks like a label goes on a sentence begun in the line before."""
    before = before.rstrip()
    alone = match.end() == len(text) and match[0].strip()[-1:].isalnum()
    if not before or alone:
        return False
    if match[0].lstrip()[0].islower():
        return True
    return before[-1].isalpha() and before[-1].islower() and text[match.end() :].lstrip()[:1].islower()
