"""Official XML, HTML and metadata that nobody meant to be read: each is read or refused with a reason, never more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kvgraph.model import Source, SourceError
from kvgraph.sources.markup import html, metadata, official_xml
from tests.sources.markup.markup_maker import SOURCE, damaged, official_html, rearranged, record
from tests.sources.markup.markup_maker import official_xml as written

READERS: dict[str, Callable[[bytes, Source], object]] = {
    "xml": official_xml.read,
    "html": html.read,
    "metadata": metadata.read,
}
WRITTEN = {"xml": written(), "html": official_html(), "metadata": record()}
XHTML = (
    b'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1 class="kamervraagomschrijving_kop">Vragen</h1>'
    b"<table><tr><td><p>een</p></td></tr></table>"
    b'<div class="vraag"><h2>Vraag 1</h2><p>Leeg?<sup><a href="#n1">1</a></sup></p><ol><li>een</li></ol></div>'
    b'<div class="antwoord"><p>Ja.<br/></p><pre>a\n\nb</pre></div>'
    b'<footer><div class="voet noot"><sup><span class="nootnum"><a id="n1"/>1</span></sup><p>Blad.</p></div></footer>'
    b"</body></html>"
)
BOMB = b"<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
UNREADABLE = {
    "no xml": ("xml", b"", "markup"),
    "xml cut off": ("xml", b"<kamervragen>", "markup"),
    "xml without text": ("xml", b"<kamervragen/>", "empty"),
    "xml of white space": ("xml", b"<kamervragen><vraag><al> \n</al></vraag></kamervragen>", "empty"),
    "another paper": ("xml", b"<officiele-publicatie><kamerstuk><al>x</al></kamerstuk></officiele-publicatie>",
                      "not-a-paper"),
    "xml with entities": ("xml", BOMB + b"<kamervragen><al>&c;</al></kamervragen>", "entities"),
    "deep xml": ("xml", b"<kamervragen>" + b"<al>" * 300 + b"</al>" * 300 + b"</kamervragen>", "markup"),
    "one long text in xml": ("xml", b"<kamervragen><al>" + b"a" * 20_000_000 + b"</al></kamervragen>", "too-large"),
    "many elements in xml": ("xml", b"<kamervragen>" + b"<al/>" * 200_001 + b"</kamervragen>", "too-large"),
    "null in xml": ("xml", b"<kamervragen><al>\x00</al></kamervragen>", "markup"),
    "no html": ("html", b"", "empty"),
    "html without text": ("html", b"<html><head><title>Titel</title></head><body><script>x()</script>", "empty"),
    "deep html": ("html", b"<div>" * 5000 + b"x", "markup"),
    "one long text in html": ("html", b"<p>" + b"a" * 20_000_000 + b"</p>", "too-large"),
    "html with an open quote": ("html", b"<p>x</p><p title='" + b"Wat er stond. " * 100, "markup"),
    "many elements in html": ("html", b"<p>a" * 200_001, "too-large"),
    "xhtml with entities": ("html", b"<?xml version='1.0'?>" + BOMB + b"<html><body>&c;</body></html>", "entities"),
    "html in no encoding": ("html", b"<p>caf\xe9 \xc3\xab \x81", "encoding"),
    "no metadata": ("metadata", b"", "markup"),
    "metadata of nothing": ("metadata", b"<metadata_gegevens/>", "metadata"),
    "metadata with entities": ("metadata", BOMB + b"<metadata_gegevens>&c;</metadata_gegevens>", "entities"),
    "long metadata": ("metadata", b"<metadata_gegevens>" + b" " * 6_000_000 + b"</metadata_gegevens>", "too-large"),
}  # fmt: skip


@pytest.mark.parametrize(("form", "data", "code"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_can_not_be_read_is_refused_with_a_reason(form: str, data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        READERS[form](data, SOURCE)
    assert caught.value.code == code
    assert caught.value.advice


CODES = {"markup", "entities", "empty", "encoding", "not-a-paper", "metadata"}


def refusal(form: str, data: bytes) -> SourceError | None:
    """Read bytes; return why they are refused, or None when they are not."""
    try:
        READERS[form](data, SOURCE)
    except SourceError as error:
        return error
    return None


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("seed", range(200))
def test_damaged_sources_are_read_or_refused(form: str, seed: int) -> None:
    reason = refusal(form, damaged(WRITTEN[form], seed))
    assert reason is None or (reason.code in CODES and reason.reason.isprintable())


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("seed", range(100))
def test_elements_may_stand_anywhere(form: str, seed: int) -> None:
    xml = WRITTEN[form] if form != "html" else XHTML
    reason = refusal(form, rearranged(xml, seed))
    assert reason is None or reason.code in {"empty", "not-a-paper", "metadata", "markup"}


@pytest.mark.parametrize("form", ["xml", "html"])
def test_most_papers_whose_elements_stand_anywhere_are_read(form: str) -> None:
    xml = WRITTEN[form] if form != "html" else XHTML
    assert sum(refusal(form, rearranged(xml, seed)) is None for seed in range(100)) > 90


@pytest.mark.parametrize(("form", "least", "most"), [("xml", 60, 199), ("html", 1, 100), ("metadata", 60, 199)])
def test_some_damage_is_refused_and_some_is_not(form: str, least: int, most: int) -> None:
    refused = sum(refusal(form, damaged(WRITTEN[form], seed)) is not None for seed in range(200))
    assert least <= refused <= most


def test_a_file_named_in_the_source_is_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", "utf-8")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    assert "geheim" not in repr(official_xml.read(f"<kamervragen><al>x{include}</al></kamervragen>".encode(), SOURCE))
    page = f"<p>x</p><iframe src='{secret.as_uri()}'></iframe><object data='{secret}'></object>{include}"
    assert "geheim" not in repr(html.read(page.encode(), SOURCE))


@pytest.mark.parametrize("name", ["al", "vreemd"])
def test_xml_may_be_nested_as_deep_as_the_parser_allows(name: str) -> None:
    data = f"<kamervragen>{f'<{name}>' * 240}x{f'</{name}>' * 240}</kamervragen>"
    assert [line.text for line in official_xml.read(data.encode(), SOURCE).lines] == ["x"]


@pytest.mark.parametrize("name", ["div", "span", "ul", "blockquote"])
def test_html_may_be_nested_as_deep_as_the_parser_allows(name: str) -> None:
    document = html.read(f"{f'<{name}>' * 240}x{f'</{name}>' * 240}<p>y".encode(), SOURCE)
    assert [line.text for line in document.lines if line.text] == ["x", "y"]


def test_null_characters_and_others_that_nobody_prints_are_left_out_of_html() -> None:
    assert [line.text for line in html.read(b"<p>a\x00b\x01c\x1f</p>", SOURCE).lines] == ["abc"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings_are_read_as_declared(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    data = f"<?xml version='1.0' encoding='{declared}'?><kamervragen><al>café</al></kamervragen>".encode(encoding)
    assert [line.text for line in official_xml.read(data, SOURCE).lines] == ["café"]
