"""The output folder: one writer at a time, and the former output stands until the new one is complete on disk.

All is written into a hidden folder inside the output folder and flushed to disk. Then the former files step aside, the
new ones take their places by renaming, the manifest last. A build that is killed half-way through that is undone by
the next one, before it does anything else.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

STAGING = ".building"
FORMER = ".former"
_DISCARDED = ".discarded"


class FolderError(Exception):
    """The output folder can't be written: where, why; nothing that was published is changed."""

    def __init__(self, path: Path, error: OSError) -> None:
        self.path = path
        super().__init__(f"{path}: {error.strerror or error}. What stood in the output folder is as it was.")


class LockedError(Exception):
    """Another build holds the output folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}: another build is writing here. Wait for it, or choose another folder with -o.")


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """Lock the output folder, give an empty folder inside it to write to, and clear that away at the end.

    Raises LockedError when another process holds the lock, FolderError when the folder can't be made. The lock goes
    with the process that holds it, however that ends.
    """
    is_new = not output.exists()
    try:
        output.mkdir(parents=True, exist_ok=True)
        with _lock(output):
            _undo(output)
            fresh = output / STAGING
            fresh.mkdir()
            try:
                yield fresh
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
                if is_new and not any(output.iterdir()):
                    output.rmdir()
    except OSError as error:
        raise FolderError(Path(error.filename) if isinstance(error.filename, str) else output, error) from error


def publish(output: Path, names: Sequence[str], gone: Sequence[str] = ()) -> None:
    """Put the named files and folders from the staging folder in their places, the last name last; take away ``gone``.

    Raises OSError; then all that stood there is back in its place.
    """
    fresh, former = output / STAGING, output / FORMER
    for name in names:
        _flush(fresh / name)
    _flush_folder(fresh)
    former.mkdir()
    try:
        for name in (*gone, *names):
            if (output / name).exists():
                (output / name).rename(former / name)
            if name not in gone:
                (fresh / name).rename(output / name)
        _flush_folder(output)
        # The build counts from here: one step, after which nothing is undone any more.
        former.rename(output / _DISCARDED)
    except OSError:
        _put_back(output, (*gone, *names))
        raise
    shutil.rmtree(output / _DISCARDED, ignore_errors=True)


def _put_back(output: Path, names: Sequence[str]) -> None:
    fresh, former = output / STAGING, output / FORMER
    for name in names:
        if not (fresh / name).exists() and (output / name).exists() and (former / name).exists():
            _remove(output / name)
        if (former / name).exists():
            (former / name).rename(output / name)
    former.rmdir()


def _undo(output: Path) -> None:
    """Clear away what a killed build left; what it had set aside for renaming goes back first."""
    former = output / FORMER
    if former.exists():
        for path in sorted(former.iterdir()):
            _remove(output / path.name)
            path.rename(output / path.name)
        former.rmdir()
    _remove(output / _DISCARDED)
    _remove(output / STAGING)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    if path.is_dir():
        for below in sorted(path.iterdir()):
            _flush(below)
        _flush_folder(path)
    else:
        with path.open("rb") as stream:
            os.fsync(stream.fileno())


if sys.platform == "win32":
    import msvcrt

    def _flush_folder(path: Path) -> None:
        """Do nothing: Windows has no flushing of folders."""

    @contextmanager
    def _lock(output: Path) -> Iterator[None]:
        with (output / ".lock").open("wb") as stream:
            try:
                msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError as error:
                raise LockedError(output) from error
            yield

else:
    import fcntl

    def _flush_folder(path: Path) -> None:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    @contextmanager
    def _lock(output: Path) -> Iterator[None]:
        """Hold the folder itself, so that no lock file stays behind."""
        handle = os.open(output, os.O_RDONLY)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise LockedError(output) from error
            yield
        finally:
            os.close(handle)
