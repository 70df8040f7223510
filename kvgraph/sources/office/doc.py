"""Old Word documents (DOC): LibreOffice, where it is installed, makes a DOCX of them in a profile of its own.

The binary form ([MS-DOC]) keeps its text in pieces that one table puts together; LibreOffice knows all its ages.
"""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kvgraph.model import Document, Source, SourceError
from kvgraph.sources.office import docx
from kvgraph.sources.office.packed import DAMAGED, ENCRYPTED

LIMIT = 60.0
"""Seconds that LibreOffice may take; it starts in two, and a worker is given up after twice as many."""

LARGEST_RESULT = 64 * 2**20
"""The most bytes of the DOCX that comes out."""

_ADVICE = "Save it as DOCX, or install LibreOffice."
# Directory entries of the container are named in UTF-16 ([MS-CFB], section 2.6.1).
_WORD = "WordDocument".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# Where the container says how long its sectors are (2.2), and where an entry says in which one its stream begins.
_SHIFT_AT, _FIRST_AT = 30, 116
_LONGEST_SHIFT = 12
# The information block at the start of the Word stream, and its flag for a password ([MS-DOC], section 2.5.2).
_MAGIC = b"\xec\xa5"
_FLAGS, _IS_ENCRYPTED = 11, 0x01
# The profile of the one run: no macros, nothing that runs, no links followed. LibreOffice fetches linked pictures from
# the network whatever its settings for that say; only a proxy that nobody serves keeps it away.
_SCRIPTING = "Office.Common/Security/Scripting"
_PROXY = "Inet/Settings"
_SETTINGS = (
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
    (_PROXY, "ooInetProxyType", "2"),  # the one below
    (_PROXY, "ooInetNoProxy", ""),
    *((_PROXY, f"ooInet{scheme}ProxyName", "127.0.0.1") for scheme in ("HTTP", "HTTPS", "FTP")),
    *((_PROXY, f"ooInet{scheme}ProxyPort", "9") for scheme in ("HTTP", "HTTPS", "FTP")),  # "discard" (RFC 863)
)
_SETTING = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "".join(_SETTING.format(*setting) for setting in _SETTINGS)
    + "</oor:items>\n"
)


def read(data: bytes, source: Source) -> Document:
    """Return the paragraphs of an old Word document as ``docx.read`` does.

    Raises SourceError with code ``encrypted``, ``binary`` (no Word document), ``old-word`` (LibreOffice is not
    installed), ``too-slow`` (it took more than ``LIMIT`` seconds), ``damaged`` (it can't open it), and the codes of
    ``docx.read``.
    """
    name = source.file_name
    if _LOCKED in data or _has_password(data):
        raise SourceError(name, "it is locked with a password.", code="encrypted", advice=ENCRYPTED)
    if _WORD not in data:
        reason = "it is an old Office document, but no text (a spreadsheet, a presentation, a message)."
        raise SourceError(name, reason, code="binary", advice="Save it as DOCX, ODT or PDF.")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        reason = "it is a Word document in the old binary form, which only LibreOffice can turn into a newer one."
        raise SourceError(name, reason, code="old-word", advice=_ADVICE)
    return docx.read(_converted(data, name, program), source)


def _has_password(data: bytes) -> bool:
    entry = data.find(_WORD)
    if entry < 0 or len(data) < entry + _FIRST_AT + 4:
        return False
    shift, sector = struct.unpack_from("<H", data, _SHIFT_AT)[0], struct.unpack_from("<I", data, entry + _FIRST_AT)[0]
    begin = (sector + 1) << min(shift, _LONGEST_SHIFT)
    block = data[begin : begin + _FLAGS + 1]
    return block.startswith(_MAGIC) and len(block) > _FLAGS and bool(block[_FLAGS] & _IS_ENCRYPTED)


def _converted(data: bytes, name: str, program: str) -> bytes:
    with TemporaryDirectory(prefix="kvgraph-", ignore_cleanup_errors=True) as given:
        folder = Path(given)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        (folder / "paper.doc").write_bytes(data)
        try:
            done = _run(program, folder)
        except OSError as error:
            reason = f"LibreOffice can't be started: {(error.strerror or str(error)).lower()}."
            raise SourceError(name, reason, code="old-word", advice=_ADVICE) from error
        if not done:
            reason = f"LibreOffice took more than {LIMIT:.0f} seconds to open it."
            raise SourceError(name, reason, code="too-slow", advice="Save it as DOCX.")
        result = folder / "out" / "paper.docx"
        if not result.is_file():
            raise SourceError(name, "LibreOffice can't open it.", code="damaged", advice=DAMAGED)
        if result.stat().st_size > LARGEST_RESULT:
            reason = f"as DOCX it holds more than {LARGEST_RESULT // 2**20} MB."
            raise SourceError(name, reason, code="too-large", advice="Save it without its pictures.")
        return result.read_bytes()


def _run(program: str, folder: Path) -> bool:
    """Run LibreOffice on the document in a folder; return whether it ended in time. Nothing of it is left running."""
    command = [
        program,
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(folder / "paper.doc"),
    ]
    own = {"HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, **own},
        start_new_session=True,
    )
    try:
        process.wait(LIMIT)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it has started: ``soffice`` is a script that waits for others."""
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:  # all of them ended on their own
            return
    process.wait()
