"""The form of a parsed paper as JSON: what ``kvgraph parse`` prints and what is read as a source, defined once.

``ontology/paper.schema.json`` is made from it. What is unknown is null; a member that has a default may be left out.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal, get_args

from msgspec import UNSET, Meta, Struct, UnsetType, field, to_builtins
from msgspec.json import schema_components

from kvgraph.model import (
    Chamber,
    Mention,
    Paper,
    PaperKind,
    Participation,
    Passage,
    PassageKind,
    Role,
    Severity,
    Source,
    Span,
    Status,
    Target,
)

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ANEW = "Only printed, not read: a build finds it anew."
_PAIR: dict[str, Any] = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_LINK: dict[str, Any] = {
    "title": "Link",
    "type": ["object", "null"],
    "description": "What it refers to; without a target there is a reason.",
    "properties": {
        "status": {"enum": [one.value for one in Status]},
        "target": {
            "type": ["object", "null"],
            "properties": {"class": {"enum": [one.__name__ for one in get_args(Target)]}},
            "required": ["class"],
            "additionalProperties": _TEXT_OR_NULL,
        },
        "reason": _TEXT_OR_NULL,
        "candidates": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["status", "target", "reason", "candidates"],
    "additionalProperties": False,
}
_A_LINK = {"$ref": "#/$defs/Link"}
_LINKS = {"properties": dict.fromkeys(("person", "party", "office"), _A_LINK), "additionalProperties": False}
_MENTION = {
    "properties": {
        "class": {"enum": [one.__name__ for one in get_args(Mention)]},
        "span": _PAIR,
        "text": {"type": "string", "description": "The characters that the span covers."},
        "rule": {"type": "string", "description": "Which rule found it."},
        "link": _A_LINK,
    },
    "required": ["class", "span", "text", "rule", "link"],
    "additionalProperties": _TEXT_OR_NULL,
}

Offset = Annotated[int, Meta(ge=0, le=100_000_000)]
SpanForm = Annotated[
    list[Offset],
    Meta(min_length=2, max_length=2, description="[begin, end] in Unicode code points, the end not included."),
]
PageForm = Annotated[list[Offset], Meta(min_length=2, max_length=2)]
Count = Annotated[int, Meta(le=1_000_000)]
Key = Annotated[str, Meta(pattern=r"^(header|(question|answer|footnote)/[^\s/]{1,40})$")]


class SourceForm(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The file that was parsed. Only printed: when the JSON is read, the JSON file is the source."""

    file: str
    sha256: str
    media_type: str


class PaperForm(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The paper as a whole."""

    id: Annotated[str | None, Meta(description=f"The id in the graph. {_ANEW}")] = None
    kind: PaperKind
    chamber: Chamber
    identifier: Annotated[
        str | None,
        Meta(
            description="The official id.",
            extra_json_schema={"examples": ["ah-tk-20202021-3235", "kv-tk-2021Z00897"]},
        ),
    ] = None
    session_year: (
        Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{4}$", extra_json_schema={"examples": ["2020-2021"]})] | None
    ) = None
    number: Annotated[str, Meta(pattern="^[0-9]{1,5}$", description="The number within the session year.")] | None = (
        None
    )
    cases: Annotated[
        list[Annotated[str, Meta(pattern="^[0-9]{4}Z[0-9]{5}$")]], Meta(description="The paper's own case numbers.")
    ] = field(default_factory=list)
    subject: Annotated[str | None, Meta(description="What it is about, as printed after ``over``.")] = None
    submitted: Annotated[date | None, Meta(description="The day on which the questions were sent in.")] = None
    answered: Annotated[
        date | None, Meta(description="The day on which the answer, or the notice that it is late, was received.")
    ] = None
    see_also: Annotated[SpanForm | None, Meta(description="The ``Zie ook`` sentence in the header.")] = None
    related: Annotated[list[str], Meta(description=f"Ids of the papers in the ``Zie ook`` sentence. {_ANEW}")] = field(
        default_factory=list
    )


class ParticipationForm(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Who takes part, as printed; the spans are in the header."""

    role: Role
    order: Annotated[Count, Meta(ge=1, description="Counts from 1 within the role.")]
    name: str | None = None
    name_span: SpanForm | None = None
    party: str | None = None
    party_span: SpanForm | None = None
    title: Literal["Minister", "Staatssecretaris", "Minister-President"] | None = None
    portfolio: Annotated[str | None, Meta(description="Without ``van`` or ``voor``.")] = None
    office_span: SpanForm | None = None
    person: (
        Annotated[
            str,
            Meta(
                pattern="^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
                description="The GUID that the Tweede Kamer gave to the person; it decides over the name.",
            ),
        ]
        | None
    ) = None
    links: Annotated[dict[str, Any], Meta(description=_ANEW, extra_json_schema=_LINKS)] = field(default_factory=dict)


class ReferenceForm(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What the publisher tied to characters of the text: an official id or a web address."""

    span: SpanForm
    target: Annotated[str, Meta(min_length=1)]


class PassageForm(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A stretch of clean text: NFC, single blanks, no control or invisible characters, no ligatures."""

    key: Annotated[
        Key, Meta(description="Unique in the paper; ``question/7-2`` where the label ``7`` is printed a second time.")
    ]
    kind: PassageKind
    label: Annotated[str, Meta(description="As printed; of the header, nothing.")]
    order: Annotated[Count, Meta(ge=0, description="Counts from 1 within the kind; of the header, 0.")]
    pages: Annotated[
        list[PageForm], Meta(description="[offset, page] for each page that the text stands on, the first offset 0.")
    ] = field(default_factory=list)
    text: Annotated[str, Meta(max_length=1_000_000)]
    answers: Annotated[list[Key], Meta(description="The keys of the questions that an answer answers.")] = field(
        default_factory=list
    )
    footnote_of: Annotated[Key | None, Meta(description="The key of the passage in which a note's mark stands.")] = None
    mark: Annotated[Offset | None, Meta(description="The offset of the mark in that passage's text.")] = None
    references: list[ReferenceForm] = field(default_factory=list)
    mentions: Annotated[list[Annotated[dict[str, Any], Meta(extra_json_schema=_MENTION)]], Meta(description=_ANEW)] = (
        field(default_factory=list)
    )


class FindingForm(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Something that was noticed in parsing and not repaired."""

    code: str
    severity: Severity
    message: str
    passage: Annotated[Key | None, Meta(description="The key of the passage that it is about.")] = None


class RecordForm(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One parsed paper. Without passages, only its metadata are known, and nothing has a span."""

    schema: Annotated[str, Meta(description="Where this schema is, for editors.")] | UnsetType = field(
        default=UNSET, name="$schema"
    )
    source: SourceForm | None = None
    paper: PaperForm
    participations: Annotated[list[ParticipationForm], Meta(max_length=10_000)] = field(default_factory=list)
    passages: Annotated[
        list[PassageForm],
        Meta(max_length=10_000, description="The header first, then questions, answers and footnotes."),
    ] = field(default_factory=list)
    findings: list[FindingForm] = field(default_factory=list)


def printed(source: Source, paper: Paper) -> dict[str, Any]:
    """Return a paper in this form, as JSON values; what a build finds anew is left empty."""
    record = RecordForm(
        source=SourceForm(file=source.file_name, sha256=source.sha256, media_type=source.media_type),
        paper=PaperForm(
            kind=paper.kind,
            chamber=paper.chamber,
            identifier=paper.identifier,
            session_year=paper.session_year,
            number=paper.number,
            cases=list(paper.cases),
            subject=paper.subject,
            submitted=paper.submitted,
            answered=paper.answered,
            see_also=_pair(paper.see_also),
        ),
        participations=[_participation(one) for one in paper.participations],
        passages=[_passage(one) for one in paper.passages],
        findings=[
            FindingForm(code=one.code, severity=one.severity, message=one.message, passage=one.passage or None)
            for one in paper.findings
        ],
    )
    values: dict[str, Any] = to_builtins(record)
    return values


def _participation(one: Participation) -> ParticipationForm:
    return ParticipationForm(
        role=one.role,
        order=one.order,
        name=one.name,
        name_span=_pair(one.name_span),
        party=one.party,
        party_span=_pair(one.party_span),
        title=one.title,  # type: ignore[arg-type]  # one of these three, says the model
        portfolio=one.portfolio,
        office_span=_pair(one.office_span),
        person=one.person,
    )


def _passage(one: Passage) -> PassageForm:
    return PassageForm(
        key=one.key,
        kind=one.kind,
        label=one.label,
        order=one.order,
        pages=[list(pair) for pair in one.pages],
        text=one.text,
        answers=list(one.answers),
        footnote_of=one.footnote_of,
        mark=one.mark,
        references=[ReferenceForm(span=[ref.span.begin, ref.span.end], target=ref.target) for ref in one.references],
    )


def _pair(span: Span | None) -> list[int] | None:
    return [span.begin, span.end] if span else None


def schema() -> str:
    """Return the JSON Schema (draft 2020-12) of a file with one parsed paper, or with an array of them."""
    (one, several), definitions = schema_components((RecordForm, list[RecordForm]), ref_template="#/$defs/{name}")
    values = {
        "$schema": _DIALECT,
        "title": "Parsed paper",
        "description": "A paper with Dutch parliamentary questions as `kvgraph parse` prints it; or an array of them.",
        "anyOf": [one, several],
        "$defs": {**definitions, "Link": _LINK},
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
