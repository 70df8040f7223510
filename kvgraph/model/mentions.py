"""Mentions: what a finder saw in the text of one passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from kvgraph.model.papers import PassageKind
from kvgraph.model.texts import Span


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
    COUNCIL_OF_EUROPE = "coe"
    EUROPEAN_TREATY = "ets"
    OSCE = "osce"


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


class Tenure(Enum):
    """When a person was what the text says, as seen from the day of the paper."""

    PRESENT = "on that day"
    ANY = "on that day, or else before it"
    PAST = "before that day"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as printed, with what the text says of party and office.

    ``role`` is the office as printed of one who holds it in another country or an international organisation.
    """

    span: Span
    rule: str
    name: str
    party: str | None = None
    title: str | None = None
    portfolio: str | None = None
    tenure: Tenure = Tenure.PRESENT
    role: str | None = None


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
