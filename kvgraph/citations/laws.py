"""Laws, decrees and treaties cited by name, with the article where one is printed.

Known names and abbreviations stand in ``ontology/registers/laws.csv``; other names are read by habit (``law_names``).
Acts of the European Union without a number (``AVG``, ``DSA``) are no laws here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kvgraph import resources
from kvgraph.citations import law_names
from kvgraph.citations.grammar import DASH, in_small_letters
from kvgraph.citations.law_names import Named
from kvgraph.citations.signs import Place, Words
from kvgraph.model import LawCitation, Span

RULES = ("law-name", "law-compound", "law-phrase", "treaty")


@dataclass(frozen=True, slots=True)
class LawRow:
    """A row of the register of laws: its key, its name, the id of wetten.overheid.nl where known, what it is."""

    key: str
    name: str
    bwb: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class _Register:
    """``exact`` names are searched as printed, ``folded`` ones, by their small letters, without regard to case.

    With the folded names the signs of names that no register lists are found, and the words that announce one.
    """

    rows: dict[str, LawRow]
    exact: frozenset[str]
    folded: frozenset[str]
    in_exact: Words
    in_folded: Words
    with_article: frozenset[str]


_SHORT = 7  # names of fewer letters are other words in other capitals
_BEGIN = re.compile(r"(?<![\w-])(?<!\w['’])")
_ARTICLES = re.compile(r"\b(?:artikel(?P<several>en)?|art\.)\s(?=[0-9])", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?P<article>[0-9]{1,4}(?:[.:][0-9]{1,3}){0,3}[a-z]{0,2})(?![\w])"
    r"(?:,?\s(?:(?:[a-z]{2,12}(?:de|ste)\s)?lid(?:\s[0-9]{1,2}[a-z]?)?|(?:onder(?:deel)?|sub|aanhef\sen\sonder)\s[a-z0-9]{1,3}\b|eerste\svolzin)){0,4}"
)
_ALSO = re.compile(rf"(?:,\s?en|,|\sen|\sof|\st/m|\stot\sen\smet|\s?{DASH})\s?(?=[0-9])")
_OF_LAW = re.compile(r",?\s(?:van\s)?(?:de\s|het\s)?(?:\((?:nieuwe|huidige)\)\s)?")


def row_of(printed: str) -> LawRow | None:
    """Return the row of the register with this name or abbreviation as printed, or None.

    A bill (``wetsvoorstel Toekomst pensioenen``) is the law that it becomes.
    """
    rows = _register().rows
    row = rows.get(printed) or rows.get(printed.lower())
    return row or (rows.get(f"wet {printed.lower()}") if law_names.is_bill(printed) else None)


def find(text: str) -> Iterator[LawCitation]:
    """Yield the laws and treaties cited by name, in no promised order and not overlapping.

    Of several articles (``artikelen 3 en 4 van de Awb``) each is a citation of the law with its own span.
    """
    named = {law.span.begin: law for law in _named(text)}
    if not named:
        return
    taken: set[int] = set()
    for match in _ARTICLES.finditer(text):
        articles, end = _articles(text, match)
        begin = of.end() if articles and (of := _OF_LAW.match(text, end)) else end
        law = named.get(begin)
        if law is None:
            continue
        taken.add(begin)
        for order, (span, article) in enumerate(articles, 1):
            whole = Span(span.begin, law.span.end) if order == len(articles) else span
            yield LawCitation(whole, law.rule, law.span.of(text), article)
    for begin, law in named.items():
        if begin not in taken and not law.only_with_article:
            yield LawCitation(law.span, law.rule, law.span.of(text))


def _articles(text: str, match: re.Match[str]) -> tuple[list[tuple[Span, str]], int]:
    """Return the articles of an enumeration with their spans, and where the enumeration ends."""
    found: list[tuple[Span, str]] = []
    begin, end = match.start(), match.end()
    while article := _ARTICLE.match(text, end):
        end = article.end()
        found.append((Span(begin, end), article["article"]))
        also = _ALSO.match(text, end)
        if not also:
            break
        begin, end = also.end(), also.end()
    return found, end


def _named(text: str) -> Iterator[Named]:
    register = _register()
    exact = register.in_exact.places(text)
    folded = register.in_folded.places(in_small_letters(text))
    listed = _listed(text, [*exact, *(place for place in folded if place[0] in register.folded)])
    # the last sign of a name that no register lists: behind it none begins with a capital
    last_sign = max((end for word, _, end in folded if word in law_names.SIGNS), default=0)
    announced = [begin for word, begin, _ in folded if word in law_names.ANNOUNCING] if last_sign else []
    end = 0
    for begin in sorted({*listed, *announced, *law_names.capitals(text, last_sign)}):
        if begin >= end and (law := listed.get(begin) or law_names.at(text, begin)):
            end = law.span.end
            yield law


def _listed(text: str, names: Iterable[Place]) -> dict[int, Named]:
    """Return the laws of the register by the place where their names begin, of several the longest."""
    found: dict[int, tuple[int, bool]] = {}
    for name, begin, end in names:
        longest = end > found.get(begin, (begin, False))[0]
        if longest and _BEGIN.match(text, begin) and not _continues(text, end):
            found[begin] = end, name in _register().with_article
    return {
        begin: Named(Span(begin, law_names.with_tail(text, end)), "law-name", only)
        for begin, (end, only) in found.items()
    }


def _continues(text: str, end: int) -> bool:
    return text[end : end + 1].isalnum() or (text[end : end + 1] in "-_'’" and text[end + 1 : end + 2].isalnum())


@cache
def _register() -> _Register:
    rows: dict[str, LawRow] = {}
    names: set[str] = set()
    with_article: set[str] = set()
    with (resources.registers() / "laws.csv").open(encoding="utf-8", newline="") as table:
        for record in csv.DictReader(table):
            row = LawRow(record["key"], record["name"], record["bwb"] or None, record["kind"])
            others = [name for name in record["with_article"].split("|") if name]
            printed = [name for name in (record["name"], *record["abbreviations"].split("|")) if name]
            printed += [bare for name in printed if (bare := re.sub(r"\s(?:19|20)[0-9]{2}$", "", name)) not in printed]
            for name in (*printed, *others):
                rows[name] = row
                rows.setdefault(name.lower(), row)
            names.update(printed, others)
            with_article.update(others)
    exact = frozenset(name for name in names if name.isupper() or len(name) < _SHORT)
    folded = frozenset(name.lower() for name in names - exact)
    return _Register(
        rows,
        exact,
        folded,
        Words(exact),
        Words(folded | law_names.SIGNS | law_names.ANNOUNCING),
        with_article=frozenset(name if name in exact else name.lower() for name in with_article),
    )


def signs_as_printed() -> Collection[str]:
    """Return the short names: one of these, or of the other signs, is in every text that cites a law."""
    return _register().exact


def signs_in_small_letters() -> Collection[str]:
    """Return the other names in small letters, and the signs of names that no register lists."""
    return _register().folded | law_names.SIGNS
