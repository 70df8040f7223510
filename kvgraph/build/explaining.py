"""Why a link is there or is not: each mention of a paper with the rule, the target, and every word of the verdict.

The links of the header's participations are explained beside those of the running text, as the graph states them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kvgraph import citations, registers
from kvgraph.build.analyse import analyse
from kvgraph.build.outcome import SetAside, Stage
from kvgraph.build.referents import Referent, candidate, referent
from kvgraph.build.sentences import MEANINGS, RULES, why
from kvgraph.build.work import read
from kvgraph.iris import paper_id
from kvgraph.linking.roster import roster
from kvgraph.model import (
    Analysis,
    LinkedMention,
    LinkedParticipation,
    Mention,
    OfficeMention,
    OfficialCitation,
    Paper,
    PartyMention,
    Passage,
    PassageKind,
    PersonMention,
    Role,
    SourceError,
    Span,
)
from kvgraph.registers import Registers
from kvgraph.sources import Item, name_of
from kvgraph.statements.mentions import distinct, evidence

CONTEXT = 60
"""How many characters are shown on each side of a span."""

NEAREST = 3
"""How many mentions are named beside words that no rule found anything in."""

# Prints in which one may look for words that are typed with plain signs.
_PLAIN = str.maketrans("‐‑‒–—−’‘", "------''")


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a passage (``begin`` up to ``end``, code points), their page, and what stands around them."""

    passage: str
    page: int | None
    begin: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A mention with its link, and in words what the rule reads, what the status means and why nothing was chosen.

    ``day`` (ISO) is the day on which a person, party or office was looked up, ``day_of`` the event of that day:
    ``answered`` or ``submitted``. ``stated`` is the GUID by which the source itself says who a person is.
    """

    place: Place
    mention: str
    rule: str
    reads: str
    status: str
    meaning: str
    target: Referent | None
    reason: str | None
    why: str | None
    candidates: tuple[Referent, ...]
    day: str | None
    day_of: str | None
    stated: str | None


@dataclass(frozen=True, slots=True)
class Silence:
    """Characters that carry no mention: why, and the mentions of the same passage that stand nearest to them."""

    place: Place
    why: str
    nearest: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A paper with its mentions explained, in the order of its passages; ``own`` is where it prints its own numbers."""

    file: str
    paper: str
    passages: tuple[Passage, ...]
    own: tuple[Place, ...]
    mentions: tuple[Explanation, ...]
    silences: tuple[Silence, ...] = ()


def explain(item: Item) -> tuple[Explained, ...] | SetAside:
    """Return the papers in a source explained, or why the source, or one of its papers, can't be used."""
    try:
        return tuple(explained(analyse(content)) for content in read(item))
    except SourceError as error:
        return SetAside.of(error, name_of(item), Stage.READ)


def explained(analysis: Analysis) -> Explained:
    """Return a paper with each of its mentions explained: those that its graph states."""
    paper, known = analysis.paper, registers.load()
    passages = {passage.key: passage for passage in paper.passages}
    header = next((passage.key for passage in paper.passages if passage.kind is PassageKind.HEADER), None)
    proofs = [(one, linked) for linked in analysis.participations if header for one in evidence(linked, header)]
    proved: dict[LinkedMention, LinkedParticipation] = {}
    for one, linked in proofs:
        proved.setdefault(one, linked)
    order = {key: number for number, key in enumerate(passages)}
    stated = sorted(distinct([*proved, *analysis.mentions]), key=lambda one: (order[one.passage], one.mention.span))
    return Explained(
        file=analysis.source.file_name,
        paper=paper_id(analysis),
        passages=paper.passages,
        own=tuple(place(passages[key], span) for key, span in _own(paper)),
        mentions=tuple(_explanation(one, passages[one.passage], proved.get(one), paper, known) for one in stated),
    )


def at(paper: Explained, key: str, span: Span) -> Explained:
    """Return a paper with only what is at a span of a passage: mentions, or the silence when there are none.

    Raises KeyError when the paper has no such passage, ValueError when the span is not within its text.
    """
    passage = {one.key: one for one in paper.passages}[key]
    if not 0 <= span.begin < span.end <= len(passage.text):
        raise ValueError(f"{key} has the characters 0-{len(passage.text)}")
    here = place(passage, span)
    found = tuple(one for one in paper.mentions if _meet(one.place, here))
    silences = () if found else (Silence(here, _silence(here, paper), _nearest(here, paper)),)
    return replace(paper, mentions=found, silences=silences)


def around(paper: Explained, words: str) -> Explained:
    """Return a paper with only what is at these words, wherever they stand: mentions, and silences.

    Case, kinds of blanks, dashes and apostrophes make no difference.
    """
    sought = _folded(" ".join(words.split()))
    shown = [
        at(paper, passage.key, Span(begin, begin + len(sought)))
        for passage in paper.passages
        for begin in _occurrences(_folded(passage.text), sought)
    ]
    mentions = dict.fromkeys(one for each in shown for one in each.mentions)
    return replace(paper, mentions=tuple(mentions), silences=tuple(one for each in shown for one in each.silences))


def place(passage: Passage, span: Span) -> Place:
    """Return a span of a passage with its page and its context."""
    text, begin, end = passage.text, span.begin, span.end
    before, after = text[max(0, begin - CONTEXT) : begin], text[end : end + CONTEXT]
    return Place(passage.key, passage.page_of(begin), begin, end, before, span.of(text), after)


def _own(paper: Paper) -> Iterator[tuple[str, Span]]:
    """Yield the passages and spans in which the paper prints its own numbers, which are no citations."""
    for passage in paper.passages:
        found = citations.find(
            passage.text,
            kind=passage.kind,
            anchor=paper.written(passage),
            references=passage.references,
        )
        for one in found:
            if isinstance(one, OfficialCitation) and one.identifier in (paper.identifier, *paper.cases):
                yield passage.key, one.span
        if passage.kind is PassageKind.HEADER:
            for case in paper.cases:
                yield from ((passage.key, Span(at, at + len(case))) for at in _occurrences(passage.text, case))


def _explanation(
    one: LinkedMention, passage: Passage, linked: LinkedParticipation | None, paper: Paper, known: Registers
) -> Explanation:
    mention, link = one.mention, one.link
    day_of, stated = _looked_up(mention, linked, paper, known)
    day = None if stated else {"answered": paper.answered, "submitted": paper.submitted}.get(day_of or "")
    return Explanation(
        place=place(passage, mention.span),
        mention=type(mention).__name__,
        rule=mention.rule,
        reads=RULES[mention.rule],
        status=link.status.value,
        meaning=MEANINGS[link.status, type(link.target) if link.target else None],
        target=referent(link.target, known) if link.target else None,
        reason=link.reason,
        why=why(link.reason) if link.reason else None,
        candidates=tuple(candidate(mention, key, known) for key in link.candidates),
        day=day.isoformat() if day else None,
        day_of=day_of if day else None,
        stated=stated,
    )


def _looked_up(
    mention: Mention, linked: LinkedParticipation | None, paper: Paper, known: Registers
) -> tuple[str | None, str | None]:
    """Return the event on whose day a person, party or office was looked up, and the GUID that a source states."""
    if not isinstance(mention, PersonMention | PartyMention | OfficeMention):
        return None, None
    guid = linked.participation.person if linked and isinstance(mention, PersonMention) else None
    stated = guid if guid and roster(known).with_guid(guid) else None
    first = linked is not None and linked.participation.role in (Role.QUESTIONER, Role.ADDRESSEE)
    if first:
        return ("submitted" if paper.submitted else "answered"), stated
    return ("answered" if paper.answered else "submitted"), stated


def _silence(here: Place, paper: Explained) -> str:
    if any(_meet(one, here) for one in paper.own):
        return "This is a number of the paper itself, and a paper does not cite itself."
    return "No rule found anything here."


def _nearest(here: Place, paper: Explained) -> tuple[Explanation, ...]:
    beside = [one for one in paper.mentions if one.place.passage == here.passage]
    return tuple(sorted(beside, key=lambda one: (_gap(one.place, here), one.place.begin))[:NEAREST])


def _meet(one: Place, other: Place) -> bool:
    return one.passage == other.passage and one.begin < other.end and other.begin < one.end


def _gap(one: Place, other: Place) -> int:
    """Return how many characters stand between two places of one passage."""
    return max(0, one.begin - other.end, other.begin - one.end)


def _folded(text: str) -> str:
    """Return a text in small letters with plain blanks, dashes and apostrophes, every character at its place."""
    plain = (" " if sign.isspace() else sign.lower() for sign in text.translate(_PLAIN))
    return "".join(small if len(small) == 1 else small[0] for small in plain)


def _occurrences(text: str, words: str) -> Iterator[int]:
    begin = text.find(words)
    while begin >= 0:
        yield begin
        begin = text.find(words, begin + len(words))
