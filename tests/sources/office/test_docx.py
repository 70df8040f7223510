"""Word documents to lines and notes: what Word prints, in the order in which it is read."""

from __future__ import annotations

import pytest

from kvgraph.model import Document, Mark, Reference, SourceError, Span
from kvgraph.sources.office import docx
from tests.sources.office import word_maker as word
from tests.sources.office.office_maker import SOURCE
from tests.sources.office.word_maker import field, mark, note, par, run, table

OFFICIAL = "https://zoek.officielebekendmakingen.nl/kst-12345-6.html"


def read(body: str, **parts: str) -> Document:
    return docx.read(word.docx(body, parts), SOURCE)


def texts(body: str, **parts: str) -> list[str]:
    """Return the lines of a document without the empty ones between paragraphs."""
    return [line.text for line in read(body, **parts).lines if line.text]


def test_paragraphs_are_lines_with_an_empty_one_between_them() -> None:
    document = read(par("Vraag 1") + par() + par("Kent u ", "het bericht?"))
    assert [line.text for line in document.lines] == ["Vraag 1", "", "Kent u het bericht?"]
    assert (document.sure_lines, document.paged, document.notes) == (True, False, ())
    assert document.source is SOURCE
    assert {line.label for line in document.lines} == {None}


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        ("<w:r><w:t>Datum</w:t><w:tab/><w:t>3 mei</w:t></w:r>", ["Datum 3 mei"]),
        ("<w:r><w:t>3a</w:t><w:tab/><w:t>Kent u</w:t><w:tab/><w:t>dit?</w:t></w:r>", ["3a", "Kent u dit?"]),
        ("<w:r><w:t>2023</w:t><w:tab/><w:t>12</w:t></w:r>", ["2023 12"]),
        (run("bericht") + field(r"NOTEREF _Ref1 \f \h", run("1")) + run(" en noot ") + field("NOTEREF _Ref1", run("1")),
         ["bericht en noot 1"]),
        ("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:cr/><w:t>drie</w:t></w:r>", ["een", "twee", "drie"]),
        ("<w:r><w:t>VN</w:t><w:noBreakHyphen/><w:t>raad</w:t></w:r>", ["VN-raad"]),
        ("<w:r><w:t>open</w:t><w:softHyphen/><w:t>baar</w:t></w:r>", ["openbaar"]),
        ("<w:r><w:t> zonder </w:t></w:r><w:r><w:t xml:space='preserve'> met </w:t></w:r>" + run("x"), ["zonder met x"]),
        (run("a ") + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + run(" b"), ["a → b"]),
        (run("x ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 3"), ["x ≥ 3"]),
        (run("a") + '<w:r><w:sym w:font="Arial" w:char="00E9"/><w:sym w:char="zz"/></w:r>', ["aé"]),
        (run("een ") + "<w:del>" + run("oud ") + "</w:del><w:ins>" + run("nieuw") + "</w:ins>", ["een nieuw"]),
        ("<w:moveFrom>" + run("hier") + "</w:moveFrom><w:moveTo>" + run("daar") + "</w:moveTo>", ["daar"]),
        (run("zichtbaar") + run("verborgen", "<w:vanish/>") + run("!", '<w:vanish w:val="0"/>'), ["zichtbaar!"]),
        (run("a") + '<w:r><w:commentReference w:id="0"/></w:r><w:bookmarkStart w:id="1"/>' + run("b"), ["ab"]),
        ("<w:smartTag>" + run("Den ") + "</w:smartTag><w:dir>" + run("Haag") + "</w:dir>", ["Den Haag"]),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("3 mei") + "</w:sdtContent></w:sdt>", ["3 mei"]),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Klik") + "</w:sdtContent></w:sdt>", []),
        ("<w:r><w:ruby><w:rt>" + run("noot") + "</w:rt><w:rubyBase>" + run("woord") + "</w:rubyBase></w:ruby></w:r>",
         ["woord"]),
    ],
)  # fmt: skip
def test_inline_content_is_what_word_prints(inline: str, expected: list[str]) -> None:
    assert texts(par(inline) + par("slot")) == [*expected, "slot"]


def test_a_style_hides_text_too() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Ook"><w:basedOn w:val="Weg"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kring"><w:basedOn w:val="Kring"/></w:style>'
    )
    body = par(run("a"), run("b", '<w:rStyle w:val="Ook"/>'), style="Kring") + par(run("c"), style="Weg")
    assert texts(body, styles=styles) == ["a"]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert texts(par("een ", properties=deleted) + par("twee") + par("drie", properties=deleted)) == [
        "een twee",
        "drie",
    ]


def test_fields_give_their_result_and_not_their_instruction() -> None:
    inner = field("DOCPROPERTY soort", run("verborgen"))
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>' + inner
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("brief")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    simple = '<w:fldSimple w:instr=" DATE ">' + run("3 mei 2024") + "</w:fldSimple>"
    assert texts(par(run("Een "), nested, run(" van "), simple)) == ["Een brief van 3 mei 2024"]


def test_a_field_may_run_over_paragraphs_and_half_a_field_hides_nothing() -> None:
    begin, separate = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate"))
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    code = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    assert texts(par(begin, code) + par(run("weg"), separate, run("a")) + par(run("b"), end)) == ["a", "b"]
    assert texts(par(begin, code, run("a")) + par("b")) == ["a", "b"]
    assert texts(par(end, run("a"), separate) + par("b")) == ["a", "b"]
    assert texts(par(begin, f"<w:del>{separate}{end}</w:del>", run("a"))) == ["a"]


def test_tables_are_read_cell_by_cell_and_deleted_rows_are_left_out() -> None:
    inner = table([[par("binnen")]])
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + par("weg") + "</w:tc></w:tr>"
    body = table([[par("Datum"), par("3 mei 2024")], [par("Betreft"), inner]]).replace("</w:tbl>", gone + "</w:tbl>", 1)
    assert texts(body) == ["Datum", "3 mei 2024", "Betreft", "binnen"]


def test_a_text_box_is_read_once_and_before_the_paragraph_it_hangs_on() -> None:
    box = f"<w:txbxContent>{par('Ons kenmerk')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>{box}</wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    hidden = f'<w:drawing><wp:anchor><wp:docPr hidden="1"/>{box}</wp:anchor></w:drawing>'
    old = f'<w:pict><v:shape style="position:absolute; visibility:hidden">{box}</v:shape></w:pict>'
    only = f"<mc:AlternateContent><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert texts(par(run("Geachte "), f"<w:r>{both}</w:r>", run("voorzitter"))) == ["Ons kenmerk", "Geachte voorzitter"]
    assert texts(par(f"<w:r>{hidden}{old}</w:r>", run("a"))) == ["a"]
    assert texts(par(f"<w:r>{only}</w:r>", run("a"))) == ["Ons kenmerk", "a"]
    assert texts(par(field("IF 1 = 2", ""), run("a")).replace("<w:instrText", f"{both}<w:instrText")) == ["a"]


# --- notes -------------------------------------------------------------------------------------------------------


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    footnotes = (
        note(0, attributes=' w:type="separator"')
        + note(4, " Tweede. ")
        + note(7, " Eerste", ", met meer.")
        + note(9, "Zonder merk")
    )
    endnotes = note(4, " Slot", kind="endnote")
    body = par(run("Ja"), mark(7), run(".")) + par(run("Nee "), mark(4), mark(4, "endnote"), mark(0), mark(12))
    document = read(body, footnotes=footnotes, endnotes=endnotes)
    assert [(one.number, [line.text for line in one.lines]) for one in document.notes or ()] == [
        (1, ["Eerste, met meer."]),
        (2, ["Tweede."]),
        (3, ["Slot"]),
    ]
    first, _, second = document.lines
    assert (first.text, first.marks) == ("Ja.", (Mark(2, 1),))
    assert (second.text, second.marks) == ("Nee", (Mark(3, 2), Mark(3, 3)))


def test_a_mark_of_its_own_is_no_text_and_a_note_in_a_note_no_note() -> None:
    body = par(
        run("Ja"), mark(1, attributes=' w:customMarkFollows="1"').replace("</w:r>", "<w:t>*</w:t></w:r>"), run(".")
    )
    document = read(body, footnotes=note(1, mark(1), run("Bron"), mark(2)) + note(2, "Andere"))
    assert document.lines[0].text == "Ja."
    assert [(one.number, one.lines[0].text, one.lines[0].marks) for one in document.notes or ()] == [(1, "Bron", ())]


# --- header of the first page, links -----------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "title", "shown"), [
    ("first", "<w:titlePg/>", True), ("default", "", True), ("default", "<w:titlePg/>", False), ("first", "", False),
    ("even", "", False),
])  # fmt: skip
def test_the_header_of_the_first_page_stands_above_the_body(kind: str, title: str, shown: bool) -> None:
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="p-header"/>{title}</w:sectPr>'
    pages = par(run("Pagina "), field("PAGE", run("1")), run(" van "), field("NUMPAGES", run("3")))
    header = par("Uw brief 2024Z12345") + par("Onderwerp") + pages + par("<w:r><w:pgNum/></w:r>", run("p"))
    expected = ["Uw brief 2024Z12345"] if shown else []
    assert texts(par("Onderwerp") + par("Geachte voorzitter") + section, header=header) == [
        *expected, "Onderwerp", "Geachte voorzitter"
    ]  # fmt: skip


def test_only_links_to_official_publications_are_references() -> None:
    links = [("a", OFFICIAL), ("b", "https://www.krant.nl/x"), ("c", "https://[bad")]
    body = par(
        run("Zie "),
        '<w:hyperlink r:id="a">' + run("mijn brief") + "</w:hyperlink>",
        run(" en "),
        '<w:hyperlink r:id="b">'
        + run("de krant")
        + '</w:hyperlink><w:hyperlink r:id="c">'
        + run("!")
        + "</w:hyperlink>",
        '<w:hyperlink w:anchor="x">' + run(" ook ") + "</w:hyperlink>",
        field(f'HYPERLINK "{OFFICIAL}"', run("die")),
    )
    line = docx.read(word.docx(body, {}, links), SOURCE).lines[0]
    assert line.text == "Zie mijn brief en de krant! ook die"
    assert line.references == (Reference(Span(4, 14), OFFICIAL), Reference(Span(32, 35), OFFICIAL))


# --- packages ----------------------------------------------------------------------------------------------------


def test_the_strict_form_reads_alike() -> None:
    body, parts = par(run("Ja"), mark(1), numbered=(1, 0)), {
        "footnotes": note(1, "Bron"), "numbering": word.lists(word.level(0, "decimal", "%1."))
    }  # fmt: skip
    strict = word.docx_members(body, parts, word=word.STRICT_WORD, rel=word.STRICT_REL)
    document = docx.read(word.pack(strict), SOURCE)
    assert document == read(body, **parts)
    assert document.lines[0].text == "1. Ja"
    assert document.notes


def test_the_package_says_what_its_main_part_is_called() -> None:
    members = word.docx_members(par("Vraag 1"), main="word/document2.xml")
    assert docx.read(word.pack(members), SOURCE).lines[0].text == "Vraag 1"
    members = word.docx_members(par("Vraag 1"))
    del members["_rels/.rels"]
    assert docx.read(word.pack(members), SOURCE).lines[0].text == "Vraag 1"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"word/document.xml": None}, "damaged"),
        ({"word/document.xml": "<w:document"}, "markup"),
        ({"word/document.xml": "<workbook/>"}, "markup"),
        ({"word/document.xml": "<document/>"}, "empty"),
        ({"word/document.xml": "<d>" * 300 + "</d>" * 300}, "markup"),
        ({"word/document.xml": '<!DOCTYPE d [<!ENTITY x "y">]><document/>'}, "entities"),
        ({"word/_rels/document.xml.rels": "geen XML"}, "markup"),
        ({"word/styles.xml": "<w:styles"}, "markup"),
        ({"_rels/.rels": word.relations(("d", "officeDocument", "word/weg.xml"))}, "damaged"),
    ],
)
def test_a_package_that_can_not_be_read_says_why(change: dict[str, str | None], code: str) -> None:
    members = word.docx_members(par("Vraag 1"), {"styles": ""})
    changed = {name: text for name, text in (members | change).items() if text is not None}
    with pytest.raises(SourceError) as caught:
        docx.read(word.pack(changed), SOURCE)
    assert (caught.value.code, caught.value.file) == (code, SOURCE.file_name)
    assert caught.value.advice


def test_missing_parts_beside_the_body_do_no_harm() -> None:
    members = word.docx_members(par(run("Vraag 1"), mark(1), numbered=(1, 0), style="Weg"), {"footnotes": note(1, "x")})
    for name in ("[Content_Types].xml", "word/footnotes.xml"):
        del members[name]
    assert [line.text for line in docx.read(word.pack(members), SOURCE).lines] == ["Vraag 1"]
