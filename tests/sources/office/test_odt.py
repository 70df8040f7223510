"""OpenDocument texts to lines and notes; the official sample word for word like the official XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvgraph.build.analyse import analyse
from kvgraph.model import Document, Mark, Reference, SourceError, Span
from kvgraph.sources.office import odt
from tests.sources.office import office_maker as office
from tests.sources.office.office_maker import SOURCE, odt_note
from tests.sources.office.word_maker import pack

FORMS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "forms"
OFFICIAL = "https://zoek.officielebekendmakingen.nl/stb-2020-1.html"


def read(body: str, styles: str = "", **more: str) -> Document:
    return odt.read(office.odt(body, styles, **more), SOURCE)


def texts(body: str, styles: str = "", **more: str) -> list[str]:
    """Return the lines of a document without the empty ones between paragraphs."""
    return [line.text for line in read(body, styles, **more).lines if line.text]


def p(inner: str, style: str = "") -> str:
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:p{name}>{inner}</text:p>"


def test_paragraphs_and_headings_are_lines_with_an_empty_one_between_them() -> None:
    document = read("<text:h>Vraag 1</text:h>" + p("") + p("\n  Kent u\n  <text:span>het</text:span> bericht?\n"))
    assert [line.text for line in document.lines] == ["Vraag 1", "", "Kent u het bericht?"]
    assert (document.sure_lines, document.paged, document.notes, document.named) == (True, False, (), None)


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        ("a<text:s text:c='3'/>b<text:tab/>c", ["a b c"]),
        ("3<text:tab/>Kent u dit?", ["3", "Kent u dit?"]),
        ("een<text:line-break/>twee", ["een", "twee"]),
        ("open<text:soft-page-break/>baar<text:bookmark text:name='b'/>", ["openbaar"]),
        ("a<office:annotation><text:p>nee</text:p></office:annotation>b<office:annotation-end/>", ["ab"]),
        ("<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>", ["a"]),
        ("op <text:date>3 mei</text:date> te <text:user-defined>Ede</text:user-defined>", ["op 3 mei te Ede"]),
        ("a<text:hidden-text text:is-hidden='true'>b</text:hidden-text><text:script>c</text:script>", ["a"]),
        ("a<draw:frame><svg:title>logo</svg:title><draw:image/></draw:frame>b", ["ab"]),
        ("b<draw:frame><draw:text-box>\n<text:p>a</text:p></draw:text-box></draw:frame>c", ["a", "bc"]),
        ("<text:change-start/>nieuw<text:change-end/><text:change/>", ["nieuw"]),
        ("a<text:span text:style-name='Weg'>b</text:span><text:span text:style-name='Ook'>c</text:span>d", ["ad"]),
    ],
)  # fmt: skip
def test_inline_content_is_what_an_office_program_prints(inline: str, expected: list[str]) -> None:
    styles = (
        '<style:style style:name="Weg" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="Ook" style:family="text" style:parent-style-name="Weg"/>'
    )
    assert texts(p(inline), styles) == expected


def test_deleted_text_and_hidden_sections_are_left_out() -> None:
    gone = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + p("oud")
        + "</text:deletion></text:changed-region>"
    )
    hidden = (
        '<text:section text:display="none">' + p("weg") + "</text:section><text:section>" + p("b") + "</text:section>"
    )
    hides = '<style:text-properties text:display="none"/>'
    styles = f'<style:style style:name="W" style:family="paragraph">{hides}</style:style>'
    assert texts(gone + "</text:tracked-changes>" + p("a") + hidden + p("nee", "W"), styles) == ["a", "b"]


def test_tables_are_read_cell_by_cell() -> None:
    rows = "".join(
        "<table:table-row>" + "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row)
        + "<table:covered-table-cell/></table:table-row>"
        for row in (["Datum", "3 mei"], ["1", "Kent u dit?"])
    )  # fmt: skip
    assert texts(f"<table:table><table:table-column/>{rows}</table:table>") == ["Datum", "3 mei", "1", "Kent u dit?"]


def test_notes_are_real_and_numbered_by_their_marks() -> None:
    body = p(f"Ja{odt_note(7, 'Bron')}.") + p("Nee" + odt_note(1, "") + odt_note(1, "Slot", "endnote"))
    document = read(body)
    assert [(one.number, [line.text for line in one.lines]) for one in document.notes or ()] == [
        (1, ["Bron"]),
        (2, ["Slot"]),
    ]
    first, _, second = document.lines
    assert (first.text, first.marks) == ("Ja.", (Mark(2, 1),))
    assert (second.text, second.marks) == ("Nee", (Mark(3, 2),))


def test_only_links_to_official_publications_are_references() -> None:
    line = read(
        p(f'Zie <text:a xlink:href="{OFFICIAL}">het besluit</text:a> en <text:a xlink:href="#x">hier</text:a>')
    ).lines[0]
    assert line.text == "Zie het besluit en hier"
    assert line.references == (Reference(Span(4, 15), OFFICIAL),)


# --- lists -------------------------------------------------------------------------------------------------------

LISTS = (
    '<text:list-style style:name="N">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/>'
    '</text:list-style><text:list-style style:name="V"><text:list-level-style-number text:level="1" '
    'style:num-format="1" text:start-value="4" style:num-prefix="Vraag "/></text:list-style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format=""/>'
    "</text:list-style>"
    '<style:style style:name="Item" style:family="paragraph" style:list-style-name="N"/>'
)


def items(*inner: str, style: str = "N", more: str = "") -> str:
    name = f' text:style-name="{style}"' if style else ""
    return (
        f"<text:list{name}{more}>"
        + "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
        + "</text:list>"
    )


@pytest.mark.parametrize(("body", "expected"), [
    (items(p("x"), p("x") + p("y"), p("x")), ["1. x", "2. x", "y", "3. x"]),
    (items(p("x") + items(p("x"), p("x") + items(p("x"), style=""), style=""), p("x") + items(p("x"))),
     ["1. x", "(a) x", "(b) x", "1.b.1 x", "2. x", "(a) x"]),
    (items(p("x")) + items(p("x")), ["1. x", "1. x"]),
    (items(p("x")) + p("tussen") + items(p("x"), more=' text:continue-numbering="true"'), ["1. x", "tussen", "2. x"]),
    (items(p("x"), more=' xml:id="l1"') + items(p("y"), style="B") + items(p("x"), more=' text:continue-list="l1"'),
     ["1. x", "– y", "2. x"]),
    (items(p("x")).replace("<text:list-item>", '<text:list-item text:start-value="5">'), ["5. x"]),
    (items(p("x")).replace("list-item>", "list-header>"), ["x"]),
    (items(p(""), style="V") + p("Kent u dit?"), ["Vraag 4", "Kent u dit?"]),
    (items(p(""), p("x")), ["2. x"]),
    (items(p("x"), style="L") + items(p("x"), style="Weg") + items(p("x"), style=""), ["x", "x", "x"]),
    (items(p("x", "Item"), style=""), ["1. x"]),
    (items("<text:number>9.</text:number>" + p("<text:number>9.</text:number>x")), ["1. x"]),
])  # fmt: skip
def test_items_get_the_label_that_is_printed(body: str, expected: list[str]) -> None:
    assert texts(body, LISTS) == expected


def test_headings_are_numbered_by_the_outline() -> None:
    members = office.odt_members(
        '<text:h text:outline-level="1">a</text:h><text:h text:outline-level="1" text:is-list-header="true">b</text:h>'
        '<text:h text:outline-level="1">c</text:h>'
    )
    outline = '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/></text:outline-style>'
    members["styles.xml"] = members["styles.xml"].replace(
        "<office:styles/>", f"<office:styles>{outline}</office:styles>"
    )
    assert [one.text for one in odt.read(pack(members), SOURCE).lines if one.text] == ["1", "a", "b", "2", "c"]


# --- header, metadata, packages ----------------------------------------------------------------------------------


def test_the_header_of_the_first_page_stands_above_the_body() -> None:
    number = p("Pagina <text:page-number>1</text:page-number>")
    header = f"<style:header>{p('Uw brief 2024Z12345')}{p('Onderwerp')}{number}</style:header>"
    page = f"{header}<style:footer>{p('weg')}</style:footer>"
    assert texts(p("Onderwerp"), page=page) == ["Uw brief 2024Z12345", "Onderwerp"]
    first = f"<style:header-first>{p('eerste')}</style:header-first>"
    assert texts(p("Onderwerp"), page=page + first) == ["eerste", "Onderwerp"]


@pytest.mark.parametrize(("value", "named"), [("ah-tk-20232024-12", "ah-tk-20232024-12"), ("urn:x", None)])
def test_the_official_id_may_stand_in_the_metadata(value: str, named: str | None) -> None:
    meta = f'<meta:user-defined meta:name="OVERHEIDop.ParlID/DC.identifier">{value}</meta:user-defined>'
    assert read(p("Vraag 1"), meta=f"<dc:title>ah-tk-20202021-1</dc:title>{meta}").named == named


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"content.xml": None}, "damaged"),
        ({"content.xml": "<office"}, "markup"),
        ({"content.xml": "<document-content><body><spreadsheet/></body></document-content>"}, "markup"),
        ({"content.xml": "<document-content/>"}, "markup"),
        ({"content.xml": "<document-content><body><text/></body></document-content>"}, "empty"),
        ({"content.xml": '<!DOCTYPE d [<!ENTITY x "y">]><d/>'}, "entities"),
        ({"content.xml": "<d>" * 300 + "</d>" * 300}, "markup"),
        ({"styles.xml": "geen XML"}, "markup"),
        ({"META-INF/manifest.xml": "<manifest><file-entry><encryption-data/></file-entry></manifest>"}, "encrypted"),
    ],
)  # fmt: skip
def test_a_package_that_can_not_be_read_says_why(change: dict[str, str | None], code: str) -> None:
    members = office.odt_members(p("Vraag 1"))
    changed = {name: text for name, text in (members | change).items() if text is not None}
    with pytest.raises(SourceError) as caught:
        odt.read(pack(changed), SOURCE)
    assert (caught.value.code, caught.value.file) == (code, SOURCE.file_name)
    assert caught.value.advice


def test_missing_parts_beside_the_content_do_no_harm() -> None:
    content = {"content.xml": office.odt_members(p("Vraag 1"))["content.xml"]}
    assert [line.text for line in odt.read(pack(content), SOURCE).lines] == ["Vraag 1"]


@pytest.mark.skipif(not FORMS.is_dir(), reason="the official forms of one paper are not beside the checkout")
def test_the_official_form_gives_the_same_passages_as_the_official_xml() -> None:
    from kvgraph.sources.markup import official_xml

    name = "ah-tk-20202021-3235"
    written = analyse(odt.read((FORMS / "odt" / f"{name}.odt").read_bytes(), SOURCE)).paper
    stated = analyse(official_xml.read((FORMS / "xml" / f"{name}.xml").read_bytes(), SOURCE)).paper
    assert written.identifier == name
    assert {one.key: one.text for one in written.passages} == {one.key: one.text for one in stated.passages}
