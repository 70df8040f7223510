"""Word documents for tests, written member by member: ``docx`` takes the XML of the body and of its other parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_TYPE = (
    '<Override PartName="/word/{0}.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{1}+xml"/>'
)
_ROOTS = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "numbering": "numbering",
    "styles": "styles",
    "header": "hdr",
}


def pack(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip package; a member called ``mimetype`` is stored, as ODF wants it."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the members of a zip package."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def par(*content: str, style: str = "", numbered: tuple[int, int] | None = None, properties: str = "") -> str:
    """Return a paragraph; its content is XML, or text without any. ``numbered`` is its list and its level."""
    inner = "".join(one if one.startswith("<") else run(one) for one in content)
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    number = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    return f"<w:p><w:pPr>{style}{number}{properties}</w:pPr>{inner}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of cells that hold paragraphs."""
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{one}</w:tr>" for one in cells) + "</w:tbl>"


def mark(number: int, kind: str = "footnote", attributes: str = "") -> str:
    """Return the run with the mark of a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"{attributes}/></w:r>'


def note(number: int, *content: str, kind: str = "footnote", attributes: str = "") -> str:
    """Return a note for the part ``footnotes`` or ``endnotes``."""
    reference = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}"{attributes}>{par(reference, *content)}</w:{kind}>'


def field(instruction: str, result: str) -> str:
    """Return a field in its long form."""
    signs = {one: f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")}
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return signs["begin"] + code + signs["separate"] + result + signs["end"]


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    """Return one level of a list definition."""
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{inner}</w:lvl>'


def lists(*definitions: str, more: str = "") -> str:
    """Return the part ``numbering``: list n, from 1, has the n-th definition."""
    abstract = [f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate(definitions)]
    numbers = [f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(definitions))]
    return "".join(abstract + numbers) + more


def relations(*entries: tuple[str, str, str], rel: str = _REL) -> str:
    """Return a relationships part of (id, kind, target); a web address is external."""
    lines = [
        f'<Relationship Id="{name}" Type="{rel}/{kind}" Target="{escape(target)}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for name, kind, target in entries
    ]
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(lines)
        + "</Relationships>"
    )


def docx_members(
    body: str,
    parts: Mapping[str, str] | None = None,
    links: Sequence[tuple[str, str]] = (),
    main: str = "word/document.xml",
    word: str = WORD,
    rel: str = _REL,
) -> dict[str, str]:
    """Return the members of a Word document; ``parts`` holds the inner XML of footnotes, styles, header and so on."""
    space = (
        f'xmlns:w="{word}" xmlns:r="{rel}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    )
    given = parts or {}
    types = [_TYPE.format(main.removeprefix("word/").removesuffix(".xml"), "document.main")]
    types += [_TYPE.format(name, name) for name in given]
    entries = [(f"p-{name}", name, f"{name}.xml") for name in given]
    entries += [(name, "hyperlink", target) for name, target in links]
    folder, _, file = main.rpartition("/")
    return {
        "[Content_Types].xml": _CONTENT_TYPES.format("".join(types)),
        "_rels/.rels": relations(("d", "officeDocument", main), rel=rel),
        main: f"<w:document {space}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": relations(*entries, rel=rel),
        **{
            f"{folder}/{name}.xml": f"<w:{_ROOTS[name]} {space}>{inner}</w:{_ROOTS[name]}>"
            for name, inner in given.items()
        },
    }


def docx(body: str, parts: Mapping[str, str] | None = None, links: Sequence[tuple[str, str]] = ()) -> bytes:
    """Return a Word document."""
    return pack(docx_members(body, parts, links))
