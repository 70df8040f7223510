"""Headlines in running text: ``het bericht van NOS «Titel»``, ``de uitzending van Zembla van 3 november jl.``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kvgraph import dates
from kvgraph.citations import publishers
from kvgraph.citations.titles import QUOTED, clean
from kvgraph.model import Span, WorkCitation, WorkKind

RULES = ("headline", "untitled")
SIGNS = tuple(
    "bericht artikel opiniestuk column interview reportage blog podcast longread uitzending aflevering documentaire"
    " video rapport onderzoek advies studie brochure brandbrief manifest".split()
)
"""Words, one of which is in every text that names a source by its headline."""
MONTHS = tuple(names[0] for names in dates.MONTHS.values())
"""The same for a text that names a source by its day."""

_NEWS_WORD = (
    r"(?:[a-z]{0,12}|(?P<prefix>[A-Z][\w.]{1,11})-)(?:bericht|artikel)|opiniestuk|column|interview|reportage|blog"
    r"|podcast|longread"
)
_VIDEO_WORD = r"(?:tv-|televisie-?)?(?:uitzending|aflevering|documentaire|video)"
_REPORT_WORD = r"[a-z]{0,12}(?:rapport|onderzoek|advies|studie)|brochure|brandbrief|manifest"
_NAME = r"[A-Z0-9][\w.&’'-]{0,25}(?:\s(?:van\s(?![0-9])|voor\s|het\s|de\s|the\s|of\s|en\s)?[A-Z0-9][\w&’'-]{0,20}){0,3}"
_DAY = r"[0-9]{1,2}\s[a-z]{3,9}(?:\s[0-9]{4}|\sjl\.?|\sjongstleden)?"
_ON = r",?\s(?:van|op|d\.\s?d\.)\s"
_PUBLISHER = rf"(?:[Dd]e\s|[Hh]et\s)?{_NAME}"
# "het artikel in Trouw «Titel»", "de berichten «Titel» en «Titel»"
_TITLED = re.compile(
    rf"\b(?:(?P<news>{_NEWS_WORD})|(?P<video>{_VIDEO_WORD})|(?P<report>{_REPORT_WORD}))(?P<several>en|ken|['’]?s)?"
    rf"(?:\s(?:van|in|op|uit|bij)\s(?P<publisher>{_PUBLISHER}))?(?:{_ON}(?P<day>{_DAY}))?"
    r",?(?:\s(?:met\s(?:als|de)\stitels?|getiteld|genaamd))?[\s,:]{1,2}(?=[«“„‘'\"])"
)
_AND_TITLE = re.compile(r"(?:,\sen|,|\sen|\salsmede)\s(?=[«“„‘'\"])")
# "de uitzending van Zembla van 3 november jl.": without a title it needs its publisher and its day
_UNTITLED = re.compile(
    r"(?:bericht|artikel|reportage|interview|podcast|(?P<video>uitzending|aflevering))"
    rf"\s(?:van|in|op|uit|bij)\s(?P<publisher>{_PUBLISHER}){_ON}(?P<day>{_DAY})"
)
_COMPOUND = re.compile(r"[\w-]*\Z")
# cheaper than a headline: what stands before each title
_OPENED = re.compile(r"[«“„‘'\"](?<=[\s,:].)")
_BEHIND = re.compile(
    rf"\s?\((?P<bracketed>[A-Z][^(),«»]{{1,40}})(?:,\s(?P<when>[^()«»]{{4,40}}))?\)"
    rf"|{_ON}(?P<alone>{_DAY})|\s(?:in|van|op|door)\s(?P<named>{_PUBLISHER})(?:{_ON}(?P<day>{_DAY}))?"
)


def find(text: str, anchor: date | None, *, dated: bool) -> Iterator[WorkCitation]:
    """Yield the sources that running text names by title, or by publisher and day, in no promised order.

    ``dated`` tells whether the text names a month: without one there is no day.
    Of several titles behind one word (``de berichten «Een» en «Twee»``) each is a source with its own span.
    """
    if opened := [match.end() for match in _OPENED.finditer(text)]:
        for match in _TITLED.finditer(text, 0, opened[-1]):
            yield from _titled(text, match, anchor)
    for match in _UNTITLED.finditer(text) if dated else ():
        published = _published(match["day"], anchor)
        if published and publishers.named(match["publisher"]):
            kind = WorkKind.VIDEO if match["video"] else WorkKind.NEWS
            compound = _COMPOUND.search(text, max(0, match.start() - 20), match.start())
            span = Span(compound.start() if compound else match.start(), match.end())
            yield WorkCitation(span, "untitled", kind, None, match["publisher"], published)


def _titled(text: str, match: re.Match[str], anchor: date | None) -> Iterator[WorkCitation]:
    kind = WorkKind.VIDEO if match["video"] else WorkKind.REPORT if match["report"] else WorkKind.NEWS
    prefix = match["prefix"] if match["prefix"] and publishers.named(match["prefix"]) else None
    publisher, published = match["publisher"] or prefix, _published(match["day"], anchor)
    begin, quoted = match.start(), QUOTED.match(text, match.end())
    while quoted:
        title = clean(quoted[quoted.lastgroup or 0])
        citation = WorkCitation(Span(begin, quoted.end()), "headline", kind, None, publisher, published, title)
        citation = _with_what_stands_behind(text, citation, anchor)
        yield citation
        follow = _AND_TITLE.match(text, citation.span.end) if match["several"] else None
        begin = follow.end() if follow else begin
        quoted = QUOTED.match(text, begin) if follow else None


def _with_what_stands_behind(text: str, citation: WorkCitation, anchor: date | None) -> WorkCitation:
    """Return a citation with the publisher or the day behind its title, where these are what they seem."""
    behind = _BEHIND.match(text, citation.span.end)
    if not behind:
        return citation
    name = (behind["bracketed"] or behind["named"] or "").strip()
    published = _published(behind["when"] or behind["day"] or behind["alone"], anchor)
    believed = (published or publishers.named(name)) and not citation.publisher if name else published
    if not believed:
        return citation
    return replace(
        citation,
        span=Span(citation.span.begin, behind.end()),
        publisher=name or citation.publisher,
        published=published or citation.published,
    )


def _published(printed: str | None, anchor: date | None) -> str | None:
    found = dates.find(printed, anchor, yearless=True) if printed else ()
    return found[0].iso if found else None
