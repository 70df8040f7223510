"""Sources without an official id: what footnotes cite, and addresses; for running text ``headlines``.

``NOS, 1 maart 2024, «Titel», https://...`` is one source: its span covers the citing words and its address. A footnote
may hold several; an address ends a source, and so does a semicolon. Prose that only happens to hold an address is
cited by the address alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kvgraph import dates
from kvgraph.citations import headlines, publishers, web
from kvgraph.citations.titles import QUOTED, SEPARATORS, clean
from kvgraph.model import PassageKind, Span, WorkCitation, WorkKind
from kvgraph.model.coverage import Coverage

RULES = ("address", "source")

_END_OF_SOURCE = re.compile(r";\s|\)\.?\s(?=[A-Z«])|\[[0-9]{1,2}\]\s?")
_LEADING = re.compile(
    r"(?:[\s,.;:()–—-]|\[[0-9]{1,2}\]|(?:en|zie|ook|onder\sandere|onder\smeer|bron|via|bijvoorbeeld|vgl|cf|of)\b)*+",
    re.IGNORECASE,
)
# what stands between a source and its address, or between a source and its date
_CONSULT = re.compile(
    r"[\s,.(:]{0,4}\b(?:te\s(?:raadplegen|lezen|vinden|zien|bekijken|downloaden)(?:\s(?:via|op))?|(?:hier\s)?beschikbaar"
    r"(?:\s(?:via|op))?|zie(?:\sook)?|via|link|url|(?:op\s)?(?:de\s)?web(?:site|pagina))[\s:.]{0,3}\Z",
    re.IGNORECASE,
)
_AROUND_DATE = re.compile(
    r"[\s,(]{0,3}(?:d\.?\s?d\.?|van|op|gepubliceerd(?:\sop)?|geraadpleegd(?:\sop)?)?\s?\Z", re.IGNORECASE
)
_YEAR_OR_LAST = re.compile(r"(?:19|20)[0-9]{2}|l\b")
_LONE = re.compile(r"(?:.?[,.(\n]\s?|)0(?:\s?[,.)\n].?|)")
_PROSE = re.compile(
    r"\b(?:ik|wij|u|is|hier|wordt|worden|werd|werden|kan|kunnen|heeft|hebben|zijn|staat|staan|vinden|blijkt|deze|dit|dat|die)\b"
)
_REPORT = re.compile(
    r"\b\w{0,20}(?:rapport|rapportage|onderzoek|studie|advies|evaluatie|brief|verslag|notitie|ambtsbericht|report|study)\b",
    re.IGNORECASE,
)
_NEWS_ENDING = re.compile(r"(?:bericht|artikel|stuk|column|uitzending|aflevering|documentaire|podcast|getiteld)\Z")
_TO_THE_DAY = len("2024-11-03")
_LONGEST, _LONGEST_PROSE, _LONGEST_PUBLISHER = 400, 30, 60


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the citing words of a source say of it."""

    publisher: str | None
    published: str | None
    title: str | None


def find(
    text: str,
    *,
    kind: PassageKind,
    addresses: tuple[web.Address, ...],
    cited: Coverage,
    anchor: date | None,
    dated: bool,
) -> Iterator[WorkCitation]:
    """Yield the sources cited in a passage: in a footnote whole sources, elsewhere bare addresses and headlines.

    ``addresses`` stand in the same text, ``cited`` covers what cites an official document in it: an address belongs to
    the source that prints it, and words that cite an official document cite no other source. ``dated`` tells whether
    the text names a month.
    """
    if kind is PassageKind.FOOTNOTE:
        yield from _sources(text, addresses, cited, anchor)
        return
    for address in addresses:
        yield _at(text, address, address.span.begin)
    yield from headlines.find(text, anchor, dated=dated)


def _sources(
    text: str, addresses: tuple[web.Address, ...], cited: Coverage, anchor: date | None
) -> Iterator[WorkCitation]:
    begin = 0
    for address in addresses:
        *others, last = _pieces(text, begin, address.span.begin)
        for piece in others:
            yield from _without_address(text, piece, cited, anchor)
        words = _words(text, last)
        facts = _facts(words.of(text), anchor, addressed=True) if cited.free(words) else None
        yield _at(text, address, words.begin if facts else address.span.begin, facts)
        begin = address.span.end
    for piece in _pieces(text, begin, len(text)):
        yield from _without_address(text, piece, cited, anchor)


def _at(text: str, address: web.Address, begin: int, facts: _Facts | None = None) -> WorkCitation:
    host, document = publishers.at_host(address.host), address.url.lower().split("?")[0].endswith(".pdf")
    printed = facts.publisher if facts and facts.publisher else None
    if document or (facts and facts.title and not host and _REPORT.search(facts.title)):
        kind = WorkKind.REPORT
    elif host:
        kind = host.kind
    else:
        kind = (publishers.kind_of(printed) if printed else None) or WorkKind.WEB_PAGE
    end = address.span.end
    if begin < address.span.begin and text[address.span.begin - 1] == "(" and text[end : end + 1] == ")":
        end += 1
    publisher = printed or (host.name if host and not document else None)
    rule, published, title = ("source", facts.published, facts.title) if facts else ("address", None, None)
    return WorkCitation(Span(begin, end), rule, kind, address.url, publisher, published, title)


def _without_address(text: str, piece: Span, cited: Coverage, anchor: date | None) -> Iterator[WorkCitation]:
    words = _words(text, piece)
    if not cited.free(words):
        return
    facts = _facts(words.of(text), anchor, addressed=False)
    if facts is None or facts.publisher is None:
        return
    printed, publisher, title = words.of(text), facts.publisher, facts.title
    known, published = publishers.kind_of(publisher), facts.published or ""
    if not known and not title and " " in publisher and _REPORT.match(publisher):
        publisher, title = "", publisher  # "Rapport Commissie-Jansen, 12 juni 2019"
    if not known and not (title and (len(published) > 4 or (published and QUOTED.search(printed)))):
        return
    # what nobody knows as press and says no day is no news
    unknown = WorkKind.NEWS if len(published) == _TO_THE_DAY and not _REPORT.search(printed) else WorkKind.REPORT
    yield WorkCitation(words, "source", known or unknown, None, publisher or None, facts.published, title)


def _pieces(text: str, begin: int, end: int) -> list[Span]:
    """Split a stretch of a footnote where one source ends and the next begins, never inside a quoted title."""
    titles = (Span(match.start() - begin, match.end() - begin) for match in QUOTED.finditer(text, begin, end))
    quoted = Coverage.of(end - begin, titles)
    bounds = [begin]
    for match in _END_OF_SOURCE.finditer(text, begin, end):
        place = match.start() - begin
        if quoted.free(Span(place, place + 1)):
            bounds.append(match.end())
    return [Span(left, right) for left, right in zip(bounds, [*bounds[1:], end], strict=True)]


def _words(text: str, piece: Span) -> Span:
    """Return the citing words of a piece: without connecting words and punctuation around them."""
    leading = _LEADING.match(text, piece.begin, piece.end)
    begin = leading.end() if leading else piece.begin
    end = piece.end
    if consult := _CONSULT.search(text, max(begin, end - 40), end):
        end = consult.start()
    while end > begin and text[end - 1] in " ,;:.(–—-|":
        end -= 1
    return Span(begin, end)


def _facts(words: str, anchor: date | None, *, addressed: bool) -> _Facts | None:
    """Return what the citing words say, or None where they are no source but prose."""
    if not words or len(words) > _LONGEST:
        return None
    quoted = _title(words)
    rest = words[: quoted.start()] + "\n" + words[quoted.end() :] if quoted else words
    dated = _dated(rest, anchor)
    before, after = rest, ""
    if dated:
        before, after = _AROUND_DATE.sub("", rest[: dated.span.begin]), rest[dated.span.end :]
    if _PROSE.search(QUOTED.sub("", before)) or len(before.split()) > _LONGEST_PROSE:
        return None
    if quoted:
        chunks = _chunks(before) + _chunks(after)
        publisher, title = (chunks[0] if chunks else None), quoted[quoted.lastgroup or 0]
    elif dated and before.strip(SEPARATORS) and after.strip(SEPARATORS):
        publisher, title = before, after
    else:
        publisher, title = _publisher_and_title(before + after, dated=dated is not None, addressed=addressed)
    publisher, title = clean(publisher), clean(title)
    if publisher and len(publisher) > _LONGEST_PUBLISHER:
        publisher = None
    if not (quoted or dated or publisher or (addressed and title)):
        return None
    return _Facts(publisher, dated.iso if dated else None, title)


def _title(words: str) -> re.Match[str] | None:
    """Return the quoted title: one that stands on its own, not a quotation inside a title without marks."""
    for match in QUOTED.finditer(words):
        before = words[: match.start()].rstrip()
        if not before or before[-1] in ",(.–—-|" or _REPORT.search(before[-30:]) or _NEWS_ENDING.search(before):
            return match
    return None


def _dated(words: str, anchor: date | None) -> dates.Dated | None:
    """Return the first date; one without a year, or a year alone, counts only on its own, not as part of the title."""
    for found in dates.find(words, anchor, yearless=True):
        printed = found.span.of(words)
        if _YEAR_OR_LAST.search(printed) and len(found.iso) > 4:
            return found
        if _LONE.fullmatch(words[max(0, found.span.begin - 2) : found.span.end + 2].replace(printed, "0", 1)):
            return found
    return None


def _publisher_and_title(words: str, *, dated: bool, addressed: bool) -> tuple[str | None, str | None]:
    """Tell publisher and title apart where neither a date nor quotation marks stand between them."""
    plain = words.strip(SEPARATORS)
    if " | " in plain:
        title, *_, publisher = plain.split(" | ")
        return publisher, title
    for dash in (" – ", " - "):  # as a browser names a page
        title, separator, site = plain.rpartition(dash)
        if separator and publishers.named(site):
            return site, title
    head, separator, tail = plain.partition(",")
    if not separator:
        head, separator, tail = plain.partition(". ")
    if publishers.named(head.strip()) or (dated and tail):
        return head, tail
    if separator == ". " and addressed and len(head) <= _LONGEST_PUBLISHER:
        return head, tail
    if dated and len(plain.split()) <= 4:
        return plain, None
    return None, plain


def _chunks(part: str) -> list[str]:
    return [chunk for raw in re.split(r",\s|:\s|\n|\s\|\s", part) if (chunk := raw.strip(SEPARATORS))]
