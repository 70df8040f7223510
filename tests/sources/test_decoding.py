"""In which encoding bytes were written."""

import codecs

import pytest

from kvgraph.sources.decoding import UndecodableError, decode

DUTCH = "Vragen van het lid Özütok (GroenLinks) over de financiële positie van cafés – «Eén Vandaag» – in de regio’s.\n"


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
