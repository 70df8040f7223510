"""One paper through all stages that read text: parsed, searched passage by passage, linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kvgraph import citations, entities, linking, papers
from kvgraph.model import (
    Analysis,
    Citation,
    Document,
    Finding,
    InstitutionMention,
    Mention,
    Paper,
    ParsedPaper,
    Passage,
    PassageKind,
    Severity,
    SourceError,
)
from kvgraph.sources import Content


def analyse(content: Content) -> Analysis:
    """Return all that is known of a paper.

    Raises SourceError with code ``not-a-paper`` when a document holds none, and the one that a source gave for it.
    """
    match content:
        case Document():
            paper = papers.parse(content)
        case ParsedPaper():
            paper = content.paper
        case SourceError():
            raise content
    mentions = _mentions(paper)
    found = tuple(_contradictions(paper, mentions))
    return linking.link(content.source, replace(paper, findings=tuple(dict.fromkeys(paper.findings + found))), mentions)


def _mentions(paper: Paper) -> Mapping[str, Sequence[Mention]]:
    """Return the mentions in each passage, by its key, sorted by span."""
    # What one passage names in full, another may name in short.
    in_full = frozenset(
        mention.key
        for passage in paper.passages
        for mention in entities.find_institutions(passage.text, chamber=paper.chamber)
        if not _takes_part(mention, passage, paper)
    )
    day = paper.answered or paper.submitted
    found: dict[str, Sequence[Mention]] = {}
    for passage in paper.passages:
        named = entities.find(passage.text, kind=passage.kind, chamber=paper.chamber, named=in_full)
        cited = citations.find(passage.text, kind=passage.kind, anchor=day, references=passage.references)
        both: list[Mention] = [*cited, *(one for one in named if not _takes_part(one, passage, paper))]
        found[passage.key] = sorted(both, key=lambda mention: (mention.span, type(mention).__name__))
    return found


def _contradictions(paper: Paper, mentions: Mapping[str, Sequence[Mention]]) -> Iterator[Finding]:
    """Yield a finding for each link of the publisher that leads elsewhere than what is printed there."""
    for passage in paper.passages:
        cited = [one for one in mentions[passage.key] if isinstance(one, Citation)]
        for linked, printed in citations.contradictions(passage.references, cited):
            message = f"The publisher's link leads to {linked}, the text cites {printed}."
            yield Finding("link-differs", Severity.WARNING, message, passage.key)


def _takes_part(mention: Mention, passage: Passage, paper: Paper) -> bool:
    """Whether a mention in the header is part of who takes part: the ``Defensie`` of a minister names no ministry."""
    if passage.kind is not PassageKind.HEADER or not isinstance(mention, InstitutionMention):
        return False
    spans = (
        span
        for one in paper.participations
        for span in (one.name_span, one.party_span, one.office_span)
        if span is not None
    )
    return any(span.begin < mention.span.end and mention.span.begin < span.end for span in spans)
