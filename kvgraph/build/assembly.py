"""The whole line: sources named by the user, to an output folder with graph, report, networks and store."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from kvgraph.build import cluster, folder, intake, manifest, pool
from kvgraph.build.choosing import Papers
from kvgraph.build.intake import Progress, Read, Stamps
from kvgraph.build.outcome import Summary
from kvgraph.build.outputs import Part
from kvgraph.build.readings import FILE, Readings
from kvgraph.build.work import work
from kvgraph.build.writing import Output
from kvgraph.iris import Minter
from kvgraph.sources import discover
from kvgraph.vocabulary import DEFAULT_BASE


class NoSourcesError(Exception):
    """Nothing to build from: no file is named, or the folders named are empty."""


class ForgottenError(Exception):
    """The output folder holds papers of which nothing else is known, so that a build can't keep them."""

    def __init__(self, output: Path) -> None:
        super().__init__(
            f"{output}: what its papers were read from is no longer known ({FILE} is gone or damaged), so they can't "
            "be kept beside what is named. Nothing was changed. Name all sources and add --prune, or choose another "
            "folder."
        )


def build(
    names: Iterable[str],
    output: Path,
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
    base_iri: str = DEFAULT_BASE,
    validate: bool = True,
    strict: bool = False,
    prune: bool = False,
    fresh: bool = False,
    parts: frozenset[Part] | None = None,
    patience: float = pool.TIME,
    progress: Progress = lambda *_: None,
) -> Summary:
    """Build the graph of all papers in the files, folders and patterns named, into the output folder.

    The same papers give the same bytes, whatever the order of the files and the number of jobs. Sources that have not
    changed since they were last built into this folder are not read again, unless ``fresh``. Papers that were built
    before from sources that are not named stay, unless ``prune``. A source that can't be used, or takes more seconds
    than ``patience``, is set aside; the output folder stays as it was when no paper is left, and with ``strict`` also
    when a source was set aside or a shape is violated. ``parts`` says which parts of the output are made; by default
    all of them, of a graph that is too large for what people open it with the store alone.

    The workers of an ``executor`` read the sources instead of processes started here; they must be processes as well,
    with the same code, and find the files under the same paths.

    Raises ValueError for a bad base IRI, NoSourcesError, LockedError when another build is writing to the folder,
    FolderError or StoreError when it can't be written, WorkersError when no worker process can be started.
    """
    minter = Minter(base_iri)
    named = intake.by_path(discover(names, leave_out=output))
    if not named:
        raise NoSourcesError("there is no file to build from")
    with folder.staging(output) as staging, Readings(output, fresh=fresh) as readings:
        published = manifest.published(output)
        former = frozenset() if prune or published is None else _former(output, published, readings, minter)
        former -= named.keys()
        wanted = intake.by_path(intake.still_there(former)) | named
        intake.take_in(
            wanted,
            readings,
            Stamps.now(base_iri, validate=validate),
            _reader(base_iri, validate, patience, jobs, executor),
            scratch=staging,
            progress=progress,
        )
        number = readings.start(former | wanted.keys())
        papers = Papers(readings, number, minter)
        set_aside = tuple(sorted(readings.refused(number, named)))
        result = Output(output, staging, papers, minter)
        gives = readings.give_papers(number, named)
        if gives and not (strict and set_aside):
            result.write(parts, progress, validate=validate)
            if not (strict and result.report and not result.report.conforms):
                result.publish(readings, number)
        readings.lasting = result.published or published is not None  # a build that writes nothing leaves nothing
        return Summary(
            written=result.published,
            kinds=papers.kinds if gives else {},
            statements=result.statements,
            set_aside=set_aside,
            noted=tuple(sorted(papers.noted)),
            report=result.report,
            kept=len(former),
        )


def _reader(base_iri: str, validate: bool, patience: float, jobs: int | None, executor: Executor | None) -> Read:
    """Return who reads: the workers of an executor, or those that this machine has."""
    task = partial(work, base_iri=base_iri, validate=validate)
    if executor:
        return lambda items, _: cluster.outcomes(
            items, task, base_iri, validate=validate, executor=executor, patience=patience
        )
    count = jobs or _processors()
    return lambda items, scratch: pool.outcomes(items, task, jobs=count, scratch=scratch, patience=patience)


def _former(output: Path, published: tuple[str, object], readings: Readings, minter: Minter) -> frozenset[str]:
    """Return the paths of the sources that the published output was made from; raises ForgottenError."""
    identity, base_iri = published
    if base_iri != minter.base:
        return frozenset()
    former = readings.published(identity)
    if former is None:
        raise ForgottenError(output)
    return former


def _processors() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
