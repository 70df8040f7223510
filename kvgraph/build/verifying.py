"""Whether a published output folder is whole: everything in it is read again and held against what it must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from kvgraph.build import folder, manifest, outputs
from kvgraph.build.intake import Progress
from kvgraph.build.manifest import ManifestError
from kvgraph.build.readings import FILE
from kvgraph.build.verifying_graph import Fault, check_graph, check_turtle
from kvgraph.build.verifying_store import check_store
from kvgraph.model import Severity

__all__ = ["Fault", "verify"]

_ALWAYS = (outputs.GRAPH, outputs.INDEX, outputs.DESCRIPTION)
"""The files without which there is no output."""

_BESIDE = (outputs.MANIFEST, outputs.STORE, outputs.NETWORK, FILE, f"{FILE}-wal", f"{FILE}-shm", ".lock", ".gitignore")
"""What the manifest does not list, and may stand there."""

_LEFT = (folder.STAGING, folder.FORMER)
"""What a build leaves that was killed."""

_CONTENT: Mapping[str, type] = {
    "tool": dict,
    "base_iri": str,
    "statements": int,
    "build": str,
    "sources": list,
    "set_aside": list,
    "noted": list,
    "outputs": list,
}
"""What stands in a manifest."""


def verify(output: Path, *, quick: bool, progress: Progress = lambda *_: None) -> Iterator[Fault]:
    """Yield what is wrong with an output folder; with ``quick`` only what sizes and digests of its files tell.

    A fault does not stop the search for others. Raises WorkersError when no process can be started to read the store.
    """
    content = _manifest(output)
    if isinstance(content, ManifestError):
        reason = str(content).removeprefix(f"{output}: ").partition(". Build it")[0]
        yield Fault(outputs.MANIFEST, "", reason)
        content = {}
    else:
        yield from _check_manifest(output, content)
        yield from _check_files(output, content, progress)
    if not quick:
        yield from _check_deeply(output, content.get("statements"), progress)
    if not isinstance(now := _manifest(output), ManifestError) and now != content:
        yield Fault(outputs.MANIFEST, "", "another build was published here meanwhile", "Verify the folder again.")


def _manifest(output: Path) -> Mapping[str, object] | ManifestError:
    try:
        return manifest.read(output)
    except ManifestError as error:
        return error


def _check_deeply(output: Path, statements: object, progress: Progress) -> Iterator[Fault]:
    yield from check_graph(output, statements, progress)
    if (output / outputs.STORE).exists():
        progress("store", 0, 1)
        yield from check_store(output)
    else:
        yield _unseen(outputs.STORE, "there is none, so that questions are asked to the graph itself")
    if not (output / outputs.TURTLE).exists():
        return  # the manifest tells whether there was one
    if isinstance(statements, int) and statements <= outputs.READABLE:
        progress("turtle", 0, 1)
        yield from check_turtle(output)
    else:
        yield _unseen(outputs.TURTLE, "so large a file is not parsed; its SHA-256 was looked at")


def _unseen(file: str, reason: str) -> Fault:
    return Fault(file, "", reason, "", Severity.INFO)


def _check_manifest(output: Path, content: Mapping[str, object]) -> Iterator[Fault]:
    wrong = [key for key, kind in _CONTENT.items() if not isinstance(content.get(key), kind)]
    for key in wrong:
        yield Fault(outputs.MANIFEST, key, "it is missing, or not of the kind that it must be")
    if wrong or not (output / outputs.INDEX).is_file():
        return
    try:
        identity = manifest.identity(output, content["sources"], content["set_aside"])
    except OSError as error:
        yield Fault(outputs.INDEX, "", f"can't be read ({error.strerror or error})")
        return
    if identity != content["build"]:
        yield Fault(outputs.MANIFEST, "build", "it is not the digest of the sources and of the index")


def _check_files(output: Path, content: Mapping[str, object], progress: Progress) -> Iterator[Fault]:
    """Yield what is wrong with the files that the manifest lists, and what else stands in the folder."""
    listed = content.get("outputs")
    entries = listed if isinstance(listed, list) else []
    names = {entry["file"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("file"), str)}
    for missing in sorted({*_ALWAYS} - names):
        yield Fault(outputs.MANIFEST, "outputs", f"{missing} is not listed")
    for number, entry in enumerate(entries, start=1):
        yield from _check_file(output, entry)
        progress("files", number, len(entries))
    yield from _others(output, names)


def _check_file(output: Path, entry: object) -> Iterator[Fault]:
    match entry:
        case {"file": str(name), "sha256": str(digest), "bytes": int(size)} if _is_below(name):
            pass
        case _:
            yield Fault(outputs.MANIFEST, "outputs", f"{entry} is no file with its size and SHA-256")
            return
    try:
        with (output / name).open("rb") as stream:
            found, is_same = (output / name).stat().st_size, file_digest(stream, "sha256").hexdigest() == digest
    except FileNotFoundError:
        yield Fault(name, "", "it is not there")
    except OSError as error:
        yield Fault(name, "", f"can't be read ({error.strerror or error})")
    else:
        if found != size:
            yield Fault(name, "", f"it has {found} bytes, not {size}")
        elif not is_same:
            yield Fault(name, "", "its bytes have another SHA-256 than the manifest says")


def _is_below(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _others(output: Path, listed: set[str]) -> Iterator[Fault]:
    """Yield a warning for each thing in the folder that no build has published there."""
    networks = output / outputs.NETWORK
    for path in sorted([*output.iterdir(), *(networks.iterdir() if networks.is_dir() else ())]):
        name = path.relative_to(output).as_posix()
        if name in _LEFT:
            reason, advice = "a build is at work here, or was killed", "The next build clears it away."
            yield Fault(name, "", reason, advice, Severity.WARNING)
        elif name not in listed and name not in _BESIDE:
            yield Fault(name, "", "no build has put it here", "Look what it is; no build needs it.", Severity.WARNING)
