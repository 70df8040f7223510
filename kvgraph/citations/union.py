"""Acts and papers of the European Union: CELEX numbers of legislation, COM and Council documents.

An act is cited by kind, year and number. Directives and decisions print the year first (``2004/38/EG``); regulations
printed the number first (``(EG) nr. 810/2009``) until 2015, when the numbering of all acts became one and the year came
first everywhere. A named act without its number (``AVG``, ``NDICI-verordening``) is no official citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvgraph.citations.grammar import YEAR, in_small_letters
from kvgraph.model import OfficialCitation, Scheme, Span

RULES = ("eu-act", "celex", "eli", "eu-com", "eu-council")
COMMISSION_SIGNS = ("COM", "SWD", "JOIN", "SEC", "C(")
COUNCIL_SIGNS = ("ST", "Raads")
"""Words, one of which is in every text that cites a paper of the Commission, or of the Council."""

# the kind of an act as printed, and the letter of its CELEX number (EUR-Lex, table of sector 3)
_KINDS: tuple[tuple[str, str], ...] = (
    (r"kaderbesluit(?:en)?|framework\sdecisions?", "F"),
    (r"(?:gemeenschappelijke?\s)?(?:standpunt(?:en)?|optreden)", "E"),
    (r"(?:gedelegeerde\s)?[a-zëï0-9-]{0,40}richtlijn(?:en)?|directives?", "L"),
    (r"(?:gedelegeerde\s)?[a-zëï0-9-]{0,40}verordening(?:en)?|regulations?", "R"),
    (
        r"(?:uitvoerings|raads|delegatie|gedelegeerd\s|commissie|gbvb-)?besluit(?:en)?|beschikking(?:en)?|decisions?",
        "D",
    ),
    (r"aanbeveling(?:en)?|recommendations?", "H"),
)
_KIND = "|".join(f"(?P<{letter}>{words})" for words, letter in _KINDS)
_KIND_SIGNS = tuple(
    "besluit decision standpunt optreden richtlijn directive verordening regulation beschikking aanbeveling"
    " recommendation".split()
)
_COMMUNITY = r"(?:EU|EG|EEG|EGKS|EGA|Euratom|EC|EEC|GBVB|JBZ|CFSP|JHA)"
_PAIR = r"(?P<one>[0-9]{1,4})\s?/\s?(?P<other>[0-9]{1,4})(?![0-9])"
_PAIR_SIGN = re.compile(r"[0-9]\s?/\s?[0-9]")  # in every number of an act; quickly searched
_OLD_COMMUNITIES = frozenset({"EG", "EEG", "EC", "EEC", "EGKS", "EGA", "Euratom"})
_UNIFIED_NUMBERING = 2015
_SUFFIX = rf"(?:\s?/\s?(?P<suffix>{_COMMUNITY}(?:,\s?Euratom)?)(?![A-Za-z]))?"
_NR = r"(?:(?:nrs?|no)\b\s?[.,]?\s{0,2})?"

# a few words of the act's name may stand before a number that (EU) announces, but no other act and no clause
_NO_NAME = r"(?:en|van|dat|die|is|om|te|of|wordt|richtlijn(?:en)?|verordening(?:en)?|besluit(?:en)?)"
_NAME = rf"(?:\s(?!{_NO_NAME}\b)[\w-]{{1,30}}){{0,4}}"
_MARKED = rf"\((?P<community>{_COMMUNITY}(?:,\s?Euratom)?)\)"
_MAKER = r"(?P<maker>\svan\sde\s(?:Raad|(?:Europese\s)?Commissie))?"
# "Verordening (EU) 2016/679", "Elektriciteitsrichtlijn (richtlijn (EU) 2019/944)", "Richtlijn 2004/38/EG", "(2019/944)"
_ACT = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_KIND})\b"
    rf"(?:{_NAME}\s?(?P<opened>\((?:richtlijn|verordening)\s)?{_MARKED}\s?{_NR}"
    rf"|(?:{_MAKER}|(?P<named>{_NAME}(?=\s\()))\s?(?P<bracket>\((?:richtlijn\s|verordening\s)?)?\s?(?:(?P<bare>{_COMMUNITY})\s)?{_NR})"
    rf"{_PAIR}{_SUFFIX}(?P<closed>\))?",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    rf"\s?(?:,\s?en\b|,|en\b|of\b)\s?(?P<act>(?:\((?P<community>{_COMMUNITY})\)\s?)?{_NR}{_PAIR}{_SUFFIX})",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?P<label>artikel(?:en)?|art\.)\s(?P<article>[0-9]{1,3}[a-z]{0,2}(?:\s(?:bis|ter|quater)){0,2})"
    r"(?:,?\s(?:(?:[a-z]{3,12}(?:de|ste)\s)?lid(?:\s[0-9]{1,2})?|(?:onder(?:deel)?|sub|punt)\s[a-z0-9]{1,3}|aanhef)\b){0,4},?"
    r"\s(?:van\s)?(?:de\s|het\s)?(?:Europese\s|EU[-\s])?\Z",
    re.IGNORECASE,
)
_ARTICLES = re.compile(
    r"artikelen\s(?P<list>[0-9]{1,3}[a-z]{0,2}(?:(?:,\sen|,|\sen)\s[0-9]{1,3}[a-z]{0,2}){1,8})\s(?:van\s)?(?:de\s|het\s)?\Z",
    re.IGNORECASE,
)
_ONE_ARTICLE = re.compile(r"[0-9]{1,3}[a-z]{0,2}")
_ARTICLE_REACH = 110

_CELEX = re.compile(r"(?P<id>3(?:(?<![0-9A-Za-z].)|(?<=%3A3))[0-9]{4}[LRDFEH][0-9]{4})(?![0-9A-Za-z])")
# the European Legislation Identifier, as in data.europa.eu/eli/reg/2016/679
_ELI = re.compile(r"(?<=/)eli/(?P<kind>reg|dir|dec)(?:_impl|_del)?/(?P<year>[0-9]{4})/(?P<number>[0-9]{1,4})(?![0-9])")
_ELI_KINDS = {"reg": "R", "dir": "L", "dec": "D"}
_COM = re.compile(
    rf"(?<![A-Za-z])(?P<series>COM|SWD|JOIN|SEC|C(?=\([0-9]{{4}}\)\s?[0-9]{{3}}))\s?[(/\[]?\s?(?P<year>{YEAR})\s?[)\]/]?[\s,]{{0,2}}(?:nr\.?\s|/)?"
    r"(?P<number>[0-9]{1,4})(?![0-9])(?:\s?(?:final|def(?:initief)?)\b\.?)?"
)
_COUNCIL = re.compile(
    r"(?<![A-Za-z])(?:ST[\s-]?|(?:Raadsdocument(?:nummer)?|Raadsstuk)\s)(?:nr\.\s)?(?P<number>[0-9]{4,5})"
    r"(?:/[1-9](?=/[0-9]{2}))?(?:/(?P<short>[0-9]{2})|\s(?P<long>20[0-9]{2}))(?![0-9])(?:\s(?:INIT|REV|ADD|COR)(?:\s[0-9]{1,2})?)?"
)


def find_acts(text: str) -> Iterator[OfficialCitation]:
    """Yield every EU act cited by kind and number, and by its ELI, in no promised order: in both stands ``/``."""
    if any(map(in_small_letters(text).__contains__, _KIND_SIGNS)) and _PAIR_SIGN.search(text):
        yield from _acts(text)
    for match in _ELI.finditer(text) if "/eli/" in text else ():
        identifier = f"3{match['year']}{_ELI_KINDS[match['kind']]}{int(match['number']):04}"
        yield OfficialCitation(Span(*match.span()), "eli", Scheme.EU_ACT, identifier)


def find_numbers(text: str) -> Iterator[OfficialCitation]:
    """Yield every EU act cited by its CELEX number, in reading order."""
    for match in _CELEX.finditer(text):
        yield OfficialCitation(Span(*match.span("id")), "celex", Scheme.EU_ACT, match["id"])


def find_commission(text: str) -> Iterator[OfficialCitation]:
    """Yield every paper of the Commission, in reading order."""
    for match in _COM.finditer(text):
        identifier = f"{match['series']}({match['year']}){int(match['number'])}"
        yield OfficialCitation(Span(*match.span()), "eu-com", Scheme.EU_COM, identifier)


def find_council(text: str) -> Iterator[OfficialCitation]:
    """Yield every paper of the Council, in reading order."""
    for match in _COUNCIL.finditer(text):
        year = match["long"] or f"20{match['short']}"
        yield OfficialCitation(Span(*match.span()), "eu-council", Scheme.EU_COUNCIL, f"ST-{match['number']}-{year}")


def _acts(text: str) -> Iterator[OfficialCitation]:
    for match in _ACT.finditer(text):
        letter = next(letter for _, letter in _KINDS if match[letter])
        community = match["community"] or match["bare"] or match["suffix"]
        identifier = celex(letter, match["one"], match["other"], community)
        certain = community or match["maker"] or (letter in "LRF" and not match["named"])
        if identifier is None or not certain:
            continue
        opened = bool(match["opened"] or match["bracket"])
        end = match.end() if opened or not match["closed"] else match.end() - 1
        for span, article in _with_articles(text, Span(match.start(), end)):
            yield OfficialCitation(span, "eu-act", Scheme.EU_ACT, identifier, article)
        while follow := _FOLLOWING.match(text, end):
            community = follow["community"] or follow["suffix"]
            identifier = celex(letter, follow["one"], follow["other"], community)
            if identifier is None or community is None:
                break
            end = follow.end()
            yield OfficialCitation(Span(follow.start("act"), end), "eu-act", Scheme.EU_ACT, identifier)


def _with_articles(text: str, act: Span) -> Iterator[tuple[Span, str | None]]:
    """Yield a span for each article printed before an act, the last with the act's own; else the act alone."""
    reach = max(0, act.begin - _ARTICLE_REACH)
    if several := _ARTICLES.search(text, reach, act.begin):
        articles = list(_ONE_ARTICLE.finditer(text, *several.span("list")))
        for order, article in enumerate(articles, 1):
            begin = several.start() if order == 1 else article.start()
            yield Span(begin, act.end if order == len(articles) else article.end()), article[0]
    elif one := _ARTICLE.search(text, reach, act.begin):
        yield Span(one.start(), act.end), one["article"]
    else:
        yield act, None


def celex(letter: str, one: str, other: str, community: str | None) -> str | None:
    """Return the CELEX number of an act of sector 3 from the two halves of its number, or None when neither is a year.

    ``community`` is the printed mark (``EG``, ``EU``, ``JBZ``), or None where it was left out.
    """
    first, second = _year(one, community), _year(other, community)
    if letter == "R" or (letter == "D" and first is None):
        # "810/2009" and "1408/71" until 2014, "2016/679" since: the old communities ended before that
        unified = first is not None and first >= _UNIFIED_NUMBERING and community not in _OLD_COMMUNITIES
        if first is None and second is not None and second >= _UNIFIED_NUMBERING and community is None:
            return None  # "Verordening 12/2020" is of a municipality
        year, number = (first, other) if unified or second is None else (second, one)
    else:
        # the number first only where the community is marked too: "nr. 1313/2013/EU", not "richtlijn 3/2019"
        unmarked = first is not None or len(other) < 4 or community is None
        year, number = (first, other) if unmarked else (second, one)
    return f"3{year}{letter}{int(number):04}" if year is not None else None


def _year(digits: str, community: str | None) -> int | None:
    """Return the year that these digits print: four from 1952 on, or two of the last century (``95/46/EG``)."""
    if len(digits) == 4 and 1952 <= int(digits) <= 2099:
        return int(digits)
    if len(digits) == 2 and int(digits) >= 52 and community in _OLD_COMMUNITIES:
        return 1900 + int(digits)
    return None
