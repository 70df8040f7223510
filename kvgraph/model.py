"""The frozen types that every stage hands to the next.

A source file is read into a ``Document`` of lines, parsed into a ``Paper`` of passages, searched for mentions with
spans, and each mention is linked to a target: the result is an ``Analysis``, from which the quads are stated.
All offsets count Unicode code points (RFC 5147) into the clean text of one passage.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from ``begin`` up to, not including, ``end``."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that this span covers."""
        return text[self.begin : self.end]


class SourceError(Exception):
    """A source that can't be used: which file, where in it, why, and what a person can do about it."""

    def __init__(self, file: str, reason: str, *, code: str, place: str = "", advice: str = "") -> None:
        self.file, self.reason, self.code, self.place, self.advice = file, reason, code, place, advice
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {reason}" + (f" {advice}" if advice else ""))


class Severity(StrEnum):
    """How bad a finding is; the three severities of SHACL."""

    INFO = "info"
    WARNING = "warning"
    VIOLATION = "violation"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a stage noticed and did not repair."""

    code: str
    severity: Severity
    message: str
    passage: str = ""


# --- sources -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a paper was read from: base name, SHA-256 of its bytes in hex, media type."""

    file_name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of clean text as it stood in the source, with the page (from 1) that it stood on."""

    text: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A source read into clean lines: NFC, no control characters, nothing yet joined or left out."""

    source: Source
    lines: tuple[Line, ...]


# --- papers ------------------------------------------------------------------------------------------------------


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
    ``mark`` the offset in that passage's text at which it stood.
    """

    kind: PassageKind
    key: str
    label: str
    order: int
    text: str
    page: int = 1
    answers: tuple[str, ...] = ()
    footnote_of: str | None = None
    mark: int | None = None


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
    ``order`` counts from 1 within the role.
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


class Chamber(StrEnum):
    """The chamber whose paper it is, spelt as in official ids."""

    TWEEDE_KAMER = "tk"
    EERSTE_KAMER = "ek"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was printed. ``passages`` holds the header first, then questions, answers and footnotes.

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


# --- mentions: what a finder saw in the text of one passage ------------------------------------------------------


class Scheme(StrEnum):
    """A scheme of official ids; the value is what ``dcterms:type`` says."""

    KAMERSTUK = "kamerstuk"
    AANHANGSEL = "aanhangsel"
    KAMERVRAAG = "kamervraag"
    CASE = "zaak"
    TK_DOCUMENT = "tk-document"
    HANDELINGEN = "handelingen"
    STAATSBLAD = "staatsblad"
    STAATSCOURANT = "staatscourant"
    TRACTATENBLAD = "tractatenblad"
    ECLI = "ecli"
    EU_ACT = "eu-act"
    EU_COM = "eu-com"
    EU_COUNCIL = "eu-council"
    UN = "un"


class WorkKind(StrEnum):
    """What a cited work without an official id is; the value is the local name of its schema.org class."""

    NEWS = "NewsArticle"
    VIDEO = "VideoObject"
    REPORT = "Report"
    WEB_PAGE = "WebPage"


@dataclass(frozen=True, slots=True)
class OfficialCitation:
    """A document cited by an official id, spelt as in the contract (``kst-21501-02-2295``)."""

    span: Span
    rule: str
    scheme: Scheme
    identifier: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class LawCitation:
    """A law, decree or treaty cited by name; ``law`` is the name as printed, ``article`` as printed."""

    span: Span
    rule: str
    law: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class WorkCitation:
    """A news item, video, report or web page. ``published`` is an ISO date to the precision printed."""

    span: Span
    rule: str
    kind: WorkKind
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class PassageReference:
    """A pointer inside the paper (``zie het antwoord op vraag 2``): one label, of a question or of its answer."""

    span: Span
    rule: str
    to: PassageKind
    label: str


@dataclass(frozen=True, slots=True)
class InstitutionMention:
    """An institution of the register, by key."""

    span: Span
    rule: str
    key: str


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as printed, with what the text says of party and office."""

    span: Span
    rule: str
    name: str
    party: str | None = None
    title: str | None = None
    portfolio: str | None = None


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party as printed."""

    span: Span
    rule: str
    name: str


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office as printed: title and portfolio."""

    span: Span
    rule: str
    title: str
    portfolio: str


Citation = OfficialCitation | LawCitation | WorkCitation | PassageReference
Mention = Citation | InstitutionMention | PersonMention | PartyMention | OfficeMention


# --- links: what a mention refers to -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Official:
    """A work with an official id (an id of scheme ``zaak`` is the case itself)."""

    scheme: Scheme
    identifier: str


@dataclass(frozen=True, slots=True)
class Law:
    """A law or treaty; ``key`` is its key in the register of laws, else a slug of its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work without an official id; ``key`` is 16 hex digits of its normalised URL, or else of its facts."""

    key: str
    citation: WorkCitation


@dataclass(frozen=True, slots=True)
class PassageTarget:
    """A passage of the same paper, by key."""

    key: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person by key in the register, or ``unlisted/...`` with the name as printed."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party by key in the register."""

    key: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office by key in the register, with the ministry (key of an institution) that it belongs to."""

    key: str
    ministry: str | None


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution by key in the register."""

    key: str


Target = Official | Law | Work | PassageTarget | Person | Party | Office | Institution


class Status(StrEnum):
    """How sure a link is; the value is the local name of its concept."""

    VERIFIED = "verified"
    WELL_FORMED = "wellFormed"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Link:
    """What a mention refers to. Without a target there is a reason, and candidates where there are several."""

    target: Target | None
    status: Status
    reason: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedMention:
    """A mention, the key of the passage that it stands in, and its link."""

    passage: str
    mention: Mention
    link: Link


@dataclass(frozen=True, slots=True)
class LinkedParticipation:
    """A participation with the person, the party on that day and the office that it is linked to.

    ``printed_party`` is what the printed party refers to, where that may differ from the party on that day.
    """

    participation: Participation
    person: Link | None = None
    party: Link | None = None
    office: Link | None = None
    printed_party: Link | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known of one paper: the source, the paper, its linked mentions and participations."""

    source: Source
    paper: Paper
    mentions: tuple[LinkedMention, ...] = ()
    participations: tuple[LinkedParticipation, ...] = ()
    related: tuple[str, ...] = field(default=())
