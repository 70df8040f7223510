"""Printed lines to running text, with all that stands in it: marks of notes, the publisher's references, page breaks.

While lines are put together, characters of a private-use area stand for these; clean text of a source holds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kvgraph.model import Line, Mark, Reference, Span
from kvgraph.papers.lexicon import Lexicon

_MARK, _BEGIN, _END, _PAGE = 0xE000, 0xE400, 0xE800, 0xEC00
_MOST = 0x400
_PLACEHOLDER = re.compile(f"[{chr(_MARK)}-{chr(_PAGE + _MOST - 1)}]")
_MARKS = "".join(map(chr, range(_MARK, _MARK + _MOST)))
_CLOSING = tuple(".,;:?!)»”’")
_TOKEN = re.compile(r"[^\W\d_]{1,60}")
_ADDRESS = re.compile(r"(?:https?:?/{0,2}|www\.)\S*$")
_ADDRESS_GOES_ON = re.compile(r"[\w%~#?=&+.\-]*(?:[/=_&%?#~]|\w-\w|\.html?|\.pdf|\.aspx?|\d)\S*")
_HYPHEN_END = re.compile(r"([^\W_]+(?:-[^\W_]+)*)-$")
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_SHORTEST_HALF = 3
_NOTHING_CLOSES = re.compile(r"(?:en|of|en/of|dan wel|alsmede|als|,)(?:\W|$)")


@dataclass(frozen=True, slots=True)
class Running:
    """Clean text with the offsets of note marks, the references in it, and (offset, page) of each page it stands on."""

    text: str
    marks: tuple[Mark, ...] = ()
    references: tuple[Reference, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()

    def behind(self, text: str) -> Running:
        """Return this text behind another, with a blank between them; what stands in it moves along."""
        whole = f"{text} {self.text}".strip()
        by = len(whole) - len(self.text)
        return Running(
            whole,
            tuple(Mark(one.offset + by, one.number) for one in self.marks),
            tuple(Reference(Span(one.span.begin + by, one.span.end + by), one.target) for one in self.references),
            tuple((offset + by, page) for offset, page in self.pages),
        )


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines paragraph by paragraph: they are parted by lines with neither text nor marks, which go."""
    found: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip() or line.marks:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def run(lines: Iterable[Line], lexicon: Lexicon) -> Running:
    """Return lines as running text: hyphens of line ends decided, addresses mended, white space folded."""
    targets: list[str] = []
    joined = _join(((_with_placeholders(line, targets), line.page) for line in lines), lexicon)
    text = ""
    marks: list[Mark] = []
    begins: dict[int, int] = {}
    spans: list[tuple[int, int, int]] = []
    pages: list[tuple[int, int]] = []
    after_mark = False
    for piece, kind, number in _pieces(joined):
        text = _append(text, piece, after_mark)
        after_mark = kind == _MARK
        if kind == _MARK:
            marks.append(Mark(len(text), number))
        elif kind == _BEGIN:
            begins[number] = len(text)
        elif kind == _END:
            spans.append((begins.pop(number, len(text)), len(text), number))
        elif kind == _PAGE:
            pages.append((len(text), number))
    text = text.rstrip()
    return Running(
        text,
        tuple(Mark(min(one.offset, len(text)), one.number) for one in marks),
        tuple(Reference(span, targets[number]) for begin, end, number in spans if (span := _trimmed(text, begin, end))),
        tuple(pages),
    )


def _pieces(joined: str) -> Iterator[tuple[str, int, int]]:
    """Yield each stretch of text with the kind and the number of the placeholder behind it; the last has none."""
    place = 0
    for match in _PLACEHOLDER.finditer(joined):
        code = ord(match[0])
        yield joined[place : match.start()], code & ~(_MOST - 1), code & (_MOST - 1)
        place = match.end()
    yield joined[place:], 0, 0


def _with_placeholders(line: Line, targets: list[str]) -> str:
    """Return the text of a line with placeholders in it; the target of each reference is added to the targets."""
    if not line.marks and not line.references:
        return line.text
    puts = [(mark.offset, 1, chr(_MARK + mark.number)) for mark in line.marks if mark.number < _MOST]
    for one in line.references:
        if len(targets) < _MOST:
            puts += [(one.span.end, 0, chr(_END + len(targets))), (one.span.begin, 2, chr(_BEGIN + len(targets)))]
            targets.append(one.target)
    text = line.text
    # From the end, so that offsets hold; at one place an end stands before a mark, and a mark before a beginning.
    for offset, _, char in sorted(puts, reverse=True):
        text = text[:offset] + char + text[offset:]
    return text


def _append(text: str, piece: str, after_mark: bool) -> str:
    """Put a piece behind a placeholder: no blank is doubled, and none stands between a mark and a closing sign."""
    if after_mark and piece.lstrip().startswith(_CLOSING):
        return text.rstrip() + piece.lstrip()
    return text + (piece.lstrip() if not text or text.endswith(" ") else piece)


def _trimmed(text: str, begin: int, end: int) -> Span | None:
    part = text[begin:end]
    span = Span(begin + len(part) - len(part.lstrip()), begin + len(part.rstrip()))
    return span if span.begin < span.end else None


# --- line ends ---------------------------------------------------------------------------------------------------


def _join(lines: Iterable[tuple[str, int]], lexicon: Lexicon) -> str:
    text, on = "", 0
    for content, page in lines:
        line = " ".join(content.split())
        if not line:
            continue
        text = _join_two(text, line, lexicon) if text else line
        if page != on:
            begin = len(text) - len(line)
            text = text[:begin] + chr(_PAGE + min(page, _MOST - 1)) + text[begin:]
            on = page
    return text.replace("( ", "(").replace(" )", ")")


def _join_two(text: str, line: str, lexicon: Lexicon) -> str:
    if line[0] in _MARKS:
        return text + line
    tail = text[-240:]
    if tail[-1] in _MARKS:
        tail = tail.rstrip(_MARKS)
    address = _ADDRESS.search(tail) if "http" in tail or "www." in tail else None
    if address and _address_goes_on(address.group(), line):
        closed = text.endswith("-") and _breaks_a_word(address.group(), line, lexicon)
        return (text[:-1] if closed else text) + line
    hyphen = _HYPHEN_END.search(tail) if text.endswith("-") else None
    if hyphen:
        right = _TOKEN.match(line)
        if _NOTHING_CLOSES.match(line):
            return f"{text} {line}"
        left = hyphen.group(1).rpartition("-")[2]
        if right and lexicon.closes_up(left, right.group()):
            return text[:-1] + line
        return text + line
    return text + line if tail.endswith("/") else f"{text} {line}"


def _breaks_a_word(address: str, line: str, lexicon: Lexicon) -> bool:
    """Return whether the hyphen that ends an address parts a word of which a half is none: ``docu-`` ``ments``."""
    left, right = _LAST_WORD.search(address), _TOKEN.match(line)
    if left is None or right is None:
        return False
    halves = left[1], right.group()
    if min(map(len, halves)) < _SHORTEST_HALF:  # "e-mail"
        return False
    return lexicon.is_word("".join(halves)) and not all(map(lexicon.is_word, halves))


def _address_goes_on(address: str, line: str) -> bool:
    """Return whether a web address at a line end goes on in the next line."""
    head = line.split(maxsplit=1)[0]
    if address.endswith((",", ";", ")", ">", "»", "”")) or head[0] in "(«“":
        return False
    if address.endswith(("https:", "http:", "/", "-", "_", "=", "?", "&", "%", "#")):
        return bool(re.match(r"[\w%~#?=&+.\-/:]", head))
    if head.startswith(("http", "www.")) or address.endswith("."):
        return False
    return bool(_ADDRESS_GOES_ON.fullmatch(head)) and not re.match(r"\d{1,2}$|\d{4}$|[A-Z]", head)
