"""HTML to lines: the publisher's pages and others; what is no text, labels, notes, references, encodings."""

from dataclasses import replace
from pathlib import Path

import pytest

from kvgraph.model import Document, Line, Note, PaperKind
from kvgraph.papers.parse import parse
from kvgraph.sources.markup import html, official_xml
from kvgraph.sources.markup.html_links import target_of
from tests.sources.markup.markup_maker import ANSWERED, SOURCE, Made, Part, official_html
from tests.sources.markup.markup_maker import official_xml as written_as_xml

FORMS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "forms"
ASKING = "<p>Vragen van het lid Jansen (VVD) aan de Minister van Financiën over geld (ingezonden 10 januari 2019).</p>"


def read(content: str | bytes) -> Document:
    return html.read(content.encode() if isinstance(content, str) else content, SOURCE)


def texts(content: str | bytes) -> list[str]:
    return [line.text for line in read(content).lines if line.text]


def note(number: int, *lines: str) -> Note:
    return Note(number, tuple(Line(line) for line in lines))


UNNUMBERED = replace(
    ANSWERED,
    parts=(
        Part("vraag", None, ("Hoeveel?", "Dat is niet gezegd.")),
        Part("antwoord", None, ("Veel.",)),
        Part("vraag", None, ("Waarom?",)),
        Part("antwoord", None, ("Daarom.", "En daarom ook.")),
    ),
)
NUMBERS_ALONE = replace(
    ANSWERED, parts=(Part("vraag", "1.", ("Hoeveel?",)), Part("antwoord", "1", ("Veel.", "Vraag 2"))), remark=()
)
POSTPONED = replace(
    ANSWERED,
    header=(ANSWERED.header[0], "Mededeling van Minister De Vries (Financiën) (ontvangen 31 januari 2019)."),
    parts=(Part("vraag", "Vraag 1", ("Hoeveel?",)),),
    remark=("Mededeling", "Het antwoord komt later."),
)


@pytest.mark.parametrize("made", [ANSWERED, UNNUMBERED, NUMBERS_ALONE, POSTPONED])
def test_the_page_of_a_paper_says_what_its_xml_says(made: Made) -> None:
    page, xml = read(official_html(made)), official_xml.read(written_as_xml(made), SOURCE)
    assert page.lines == xml.lines[len(made.head) + 2 :]  # the page has no head
    assert (page.notes, page.named, page.sure_lines) == (xml.notes, xml.named, True)
    assert parse(page) == parse(xml)


def test_xhtml_with_empty_elements_is_read_as_such() -> None:
    page = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
    )
    assert texts(f'{page}<h1><a id="x"/>Kop</h1><script src="x"/><p>caf&#233;</p></body></html>') == ["Kop", "café"]


def test_xhtml_that_is_not_well_formed_is_read_as_html() -> None:
    assert texts('<html xmlns="http://www.w3.org/1999/xhtml"><body><p>een<br><p>twee</body></html>') == ["een", "twee"]


# --- what is text ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("<p>een\n   <b>twee</b>\n</p><div>drie<p>vier</p>vijf</div>", ["een twee", "drie", "vier", "vijf"]),
        ("<p>een<br>twee<br/><br>drie</p>", ["een", "twee", "drie"]),
        ("<pre>een\ntwee\n\n  drie</pre>", ["een", "twee", "drie"]),
        ("<p>CO<sub>2</sub> en m<sup>2</sup></p>", ["CO2 en m2"]),
        ("<p>een</p><script>x()</script><style>p{}</style><noscript>zet aan</noscript><p>twee</p>", ["een", "twee"]),
        ("<nav>menu</nav><p>een</p><aside>lees ook</aside><footer>voet</footer>", ["een"]),
        ("<p hidden>nee</p><p style='display: none'>nee</p><p class='sr-only'>nee</p><p>ja</p>", ["ja"]),
        ("<form><p>een</p><select><option>keuze</option></select><textarea>invoer</textarea></form>", ["een"]),
        ("<header>kop</header><main><p>een</p></main>", ["een"]),
        ("<main></main><p>een</p>", ["een"]),
        ("<body style='display: none'><p>een</p></body>", ["een"]),
        ("<ol><li>een</li><li><p>twee</p><p>meer</p></li></ol>", ["1. een", "2. twee", "meer"]),
        ("<ol start='3' type='a'><li>een<li value='5'>twee<li>drie</ol>", ["c. een", "e. twee", "f. drie"]),
        ("<ol type='I'><li>een<ol><li>binnen</ol><li>twee</ol>", ["I. een", "1. binnen", "II. twee"]),
        ("<ol><li>1. een</li></ol><ol style='list-style-type: none'><li>twee</li></ol><ul><li>drie</ul>",
         ["1. een", "twee", "drie"]),
        ("<table><caption>Potten</caption><tr><th>Jaar<th>Aantal<tr><td><p>2018</p><td>10<br>veel</table>",
         ["Potten", "Jaar Aantal", "2018 10", "veel"]),
        ("<table><tr><td><h2>Vraag 1</h2><p>Hoeveel?</p></td><td>menu</td></tr></table>",
         ["Vraag 1", "Hoeveel?", "menu"]),
        ("<o:p>een</o:p><w:sdt>twee</w:sdt>", ["eentwee"]),
        ("een &amp; twee&nbsp;drie &eacute;&#8217;&zzz;", ["een & twee drie é’&zzz;"]),
    ],
)  # fmt: skip
def test_what_is_printed_is_read(content: str, lines: list[str]) -> None:
    assert texts(content) == lines


def test_lines_of_a_paragraph_belong_together_and_paragraphs_are_apart() -> None:
    document = read("<p>een<br>twee</p><p>drie</p>")
    assert [line.text for line in document.lines] == ["een", "twee", "", "drie"]
    assert document.sure_lines


def test_what_stands_around_a_paper_is_left_out() -> None:
    parts = '<div class="vraag"><h2>Vraag 1</h2><p>Hoeveel?</p></div>'
    paper = f'<div><h1 class="kamervraagomschrijving_kop">Vragen</h1>{parts}</div>'
    assert texts(f"<h1>Site</h1><div><p>Deel dit</p>{paper}</div><p>Colofon</p>") == ["Vragen", "Vraag 1", "Hoeveel?"]


def test_a_page_without_the_header_class_is_read_whole() -> None:
    assert (
        texts('<h1>Vragen van Jansen</h1><div class="vraag"><h2>Vraag 1</h2><p>Hoeveel?</p></div>')[0]
        == "Vragen van Jansen"
    )


def test_only_labels_of_known_structure_are_told() -> None:
    told = read('<div class="vraag"><p class="nummer">1</p><p>Vraag 2</p></div><h2>Vraag 3</h2><p>Waarom?</p>')
    assert [(line.text, line.label) for line in told.lines if line.text] == [
        ("Vraag 1", True),
        ("Vraag 2", False),
        ("Vraag 3", None),
        ("Waarom?", None),
    ]


def test_a_paper_on_any_page_is_found_by_its_labels() -> None:
    paper = parse(read(f"{ASKING}<p><strong>Vraag 1</strong><br>Hoeveel?</p><h3>Vraag 2</h3><div>Waarom?</div>"))
    assert paper.kind is PaperKind.QUESTION
    assert [one.text for one in paper.passages[1:]] == ["Hoeveel?", "Waarom?"]


# --- notes -------------------------------------------------------------------------------------------------------

WORD = (
    '<p>Leeg?<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a></p><div><div id="ftn1">'
    '<p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> Blad.</p></div></div>'
)
LIBRE = (
    '<p>Leeg?<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>'
    '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Blad.</p></div>'
)
PANDOC = (
    '<p>Leeg?<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
    '<section class="footnotes"><hr><ol><li id="fn1"><p>Blad.<a href="#fnref1">↩︎</a></p></li></ol></section>'
)
PLAIN = '<p>Leeg? <sup>[<a href="#noot1">1</a>]</sup></p><p id="noot1">1. Blad.</p>'
CLASSED = '<p>Leeg?<sup>1</sup></p><div class="voet noot"><sup class="nootnum">1</sup><p>Blad.</p></div>'
SAVED = (
    '<p>Leeg?<sup><a href="https://x.example/y.html#n%201">1</a></sup></p>'
    '<footer>Site<p id="n 1"><sup>1</sup> Blad.</p></footer>'
)


@pytest.mark.parametrize("content", [WORD, LIBRE, PANDOC, PLAIN, CLASSED, SAVED])
def test_notes_are_tied_to_their_marks(content: str) -> None:
    document = read(content)
    assert document.notes == (note(1, "Blad."),)
    (line,) = [line for line in document.lines if line.text]
    assert line.text == "Leeg?"
    assert [(mark.offset, mark.number) for mark in line.marks] == [(5, 1)]


def test_notes_are_numbered_by_their_marks_and_several_marks_may_be_of_one() -> None:
    marks = '<sup><a href="#n2">2</a>, <a href="#n1">1</a></sup>'
    document = read(f'<p>Een{marks} twee<sup><a href="#n2">2</a></sup></p><p id="n1">1 A.</p><p id="n2">2 B.</p>')
    assert document.notes == (note(1, "B."), note(2, "A."))
    (line,) = [line for line in document.lines if line.text]
    assert line.text == "Een twee"
    assert [(mark.offset, mark.number) for mark in line.marks] == [(3, 1), (3, 2), (8, 1)]


def test_a_note_may_begin_with_a_day() -> None:
    (one,) = read('<p>Leeg?<sup><a href="#n1">1</a></sup></p><p id="n1">1 maart 2019.</p>').notes or ()
    assert one == note(1, "1 maart 2019.")


@pytest.mark.parametrize(
    "content",
    [
        "<p>Leeg?1</p><p>1 Blad.</p>",
        "<p>Leeg?<sup>1</sup></p><p>1 Blad.</p>",
        '<p>Zie <a href="#h2">2</a></p><h2 id="h2">Potten</h2>',
        '<p>Leeg?<sup><a href="#n1">1</a><a href="#n2">2</a></sup></p><p><a id="n1">1</a> A. <a id="n2">2</a> B.</p>',
        '<p>Leeg?</p><div class="voet noot">1 Blad.</div>',
    ],
)
def test_where_notes_can_not_be_told_their_numbers_stay_in_the_text(content: str) -> None:
    document = read(content)
    assert document.notes is None
    assert sum(character.isdigit() for line in document.lines for character in line.text) == sum(
        character.isdigit() for character in content.replace("h2", "").replace("n1", "").replace("n2", "")
    )


def test_an_official_page_without_notes_has_none() -> None:
    assert read('<div class="vraag"><h2>Vraag 1</h2><p>Leeg?</p></div>').notes == ()


# --- references, id, encoding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("stb-2019-1.html", "stb-2019-1"),
        ("./kst-31865-90.html?x=1#y", "kst-31865-90"),
        ("/kst-31865-XII-90", "kst-31865-XII-90"),
        (" https://zoek.officielebekendmakingen.nl/kst-31865-90-b1.pdf ", "kst-31865-90-b1"),
        ("http://officielebekendmakingen.nl/dossier/31865/ah-tk-20182019-12.xml", "ah-tk-20182019-12"),
        ("https://eur-lex.europa.eu/x", "https://eur-lex.europa.eu/x"),
        ("https://krant.example/kst-31865-90.html", None),
        ("#n1", None), ("", None), ("mailto:a@b.nl", None), ("javascript:x()", None), ("over.html", None),
        ("http://[", None),
    ],
)  # fmt: skip
def test_a_link_refers_to_an_official_publication(href: str, target: str | None) -> None:
    assert target_of(href, official=False) == target


def test_a_link_on_an_official_page_may_refer_to_an_address() -> None:
    assert target_of("https://krant.example/x", official=True) == "https://krant.example/x"
    assert target_of("over.html", official=True) is None


def test_only_the_id_is_taken_from_the_head() -> None:
    head = (
        '<meta name="dcterms.identifier" content="kv-tk-2019Z00123"><meta name="OVERHEIDop.indiener" content="Jansen">'
    )
    document = read(f"<html><head>{head}<title>Jansen</title></head><body><p>een</p></body></html>")
    assert document.named == "kv-tk-2019Z00123"
    assert [line.text for line in document.lines] == ["een"]
    assert read("<p>een</p>").named is None


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("iso-8859-15", "iso-8859-15"),
        ("macintosh", "mac-roman"),
        ("iso-8859-1", "utf-8"),
        ("onbekend", "utf-8"),
        ("utf-8", "cp1252"),
    ],
)
def test_encodings_are_told_by_mark_content_and_declaration(declared: str, encoding: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    assert texts(f"{meta}<p>Een café: €</p>".encode(encoding)) == ["Een café: €"]
    assert texts(
        f"<?xml version='1.0' encoding='{declared or 'utf-8'}'?><html><body><p>é</p></body></html>".encode(encoding)
    ) == ["é"]


@pytest.mark.skipif(not FORMS.is_dir(), reason="the corpus of real papers is not beside the checkout")
def test_a_real_paper_says_the_same_in_xml_and_html() -> None:
    (page,) = (read(path.read_bytes()) for path in (FORMS / "html").glob("*.html"))
    (xml,) = (official_xml.read(path.read_bytes(), SOURCE) for path in (FORMS / "xml").glob("*.xml"))
    first = next(index for index, line in enumerate(xml.lines) if line.text == page.lines[0].text)
    assert xml.lines[first:] == page.lines
    assert (xml.notes, xml.named) == (page.notes, page.named)
    assert parse(xml) == parse(page)
