"""The order in which a person reads a graph, shared by the formats that are meant to be read.

Papers come first, each with all that stands below its IRI: who takes part, then its passages as they were printed, an
answer after the last of its questions, and right after each passage its mentions from left to right. What papers share
follows in sections: cases, cited documents, and the registers at the end.

All is text: a term is what canonical N-Triples writes for it, a triple is its three terms with spaces between them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import inf
from types import MappingProxyType
from typing import NamedTuple

from kvgraph.vocabulary import (
    CITO,
    DCTERMS,
    FOAF,
    ITSRDF,
    KV,
    KVROLE,
    NIF,
    ORG,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
)

Facts = Mapping[str, Sequence[str]]
"""What is stated of one subject: for each predicate the objects."""


class Block(NamedTuple):
    """One subject with its predicates in a fixed order, and the objects of each in a fixed order."""

    subject: str
    properties: list[tuple[str, Sequence[str]]]


class Section(NamedTuple):
    """Subjects that belong together: a paper, or all subjects of one kind. The heading is one line of text."""

    heading: str
    blocks: Iterable[Block]


_SECTIONS = {
    "case": "Cases",
    "dossier": "Dossiers",
    "paper": "Documents with an official id that are cited",
    "law": "Laws and treaties that are cited",
    "work": "News items, reports and pages that are cited",
    "source": "Source files",
    "build": "Builds",
    "person": "Persons",
    "membership": "Seats and offices held",
    "party": "Parties",
    "office": "Offices",
    "institution": "Institutions",
    "dataset": "The dataset and its parts",
    "evaluation": "Quality, measured against facts found by reading",
}
"""First segment of the path below the base, and the heading of its section, in reading order."""

_OTHER = "Other"

_GENERAL = (KV.Paper, KV.OfficialWork, KV.Passage, KV.Mention)
"""Classes that stand above others in the ontology: the more general, the later."""

_ROLES = (KVROLE.questioner, KVROLE.addressee, KVROLE.respondent, KVROLE.onBehalfOf)

_PREDICATES = (
    RDF.type,
    *(DCTERMS.identifier, DCTERMS.type, DCTERMS.title, KV.sessionYear, KV.number, KV.case, KV.dossier),
    *(KV.dateSubmitted, KV.dateAnswered, KV.relatedPaper, KV.supersedes),
    *(KV.participation, KV.questioner, KV.addressee, KV.respondent, KV.onBehalfOf),
    *(KV.hasHeader, KV.hasQuestion, KV.hasAnswer, KV.hasFootnote, CITO.cites, SCHEMA.mentions),
    *(KV.role, KV.nameAsPrinted, KV.partyAsPrinted, KV.officeTitle, KV.portfolio),
    *(KV.participant, KV.party, KV.office, KV.institution, KV.evidence),
    *(KV.paper, KV.label, KV.order, KV.page, SCHEMA.text, KV.answers, KV.refersTo, KV.footnoteOf, KV.markOffset),
    *(NIF.referenceContext, NIF.beginIndex, NIF.endIndex, NIF.anchorOf, ITSRDF.taIdentRef, KV.candidate),
    *(KV.lawAsPrinted, KV.article, KV.roleAsPrinted, KV.status, KV.reason, KV.rule),
    *(FOAF.name, FOAF.familyName, KV.initials, SKOS.prefLabel, RDFS.label, SKOS.altLabel),
    *(SCHEMA.name, SCHEMA.publisher, SCHEMA.datePublished, SCHEMA.url),
    *(ORG.member, ORG.organization, ORG.role, ORG.postIn, ORG.subOrganizationOf, SCHEMA.startDate, SCHEMA.endDate),
    *(KV.fileName, DCTERMS["format"], KV.sha256),
    *(OWL.sameAs, FOAF.page, PROV.wasDerivedFrom, PROV.wasGeneratedBy),
)
"""The order of predicates: what it is, what it is called, what belongs to it, where it comes from."""

_HEADINGS = (*_SECTIONS.values(), _OTHER)
_PREDICATE_RANKS = {str(predicate): rank for rank, predicate in enumerate(_PREDICATES)}
_ROLE_RANKS = {str(role): rank for rank, role in enumerate(_ROLES)}
_GENERAL_RANKS = {str(general): rank for rank, general in enumerate(_GENERAL)}

TYPE = str(RDF.type)
_TITLE, _HAS_HEADER, _DERIVED = str(DCTERMS.title), str(KV.hasHeader), str(PROV.wasDerivedFrom)
_ROLE, _PAPER, _ORDER, _ANSWERS = str(KV.role), str(KV.paper), str(KV.order), str(KV.answers)
_CONTEXT, _BEGIN, _END = str(NIF.referenceContext), str(NIF.beginIndex), str(NIF.endIndex)
_HEADER, _QUESTION, _ANSWER = str(KV.Header), str(KV.Question), str(KV.Answer)

_ONLY_DIGITS = bytes(byte if byte in b"0123456789" else ord(" ") for byte in range(256))


def natural(text: str) -> str:
    """Return a sort key by which ``question/9`` comes before ``question/10``; different texts have different keys."""
    key, end = [], 0
    for digits in text.encode().translate(_ONLY_DIGITS).decode().split():
        begin = text.index(digits, end)
        # Numbers come before text, and compare by how many digits they have, then by the digits.
        key += [text[end:begin], f"\x1f{len(digits.lstrip('0')):06}{digits}"]
        end = begin + len(digits)
    return "".join(key) + text[end:]


def term_key(term: str) -> str:
    """Return a sort key of a term: IRIs by their text, without the brackets."""
    return natural(term.strip("<>"))


def path(subject: str, base: str) -> tuple[str, str]:
    """Return the first segment of the path below the base, and the term for the IRI up to and with the second."""
    if not subject.startswith(f"<{base}"):
        return "", ""
    kind, _, rest = subject[len(base) + 1 : -1].partition("/")
    return kind, f"<{base}{kind}/{rest.partition('#')[0].partition('/')[0]}>"


def section_key(kind: str, subject: str) -> str:
    """Return a sort key of a subject behind the papers: by its section, then by its IRI."""
    return f"{_HEADINGS.index(_SECTIONS.get(kind, _OTHER)):02} {term_key(subject)}"


def heading(key: str) -> str:
    """Return the heading of the section to which a sort key belongs."""
    return _HEADINGS[int(key[:2])]


def by_subject(triples: Iterable[str]) -> Mapping[str, Facts]:
    """Return what is stated of each subject; the objects of a predicate stay in the order in which they come."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in triples:
        subject, predicate, term = triple.split(" ", 2)
        found.setdefault(subject, {}).setdefault(predicate, []).append(term)
    return found


def is_read(facts: Facts) -> bool:
    """Tell whether this is stated of a paper that was read, and not only cited."""
    return _HAS_HEADER in facts or _DERIVED in facts


def paper_section(paper: str, facts: Mapping[str, Facts]) -> Section:
    """Return the section of a paper; what is stated of it and of all below its IRI is given."""
    places = _Places(paper, facts)
    ordered = sorted(facts, key=lambda one: (places.of(one), term_key(one)))
    positions = {subject: position for position, subject in enumerate(ordered)}
    return Section(_heading(paper, facts[paper]), [block(one, facts[one], positions) for one in ordered])


def block(subject: str, facts: Facts, positions: Mapping[str, int] = MappingProxyType({})) -> Block:
    """Return the block of a subject; objects that have a position in its section are named in that order, first."""

    def object_key(term: str) -> tuple[float, str]:
        position = positions.get(term)
        return (inf, term_key(term)) if position is None else (position, "")

    def objects(predicate: str) -> Sequence[str]:
        terms = facts[predicate]
        if len(terms) == 1:
            return terms
        return _classes(tuple(terms)) if predicate == TYPE else sorted(terms, key=object_key)

    return Block(subject, [(predicate, objects(predicate)) for predicate in _predicates(tuple(facts))])


def _heading(paper: str, facts: Facts) -> str:
    # The escapes of N-Triples, in canonical form, are those of JSON.
    titles = (json.loads(text[: text.rindex('"') + 1]) for text in facts.get(_TITLE, ()) if text.startswith('"'))
    return ": ".join([paper[1:-1].rpartition("/")[2], *(" ".join(title.split()) for title in sorted(titles))])


class _Places:
    """Where in a paper its subjects stand: the paper, who takes part, passages with their mentions, the rest."""

    def __init__(self, paper: str, facts: Mapping[str, Facts]) -> None:
        self._paper, self._facts = paper, facts
        self._passages: dict[str, tuple[int, ...]] = {}

    def of(self, subject: str) -> tuple[int, ...]:
        own = self._facts[subject]
        if subject == self._paper:
            return (0,)
        if _ROLE in own:
            return 1, *(rank for role, rank in _ROLE_RANKS.items() if role in own[_ROLE])
        if _CONTEXT in own:
            return 2, *self._passage(min(own[_CONTEXT])), 1, _number(own, _BEGIN), _number(own, _END)
        if _PAPER in own:
            return 2, *self._passage(subject), 0
        return (3,)

    def _passage(self, passage: str) -> tuple[int, ...]:
        if passage not in self._passages:
            self._passages[passage] = self._find(self._facts.get(passage, {}))
        return self._passages[passage]

    def _find(self, own: Facts) -> tuple[int, ...]:
        """Return the part of the paper, the place in it, question before answer, and the order among answers."""
        classes, order = own.get(TYPE, ()), _number(own, _ORDER)
        if _HEADER in classes:
            return 0, order, 0, 0
        if _QUESTION in classes:
            return 1, order, 0, 0
        if _ANSWER in classes:
            questions = (self._facts[one] for one in own.get(_ANSWERS, ()) if one in self._facts)
            return 1, max((_number(question, _ORDER) for question in questions), default=order), 1, order
        return 2, order, 0, 0


def _number(facts: Facts, predicate: str) -> int:
    """Return the least whole number that is stated, or 0."""
    values = (term.split('"', 2)[1] for term in facts.get(predicate, ()) if term.startswith('"'))
    return min((int(value) for value in values if len(value) < 10 and value.isascii() and value.isdigit()), default=0)


@lru_cache(4096)
def _predicates(predicates: tuple[str, ...]) -> Sequence[str]:
    return sorted(predicates, key=lambda one: (_PREDICATE_RANKS.get(one, len(_PREDICATES)), one))


@lru_cache(4096)
def _classes(terms: tuple[str, ...]) -> Sequence[str]:
    """Return the most specific class first, and classes of our own before others."""
    own = f"<{PREFIXES['kv']}"
    return sorted(terms, key=lambda one: (_GENERAL_RANKS.get(one, -1), not one.startswith(own), one))
