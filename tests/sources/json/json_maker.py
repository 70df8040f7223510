"""JSON read to the end or to its first refusal, and JSON with pieces of it replaced."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from kvgraph.model import ParsedPaper, Source, SourceError
from kvgraph.sources.json.text import decode

Papers = Callable[[object, Source], tuple[ParsedPaper | SourceError, ...]]


def all_of(papers: Papers, data: bytes, source: Source) -> tuple[ParsedPaper, ...]:
    """Return the papers in a JSON text; raises SourceError for the first thing that is wrong."""
    found = papers(decode(data, source), source)
    for one in found:
        if isinstance(one, SourceError):
            raise one
    return tuple(one for one in found if isinstance(one, ParsedPaper))


def damaged(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a JSON text in which a piece stands for up to twelve bytes, one to three times."""
    for _ in range(chance.randint(1, 3)):
        begin = chance.randrange(len(data))
        data = data[:begin] + chance.choice(pieces) + data[begin + chance.randint(0, 12) :]
    return data
