"""The output of a build, written beside what is published and put in its place when it is complete."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kvgraph import registers, store
from kvgraph.build import folder, manifest, outputs
from kvgraph.build.choosing import Papers
from kvgraph.build.describing import write_description
from kvgraph.build.intake import Progress
from kvgraph.build.outputs import Part
from kvgraph.build.readings import Readings
from kvgraph.build.work import checker
from kvgraph.iris import Minter
from kvgraph.statements import parsed, state_registers
from kvgraph.store import Segment

if TYPE_CHECKING:
    from kvgraph.validation import Report, Result


class Output:
    """What a build makes of its papers, in the staging folder of an output folder.

    After ``write``, ``statements`` is the number of quads and ``report`` that of the validation; ``published`` says
    whether the output folder holds it.
    """

    def __init__(self, output: Path, staging: Path, papers: Papers, minter: Minter) -> None:
        self._output, self._staging = output, staging
        self._papers, self._minter = papers, minter
        self._registers = state_registers(papers.referred, registers.load(), minter)
        self.statements = 0
        self.report: Report | None = None
        self.published = False

    def write(self, parts: frozenset[Part] | None, progress: Progress, *, validate: bool) -> None:
        """Write all but the manifest; ``parts`` tells which, by default those of use for a graph of that size.

        Raises StoreError or OSError.
        """
        staging, base = self._staging, self._minter.base
        progress("writing", 0, 4)
        self.statements = outputs.write_graph(staging, self._segments())
        progress("writing", 1, 4)
        wanted = outputs.parts_for(self.statements) if parts is None else parts
        if validate or wanted & {Part.STORE, Part.NETWORKS}:
            outputs.write_store(staging, self._output, self.statements)
        progress("writing", 2, 4)
        if Part.TURTLE in wanted:
            outputs.write_turtle(staging, base)
        progress("writing", 3, 4)
        self._ask(wanted, validate=validate)
        if Part.STORE not in wanted:
            outputs.remove_store(staging)
        write_description(staging, self._minter, self.statements, self._papers.kinds)
        progress("writing", 4, 4)

    def publish(self, readings: Readings, build: int) -> None:
        """Write the manifest and put all in its place; raises StoreError or OSError."""
        identity = manifest.write(
            self._staging,
            base_iri=self._minter.base,
            statements=self.statements,
            sources=self._papers.sources,
            set_aside=readings.refused(build=build),
            noted=self._papers.noted,
        )
        readings.finish(build, identity)
        names = [name for name in outputs.NAMES if (self._staging / name).exists()]
        folder.publish(self._output, names, gone=[name for name in outputs.NAMES if name not in names])
        readings.drop_others(build)
        self.published = True

    def _segments(self) -> Iterator[Segment]:
        """Yield the graphs of papers and registers, sorted."""
        stated = ((name, [f"{quad} .\n".encode() for quad in quads]) for name, quads in self._register_graphs())
        return heapq.merge(
            map(self._papers.segment, self._papers),
            sorted((Segment.of(name, lines) for name, lines in stated), key=_graph),
            key=_graph,
        )

    def _register_graphs(self) -> Iterator[tuple[str, list[Quad]]]:
        for name, quads in groupby(self._registers, key=lambda quad: quad.graph_name):
            yield name.value if isinstance(name, NamedNode) else "", list(quads)

    def _ask(self, wanted: frozenset[Part], *, validate: bool) -> None:
        """Make what needs the store, in this function alone, so that it is closed before its folder is renamed."""
        if not (validate or Part.NETWORKS in wanted):
            return
        opened = store.open_read_only(self._staging / outputs.STORE)
        if Part.NETWORKS in wanted:
            outputs.write_networks(self._staging, opened)
        if validate:
            from kvgraph.validation import Report, load, sparql

            self.report = Report.of([*self._results(), *sparql.check(opened, load())])
            outputs.write_report(self._staging, self.report, self._minter.base)

    def _results(self) -> Iterator[Result]:
        """Yield what the workers found in each paper, and what is in the registers.

        A paper that several sources state is checked here: no worker has seen it whole.
        """
        from kvgraph.validation import classes_of

        classes = classes_of(self._registers)
        for chosen in self._papers:
            if chosen.is_merged:
                yield from checker().check(chosen.graph, parsed(self._papers.segment(chosen).lines), classes)
            else:
                yield from chosen.entries[0].results
        for name, quads in self._register_graphs():
            yield from checker().check(name, quads, classes)


def _graph(segment: Segment) -> str:
    return segment.graph
