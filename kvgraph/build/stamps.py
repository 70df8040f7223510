"""What a reading depends on besides its source, as digests: the code with its libraries, and the shapes."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kvgraph import resources

_LIBRARIES = ("ahocorasick-rs", "lxml", "msgspec", "pypdfium2", "pyspellchecker", "pyoxigraph", "pyshacl")


@cache
def code(base_iri: str) -> str:
    """Return the stamp of all code that makes lines of a source, and of the base IRI that they are made with."""
    package = Path(__file__).resolve().parents[1]
    files = [*package.rglob("*.py"), *resources.ontology().glob("*.*")]
    libraries = [f"{name} {_version(name)}" for name in _LIBRARIES]
    return _digest([base_iri, f"Python {sys.version_info[0]}.{sys.version_info[1]}", *libraries], files)


@cache
def shapes() -> str:
    """Return the stamp of the shapes."""
    return _digest([], resources.shapes().rglob("*.*"))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _digest(words: Iterable[str], files: Iterable[Path]) -> str:
    found = sha256("\n".join(words).encode())
    for path in sorted(files):
        found.update(f"\n{path.name}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()
