"""Old Word documents, through LibreOffice where it is: what comes out, and what it is kept from."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from threading import Thread

import pytest

from kvgraph.model import SourceError
from kvgraph.sources.office import doc, docx
from tests.sources.office.office_maker import SOURCE, Noted, Par, Table, as_docx, converted, needs_soffice, odt

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = OLE + b"\x00" * 500 + "WordDocument".encode("utf-16-le")
PAPER = (
    "Vragen van het lid Kos (Partij) aan de minister van Verkeer over een brug (ingezonden 3 mei 2024).",
    Par(("Kent u het bericht?", Noted("Krant, 2 mei 2024.")), item="1"),
    Par(("Zo ja, wat vindt u ervan?",), item="1"),
    Par(("de brug",), item="-"),
    Table((("jaar", "schepen"), ("2023", "12"))),
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="a program of our own is a shell script")


def code(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        doc.read(data, SOURCE)
    assert caught.value.file == SOURCE.file_name
    assert caught.value.advice
    return caught.value.code


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program called soffice on the path, and nothing but the shell's own folders beside it."""
    (folder / "soffice").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")


@needs_soffice
def test_an_old_document_reads_like_the_new_one(tmp_path: Path) -> None:
    new = as_docx(PAPER)
    document = doc.read(converted(new, "docx", "doc", tmp_path), SOURCE)
    assert document == docx.read(new, SOURCE)
    assert [line.text for line in document.lines if line.text][1:4] == [
        "1. Kent u het bericht?", "2. Zo ja, wat vindt u ervan?", "• de brug"
    ]  # fmt: skip


@needs_soffice
def test_a_password_is_told_by_its_flag(tmp_path: Path) -> None:
    data = bytearray(converted(as_docx(PAPER), "docx", "doc", tmp_path))
    data[data.index(b"\xec\xa5") + 11] |= 1
    assert code(bytes(data)) == "encrypted"


@needs_soffice
def test_what_is_no_word_document_inside_is_damaged() -> None:
    assert code(WORD + b"\x00" * 5000) == "damaged"


class Listener:
    """A server that counts who calls, and hangs up."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._calls = 0
        self.port: int = self._server.getsockname()[1]
        Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._server.accept()
            self._calls += 1
            connection.close()

    def calls(self) -> int:
        """Return how many called since the last time; our own call, behind all others, tells that they were seen."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as own:
            own.recv(1)
        calls, self._calls = self._calls - 1, 0
        return calls


@needs_soffice
def test_nothing_is_fetched_from_the_network(tmp_path: Path) -> None:
    listener = Listener()
    address = f"http://127.0.0.1:{listener.port}/logo.png"
    frame = (
        '<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">'
        f'<draw:image xlink:href="{address}" xlink:type="simple" xlink:show="embed"/></draw:frame>'
    )
    data = converted(odt(f"<text:p>Vraag 1 {frame}</text:p>"), "odt", "doc", tmp_path)
    assert address.encode() in data
    assert listener.calls() > 0, "a profile without our settings fetches the picture: the test can fail"
    assert doc.read(data, SOURCE).lines[0].text == "Vraag 1"
    assert listener.calls() == 0


def test_without_the_program_the_advice_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match=r"Save it as DOCX, or install LibreOffice\.") as caught:
        doc.read(WORD, SOURCE)
    assert caught.value.code == "old-word"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (OLE + "Workbook".encode("utf-16-le"), "binary"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE, "binary"),
    ],
)
def test_other_old_containers_are_told_apart(data: bytes, expected: str) -> None:
    assert code(data) == expected


@posix
def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(tmp_path, f"sleep 600 & echo $! > {tmp_path}/child\nwait", monkeypatch)
    monkeypatch.setattr(doc, "LIMIT", 1.0)
    assert code(WORD) == "too-slow"
    child = Path("/proc") / (tmp_path / "child").read_text().strip()
    assert not child.exists() or "(sleep) Z" in (child / "stat").read_text()


@posix
@pytest.mark.parametrize(
    ("script", "expected"), [("exit 1", "damaged"), ("mkdir out; echo x > out/paper.docx", "damaged")]
)
def test_a_program_that_fails_gives_a_reason(
    script: str, expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(tmp_path, script, monkeypatch)
    assert code(WORD) == expected


@posix
def test_a_program_that_can_not_be_started_gives_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "", monkeypatch)
    (tmp_path / "soffice").write_bytes(b"\x7fELF no program")
    assert code(WORD) == "old-word"
