"""The work on one source: from a file to the quads of its paper, checked; what a worker process does all day."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kvgraph import registers, sources
from kvgraph.build.analyse import analyse
from kvgraph.build.merging import Facts
from kvgraph.build.outcome import Built, Noted, SetAside, Stage
from kvgraph.iris import Minter, paper_id
from kvgraph.model import Analysis, SourceError
from kvgraph.sources import LARGEST, Content, InMemory, Item, Remote, Unpacked, name_of
from kvgraph.statements import Referred, parsed, referred, state, state_registers
from kvgraph.store import Segment

if TYPE_CHECKING:
    from kvgraph.validation import GraphChecker, Result


def work(item: Item, base_iri: str, *, validate: bool) -> tuple[Built | SetAside, ...]:
    """Return the papers in a source as statements, with what the shapes find in them, or why the source is set aside.

    Of a source that states several papers, one that can't be used does not stop the others.
    """
    name = name_of(item)
    try:
        contents = read(item)
    except SourceError as error:
        return (SetAside.of(error, name, Stage.READ, digest(item)),)
    minter = Minter(base_iri)
    return tuple(_one(name, content, minter, validate) for content in contents)


def read(item: Item) -> tuple[Content, ...]:
    """Return what a source holds; raises SourceError."""
    match item:
        case InMemory(file_name=name, data=data):
            return sources.read_bytes(name, data)
        case Unpacked(path=path, name=name):
            return sources.read(path, PurePath(name).name)
        case Remote(url=url):
            with TemporaryDirectory() as folder:
                return sources.read(sources.fetch(url, Path(folder)), PurePath(url).name)
        case path:
            return sources.read(path)


def digest(item: Item) -> str | None:
    """Return the SHA-256 of the bytes of a source in hex, or None when they can't be read here."""
    match item:
        case Remote():
            return None
        case InMemory(data=data):
            return sha256(data).hexdigest()
        case Unpacked(path=path) | path:
            try:
                # Without a buffer, and small files at once: a daily update asks this of every file of an archive.
                with open(path, "rb", buffering=0) as stream:
                    if os.fstat(stream.fileno()).st_size > LARGEST:
                        return file_digest(stream, "sha256").hexdigest()
                    return sha256(stream.readall()).hexdigest()
            except (OSError, ValueError):
                return None


def _one(name: str, content: Content, minter: Minter, validate: bool) -> Built | SetAside:
    try:
        analysis = analyse(content)
    except SourceError as error:
        digest = None if isinstance(content, SourceError) else content.source.sha256
        return SetAside.of(error, name, Stage.PARSE, digest)
    return _state(name, analysis, minter, validate)


def _state(name: str, analysis: Analysis, minter: Minter, validate: bool) -> Built:
    identifier, source = paper_id(analysis), analysis.source
    lines = state(analysis, minter)
    graph = minter.graph(identifier).value
    used = referred(analysis)
    return Built(
        file_name=source.file_name,
        file=name,
        sha256=source.sha256,
        media_type=source.media_type,
        paper=identifier,
        facts=Facts.of(analysis),
        segment=Segment.of(graph, lines),
        referred=used,
        results=_check(graph, lines, used, minter) if validate else (),
        noted=tuple(
            Noted(identifier, source.file_name, found.passage, found.code, found.severity, found.message)
            for found in analysis.paper.findings
        ),
        record=None if analysis.paper.passages else analysis,
    )


@cache
def checker() -> GraphChecker:
    """Return the checker of the core constraints, made once in each process: pySHACL takes a second to prepare."""
    from kvgraph.validation import GraphChecker, load

    return GraphChecker(load())


def _check(graph: str, lines: Sequence[bytes], used: Referred, minter: Minter) -> tuple[Result, ...]:
    from kvgraph.validation import classes_of

    classes = classes_of(state_registers(used, registers.load(), minter))
    return tuple(checker().check(graph, parsed(lines), classes))
