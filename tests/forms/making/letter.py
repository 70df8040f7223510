"""A letter as flat OpenDocument, with real notes, counted labels and lists of parts; and as plain text."""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import escape

from tests.forms.making.texts import Block, Kind, Letter, Part, pieces

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
    )
)
_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<office:document {_NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"
  office:mimetype="application/vnd.oasis.opendocument.text">
"""
_STYLES = """\
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties fo:line-height="130%"/>
<style:text-properties style:font-name="DejaVu Sans" fo:font-family="DejaVu Sans" fo:font-size="9pt" fo:language="nl"
  fo:country="NL"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Ruim" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="4mm"/></style:style>
<style:style style:name="Label" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-top="4mm" fo:keep-with-next="always"/>
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-size="7pt"/></style:style>
<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0"
  text:footnotes-position="page" text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="Links" style:family="table-column">
<style:table-column-properties style:column-width="32mm"/></style:style>
<style:style style:name="Rechts" style:family="table-column">
<style:table-column-properties style:column-width="128mm"/></style:style>
<text:list-style style:name="Vragen"><text:list-level-style-number text:level="1" style:num-format="1"
  style:num-prefix="Vraag ">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="nothing" fo:margin-left="0mm" fo:text-indent="0mm"/>
</style:list-level-properties></text:list-level-style-number></text:list-style>
<text:list-style style:name="Delen"><text:list-level-style-number text:level="1" style:num-format="a"
  style:num-suffix=".">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="6mm"
  fo:margin-left="6mm" fo:text-indent="-6mm"/>
</style:list-level-properties></text:list-level-style-number></text:list-style>
<style:page-layout style:name="Blad"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
  fo:margin-top="25mm" fo:margin-bottom="20mm" fo:margin-left="25mm" fo:margin-right="25mm"/>
<style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Blad">
<style:footer><text:p text:style-name="Footnote">Pagina <text:page-number/> van <text:page-count/></text:p>
</style:footer></style:master-page></office:master-styles>
"""


def flat(letter: Letter) -> bytes:
    """Return the letter as flat OpenDocument (ODF 1.2), for an office program to save in other forms."""
    paragraphs = [
        *(_paragraph(line) for line in (letter.sender, "", *letter.addressee, "")),
        _table(letter.about),
        "<text:p/>",
        *(_paragraph(escape(line), "Ruim") for line in letter.opening),
        *(_paragraph(line) for line in (letter.office, "", "", letter.signed, "")),
    ]
    asked = 0
    for block in letter.blocks:
        asked += block.asks
        paragraphs.append(_counted(asked) if block.asks else _paragraph(block.label, "Label"))
        paragraphs += _text(block, letter.notes)
    meta = f"<office:meta><dc:title>{escape(letter.title)}</dc:title></office:meta>\n"
    body = "<office:body><office:text>\n" + "\n".join(paragraphs) + "\n</office:text></office:body>\n"
    return (_HEAD + meta + _STYLES + body + "</office:document>\n").encode()


def text(letter: Letter) -> bytes:
    """Return the letter as somebody copies it out of an office program: ``[1]`` for a mark, the notes at the end."""
    lines = [letter.sender, "", *letter.addressee, ""]
    lines += [line for pair in letter.about for line in pair]
    lines += ["", *(f"{line}\n" for line in letter.opening), letter.office, "", "", letter.signed, ""]
    for block in letter.blocks:
        lines += ["", block.label]
        lines += [f"{one.letter} {one.text}" if isinstance(one, Part) else _marked(one) for one in block.paragraphs]
    lines += ["", *(f"[{number}] {note}" for number, note in enumerate(letter.notes, 1)), ""]
    return "\n".join(lines).encode()


def _marked(text: str) -> str:
    return "".join(f"[{piece.target}]" if piece.kind is Kind.MARK else piece.text for piece in pieces(text))


def _paragraph(content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _table(rows: tuple[tuple[str, str], ...]) -> str:
    lines = "".join(f"<table:table-row>{_cell(left)}{_cell(right)}</table:table-row>\n" for left, right in rows)
    columns = '<table:table-column table:style-name="Links"/><table:table-column table:style-name="Rechts"/>'
    return f'<table:table table:name="Kop">{columns}\n{lines}</table:table>'


def _cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string">{_paragraph(escape(text))}</table:table-cell>'


def _counted(number: int) -> str:
    """Return the label of a question: an item without text, which goes on counting where the former one stopped."""
    goes_on = f' text:continue-list="vraag{number - 1}"' if number > 1 else ""
    item = f"<text:list-item>{_paragraph('', 'Label')}</text:list-item>"
    return f'<text:list xml:id="vraag{number}" text:style-name="Vragen"{goes_on}>{item}</text:list>'


def _text(block: Block, notes: tuple[str, ...]) -> list[str]:
    paragraphs = []
    for in_list, group in groupby(block.paragraphs, lambda one: isinstance(one, Part)):
        lines = [_paragraph(_inline(one.text if isinstance(one, Part) else one, notes)) for one in group]
        if in_list:
            items = "".join(f"<text:list-item>{line}</text:list-item>" for line in lines)
            lines = [f'<text:list text:style-name="Delen">{items}</text:list>']
        paragraphs += lines
    return paragraphs


def _inline(text: str, notes: tuple[str, ...]) -> str:
    marked = ""
    for piece in pieces(text):
        if piece.kind is Kind.MARK:
            body = _paragraph(escape(notes[int(piece.target) - 1]), "Footnote")
            marked += f'<text:note text:id="ftn{piece.target}" text:note-class="footnote">'
            marked += f"<text:note-citation>{piece.target}</text:note-citation>"
            marked += f"<text:note-body>{body}</text:note-body></text:note>"
        else:
            marked += escape(piece.text)
    return marked
