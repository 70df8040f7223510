"""What form bytes have: told by their content, whatever their name."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from kvgraph.sources import forms
from kvgraph.sources.forms import Container, Foreign, Form, form_of


def packed(*members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return stream.getvalue()


def tarred() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"), io.BytesIO(b""))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"%PDF-1.7\n", forms.PDF),
        (b"\n\n%PDF-1.4\n", forms.PDF),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", forms.DOC),
        (packed("[Content_Types].xml", "word/document.xml"), forms.DOCX),
        (packed("mimetype", "content.xml"), forms.ODT),
        (b"<?xml version='1.0'?><officiele-publicatie><kamervragen/></officiele-publicatie>", forms.OFFICIAL_XML),
        (b"\xef\xbb\xbf<!-- <html> --><kamervragen>", forms.OFFICIAL_XML),
        ("\ufeff<?xml version='1.0' encoding='UTF-16'?><kamervragen/>".encode("utf-16-le"), forms.OFFICIAL_XML),
        (b"<metadata_gegevens>", forms.METADATA),
        (b"<?xml version='1.0'?>\n<o:owms-metadata xmlns:o='urn:o'>", forms.METADATA),
        (b"<!DOCTYPE HTML>", forms.HTML),
        (b"<html lang='nl'>", forms.HTML),
        (b"<!-- saved -->\n<div class='vraag'><h2>Vraag 1</h2>", forms.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html>", forms.HTML),
        (b'{"a": 1}', forms.JSON),
        (b' [\n {"a": 1}]', forms.JSON),
        (b"[1] NOS, 1 maart 2024", forms.TEXT),
        (b"", forms.TEXT),
        (b"Vraag 1\n", forms.TEXT),
        (b"<p", forms.TEXT),
        ("\ufeffVraag".encode("utf-16-le"), forms.TEXT),
        (b"Kent u het bericht?\x02\x0c", forms.TEXT),
    ],
)
def test_forms_that_are_read(data: bytes, form: Form) -> None:
    assert form_of(data) == form


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "an Office document without a text"),
        (b"<?xml version='1.0'?><rss>", "XML of another kind (its root is rss)"),
        (b"\x00\x01\x02\x03text", "binary data"),
    ],
)
def test_forms_that_hold_no_paper(data: bytes, name: str) -> None:
    form = form_of(data)
    assert isinstance(form, Foreign)
    assert form.name.startswith(name)
    assert form.advice.endswith(".")


@pytest.mark.parametrize(
    "data",
    [packed("a.txt"), packed(), tarred(), gzip.compress(b"Vraag 1"), b"BZh9", b"PK\x03\x04 damaged"],
)
def test_containers(data: bytes, tmp_path: Path) -> None:
    assert isinstance(form_of(data), Container)
    (path := tmp_path / "paper.txt").write_bytes(data)
    assert forms.is_container(path)
