"""Zip packages from strangers: sizes that lie, passwords, damage, names in other cases."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from kvgraph.model import SourceError
from kvgraph.sources.office import packed
from kvgraph.sources.office.packed import Package
from tests.sources.office.office_maker import SOURCE
from tests.sources.office.word_maker import pack

XML = "<a>één</a>"


def code(read: Callable[[], object]) -> str:
    with pytest.raises(SourceError) as caught:
        read()
    assert caught.value.file == SOURCE.file_name
    assert caught.value.advice
    return caught.value.code


def other(method: int) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        archive.writestr("a.xml", XML)
    return out.getvalue()


def rewritten(data: bytes, header: bytes, offset: int, value: bytes) -> bytes:
    """Return a package with one field of a header of its first member replaced."""
    place = data.index(header) + offset
    return data[:place] + value + data[place + len(value) :]


def test_a_part_is_found_by_its_name_whatever_its_case_and_slashes() -> None:
    package = Package(pack({"Word\\Document.xml": XML}), SOURCE)
    assert package.has("word/document.xml")
    assert package.part("/word/Document.XML") == XML.encode()
    assert package.xml("word/document.xml").text == "één"
    assert not package.has("word/styles.xml")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06", pack({"a.xml": XML})[:-30], b"Vraag 1\n" * 50])
def test_what_is_no_whole_archive_is_damaged(data: bytes) -> None:
    assert code(lambda: Package(data, SOURCE)) == "damaged"


def test_a_missing_part_is_damaged_and_named() -> None:
    with pytest.raises(SourceError, match=r"paper, word/document\.xml: this part is missing") as caught:
        Package(pack({"a.xml": XML}), SOURCE).part("word/document.xml")
    assert caught.value.code == "damaged"


def test_changed_bytes_are_damaged() -> None:
    data = bytearray(pack({"mimetype": XML}))
    data[data.index(b"<a>") + 1] ^= 1
    assert code(lambda: Package(bytes(data), SOURCE).part("mimetype")) == "damaged"


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_office_documents_know_no_other_compression(method: int) -> None:
    assert code(lambda: Package(other(method), SOURCE).part("a.xml")) == "damaged"


def test_a_locked_part_is_encrypted() -> None:
    data = rewritten(other(ZIP_STORED), b"PK\x01\x02", 8, struct.pack("<H", 1))
    assert code(lambda: Package(data, SOURCE).part("a.xml")) == "encrypted"


def test_a_part_that_claims_too_much_is_not_unpacked() -> None:
    data = rewritten(other(ZIP_STORED), b"PK\x01\x02", 24, struct.pack("<I", packed.LARGEST_PART + 1))
    assert code(lambda: Package(data, SOURCE).part("a.xml")) == "too-large"


def test_a_part_of_one_repeated_byte_is_a_bomb() -> None:
    small, large = b" " * packed.RATIO_MATTERS, b" " * (packed.RATIO_MATTERS + 1)
    package = Package(pack({"small": small, "large": large}), SOURCE)
    assert package.part("small") == small
    assert code(lambda: package.part("large")) == "too-large"


def test_a_size_that_lies_is_found_out() -> None:
    honest = pack({"a.xml": b"ab" * 5000})
    lie = struct.pack("<I", 10)
    data = rewritten(rewritten(honest, b"PK\x03\x04", 22, lie), b"PK\x01\x02", 24, lie)
    assert code(lambda: Package(data, SOURCE).part("a.xml")) == "damaged"


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGEST_SUM", 25)
    package = Package(pack({"a": b"0123456789", "b": b"0123456789", "c": b"0123456789"}), SOURCE)
    assert len(package.part("a") + package.part("b")) == 20
    assert code(lambda: package.part("c")) == "too-large"


def test_too_many_parts_are_not_even_listed() -> None:
    data = pack({"a.xml": XML}) + b"PK\x01\x02" * packed.MOST_PARTS
    assert code(lambda: Package(data, SOURCE)) == "too-large"


def test_markup_has_its_own_errors() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><a>&y;</a>'
    package = Package(pack({"cut.xml": "<a>", "bomb.xml": bomb}), SOURCE)
    assert code(lambda: package.xml("cut.xml")) == "markup"
    assert code(lambda: package.xml("bomb.xml")) == "entities"
