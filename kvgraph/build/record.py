"""One paper as JSON: all that was read in it, with offsets, and what each mention refers to.

The form is stable, for programs that want a paper without the graph::

    {"source": {"file", "sha256", "media_type"},
     "paper": {"id", "kind", "chamber", "identifier", "session_year", "number", "cases", "subject", "submitted",
               "answered", "related"},
     "participations": [{"role", "order", "name", "name_span", "party", "party_span", "title", "portfolio",
                         "office_span", "links": {"person", "party", "office"}}],
     "passages": [{"key", "kind", "label", "order", "page", "text", "answers", "footnote_of", "mark",
                   "mentions": [{"class", "span", "text", "rule", ..., "link"}]}],
     "findings": [{"code", "severity", "message", "passage"}]}

A span is ``[begin, end]`` in Unicode code points of the text of its passage; the spans of a participation are in the
header. A link is ``{"status", "target", "reason", "candidates"}``, its target ``{"class", ...}`` or null. Dates are
ISO 8601; what is unknown is null.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields

from kvgraph.iris import paper_id
from kvgraph.model import Analysis, Link, LinkedMention, LinkedParticipation, Passage, Span, Target

Json = str | int | None | list["Json"] | dict[str, "Json"]


def record(analysis: Analysis) -> dict[str, Json]:
    """Return an analysis as JSON values, in the form that stands above."""
    paper, source = analysis.paper, analysis.source
    return {
        "source": {"file": source.file_name, "sha256": source.sha256, "media_type": source.media_type},
        "paper": {
            "id": paper_id(analysis),
            "kind": paper.kind.value,
            "chamber": paper.chamber.value,
            "identifier": paper.identifier,
            "session_year": paper.session_year,
            "number": paper.number,
            "cases": list(paper.cases),
            "subject": paper.subject,
            "submitted": paper.submitted.isoformat() if paper.submitted else None,
            "answered": paper.answered.isoformat() if paper.answered else None,
            "related": list(analysis.related),
        },
        "participations": [_participation(linked) for linked in analysis.participations],
        "passages": [_passage(passage, analysis) for passage in paper.passages],
        "findings": [
            {"code": one.code, "severity": one.severity.value, "message": one.message, "passage": one.passage or None}
            for one in paper.findings
        ],
    }


def _participation(linked: LinkedParticipation) -> Json:
    one = linked.participation
    return {
        "role": one.role.value,
        "order": one.order,
        "name": one.name,
        "name_span": _span(one.name_span),
        "party": one.party,
        "party_span": _span(one.party_span),
        "title": one.title,
        "portfolio": one.portfolio,
        "office_span": _span(one.office_span),
        "links": {"person": _link(linked.person), "party": _link(linked.party), "office": _link(linked.office)},
    }


def _passage(passage: Passage, analysis: Analysis) -> Json:
    return {
        "key": passage.key,
        "kind": passage.kind.value,
        "label": passage.label,
        "order": passage.order,
        "page": passage.page,
        "text": passage.text,
        "answers": list(passage.answers),
        "footnote_of": passage.footnote_of,
        "mark": passage.mark,
        "mentions": [_mention(linked, passage) for linked in analysis.mentions if linked.passage == passage.key],
    }


def _mention(linked: LinkedMention, passage: Passage) -> Json:
    mention = linked.mention
    facts = {
        field.name: getattr(mention, field.name) for field in fields(mention) if field.name not in ("span", "rule")
    }
    return {
        "class": type(mention).__name__,
        "span": _span(mention.span),
        "text": mention.span.of(passage.text),
        "rule": mention.rule,
        **_plain(facts),
        "link": _link(linked.link),
    }


def _span(span: Span | None) -> Json:
    return [span.begin, span.end] if span else None


def _link(link: Link | None) -> Json:
    if link is None:
        return None
    return {
        "status": link.status.value,
        "target": _target(link.target),
        "reason": link.reason,
        "candidates": list(link.candidates),
    }


def _target(target: Target | None) -> Json:
    if target is None:
        return None
    facts = asdict(target)
    facts.pop("citation", None)  # a work repeats the mention that it was cited by
    return {"class": type(target).__name__, **_plain(facts)}


def _plain(facts: Mapping[str, object]) -> dict[str, Json]:
    """Return facts as JSON values: the members of an enumeration are strings already."""
    return {name: None if value is None else str(value) for name, value in facts.items()}
