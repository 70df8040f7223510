"""How fast sources are read: pages of PDFs a second, beside PDFium's bare text, pypdf and pdfplumber on the same files;
and papers a second for each form of one paper, beside what these take for its PDF.

    python benchmarks/reading.py [FILE.pdf ...] [--rounds 3]

Machines differ, so the ratios are what counts. Without files: the PDFs among the examples, and those of real papers
beside the checkout where they are there. Text is what all readers give; ours clean it, and tell notes and marks.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pypdfium2

from kvgraph.model import Document, Source
from kvgraph.papers import parse
from kvgraph.sources import pdf, read_bytes

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "examples", ROOT.parent / "shared" / "corpus")
FORMS = ROOT / "examples" / "forms"

Reader = Callable[[bytes], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many rounds counts (default 3)")
    arguments = parser.parse_args()
    paths = arguments.files or sorted(path for folder in FOLDERS for path in folder.rglob("*.pdf"))
    if not paths:
        sys.exit("There is no PDF to read: name some.")
    files = [path.read_bytes() for path in paths]
    pages = sum(map(count, files))
    ours = best(kvgraph, files, arguments.rounds)
    print(f"{len(files)} files, {pages} pages, {sum(map(len, files)) / 1024:.0f} kB\n")
    print(f"{'reader':<12} {'pages/s':>9} {'ms/page':>9} {'time / ours':>12}")
    for name, reader in readers():
        seconds = ours if reader is kvgraph else best(reader, files, arguments.rounds)
        print(f"{name:<12} {pages / seconds:>9.0f} {1000 * seconds / pages:>9.2f} {seconds / ours:>12.2f}")
    for stem in ("ah-tk-20232024-9071", "brief-2024Z90572"):
        print_forms(stem, arguments.rounds)


def print_forms(stem: str, rounds: int) -> None:
    """Print papers a second for each form of one paper, read and parsed, and how much longer each peer takes."""
    peers = [(name, reader) for name, reader in readers() if name.startswith("pdf") or name == "pypdf"]
    times = {name: best(reader, [(FORMS / f"{stem}.pdf").read_bytes()] * 20, rounds) / 20 for name, reader in peers}
    print(f"\n{stem}, read and parsed; how many times longer a peer takes for the bare text of its PDF\n")
    print(f"{'form':<8} {'papers/s':>9} {'ms':>7}" + "".join(f" {name:>11}" for name in times))
    for path in sorted(FORMS.glob(f"{stem}.*")):
        seconds = best(parsed(path.name), [path.read_bytes()] * 20, rounds) / 20
        ratios = "".join(f" {time / seconds:>11.1f}" for time in times.values())
        print(f"{path.suffix[1:]:<8} {1 / seconds:>9.0f} {1000 * seconds:>7.2f}{ratios}")


def parsed(name: str) -> Reader:
    """Return a reader that gives whole papers."""

    def reader(data: bytes) -> object:
        return [parse(content) if isinstance(content, Document) else content for content in read_bytes(name, data)]

    return reader


def readers() -> Sequence[tuple[str, Reader]]:
    """Return the readers that are installed, by name."""
    found: list[tuple[str, Reader]] = [("kvgraph", kvgraph), ("PDFium", bare)]
    for name, reader in (("pypdf", with_pypdf), ("pdfplumber", with_pdfplumber)):
        try:
            __import__(name)
        except ModuleNotFoundError:
            print(f"{name} is left out: it is not installed (pip install {name}).")
        else:
            logging.getLogger(name).setLevel(logging.CRITICAL)
            found.append((name, reader))
    return found


def best(reader: Reader, files: Sequence[bytes], rounds: int) -> float:
    """Return the seconds that a reader takes for all files, in its best round."""
    times = []
    for _ in range(rounds):
        began = perf_counter()
        for data in files:
            reader(data)
        times.append(perf_counter() - began)
    return min(times)


def count(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def kvgraph(data: bytes) -> object:
    return pdf.read(data, Source("paper.pdf", sha256(data).hexdigest(), "application/pdf"))


def bare(data: bytes) -> object:
    """Return the text as PDFium gives it, without typography and cleaning."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def with_pypdf(data: bytes) -> object:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def with_pdfplumber(data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as document:
        return [page.extract_text() for page in document.pages]


if __name__ == "__main__":
    main()
