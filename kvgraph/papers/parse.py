"""Put a paper together: furniture and notes out, labels found, header read, passages with their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kvgraph.identifiers import aanhangsel, case_number, first_printing, session_year_of
from kvgraph.model import Document, Line, Paper, PaperKind, Role, SourceError
from kvgraph.papers import furniture, header, labels, notes, numbers, rewrap
from kvgraph.papers.labels import Block, Kind
from kvgraph.papers.lexicon import Lexicon
from kvgraph.papers.passages import Passages, put_marks

_ADVANCE_NUMBER = re.compile(r"\s*AH\s*(?:TK\s*)?(\d{1,4})\s*$")
_HEAD_LINES = 40
_CASE_LINE = re.compile(
    r"\s*(?:Zaaknummer:?\s*|Kenmerk:?\s*)?(20\d\d ?Z ?\d{4,6})(?:\s*[,/]\s*(20\d\d ?Z ?\d{4,6}))*\s*$"
)
# beside the day on which the questions were sent: "(ingezonden 13 juni 2022 met kenmerk 2022Z12044)"; or in a notice:
# the questions "(2022Z12044) niet binnen de gebruikelijke termijn" will be answered
_OWN_CASE = re.compile(
    r"(?:\b[Uu]w (?:brief|kenmerk)|\b[Ii]ngezonden\b)[^()]{0,40}?\(?[^()]{0,30}?\b(?P<after>20\d\dZ\d{5})\b"
    r"|\((?:kenmerk )?(?P<before>20\d\dZ\d{5})(?:, ?ingezonden\b|\)[^.]{0,80}?\bniet binnen\b)"
)
_EARLIER = re.compile(r"\b(?:eerdere|aanvulling|vervolg)\b")
_EARLIER_REACH = 150


def parse(document: Document) -> Paper:
    """Return the paper that a document holds.

    Raises ``SourceError`` with code ``not-a-paper`` when nothing in it asks or answers a parliamentary question.
    """
    printed = furniture.take_out(document.lines if document.sure_lines else rewrap.restore_lines(document.lines))
    if document.named and not printed.identifier:
        printed = printed.named(document.named)
    text_lines, found_notes, looked_for = notes.of(document, printed)
    lexicon = Lexicon(line.text for line in text_lines)
    text_lines, number, cases = _take_numbers(text_lines)
    blocks = put_marks(_blocks(text_lines), looked_for)
    passages = Passages(lexicon, found_notes, paged=document.paged or printed.typeset)
    head_blocks = [block for block in blocks if block.kind not in (Kind.QUESTION, Kind.ANSWER)]
    head_text = passages.add_header(head_blocks)
    head = header.read(
        head_text, passages.breaks, "\n".join(line.text for block in head_blocks for line in block.lines)
    )
    for block in blocks:
        if block not in head_blocks:
            passages.add(block)
    kind = _kind(head, passages, head_text)
    if kind is None:
        raise SourceError(
            document.source.file_name,
            "this is not a paper with parliamentary questions: nobody asks, and no question is numbered.",
            code="not-a-paper",
            advice="Leave it out, or check that the text is complete.",
        )
    passages.findings.extend(document.findings)
    return _paper(printed, kind, head, passages, number, cases)


def _take_numbers(lines: Sequence[Line]) -> tuple[list[Line], str | None, tuple[str, ...]]:
    """Take the lines with the paper's own numbers off the top; return the rest, the number and the cases."""
    number: str | None = None
    cases: list[str] = []
    rest: list[Line] = []
    for line in lines[:_HEAD_LINES]:
        if match := _ADVANCE_NUMBER.fullmatch(line.text):
            number = number or match[1]
        elif _CASE_LINE.fullmatch(line.text):
            cases.extend(case for got in re.findall(r"20\d\d ?Z ?\d{4,6}", line.text) if (case := case_number(got)))
        else:
            rest.append(line)
    return [*rest, *lines[_HEAD_LINES:]], number, tuple(dict.fromkeys(cases))


def _blocks(lines: Sequence[Line]) -> list[Block]:
    opened = numbers.number(lines, labels.split(lines))
    blocks = [part for block in opened for part in labels.without_signature(block)]
    if any(block.kind in (Kind.QUESTION, Kind.ANSWER) for block in blocks):
        return blocks
    if any(re.match(r"\s*(?:Mededeling|Uitstelbericht)\b", line.text) for line in lines):
        return blocks
    return [part for block in blocks for part in numbers.split_paragraphs(block)]


def _kind(head: header.Header, passages: Passages, text: str) -> PaperKind | None:
    if passages.answers:
        return PaperKind.ANSWER
    if re.search(r"\b(?:Mededeling|Uitstelbericht)\b", text) and (head.participations or passages.questions):
        return PaperKind.POSTPONEMENT
    if head.oral:
        return PaperKind.ORAL_QUESTION
    asks = any(one.role is Role.QUESTIONER for one in head.participations)
    return PaperKind.QUESTION if asks and (passages.questions or head.submitted or head.subject) else None


def _paper(
    printed: furniture.Printed,
    kind: PaperKind,
    head: header.Header,
    passages: Passages,
    number: str | None,
    cases: tuple[str, ...],
) -> Paper:
    footnotes = passages.footnotes()
    identifier = printed.identifier
    day = head.answered or head.submitted
    session_year = _session_year(printed, day)
    number = number or printed.number
    if kind in (PaperKind.ANSWER, PaperKind.POSTPONEMENT):
        if identifier and identifier.startswith("ah-"):
            number = first_printing(identifier).rpartition("-")[2]
        elif number and session_year:
            identifier = aanhangsel(session_year, number, printed.chamber.value)
    else:
        number = None
    if identifier and identifier.startswith("kv-") and (case := case_number(first_printing(identifier))):
        cases = tuple(dict.fromkeys((*cases, case)))
    if not cases:
        cases = _case_in_sentence(passages.headers[0].text)
    return Paper(
        kind=kind,
        chamber=printed.chamber,
        identifier=identifier,
        session_year=session_year,
        number=number,
        cases=cases,
        subject=head.subject,
        submitted=head.submitted,
        answered=head.answered,
        participations=tuple(head.participations),
        passages=(*passages.headers, *passages.questions, *passages.answers, *footnotes),
        see_also=head.see_also,
        findings=tuple(passages.findings),
    )


def _case_in_sentence(text: str) -> tuple[str, ...]:
    """Return the case that a sentence of the header gives to these questions, and not to earlier ones."""
    for match in _OWN_CASE.finditer(text):
        if not _EARLIER.search(text, max(0, match.start() - _EARLIER_REACH), match.start()):
            return (match["after"] or match["before"],)
    return ()


def _session_year(printed: furniture.Printed, day: date | None) -> str | None:
    """Return the session year as printed, else as the official id says, else as the date falls."""
    if printed.session_year:
        return printed.session_year
    if printed.identifier and (match := re.match(r"ah-\w\w-(\d{4})(\d{4})-", printed.identifier)):
        return f"{match[1]}-{match[2]}"
    return session_year_of(day) if day else None
