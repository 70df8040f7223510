"""Pages per second of our PDF reader, beside PDFium's bare text, pypdf and pdfplumber on the same files.

    python benchmarks/reading_pdf.py [FILE.pdf ...] [--rounds 3]

Machines differ, so the ratios are what counts. Without files: the PDFs among the examples, and those of real papers
beside the checkout where they are there.
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

from kvgraph.model import Source
from kvgraph.sources import pdf

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "examples", ROOT.parent / "shared" / "corpus")

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
