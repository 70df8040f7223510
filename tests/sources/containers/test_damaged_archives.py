"""Damaged containers as far as they go; what gives nothing whole gives nothing."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kvgraph.model import SourceError
from kvgraph.sources import InMemory
from kvgraph.sources.containers import unpacking
from kvgraph.sources.containers.unpacking import Found, unpack
from tests.sources.containers.archive_maker import (
    PAPERS,
    member,
    names,
    patched,
    refusal,
    refusals,
    tar,
    tarred,
    zipped,
)


@pytest.mark.parametrize(
    ("offset", "change", "code"), [(8, b"\x01\x00", "encrypted"), (10, b"\x09\x00", "compression")]
)
def test_encrypted_and_oddly_packed_members_cost_themselves(
    offset: int, change: bytes, code: str, tmp_path: Path
) -> None:
    data = patched(zipped({"a.txt": b"one", "b.txt": b"two"}), b"a.txt", offset, change)
    found = unpack(InMemory("x", data), tmp_path)
    assert refusals(found) == {"x/a.txt": code}
    assert names(found) == ["x/b.txt"]


def test_a_member_larger_than_any_paper_costs_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(unpacking, "LARGEST", 2**20)
    large = {"film.mp4": bytes(2**20 + 1), "a.txt": b"x"}
    big_office = {"[Content_Types].xml": b"", "word/document.xml": bytes(2**18), "film": bytes(2**20)}
    for data in (zipped(large), tar(large)):
        found = unpack(InMemory("x", data), tmp_path)
        assert refusals(found) == {"x/film.mp4": "too-large"}
        assert names(found) == ["x/a.txt"]
    found = unpack(InMemory("x", tar({"a.docx": zipped(big_office, zipfile.ZIP_STORED)})), tmp_path)
    assert refusals(found) == {"x/a.docx": "too-large"}


# --- damage ------------------------------------------------------------------------------------------------------


def test_a_damaged_member_of_a_zip_archive_costs_itself(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"one one", "b.txt": b"two two", "c.txt": b"three"}, zipfile.ZIP_STORED))
    data[data.index(b"two two")] ^= 1
    found = unpack(InMemory("x", bytes(data)), tmp_path)
    assert refusals(found) == {"x/b.txt": "damaged"}
    assert names(found) == ["x/a.txt", "x/c.txt"]


def rest_of(found: tuple[Found, ...]) -> str:
    rest = found[-1]
    assert isinstance(rest, SourceError)
    assert (rest.file, rest.code) == ("x", "damaged")
    return rest.reason


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_cut_tar_archive_gives_what_came_before(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    noise = b"".join(struct.pack("<Q", n * n * 0x9E3779B97F4A7C15 % 2**64) for n in range(4000))
    whole = pack(tar({"a.txt": b"one", "b.txt": noise, "c.txt": b"three"}))
    found = unpack(InMemory("x", whole[: len(whole) // 2]), tmp_path)
    assert names(found) == ["x/a.txt"]
    assert rest_of(found).startswith("it is damaged from x/b.txt on: ")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_tar_archive_cut_between_members_says_so(tmp_path: Path) -> None:
    whole = tarred(member("a.txt", b"one"), member("b.txt", b"two"), layout=tarfile.USTAR_FORMAT)
    found = unpack(InMemory("x", whole[:1024]), tmp_path)
    assert names(found) == ["x/a.txt"]
    assert rest_of(found) == "it is damaged after x/a.txt: it ends without the end mark of an archive."


def test_a_damaged_header_in_a_tar_archive_is_not_its_end(tmp_path: Path) -> None:
    whole = bytearray(tarred(member("a.txt", b"one"), member("b.txt", b"two"), layout=tarfile.USTAR_FORMAT))
    whole[1024 + 3] ^= 1
    found = unpack(InMemory("x", bytes(whole)), tmp_path)
    assert names(found) == ["x/a.txt"]
    assert rest_of(found).startswith("it is damaged after x/a.txt: ")


@pytest.mark.parametrize(
    "data",
    [
        zipped(PAPERS)[:-40],
        gzip.compress(b"x" * 5000)[:-9],
        bz2.compress(b"x" * 5000)[:-9],
        lzma.compress(b"x" * 5000)[:-9],
        gzip.compress(b"abc")[:-6] + bytes(6),
        b"\x1f\x8b",
        b"BZh9",
        tar(PAPERS)[:520],
    ],
)
def test_what_gives_nothing_whole_gives_nothing(data: bytes, tmp_path: Path) -> None:
    assert refusal(data, tmp_path).code == "damaged"


@pytest.mark.parametrize("data", [zipped({}), zipped({"in/": b"", ".x": b"y"}), gzip.compress(zipped({".x": b"y"}))])
def test_a_container_without_files_is_empty(data: bytes, tmp_path: Path) -> None:
    found = unpack(InMemory("x", data), tmp_path) if data.startswith(b"\x1f") else (refusal(data, tmp_path),)
    assert list(refusals(found).values()) == ["empty"]
