"""Archives in memory, honest, damaged and patched."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from kvgraph.model import SourceError
from kvgraph.sources import InMemory
from kvgraph.sources.containers.unpacking import Found, unpack
from kvgraph.sources.discovery import Unpacked

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


def patched(data: bytes, name: bytes, offset: int, change: bytes) -> bytes:
    """Return a zip archive with bytes of the entry of a member in its central directory changed."""
    start = data.rindex(name) - 46
    assert data[start : start + 4] == b"PK\x01\x02"
    return data[: start + offset] + change + data[start + offset + len(change) :]
