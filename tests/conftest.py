"""What several test packages share."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

SMALL = Path(__file__).parent / "data" / "graph" / "small.trig"


@pytest.fixture(scope="session")
def small() -> tuple[Quad, ...]:
    """Return a made-up graph of six papers: answered, open, postponed, late; with the registers that they refer to."""
    return tuple(parse(path=SMALL, format=RdfFormat.TRIG))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Return the name of a test case with long bytes: an archive holds the time at which it was made."""
    return argname if isinstance(val, bytes) and len(val) > 20 else None
