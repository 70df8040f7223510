"""Papers made up for tests, written as official XML and as the publisher's HTML, from one description."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from html import escape
from typing import assert_never

from lxml import etree

from kvgraph.model import Source

SOURCE = Source("paper", "0" * 64, "application/xml")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note, at the place of its mark."""

    text: Text


@dataclass(frozen=True, slots=True)
class Link:
    """Words that the publisher ties to a document (by its id) or to an address."""

    target: str
    words: str


Text = str | tuple[str | Footnote | Link, ...]
"""A paragraph."""


@dataclass(frozen=True, slots=True)
class Part:
    """A ``vraag`` or an ``antwoord``: what is printed above it, if anything, and its paragraphs."""

    kind: str
    label: str | None
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A paper: its official id, the lines of its head, the sentences of its header, and its parts."""

    identifier: str
    head: tuple[str, ...]
    header: tuple[Text, ...]
    parts: tuple[Part, ...]
    remark: tuple[str, ...] = field(default=())


SITE: Text = ("Ook op ", Link("https://spaar.example/pot", "de site"), ".")

ANSWERED = Made(
    identifier="ah-tk-20182019-1234",
    head=(
        "Vergaderjaar 2018-2019",
        "Tweede Kamer der Staten-Generaal",
        "2",
        "Aanhangsel van de Handelingen",
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden",
        "1234",
    ),
    header=(
        "Vragen van het lid Jansen (VVD) aan de Minister van Financiën over lege spaarpotten "
        "(ingezonden 10 januari 2019).",
        "Antwoord van Minister De Vries (Financiën) (ontvangen 31 januari 2019).",
    ),
    parts=(
        Part("vraag", "Vraag 1", (("Kent u het bericht «Spaarpot leeg»?", Footnote("Spaarblad, 8 januari 2019.")),)),
        Part("antwoord", "Antwoord 1", ("Ja.",)),
        Part("vraag", "Vraag 2", ("Hoeveel spaarpotten zijn leeg, en waarom?",)),
        Part("vraag", "Vraag 3", ("Wat gaat u daaraan doen?",)),
        Part(
            "antwoord",
            "Antwoord 2 en 3",
            (
                ("Dat staat in ", Link("kst-31865-90", "de brief van mei"), Footnote(SITE), "."),
                "Antwoord 9",
                "Meer is er niet te zeggen.",
            ),
        ),
    ),
)  # fmt: skip


def official_xml(paper: Made = ANSWERED) -> bytes:
    """Return a paper as the schema op-xsd has it."""
    numbers = iter(range(1, 1000))
    head = "".join(f"<tekstregel>{escape(line)}</tekstregel>" for line in paper.head[:-1])
    header = "".join(f"<kamervraagomschrijving>{_xml(text, numbers)}</kamervraagomschrijving>" for text in paper.header)
    parts = "\n".join(_xml_part(part, numbers) for part in paper.parts)
    remark = "".join(f"<al>{escape(line)}</al>" for line in paper.remark)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
  <metadata><meta name="OVERHEIDop.externMetadataRecord"
    content="https://zoek.officielebekendmakingen.nl/{paper.identifier}/metadata.xml"/></metadata>
  <kamervragen>
    <kamervraagkop>{head}</kamervraagkop>
    <kamervraagnummer>{paper.head[-1]}</kamervraagnummer>
    {header}
    {parts}
    {f"<kamervraagopmerking>{remark}</kamervraagopmerking>" if remark else ""}
  </kamervragen>
</officiele-publicatie>""".encode()


def _xml_part(part: Part, numbers: Iterator[int]) -> str:
    label = f"<nr status='officieel'>{part.label}</nr>" if part.label is not None else ""
    paragraphs = "\n".join(f"<al>{_xml(text, numbers)}</al>" for text in part.paragraphs)
    return f"<{part.kind}>\n{label}\n{paragraphs}\n</{part.kind}>"


def _xml(text: Text, numbers: Iterator[int]) -> str:
    pieces = []
    for piece in (text,) if isinstance(text, str) else text:
        match piece:
            case str():
                pieces.append(escape(piece))
            case Link(target, words):
                kind = "URL" if "://" in target else "document"
                pieces.append(f'<extref doc="{escape(target)}" soort="{kind}">{escape(words)}</extref>')
            case Footnote(note):
                number = next(numbers)
                body = _xml(note, numbers)
                pieces.append(f'<noot id="n{number}"><noot.nr>{number}</noot.nr><noot.al>{body}</noot.al></noot>')
            case _:
                assert_never(piece)
    return "".join(pieces)


def official_html(paper: Made = ANSWERED) -> bytes:
    """Return a paper as the publisher's page has it, with what stands around it there."""
    notes: list[str] = []
    header = "".join(
        f'<h1 class="kamervraagomschrijving_kop no-toc">{_html(text, notes)}</h1>' for text in paper.header
    )
    parts = "\n".join(_html_part(part, notes) for part in paper.parts)
    remark = "".join(f"<p>{escape(line)}</p>" for line in paper.remark)
    bodies = "".join(
        f"""<div class="voet noot snp-mouseoffset" id="supernote-note-n{number}">
        <h5 class="note-close"><a class="note-close" href="#close-n{number}">X</a> Noot</h5>
        <sup><span class="nootnum"><a id="n{number}" name="n{number}"></a>{number}</span></sup>{body}</div>"""
        for number, body in enumerate(notes, 1)
    )
    return f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Site</title>
<meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="{paper.identifier}">
<script>var menu = "Vraag 7";</script></head>
<body><nav><a href="/">Home</a></nav><div id="content" role="main"><h1>Kamervragen</h1>
<table><tr><th>Datum</th><td>2019</td></tr></table>
<div id="broodtekst">{header}{parts}{f'<div class="kamervraagopmerking">{remark}</div>' if remark else ""}
{f'<div id="noten"><hr><h2>Noten</h2>{bodies}</div>' if notes else ""}</div></div>
<footer>Over deze site</footer></body></html>""".encode()


def _html_part(part: Part, notes: list[str]) -> str:
    label = f'<h2 class="stuktitel no-toc"><a id="x"></a>{part.label}\n</h2>' if part.label is not None else ""
    paragraphs = "\n".join(f"<p>{_html(text, notes)}\n</p>" for text in part.paragraphs)
    return f'<div class="{part.kind}">\n{label}\n{paragraphs}\n</div>'


def _html(text: Text, notes: list[str]) -> str:
    pieces = []
    for piece in (text,) if isinstance(text, str) else text:
        match piece:
            case str():
                pieces.append(escape(piece))
            case Link(target, words):
                pieces.append(
                    f'<a href="{escape(target if "://" in target else f"{target}.html")}">{escape(words)}</a>'
                )
            case Footnote(note):
                number = len(notes) + 1
                notes.append("")
                notes[number - 1] = f"<p>{_html(note, notes)}</p>"
                pieces.append(f'<sup><a class="nootnum" href="#n{number}">{number}</a></sup>')
            case _:
                assert_never(piece)
    return "".join(pieces)


_STRANGE = (
    b"<", b">", b"&", b"\x00", b"\xff", b"]]>", b"<!--", b"&#xD800;", b"&nbsp;", b"<!DOCTYPE x [<!ENTITY y 'z'>]>",
    b"</p>", b"<table>", b"<noot>", b'"', b"\xed\xa0\x80", b"<?xml version='1.0' encoding='utf-16'?>", b"<pre>",
    b"<ol>", b"<a href='#n1'>1</a>", b"id='n1'", b"\r", "\ue005".encode(), b"<br><br>", b"<vraag>", b"</antwoord>",
    b"9" * 400,
)  # fmt: skip


def damaged(data: bytes, seed: int) -> bytes:
    """Return bytes with one to six changes, the same for the same seed: strange things put in, parts lost or moved."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(chance.randint(1, 6)):
        begin = chance.randrange(len(data) + 1)
        end = min(len(data), begin + chance.choice((1, 3, 40, 400)))
        part = data[begin:end]
        put = chance.choice((b"", part + part, part[::-1], bytes([chance.randrange(256)]), *_STRANGE))
        place = chance.choice((begin, begin, chance.randrange(len(data) + 1)))
        rest = data[:begin] + data[end:]
        data = rest[:place] + put + rest[place:]
    return data


# --- metadata ----------------------------------------------------------------------------------------------------

Stated = tuple[tuple[str, str], ...]
"""Names and values; a name has the prefix of its vocabulary (``OVERHEIDop.indiener``)."""

ANSWER_STATED: Stated = (
    ("DC.title", "Antwoord op vragen van het lid Jansen over lege spaarpotten"),
    ("OVERHEIDop.aanhangselNummer", "1234"),
    ("OVERHEIDop.indiener", "A.B. Jansen"),
    ("OVERHEIDop.ontvanger", "C. de Vries"),
    ("OVERHEIDop.publicationName", "Kamervragen (Aanhangsel)"),
    ("OVERHEIDop.vergaderjaar", "2018-2019"),
    ("OVERHEIDop.vraagnummer", "2019Z00123"),
    ("OVERHEIDop.datumOntvangst", "2019-01-31"),
    ("DC.type", "officiële publicatie"),
    ("DC.type", "Antwoord"),
    ("DC.type", "Aanhangsel van de Handelingen"),
    ("DC.creator", "Tweede Kamer der Staten-Generaal"),
    ("DC.identifier", "ah-tk-20182019-1234"),
)


def record(stated: Stated = ANSWER_STATED) -> bytes:
    """Return metadata.xml that states this."""
    lines = "\n".join(f'<metadata name="{name}" scheme="" content="{escape(value)}"/>' for name, value in stated)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n{lines}\n</metadata_gegevens>'.encode()


def owms(stated: Stated = ANSWER_STATED) -> bytes:
    """Return OWMS that states this."""
    prefixes = {"DC": "dcterms", "DCTERMS": "dcterms", "OVERHEID": "overheid", "OVERHEIDop": "overheidop"}
    elements = ""
    for name, value in stated:
        prefix, _, term = name.partition(".")
        elements += f"<{prefixes[prefix]}:{term}>{escape(value)}</{prefixes[prefix]}:{term}>\n"
    return f"""<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/" xmlns:overheid="urn:o" xmlns:overheidop="urn:p">
    <owmskern>\n{elements}<dcterms.modified>2019-02-01</dcterms.modified></owmskern></owms-metadata>""".encode()


def rearranged(data: bytes, seed: int) -> bytes:
    """Return well-formed XML with some elements moved, renamed or doubled, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    root = etree.fromstring(data)
    names = sorted({element.tag for element in root.iter(etree.Element)})
    for _ in range(chance.randint(3, 30)):
        elements = list(root.iter(etree.Element))
        moved, place = chance.choice(elements[1:]), chance.choice(elements)
        match chance.randrange(3):
            case 0:
                moved.tag = chance.choice(names)
            case 1:
                place.append(deepcopy(moved))
            case _ if moved is not place and moved not in place.iterancestors():
                place.insert(chance.randrange(len(place) + 1), moved)
    text: bytes = etree.tostring(root)
    return text
