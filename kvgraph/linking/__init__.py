"""Mentions and dates to identifiers: what each mention refers to, or nothing, with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import assert_never

from kvgraph.citations import ranges
from kvgraph.linking.people import link_office, link_participation, link_party, link_person
from kvgraph.linking.works import in_full, link_citation
from kvgraph.model import (
    Analysis,
    Institution,
    InstitutionMention,
    LawCitation,
    Link,
    LinkedMention,
    Mention,
    OfficeMention,
    OfficialCitation,
    Paper,
    PartyMention,
    PassageKind,
    PassageReference,
    PersonMention,
    Scheme,
    Source,
    Status,
    WorkCitation,
)
from kvgraph.registers import Registers, load

_REGISTERED = (Scheme.KAMERSTUK, Scheme.AANHANGSEL, Scheme.KAMERVRAAG, Scheme.HANDELINGEN)
_PAPERS = (Scheme.AANHANGSEL, Scheme.KAMERVRAAG)


def link(source: Source, paper: Paper, mentions: Mapping[str, Sequence[Mention]]) -> Analysis:
    """Return the analysis of a paper: its mentions, by key of passage, each with its link.

    A paper's own number is not a citation of itself. Of the numbers between the ends of a range those are cited that
    are known to exist, or of which no register is kept. Papers cited in the header's ``Zie ook`` are related papers.
    """
    registers = load()
    own = {paper.identifier, *paper.cases}
    mentions = in_full(mentions, paper)
    found = (
        LinkedMention(passage.key, mention, _link(mention, paper, registers))
        for passage in paper.passages
        for mention in mentions.get(passage.key, ())
        if not (isinstance(mention, OfficialCitation) and mention.identifier in own)
    )
    linked = tuple(one for one in found if one.mention.rule != ranges.RULE or _exists(one))
    return Analysis(
        source=source,
        paper=paper,
        mentions=linked,
        participations=tuple(link_participation(one, paper, registers) for one in paper.participations),
        related=_related(paper, linked),
    )


def _link(mention: Mention, paper: Paper, registers: Registers) -> Link:
    day = paper.answered or paper.submitted
    match mention:
        case InstitutionMention():
            return _institution(mention.key)
        case OfficialCitation() | LawCitation() | WorkCitation() | PassageReference():
            return link_citation(mention, paper, registers)
        case PersonMention():
            return link_person(mention, day, registers)
        case PartyMention():
            return link_party(mention.name, day, registers)
        case OfficeMention():
            return link_office(mention.title, mention.portfolio, day, registers)
        case _:
            assert_never(mention)


def _exists(one: LinkedMention) -> bool:
    """Tell whether a number that is not printed stands for something."""
    registered = not isinstance(one.mention, OfficialCitation) or one.mention.scheme in _REGISTERED
    return one.link.status is Status.VERIFIED or not registered


@cache
def _institution(key: str) -> Link:
    return Link(Institution(key), Status.VERIFIED)


def _related(paper: Paper, mentions: Sequence[LinkedMention]) -> tuple[str, ...]:
    """Return the ids of the papers that the header says to see too, in printed order."""
    if paper.see_also is None:
        return ()
    header = next(passage.key for passage in paper.passages if passage.kind is PassageKind.HEADER)
    found = (
        one.mention.identifier
        for one in mentions
        if one.passage == header
        and isinstance(one.mention, OfficialCitation)
        and one.mention.scheme in _PAPERS
        and paper.see_also.begin <= one.mention.span.begin < paper.see_also.end
    )
    return tuple(dict.fromkeys(found))
