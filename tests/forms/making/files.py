"""The files of examples/forms, by name: what each is made of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which

from tests.forms.making import letter, official_html, official_odt, official_pdf, official_xml
from tests.forms.making.observers import PAPER
from tests.forms.making.vibrations import LETTER

FOLDER = Path(__file__).parents[3] / "examples" / "forms"
OFFICIAL = PAPER.identifier
LETTERS = f"brief-{LETTER.case}"


def made() -> dict[str, bytes]:
    """Return the files that need no other program, by name."""
    return {
        f"{OFFICIAL}.xml": official_xml.xml(PAPER),
        f"{OFFICIAL}.html": official_html.html(PAPER),
        f"{OFFICIAL}.odt": official_odt.odt(PAPER),
        f"{OFFICIAL}.pdf": official_pdf.pdf(PAPER),
        f"{OFFICIAL}-metadata.xml": official_xml.metadata(PAPER),
        f"{OFFICIAL}-metadata_owms.xml": official_xml.metadata_owms(PAPER),
        f"{LETTERS}.txt": letter.text(LETTER),
    }


def has_poppler() -> bool:
    """Tell whether pdftotext is installed."""
    return which("pdftotext") is not None


def text_of(pdf: Path) -> bytes:
    """Return the text of a PDF as ``pdftotext -layout`` gives it; raises CalledProcessError when that fails."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60).stdout


def parsed(paper: Path) -> bytes:
    """Return a paper as JSON, as ``kvgraph parse`` gives it; raises CalledProcessError when that fails."""
    command = [sys.executable, "-m", "kvgraph", "parse", str(paper)]
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout
