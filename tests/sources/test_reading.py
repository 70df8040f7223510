"""A file to lines: pages, provenance, and every way in which a file can be no text."""

import os
import socket
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.model import Document, Line, SourceError
from kvgraph.sources import LARGEST, read, read_bytes


def documents(name: str, data: bytes) -> tuple[Document, ...]:
    return tuple(one for one in read_bytes(name, data) if isinstance(one, Document))


def test_lines_know_their_page() -> None:
    (document,) = documents("a.txt", b"een\r\ntwee\n\x0cdrie\n\nvier\x0c")
    assert document.lines == (
        Line("een", 1), Line("twee", 1), Line("drie", 2), Line("", 2), Line("vier", 2), Line("", 3)
    )  # fmt: skip


def test_the_source_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(data := "\ufeffVraag 1\r\n".encode())
    (document,) = read(path)
    assert isinstance(document, Document)
    source = document.source
    assert (source.file_name, source.sha256, source.media_type) == ("paper.txt", sha256(data).hexdigest(), "text/plain")


def test_a_name_that_is_no_text_is_made_printable(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xe9d\nname.txt")
    path.write_text("Vraag 1")
    (document,) = read(path)
    assert isinstance(document, Document)
    assert document.source.file_name == "b\ufffdd\ufffdname.txt"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\x0c\xc2\xa0", "empty"),
        (b"\x00\x00\x00", "binary"),
        (b"{\\rtf1", "binary"),
        (b"\x1f\x8b\x08", "container"),
        (b"caf\xe9 \x81", "encoding"),
        (b"x" * (LARGEST + 1), "too-large"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_bytes("a.txt", data)
    error = caught.value
    assert (error.file, error.code) == ("a.txt", code)
    assert error.advice.endswith(".")


def test_what_can_not_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
    for path in (tmp_path, tmp_path / "none", tmp_path / "loop", tmp_path / "pipe", tmp_path / "socket", Path("a\0b")):
        with pytest.raises(SourceError) as caught:
            read(path)
        assert caught.value.code == "unreadable", path


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Vraag 1")
    path.chmod(0)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert caught.value.code == "unreadable"


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda text: text.encode("utf-16")))
def test_any_bytes_give_lines_or_a_source_error(data: bytes) -> None:
    error = None
    try:
        (document,) = documents("fuzz.txt", data)
    except SourceError as raised:
        error = raised
    if error:
        assert error.code
        assert error.advice.endswith(".")
        return
    assert all("\n" not in line.text and "\f" not in line.text for line in document.lines)
    assert [line.page for line in document.lines] == sorted(line.page for line in document.lines)
