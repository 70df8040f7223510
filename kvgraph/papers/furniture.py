"""Page furniture of typeset papers: taken out of the text, and the facts that it prints kept.

A typeset page closes with ``Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1``; the first one carries the official
id, ISSN and place as well, and opens with the chamber, the session year and the kind of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kvgraph.identifiers import scheme_of, session_year
from kvgraph.model import Chamber, Line

_DASH = r"[-‐-―−]"
_YEARS = rf"\d{{4}} ?{_DASH} ?\d{{2,4}}"
_FOOT = re.compile(
    rf"(?P<before>.*?)(?:Tweede|Eerste) Kamer,? vergaderjaar (?P<years>{_YEARS}), "
    r"(?P<kind>Aanhangsel|Vragen)(?: van de Handelingen)?\s*(?P<page>\d{1,2})?(?!\d)(?P<after>(?:[^\W\d_].*)?)\s*$"
)
_IDENTIFIER = re.compile(r"\s*(?P<id>(?:ah|kv)-(?P<chamber>tk|ek)-\w+(?:-\w+)*)\s*")
_PRINTER = re.compile(
    r"\s*(?:ISSN\s*\d{4}|’s-Gravenhage \d{4}|’s‑Gravenhage|'s-Gravenhage \d{4}|Sdu Uitgevers|KVR ?\d+|\d{4}tkkvr\d+).*"
)
_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_HEAD = (
    re.compile(r"\s*(?P<chamber>Tweede|Eerste) Kamer der Staten-Generaal\s*[12]?\s*"),
    re.compile(rf"\s*Vergaderjaar (?P<years>{_YEARS})\s*(?P<rest>.*)"),
    re.compile(r"\s*Aanhangsel (?:van de|tot het Verslag van de) Handelingen.*"),
    re.compile(r"\s*Vragen gesteld door de leden der Kamer.*"),
    re.compile(r"\s*(?:de )?regering gegeven antwoorden\s*"),
)
_TITLES = _HEAD[3:]
_HEAD_LINES = 16


@dataclass(slots=True)
class Page:
    """The lines of one page without its furniture; ``closed`` says that a page foot was seen."""

    lines: list[Line] = field(default_factory=list)
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper without page furniture, and what the furniture said."""

    pages: tuple[Page, ...]
    identifier: str | None = None
    session_year: str | None = None
    chamber: Chamber = Chamber.TWEEDE_KAMER
    number: str | None = None

    @property
    def typeset(self) -> bool:
        """Return whether the paper was typeset: only those have page feet."""
        return any(page.closed for page in self.pages)

    @property
    def lines(self) -> list[Line]:
        """The lines of all pages."""
        return [line for page in self.pages for line in page.lines]

    def named(self, identifier: str) -> Printed:
        """Return the same with an official id that is not printed in it."""
        return replace(self, identifier=identifier, chamber=_chamber(identifier.split("-")[1]))


def take_out(lines: Sequence[Line]) -> Printed:
    """Return the lines without page furniture, page by page, with the facts that it held."""
    pages, facts = _pages(lines)
    if len({line.page for line in lines}) == 1:
        _number(pages)
    head = _take_head(pages[0], facts)
    return Printed(
        pages=tuple(page for page in pages if page.lines or page.closed),
        identifier=facts.get("identifier"),
        session_year=session_year(facts["years"]) if "years" in facts else None,
        chamber=_chamber(facts.get("chamber")),
        number=head,
    )


def _chamber(printed: str | None) -> Chamber:
    return Chamber.EERSTE_KAMER if printed in ("Eerste", "ek") else Chamber.TWEEDE_KAMER


def _pages(lines: Sequence[Line]) -> tuple[list[Page], dict[str, str]]:
    facts: dict[str, str] = {}
    pages = [Page()]
    after_foot = False
    for line in lines:
        page = pages[-1]
        if "vergaderjaar" in line.text and (foot := _FOOT.fullmatch(line.text)):
            if _PRINTER.fullmatch(foot["before"]) or not foot["before"].strip():
                facts.setdefault("years", foot["years"])
                page.closed = True
                pages.append(Page([line.cut(foot.start("after"))] if foot["after"] else []))
                after_foot = foot["page"] is None
                continue
        elif (identifier := _IDENTIFIER.fullmatch(line.text)) and scheme_of(identifier["id"]):
            facts.setdefault("identifier", identifier["id"])
            facts.setdefault("chamber", identifier["chamber"])
            continue
        elif _PRINTER.fullmatch(line.text):
            continue
        elif after_foot and _NUMBER.fullmatch(line.text) and not any(got.text.strip() for got in page.lines):
            after_foot = False
            continue
        page.lines.append(line)
    return pages, facts


def _number(pages: Sequence[Page]) -> None:
    """Give each line the number of its page, in a text that tells pages apart by their feet alone."""
    for number, page in enumerate(pages, 1):
        page.lines = [line if line.page == number else replace(line, page=number) for line in page.lines]


def _take_head(page: Page, facts: dict[str, str]) -> str | None:
    """Take the head lines off the first page; return the number of the Aanhangsel, if it stands under the title."""
    seen, number, titled = 0, None, False
    for index, line in enumerate(page.lines[:_HEAD_LINES]):
        match = next((m for pattern in _HEAD if (m := pattern.fullmatch(line.text))), None)
        if match:
            seen = index + 1
            titled = titled or match.re in _TITLES
            # The head says what the paper is; a foot in the text may be quoted from another one.
            facts.update({k: v for k, v in match.groupdict().items() if k in ("years", "chamber")})
        elif seen and _NUMBER.fullmatch(line.text):
            number, seen = (line.text.strip() if titled else None), index + 1
            if titled:
                break
        elif line.text.strip() and (titled or index - seen >= 4):
            break
    del page.lines[:seen]
    return number
