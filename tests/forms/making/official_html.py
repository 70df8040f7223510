"""A paper as officielebekendmakingen.nl shows it: HTML with lines folded, notes below, links to publications."""

from __future__ import annotations

from textwrap import fill
from xml.sax.saxutils import escape, quoteattr

from tests.forms.making.official_xml import fields
from tests.forms.making.texts import Block, Headline, Kind, OfficialPaper, Part, pieces

_HEAD = """\
<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html
  PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl">
   <head>
      <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
"""
_BODY = """\
      <link href="./op.css" rel="stylesheet" type="text/css" />
      <title></title>
   </head>
   <body>
      <div id="kopregel"></div>
      <div id="broodtekst">
"""


def html(paper: OfficialPaper) -> bytes:
    """Return the paper as a page: the header in ``h1``, each question and answer in a ``div``, notes at the end."""
    lines = [_HEAD.rstrip("\n")]
    for name, scheme, content in sorted(fields(paper)):
        lines.append(f'      <meta name="{name}" scheme="{scheme}" content={quoteattr(content)} />')
    lines.append(_BODY.rstrip("\n"))
    lines += [_headline(paper.asked), _headline(paper.answered)]
    lines += [_block(block) for block in paper.blocks]
    lines += ['         <div id="noten">', "            <hr />"]
    lines += [_note(f"{number}", text) for number, text in enumerate(paper.notes, 1)]
    lines += ["         </div>", "      </div>", '      <div id="voetregel"></div>', "   </body>", "</html>", ""]
    return "\n".join(lines).encode()


def _headline(headline: Headline) -> str:
    text = _inline(headline.text.replace("{}", headline.subject))
    return _folded(f'<h1 class="kamervraagomschrijving_kop no-toc">{text}</h1>', 9)


def _block(block: Block) -> str:
    name = "vraag" if block.asks else "antwoord"
    lines = [f'         <div class="{name}">', f'            <h2 class="stuktitel no-toc">{block.label}']
    lines.append("            </h2>")
    lines += [_folded(f"<p>{_inline(text)}</p>", 12) for text in block.paragraphs if isinstance(text, str)]
    parts = [part for part in block.paragraphs if isinstance(part, Part)]
    if parts:
        lines.append('            <ul class="expliciet">')
        lines += [_folded(f"<li>{part.letter} {_inline(part.text)}</li>", 15) for part in parts]
        lines.append("            </ul>")
    return "\n".join([*lines, "         </div>"])


def _note(number: str, text: str) -> str:
    begin = (
        f'            <div class="voet noot snp-mouseoffset snb-pinned notedefault" id="supernote-note-ID-{number}">'
    )
    close = f'               <h5 class="note-close"><a class="note-close" href="#close-ID-{number}">X</a> Noot</h5>'
    printed = f'<sup><span class="nootnum"><a id="ID-{number}" name="ID-{number}"></a>{number}</span></sup>'
    return "\n".join([begin, close, _folded(f"{printed}<p>{_inline(text)}</p>", 15), "            </div>"])


def _inline(text: str) -> str:
    marked = ""
    for piece in pieces(text):
        match piece.kind:
            case Kind.LINK if piece.target.startswith("https:"):
                href = quoteattr(piece.target)
                marked += f'<a href={href} title="link naar {piece.target}" class="externe_link">{piece.text}</a>'
            case Kind.LINK:
                title = f'title="link naar publicatie {piece.target}"'
                marked += f'<a href="{piece.target}.html" {title}>{escape(piece.text)}</a>'
            case Kind.MARK:
                number = piece.target
                marked += f'<sup><a class="nootnum supernote-click-ID-{number}" href="#ID-{number}">{number}</a></sup>'
            case _:
                marked += escape(piece.text)
    return marked


def _folded(element: str, indent: int) -> str:
    """Return an element on lines of some hundred characters; white space in it is as good as a line end."""
    before = " " * indent
    return fill(
        element,
        100 + indent,
        initial_indent=before,
        subsequent_indent=f"{before}   ",
        break_long_words=False,
        break_on_hyphens=False,
    )
