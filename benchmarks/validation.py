"""Papers per second of the prepared validation, against ``pyshacl.validate`` called for each paper with shapes as text.

    python benchmarks/validation.py [PAPER.txt ...]        (the papers in examples/ without arguments)

Machines differ, so the ratio is what counts. Both sides start from the quads of a paper and the classes of the register
nodes that it points to; the plain call is given five papers, because it takes a second and more for each.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import reduce
from operator import or_
from pathlib import Path
from time import perf_counter

import pyshacl
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import SH, Graph

from kvgraph import registers, resources, sources
from kvgraph.build.analyse import analyse
from kvgraph.iris import Minter
from kvgraph.statements import Referred, parsed, referred, state, state_registers
from kvgraph.validation import GraphChecker, classes_of, load

ROOT = Path(__file__).resolve().parents[1]
PLAIN = 5


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "examples").glob("*.txt"))
    analyses = [analyse(*sources.read(file)) for file in files]
    papers = [parsed(state(analysis, Minter())) for analysis in analyses]
    used = reduce(or_, (referred(analysis) for analysis in analyses), Referred())
    classes = classes_of(state_registers(used, registers.load(), Minter()))

    began = perf_counter()
    checker = GraphChecker(load())
    prepared = perf_counter() - began
    ours = speed(lambda quads: sum(1 for _ in checker.check("", quads, classes)), papers)

    everything = Graph()
    for path in sorted(resources.shapes().glob("*.ttl")):
        everything.parse(path)
    core = Graph()
    core += everything
    core.remove((None, SH.sparql, None))

    print(f"{len(papers)} papers of {sum(map(len, papers)) / len(papers):.0f} quads; prepared in {prepared:.2f} s")
    print(f"prepared, all constraints  {ours:6.1f} papers/s")
    for name, shapes in (("plain, without SPARQL", core), ("plain, all constraints", everything)):
        theirs = speed(plain(shapes), papers[:PLAIN])
        print(f"{name:25}  {theirs:6.1f} papers/s   ratio {ours / theirs:.0f}")


def plain(shapes: Graph) -> Callable[[list[Quad]], object]:
    """Return the check that pySHACL's own entry point does with the shapes in a file."""
    turtle = shapes.serialize(format="turtle")

    def check(quads: list[Quad]) -> object:
        text = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
        return pyshacl.validate(Graph().parse(data=text, format="nt"), shacl_graph=turtle, shacl_graph_format="turtle")

    return check


def speed(check: Callable[[list[Quad]], object], papers: list[list[Quad]]) -> float:
    """Return how many papers a second a check takes."""
    began = perf_counter()
    for quads in papers:
        check(quads)
    return len(papers) / (perf_counter() - began)


if __name__ == "__main__":
    main()
