"""A whole archive: build, store, daily update, validation, export, questions and networks, as it grows.

    python benchmarks/archive.py [--sizes 1000 10000 70000] [--jobs 2] [--table docs/archive.md]

Machines differ, so the ratios are what counts. In the same run a plain pipeline makes the same statements as a user
would at first: one process, ``rdflib.Graph.add``, Turtle by rdflib. The limit of the machine is reading the same files
and writing the same bytes with no work between. The papers are those of a generator beside the checkout where it is
there, else copies of the examples, each with a number of its own. Memory is that of all processes together, each page
that they share counted once (PSS), looked at four times a second.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

import rdflib
from pyoxigraph import Literal, RdfFormat, parse

from kvgraph import sources
from kvgraph.build import analyse, manifest
from kvgraph.iris import Minter
from kvgraph.statements import state

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT.parent / "shared" / "tools" / "make_corpus.py"
CHANGED = 100
"""Papers that are changed for the daily update: as many as come in two days of a busy week."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds, and megabytes of memory of all its processes at the worst moment."""

    seconds: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 70_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--plain", type=int, default=200, help="papers that the plain pipeline gets (default 200)")
    parser.add_argument("--questions", action="store_true", help="ask the named questions and make a network, too")
    parser.add_argument("--table", type=Path, help="put the table into this file, between its marks")
    parser.add_argument("--keep", type=Path, help="a folder for papers and outputs, which are kept there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kvgraph-bench-") as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        lines = list(table(folder, arguments))
    text = "\n".join(lines)
    print(text)
    if arguments.table:
        put(arguments.table, text)


def table(folder: Path, arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of a Markdown table, a column for each size."""
    measured = [measure(folder, size, arguments.jobs, arguments.questions) for size in arguments.sizes]
    first = folder / f"papers-{arguments.sizes[0]}"
    plain = plainly(sorted(first.rglob("*.txt"))[: arguments.plain])
    yield f"Python {platform.python_version()}, {arguments.jobs} jobs on {os.cpu_count()} processors."
    yield ""
    yield "| papers | " + " | ".join(f"{size:,}" for size in arguments.sizes) + " |"
    yield "|---|" + "---:|" * len(measured)
    for name in measured[0]:
        yield f"| {name} | " + " | ".join(one.get(name, "") for one in measured) + " |"
    yield ""
    ours = [float(one["N-Quads, ms a paper"]) for one in measured]
    yield f"Plain pipeline (rdflib), {arguments.plain} papers: {plain:.0f} ms a paper, "
    yield "or " + ", ".join(f"{plain / one:.0f}" for one in ours) + " times as much as N-Quads take here; "
    yield f"a paper of the largest archive takes {ours[-1] / ours[0]:.2f} times what one of the smallest takes."


def measure(folder: Path, size: int, jobs: int, questions: bool) -> dict[str, str]:
    """Return what an archive of this size takes, by what it was measured for."""
    papers, output = folder / f"papers-{size}", folder / f"output-{size}"
    if not papers.exists():
        generate(papers, size)
    shutil.rmtree(output, ignore_errors=True)
    options = [str(papers), "-o", str(output), "-j", str(jobs), "--no-validate", "-q", "--parts"]
    text = command("build", *options, "none")
    quads = int(str(manifest.read(output)["statements"]))
    limit = copied(papers, output)
    store = command("build", *options, "store")
    change(papers)
    update = command("build", *options, "store")
    turtle = command("export", str(output), "-f", "ttl", "-o", str(folder / "graph.ttl"))
    found = {
        "quads": f"{quads:,}",
        "N-Quads, s": f"{text.seconds:.1f}",
        "N-Quads, papers/s": f"{size / text.seconds:.0f}",
        "N-Quads, quads/s": f"{quads / text.seconds:,.0f}",
        "N-Quads, ms a paper": f"{1000 * text.seconds / size:.2f}",
        "peak memory, MB": f"{max(text.memory, store.memory):.0f}",
        "the machine's limit, share of it": f"{limit:.2f} s, {100 * limit / text.seconds:.1f}%",
        "store, s more": f"{store.seconds:.1f}",
        "store, quads/s": f"{quads / store.seconds:,.0f}",
        f"{CHANGED} papers changed, s": f"{update.seconds:.1f}",
        "Turtle, quads/s": f"{quads / turtle.seconds:,.0f}",
        "Turtle, peak memory, MB": f"{turtle.memory:.0f}",
    }
    if questions:
        asked = command("query", "most-cited-documents", "--output", str(output))
        found["a named question over all papers, s"] = f"{asked.seconds:.1f}"
    return found


def command(*arguments: str) -> Run:
    """Run kvgraph, and return what it took."""
    began, most = perf_counter(), 0.0
    with subprocess.Popen([sys.executable, "-m", "kvgraph", *arguments], stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, memory(process.pid))
            sleep(0.25)
    if process.returncode:
        raise SystemExit(f"kvgraph {' '.join(arguments)} ended with {process.returncode}")
    return Run(perf_counter() - began, most)


def memory(pid: int) -> float:
    """Return the megabytes of a process and of all that it has started."""
    total = 0.0
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total = int(line.split()[1]) / 1024
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += sum(memory(int(child)) for child in (task / "children").read_text().split())
    except OSError:
        pass  # it has just ended
    return total


def copied(papers: Path, output: Path) -> float:
    """Return the seconds that reading all papers and writing what the build wrote take, with no work between."""
    written = sorted(path for path in output.rglob("*") if path.is_file())
    began = perf_counter()
    for path in sorted(papers.rglob("*.txt")):
        path.read_bytes()
    for number, path in enumerate(written):
        target = output.with_name(f"copied-{number}")
        with path.open("rb") as source, target.open("wb") as stream:
            shutil.copyfileobj(source, stream)
            os.fsync(stream.fileno())
    took = perf_counter() - began
    for number in range(len(written)):
        output.with_name(f"copied-{number}").unlink()
    return took


def change(papers: Path) -> None:
    """Add a sentence to some papers, spread over the archive."""
    paths = sorted(papers.rglob("*.txt"))
    for path in paths[:: max(1, len(paths) // CHANGED)][:CHANGED]:
        with path.open("a", encoding="utf-8") as stream:
            stream.write("\nDe minister heeft dit ook aan de Europese Commissie laten weten.\n")


def plainly(paths: Sequence[Path]) -> float:
    """Return the milliseconds a paper of the plain pipeline."""
    minter, graph = Minter(), rdflib.Graph()
    began = perf_counter()
    for path in paths:
        for content in sources.read(path):
            for quad in parse(b"".join(state(analyse(content), minter)), RdfFormat.N_QUADS):
                graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    graph.serialize(format="turtle", encoding="utf-8")
    return 1000 * (perf_counter() - began) / len(paths)


def term(one: object) -> rdflib.term.Node:
    """Return a term as rdflib has it."""
    text = str(one)
    if text.startswith("<"):
        return rdflib.URIRef(text[1:-1])
    if not isinstance(one, Literal):
        raise TypeError(text)
    return rdflib.Literal(one.value, lang=one.language, datatype=None if one.language else one.datatype.value)


def generate(papers: Path, documents: int) -> None:
    """Make so many papers."""
    if GENERATOR.is_file():
        made = [sys.executable, str(GENERATOR), "--documents", str(documents), "--out", str(papers)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        return
    papers.mkdir(parents=True)
    examples = sorted((ROOT / "examples").glob("*.txt"))
    for n in range(documents):
        text = examples[n % len(examples)].read_bytes()
        # Numbers of four digits in ids and headers, so that no two copies are one paper.
        (papers / f"{n:06}.txt").write_bytes(re.sub(rb"(?<!\d)9\d{3}(?!\d)", str(10_000 + n).encode(), text))


def put(path: Path, text: str) -> None:
    """Put the table between the marks in a document."""
    before, _, rest = path.read_text("utf-8").partition("<!-- measured -->\n")
    _, _, after = rest.partition("<!-- end -->")
    path.write_text(f"{before}<!-- measured -->\n{text}\n<!-- end -->{after}", "utf-8")


if __name__ == "__main__":
    main()
