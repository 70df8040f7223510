"""Saving a text in other forms with a real office program (LibreOffice), without what differs from time to time."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_EDITS = re.compile(rb"""(rsid="|config:name="Rsid(?:Root)?" config:type="int">)[0-9a-f]+""")
_LIST = re.compile(rb'"list\d+"')
_TIMES = re.compile(rb"(?<=/CreationDate\(D:)\d{14}|(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")


def is_here() -> bool:
    """Tell whether the office program is installed."""
    return which("soffice") is not None


def saved(flat: bytes) -> dict[str, bytes]:
    """Return a flat OpenDocument text saved as odt, docx and pdf; raises CalledProcessError when that fails."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "letter.fodt").write_bytes(flat)
        found = {}
        # A Word document and a PDF are made of the same file that readers get, not of its source.
        for source, form, unchanging in _STEPS:
            _save(folder, source, form)
            found[form] = unchanging((folder / f"letter.{form}").read_bytes())
    return found


def _save(folder: Path, source: str, form: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(folder / source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _package(data: bytes) -> bytes:
    """Return a package with its members as they are, but for their times and what marks an editing session."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for member in old.infolist():
            stored = ZIP_STORED if member.filename == "mimetype" else ZIP_DEFLATED
            new.writestr(ZipInfo(member.filename, _LONG_AGO), _steady(old.read(member)), stored)
    return stream.getvalue()


def _steady(content: bytes) -> bytes:
    lists = {name: b'"list%d"' % number for number, name in enumerate(dict.fromkeys(_LIST.findall(content)), 1)}
    return _LIST.sub(lambda match: lists[match[0]], _EDITS.sub(rb"\g<1>0", content))


def _pdf(data: bytes) -> bytes:
    """Return a PDF without the time and the checksum of its making; what stands there keeps its length."""
    return _TIMES.sub(lambda match: b"0" * len(match[0]), data)


_STEPS: tuple[tuple[str, str, Callable[[bytes], bytes]], ...] = (
    ("letter.fodt", "odt", _package),
    ("letter.odt", "docx", _package),
    ("letter.odt", "pdf", _pdf),
)
