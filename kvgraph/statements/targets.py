"""What is cited, and persons whom no register lists: what a paper's own graph must say of the targets of its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from kvgraph import identifiers, iris
from kvgraph.citations import laws
from kvgraph.iris import TextMinter
from kvgraph.model import (
    Institution,
    Law,
    Office,
    Official,
    Party,
    PassageTarget,
    Person,
    Scheme,
    Target,
    Work,
    WorkCitation,
    WorkKind,
)
from kvgraph.statements.lines import classes
from kvgraph.statements.literals import address, day_or_period, plain
from kvgraph.statements.terms import DCTERMS, FOAF, KV, OWL, SCHEMA

UNLISTED = "unlisted/"
"""How the key of a person begins whom no register lists."""

_WORK_CLASSES = {kind: SCHEMA[kind.value] for kind in WorkKind}


def describe(targets: Iterable[Target], minter: TextMinter) -> Iterator[str]:
    """State each target once. The registers describe persons, parties, offices and institutions that they list.

    Where several citations of one thing print different facts of it, the first printed holds.
    """
    first: dict[tuple[type[Target], str], Target] = {}
    for target in targets:
        key = (type(target), target.identifier if isinstance(target, Official) else target.key)
        known = first.setdefault(key, target)
        if isinstance(target, Work) and isinstance(known, Work) and known is not target:
            first[key] = Work(known.key, _merge(known.citation, target.citation))
    for target in first.values():
        yield from _describe(target, minter)


def _describe(target: Target, minter: TextMinter) -> Iterator[str]:
    match target:
        case Official():
            yield from official(target, minter)
        case Law():
            yield from _law(target, minter)
        case Work():
            yield from _work(target, minter)
        case Person(key=key, name=name):
            if key.startswith(UNLISTED):
                yield from classes(minter.person(key), FOAF.Person)
                yield f"{minter.person(key)} {FOAF.name} {plain(name)}"
        case PassageTarget() | Party() | Office() | Institution():
            return
        case _:
            assert_never(target)


def official(target: Official, minter: TextMinter) -> Iterator[str]:
    """State a work with an official id: its classes, id, scheme, page, dossier, and its name elsewhere."""
    identifier = target.identifier
    node = minter.target(target, identifier)
    yield from classes(node, KV.OfficialWork)
    yield f"{node} {DCTERMS.identifier} {plain(identifier)}"
    yield f"{node} {DCTERMS.type} {plain(target.scheme.value)}"
    page = _page(identifier)
    if page:
        yield f"{node} {FOAF.page} {page}"
    match target.scheme:
        case Scheme.CASE:
            yield from classes(node, KV.Case)
        case Scheme.AANHANGSEL | Scheme.KAMERVRAAG:
            yield from classes(node, KV.Paper)
        case Scheme.KAMERSTUK:
            number = identifiers.dossier_of(identifier)
            if number is None:
                return  # published before it was numbered: of which dossier, its id does not say
            yield from classes(node, KV.Kamerstuk)
            yield from _dossier(node, number, minter)
        case Scheme.EU_ACT:
            # Regulations, directives and decisions of every kind share one letter in their CELEX number, and their
            # ELIs do not: only the CELEX IRI follows from the id.
            yield from classes(node, KV.Legislation)
            yield f"{node} {OWL.sameAs} {iris.celex(identifier)}"
        case Scheme.EUROPEAN_TREATY:
            yield from classes(node, KV.Legislation)
        case (
            Scheme.TK_DOCUMENT
            | Scheme.HANDELINGEN
            | Scheme.STAATSBLAD
            | Scheme.STAATSCOURANT
            | Scheme.TRACTATENBLAD
            | Scheme.ECLI
            | Scheme.EU_COM
            | Scheme.EU_COUNCIL
            | Scheme.UN
            | Scheme.COUNCIL_OF_EUROPE
            | Scheme.OSCE
        ):
            return
        case _:
            assert_never(target.scheme)


def _dossier(work: str, number: str, minter: TextMinter) -> Iterator[str]:
    dossier = minter.dossier(number)
    yield f"{work} {KV.dossier} {dossier}"
    yield from classes(dossier, KV.Dossier)
    yield f"{dossier} {DCTERMS.identifier} {plain(number)}"


def _law(target: Law, minter: TextMinter) -> Iterator[str]:
    node, row = minter.law(target.key), laws.row_of(target.name)
    yield from classes(node, KV.Legislation)
    yield f"{node} {SCHEMA.name} {plain(target.name)}"
    if row and row.bwb and row.key == target.key:
        yield f"{node} {OWL.sameAs} {iris.bwb(row.bwb)}"


def _work(target: Work, minter: TextMinter) -> Iterator[str]:
    node, facts = minter.work(target.key), target.citation
    yield from classes(node, _WORK_CLASSES[facts.kind])
    if facts.url:
        yield f"{node} {SCHEMA.url} {address(facts.url)}"
    if facts.publisher:
        yield f"{node} {SCHEMA.publisher} {plain(facts.publisher)}"
    if facts.published:
        yield f"{node} {SCHEMA.datePublished} {day_or_period(facts.published)}"
    if facts.title:
        yield f"{node} {SCHEMA.name} {plain(facts.title)}"


def _merge(known: WorkCitation, other: WorkCitation) -> WorkCitation:
    return replace(
        known,
        url=known.url or other.url,
        publisher=known.publisher or other.publisher,
        published=known.published or other.published,
        title=known.title or other.title,
    )


@lru_cache(maxsize=65536)
def _page(identifier: str) -> str | None:
    page = identifiers.landing_page(identifier)
    return str(iris.external(page)) if page else None
