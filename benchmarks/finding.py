"""How fast mentions are found and linked: papers a second on one core, beside one plain pattern for Kamerstukken.

    python benchmarks/finding.py [--documents 1000] [--rounds 3] [--profile]

Machines differ, so the ratios are what counts. The papers are read and parsed before the clock starts. The plain
pattern (``21 501-02, nr. 2295``) gives one kind of citation of the dozens of kinds of mentions that ours
gives; with the index of publications it keeps only what was published. Precision and recall are of Kamerstukken, on
real papers with facts made by reading, where they lie beside the checkout.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time

from kvgraph import registers, sources
from kvgraph.build.analyse import analyse
from kvgraph.model import Document, OfficialCitation, ParsedPaper, Scheme, Status
from kvgraph.papers import parse

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GENERATOR = SHARED / "tools" / "make_corpus.py"
CORPUS = SHARED / "corpus"
# what a careful user would write: the word may stand before it or not, the parts of a number in all their spellings
PLAIN = re.compile(
    r"\b([1-3][0-9])[ .\u00a0]?([0-9]{3})(?:[ -]([0-9]{2}|[IVX]+|[A-Z]))?(?:, ?nrs?\.? ?| nrs?\.? ?|-)([0-9]{1,4})\b"
)

Finder = Callable[[ParsedPaper], set[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000, help="papers that are made (default 1000)")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many rounds counts (default 3)")
    parser.add_argument("--profile", action="store_true", help="print where the time goes, too")
    arguments = parser.parse_args()
    papers = list(parsed(files(arguments.documents)))
    finders = {
        "kvgraph": found,
        "kvgraph, only verified": verified,
        "plain pattern": plain,
        "plain pattern and index": published,
    }
    ours = speed(found, papers, arguments.rounds)
    print(f"{len(papers)} papers; found and linked on one core\n")
    print(f"{'finder':<24} {'papers/s':>9} {'time / ours':>12} {'precision':>10} {'recall':>7}")
    for name, finder in finders.items():
        rate = ours if finder is found else speed(finder, papers, arguments.rounds)
        print(f"{name:<24} {rate:>9.0f} {ours / rate:>12.4f} {quality(finder)}")
    if arguments.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: [found(paper) for paper in papers])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def files(documents: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of made papers, of the examples where the generator is not there."""
    if not GENERATOR.is_file():
        yield from ((path.name, path.read_bytes()) for path in sorted((ROOT / "examples").glob("*.txt")))
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(GENERATOR), "--documents", str(documents), "--out", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        yield from ((path.name, path.read_bytes()) for path in sorted(Path(folder).rglob("*.txt")))


def parsed(named: Iterator[tuple[str, bytes]]) -> Iterator[ParsedPaper]:
    """Yield the papers in files, parsed."""
    for name, data in named:
        for content in sources.read_bytes(name, data):
            if isinstance(content, Document):
                yield ParsedPaper(content.source, parse(content))
            elif isinstance(content, ParsedPaper):
                yield content


def speed(finder: Finder, papers: Sequence[ParsedPaper], rounds: int) -> float:
    """Return papers a second of processor time, in the best round; tables are loaded before."""
    finder(papers[0])
    times = []
    for _ in range(rounds):
        began = process_time()
        for paper in papers:
            finder(paper)
        times.append(process_time() - began)
    return len(papers) / min(times)


def found(paper: ParsedPaper) -> set[str]:
    """Return the Kamerstukken that a paper cites, by all that finding and linking does."""
    return _kamerstukken(paper, (Status.VERIFIED, Status.WELL_FORMED))


def verified(paper: ParsedPaper) -> set[str]:
    """Return of these the ones that the index of publications knows."""
    return _kamerstukken(paper, (Status.VERIFIED,))


def _kamerstukken(paper: ParsedPaper, statuses: Sequence[Status]) -> set[str]:
    return {
        one.mention.identifier
        for one in analyse(paper).mentions
        if isinstance(one.mention, OfficialCitation)
        and one.mention.scheme is Scheme.KAMERSTUK
        and one.link.status in statuses
    }


def plain(paper: ParsedPaper) -> set[str]:
    """Return what one pattern finds."""
    matches = (match for passage in paper.paper.passages for match in PLAIN.finditer(passage.text))
    return {_named(match) for match in matches}


def _named(match: re.Match[str]) -> str:
    addition = f"-{match[3]}" if match[3] else ""
    return f"kst-{match[1]}{match[2]}{addition}-{match[4]}"


def published(paper: ParsedPaper) -> set[str]:
    """Return what one pattern finds and the index of publications knows."""
    publications = registers.load().publications
    return {identifier for identifier in plain(paper) if publications.knows(identifier)}


def quality(finder: Finder) -> str:
    """Return precision and recall over the Kamerstukken of the real papers, for printing."""
    right = stated = wanted = 0
    for path in sorted((CORPUS / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        facts = {one["id"].casefold() for one in gold["citations"] if one["kind"] == "kamerstuk" and one.get("id")}
        document = CORPUS / "documents" / gold["doc"]
        papers = parsed(iter([(document.name, document.read_bytes())]))
        got = {identifier.casefold() for paper in papers for identifier in finder(paper)}
        right, stated, wanted = right + len(got & facts), stated + len(got), wanted + len(facts)
    return f"{right / stated:>10.3f} {right / wanted:>7.3f}" if stated and wanted else f"{'-':>10} {'-':>7}"


if __name__ == "__main__":
    main()
