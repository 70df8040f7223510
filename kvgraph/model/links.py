"""Links: what a mention refers to, and all that is known of one paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kvgraph.model.mentions import Mention, Scheme, WorkCitation
from kvgraph.model.papers import Paper, Participation
from kvgraph.model.texts import Source


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
    related: tuple[str, ...] = ()
