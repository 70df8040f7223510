"""Triples per second of each export on one core, and of rdflib's Turtle on some papers of the same graph.

    python benchmarks/exports.py [GRAPH] [--documents 1000] [--rounds 2]

GRAPH is the output folder of a build or an RDF file; without it, made papers are built first. Machines differ, so the
ratios are what counts. The lines of all graphs are in memory before the clock starts, and so is the graph of rdflib.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from time import process_time

import rdflib

from kvgraph.build import build
from kvgraph.build.opening import read_graph
from kvgraph.exports import rdf
from kvgraph.exports.graphs import Graph, of_quads, triples

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT.parent / "shared" / "tools" / "make_corpus.py"
FEW = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=1000, help="papers that are made (default 1000)")
    parser.add_argument("--rounds", type=int, default=2, help="the best of so many rounds counts (default 2)")
    arguments = parser.parse_args()
    graphs = lines_of(arguments.graph) if arguments.graph else made(arguments.documents)
    total = sum(len(lines) for _, lines in graphs)
    few = rdflib.Graph()
    for name, lines in graphs[:FEW]:
        few.parse(data="".join(f"{triple} .\n" for triple in triples(name, lines)), format="nt")

    theirs = len(few) / seconds(lambda: few.serialize(format="turtle"), arguments.rounds)
    print(f"{len(graphs)} graphs, {total} statements; rdflib is given the first {FEW} graphs, {len(few)} triples\n")
    print(f"{'format':<16} {'triples/s':>10} {'rdflib = 1':>11}")
    for format in rdf.FORMATS:
        ours = total / seconds(partial(write, graphs, format), arguments.rounds)
        print(f"{format:<16} {ours:>10,.0f} {ours / theirs:>11.1f}")
    print(f"{'rdflib, turtle':<16} {theirs:>10,.0f} {1:>11.1f}")


def made(documents: int) -> list[Graph]:
    """Build made papers, or the examples where the generator is not there, and return their graphs."""
    with tempfile.TemporaryDirectory(prefix="kvgraph-bench-") as folder:
        papers, output = Path(folder) / "papers", Path(folder) / "out"
        if GENERATOR.is_file():
            command = [sys.executable, str(GENERATOR), "--documents", str(documents), "--out", str(papers)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        else:
            papers = ROOT / "examples"
        build([str(papers)], output, validate=False)
        return lines_of(output)


def lines_of(path: Path) -> list[Graph]:
    with of_quads(read_graph(path)) as graphs:
        return list(graphs())


def write(graphs: Sequence[Graph], format: str) -> None:
    rdf.write_graphs(lambda: iter(graphs), BytesIO(), format)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the processor time of the fastest round."""
    taken = []
    for _ in range(rounds):
        began = process_time()
        work()
        taken.append(process_time() - began)
    return min(taken)


if __name__ == "__main__":
    main()
