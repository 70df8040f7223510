"""What the publisher tied to characters of the text: links of official XML and HTML to documents and addresses.

The text comes first: where a finder read a citation there, that stands. A link adds what no pattern can see, such as
the paper behind the words ``mijn eerdere brief``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kvgraph.identifiers import scheme_of
from kvgraph.model import Citation, LawCitation, OfficialCitation, Reference, WorkCitation, WorkKind

RULE = "publisher-link"
_OFFICIAL_PAGE = re.compile(
    r"(?:https?://(?:zoek\.)?officielebekendmakingen\.nl/)?(?P<id>[a-z]{1,5}-[\w-]+?)(?:\.(?:html|pdf|xml|odt))?(?:[?#].*)?"
)
# an id from before a paper was numbered, which says nothing of the number that is printed: "kst-1268678"
_BY_NUMBER_ALONE = re.compile(r"[a-z]{1,5}-[0-9]+")
_WEB = re.compile(r"https?://\S+")


def find(references: Iterable[Reference], found: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the citation of each reference at whose place none was found that says more."""
    for reference in references:
        cited = _cited(reference)
        if cited is not None and not any(_says_more(other, cited) for other in _at(reference, found)):
            yield cited


def contradictions(references: Iterable[Reference], found: Sequence[Citation]) -> Iterator[tuple[str, str]]:
    """Yield the id of each document that a link leads to, and the other id that is printed at its place."""
    for reference in references:
        cited = _cited(reference)
        if not isinstance(cited, OfficialCitation) or _BY_NUMBER_ALONE.fullmatch(cited.identifier):
            continue
        same = [
            one for one in _at(reference, found) if isinstance(one, OfficialCitation) and one.scheme is cited.scheme
        ]
        if same and all(one.identifier != cited.identifier for one in same):
            yield cited.identifier, same[0].identifier


def _cited(reference: Reference) -> OfficialCitation | WorkCitation | None:
    target = reference.target.strip()
    page = _OFFICIAL_PAGE.fullmatch(target)
    identifier = page["id"] if page else target
    if scheme := scheme_of(identifier):
        return OfficialCitation(reference.span, RULE, scheme, identifier)
    if _WEB.fullmatch(target):
        return WorkCitation(reference.span, RULE, WorkKind.WEB_PAGE, url=target)
    return None


def _at(reference: Reference, found: Sequence[Citation]) -> list[Citation]:
    span = reference.span
    return [one for one in found if one.span.begin < span.end and span.begin < one.span.end]


def _says_more(other: Citation, cited: OfficialCitation | WorkCitation) -> bool:
    if isinstance(cited, WorkCitation):
        return True
    return isinstance(other, OfficialCitation | LawCitation) or (isinstance(other, WorkCitation) and bool(other.url))
