"""Which lines of a paper depend on the file that it came from: what the file is, and on which pages things stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from kvgraph.iris import Minter
from kvgraph.vocabulary import KV, PROV

_PAGE = f"<{KV.page.value}>".encode()
_ORIGIN = f"<{PROV.wasDerivedFrom.value}>".encode()


def provenance(lines: Iterable[bytes], minter: Minter, digest: str) -> set[bytes]:
    """Return of the lines of a paper those that say which file, with this digest, it came from, and what that is."""
    source = _subject(minter, digest)
    return {line for line in lines if _is_provenance(line, source)}


def is_page(line: bytes) -> bool:
    """Tell whether a line says on which page something stands: that depends on the form of the source."""
    return _predicate(line) == _PAGE


def content_of(lines: Sequence[bytes], minter: Minter, digest: str) -> bytes:
    """Return the SHA-256 of the lines of a paper that any source with the same text gives."""
    source = _subject(minter, digest)
    content = (line for line in lines if not (is_page(line) or _is_provenance(line, source)))
    return sha256(b"".join(content)).digest()


def _is_provenance(line: bytes, source: bytes) -> bool:
    return line.startswith(source) or _predicate(line) == _ORIGIN


def _predicate(line: bytes) -> bytes:
    return line.split(b" ", 2)[1]


def _subject(minter: Minter, digest: str) -> bytes:
    return f"{minter.source(digest)} ".encode()
