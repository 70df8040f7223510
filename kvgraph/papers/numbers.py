"""Questions without the word Vraag: told by numbers that count up, or by nothing but their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kvgraph.model import Line
from kvgraph.papers.labels import BARE_ANSWER, EXPLANATION, MANY, Block, Kind, Opened, read_labels, rest
from kvgraph.papers.running import paragraphs

_NUMBER_ALONE = re.compile(rf"\s*({MANY})\s*[.)]?\s*$")
_NUMBER_DOT = re.compile(r"\s*(\d{1,2}[a-z]?)\s*[.)]\s+(?=\S)")
_ANSWER_HEAD = re.compile(r"\s*(?:Nader a|A)ntwoord(?:en)? van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)")
_ASKED = re.compile(r"\?[»”’')]*[ \d]*$")
_LINES_OF_A_QUESTION = 5
_LABEL = re.compile(r"(\d+)([a-z]?)")


def number(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of the lines with the questions that nothing but a number opens, where there are any.

    ``blocks`` are those that words open. Numbers may stand above all: older papers print all questions, then a line
    ``Antwoord van minister ...``, then numbered answers. Or only questions have them: ``1``, then ``Antwoord 1``.
    """
    if any(block.kind is Kind.QUESTION for block in blocks):
        return list(blocks)
    for pattern in (_NUMBER_ALONE, _NUMBER_DOT):
        if any(block.kind is Kind.ANSWER and block.labels for block in blocks):
            found = list(_asked(blocks, pattern))
            if any(block.kind is Kind.QUESTION for block in found):
                return found
        elif starts := _counting(lines, pattern):
            found = _blocks_at(lines, frozenset(starts), pattern)
            is_answered = any(_ANSWER_HEAD.match(line.text) for line in lines[: starts[0]])
            return list(_with_answers(found)) if is_answered else found
    return list(blocks)


# --- numbers above questions and answers -------------------------------------------------------------------------


def _counting(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[int]:
    """Return the indices of the lines whose numbers count up from 1, and again from 1 below the head of the answers."""
    starts: list[int] = []
    last = ""
    for index, line in enumerate(lines):
        if _ANSWER_HEAD.match(line.text) and starts:
            last = ""
        labels = _labels(line, pattern)
        if labels and _follows(labels[0], last):
            starts.append(index)
            last = labels[-1]
    return starts


def _labels(line: Line, pattern: re.Pattern[str]) -> tuple[str, ...]:
    match = pattern.match(line.text) if line.label is not False else None
    return read_labels(match[0]) if match else ()


def _follows(label: str, last: str) -> bool:
    """Return whether a label comes right after another: ``6`` and ``6a`` after 5 and 5b, ``5b`` after 5a."""
    one, before = _LABEL.fullmatch(label), _LABEL.fullmatch(last or "0")
    if one is None or before is None:
        return False
    if int(one[1]) == int(before[1]) + 1:
        return one[2] in ("", "a")
    return one[1] == before[1] and bool(one[2] and before[2]) and ord(one[2]) == ord(before[2]) + 1


def _blocks_at(lines: Sequence[Line], starts: Collection[int], pattern: re.Pattern[str]) -> list[Block]:
    blocks = [Opened(Kind.HEADER, (), [])]
    answering = False
    for index, line in enumerate(lines):
        if _ANSWER_HEAD.match(line.text) or (index not in starts and BARE_ANSWER.match(line.text)):
            answering = len(blocks) > 1 or answering
            if answering:
                blocks.append(Opened(Kind.HEADER, (), []))
        if index in starts and (match := pattern.match(line.text)):
            kind = Kind.ANSWER if answering else Kind.QUESTION
            blocks.append(Opened(kind, read_labels(match[0]), rest(line, match)))
        elif EXPLANATION.match(line.text):
            blocks.append(Opened(Kind.EXPLANATION, (), [line]))
        else:
            blocks[-1].lines.append(line)
    return [block.close() for block in blocks]


def _with_answers(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of a paper whose header says who answers, with answers that nothing opens."""
    if any(block.kind is Kind.ANSWER for block in blocks):
        yield from blocks
        return
    for block in blocks:
        asked = _end_of_question(block.lines) if block.kind is Kind.QUESTION else 0
        if asked and any(line.text.strip() for line in block.lines[asked:]):
            yield Block(block.kind, block.labels, block.lines[:asked])
            yield Block(Kind.ANSWER, (), block.lines[asked:])
        else:
            yield block


def _end_of_question(lines: Sequence[Line]) -> int:
    """Return how many lines the question takes: up to the last that ends with a question mark, none far behind it."""
    end = 0
    for order, line in enumerate(lines, 1):
        if end and order - end > _LINES_OF_A_QUESTION:
            break
        if _ASKED.search(line.text):
            end = order
    return end


# --- numbers above questions alone -------------------------------------------------------------------------------


def _asked(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Iterator[Block]:
    """Yield the blocks with those parts of them that a number opens and that ask something as questions."""
    last = ""
    for order, block in enumerate(blocks):
        parts = [Opened(block.kind, block.labels, [])]
        for index, line in enumerate(block.lines):
            labels = _labels(line, pattern)
            match = pattern.match(line.text)
            if match and labels and _follows(labels[0], last) and _asks(block.lines[index:]):
                last = labels[-1]
                parts.append(Opened(Kind.QUESTION, labels, rest(line, match)))
            else:
                parts[-1].lines.append(line)
        for place, part in enumerate(parts):
            closed = part.close()
            follows = parts[place + 1].close() if place + 1 < len(parts) else next(iter(blocks[order + 1 :]), None)
            yield from _answered(closed, follows) if part.kind is Kind.QUESTION else (closed,)


def _asks(lines: Sequence[Line]) -> bool:
    """Return whether the first paragraph of these lines asks something."""
    for order, line in enumerate(lines):
        if "?" in line.text:
            return True
        if order > 1 and not line.text.strip():
            return False
    return False


def _answered(question: Block, follows: Block | None) -> Iterator[Block]:
    """Yield a question, and what stands below it without a label and asks nothing: its answer.

    Where a labelled answer to it follows, what stands below explains the question.
    """
    if follows and follows.kind is Kind.ANSWER and set(question.labels) & set(follows.labels):
        yield question
        return
    printed = paragraphs(question.lines)
    asked = max((order for order, lines in enumerate(printed) if any("?" in line.text for line in lines)), default=0)
    below = [line for lines in printed[asked + 1 :] for line in (*lines, Line("", lines[-1].page))]
    if not below:
        yield question
        return
    above = [line for lines in printed[: asked + 1] for line in (*lines, Line("", lines[-1].page))]
    yield Block(question.kind, question.labels, tuple(above))
    yield Block(Kind.ANSWER, (), tuple(below))


# --- no numbers --------------------------------------------------------------------------------------------------


def split_paragraphs(block: Block) -> list[Block]:
    """Return a header with unnumbered questions under it as blocks: the header, then a question a paragraph.

    A paragraph that asks nothing belongs to the question before it.
    """
    printed = paragraphs(block.lines)
    first = _first_question(printed)
    if first is None:
        return [block]
    questions: list[list[Line]] = []
    for paragraph in printed[first:]:
        if questions and not any("?" in line.text for line in paragraph):
            questions[-1].extend(paragraph)
        else:
            questions.append(paragraph)
    head = [line for paragraph in printed[:first] for line in (*paragraph, Line("", paragraph[-1].page))]
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
