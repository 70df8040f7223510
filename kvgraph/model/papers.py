"""A paper as it was printed: who takes part, and its passages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kvgraph.model.texts import Finding, Reference, Source, Span


class PaperKind(StrEnum):
    """What a paper is; the value is the local name of its class in the ontology."""

    ANSWER = "AnswerPaper"
    QUESTION = "QuestionPaper"
    ORAL_QUESTION = "OralQuestionPaper"
    POSTPONEMENT = "PostponementNotice"


class PassageKind(StrEnum):
    """What a passage is; the value is the path segment in its IRI."""

    HEADER = "header"
    QUESTION = "question"
    ANSWER = "answer"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of clean text that is asked, answered, noted or printed above the questions.

    ``key`` is its path below the paper's IRI and unique in the paper (``header``, ``question/3``, ``answer/3``,
    ``footnote/1``; a label printed twice gives ``question/7`` and ``question/7-2``). ``answers`` are the keys of the
    questions that an answer answers. ``footnote_of`` is the key of the passage in which a note's mark stands, and
    ``mark`` the offset in that passage's text at which it stood. ``pages`` holds (offset, page) for each page that the
    text stands on, the first offset 0, and nothing when pages are unknown. ``references`` are what the publisher tied
    to characters of the text.
    """

    kind: PassageKind
    key: str
    label: str
    order: int
    text: str
    pages: tuple[tuple[int, int], ...] = ()
    answers: tuple[str, ...] = ()
    footnote_of: str | None = None
    mark: int | None = None
    references: tuple[Reference, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """Return the page on which the character at this offset stands, if that is known."""
        return max((pair for pair in self.pages if pair[0] <= offset), default=(0, None))[1]


class Role(StrEnum):
    """The capacity in which somebody takes part; the value is the local name of its concept."""

    QUESTIONER = "questioner"
    ADDRESSEE = "addressee"
    RESPONDENT = "respondent"
    ON_BEHALF_OF = "onBehalfOf"


@dataclass(frozen=True, slots=True)
class Participation:
    """Who takes part, as printed in the header. Spans point into the text of the header passage.

    ``title`` is ``Minister``, ``Staatssecretaris`` or ``Minister-President``; ``portfolio`` stands without van/voor.
    ``order`` counts from 1 within the role. ``person`` is the GUID of the Tweede Kamer, where a source states it.
    """

    role: Role
    order: int
    name: str | None = None
    name_span: Span | None = None
    party: str | None = None
    party_span: Span | None = None
    title: str | None = None
    portfolio: str | None = None
    office_span: Span | None = None
    person: str | None = None


class Chamber(StrEnum):
    """The chamber whose paper it is, spelt as in official ids."""

    TWEEDE_KAMER = "tk"
    EERSTE_KAMER = "ek"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was printed. ``passages`` holds the header first, then questions, answers and footnotes.

    A paper of which only the metadata are known has no passages, and its participations no spans.

    ``identifier`` is the official id (``ah-tk-20202021-3235``) or None, ``session_year`` is ``2020-2021``, ``cases``
    are the paper's own case numbers (``2021Z00897``). ``see_also`` covers the header's ``Zie ook ...`` sentence.
    """

    kind: PaperKind
    chamber: Chamber
    identifier: str | None
    session_year: str | None
    number: str | None
    cases: tuple[str, ...]
    subject: str | None
    submitted: date | None
    answered: date | None
    participations: tuple[Participation, ...]
    passages: tuple[Passage, ...]
    see_also: Span | None = None
    findings: tuple[Finding, ...] = ()

    def passage(self, key: str) -> Passage:
        """Return the passage with this key; raises KeyError when there is none."""
        for passage in self.passages:
            if passage.key == key:
                return passage
        raise KeyError(key)

    def written(self, passage: Passage) -> date | None:
        """Return the day on which a passage of this paper was written, from which its ``15 januari jl.`` is read.

        That of the answers is when they were given; that of the header, the questions and their notes when these were
        asked. Where one is unknown, the other stands for it. Notes of no known passage are taken for the later ones.
        """
        at = passage.footnote_of
        noted = self.passage(at) if at else passage
        if noted.kind in (PassageKind.ANSWER, PassageKind.FOOTNOTE):
            return self.answered or self.submitted
        return self.submitted or self.answered


@dataclass(frozen=True, slots=True)
class ParsedPaper:
    """A paper that its source states as such: a parsed paper as JSON, or the metadata of a paper."""

    source: Source
    paper: Paper
