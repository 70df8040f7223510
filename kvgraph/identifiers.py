"""Official id schemes: parse, normalise, print (``kst-21501-02-2295``, session years, ECLI, CELEX, UN symbols).

The ids of parliament and of the official gazettes are those of officielebekendmakingen.nl; those of European law are
CELEX numbers, of courts ECLIs, of the United Nations and the OSCE document symbols.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import assert_never

from kvgraph.model import Scheme

_SESSION_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s?[-‐‑–—/]\s?((?:19|20)?[0-9]{2})(?![0-9])")
_CASE = re.compile(r"(?<!\w)((?:19|20)[0-9]{2})\s?Z\s?([0-9]{5})(?!\w)", re.IGNORECASE)

_REPRINT = re.compile(r"(?P<first>.+)-(?P<letter>[hn])(?P<order>[1-9][0-9]?)")

_GAZETTE = "https://zoek.officielebekendmakingen.nl/{}.html"
_TREATY_OFFICE = "https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum={}"
_EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri={}"

UN_ORGAN = r"(?:A|E|S|T|ST|CAT|CCPR|CEDAW|CED|CERD|CMW|CRC|CRPD|ECE|FCCC|HRI|UNEP|DP)"
"""With which organ or treaty body the symbols of the United Nations begin (ST/LIB/SER.B/5)."""

_SYMBOL = rf"{UN_ORGAN}(?:/[A-Z0-9][A-Za-z0-9.-]{{0,15}}){{2,6}}"
_SECOND_SYMBOL = re.compile(rf"-(?={UN_ORGAN}/).*")

_SCHEMES: tuple[tuple[Scheme, re.Pattern[str]], ...] = (
    (Scheme.KAMERSTUK, re.compile(r"kst-(?:[0-9]{4,8}(?:-[0-9A-Za-z]{1,8}){1,5}|[0-9]{6,7})")),
    (Scheme.AANHANGSEL, re.compile(r"ah-(?:(?:tk|ek)-[0-9]{8}-[0-9]{1,5}(?:-[hn][0-9]{1,2})?|[0-9]{5,7})")),
    (Scheme.KAMERVRAAG, re.compile(r"kv-(?:(?:tk|ek)-[0-9]{4}Z[0-9]{5}(?:-[hn][0-9]{1,2})?|[0-9]{4,10})")),
    (Scheme.CASE, re.compile(r"[0-9]{4}Z[0-9]{5}")),
    (Scheme.TK_DOCUMENT, re.compile(r"[0-9]{4}D[0-9]{5}")),
    (Scheme.HANDELINGEN, re.compile(r"h-(?:tk|ek|vv)-[0-9]{8}(?:-n?[0-9]{1,5}){1,4}")),
    (Scheme.STAATSBLAD, re.compile(r"stb-[0-9]{4}-[0-9]{1,4}")),
    (Scheme.STAATSCOURANT, re.compile(r"stcrt-[0-9]{4}-[0-9]{1,6}")),
    (Scheme.TRACTATENBLAD, re.compile(r"trb-[0-9]{4}-[0-9]{1,4}")),
    # Council conclusions on the ECLI (2011/C 127/01): country, court, year, then 25 letters, digits and dots at most
    (Scheme.ECLI, re.compile(r"ECLI:[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:[0-9]{4}:[A-Z0-9.]{1,25}")),
    # CELEX: sector, year, type of document, number (with a corrigendum's mark in parentheses)
    (Scheme.EU_ACT, re.compile(r"[1-9][0-9]{4}[A-Z]{1,2}[0-9]{2,4}(?:\([0-9]{2}\))?")),
    (Scheme.EU_COM, re.compile(r"(?:COM|SWD|JOIN|SEC|C)\([0-9]{4}\)[0-9]{1,4}")),
    (Scheme.EU_COUNCIL, re.compile(r"ST-[0-9]{4,5}-[0-9]{4}")),
    (Scheme.UN, re.compile(rf"{_SYMBOL}(?:-{_SYMBOL})?")),
    (
        Scheme.COUNCIL_OF_EUROPE,
        re.compile(r"(?:CM/(?:Rec|Res[A-Z]{0,4}|Del/Dec|AS)|Rec)\([0-9]{4}\)[0-9/]{1,8}|PACE-(?:RES|REC)-[0-9]{1,4}"),
    ),
    # the European Treaty Series, and the Council of Europe Treaty Series that goes on from 194
    (Scheme.EUROPEAN_TREATY, re.compile(r"C?ETS-[0-9]{3}")),
    (
        Scheme.OSCE,
        re.compile(r"[A-Z]{2,6}(?:\.[A-Z]{2,5}){1,2}/[0-9]{1,4}(?:/[0-9]{2})?(?:/[A-Z][a-z]{2,3}\.[0-9]{1,2})?"),
    ),
)


def session_year(text: str) -> str | None:
    """Return the first session year in the text as ``2020-2021``; a misprinted one (``2023–34``) is none.

    Read are ``2020–2021``, ``2020-21``, ``2020/2021`` and ``2020/21``, with or without blanks around the dash.
    """
    for first, second in _SESSION_YEAR.findall(text):
        start = int(first)
        if str(start + 1).endswith(second):
            return f"{start}-{start + 1}"
    return None


def session_year_of(day: date) -> str:
    """Return the session year in which this day falls; a session year begins on the third Tuesday of September."""
    start = day.year if day >= third_tuesday_of_september(day.year) else day.year - 1
    return f"{start}-{start + 1}"


def third_tuesday_of_september(year: int) -> date:
    """Return Prinsjesdag of this year, the day on which a session year begins (article 65 of the Grondwet)."""
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def kamerstuk(dossier: str, addition: str, number: str) -> str:
    """Return ``kst-36600-XII-42`` for the dossier ``36 600``, the addition ``XII`` and the number ``42``.

    The addition may be empty (``kst-36021-B``: dossier and letter), blanks and no-break spaces in the dossier go.
    """
    parts = ("".join(part.split()) for part in (dossier, addition, number))
    return "-".join(["kst", *(part for part in parts if part)])


def aanhangsel(session_year: str, number: str, chamber: str = "tk") -> str:
    """Return ``ah-tk-20242025-244`` for the session year ``2024-2025`` and the number ``244``."""
    return f"ah-{chamber}-{_eight_digits(session_year)}-{_number(number)}"


def handelingen(session_year: str, sitting: str, item: str | None = None, chamber: str = "tk") -> str:
    """Return ``h-tk-20232024-45-7`` for item 7 of sitting 45, ``h-tk-20232024-45`` for the sitting."""
    tail = f"-{_number(item)}" if item else ""
    return f"h-{chamber}-{_eight_digits(session_year)}-{_number(sitting)}{tail}"


def kamervraag(case: str, chamber: str = "tk") -> str:
    """Return ``kv-tk-2024Z18653``, the id of the question paper of a case."""
    return f"kv-{chamber}-{case}"


def case_number(text: str) -> str | None:
    """Return the first case number in the text without blanks (``2024Z 17972`` gives ``2024Z17972``), or None."""
    match = _CASE.search(text)
    return f"{match[1]}Z{match[2]}" if match else None


def scheme_of(identifier: str) -> Scheme | None:
    """Return the scheme of which this is a well formed id, or None."""
    return next((scheme for scheme, pattern in _SCHEMES if pattern.fullmatch(identifier)), None)


def dossier_of(identifier: str) -> str | None:
    """Return the dossier of a Kamerstuk (``36600-XII`` of ``kst-36600-XII-42``), None for an id that names none."""
    if scheme_of(identifier) is not Scheme.KAMERSTUK:
        return None
    parts = identifier.split("-")[1:]
    if len(parts) == 1:
        return None  # published before it was numbered: "kst-1268678"
    while len(parts) > 2 and re.fullmatch(r"[bhn][0-9]{1,2}", parts[-1]):
        parts.pop()  # an appendix, a reprint or a corrigendum belongs to the same dossier
    if len(parts[0]) == 8 and len(parts) > 2:
        parts.pop(0)  # papers of both chambers before 2006 carry their session year in front
    return "-".join(parts[:-1])


def superseded(identifier: str) -> tuple[str, ...]:
    """Return the ids of the earlier printings that a reprint replaces, the first one first.

    ``ah-tk-20102011-12-h2`` replaces ``ah-tk-20102011-12`` and ``ah-tk-20102011-12-h1``; a first printing nothing.
    """
    match = _REPRINT.fullmatch(identifier)
    if not match or scheme_of(identifier) not in (Scheme.AANHANGSEL, Scheme.KAMERVRAAG):
        return ()
    first, letter = match["first"], match["letter"]
    return (first, *(f"{first}-{letter}{order}" for order in range(1, int(match["order"]))))


def first_printing(identifier: str) -> str:
    """Return the id of the first printing of a paper: of a reprint that of what it replaces, else the id itself."""
    return next(iter(superseded(identifier)), identifier)


def landing_page(identifier: str) -> str | None:
    """Return the address of the official page of this document, or None where it can't be derived from the id."""
    scheme = scheme_of(identifier)
    if scheme is None:
        return None
    match scheme:
        case (
            Scheme.KAMERSTUK
            | Scheme.AANHANGSEL
            | Scheme.KAMERVRAAG
            | Scheme.STAATSBLAD
            | Scheme.STAATSCOURANT
            | Scheme.TRACTATENBLAD
        ):
            return _GAZETTE.format(identifier)
        case Scheme.HANDELINGEN:
            # a whole sitting has no page, only its items have
            return _GAZETTE.format(identifier) if identifier.count("-") > 3 else None
        case Scheme.TK_DOCUMENT:
            return f"https://www.tweedekamer.nl/kamerstukken/detail?id={identifier}"
        case Scheme.ECLI if identifier.startswith("ECLI:NL:"):
            return f"https://deeplink.rechtspraak.nl/uitspraak?id={identifier}"
        case Scheme.ECLI if identifier.startswith("ECLI:EU:"):
            return _EUR_LEX.format(f"ecli:{identifier}")
        case Scheme.EU_ACT:
            return _EUR_LEX.format(f"CELEX:{identifier}")
        case Scheme.UN:
            return f"https://undocs.org/{_SECOND_SYMBOL.sub('', identifier)}"
        case Scheme.EUROPEAN_TREATY:
            return _TREATY_OFFICE.format(identifier.rpartition("-")[2])
        case Scheme.CASE | Scheme.ECLI | Scheme.EU_COM | Scheme.EU_COUNCIL | Scheme.COUNCIL_OF_EUROPE | Scheme.OSCE:
            return None
        case _:
            assert_never(scheme)


def _eight_digits(session_year: str) -> str:
    return "".join(session_year.split("-"))


def _number(text: str) -> str:
    return text.strip().lstrip("0") or "0"
