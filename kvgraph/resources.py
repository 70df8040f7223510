"""Where ontology, shapes, registers and queries lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "data"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def ontology() -> Path:
    """Return the folder with ``kvgraph.ttl``."""
    return _ROOT / "ontology"


def registers() -> Path:
    """Return the folder with the tables of persons, seats, offices, parties, institutions and publications."""
    return _ROOT / "ontology" / "registers"


def shapes() -> Path:
    """Return the folder with the SHACL shapes."""
    return _ROOT / "shapes"


def queries() -> Path:
    """Return the folder with the named questions."""
    return _PACKAGE / "queries"
