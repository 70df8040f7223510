"""XML from strangers: what is refused, and that nothing is fetched or expanded."""

import socket
from pathlib import Path

import pytest
from lxml import etree

from kvgraph.model import SourceError
from kvgraph.sources.markup import xml
from tests.sources.markup.markup_maker import SOURCE

LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "&{a};&{a};&{a};&{a};">' for a, b in zip("abcdef", "bcdefg", strict=True)
)


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        xml.parse(data, SOURCE)
    return caught.value


@pytest.mark.parametrize(
    "data",
    [b"", b"   ", b"Vraag 1", b"<a>", b"<a></b>", b"<a>\x00</a>", b"<a>\xff</a>", b"<a>&nbsp;</a>", b"<a/><b/>",
     b"<?xml version='1.0' encoding='klingon'?><a/>", b"<a>" * 1000 + b"</a>" * 1000, b"\xff\xfe<\x00a"],
)  # fmt: skip
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    error = refused(data)
    assert error.code == "markup"
    assert error.advice


def test_the_refusal_says_where() -> None:
    assert "line 3" in refused(b"<a>\n<b/>\n</c>").place
    with pytest.raises(SourceError) as caught:
        xml.parse(b"<a>", SOURCE, part="word/document.xml")
    assert "word/document.xml" in str(caught.value)


@pytest.mark.parametrize(
    "doctype",
    [LAUGHS, '<!ENTITY a SYSTEM "file:///etc/hostname">', '<!ENTITY % a SYSTEM "http://localhost/x.dtd"> %a;',
     "<!ELEMENT a (#PCDATA)>"],
)  # fmt: skip
def test_a_doctype_that_declares_things_is_refused(doctype: str) -> None:
    assert refused(f"<!DOCTYPE a [{doctype}]><a>b</a>".encode()).code == "entities"


def test_a_bomb_is_never_expanded() -> None:
    assert refused(f"<!DOCTYPE a [{LAUGHS}]><a>&g;</a>".encode()).code in ("entities", "markup")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def connect(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", connect)
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", "utf-8")
    data = f"""<!DOCTYPE a PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{secret.as_uri()}">
    <a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{secret.as_uri()}" parse="text"/>
    <xi:include href="http://localhost:9/x"/></a>"""
    assert "geheim" not in "".join(xml.parse(data.encode(), SOURCE).itertext())


def test_names_are_local_and_lower_case() -> None:
    root = xml.parse(b'<x:Vraag xmlns:x="urn:x"><Nr/></x:Vraag>', SOURCE)
    assert [xml.name(element) for element in root.iter()] == ["vraag", "nr"]
    page = etree.fromstring(b"<i><o:P>x</o:P>", etree.HTMLParser())
    assert [xml.name(element) for element in page.iter()] == ["html", "body", "i", "o:p"]


def test_a_character_entity_of_a_dtd_that_is_not_read_is_text() -> None:
    doctype = b'<!DOCTYPE a SYSTEM "http://localhost/xhtml1-strict.dtd">'
    root = xml.parse(doctype + b"<a>caf&eacute;<b/>&geen; &nbsp;</a>", SOURCE)
    assert [piece for piece in xml.pieces(root) if isinstance(piece, str)] == ["caf", "é", " ", "\xa0"]


def test_a_walk_goes_in_reading_order_and_leaves_out_what_it_is_told() -> None:
    root = xml.parse(b"<a>1<b>2<c>3</c>4</b>5<d>6</d>7</a>", SOURCE)
    steps = xml.walk(root, lambda element: xml.name(element) == "d")
    assert "".join(text or xml.name(element).upper() for _, element, text in steps) == "A1B2C3C4B57A"
    assert xml.text_of(root) == "1234567"


def test_more_elements_or_bytes_than_any_paper_has_are_too_many() -> None:
    root = xml.parse(b"<a>" + b"<b/>" * xml.MOST_ELEMENTS + b"</a>", SOURCE)
    with pytest.raises(SourceError) as caught:
        xml.check_elements(root, SOURCE)
    assert caught.value.code == "too-large"
    with pytest.raises(SourceError) as caught:
        xml.check_size(b" " * (xml.LARGEST + 1), SOURCE)
    assert caught.value.code == "too-large"
