"""Offices and lists of ministries in running text.

``Minister van VWS`` is an office: the ministry's short name in it does not name the organisation. ``de Ministeries van
VWS en BZK`` names two organisations, and the second stands without its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kvgraph.entities.lexicon import lexicon

_OFFICE = re.compile(
    r"(?<![a-z])(?:ministers?(?: president)?|staatssecretaris(?:sen)?|bewindsperso(?:on|nen)|bewindslieden"
    r"|ambtsgeno(?:ot|ten)|vakministers?|premier|vicepremier|vaste commissies?|commissie voor|commissiedebat)(?![a-z])"
)

# Portfolios of ministers without a ministry of their own and of state secretaries.
_WITHOUT_MINISTRY = (
    "armoedebeleid, participatie en pensioenen|basis en voortgezet onderwijs en media|bestuurlijke vernieuwing en "
    "koninkrijksrelaties|buitenlandse handel en ontwikkelingshulp|buitenlandse handel en ontwikkelingssamenwerking|"
    "cultuur en media|digitalisering|digitalisering en koninkrijksrelaties|europese zaken|fiscaliteit|fiscaliteit en "
    "belastingdienst|fiscaliteit, belastingdienst en douane|herstel en toeslagen|herstel groningen|immigratie en asiel|"
    "immigratie, integratie en asiel|integratie|jeugd en gezin|jeugd en preventie|jeugd, preventie en sport|klimaat en "
    "energie|koninkrijksrelaties|koninkrijksrelaties en groningen|langdurige en maatschappelijke zorg|langdurige zorg|"
    "langdurige zorg en sport|media|medische zorg|medische zorg en sport|milieu|milieu en wonen|mijnbouw|natuur en "
    "stikstof|openbaar vervoer en milieu|participatie en integratie|primair en voortgezet onderwijs en media|"
    "rechtsbescherming|toeslagen|toeslagen en douane|vreemdelingenzaken en integratie|wonen en rijksdienst|wonen, "
    "wijken en integratie|ontwikkelingssamenwerking"
).split("|")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a list of portfolios behind an office, and of one more ministry in a list."""
    choice = _choice(lexicon().portfolios)
    offices = _choice([*lexicon().portfolios, *_WITHOUT_MINISTRY])
    links = r" van| voor| en| of|,| /|/| de| het|\(|\)| ministers?| staatssecretaris(?:sen)?"
    return (
        re.compile(rf"(?:(?:{links}){{0,4}} ?(?:{offices})(?![a-z])){{1,14}}"),
        re.compile(
            r"(?:,| en| of| en/of|, en| alsmede)(?: de| het)?(?: ministeries?| departement)?(?: van| voor)? "
            rf"({choice})(?![a-z])"
        ),
    )


def _choice(words: Iterable[str]) -> str:
    """Return an alternation, longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def office_spans(folded: str) -> list[tuple[int, int]]:
    """Return where offices with their portfolios stand in a folded text (``minister van vws en van bzk``)."""
    spans: list[tuple[int, int]] = []
    for head in _OFFICE.finditer(folded):
        if spans and head.start() < spans[-1][1]:
            continue
        portfolios = _patterns()[0].match(folded, head.end())
        if portfolios:
            spans.append((head.start(), portfolios.end()))
    return spans


def further_ministries(folded: str, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and key of each ministry that a list goes on with behind ``end`` in a folded text."""
    while match := _patterns()[1].match(folded, end):
        yield match.start(1), match.end(1), lexicon().portfolios[match[1]]
        end = match.end(1)


@cache
def portfolio_words() -> frozenset[str]:
    """Return the words with which names of portfolios begin, folded."""
    return frozenset(re.split("[ ,]", portfolio)[0] for portfolio in (*lexicon().portfolios, *_WITHOUT_MINISTRY))
