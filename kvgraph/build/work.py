"""The work on one source: from a file to the quads of its paper, checked; what a worker process does all day."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from kvgraph import registers, sources
from kvgraph.build.analyse import analyse
from kvgraph.build.outcome import Built, Noted, Outcome, SetAside, Stage
from kvgraph.iris import Minter, paper_id
from kvgraph.model import Analysis, Document, SourceError
from kvgraph.sources import InMemory, Item, name_of
from kvgraph.statements import Referred, referred, state, state_registers
from kvgraph.store import lines

if TYPE_CHECKING:
    from kvgraph.validation import GraphChecker, Result


def work(item: Item, base_iri: str, *, validate: bool) -> Outcome:
    """Return the paper in a source as quads, with what the shapes find in it, or why the source is set aside."""
    name = name_of(item)
    try:
        document = read(item)
    except SourceError as error:
        return _set_aside(name, Stage.READ, error)
    try:
        analysis = analyse(document)
    except SourceError as error:
        return _set_aside(name, Stage.PARSE, error, document.source.sha256)
    return _state(name, analysis, Minter(base_iri), validate)


def read(item: Item) -> Document:
    """Return the clean lines of a source; raises SourceError."""
    match item:
        case InMemory(file_name=name, data=data):
            return sources.read_bytes(name, data)
        case path:
            return sources.read(path)


def _set_aside(name: str, stage: Stage, error: SourceError, digest: str | None = None) -> SetAside:
    reason = f"{error.place}: {error.reason}" if error.place else error.reason
    return SetAside(error.file, name, stage, error.code, reason, error.advice, digest)


def _state(name: str, analysis: Analysis, minter: Minter, validate: bool) -> Built:
    identifier, source = paper_id(analysis), analysis.source
    quads = state(analysis, minter)
    graph = minter.graph(identifier).value
    origin = minter.source(source.sha256)
    used = referred(analysis)
    return Built(
        file_name=source.file_name,
        file=name,
        sha256=source.sha256,
        paper=identifier,
        kind=analysis.paper.kind,
        graph=graph,
        lines=tuple(lines(quads)),
        provenance=frozenset(lines(quad for quad in quads if origin in (quad.subject, quad.object))),
        referred=used,
        results=_check(graph, quads, used, minter) if validate else (),
        noted=tuple(
            Noted(identifier, source.file_name, found.passage, found.code, found.severity, found.message)
            for found in analysis.paper.findings
        ),
    )


@cache
def checker() -> GraphChecker:
    """Return the checker of the core constraints, made once in each process: pySHACL takes a second to prepare."""
    from kvgraph.validation import GraphChecker, load

    return GraphChecker(load())


def _check(graph: str, quads: list[Quad], used: Referred, minter: Minter) -> tuple[Result, ...]:
    from kvgraph.validation import classes_of

    classes = classes_of(state_registers(used, registers.load(), minter))
    return tuple(checker().check(graph, quads, classes))
