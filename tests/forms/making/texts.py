"""A paper of our own as data, and the marks with which its text is written.

In text ``*Piri*`` is a name in bold, ``[[id|words]]`` words that the publisher links to a document, ``[^2]`` the
mark of note 2. A web address is a link to itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_MARKED = re.compile(r"\*([^*]+)\*|\[\[([^|\]]+)\|([^\]]+)\]\]|\[\^(\d+)\]|(https://[^\s\[\]]+)")


class Kind(Enum):
    """What a piece of text is."""

    TEXT = auto()
    NAME = auto()
    LINK = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph; ``target`` is the document of a link, or the number of a note."""

    kind: Kind
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question or an answer in a list: its letter and its text."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A question or an answer: the label as printed, paragraphs and parts of lists."""

    asks: bool
    label: str
    paragraphs: tuple[str | Part, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """One sentence of the header, with the subject in it as ``{}``, if it names that."""

    text: str
    subject: str = ""

    @property
    def parts(self) -> tuple[str, str]:
        """What stands before and behind the subject; all of it before when there is none."""
        before, _, after = self.text.partition("{}")
        return before, after


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """A typeset answer paper of the Tweede Kamer; ``notes`` are the bodies of its footnotes."""

    number: str
    session: str
    case: str
    submitted: str
    received: str
    askers: tuple[str, ...]
    respondents: tuple[str, ...]
    title: str
    asked: Headline
    answered: Headline
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]

    @property
    def identifier(self) -> str:
        """The official id."""
        return f"ah-tk-{self.session.replace('-', '')}-{self.number}"

    @property
    def year(self) -> str:
        """The year in which it was printed."""
        return self.received[:4]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a ministry with answers; labels of questions are counted, not written."""

    case: str
    addressee: tuple[str, ...]
    sender: str
    about: tuple[tuple[str, str], ...]
    opening: tuple[str, ...]
    office: str
    signed: str
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text in which marks are written."""
    place = 0
    for match in _MARKED.finditer(text):
        if place < match.start():
            yield Piece(Kind.TEXT, text[place : match.start()])
        name, target, words, note, address = match.groups()
        if name:
            yield Piece(Kind.NAME, name)
        elif note:
            yield Piece(Kind.MARK, "", note)
        else:
            yield Piece(Kind.LINK, words or address, target or address)
        place = match.end()
    if place < len(text):
        yield Piece(Kind.TEXT, text[place:])
