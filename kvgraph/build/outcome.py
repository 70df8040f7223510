"""What comes of sources: papers, what was set aside and why, what was noticed, and the summary of a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from kvgraph.build.merging import Facts
from kvgraph.model import Analysis, PaperKind, Severity, SourceError
from kvgraph.sources import Item
from kvgraph.statements import Referred
from kvgraph.store import Segment

if TYPE_CHECKING:  # pySHACL takes a second to import, and a build without validation needs none of it
    from kvgraph.validation import Report, Result

WORST_FIRST = (Severity.VIOLATION, Severity.WARNING, Severity.INFO)


class Stage(StrEnum):
    """Where in the line a source was set aside."""

    READ = "read"
    PARSE = "parse"
    ANALYSE = "analyse"


@dataclass(frozen=True, slots=True, order=True)
class SetAside:
    """A source that gave no paper: the file as named, and its base name; where, why, and what a person can do."""

    file_name: str
    file: str
    stage: Stage
    code: str
    reason: str
    advice: str = ""
    sha256: str | None = None

    @classmethod
    def of(cls, error: SourceError, name: str, stage: Stage, digest: str | None = None) -> SetAside:
        """Return what a reader or the parser says of a source that is called so."""
        reason = f"{error.place}: {error.reason}" if error.place else error.reason
        return cls(error.file, name, stage, error.code, reason, error.advice, digest)


@dataclass(frozen=True, slots=True, order=True)
class Noted:
    """Something that was noticed while a paper was read, with the file and the paper that it was noticed in."""

    paper: str
    file_name: str
    passage: str
    code: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Built:
    """One paper as statements.

    ``segment`` holds its named graph. ``results`` are what the shapes found in it. ``record`` is the analysis of a
    source that gives nothing but metadata.
    """

    file_name: str
    file: str
    sha256: str
    media_type: str
    paper: str
    facts: Facts
    segment: Segment
    referred: Referred
    results: tuple[Result, ...] = ()
    noted: tuple[Noted, ...] = ()
    record: Analysis | None = None

    @property
    def kind(self) -> PaperKind:
        """What the paper is."""
        return self.facts.kind

    @property
    def graph(self) -> str:
        """The IRI of its named graph."""
        return self.segment.graph


@dataclass(frozen=True, slots=True)
class Opened:
    """A container: what came out of it, to be read in its turn, and the SHA-256 of its own bytes."""

    items: tuple[Item, ...]
    sha256: str | None


Outcome = Built | SetAside | Opened


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build gave. ``written`` tells whether the output folder was changed; ``statements`` counts quads.

    ``kept`` is the number of sources of former builds that were not named.
    """

    written: bool
    kinds: Mapping[PaperKind, int] = field(default_factory=dict)
    statements: int = 0
    set_aside: tuple[SetAside, ...] = ()
    noted: tuple[Noted, ...] = ()
    report: Report | None = None
    kept: int = 0

    @property
    def papers(self) -> int:
        """The number of papers in the graph."""
        return sum(self.kinds.values())

    def worst(self) -> Severity | None:
        """Return the worst severity of all findings: of the shapes, and noted while reading."""
        found = {noted.severity for noted in self.noted}
        if self.report:
            found |= {severity for severity, count in self.report.counts.items() if count}
        return min(found, key=WORST_FIRST.index, default=None)


def at_least(severity: Severity | None, threshold: Severity) -> bool:
    """Whether a severity is as bad as the threshold, or worse; None is as good as can be."""
    return severity is not None and WORST_FIRST.index(severity) <= WORST_FIRST.index(threshold)
