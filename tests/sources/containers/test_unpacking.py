"""Containers to files: honest ones whole."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kvgraph.sources import InMemory
from kvgraph.sources.containers import unpacking
from kvgraph.sources.containers.unpacking import unpack
from kvgraph.sources.discovery import Unpacked
from tests.sources.containers.archive_maker import (
    PAPERS,
    files,
    member,
    names,
    refusals,
    tar,
    tarred,
    zipped,
)

# --- honest ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        *(zipped(PAPERS, method) for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)),
        zipped(PAPERS, zipfile.ZIP_LZMA),
        *(pack(tar(PAPERS)) for pack in (bytes, gzip.compress, bz2.compress, lzma.compress)),
        *(
            tarred(*(member(name, data) for name, data in PAPERS.items()), layout=layout)
            for layout in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT)
        ),
    ],
)
def test_archives_of_every_kind_give_their_files(data: bytes, tmp_path: Path) -> None:
    assert files(data, tmp_path) == PAPERS


@pytest.mark.parametrize(("pack", "suffix"), [(gzip.compress, ".gz"), (bz2.compress, ".bz2"), (lzma.compress, ".xz")])
def test_a_compressed_file_is_named_without_its_suffix(
    pack: Callable[[bytes], bytes], suffix: str, tmp_path: Path
) -> None:
    found = unpack(InMemory(f"in/paper.txt{suffix}", pack(b"Vraag 1")), tmp_path)
    assert names(found) == [f"in/paper.txt{suffix}/paper.txt"]


def test_a_file_on_disk_is_unpacked_as_bytes_are(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(zipped(PAPERS))
    (tmp_path / "into").mkdir()
    found = unpack(tmp_path / "p.zip", tmp_path / "into")
    assert names(found) == [f"{tmp_path}/p.zip/{name}" for name in PAPERS]


def test_containers_within_are_unpacked(tmp_path: Path) -> None:
    whole = zipped({"a.tar.gz": gzip.compress(tar(PAPERS)), "b.txt.xz": lzma.compress(b"x"), "c.txt": b"y"})
    found = files(whole, tmp_path)
    expected = {f"a.tar.gz/{name}": data for name, data in PAPERS.items()}
    assert found == {**expected, "b.txt.xz/b.txt": b"x", "c.txt": b"y"}


def test_office_documents_stay_whole(tmp_path: Path) -> None:
    docx = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})
    odt = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<content/>"})
    assert files(zipped({"a.docx": docx, "b.odt": odt}), tmp_path) == {"a.docx": docx, "b.odt": odt}


def test_what_nobody_meant_is_left_out(tmp_path: Path) -> None:
    more = dict.fromkeys((".DS_Store", "__MACOSX/._a.txt", ".git/config", "README.md", "in/.x/y.txt"), b"x")
    assert files(zipped({**more, "folder/": b"", **PAPERS}), tmp_path) == PAPERS
    folder = member("folder", kind=tarfile.DIRTYPE)
    assert files(tarred(folder, member("./a.txt", b"x"), member("./.b", b"y")), tmp_path) == {"a.txt": b"x"}


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")  # zipfile on what is made here on purpose
def test_two_members_of_one_name_are_both_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "one")
        archive.writestr("a.txt", "two")
    for data in (buffer.getvalue(), tarred(member("a.txt", b"one"), member("a.txt", b"two"))):
        found = unpack(InMemory("x", data), tmp_path)
        assert [one.path.read_bytes() for one in found if isinstance(one, Unpacked)] == [b"one", b"two"]


def test_it_tells_that_it_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(unpacking, "SIGN_OF_LIFE", 2**20)
    signs: list[None] = []
    unpack(InMemory("x", zipped({"a.txt": bytes(2**22)})), tmp_path, lambda: signs.append(None))
    assert len(signs) == 4
    signs.clear()
    unpack(InMemory("x", zipped({f"{n}.txt": b"" for n in range(2500)})), tmp_path, lambda: signs.append(None))
    assert len(signs) == 2


# --- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("in\\Windows\\a.txt", "in/Windows/a.txt"),
        ("a\n\x1b[31m.txt", "a\ufffd\ufffd[31m.txt"),
        ("..", "unnamed"),
        ("x" * 5000, "x" * 1000),
    ],
)
def test_names_in_an_archive_only_name(name: str, told: str, tmp_path: Path) -> None:
    into = tmp_path / "a" / "b" / "into"
    into.mkdir(parents=True)
    for data in (zipped({name: b"x"}), tarred(member(name, b"x"))):
        assert files(data, into) == {told: b"x"}
    assert [path.name for path in into.iterdir()] == ["000000"]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [into / "000000"]


# --- members that are no files -----------------------------------------------------------------------------------


def test_links_and_devices_are_told_of_and_not_made(tmp_path: Path) -> None:
    kinds = {"link": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE, "null": tarfile.CHRTYPE, "pipe": tarfile.FIFOTYPE}
    special = [member(name, kind=kind, link="../../etc/passwd") for name, kind in kinds.items()]
    found = unpack(InMemory("x", tarred(*special, member("link", b"x"))), tmp_path)
    assert refusals(found) == {f"x/{name}": "not-a-file" for name in kinds}
    assert names(found) == ["x/link"]
    assert [path.is_symlink() for path in tmp_path.iterdir()] == [False]


def test_a_link_in_a_zip_archive_is_told_of(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", "x")
    found = unpack(InMemory("x", buffer.getvalue()), tmp_path)
    assert refusals(found) == {"x/link.txt": "not-a-file"}
    assert names(found) == ["x/a.txt"]
