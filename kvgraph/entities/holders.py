"""Ministers and state secretaries named in running text, by their title or the whole office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvgraph.entities.folding import fold
from kvgraph.entities.foreign import is_foreign
from kvgraph.entities.labels import is_label
from kvgraph.entities.names import (
    COURTESY,
    GIVEN,
    INITIALS,
    JOINED,
    NAME,
    POLITE,
    PREFIX,
    SURNAME,
    UPPER,
    WORD,
    printed,
)
from kvgraph.entities.offices import office_spans, portfolio_words
from kvgraph.model import PersonMention, Span, Tenure

# each alternative begins with a letter and nothing else, so that the others are skipped fast
_TITLE = (
    r"minister[-\s][Pp]resident|Minister[-\s][Pp]resident|ministers?|Ministers?|staatssecretaris(?:sen)?|"
    r"Staatssecretaris(?:sen)?|premier|Premier"
)
_LONGEST_VICE = 6
_VICE = re.compile(r"[Vv]ice-?\s?$")
_PORTFOLIO = r"(?:\s?\((?P<portfolio>[^()]{2,90})\))?"
_HOLDER = re.compile(rf"(?P<title>{_TITLE})\s(?={POLITE}[{UPPER}’']){POLITE}")
_HOLDER_NAME = re.compile(rf"(?P<name>{NAME}){_PORTFOLIO}")
_FURTHER = re.compile(rf"(?:,\s|,?\sen\s)(?=[{UPPER}’'])")
_MOST = 6  # names behind one title
# Behind a whole office a name follows; behind a comma or in brackets only what can be nothing else.
_HOLDER_BEHIND = re.compile(
    rf"\s(?P<bare>{INITIALS}{{1,4}}(?:{PREFIX})?{WORD}{JOINED}|{NAME})(?!\w)"
    rf"|,\s{COURTESY}(?P<courtesy>{NAME})(?!\w)|,\s(?P<whole>{GIVEN}{SURNAME})(?=[,.;)])"
    rf"|\s\((?:{COURTESY})?(?P<bracket>{NAME})\)"
)
_OFFICE = re.compile(r"(?P<title>minister|staatssecretaris)\s(?:van|voor)\s(?P<portfolio>[^()]+)$", re.IGNORECASE)
_PAST = re.compile(
    r"(?:\b(?:[Oo]ud|[Ee]x)-\s?|\b(?:[Vv]oormalig|[Tt]oenmalig|[Gg]ewezen|[Vv]orig|[Ee]erder)e?\s|\b[Dd]estijds\s"
    r"|voorgangers?,?\s(?:de\s)?)(?:demissionaire?\s)?$"
)
_REACH = 60


def find_holders(text: str) -> Iterator[PersonMention]:
    """Yield ministers and state secretaries as printed, by title and name, then behind the whole office.

    Those of other countries are left out.
    """
    yield from _titled(text)
    yield from _behind_offices(text)


def _titled(text: str) -> Iterator[PersonMention]:
    """Yield whom a title stands before (``Minister Blok``, ``de ministers Kuipers (VWS) en Van Gennip``)."""
    for head in _HOLDER.finditer(text):
        named = _HOLDER_NAME.match(text, head.end())
        if named is None or of_another_country(text, head.start(), named.end("name")):
            continue
        before = text[max(0, head.start() - _LONGEST_VICE) : head.start()]
        vice = _VICE.search(before) is not None
        if before[-1:].isalpha() and not vice and "remier" in head["title"]:  # transitiepremier
            continue
        title = "Minister" if vice else _title(head["title"])
        several = head["title"].endswith(("ministers", "Ministers", "sen"))
        for _ in range(_MOST):
            span = without_portfolio(text, Span(*named.span("name")))
            if span.begin == span.end:
                break
            yield _mention(text, span, title, named["portfolio"], head.start())
            link = _FURTHER.match(text, named.end()) if several else None
            further = _HOLDER_NAME.match(text, link.end()) if link else None
            if further is None:
                break
            named = further


def _behind_offices(text: str) -> Iterator[PersonMention]:
    """Yield whom the whole office stands before (``de Minister van Buitenlandse Zaken Veldkamp``)."""
    if "inister v" not in text and "ecretaris v" not in text:
        return
    folded = fold(text)
    for begin, end in office_spans(folded.text):
        first, last = folded.begin(begin), folded.end(end)
        match = _HOLDER_BEHIND.match(text, last)
        office = _OFFICE.match(text[first:last])
        if match and match.lastgroup and office and not of_another_country(text, first, last):
            span = without_portfolio(text, Span(*match.span(match.lastgroup)))
            if span.begin < span.end:
                yield _mention(text, span, _title(office["title"]), office["portfolio"], first)


def _mention(text: str, span: Span, title: str, portfolio: str | None, office: int) -> PersonMention:
    """Return the mention of a holder whose office begins at ``office``; a portfolio tells a former one for sure."""
    party = portfolio if portfolio and is_label(portfolio) else None
    portfolio = None if party else portfolio
    past = _PAST.search(text, max(0, office - _REACH), office) is not None
    tenure = Tenure.PAST if past else Tenure.ANY if portfolio else Tenure.PRESENT
    return PersonMention(span, "person-office", printed(text, span), party, title, portfolio, tenure)


def _title(word: str) -> str:
    """Return the title as the register has it."""
    lower = word.lower()
    if lower.startswith("staatssecretaris"):
        return "Staatssecretaris"
    return "Minister" if lower.endswith(("minister", "ministers")) else "Minister-President"


def without_portfolio(text: str, span: Span) -> Span:
    """Return what stands before the first word of a portfolio in a name (``Adema van Landbouw``)."""
    end = span.begin
    for word in re.finditer(r"\S+", span.of(text)):
        if fold(word.group()).text in portfolio_words():
            return Span(span.begin, end)
        if word.group() not in ("van", "voor"):
            end = span.begin + word.end()
    return Span(span.begin, end)


def of_another_country(text: str, begin: int, end: int) -> bool:
    """Say whether words before ``begin`` or behind ``end`` give an office or its holder to another country.

    (``de Russische Minister Lavrov``, ``mijn Duitse ambtgenoot, minister Baerbock``, ``premier Modi van India``).
    """
    before = fold(text[max(0, begin - _REACH) : begin]).text
    behind = fold(text[end : end + _REACH]).text
    return is_foreign(before + behind, len(before), len(before), abroad=False)
