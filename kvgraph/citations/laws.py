"""Laws, decrees and treaties cited by name, with the article where one is printed.

Known names and abbreviations stand in ``ontology/registers/laws.csv``; beside these the habit is read: capitals in the
middle of a sentence (``de Wet toekomst pensioenen``, ``het VN-Zeerechtverdrag``) name a law. Acts of the European Union
without a number (``AVG``, ``DSA``) are no laws here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kvgraph import resources
from kvgraph.citations.grammar import DASH
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
class _Named:
    """A law found by name; ``only_with_article`` for an abbreviation that also means other things (``WW``, ``BW``)."""

    span: Span
    rule: str
    only_with_article: bool = False


@dataclass(frozen=True, slots=True)
class _Register:
    rows: dict[str, LawRow]
    phrases: dict[str, tuple[str, ...]]
    with_article: frozenset[str]


_WORD = re.compile(r"(?<![\w-])[^\W\d_][\w'’]*")
_COMPOUND = re.compile(
    r"(?<![\w-])(?:[A-Z]\w{0,20}-)?[A-Z][a-zéëï]{2,40}(?:-[a-z]{2,20})?(?P<end>wet|wetboek|besluit|verdrag|handvest)"
    r"(?:\s(?:BES|(?:19|20)[0-9]{2}))?(?![\w-])"
)
# what the words after it make a name of: "Wet dieren", "Uitvoeringsregeling Wkkgz", "Verdrag van Aarhus"
_PHRASE = re.compile(
    r"(?<![\w-])(?:(?:(?:Tijdelijke|Algemene)\s)?(?:Wet|Besluit|Regeling)|Wetboek|(?:VN-)?[Vv]erdrag|Rijkswet"
    r"|(?:Uitvoerings|Invoerings|Aanpassings|Kader|Beginselen|Activiteiten|Warenwet|Wijzigings|Spoed|Subsidie|Sanctie)"
    r"(?:wet|besluit|regeling))(?=\s[^\W\d_])"
)
_NEXT_WORD = re.compile(r"\s(?P<word>[^\W\d_][\w'’-]*)")
_IN_PARENTHESES = re.compile(r"\s\((?:hierna:?\s)?[A-Z][\w-]{1,12}\)")
_YEAR = re.compile(r"\s(?:19|20)[0-9]{2}(?![0-9])")
_CONNECTING = frozenset("op het de der den des van en inzake ter tot een voor bij naar met tegen betreffende".split())
_ENDING = frozenset(
    """
    aan aanpassen al alleen als alsmede beogen beoogt bepaalt bepalen bestaan bestaat betreft bevat bevatten bieden
    biedt binnen blijft blijkt blijven brengen brengt daarin daarmee daarom daarvan dan dat derhalve deze die dit
    doen doet door doordat echter evalueren eveneens gaan gaat gebruiken geeft geen gelden geldt geven handhaven
    hebben heeft hier hierin hiermee hij houden houdt ik immers in indien invoeren is kan kennen kent komen komt
    krijgen krijgt kunnen leiden leidt maakt mag maken moet moeten naast nadat naleven neemt nemen niet nog of om
    omdat onder ook opnemen over overtreden reeds regelen regelt schrijft sinds slechts staan staat stellen stelt te
    tevens tijdens toen toepassen treden treedt tussen u uit vallen valt verbieden verbiedt vereisen vereist
    verplicht verwijs verwijst volgens volgt voordat voorzien voorziet vormen vormt waar waarbij waardoor waarin
    waarmee waarvan wanneer waren was wat wel werd werden wij wijzigen wijzigt wil worden wordt zal ze zich zien
    ziet zij zijn zo zoals zodat zorgen zorgt zou zouden zullen
    """.split()
)
_LONGEST_PHRASE = 10
# what a sentence says of a law and is no part of its name: "... van toepassing", "... ingesteld"
_SAID_OF = re.compile(
    r"(?:\svan\s(?:toepassing|kracht)|\svan\shet\slid\b.{0,60}|\s(?:[a-z]{0,4}ge[a-z]{3,12}(?<!heid)[dt]|per))\Z"
)
# words that end as a law does and name none in particular
_NO_NAME = re.compile(
    r"(?:Rijks|Kader|Invoerings|Uitvoerings|Wijzigings|Verzamel|Nood|Spoed|Begrotings|Initiatief|Reparatie|Raads|Kabinets|"
    r"Koninklijk|Uitstel|Afwijzings|Bestem|Ministerraads|Belasting|Handels|Huur|Samenwerkings|Vredes|Moeder|Voorbereidings|Douane)"
    r"(?:wet|wetboek|besluit|verdrag)"
)

_ARTICLES = re.compile(r"\b(?:artikel(?P<several>en)?|art\.)\s(?=[0-9])", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?P<article>[0-9]{1,4}(?:[.:][0-9]{1,3}){0,3}[a-z]{0,2})(?![\w])"
    r"(?:,?\s(?:(?:[a-z]{2,12}(?:de|ste)\s)?lid(?:\s[0-9]{1,2}[a-z]?)?|(?:onder(?:deel)?|sub|aanhef\sen\sonder)\s[a-z0-9]{1,3}\b|eerste\svolzin)){0,4}"
)
_ALSO = re.compile(rf"(?:,\s?en|,|\sen|\sof|\st/m|\stot\sen\smet|\s?{DASH})\s?(?=[0-9])")
_OF_LAW = re.compile(r",?\s(?:van\s)?(?:de\s|het\s)?(?:\((?:nieuwe|huidige)\)\s)?")


def row_of(printed: str) -> LawRow | None:
    """Return the row of the register with this name or abbreviation as printed, or None."""
    rows = _register().rows
    return rows.get(printed) or rows.get(printed.lower())


def find(text: str) -> Iterator[LawCitation]:
    """Yield the laws and treaties cited by name, in no promised order and not overlapping.

    Of several articles (``artikelen 3 en 4 van de Awb``) each is a citation of the law with its own span.
    """
    named = {law.span.begin: law for law in _named(text)}
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


def _named(text: str) -> Iterator[_Named]:
    register = _register()
    end = 0
    for match in _WORD.finditer(text):
        begin, word = match.start(), match[0]
        if begin < end:
            continue
        law = _listed(text, begin, word, register)
        if law is None and word[0].isupper() and _mid_sentence(text, begin):
            law = _phrase(text, begin) or _compound(text, begin)
        if law:
            end = law.span.end
            yield law


def _listed(text: str, begin: int, word: str, register: _Register) -> _Named | None:
    for name in register.phrases.get(word.lower(), ()):
        end = begin + len(name)
        printed = text[begin:end]
        exact = printed == name if name.isupper() or len(name) < 7 else printed.lower() == name.lower()
        if exact and not _continues(text, end):
            return _Named(Span(begin, end), "law-name", name in register.with_article)
    return None


def _phrase(text: str, begin: int) -> _Named | None:
    """Return the law named by a capital and the words that follow, as far as they can be part of a name."""
    match = _PHRASE.match(text, begin)
    if not match:
        return None
    end = sure = match.end()
    coordinated = False
    for _ in range(_LONGEST_PHRASE):
        follow = _NEXT_WORD.match(text, end)
        if not follow or follow["word"] in _ENDING or (follow["word"] == "en" and _new_phrase(text, follow.end())):
            break
        connecting = follow["word"] in _CONNECTING
        if coordinated and not connecting and sure == end:
            break  # "Wet aanpak x en y stuur ik": after "en" one noun ends the name
        coordinated = coordinated or follow["word"] == "en"
        end = follow.end()
        sure = sure if connecting else end
        if _IN_PARENTHESES.match(text, end):
            break
    if said := _SAID_OF.search(text, match.end(), sure):
        sure = said.start()
    if sure == match.end():
        return None
    if year := _YEAR.match(text, sure):
        sure = year.end()
    return _Named(Span(begin, sure), "treaty" if "erdrag" in match[0] else "law-phrase")


def _new_phrase(text: str, end: int) -> bool:
    follow = _NEXT_WORD.match(text, end)
    return not follow or follow["word"] in {"de", "het", "een"} or follow["word"] in _ENDING


def _compound(text: str, begin: int) -> _Named | None:
    match = _COMPOUND.match(text, begin)
    if not match or _NO_NAME.fullmatch(match[0]):
        return None
    return _Named(Span(*match.span()), "treaty" if match["end"] in {"verdrag", "handvest"} else "law-compound")


def _mid_sentence(text: str, begin: int) -> bool:
    """Tell whether a capital here makes a name, because no sentence or title begins here."""
    before = text[max(0, begin - 2) : begin]
    return (len(before) == 2 and before[1] in " \u00a0(" and (before[0].isalnum() or before[0] in ",)")) or before[
        -1:
    ] == "("


def _continues(text: str, end: int) -> bool:
    return text[end : end + 1].isalnum() or (text[end : end + 1] in "-_" and text[end + 1 : end + 2].isalnum())


@cache
def _register() -> _Register:
    rows: dict[str, LawRow] = {}
    phrases: dict[str, list[str]] = {}
    with_article: set[str] = set()
    with (resources.registers() / "laws.csv").open(encoding="utf-8", newline="") as table:
        for record in csv.DictReader(table):
            row = LawRow(record["key"], record["name"], record["bwb"] or None, record["kind"])
            others = [name for name in record["with_article"].split("|") if name]
            names = [name for name in (record["name"], *record["abbreviations"].split("|")) if name]
            with_article.update(others)
            names += [shorter for name in names if (shorter := re.sub(r"\s(?:19|20)[0-9]{2}$", "", name)) not in names]
            for name in (*names, *others):
                rows[name] = row
                rows.setdefault(name.lower(), row)
                phrases.setdefault(re.split(r"[\s-]", name.lower(), maxsplit=1)[0], []).append(name)
    longest = {word: tuple(sorted(names, key=lambda name: (-len(name), name))) for word, names in phrases.items()}
    return _Register(rows, longest, frozenset(with_article))
