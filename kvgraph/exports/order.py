"""The order in which a person reads a graph, shared by the formats that are meant to be read.

Papers come first, each with all that stands below its IRI: who takes part, then its passages as they were printed, an
answer after the last of its questions, and right after each passage its mentions from left to right. What papers share
follows in sections: cases, cited documents, and the registers at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kvgraph.vocabulary import CITO, DCTERMS, FOAF, ITSRDF, KV, KVROLE, NIF, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS

Subject = NamedNode | BlankNode | Triple
Term = NamedNode | BlankNode | Literal | Triple
Facts = Mapping[NamedNode, Collection[Term]]
"""What is stated of one subject: for each predicate the objects."""


@dataclass(frozen=True, slots=True)
class Block:
    """One subject with its predicates in a fixed order, and the objects of each in a fixed order."""

    subject: Subject
    properties: tuple[tuple[NamedNode, tuple[Term, ...]], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Subjects that belong together: a paper, or all subjects of one kind. The heading is one line of text."""

    heading: str
    blocks: tuple[Block, ...]


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

_PREDICATE_RANK = {predicate: rank for rank, predicate in enumerate(_PREDICATES)}


Natural = tuple[tuple[int, int, str], ...]


def natural(text: str) -> Natural:
    """Return a sort key by which ``question/9`` comes before ``question/10``; different texts have different keys."""
    key = []
    for digits, characters in groupby(text, key=_is_digit):
        run = "".join(characters)
        number = run.lstrip("0")
        # Numbers compare by length, then by digits: as integers do, but of any length.
        key.append((0, len(number), f"{number} {run}") if digits else (1, 0, run))
    return tuple(key)


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"


def _iri_key(term: Term) -> Natural:
    return natural(term.value if isinstance(term, NamedNode) else str(term))


Position = tuple[tuple[int, ...], Natural]
"""Where a subject stands in its section: in the paper, then by its IRI."""

_LAST: Position = (4,), ()


def sections(triples: Iterable[Triple], base: str) -> Iterator[Section]:
    """Yield all the triples, each once, in reading order. ``base`` is what the minted IRIs start with."""
    facts = _by_subject(triples)
    read = {one.value: one for one, own in facts.items() if isinstance(one, NamedNode) and _is_read(own)}
    papers: dict[str, list[Subject]] = {}
    others: dict[str, list[Subject]] = {}
    for subject in facts:
        kind, owner = _path(subject, base)
        if kind == "paper" and owner in read:
            papers.setdefault(owner, []).append(subject)
        else:
            others.setdefault(_SECTIONS.get(kind, _OTHER), []).append(subject)
    for iri in sorted(papers, key=natural):
        paper = read[iri]
        positions = {one: (_place(one, facts, paper), _iri_key(one)) for one in papers[iri]}
        yield Section(_paper_heading(paper, facts[paper]), _blocks(facts, positions))
    for heading in (*_SECTIONS.values(), _OTHER):
        if heading in others:
            yield Section(heading, _blocks(facts, {one: ((), _iri_key(one)) for one in others[heading]}))


def _by_subject(triples: Iterable[Triple]) -> dict[Subject, dict[NamedNode, set[Term]]]:
    facts: dict[Subject, dict[NamedNode, set[Term]]] = {}
    for triple in triples:
        facts.setdefault(triple.subject, defaultdict(set))[triple.predicate].add(triple.object)
    return facts


def _path(subject: Subject, base: str) -> tuple[str, str]:
    """Return the first segment of the path below the base, and the IRI up to and with the second."""
    if not isinstance(subject, NamedNode) or not subject.value.startswith(base):
        return "", ""
    kind, _, rest = subject.value[len(base) :].partition("/")
    return kind, f"{base}{kind}/{rest.partition('#')[0].partition('/')[0]}"


def _is_read(facts: Facts) -> bool:
    return KV.hasHeader in facts or PROV.wasDerivedFrom in facts


def _paper_heading(paper: NamedNode, facts: Facts) -> str:
    titles = sorted(title.value for title in facts.get(DCTERMS.title, ()) if isinstance(title, Literal))
    return ": ".join([paper.value.rpartition("/")[2], *(" ".join(title.split()) for title in titles)])


def _place(subject: Subject, facts: Mapping[Subject, Facts], paper: Subject) -> tuple[int, ...]:
    """Return where in its paper a subject stands: the paper, who takes part, passages with their mentions, the rest."""
    own = facts[subject]
    if subject == paper:
        return (0,)
    if KV.role in own:
        return 1, *(rank for rank, role in enumerate(_ROLES) if role in own[KV.role])
    for passage in sorted(own.get(NIF.referenceContext, ()), key=str)[:1]:
        context = _passage_position(facts.get(passage, {}) if isinstance(passage, NamedNode) else {}, facts)
        return 2, *context, 1, _number(own, NIF.beginIndex), _number(own, NIF.endIndex)
    if KV.paper in own:
        return 2, *_passage_position(own, facts), 0
    return (3,)


def _passage_position(own: Facts, facts: Mapping[Subject, Facts]) -> tuple[int, int, int, int]:
    """Return the part of the paper, the place in it, question before answer, and the order among answers."""
    classes, order = own.get(RDF.type, ()), _number(own, KV.order)
    if KV.Header in classes:
        return 0, order, 0, 0
    if KV.Question in classes:
        return 1, order, 0, 0
    if KV.Answer in classes:
        questions = (facts[one] for one in own.get(KV.answers, ()) if isinstance(one, NamedNode) and one in facts)
        return 1, max((_number(question, KV.order) for question in questions), default=order), 1, order
    return 2, order, 0, 0


def _number(facts: Facts, predicate: NamedNode) -> int:
    """Return the least whole number that is stated, or 0."""
    values = (term.value for term in facts.get(predicate, ()) if isinstance(term, Literal))
    return min((int(value) for value in values if 0 < len(value) < 10 and all(map(_is_digit, value))), default=0)


def _blocks(facts: Mapping[Subject, Facts], positions: Mapping[Subject, Position]) -> tuple[Block, ...]:
    return tuple(_block(one, facts[one], positions) for one in sorted(positions, key=lambda one: positions[one]))


def _block(subject: Subject, facts: Facts, positions: Mapping[Subject, Position]) -> Block:
    def object_key(term: Term) -> tuple[Position, Natural]:
        # What stands in the same section is named in the order in which it stands there.
        known = positions.get(term) if isinstance(term, NamedNode) else None
        return (known, ()) if known else (_LAST, _iri_key(term))

    def objects(predicate: NamedNode) -> tuple[Term, ...]:
        if predicate == RDF.type:
            return tuple(sorted(facts[predicate], key=_class_key))
        return tuple(facts[predicate] if len(facts[predicate]) == 1 else sorted(facts[predicate], key=object_key))

    predicates = sorted(facts, key=lambda one: (_PREDICATE_RANK.get(one, len(_PREDICATES)), one.value))
    return Block(subject, tuple((predicate, objects(predicate)) for predicate in predicates))


def _class_key(term: Term) -> tuple[int, bool, str]:
    """Return a sort key by which the most specific class comes first, and classes of our own before others."""
    rank = _GENERAL.index(term) if isinstance(term, NamedNode) and term in _GENERAL else -1
    return rank, not (isinstance(term, NamedNode) and term in KV), str(term)
