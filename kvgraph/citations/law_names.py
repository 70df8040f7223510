"""Names of laws and treaties that no register lists, read by the habit of printing them.

Capitals in the middle of a sentence name a law (``de Wet toekomst pensioenen``, ``het VN-Zeerechtverdrag``). What the
words after a capital belong to is settled by the abbreviation in parentheses where one follows (``Wet veiligheid en
kwaliteit lichaamsmateriaal (Wvkl)``), else by the words that can't stand in a name. After ``wetsvoorstel`` stands the
name of a bill, and after ``onderlinge regeling`` that of an arrangement between the countries of the Kingdom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kvgraph.model import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A law found by name; ``only_with_article`` for an abbreviation that also means other things (``WW``, ``BW``)."""

    span: Span
    rule: str
    only_with_article: bool = False


_WHOSE = r"(?:(?:Internationaal|Europees|Haags|Weens|Geneefs)\s)?"
_COMPOUND = re.compile(
    rf"(?<![\w-])(?:{_WHOSE}(?=[\w-]{{1,60}}verdrag\b))?"
    r"(?P<word>(?:[A-Z]\w{0,20}-|[A-Z][a-zéëï]{2,40}-\sen\s(?=[a-z]))?[A-Za-z][a-zéëï]{2,40}(?:-[a-z]{2,20})?"
    r"(?P<end>wet|wetboek|besluit|regeling|verdrag|handvest))(?![\w-])"
)
# what the words after it make a name of: "Wet dieren", "Uitvoeringsregeling Wkkgz", "Verdrag van Aarhus"
_PHRASE = re.compile(
    rf"(?<![\w-])(?:(?:(?:Tijdelijke|Algemene)\s)?(?:Wet|Besluit|Regeling)|(?:Tijdelijke|Algemene)\s(?:wet|regeling)|Wetboek"
    rf"|{_WHOSE}(?:VN-)?[Vv]erdrag|Beleidsregels?|(?:Tarieven|Net|Meet)code|Rijkswet|Kaderwet|(?:Uitvoerings|Invoerings|Aanpassings|Beginselen|Activiteiten|Warenwet|Wijzigings|Spoed"
    r"|Subsidie|Sanctie)(?:wet|besluit|regeling)|[Oo]nderlinge\sregeling(?=\s[A-Z]))(?=\s[^\W\d_])"
    r"(?!\svan\s(?:de|het)\s(?:Raad\b(?!\svan\sState)|(?:Europese\s)?Commissie|Minister|Staatssecretaris|[Cc]ollege|[Kk]abinet))"
)
# "wetsvoorstel Toekomst pensioenen": what a bill changes and who moved it is not its name
_BILL = re.compile(
    r"(?<![\w-])(?:[Ii]nitiatief)?[Ww]etsvoorstel\s[«\"“„‘']?"
    r"(?!(?:Wijziging|Aanpassing|Implementatie|Intrekking|Van|De|Den|Der|Ten|Ter|El|Tot)\b)"
    r"(?P<name>[A-Z][a-zéëï]{2,40})(?![\w-])"
)
# "wetsvoorstel computercriminaliteit III (34 372)": a name in small letters, which the dossier ends
_BILL_OF_DOSSIER = re.compile(
    r"(?<![\w-])[Ww]etsvoorstel\s(?!waar|hier|daar)(?P<first>[a-zéëï-]{4,40})(?:\s[\w-]{2,40}){1,6}?"
    r"(?=\s\((?:Kamerstuk(?:ken)?\s(?:II\s)?)?[0-9]{2}\s?[0-9]{3}\b)"
)
# agreements that are named by their parties, of which one is the Netherlands or the Union
_PARTIES = r"(?:EU|Europese\sUnie|Nederland|Koninkrijk)"
_PARTY = r"(?:(?:de|het)\s)?[A-Z][\w-]{1,40}(?:\s[A-Z][\w-]{1,40}){0,2}"
_BETWEEN = re.compile(
    r"(?<![\w-])(?:[Mm]emorandum\s(?:van\s[Oo]vereenstemming|of\s[Uu]nderstanding)"
    r"|[Aa]ssociatie(?:akkoord|verdrag|overeenkomst)|Verdrag|Overeenkomst|Akkoord)(?:\s\([A-Z][A-Za-z]{1,5}\))?\stussen\s"
    rf"(?=.{{0,60}}\b{_PARTIES}\b){_PARTY}\sen\s{_PARTY}(?:\sinzake(?:\s[a-zéëï]{{3,30}}){{1,3}})?"
)
_ENGLISH = re.compile(
    r"(?<![\w-])(?:(?:[A-Z][\w-]{1,40}\s){1,5}Treaty|(?!Service\sLevel)(?:[A-Z][\w-]{1,40}\s){2,5}Agreement|(?:[A-Z][\w-]{1,40}\s){0,5}Convention(?=\s(?:on|for|against)\b))"
    r"(?:(?:\s(?:on|of|for|the|and|against)){1,2}\s[A-Z][\w-]{1,40}(?:\s[A-Z][\w-]{1,40}){0,4}){0,3}"
)

# named by their place or number: "Protocol van Gotenburg", "ILO-verdrag nr. 118", "Belastingplan 2017"
_NAMED = re.compile(
    r"(?<![\w-])(?P<treaty>(?:Protocol|Akkoord|Conventie|Overeenkomst)\svan\s[A-Z][\w-]{2,30}(?:\s[A-Z][\w-]{2,30})?|(?:ILO|IAO)-[Vv]erdrag\s(?:nr\.\s)?[0-9]{1,3}"
    r"|Verdrag\s(?:nr\.\s)?108\+?)(?![\w-])|(?<![\w-])Belastingplan\s20[0-9]{2}(?![0-9])"
)

SIGNS = frozenset(
    "wet besluit regeling verdrag handvest treaty convention memorandum associatie"
    " agreement overeenkomst akkoord protocol conventie belastingplan beleidsregel encode etcode".split()
)
"""Words in small letters, one of which is in every text that names a law by habit."""

_BEGIN_BILL, _BEGIN_BETWEEN = "IiWw", "MmAaVO"
# where each of the names may begin
_CAPITAL = re.compile(r"[A-Z](?:(?<=[\w,)][ \u00a0(].)|(?<=\(.))")
ANNOUNCING = frozenset("initiatiefwetsvoorstel wetsvoorstel memorandum associatie onderlinge".split())
"""Words in small letters that announce a name."""

_NEXT_WORD = re.compile(r"\s(?P<word>[^\W\d_][\w'’-]*)")
_IN_PARENTHESES = re.compile(r"\s\((?:hierna:?\s)?[A-Z][\w-]{1,12}\)")
_DEFINED = re.compile(
    r"(?P<name>(?:\s[^\W\d_][\w'’-]{0,60},?){0,13}?\s(?P<last>[^\W\d_])[\w'’-]{0,60})"
    r"\s\((?:(?:hierna|verder):?\s)?[«\"“‘']?(?P<short>[A-Z][A-Za-z]{1,9})[»\"”’']?\)"
)
_TAIL = re.compile(
    r"(?:\sBES\b|(?<=\bbox)\s3\b|\sbox\s3\b|\sop\s(?:[a-zéëï]{2,30}-\sen\s)?[a-zéëï]{2,30}gebied\b)?"
    r"(?:\s(?:19|20)[0-9]{2}(?![0-9]))?"
)
_ITEM = r"[^\W\d_][\w-]{2,30}(?:\s[A-Z][\w-]{2,30})?"
_LISTED = re.compile(rf"(?:,\s{_ITEM}){{1,3}}\sen\s{_ITEM}")  # "Wet toetsing investeringen, fusies en overnames"
_ARTICLES = frozenset(("de", "het", "een"))
_CONNECTING = frozenset("op het de der den des van en inzake ter tot een voor bij naar met tegen betreffende".split())
_ENDING = frozenset(
    """
    aan aanpassen al alleen als alsmede beogen beoogt bepaalt bepalen beschermt bestaan bestaat betreft bevat bevatten
    bieden biedt binnen blijft blijkt blijven brengen brengt daarin daarmee daarom daarvan dan dat derhalve deze die
    dit doen doet door doordat echter evalueren eveneens gaan gaat gebruiken geeft geen gelden geldt geven had hadden
    handhaven hebben heeft hier hierin hiermee hij houden houdt ik immers in indien introduceert invoeren is kan
    kennen kent komen komt krijgen krijgt kunnen leiden leidt liep liggen ligt lopen loopt maakt mag maken moet moeten
    naast nadat naleven neemt nemen niet nog nr of om omdat omvat onder ook opnemen over overtreden reeds regelen regelt
    schrijft sinds slechts staan staat stellen stelt strekt te tevens tijdens toen toepassen treden treedt tussen u
    uit vallen valt verbieden verbiedt vereisen vereist verplicht verwijs verwijst volgens volgt voordat voorzien
    voorziet vormen vormt waar waarbij waardoor waarin waarmee waarvan wanneer waren was wat wel werd werden werkt wij
    wijzigen wijzigt wil worden wordt zal ze zich zien ziet zij zijn zo zoals zodat zorgen zorgt zou zouden zullen
    """.split()
)
_LONGEST = 10
# what a sentence says of a law and is no part of its name: "... van toepassing", "... ingesteld"
_SAID_OF = re.compile(
    r"(?:\svan\s(?:toepassing|kracht)|\svan\shet\slid\b.{0,60}|\svan\sde\s(?:Raad\svan\sEuropa|Verenigde\sNaties|VN)"
    r"|\s(?:[a-z]{0,4}ge[a-z]{3,12}(?<!heid)[dt]|(?:op|aan)genomen|per))\Z"
)
# words that end as a law does and name none in particular
_NO_NAME = re.compile(
    r"(?:Rijks|Kader|Invoerings|Uitvoerings|Wijzigings|Verzamel|Nood|Spoed|Begrotings|Initiatief|Reparatie|Raads|Kabinets"
    r"|Koninklijk|Uitstel|Afwijzings|Bestem|Ministerraads|Belasting|Handels|Huur|Samenwerkings|Vredes|Moeder|Douane"
    r"|Voorbereidings|Ontwerp|Concept|Experimenteer|Subsidie)(?:wet|wetboek|besluit|verdrag)"
    r"|(?:Instellings|Tracé|Luchthaven|Aanwijzings)besluit"
)


def capitals(text: str, end: int) -> Iterator[int]:
    """Yield where ``at`` may find a name before ``end``: at capitals inside sentences."""
    return (match.start() for match in _CAPITAL.finditer(text, 0, end))


def at(text: str, begin: int) -> Named | None:
    """Return the law whose name, read by habit alone, begins with the word here, or None.

    After ``wetsvoorstel`` the span is that of the name, which begins behind that word.
    """
    announced = _bill(text, begin) or _between(text, begin)
    if announced or not (_mid_sentence(text, begin) or text[begin].islower()):
        return announced
    return _phrase(text, begin) or _treaty(text, begin) or _by_place_or_number(text, begin) or _compound(text, begin)


def is_bill(name: str) -> bool:
    """Tell whether a name says nothing of its kind, as that of a bill does: ``Toekomst pensioenen``."""
    kinds = (_PHRASE, _COMPOUND, _ENGLISH, _BETWEEN)
    return _BILL.match(f"wetsvoorstel {name}") is not None and not any(kind.match(name) for kind in kinds)


def abbreviates(short: str, name: str) -> bool:
    """Tell whether a word is short for a name: it begins as the name does, and its letters stand there in order."""
    letters = iter(name.lower())
    word = short.split()[0].lower()
    return name[:1].lower() == word[0] and len(word) < len(name) / 2 and all(letter in letters for letter in word)


def _bill(text: str, begin: int) -> Named | None:
    if text[begin] not in _BEGIN_BILL:
        return None
    match = _BILL.match(text, begin)
    if not match:
        named = _BILL_OF_DOSSIER.match(text, begin)
        is_named = named and named["first"] not in _ENDING | _CONNECTING
        return Named(Span(*named.span()), "law-phrase") if named and is_named else None
    if law := _phrase(text, match.start("name")):
        return law
    end = _extent(text, match.end())
    return Named(Span(match.start("name"), end), "law-phrase") if end > match.end() else None


def _between(text: str, begin: int) -> Named | None:
    match = _BETWEEN.match(text, begin) if text[begin] in _BEGIN_BETWEEN else None
    return Named(Span(*match.span()), "treaty") if match else None


def _phrase(text: str, begin: int) -> Named | None:
    """Return the law named by a word for its kind and the words that follow, as far as they can be part of a name."""
    match = _PHRASE.match(text, begin)
    if not match or match[0].startswith("verdrag"):
        return None
    end = _defined(text, begin, match.end()) or _extent(text, match.end())
    if end == match.end():
        return None
    return Named(Span(begin, with_tail(text, end)), "treaty" if "erdrag" in match[0] else "law-phrase")


def with_tail(text: str, end: int) -> int:
    """Return where a name ends with what makes another law of it: ``BES``, ``box 3``, ``op ...gebied``, a year."""
    match = _TAIL.match(text, end)
    return match.end() if match else end


def _defined(text: str, begin: int, end: int) -> int | None:
    """Return where a name ends that its own abbreviation follows, or None: its letters stand in the name in order."""
    match = _DEFINED.match(text, end)
    if not match or not _ENDING.isdisjoint(match["name"].replace(",", "").split()):
        return None
    fits = match["last"].lower() in match["short"].lower()
    return match.end("name") if fits and abbreviates(match["short"], text[begin : match.end("name")]) else None


def _extent(text: str, begin: int) -> int:
    """Return how far the words from here can be part of a name; ``begin`` when none can."""
    end = sure = begin
    coordinated = False
    for _ in range(_LONGEST):
        follow = _NEXT_WORD.match(text, end)
        if (
            not follow
            or follow["word"] in _ENDING
            or (follow["word"] == "en" and (end == begin or _new_phrase(text, follow.end())))
        ):
            break
        if follow["word"] in _ARTICLES and sure == end:
            break  # "Wet dieren het houden van": an article stands in a name only after "van", "op", ...
        connecting = follow["word"] in _CONNECTING
        if coordinated and not connecting and sure == end and not follow["word"][0].isupper():
            break  # "Wet aanpak x en y stuur ik": after "en" one noun ends the name
        coordinated = (coordinated and follow["word"] != "van") or follow["word"] == "en"
        end = follow.end()
        if not connecting and (listed := _LISTED.match(text, end)):
            end = listed.end()
            coordinated = True
        sure = sure if connecting else end
        if _IN_PARENTHESES.match(text, end):
            break
    said = _SAID_OF.search(text, begin, sure)
    return said.start() if said else sure


def _new_phrase(text: str, end: int) -> bool:
    follow = _NEXT_WORD.match(text, end)
    return not follow or follow["word"] in _ARTICLES or follow["word"] in _ENDING


def _treaty(text: str, begin: int) -> Named | None:
    match = _ENGLISH.match(text, begin)
    return Named(Span(*match.span()), "treaty") if match else None


def _by_place_or_number(text: str, begin: int) -> Named | None:
    match = _NAMED.match(text, begin)
    return Named(Span(*match.span()), "treaty" if match["treaty"] else "law-phrase") if match else None


def _compound(text: str, begin: int) -> Named | None:
    match = _COMPOUND.match(text, begin)
    if not match or _NO_NAME.fullmatch(match["word"]):
        return None
    rule = "treaty" if match["end"] in {"verdrag", "handvest"} else "law-compound"
    return Named(Span(begin, with_tail(text, match.end())), rule)


def _mid_sentence(text: str, begin: int) -> bool:
    """Tell whether a capital here makes a name, because no sentence or title begins here."""
    before = text[max(0, begin - 2) : begin]
    return (len(before) == 2 and before[1] in " \u00a0(" and (before[0].isalnum() or before[0] in ",)")) or before[
        -1:
    ] == "("
