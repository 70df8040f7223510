"""Text to mentions of documents, law, sources and places in the paper itself.

One module for each family of citations; each yields what it finds, and ``find`` settles where they overlap.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from kvgraph.citations import (
    courts_and_un,
    gazettes,
    handelingen,
    headlines,
    inside,
    kamerstukken,
    laws,
    news,
    parliament,
    publisher,
    ranges,
    regional,
    union,
    web,
)
from kvgraph.citations.grammar import in_small_letters
from kvgraph.citations.publisher import contradictions
from kvgraph.citations.signs import present
from kvgraph.model import (
    Citation,
    LawCitation,
    OfficialCitation,
    PassageKind,
    PassageReference,
    Reference,
    Scheme,
    Span,
    WorkCitation,
)
from kvgraph.model.coverage import Coverage

__all__ = ["contradictions", "find", "signs_as_printed", "signs_in_small_letters"]

_C = TypeVar("_C", OfficialCitation, LawCitation, WorkCitation, PassageReference)

_IN_ADDRESSES = frozenset(
    "aanhangsel-id case-number celex document-number ecli eli gazette-id handelingen-id kamerstuk-id question-paper-id"
    " un-symbol".split()
)
"""Rules that read an id as it is registered: these are believed inside a web address too."""

_DIGITS = "0123456789"
"""One of these is in every official citation."""


@cache
def signs_in_small_letters() -> Mapping[str, Collection[str]]:
    """Return for each family of citations the words, one of which is in every text that has one of the family."""
    return {
        "courts_and_un": courts_and_un.SIGNS,
        "gazettes": gazettes.SIGNS,
        "handelingen": handelingen.SIGNS,
        "headlines": headlines.SIGNS,
        "inside": inside.SIGNS,
        "laws": laws.signs_in_small_letters(),
        "months": headlines.MONTHS,
        "parliament": parliament.SIGNS,
        "regional": regional.SIGNS,
        "web": web.SIGNS,
    }


def signs_as_printed() -> Mapping[str, Collection[str]]:
    """Return the same for words that are signs in these capitals only."""
    return {
        "commission": union.COMMISSION_SIGNS,
        "council": union.COUNCIL_SIGNS,
        "laws": laws.signs_as_printed(),
    }


def find(
    text: str,
    *,
    kind: PassageKind,
    anchor: date | None = None,
    references: Sequence[Reference] = (),
    families: Container[str] | None = None,
) -> tuple[Citation, ...]:
    """Return the citations in the text of one passage, in reading order.

    ``kind`` is the kind of the passage: a footnote is read as a list of sources, a header's case number is its own.
    ``anchor`` is the day on which the text was written; dates such as ``15 januari jl.`` are read from there.
    ``references`` are the publisher's links: each is believed where nothing that says more is found at its place.
    ``families`` are those of whose signs the text holds one, where that is known.

    Spans do not overlap, with two exceptions: a document whose registered id stands in a web address
    (``?id=2024D42030``) is cited inside the citation of that address, and the numbers between the ends of a range
    (``nrs. 3 t/m 7``) share the span of the whole range.
    """
    if families is None:
        families = present(in_small_letters(text), signs_in_small_letters()) | present(text, signs_as_printed())
    addresses = tuple(web.addresses(text)) if "web" in families else ()
    official = list(_official(text, families, kind, anchor)) if any(map(text.__contains__, _DIGITS)) else []
    taken = Coverage(len(text))
    settled: list[Citation] = [*_longest(_outside(official, addresses), taken)] if official else []
    if addresses or "headlines" in families or kind is PassageKind.FOOTNOTE:
        dated = "months" in families
        sources = news.find(text, kind=kind, addresses=addresses, cited=taken, anchor=anchor, dated=dated)
        settled += _longest(sources, taken)
    if "laws" in families:
        settled += _longest(laws.find(text), taken)
    if "inside" in families:
        settled += _longest(inside.find(text), taken)
    if official and addresses:
        settled += _registered(official, addresses)
    if references:
        linked = tuple(publisher.find(references, settled))
        given = Coverage.of(len(text), (citation.span for citation in linked))
        settled = [*(one for one in settled if given.free(one.span)), *linked]
    if len(settled) < 2:
        return tuple(settled)
    settled.sort(key=_place)
    return tuple(sorted([*settled, *ranges.between(text, settled)], key=_place))


def _place(citation: Citation) -> Span:
    return citation.span


def _official(
    text: str, families: Container[str], kind: PassageKind, anchor: date | None
) -> Iterator[OfficialCitation]:
    yield from kamerstukken.find(text)
    if "parliament" in families:
        yield from parliament.find(text, kind=kind, anchor=anchor)
    yield from parliament.find_numbers(text, kind=kind)
    if "handelingen" in families:
        yield from handelingen.find(text)
    if "gazettes" in families:
        yield from gazettes.find(text)
    yield from union.find_numbers(text)
    if "/" in text:
        yield from union.find_acts(text)
    if "commission" in families:
        yield from union.find_commission(text)
    if "council" in families:
        yield from union.find_council(text)
    if "courts_and_un" in families or "/" in text:
        yield from courts_and_un.find(text)
    if "regional" in families or "/" in text:
        yield from regional.find(text)


def _outside(official: Sequence[OfficialCitation], addresses: Sequence[web.Address]) -> Sequence[OfficialCitation]:
    """Return the citations that don't stand in an address."""
    if not official or not addresses:
        return official
    covered = Coverage.of(addresses[-1].span.end, (address.span for address in addresses))
    return [one for one in official if covered.free(one.span)]


def _longest(found: Iterable[_C], taken: Coverage) -> list[_C]:
    """Settle citations, the longest first and then in reading order, where nothing is settled yet."""
    return [citation for citation in sorted(found, key=_length) if taken.take(citation.span)]


def _length(citation: Citation) -> tuple[int, int]:
    span = citation.span
    return span.begin - span.end, span.begin


def _registered(official: Sequence[OfficialCitation], addresses: Sequence[web.Address]) -> Iterator[OfficialCitation]:
    """Yield the documents whose registered ids stand in web addresses, each once for each address.

    The pages of the Tweede Kamer name a case and a document (``?id=2022Z03223&did=2022D06725``): the document is cited.
    """
    believed = sorted((one for one in official if one.rule in _IN_ADDRESSES), key=lambda one: one.span, reverse=True)
    for address in addresses:
        within: dict[str, OfficialCitation] = {}
        while believed and believed[-1].span.begin < address.span.end:
            citation = believed.pop()
            if citation.span.begin >= address.span.begin:
                within.setdefault(citation.identifier, citation)
        document = any(citation.scheme is Scheme.TK_DOCUMENT for citation in within.values())
        yield from (one for one in within.values() if not (document and one.scheme is Scheme.CASE))
