"""The embedded store: an Oxigraph database that is made from the canonical text, for queries.

It is a cache of that text. It rewrites literals (``"01"^^xsd:integer`` comes back as ``1``), so validation and exports
read the text and never the store.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from pyoxigraph import RdfFormat, Store

from kvgraph.iris import external
from kvgraph.store.errors import StoreError

BLOCK = 48 * 2**20
"""Bytes of text that are loaded in one go, some 200,000 statements: less makes more files, more takes more memory."""

THREADS = 2
"""How many blocks are loaded side by side; each takes some 250 MB."""

_STAMP = "KVGRAPH"
"""A file in the store's folder that says what the store holds; it is written last."""


def create(path: Path, texts: Iterable[bytes], stamp: str = "") -> None:
    """Make a store at ``path``, where nothing is, that holds the statements of these texts of whole N-Quads lines.

    ``stamp`` is kept with it, for ``stamp_of``. Raises StoreError when it can't be made; then nothing is there.
    """
    with _whole(path, stamp):
        # The last reference to the store goes at the end of the function, which closes the files in the folder.
        _fill(path, texts)


def update(former: Path, path: Path, gone: Iterable[str], texts: Iterable[bytes], stamp: str = "") -> None:
    """Make a store at ``path`` like the one at ``former``, without some graphs and with the statements of these texts.

    Files that stay the same are shared by both through hard links, where the file system has them. Raises StoreError
    when it can't be made, or the former one can't be read; then nothing is there, and the former one is as it was.
    """
    with _whole(path, stamp):
        open_read_only(former).backup(str(path))
        _change(path, gone, texts)


def open_read_only(path: Path) -> Store:
    """Return the store at ``path``, which any number of processes may read; raises StoreError when there is none."""
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:  # the second for a file that RocksDB finds damaged
        reason = "there is no store here" if not path.is_dir() else f"the store can't be opened ({error})"
        raise StoreError(path, reason, "Build the graph again.") from error


def stamp_of(path: Path) -> str | None:
    """Return the stamp of the store at ``path``, or None where no complete store is."""
    try:
        return (path / _STAMP).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


@contextmanager
def _whole(path: Path, stamp: str) -> Iterator[None]:
    """Stamp the store at ``path`` when it is complete; remove it when it can't be made."""
    try:
        yield
        (path / _STAMP).write_text(stamp, "utf-8")
    except BaseException as error:
        shutil.rmtree(path, ignore_errors=True)
        # RocksDB tells of a full disk by the second.
        if isinstance(error, OSError | RuntimeError):
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise StoreError(path, f"the store can't be made ({reason})", "What stood there is as it was.") from error
        raise


def _fill(path: Path, texts: Iterable[bytes]) -> None:
    path.mkdir(parents=True)
    store = Store(str(path))
    _load(store, texts)
    store.optimize()
    store.flush()


def _change(path: Path, gone: Iterable[str], texts: Iterable[bytes]) -> None:
    store = Store(str(path))
    for graph in gone:
        store.remove_graph(external(graph))
    _load(store, texts)
    store.flush()


def _load(store: Store, texts: Iterable[bytes]) -> None:
    blocks, lock = _blocks(texts), Lock()

    def load() -> None:
        while True:
            with lock:
                block = next(blocks, None)
            if block is None:
                return
            # What is loaded is canonical already: it need not be checked again.
            store.bulk_load(block, RdfFormat.N_QUADS, lenient=True)

    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(load) for _ in range(THREADS)]:
            done.result()


def _blocks(texts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the texts, joined to blocks of some size."""
    block: list[bytes] = []
    size = 0
    for text in texts:
        block.append(text)
        size += len(text)
        if size >= BLOCK:
            yield b"".join(block)
            block, size = [], 0
    if block:
        yield b"".join(block)
