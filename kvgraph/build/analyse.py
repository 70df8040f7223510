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
    Mention,
    Paper,
    ParsedPaper,
    Passage,
    PassageKind,
    Severity,
    SourceError,
    Span,
)
from kvgraph.model.coverage import Coverage
from kvgraph.papers.header import end_of_letterhead
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
    searched = [entities.SearchedPassage(passage.text, paper.chamber) for passage in paper.passages]
    taking_part = [_taking_part(passage, paper) for passage in paper.passages]
    # What one passage names in full, another may name in short.
    in_full = frozenset(
        institution.key
        for search, others in zip(searched, taking_part, strict=True)
        for institution in search.alone
        if others.free(institution.span)
    )
    found: dict[str, Sequence[Mention]] = {}
    for passage, search, others in zip(paper.passages, searched, taking_part, strict=True):
        mentions: list[Mention] = [
            *citations.find(
                passage.text, kind=passage.kind, anchor=paper.written(passage), references=passage.references
            ),
            *(institution for institution in search.mentions(in_full) if others.free(institution.span)),
            *entities.find_people(passage.text, kind=passage.kind),
        ]
        found[passage.key] = sorted(mentions, key=lambda mention: (mention.span, type(mention).__name__))
    return found


def _contradictions(paper: Paper, mentions: Mapping[str, Sequence[Mention]]) -> Iterator[Finding]:
    """Yield a finding for each link of the publisher that leads elsewhere than what is printed there."""
    for passage in paper.passages:
        if not passage.references:
            continue
        cited = [one for one in mentions[passage.key] if isinstance(one, Citation)]
        for linked, printed in citations.contradictions(passage.references, cited):
            message = f"The publisher's link leads to {linked}, the text cites {printed}."
            yield Finding("link-differs", Severity.WARNING, message, passage.key)


def _taking_part(passage: Passage, paper: Paper) -> Coverage:
    """Return what of a header names no institution: the ``Defensie`` of a minister, who writes a letter to whom."""
    covered = Coverage(len(passage.text))
    if passage.kind is PassageKind.HEADER:
        covered.add(Span(0, end_of_letterhead(passage.text)))
        for one in paper.participations:
            for span in (one.name_span, one.party_span, one.office_span):
                if span is not None:
                    covered.add(span)
    return covered
