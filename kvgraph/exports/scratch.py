"""The body of a document whose head is not known yet: in memory while it is small, in a file when it grows."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, cast

BODY = 1 << 24
"""How many bytes of a body are held in memory."""


@contextmanager
def headed(stream: IO[bytes], head: Callable[[], str]) -> Iterator[IO[bytes]]:
    """Give a stream for the body of a document; at the end the head goes to ``stream``, and the body behind it."""
    with SpooledTemporaryFile(max_size=BODY) as body:
        yield cast(IO[bytes], body)
        stream.write(head().encode())
        body.seek(0)
        shutil.copyfileobj(body, stream)
