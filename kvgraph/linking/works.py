"""Citations to what they cite: official works, laws, sources, passages of the paper itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from string import ascii_lowercase
from typing import Protocol, assert_never

from kvgraph.citations import law_names, laws
from kvgraph.model import (
    Citation,
    Law,
    LawCitation,
    Link,
    Mention,
    Official,
    OfficialCitation,
    Paper,
    PassageKind,
    PassageReference,
    PassageTarget,
    Status,
    Work,
    WorkCitation,
)


class Publications(Protocol):
    """What linking asks of the index of publications."""

    def knows(self, identifier: str) -> bool:
        """Tell whether a publication with this id exists."""
        ...

    def spelling(self, identifier: str) -> str | None:
        """Return the id that is known, in the spelling of the index, or None."""
        ...

    def covers(self, identifier: str, cited: date | None = None) -> bool:
        """Tell whether the index would know this id, cited on that day, if it existed."""
        ...

    def nearest(self, identifier: str, count: int = 5) -> tuple[str, ...]:
        """Return known ids that one slip of the keyboard makes of this one."""
        ...


class Registers(Protocol):
    """What linking asks of the registers."""

    @property
    def publications(self) -> Publications:
        """The index of publications."""
        ...


_PARTS = ("b1", "h1", "n1")
"""How the ids of a first appendix, reprint and corrigendum end: of some papers the index knows only these."""

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_TRACKING = re.compile(r"(?:utm_\w+|at_\w+|fbclid|gclid|cmp|xtor)=", re.IGNORECASE)
_KEY_LENGTH = 16

_BEFORE_SHORT = re.compile(r"\s\((?:(?:hierna|verder):?\s)?[«\"“‘']?")


def link_citation(citation: Citation, paper: Paper, registers: Registers) -> Link:
    """Return what a citation of this paper refers to.

    An official id is verified when the index of publications knows it, and well formed when it does not: then with
    candidates where the index would have known it, because such an id is probably misprinted. A law is verified when
    the register of laws holds it. A source has no register, so that it is well formed. A pointer inside the paper is
    verified when exactly one passage answers to it, and unresolved otherwise, with the reason.
    """
    match citation:
        case OfficialCitation():
            return _official(citation, paper.answered or paper.submitted, registers.publications)
        case LawCitation():
            return _law(citation.law)
        case WorkCitation():
            return Link(Work(work_key(citation), citation), Status.WELL_FORMED)
        case PassageReference():
            return _passage(citation, paper)
        case _:
            assert_never(citation)


def work_key(citation: WorkCitation) -> str:
    """Return 16 hex digits of the SHA-256 of the source's normalised URL, else of its publisher, date and title."""
    facts = (citation.publisher, citation.published, citation.title)
    text = normalised(citation.url) if citation.url else "|".join((fact or "").casefold() for fact in facts)
    return sha256(text.encode()).hexdigest()[:_KEY_LENGTH]


def normalised(url: str) -> str:
    """Return an address without what does not change the page: scheme, ``www.``, fragment, tracking, last slash."""
    page, _, query = _SCHEME.sub("", url).partition("#")[0].partition("?")
    host, slash, path = page.partition("/")
    page = (host.lower().removeprefix("www.") + slash + path).rstrip("/")
    kept = "&".join(pair for pair in query.split("&") if pair and not _TRACKING.match(pair))
    return f"{page}?{kept}" if kept else page


def _official(citation: OfficialCitation, day: date | None, publications: Publications) -> Link:
    identifier = citation.identifier
    target = Official(citation.scheme, identifier)
    if publications.spelling(identifier) or any(publications.knows(f"{identifier}-{part}") for part in _PARTS):
        return Link(target, Status.VERIFIED)
    if publications.covers(identifier, day):
        candidates = publications.nearest(identifier)
        return Link(target, Status.WELL_FORMED, "not in the register of publications", candidates)
    return Link(target, Status.WELL_FORMED)


def in_full(mentions: Mapping[str, Sequence[Mention]], paper: Paper) -> Mapping[str, Sequence[Mention]]:
    """Return the mentions with every law under the fullest name that this paper prints of it.

    A paper cites one law under several names: in full once and short from there on. Two names are of one law when the
    register says so, or when the short one stands in parentheses behind the full one (``Wet voorbeelden (Wv)``), and
    that is believed before the register. What is printed at the place of a mention stays in its span.
    """
    cited = [(passage, found) for passage in paper.passages if (found := _laws(mentions.get(passage.key, ())))]
    if not cited:
        return mentions
    defined = {short: full for passage, found in cited for short, full in _definitions(passage.text, found)}
    names: dict[str, str] = {}
    for law in dict.fromkeys(one.law for _, found in cited for one in found):
        key = _law_key(defined.get(law, law))
        names[key] = max(names.get(key, ""), _act(law, paper), key=len)

    def named(mention: Mention) -> Mention:
        if not isinstance(mention, LawCitation):
            return mention
        name = names.get(_law_key(defined.get(mention.law, mention.law)), mention.law)
        return mention if name == mention.law else replace(mention, law=name)

    renamed = {passage.key: tuple(map(named, mentions[passage.key])) for passage, _ in cited}
    return {**mentions, **renamed}


def _laws(mentions: Sequence[Mention]) -> list[LawCitation]:
    return [one for one in mentions if isinstance(one, LawCitation)]


def _definitions(text: str, found: Sequence[LawCitation]) -> Iterator[tuple[str, str]]:
    """Yield the short names that stand in parentheses behind a full one, each with the full one."""
    for full, short in pairwise(sorted(found, key=lambda law: law.span)):
        between = text[full.span.end : short.span.begin]
        if _BEFORE_SHORT.fullmatch(between) and law_names.abbreviates(short.law, full.law):
            yield short.law, full.law


def _act(name: str, paper: Paper) -> str:
    """Return a bill's name as that of the act, where the paper prints that too: ``Wet toekomst pensioenen``."""
    if not law_names.is_bill(name):
        return name
    sought = f"wet {name}".lower()
    texts = [passage.text for passage in paper.passages if sought in passage.text.lower()]
    found = (re.search(rf"\bWet {re.escape(name)}\b", text, re.IGNORECASE) for text in texts)
    return next((match[0] for match in found if match), name)


@lru_cache(maxsize=4096)
def _law_key(name: str) -> str:
    """Return the key of the law of this name: in the register, else made of the name, of a bill of its act."""
    if row := laws.row_of(name):
        return row.key
    return _slug(f"Wet {name}" if law_names.is_bill(name) else name)


@lru_cache(maxsize=4096)
def _law(name: str) -> Link:
    if row := laws.row_of(name):
        return Link(Law(row.key, row.name), Status.VERIFIED)
    return Link(Law(_law_key(name), name), Status.WELL_FORMED)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or sha256(name.encode()).hexdigest()[:_KEY_LENGTH]


def _passage(reference: PassageReference, paper: Paper) -> Link:
    questions = _labelled(reference.label, paper)
    if reference.to is PassageKind.QUESTION:
        found = questions
    else:
        asked = set(questions)
        found = [
            passage.key
            for passage in paper.passages
            if passage.kind is PassageKind.ANSWER and not asked.isdisjoint(passage.answers)
        ]
    if len(found) == 1:
        return Link(PassageTarget(found[0]), Status.VERIFIED)
    what = "question" if reference.to is PassageKind.QUESTION else "answer to question"
    many = "more than one" if found else "no"
    return Link(None, Status.UNRESOLVED, f"{many} {what} {reference.label} in this paper", tuple(found))


def _labelled(label: str, paper: Paper) -> list[str]:
    """Return the keys of the questions with this label; of a part without a passage of its own, the whole question."""
    questions = [passage for passage in paper.passages if passage.kind is PassageKind.QUESTION]
    for sought in (label.lower(), label.lower().rstrip(ascii_lowercase)):
        if found := [passage.key for passage in questions if passage.label.lower() == sought]:
            return found
    return []
