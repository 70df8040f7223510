"""The whole line: sources named by the user, to an output folder with graph, report, networks and store."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial, reduce
from itertools import chain, groupby
from operator import or_
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, Store

from kvgraph import registers, store
from kvgraph.build import folder, manifest, outputs, pool
from kvgraph.build.describing import write_description
from kvgraph.build.outcome import Built, Noted, SetAside, Summary
from kvgraph.build.spool import Chosen, Spool
from kvgraph.build.work import checker, work
from kvgraph.iris import Minter
from kvgraph.sources import discover
from kvgraph.statements import Referred, state_registers
from kvgraph.vocabulary import DEFAULT_BASE

if TYPE_CHECKING:
    from kvgraph.validation import Report, Result

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is of it."""

SPOOL = "papers.nq"


class NoSourcesError(Exception):
    """Nothing to build from: no file is named, or the folders named are empty."""


def build(
    names: Iterable[str],
    output: Path,
    *,
    jobs: int | None = None,
    base_iri: str = DEFAULT_BASE,
    validate: bool = True,
    strict: bool = False,
    patience: float = pool.TIME,
    progress: Progress = lambda *_: None,
) -> Summary:
    """Build the graph of all papers in the files, folders and patterns named, into the output folder.

    The same papers give the same bytes, whatever the order of the files and the number of jobs. A source that can't be
    used, or takes more seconds than ``patience``, is set aside; the output folder stays as it was when no paper is
    left, and with ``strict`` also when a source was set aside or a shape is violated.

    Raises ValueError for a bad base IRI, NoSourcesError, LockedError when another build is writing to the folder,
    FolderError or StoreError when it can't be written, WorkersError when no worker process can be started.
    """
    minter = Minter(base_iri)
    items = discover(names, leave_out=output)
    if not items:
        raise NoSourcesError("there is no file to build from")
    with folder.staging(output) as staging, Spool(staging / SPOOL, minter) as spool:
        task = partial(work, base_iri=base_iri, validate=validate)
        with (
            TemporaryDirectory(dir=staging) as scratch,
            closing(
                pool.outcomes(items, task, jobs=jobs or _processors(), scratch=Path(scratch), patience=patience)
            ) as steps,
        ):
            set_aside = _take_in(steps, len(items), spool, progress)
        papers, left_out = spool.choose()
        noted = tuple(sorted(chain(left_out, (one for chosen in papers for one in chosen.built.noted))))
        kinds = Counter(chosen.built.kind for chosen in papers)
        if not papers or (strict and set_aside):
            return Summary(written=False, kinds=kinds, set_aside=set_aside, noted=noted)
        graph = _Graph(spool, papers, minter)
        statements, report = _write(staging, graph, validate, progress)
        write_description(staging, minter, statements, kinds)
        written = not (strict and report and not report.conforms)
        if written:
            _publish(output, staging, graph, statements, set_aside, noted)
        return Summary(
            written=written,
            kinds=kinds,
            statements=statements,
            set_aside=set_aside,
            noted=noted,
            report=report,
        )


class _Graph:
    """The quads of all papers, and of the registers as far as papers refer to them."""

    def __init__(self, spool: Spool, papers: Sequence[Chosen], minter: Minter) -> None:
        used = reduce(or_, (chosen.referred for chosen in papers), Referred())
        self.spool, self.papers, self.minter = spool, papers, minter
        self.registers = state_registers(used, registers.load(), minter)

    def quads(self) -> Iterator[Quad]:
        return chain(self.spool.quads(self.papers), self.registers)


def _take_in(steps: Iterable[pool.Step], known: int, spool: Spool, progress: Progress) -> tuple[SetAside, ...]:
    """Put the papers that sources give into the spool; return what was set aside, sorted."""
    set_aside: list[SetAside] = []
    progress("reading", 0, known)
    for done, total, found in steps:
        for outcome in found:
            match outcome:
                case Built():
                    spool.add(outcome)
                case SetAside():
                    set_aside.append(outcome)
        progress("reading", done, total)
    return tuple(sorted(set_aside))


def _write(staging: Path, graph: _Graph, validate: bool, progress: Progress) -> tuple[int, Report | None]:
    """Write all but the manifest into the staging folder; return the number of quads, and the report."""
    progress("writing", 0, 3)
    statements = outputs.write_graph(staging, graph.quads, graph.minter.base)
    # In this function alone, so that the store is closed before its folder is renamed.
    opened = store.open_read_only(staging / outputs.STORE)
    progress("writing", 1, 3)
    outputs.write_networks(staging, opened)
    progress("writing", 2, 3)
    report = _report(graph, opened) if validate else None
    if report:
        outputs.write_report(staging, report, graph.minter.base)
    progress("writing", 3, 3)
    return statements, report


def _report(graph: _Graph, opened: Store) -> Report:
    """Return the report: what the workers found in each paper, and what shows only in the registers and across papers.

    A paper that several sources state is checked here: no worker has seen it whole.
    """
    from kvgraph.validation import Report, classes_of, load, sparql

    results: list[Result] = [one for chosen in graph.papers if not chosen.is_merged for one in chosen.built.results]
    unseen = [(chosen.built.graph, list(graph.spool.quads([chosen]))) for chosen in graph.papers if chosen.is_merged]
    unseen += [(name, list(quads)) for name, quads in groupby(graph.registers, _graph_of)]
    classes = classes_of(graph.registers)
    for name, quads in unseen:
        results += checker().check(name, quads, classes)
    return Report.of([*results, *sparql.check(opened, load())])


def _graph_of(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def _publish(
    output: Path,
    staging: Path,
    graph: _Graph,
    statements: int,
    set_aside: Sequence[SetAside],
    noted: Sequence[Noted],
) -> None:
    (staging / SPOOL).unlink()
    entries = [entry.built for chosen in graph.papers for entry in chosen.entries]
    manifest.write(
        staging,
        base_iri=graph.minter.base,
        statements=statements,
        sources=[(built.file_name, built.sha256, built.paper) for built in entries],
        set_aside=set_aside,
        noted=noted,
    )
    names = [name for name in outputs.NAMES if (staging / name).exists()]
    folder.publish(output, names, gone=[name for name in outputs.NAMES if name not in names])


def _processors() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
