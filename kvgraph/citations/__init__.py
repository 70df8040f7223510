"""Text to mentions of documents, law, sources and places in the paper itself.

One module for each family of citations; each yields what it finds, and ``find`` settles where they overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from kvgraph.citations import (
    courts_and_un,
    gazettes,
    handelingen,
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
from kvgraph.citations.publisher import contradictions
from kvgraph.model import (
    Citation,
    LawCitation,
    OfficialCitation,
    PassageKind,
    PassageReference,
    Reference,
    Scheme,
    WorkCitation,
)
from kvgraph.model.coverage import Coverage

__all__ = ["contradictions", "find"]

_C = TypeVar("_C", OfficialCitation, LawCitation, WorkCitation, PassageReference)

_IN_ADDRESSES = frozenset(
    "aanhangsel-id case-number celex document-number ecli eli gazette-id handelingen-id kamerstuk-id question-paper-id"
    " un-symbol".split()
)
"""Rules that read an id as it is registered: these are believed inside a web address too."""


def find(
    text: str, *, kind: PassageKind, anchor: date | None = None, references: Sequence[Reference] = ()
) -> tuple[Citation, ...]:
    """Return the citations in the text of one passage, in reading order.

    ``kind`` is the kind of the passage: a footnote is read as a list of sources, a header's case number is its own.
    ``anchor`` is the day on which the text was written; dates such as ``15 januari jl.`` are read from there.
    ``references`` are the publisher's links: each is believed where nothing that says more is found at its place.

    Spans do not overlap, with two exceptions: a document whose registered id stands in a web address
    (``?id=2024D42030``) is cited inside the citation of that address, and the numbers between the ends of a range
    (``nrs. 3 t/m 7``) share the span of the whole range.
    """
    addresses = tuple(web.addresses(text))
    official = tuple(_official(text, kind, anchor))
    in_addresses = Coverage(len(text))
    for address in addresses:
        in_addresses.add(address.span)
    taken = Coverage(len(text))
    printed = _longest((citation for citation in official if in_addresses.free(citation.span)), taken)
    works = news.find(text, kind=kind, addresses=addresses, cited=taken, anchor=anchor)
    settled: list[Citation] = [*printed, *_longest(works, taken)]
    settled += _longest(laws.find(text), taken)
    settled += _longest(inside.find(text), taken)
    settled += _registered(official, addresses)
    if references:
        linked = tuple(publisher.find(references, settled))
        given = Coverage(len(text))
        for citation in linked:
            given.add(citation.span)
        settled = [*(one for one in settled if given.free(one.span)), *linked]
    settled.sort(key=lambda citation: citation.span)
    return tuple(sorted([*settled, *ranges.between(text, settled)], key=lambda citation: citation.span))


def _official(text: str, kind: PassageKind, anchor: date | None) -> Iterator[OfficialCitation]:
    if any(digit in text for digit in "0123456789"):
        yield from kamerstukken.find(text)
        yield from parliament.find(text, kind=kind, anchor=anchor)
        yield from handelingen.find(text)
        yield from gazettes.find(text)
        yield from union.find(text)
        yield from courts_and_un.find(text)
        yield from regional.find(text)


def _longest(found: Iterable[_C], taken: Coverage) -> tuple[_C, ...]:
    """Settle citations, the longest first and then in reading order, where nothing is settled yet."""
    kept = []
    for citation in sorted(found, key=lambda one: (one.span.begin - one.span.end, one.span.begin)):
        if taken.free(citation.span):
            taken.add(citation.span)
            kept.append(citation)
    return tuple(kept)


def _registered(
    official: tuple[OfficialCitation, ...], addresses: tuple[web.Address, ...]
) -> Iterator[OfficialCitation]:
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
