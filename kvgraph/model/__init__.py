"""The frozen types that every stage hands to the next.

A source file is read into a ``Document`` of lines, parsed into a ``Paper`` of passages, searched for mentions with
spans, and each mention is linked to a target: the result is an ``Analysis``, from which the quads are stated.
All offsets count Unicode code points (RFC 5147) into the clean text of one passage.
"""

from __future__ import annotations

from kvgraph.model.links import (
    Analysis,
    Institution,
    Law,
    Link,
    LinkedMention,
    LinkedParticipation,
    Office,
    Official,
    Party,
    PassageTarget,
    Person,
    Status,
    Target,
    Work,
)
from kvgraph.model.mentions import (
    Citation,
    InstitutionMention,
    LawCitation,
    Mention,
    OfficeMention,
    OfficialCitation,
    PartyMention,
    PassageReference,
    PersonMention,
    Scheme,
    WorkCitation,
    WorkKind,
)
from kvgraph.model.papers import (
    Chamber,
    Paper,
    PaperKind,
    Participation,
    Passage,
    PassageKind,
    Role,
)
from kvgraph.model.texts import (
    Document,
    Finding,
    Line,
    Severity,
    Source,
    SourceError,
    Span,
)

__all__ = [
    "Analysis",
    "Chamber",
    "Citation",
    "Document",
    "Finding",
    "Institution",
    "InstitutionMention",
    "Law",
    "LawCitation",
    "Line",
    "Link",
    "LinkedMention",
    "LinkedParticipation",
    "Mention",
    "Office",
    "OfficeMention",
    "Official",
    "OfficialCitation",
    "Paper",
    "PaperKind",
    "Participation",
    "Party",
    "PartyMention",
    "Passage",
    "PassageKind",
    "PassageReference",
    "PassageTarget",
    "Person",
    "PersonMention",
    "Role",
    "Scheme",
    "Severity",
    "Source",
    "SourceError",
    "Span",
    "Status",
    "Target",
    "Work",
    "WorkCitation",
    "WorkKind",
]
