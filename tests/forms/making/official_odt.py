"""A paper as the OpenDocument text that the publisher offers: head in a table, real notes, the id in a frame."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tests.forms.making.official_xml import fields
from tests.forms.making.texts import Block, Kind, OfficialPaper, Part, pieces

_MIME = "application/vnd.oasis.opendocument.text"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("meta", "meta"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
    )
)
_OTHERS = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.1"'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TEXT_STYLES = """\
<style:style style:name="naam" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="onderwerp" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="label" style:family="paragraph" style:parent-style-name="Basis">\
<style:paragraph-properties fo:margin-top="3.76mm"/></style:style>"""
_STYLES = """\
<office:styles><style:default-style style:family="paragraph">\
<style:text-properties fo:font-size="9pt" fo:language="nl" fo:country="NL"/></style:default-style>
<style:style style:name="Basis" style:family="paragraph"/></office:styles>
<office:automatic-styles><style:page-layout style:name="blad"><style:page-layout-properties fo:page-width="210mm" \
fo:page-height="297mm" fo:margin-left="78mm" fo:margin-right="20mm" fo:margin-top="20mm" fo:margin-bottom="20mm"/>\
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="blad">\
<style:footer><text:p>Tweede Kamer, vergaderjaar {session}, Aanhangsel <text:page-number/></text:p></style:footer>\
</style:master-page></office:master-styles>"""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def odt(paper: OfficialPaper) -> bytes:
    """Return the paper as a package; the same paper always gives the same bytes."""
    styles = _STYLES.format(session=paper.session.replace("-", "–"))
    parts = {
        "content.xml": _part(
            "content", f"<office:automatic-styles>{_TEXT_STYLES}</office:automatic-styles>\n{_body(paper)}"
        ),
        "styles.xml": _part("styles", styles),
        "meta.xml": _part("meta", _meta(paper)),
        "META-INF/manifest.xml": _manifest(),
    }
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(ZipInfo("mimetype", _LONG_AGO), _MIME, ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, _LONG_AGO), content.encode(), ZIP_DEFLATED)
    return stream.getvalue()


def _part(name: str, content: str) -> str:
    return f"{_DECLARATION}<office:document-{name} {_NAMESPACES} {_OTHERS}>\n{content}\n</office:document-{name}>\n"


def _manifest() -> str:
    entries = [("/", _MIME), *((name, "text/xml") for name in ("content.xml", "styles.xml", "meta.xml"))]
    lines = [
        f'<manifest:file-entry manifest:media-type="{kind}" manifest:full-path="{name}"/>' for name, kind in entries
    ]
    namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return f'{_DECLARATION}<manifest:manifest xmlns:manifest="{namespace}">{"".join(lines)}</manifest:manifest>\n'


def _meta(paper: OfficialPaper) -> str:
    lines = [f"<dc:title>{escape(paper.title)}</dc:title>", "<dc:language>nl</dc:language>"]
    for name, scheme, content in fields(paper):
        key = f"{scheme}/{name}" if scheme else name
        lines.append(f'<meta:user-defined meta:name="{key}">{escape(content)}</meta:user-defined>')
    return "<office:meta>" + "\n".join(lines) + "</office:meta>"


def _body(paper: OfficialPaper) -> str:
    subject = _inline(paper.asked.subject, paper.notes)
    asked = _inline(paper.asked.text, paper.notes).replace(
        "{}", f'<text:span text:style-name="onderwerp">{subject}</text:span>'
    )
    paragraphs = [
        _frame(paper),
        _head(paper),
        _paragraph(paper.number, "nummer"),
        _paragraph(asked),
        _paragraph(_inline(paper.answered.text, paper.notes)),
        *(_block(block, paper.notes) for block in paper.blocks),
    ]
    return "<office:body><office:text>" + "\n".join(paragraphs) + "</office:text></office:body>"


def _frame(paper: OfficialPaper) -> str:
    lines = _paragraph(paper.identifier, "colofon") + _paragraph(f"’s-Gravenhage {paper.year}", "colofon")
    return (
        '<draw:frame draw:name="colofon" draw:z-index="0" svg:width="40mm" svg:x="15mm" svg:y="253mm" '
        f'text:anchor-type="page" text:anchor-page-number="1"><draw:text-box>{lines}</draw:text-box></draw:frame>'
    )


def _head(paper: OfficialPaper) -> str:
    rows = (
        ("Tweede Kamer der Staten-Generaal", "2"),
        (f"Vergaderjaar {paper.session}", "\n            Aanhangsel van de Handelingen\n          "),
        ("", "Vragen gesteld door de leden der Kamer, met de daarop door\n            de regering gegeven antwoorden"),
    )
    lines = "".join(f"<table:table-row>{_cell(left)}{_cell(right)}</table:table-row>" for left, right in rows)
    return f'<table:table table:name="kop"><table:table-column table:number-columns-repeated="2"/>{lines}</table:table>'


def _cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string">{_paragraph(text)}</table:table-cell>'


def _paragraph(content: str, style: str = "Basis") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _block(block: Block, notes: tuple[str, ...]) -> str:
    lines = [_paragraph(block.label, "label")]
    for one in block.paragraphs:
        text = f"{one.letter} {one.text}" if isinstance(one, Part) else one
        lines.append(_paragraph(_inline(text, notes)))
    return "\n".join(lines)


def _inline(text: str, notes: tuple[str, ...]) -> str:
    marked = ""
    for piece in pieces(text):
        match piece.kind:
            case Kind.NAME:
                marked += f'<text:span text:style-name="naam">{escape(piece.text)}</text:span>'
            case Kind.LINK if piece.target.startswith("https:"):
                marked += f'<text:a xlink:type="simple" xlink:href="{piece.target}">{escape(piece.text)}</text:a>'
            case Kind.MARK:
                body = _paragraph(_inline(notes[int(piece.target) - 1], notes), "noot")
                marked += f'<text:note text:id="ftn{piece.target}" text:note-class="footnote">'
                marked += f"<text:note-citation>{piece.target}</text:note-citation>"
                marked += f"<text:note-body>{body}</text:note-body></text:note>"
            case _:
                marked += escape(piece.text)
    return marked
