"""Containers to files: honest ones whole, damaged ones as far as they go, and bombs not at all."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kvgraph.model import SourceError
from kvgraph.sources import InMemory, unpacking
from kvgraph.sources.discovery import LARGEST, Unpacked
from kvgraph.sources.unpacking import FREE, Found, unpack

PAPERS = {"2021/a.txt": b"Vraag 1\nKent u het bericht?\n", "2021/deep/b.txt": b"Antwoord 1\nJa.\n" * 300}


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def member(
    name: str, data: bytes = b"", kind: bytes = tarfile.REGTYPE, link: str = ""
) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = len(data), kind, link
    return info, data


def tarred(*members: tuple[tarfile.TarInfo, bytes], layout: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=layout) as archive:
        for info, data in members:
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def tar(members: Mapping[str, bytes]) -> bytes:
    return tarred(*(member(name, data) for name, data in members.items()))


def files(data: bytes, into: Path, name: str = "x.bin") -> dict[str, bytes]:
    """Return what comes out of a container that is whole."""
    found = unpack(InMemory(name, data), into)
    assert all(isinstance(one, Unpacked) for one in found), found
    return {one.name.removeprefix(f"{name}/"): one.path.read_bytes() for one in found if isinstance(one, Unpacked)}


def refusals(found: tuple[Found, ...]) -> dict[str, str]:
    return {one.file: one.code for one in found if isinstance(one, SourceError)}


def names(found: tuple[Found, ...]) -> list[str]:
    return [one.name for one in found if isinstance(one, Unpacked)]


def refusal(data: bytes, into: Path) -> SourceError:
    with pytest.raises(SourceError) as caught:
        unpack(InMemory("x.bin", data), into)
    assert list(into.iterdir()) == []
    assert caught.value.file == "x.bin"
    assert caught.value.reason.endswith(".")
    assert caught.value.advice
    return caught.value


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


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
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


def patched(data: bytes, name: bytes, offset: int, change: bytes) -> bytes:
    """Return a zip archive with bytes of the entry of a member in its central directory changed."""
    start = data.rindex(name) - 46
    assert data[start : start + 4] == b"PK\x01\x02"
    return data[: start + offset] + change + data[start + offset + len(change) :]


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
