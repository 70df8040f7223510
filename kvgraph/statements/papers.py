"""A paper that is read: its facts, its passages, who takes part, and the file that it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kvgraph import __version__, identifiers
from kvgraph.iris import TextMinter
from kvgraph.model import (
    Analysis,
    LinkedMention,
    LinkedParticipation,
    Office,
    Official,
    Paper,
    PaperKind,
    Party,
    Passage,
    PassageKind,
    Person,
    Role,
    Source,
)
from kvgraph.statements.lines import Place, classes
from kvgraph.statements.literals import count, day, plain
from kvgraph.statements.targets import official
from kvgraph.statements.terms import DCTERMS, KV, KVROLE, PROV, RDF, RDFS, SCHEMA

_KINDS = {kind: KV[kind.value] for kind in PaperKind}
_ROLES = {role: KVROLE[role.value] for role in Role}
_PASSAGES = {
    PassageKind.HEADER: (KV.Header, KV.hasHeader),
    PassageKind.QUESTION: (KV.Question, KV.hasQuestion),
    PassageKind.ANSWER: (KV.Answer, KV.hasAnswer),
    PassageKind.FOOTNOTE: (KV.Footnote, KV.hasFootnote),
}


def paper(analysis: Analysis, place: Place) -> Iterator[str]:
    """State the paper's own facts."""
    facts, node, minter = analysis.paper, place.node, place.minter
    yield from classes(node, KV.Paper, KV.OfficialWork, _KINDS[facts.kind])
    if facts.identifier:
        yield from _identified(node, facts.identifier, minter)
    for value, term in (
        (facts.session_year, KV.sessionYear),
        (facts.number, KV.number),
        (facts.subject, DCTERMS.title),
    ):
        if value:
            yield f"{node} {term} {plain(value)}"
    if facts.submitted:
        yield f"{node} {KV.dateSubmitted} {day(facts.submitted)}"
    if facts.answered:
        yield f"{node} {KV.dateAnswered} {day(facts.answered)}"
    yield from cases(node, facts.cases, minter)
    yield from _superseded(facts.identifier, place)
    yield from _related(analysis.related, place)


def cases(node: str, numbers: Iterable[str], minter: TextMinter) -> Iterator[str]:
    """State of which cases a paper is part."""
    for number in numbers:
        case = minter.case(number)
        yield f"{node} {KV.case} {case}"
        yield from classes(case, KV.Case)
        yield f"{case} {DCTERMS.identifier} {plain(number)}"


def _superseded(identifier: str | None, place: Place) -> Iterator[str]:
    for earlier in identifiers.superseded(identifier) if identifier else ():
        other = place.minter.paper(earlier)
        yield f"{place.node} {KV.supersedes} {other}"
        yield from _other_paper(other, earlier, place.minter)


def _related(related: tuple[str, ...], place: Place) -> Iterator[str]:
    for identifier in related:
        other = place.minter.paper(identifier)
        yield f"{place.node} {KV.relatedPaper} {other}"
        yield f"{other} {KV.relatedPaper} {place.node}"
        yield from _other_paper(other, identifier, place.minter)


def _other_paper(node: str, identifier: str, minter: TextMinter) -> Iterator[str]:
    yield from classes(node, KV.Paper, KV.OfficialWork)
    yield from _identified(node, identifier, minter)


def _identified(node: str, identifier: str, minter: TextMinter) -> Iterator[str]:
    yield f"{node} {DCTERMS.identifier} {plain(identifier)}"
    scheme = identifiers.scheme_of(identifier)
    if scheme:
        yield from official(Official(scheme, identifier), minter)


def passages(paper: Paper, place: Place) -> Iterator[str]:
    """State the passages of the paper."""
    return chain.from_iterable(_passage(passage, place) for passage in paper.passages)


def _passage(passage: Passage, place: Place) -> list[str]:
    kind, has = _PASSAGES[passage.kind]
    node = place.passages[passage.key]
    stated = [
        f"{place.node} {has} {node}",
        f"{node} {RDF.type} {KV.Passage}",
        f"{node} {RDF.type} {kind}",
        f"{node} {KV.paper} {place.node}",
        f"{node} {KV.order} {count(passage.order)}",
        f"{node} {SCHEMA.text} {plain(passage.text)}",
    ]
    if passage.label:
        stated.append(f"{node} {KV.label} {plain(passage.label)}")
    if page := passage.page_of(0):
        stated.append(f"{node} {KV.page} {count(page)}")
    stated += [f"{node} {KV.answers} {place.passages[question]}" for question in passage.answers]
    if passage.footnote_of:
        stated.append(f"{node} {KV.footnoteOf} {place.passages[passage.footnote_of]}")
    if passage.mark is not None:
        stated.append(f"{node} {KV.markOffset} {count(passage.mark)}")
    return stated


def participation(
    linked: LinkedParticipation, proof: tuple[LinkedMention, ...], origin: Source, place: Place
) -> Iterator[str]:
    """State who takes part, as printed and as linked, with the mentions that prove it, and the paper's shortcut.

    Of a paper of which only metadata are known, the file is the proof.
    """
    printed, minter = linked.participation, place.minter
    node = minter.participation(place.paper, printed.role, printed.order)
    yield f"{place.node} {KV.participation} {node}"
    yield from classes(node, KV.Participation)
    yield f"{node} {KV.role} {_ROLES[printed.role]}"
    for value, term in (
        (printed.name, KV.nameAsPrinted),
        (printed.party, KV.partyAsPrinted),
        (printed.title, KV.officeTitle),
        (printed.portfolio, KV.portfolio),
    ):
        if value:
            yield f"{node} {term} {plain(value)}"
    for one in proof:
        yield f"{node} {KV.evidence} {minter.mention(place.paper, one.passage, one.mention.span)}"
    if not place.read:
        yield f"{node} {KV.evidence} {minter.source(origin.sha256)}"
    yield from _linked(linked, node, place)


def _linked(linked: LinkedParticipation, node: str, place: Place) -> Iterator[str]:
    minter, role = place.minter, linked.participation.role
    person = linked.person.target if linked.person else None
    party = linked.party.target if linked.party else None
    office = linked.office.target if linked.office else None
    if isinstance(person, Person):
        yield f"{node} {KV.participant} {minter.person(person.key)}"
        if role is Role.QUESTIONER:
            yield f"{place.node} {KV.questioner} {minter.person(person.key)}"
        elif role is Role.RESPONDENT:
            yield f"{place.node} {KV.respondent} {minter.person(person.key)}"
    if isinstance(party, Party):
        yield f"{node} {KV.party} {minter.party(party.key)}"
    if isinstance(office, Office):
        yield f"{node} {KV.office} {minter.office(office.key)}"
        if office.ministry:
            yield f"{node} {KV.institution} {minter.institution(office.ministry)}"
        if role is Role.ADDRESSEE:
            yield f"{place.node} {KV.addressee} {minter.office(office.key)}"
        elif role is Role.ON_BEHALF_OF:
            yield f"{place.node} {KV.onBehalfOf} {minter.office(office.key)}"


def source(facts: Source, place: Place) -> Iterator[str]:
    """State the file that the paper was read from, and the build that read it: its version, no time.

    A file that gives no passage is one of metadata.
    """
    node, build = place.minter.source(facts.sha256), place.minter.build(__version__)
    yield f"{place.node} {PROV.wasDerivedFrom} {node}"
    yield from classes(node, KV.Source)
    if not place.read:
        yield from classes(node, KV.MetadataSource)
    yield f"{node} {KV.fileName} {plain(facts.file_name)}"
    yield f"{node} {KV.sha256} {plain(facts.sha256)}"
    yield f"{node} {DCTERMS.format} {plain(facts.media_type)}"
    yield f"{node} {PROV.wasGeneratedBy} {build}"
    yield from classes(build, KV.Build)
    yield f"{build} {RDFS.label} {plain(f'kvgraph {__version__}')}"
    yield f"{build} {SCHEMA.softwareVersion} {plain(__version__)}"
