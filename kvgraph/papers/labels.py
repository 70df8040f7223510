"""Labels of questions and answers: ``Vraag 3, 4 en 5``, ``Antwoord op de vragen 3 en 4``, ``1.``, ``2 t/m 6``.

A label is more than a pattern: a line in running text may look like one (``antwoord op vraag 5).``), so a label starts
with a capital, stands at the start of its line, and closes or is followed by a new sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from kvgraph.model import Line, Mark


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
_MANY = rf"{_ONE}(?:{_BETWEEN}(?:vra(?:ag|gen) )?{_ONE})*"
_END = r"(?:\s*[:.)]?\s*$|\s*[:.)]\s+(?=\S)|\s+(?=[A-ZÀ-Ý«“‘\"'][a-zà-ÿ]))"
_QUESTION = re.compile(rf"\s*(?:Deel)?[Vv]ra(?:ag|gen)\s*(?:nr\.\s*)?:?\s*({_MANY}){_END}")
_ANSWER = re.compile(
    r"\s*(?:Antwoord(?:en)?|ANTWOORD(?:EN)?|Beantwoording|Reactie)(?:\s+(?:op|bij))?(?:\s+(?:de|uw))?"
    rf"(?:\s+(?:deel)?[Vv]ra(?:ag|gen))?\s*:?\s*({_MANY}){_END}"
)
_BARE_ANSWER = re.compile(r"\s*(?:Antwoord(?:en)?|ANTWOORD)(?: op (?:de )?vragen)?(?:\s*:\s*$|\s*$|:\s+(?=\S))")
_BARE_QUESTION = re.compile(r"\s*(?:Vraag|VRAAG|Vragen)\s*:?\s*$")
_NOTICE = re.compile(r"\s*Mededeling\s*:?\s*$")
_EXPLANATION = re.compile(r"\s*Toelichting\s*(?::\s*|$)")
_NUMBER_ALONE = re.compile(rf"\s*({_MANY})\s*[.)]?\s*$")
_NUMBER_DOT = re.compile(r"\s*(\d{1,2}[a-z]?)\s*[.)]\s+(?=\S)")
_ANSWER_HEAD = re.compile(r"\s*(?:Nader a|A)ntwoord(?:en)? van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)")


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
    return any(p.match(text) for p in (_QUESTION, _ANSWER, _BARE_ANSWER, _NOTICE, _EXPLANATION))


def is_numbered(text: str) -> bool:
    """Return whether a line is a label with a number behind ``Vraag`` or ``Antwoord``."""
    return bool(_QUESTION.match(text) or _ANSWER.match(text))


def split(lines: Sequence[Line]) -> list[Block]:
    """Return the header's lines and then a block for every label, in printed order."""
    blocks = _split_at_labels(lines)
    if any(block.kind is Kind.QUESTION for block in blocks):
        return blocks
    return _split_at_numbers(lines) or blocks


@dataclass(slots=True)
class _Open:
    kind: Kind
    labels: tuple[str, ...]
    lines: list[Line]

    def close(self) -> Block:
        return Block(self.kind, self.labels, tuple(self.lines))


def _split_at_labels(lines: Sequence[Line]) -> list[Block]:
    blocks = [_Open(Kind.HEADER, (), [])]
    before = ""
    for line in lines:
        opened = _open(line, before, blocks)
        if opened:
            blocks.append(opened)
        else:
            blocks[-1].lines.append(line)
        before = line.text
    return [block.close() for block in blocks]


def _open(line: Line, before: str, blocks: Sequence[_Open]) -> _Open | None:
    if line.label is False:
        return None
    for pattern, kind in ((_QUESTION, Kind.QUESTION), (_ANSWER, Kind.ANSWER)):
        if (match := pattern.match(line.text)) and (line.label or not _runs_on(before, match, line.text)):
            return _Open(kind, read_labels(match[1]), _rest(line, match))
    for pattern, kind in (
        (_BARE_ANSWER, Kind.ANSWER),
        (_NOTICE, Kind.NOTICE),
        (_EXPLANATION, Kind.EXPLANATION),
        (_BARE_QUESTION, Kind.QUESTION),
    ):
        match = pattern.match(line.text)
        if match and (kind is not Kind.ANSWER or blocks[-1].kind is not Kind.HEADER):
            return _Open(kind, (), _rest(line, match))
    return None


def _rest(line: Line, label: re.Match[str]) -> list[Line]:
    """Return what stands behind a label on its line, with the marks of notes that stand at the label."""
    rest = line.cut(label.end())
    at_label = tuple(Mark(0, mark.number) for mark in line.marks if mark.offset <= label.end())
    return [replace(rest, marks=at_label + rest.marks)] if rest.text.strip() or rest.marks or at_label else []


def _runs_on(before: str, match: re.Match[str], text: str) -> bool:
    """Return whether what looks like a label goes on a sentence begun in the line before."""
    before = before.rstrip()
    alone = match.end() == len(text) and match[0].strip()[-1:].isalnum()
    if not before or alone:
        return False
    if match[0].lstrip()[0].islower():
        return True
    return before[-1].isalpha() and before[-1].islower() and text[match.end() :].lstrip()[:1].islower()


# --- questions without the word Vraag ----------------------------------------------------------------------------


def _split_at_numbers(lines: Sequence[Line]) -> list[Block] | None:
    """Return blocks at numbers that count up from 1, on lines of their own or before their text; else None.

    Older papers print all questions, then a line ``Antwoord van minister ...``, then numbered answers.
    """
    for pattern in (_NUMBER_ALONE, _NUMBER_DOT):
        starts = _counting(lines, pattern)
        if starts:
            return _blocks_at(lines, frozenset(starts), pattern)
    return None


def _counting(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[int]:
    starts: list[int] = []
    expected = 1
    for index, line in enumerate(lines):
        if _ANSWER_HEAD.match(line.text) and starts:
            expected = 1
        match = pattern.match(line.text) if line.label is not False else None
        labels = read_labels(match[0]) if match else ()
        if labels and labels[0] == str(expected):
            starts.append(index)
            expected = int(re.sub(r"\D", "", labels[-1])) + 1
    return starts


def _blocks_at(lines: Sequence[Line], starts: Collection[int], pattern: re.Pattern[str]) -> list[Block]:
    blocks = [_Open(Kind.HEADER, (), [])]
    answering = False
    for index, line in enumerate(lines):
        if _ANSWER_HEAD.match(line.text) or (index not in starts and _BARE_ANSWER.match(line.text)):
            answering = len(blocks) > 1 or answering
            if answering:
                blocks.append(_Open(Kind.HEADER, (), []))
        if index in starts and (match := pattern.match(line.text)):
            kind = Kind.ANSWER if answering else Kind.QUESTION
            blocks.append(_Open(kind, read_labels(match[0]), _rest(line, match)))
        elif _EXPLANATION.match(line.text):
            blocks.append(_Open(Kind.EXPLANATION, (), [line]))
        else:
            blocks[-1].lines.append(line)
    return [block.close() for block in blocks]


def split_paragraphs(block: Block) -> list[Block]:
    """Return a header with unnumbered questions under it as blocks: the header, then a question a paragraph.

    A paragraph that asks nothing belongs to the question before it.
    """
    paragraphs: list[list[Line]] = [[]]
    for line in block.lines:
        if line.text.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    paragraphs = [p for p in paragraphs if p]
    first = _first_question(paragraphs)
    if first is None:
        return [block]
    questions: list[list[Line]] = []
    for paragraph in paragraphs[first:]:
        if questions and not any("?" in line.text for line in paragraph):
            questions[-1].extend(paragraph)
        else:
            questions.append(paragraph)
    head = [line for paragraph in paragraphs[:first] for line in (*paragraph, Line("", paragraph[-1].page))]
    return [Block(Kind.HEADER, (), tuple(head))] + [
        Block(Kind.QUESTION, (str(n),), tuple(question)) for n, question in enumerate(questions, 1)
    ]


def _first_question(paragraphs: Sequence[Sequence[Line]]) -> int | None:
    """Return the index of the first paragraph below the one that says who asks whom."""
    for index, paragraph in enumerate(paragraphs):
        text = " ".join(line.text for line in paragraph)
        if re.search(r"\b[Vv]ra(?:ag|gen) (?:van|gesteld)\b", text) and " aan " in text:
            return index + 1 if index + 1 < len(paragraphs) else None
    return None
