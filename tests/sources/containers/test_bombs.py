"""Containers that give too much: bombs give nothing."""

from __future__ import annotations

import gzip
import lzma
import struct
import tarfile
from pathlib import Path

import pytest

from kvgraph.model import SourceError
from kvgraph.sources import InMemory
from kvgraph.sources.containers import unpacking
from kvgraph.sources.containers.unpacking import FREE, unpack
from kvgraph.sources.discovery import LARGEST
from tests.sources.containers.archive_maker import (
    member,
    names,
    patched,
    refusal,
    refusals,
    tar,
    tarred,
    zipped,
)

# --- bombs -------------------------------------------------------------------------------------------------------


def test_zeros_without_end_are_a_bomb(tmp_path: Path) -> None:
    zeros = bytes(100 * 2**20)
    assert refusal(gzip.compress(zeros), tmp_path).code == "bomb"
    assert refusal(gzip.compress(tar({"a.txt": b"x", "b.txt": zeros})), tmp_path).code == "bomb"
    error = refusal(lzma.compress(zeros), tmp_path)
    assert error.code == "bomb"
    assert error.reason == f"more than {FREE // 2**20} MB came out of it, which is 200 times its size or more."
    assert refusal(zipped({f"{n}.txt": zeros[:LARGEST] for n in range(2)}), tmp_path).code == "bomb"


def test_a_bomb_within_costs_itself(tmp_path: Path) -> None:
    bomb = zipped({"a.txt": b"x", "zeros": bytes(100 * 2**20)})
    found = unpack(InMemory("x", tar({"a.txt": b"one", "bomb.zip": bomb, "c.txt": b"three"})), tmp_path)
    assert refusals(found) == {"x/bomb.zip": "bomb"}
    assert names(found) == ["x/a.txt", "x/c.txt"]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_zip_archive_that_lies_about_its_sizes_is_counted(tmp_path: Path) -> None:
    data = zipped({"a.txt": bytes(50 * 2**20)})
    small = patched(data, b"a.txt", 24, struct.pack("<I", 100))
    found = unpack(InMemory("x", small), tmp_path)
    assert refusals(found) == {"x/a.txt": "damaged"}


def test_members_that_overlap_are_counted_each_time(tmp_path: Path) -> None:
    zeros = zipped({"a.txt": bytes(10 * 2**20)})
    directory = zeros.index(b"PK\x01\x02")
    entry = zeros[directory : directory + 46 + len("a.txt")]
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 30, 30, 30 * len(entry), directory, 0)
    assert refusal(zeros[:directory] + 30 * entry + end, tmp_path).code == "bomb"


def test_too_many_members_are_a_bomb(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(unpacking, "MEMBERS", 100)
    inner = zipped({f"{n}": b"" for n in range(60)})
    assert refusal(zipped({f"{n}": b"" for n in range(101)}), tmp_path).code == "bomb"
    error = refusal(tar({"a.zip": inner, "b.zip": inner}), tmp_path)
    assert (error.code, error.reason) == ("bomb", "it has more than 100 members.")


def test_containers_within_count_for_the_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(unpacking, "TOTAL", 2**30)
    layer = zipped({f"{n}.txt": bytes(15 * 2**20) for n in range(1)})
    found = unpack(InMemory("x", zipped({f"{n}.zip": layer for n in range(5)})), tmp_path)
    assert len(names(found)) == 5
    monkeypatch.setattr(unpacking, "TOTAL", 50 * 2**20)
    with pytest.raises(SourceError) as caught:
        unpack(InMemory("x", zipped({f"{n}.zip": layer for n in range(5)})), tmp_path)
    assert caught.value.code == "bomb"


def test_zip_in_zip_in_zip_ends(tmp_path: Path) -> None:
    data = zipped({"a.txt": b"x"})
    for depth in range(5):
        data = zipped({f"{depth}.zip": data})
    found = unpack(InMemory("x", data), tmp_path)
    assert refusals(found) == {"x/4.zip/3.zip/2.zip": "too-deep"}
    assert list(tmp_path.iterdir()) == []


def test_a_tar_archive_that_says_it_goes_on_for_ever_ends(tmp_path: Path) -> None:
    info, _ = member("b.txt")
    info.size = 2**60
    endless = info.tobuf(tarfile.GNU_FORMAT)
    unknown = tarfile.TarInfo("c")
    unknown.type, unknown.size = b"Z", 2**60
    for header in (endless, unknown.tobuf(tarfile.GNU_FORMAT)):
        whole = tarred(member("a.txt", b"one"), layout=tarfile.USTAR_FORMAT)[:1024] + header + bytes(4096)
        found = unpack(InMemory("x", whole), tmp_path)
        assert names(found) == ["x/a.txt"]
        assert "damaged" in refusals(found).values()
