"""Papers per second and peak memory of a build, and how much longer it takes than reading and writing the same bytes.

    python benchmarks/build.py [--documents 400] [--jobs N]

Machines differ, so the ratio is what counts. The papers are those of a generator beside the checkout where it is there,
else copies of the examples, each with a number of its own.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from kvgraph.build import build

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT.parent / "shared" / "tools" / "make_corpus.py"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--no-validate", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kvgraph-bench-") as folder:
        papers, output = Path(folder) / "papers", Path(folder) / "out"
        generate(papers, arguments.documents)
        began = perf_counter()
        summary = build([str(papers)], output, jobs=arguments.jobs, validate=not arguments.no_validate)
        ours = perf_counter() - began
        plain = plainly(papers, output, Path(folder) / "plain")
    most = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"{summary.papers} papers, {summary.statements} statements, {len(summary.set_aside)} set aside")
    print(f"build            {ours:8.2f} s  {summary.papers / ours:8.1f} papers/s")
    print(f"reading, writing {plain:8.2f} s  ratio {ours / plain:8.0f}")
    print(f"peak memory      {most[0]:8.0f} MB in the main process, {most[1]:.0f} MB in the largest worker")


def generate(papers: Path, documents: int) -> None:
    if GENERATOR.is_file():
        command = [sys.executable, str(GENERATOR), "--documents", str(documents), "--out", str(papers)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return
    papers.mkdir()
    examples = sorted((ROOT / "examples").glob("*.txt"))
    for n in range(documents):
        text = examples[n % len(examples)].read_bytes()
        # Numbers of four digits in ids and headers, so that no two copies are one paper.
        numbered = re.sub(rb"(?<!\d)9\d{3}(?!\d)", str(10_000 + n).encode(), text)
        (papers / f"{n:06}.txt").write_bytes(numbered)


def plainly(papers: Path, output: Path, target: Path) -> float:
    """Return the seconds that it takes to read all papers and to write as many bytes as the build wrote."""
    amount = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    began = perf_counter()
    read = b"".join(path.read_bytes() for path in sorted(papers.rglob("*.txt")))
    with target.open("wb") as stream:
        while amount > 0:
            amount -= stream.write(read[:amount])
        os.fsync(stream.fileno())
    return perf_counter() - began


if __name__ == "__main__":
    main()
