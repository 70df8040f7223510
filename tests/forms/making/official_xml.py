"""A paper in the official XML of officielebekendmakingen.nl, and its metadata in the two forms that lie beside it."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from tests.forms.making.texts import Block, Headline, Kind, OfficialPaper, Part, pieces

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = "http://technische-documentatie.oep.overheid.nl/schema/op-xsd-2012-2"
_HEAD = """\
    <kamervraagkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar {session}</tekstregel>
      <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
      <tekstregel inhoud="kamernummer">2</tekstregel>
      <tekstregel inhoud="documenttype">
        Aanhangsel van de Handelingen
      </tekstregel>
      <tekstregel inhoud="overig">
        Vragen gesteld door de leden der Kamer, met de daarop door
        de regering gegeven antwoorden
      </tekstregel>
    </kamervraagkop>
    <kamervraagnummer>{number}</kamervraagnummer>
"""


def xml(paper: OfficialPaper) -> bytes:
    """Return the paper as official XML: notes where their marks stand, links of the publisher as ``extref``."""
    address = f"https://zoek.officielebekendmakingen.nl/{paper.identifier}/metadata.xml"
    parts = [
        _DECLARATION,
        f"<officiele-publicatie xsi:noNamespaceSchemaLocation={quoteattr(_SCHEMA)}"
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n',
        f'  <metadata>\n    <meta name="OVERHEIDop.externMetadataRecord" scheme="" content={quoteattr(address)}/>\n',
        "  </metadata>\n  <kamervragen>\n",
        _HEAD.format(session=paper.session, number=paper.number),
        _headline("vraag", paper.asked, paper.notes),
        _headline("antwoord", paper.answered, paper.notes),
        *(_block(block, paper.notes) for block in paper.blocks),
        "  </kamervragen>\n</officiele-publicatie>\n",
    ]
    return "".join(parts).encode()


def _headline(kind: str, headline: Headline, notes: tuple[str, ...]) -> str:
    before, after = headline.parts
    subject = f"<kamervraagonderwerp>{_inline(headline.subject, notes)}</kamervraagonderwerp>"
    text = _inline(before, notes) + (subject if headline.subject else "") + _inline(after, notes)
    return f'    <kamervraagomschrijving type="{kind}">{text}</kamervraagomschrijving>\n'


def _block(block: Block, notes: tuple[str, ...]) -> str:
    name = "vraag" if block.asks else "antwoord"
    lines = [f"    <{name}>", f'      <nr status="officieel">{block.label}</nr>']
    lines += [f"      <al>{_inline(text, notes)}</al>" for text in block.paragraphs if isinstance(text, str)]
    parts = [part for part in block.paragraphs if isinstance(part, Part)]
    if parts:
        lines.append('      <lijst type="expliciet" level="single" nr-sluiting=".">')
        for part in parts:
            lines += ["        <li>", f"          <li.nr>{part.letter}</li.nr>"]
            lines += [f"          <al>{_inline(part.text, notes)}</al>", "        </li>"]
        lines.append("      </lijst>")
    return "\n".join([*lines, f"    </{name}>", ""])


def _inline(text: str, notes: tuple[str, ...]) -> str:
    marked = ""
    for piece in pieces(text):
        match piece.kind:
            case Kind.TEXT:
                marked += escape(piece.text)
            case Kind.NAME:
                marked += f"<naam><achternaam>{escape(piece.text)}</achternaam></naam>"
            case Kind.LINK:
                kind = "URL" if piece.target.startswith("https:") else "document"
                marked += f'<extref doc={quoteattr(piece.target)} soort="{kind}" status="actief">'
                marked += f"{escape(piece.text)}</extref>"
            case Kind.MARK:
                body = _inline(notes[int(piece.target) - 1], notes)
                marked += f'<noot id="N{piece.target}" type="voet"><noot.nr>{piece.target}</noot.nr>'
                marked += f"<noot.al>{body}</noot.al></noot>"
    return marked


# --- metadata ----------------------------------------------------------------------------------------------------


def fields(paper: OfficialPaper) -> list[tuple[str, str, str]]:
    """Return what metadata say of the paper: name, scheme and content."""
    return [
        ("OVERHEIDop.documentStatus", "", "Opgemaakt na onopgemaakt"),
        ("DC.title", "", paper.title),
        ("OVERHEIDop.aanhangselNummer", "", paper.number),
        *(("OVERHEIDop.indiener", "", name) for name in paper.askers),
        *(("OVERHEIDop.ontvanger", "", name) for name in paper.respondents),
        ("OVERHEIDop.publicationName", "", "Kamervragen (Aanhangsel)"),
        ("OVERHEIDop.vergaderjaar", "", paper.session),
        ("OVERHEIDop.vraagnummer", "", paper.case),
        ("DCTERMS.language", "DCTERMS.RFC4646", "nl"),
        ("DCTERMS.available", "DCTERMS.W3CDTF", paper.received),
        ("DCTERMS.issued", "DCTERMS.W3CDTF", paper.received),
        ("OVERHEIDop.datumOntvangst", "DCTERMS.W3CDTF", paper.received),
        ("DC.type", "OVERHEID.Informatietype", "officiële publicatie"),
        ("OVERHEID.organisationType", "OVERHEID.Organisatietype", "staten generaal"),
        ("DC.creator", "OVERHEID.StatenGeneraal", "Tweede Kamer der Staten-Generaal"),
        ("OVERHEID.category", "OVERHEID.TaxonomieBeleidsagenda", "Internationaal | Internationale samenwerking"),
        ("DC.type", "OVERHEIDop.AanhangselTypen", "Antwoord"),
        ("DC.type", "OVERHEIDop.Parlementair", "Aanhangsel van de Handelingen"),
        ("DC.identifier", "OVERHEIDop.ParlID", paper.identifier),
    ]


def metadata(paper: OfficialPaper) -> bytes:
    """Return metadata.xml: a list of names and contents."""
    lines = [
        f'<metadata name="{name}" scheme="{scheme}" content={quoteattr(content)}/>'
        for name, scheme, content in fields(paper)
    ]
    return (_DECLARATION + "\n".join(["<metadata_gegevens>", *lines, "</metadata_gegevens>", ""])).encode()


_OWMS = {
    "DC": ("owmskern", "dcterms"),
    "DCTERMS": ("owmsmantel", "dcterms"),
    "OVERHEID": ("oep", "overheid"),
    "OVERHEIDop": ("oep", "overheidop"),
}


def metadata_owms(paper: OfficialPaper) -> bytes:
    """Return the same as OWMS: an element for each content, in three groups."""
    groups: dict[str, list[str]] = {"owmskern": [], "owmsmantel": [], "oep": []}
    for name, scheme, content in fields(paper):
        prefix, _, term = name.partition(".")
        group, namespace = _OWMS[prefix]
        said = f" scheme={quoteattr(scheme)}" if term in ("type", "creator", "category") else ""
        groups[group].append(f"      <{namespace}:{term}{said}>{escape(content)}</{namespace}:{term}>")
    lines = [
        '<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:overheid="http://standaarden.overheid.nl/owms/terms/"'
        ' xmlns:overheidop="http://standaarden.overheid.nl/oep/meta/">'
    ]
    for group, elements in groups.items():
        lines += [f"   <{group}>", *elements, f"   </{group}>"]
    return (_DECLARATION + "\n".join([*lines, "</owms-metadata>", ""])).encode()
