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
    searched = entities.searched([passage.text for passage in paper.passages], paper.chamber)
    # What one passage names in full, another may name in short.
    in_full = frozenset(
        institution.key
        for passage, search in zip(paper.passages, searched, strict=True)
        for institution in _beside_taking_part(search.alone, passage, paper)
    )
    found: dict[str, Sequence[Mention]] = {}
    for passage, search in zip(paper.passages, searched, strict=True):
        text, kind, anchor = passage.text, passage.kind, paper.written(passage)
        mentions: list[Mention] = [
            *citations.find(text, kind=kind, anchor=anchor, references=passage.references, families=search.signs),
            *_beside_taking_part(search.mentions(in_full), passage, paper),
            *entities.find_people(text, kind=kind, signs=search.signs),
        ]
        if len(mentions) > 1:
            mentions.sort(key=lambda mention: (mention.span, type(mention).__name__))
        found[passage.key] = mentions
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


def _beside_taking_part(
    institutions: Sequence[InstitutionMention], passage: Passage, paper: Paper
) -> Sequence[InstitutionMention]:
    """Return the institutions without what a header says of others: a minister's ``Defensie``, a letter's sender."""
    if not institutions or passage.kind is not PassageKind.HEADER:
        return institutions
    taking_part = [
        span for one in paper.participations for span in (one.name_span, one.party_span, one.office_span) if span
    ]
    covered = Coverage.of(len(passage.text), [Span(0, end_of_letterhead(passage.text)), *taking_part])
    return [institution for institution in institutions if covered.free(institution.span)]
