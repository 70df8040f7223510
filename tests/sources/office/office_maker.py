"""Office documents for tests: OpenDocument texts member by member, and one paper as DOCX and as ODT.

``odt`` takes the XML of the body; ``as_docx`` and ``as_odt`` write the same blocks (paragraphs with notes, numbered
items, bullets, tables) in either form.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pytest

from kvgraph.model import Source
from tests.sources.office.word_maker import docx, level, lists, mark, note, pack, par, run, table

SOURCE = Source("paper", "0" * 64, "application/octet-stream")
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

ODT_TYPE = "application/vnd.oasis.opendocument.text"
_SPACES = {
    "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "meta": "meta",
    "svg": "svg-compatible", "fo": "xsl-fo-compatible",
}  # fmt: skip
_ODF = (
    "".join(f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in _SPACES.items())
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    "{}</manifest:manifest>"
)
_ENTRY = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'


# --- OpenDocument ------------------------------------------------------------------------------------------------


def odt_members(body: str, styles: str = "", page: str = "", meta: str = "") -> dict[str, str]:
    """Return the members of an OpenDocument text; ``page`` holds the inner XML of its master page."""
    names = ("content.xml", "styles.xml", "meta.xml")
    entries = _ENTRY.format("/", ODT_TYPE) + "".join(_ENTRY.format(name, "text/xml") for name in names)
    layout = '<style:page-layout style:name="pl"/>'
    master = f'<style:master-page style:name="Standard" style:page-layout-name="pl">{page}</style:master-page>'
    return {
        "mimetype": ODT_TYPE,
        "content.xml": f"<office:document-content{_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles{_ODF}><office:styles/><office:automatic-styles>{layout}"
        f"</office:automatic-styles><office:master-styles>{master}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta{_ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        "META-INF/manifest.xml": _MANIFEST.format(entries),
    }


def odt(body: str, styles: str = "", page: str = "", meta: str = "") -> bytes:
    """Return an OpenDocument text."""
    return pack(odt_members(body, styles, page, meta))


# --- one paper in both -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Noted:
    """The text of a footnote whose mark stands here."""

    text: str


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph of texts and notes; ``item`` is ``1`` for a numbered item, ``-`` for a bullet."""

    content: tuple[str | Noted, ...]
    item: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts, row by row."""

    rows: tuple[tuple[str, ...], ...]


Block = str | Par | Table
_BULLET, _NUMBER = level(0, "bullet", "•"), level(0, "decimal", "%1.")


def as_docx(blocks: Sequence[Block]) -> bytes:
    """Return a paper as a Word document."""
    notes: list[str] = []

    def paragraph(one: Par) -> str:
        inner = []
        for piece in one.content:
            if isinstance(piece, Noted):
                notes.append(piece.text)
            inner.append(mark(len(notes)) if isinstance(piece, Noted) else run(piece))
        return par(*inner, numbered={"1": (1, 0), "-": (2, 0)}.get(one.item))

    body = "".join(
        table([[par(cell) for cell in row] for row in one.rows]) if isinstance(one, Table) else paragraph(_par(one))
        for one in blocks
    )
    bodies = [note(number, f" {text}") for number, text in enumerate(notes, 1)]
    return docx(body, {"footnotes": "".join(bodies), "numbering": lists(_NUMBER, _BULLET)})


def as_odt(blocks: Sequence[Block]) -> bytes:
    """Return a paper as an OpenDocument text."""
    styles = (
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/></text:list-style>'
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
        "</text:list-style>"
    )
    count = 0

    def paragraph(one: Par) -> str:
        nonlocal count
        inner = ""
        for piece in one.content:
            if isinstance(piece, Noted):
                count += 1
                inner += odt_note(count, piece.text)
            else:
                inner += escape(piece, quote=False)
        text = f"<text:p>{inner}</text:p>"
        name = {"1": "N", "-": "B"}.get(one.item)
        begin = f'<text:list text:style-name="{name}" text:continue-numbering="true"><text:list-item>'
        return f"{begin}{text}</text:list-item></text:list>" if name else text

    body = ""
    for one in blocks:
        if isinstance(one, Table):
            cells = [
                "".join(f"<table:table-cell>{paragraph(_par(cell))}</table:table-cell>" for cell in r) for r in one.rows
            ]
            body += (
                f'<table:table><table:table-column table:number-columns-repeated="{len(one.rows[0])}"/>'
                + "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
                + "</table:table>"
            )
        else:
            body += paragraph(_par(one))
    return odt(body, styles)


def odt_note(number: int, text: str, kind: str = "footnote") -> str:
    """Return a note of an OpenDocument text with its mark."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body><text:p>{escape(text, quote=False)}</text:p></text:note-body></text:note>"
    )


def _par(block: str | Par) -> Par:
    return block if isinstance(block, Par) else Par((block,))


# --- an office program -------------------------------------------------------------------------------------------


def converted(data: bytes, form: str, to: str, folder: Path) -> bytes:
    """Return a document as LibreOffice writes it in another form."""
    (folder / f"paper.{form}").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), "--headless", "--norestore", profile, "--convert-to", to, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / f"paper.{form}")], check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"paper.{to}").read_bytes()
