"""PDFs of our own papers, laid out as typesetters and office programs lay them out; for tests of the PDF reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT = "Helvetica"
_SCRIPT = re.compile(r"\{([0-9,) en]+)\}|_\{([0-9]+)\}")


@dataclass(frozen=True)
class Layout:
    """Where things stand on a page, and how large they are, in points."""

    paper: tuple[float, float]
    left: float
    top: float
    body: float
    body_leading: float
    small: float
    small_leading: float
    note_foot: float
    note_indent: float
    raised: float
    rise: float
    size_in_matrix: bool


TYPESET = Layout((558.4, 771.0), 221.1, 740.0, 8.53, 9.58, 6.93, 9.05, 148.25, 6.2, 0.64, 0.41, True)
"""The official layout of the parliament's papers."""

LETTER = Layout((595.3, 841.9), 79.5, 681.0, 9.0, 12.0, 8.0, 9.7, 46.0, 0.0, 0.58, 0.4, False)
"""A letter of a ministry, from an office program."""


@dataclass(frozen=True)
class Sheet:
    """One page: lines of the text, lines of notes at its foot, and what else is printed where.

    ``{1}`` in a line raises a number, ``_{2}`` lowers it; an empty line leaves a gap. ``head`` is drawn first, as
    office programs do, and ``edges`` last; both are (x, y, size, text). A ``picture`` fills the page, as in a scan.
    """

    text: Sequence[str] = ()
    notes: Sequence[str] = ()
    edges: Sequence[tuple[float, float, float, str]] = ()
    head: Sequence[tuple[float, float, float, str]] = ()
    picture: bool = False


def pdf(sheets: Sequence[Sheet], layout: Layout = TYPESET, *, encrypt: StandardEncryption | None = None) -> bytes:
    """Return a PDF with one page for each sheet."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=layout.paper, encrypt=encrypt, invariant=True)
    picture = ImageReader(Image.new("L", (60, 80), 200))
    for sheet in sheets:
        if sheet.picture:
            canvas.drawImage(picture, 0, 0, *layout.paper)
        for x, y, size, text in sheet.head:
            _put(canvas, layout, text, x, y, size)
        y = layout.top
        for line in sheet.text:
            _put(canvas, layout, line, layout.left, y, layout.body)
            y -= layout.body_leading
        y = layout.note_foot + layout.small_leading * (len(sheet.notes) - 1)
        for line in sheet.notes:
            indent = 0.0 if re.match(r"\{|[0-9]", line) else layout.note_indent
            _put(canvas, layout, line, layout.left + indent, y, layout.small)
            y -= layout.small_leading
        for x, y, size, text in sheet.edges:
            _put(canvas, layout, text, x, y, size)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def typeset(sheets: Sequence[Sheet], *, number: str = "9041", years: str = "2031–2032") -> bytes:
    """Return a PDF with the furniture of the official layout added to each sheet."""
    dressed = []
    for page, sheet in enumerate(sheets, 1):
        edges = [(221.1, 69.45, 9.06, f"Tweede Kamer, vergaderjaar {years}, Aanhangsel {page}")]
        if page == 1:
            identifier = f"ah-tk-{years.replace('–', '')}-{number}"
            edges = [
                (55.3, 82.3, 5.86, identifier),
                (55.3, 75.9, 5.86, "ISSN 0921 - 7398"),
                (55.3, 69.5, 5.86, "’s-Gravenhage 2032"),
                *edges,
            ]
        dressed.append(replace(sheet, edges=[*sheet.edges, *edges]))
    return pdf(dressed)


def scan(pages: int = 2) -> bytes:
    """Return a PDF whose pages are pictures, with a page number printed on them."""
    return pdf([Sheet(picture=True, edges=[(300, 20, 9, f"blz. {page}")]) for page in range(1, pages + 1)])


def _put(canvas: Canvas, layout: Layout, line: str, x: float, y: float, size: float) -> None:
    place = 0
    for match in _SCRIPT.finditer(line):
        x = _draw(canvas, layout, line[place : match.start()], x, y, size)
        rise = layout.rise if match[1] else -0.15
        x = _draw(canvas, layout, match[1] or match[2], x, y + rise * size, size * layout.raised)
        if place == match.start() == 0:
            x += layout.note_indent and 3.4  # the text of a note stands apart from its number
        place = match.end()
    _draw(canvas, layout, line[place:], x, y, size)


def _draw(canvas: Canvas, layout: Layout, text: str, x: float, y: float, size: float) -> float:
    """Draw a text and return where it ends."""
    if text:
        made = canvas.beginText()
        if layout.size_in_matrix:
            made.setFont(FONT, 1)
            made.setTextTransform(size, 0, 0, size, x, y)
        else:
            made.setFont(FONT, size)
            made.setTextOrigin(x, y)
        made.textOut(text)
        canvas.drawText(made)
    width: float = stringWidth(text, FONT, size)
    return x + width


def by_hand(content: bytes, characters: str = "") -> bytes:
    """Return a PDF of one page with a content stream; ``characters`` are lines of a CMap: ``<78> <00660069>``."""
    count = len(characters.splitlines())
    cmap = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Odd def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{count} beginbfchar\n{characters}\nendbfchar\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
    page = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< %b /Resources << /Font << /F 5 0 R >> >> >>" % page,
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(cmap), cmap),
    )
    data, offsets = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table) + end


def text_at(x: float, y: float, size: float, text: str, *, turned: bool = False) -> bytes:
    """Return the part of a content stream that draws a text; ``turned`` by a quarter."""
    matrix = "0 1 -1 0" if turned else "1 0 0 1"
    return f"BT /F {size} Tf {matrix} {x} {y} Tm ({text}) Tj ET\n".encode()
