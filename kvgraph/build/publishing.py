"""An output folder behind a URL: built in a folder on this machine, then put there, the manifest last."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kvgraph.build.outputs import MANIFEST, NAMES
from kvgraph.sources import is_url, urls


class PublishingError(Exception):
    """What was built can't be put where the URL says."""

    def __init__(self, url: str, error: Exception) -> None:
        super().__init__(
            f"{url}: can't be written ({error}). A folder there without {MANIFEST} is no build; run the build again."
        )


@contextmanager
def folder_for(output: str) -> Iterator[Path]:
    """Give the folder to build into; when the output is a URL, what was built into it is put there at the end.

    Raises PublishingError. There the folder holds no build from the first change until all of the new one is there.
    """
    if not is_url(output):
        yield Path(output)
    elif local := urls.local(output):
        yield Path(local)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            yield Path(scratch)
            if (Path(scratch) / MANIFEST).exists():
                try:
                    _put(Path(scratch), output)
                except urls.failures() as error:
                    raise PublishingError(output, error) from error


def _put(folder: Path, url: str) -> None:
    store, root = urls.opened(url.rstrip("/"))
    store.invalidate_cache()
    if store.exists(f"{root}/{MANIFEST}"):
        store.rm(f"{root}/{MANIFEST}")
    for name in NAMES:
        if store.exists(f"{root}/{name}"):
            store.rm(f"{root}/{name}", recursive=True)
    below = (path for name in NAMES if name != MANIFEST for path in _files(folder / name))
    for path in (*below, folder / MANIFEST):
        there = f"{root}/{path.relative_to(folder).as_posix()}"
        store.makedirs(there.rpartition("/")[0], exist_ok=True)
        store.put_file(str(path), there)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(below for below in path.rglob("*") if below.is_file())
    return [path] if path.exists() else []
