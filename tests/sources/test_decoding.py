"""What bytes are, and in which encoding they were written."""

import codecs

import pytest

from kvgraph.sources.decoding import UndecodableError, decode, foreign_form

DUTCH = "Vragen van het lid Özütok (GroenLinks) over de financiële positie van cafés – «Eén Vandaag» – in de regio’s.\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04rest", "a zip archive or an Office document (DOCX, ODT)"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"\x1f\x8b\x08", "a gzip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, MSG)"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b'\xef\xbb\xbf <?xml version="1.0"?>', "XML"),
        (b"<!DOCTYPE HTML>", "HTML"),
        (b"<html lang='nl'>", "HTML"),
        (b'{"a": 1}', "JSON"),
        (b"\x00\x01\x02\x03text", "binary data"),
    ],
)
def test_other_forms_are_told_by_their_content(data: bytes, name: str) -> None:
    form = foreign_form(data)
    assert form is not None
    assert form.name == name
    assert form.advice.endswith(".")


@pytest.mark.parametrize("data", [b"", b"Vraag 1\n", b"<p", b"Vraag\x02\x0c" * 9, "\ufeffVraag".encode("utf-16-le")])
def test_plain_text_is_no_other_form(data: bytes) -> None:
    assert foreign_form(data[:9] + b"Kent u het bericht?" if len(data) > 30 else data) is None


@pytest.mark.parametrize(
    "data",
    [
        DUTCH.encode(),
        codecs.BOM_UTF8 + DUTCH.encode(),
        codecs.BOM_UTF16_LE + DUTCH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + DUTCH.encode("utf-16-be"),
        DUTCH.encode("cp1252"),
    ],
)
def test_the_encodings_of_papers(data: bytes) -> None:
    assert decode(data) == DUTCH


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (codecs.BOM_UTF8 + b"abc\xff", 6),
        (codecs.BOM_UTF16_LE + b"a\x00b", 4),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", 4),
        (b"caf\xe9 \x81", 5),  # a byte that Windows-1252 leaves undefined
        ("financiële ".encode() + b"caf\xe9", 15),  # two encodings in one text
        ("financiële positie, één café".encode()[:-1], 30),  # cut inside a character
        ("de financiële cafés, officiële".encode("cp850"), 10),
        ("de financiële cafés, officiële".encode("mac-roman"), 10),
        ("Привет, мир".encode("cp1251"), 0),
    ],
)
def test_what_is_no_dutch_text_is_refused_with_its_place(data: bytes, offset: int) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert caught.value.offset == offset
    assert caught.value.reason.endswith(".")
