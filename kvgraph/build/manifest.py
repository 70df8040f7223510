"""The manifest: what went in, what came out, what was set aside. It is written last: a folder without it is no build.

Nothing in it depends on when, where or in which order the sources were read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path

from kvgraph import __version__
from kvgraph.build.outcome import Noted, SetAside
from kvgraph.build.outputs import INDEX, MANIFEST, STORE

Sources = Iterable[tuple[str, str, str]]
"""File name, SHA-256 and id of the paper of each source that is in the graph."""


class ManifestError(Exception):
    """An output folder without a manifest, or with one that can't be read."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}. Build it first: kvgraph build SOURCES -o {folder}")


def write(
    folder: Path,
    *,
    base_iri: str,
    statements: int,
    sources: Sources,
    set_aside: Iterable[SetAside],
    noted: Sequence[Noted],
) -> str:
    """Write the manifest of what stands in the folder; return what names the build."""
    stated = [
        {"file": file, "sha256": digest, "paper": paper}
        for paper, file, digest in sorted((paper, file, digest) for file, digest, paper in sources)
    ]
    refused = [_set_aside(one) for one in sorted(set_aside, key=_order)]
    build = identity(folder, stated, refused)
    content = {
        "tool": {"name": "kvgraph", "version": __version__},
        "base_iri": base_iri,
        "statements": statements,
        "build": build,
        "sources": stated,
        "set_aside": refused,
        "noted": [
            {
                "paper": one.paper,
                "file": one.file_name,
                "passage": one.passage,
                "code": one.code,
                "severity": one.severity.value,
                "message": one.message,
            }
            for one in sorted(noted)
        ],
        "outputs": [_output(folder, path) for path in _files(folder)],
    }
    _write(folder, content)
    return build


def identity(folder: Path, sources: object, refused: object) -> str:
    """Return what names a build: a digest of the graph in the folder and of the sources that it was made from."""
    with (folder / INDEX).open("rb") as stream:
        found = file_digest(stream, "sha256")
    found.update(json.dumps([sources, refused]).encode())
    return found.hexdigest()


def published(folder: Path) -> tuple[str, object] | None:
    """Return what names the build in an output folder, and its base IRI, or None when there is none."""
    try:
        content = read(folder)
    except ManifestError:
        return None
    build = content.get("build")
    return (build, content.get("base_iri")) if isinstance(build, str) else None


def write_changed(output: Path, fresh: Path, name: str) -> None:
    """Write the manifest of an output folder anew into ``fresh``, with the file of this name as it stands there."""
    content = dict(read(output))
    outputs = content.get("outputs")
    others = [one for one in outputs if one.get("file") != name] if isinstance(outputs, list) else []
    content["outputs"] = sorted([*others, _output(fresh, fresh / name)], key=lambda one: Path(str(one["file"])))
    _write(fresh, content)


def _write(folder: Path, content: Mapping[str, object]) -> None:
    """Write what is listed one entry a line: a manifest of many papers is read and compared line by line."""
    with (folder / MANIFEST).open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("{")
        for number, (key, value) in enumerate(content.items()):
            stream.write(f"{',' if number else ''}\n {json.dumps(key)}: ")
            if isinstance(value, list) and value:
                entries = (json.dumps(one, ensure_ascii=False) for one in value)
                stream.write("[\n  " + ",\n  ".join(entries) + "\n ]")
            else:
                stream.write(json.dumps(value, ensure_ascii=False))
        stream.write("\n}\n")


def read(folder: Path) -> Mapping[str, object]:
    """Return the manifest of an output folder; raises ManifestError."""
    try:
        content = json.loads((folder / MANIFEST).read_text("utf-8"))
    except FileNotFoundError as error:
        raise ManifestError(folder, "there is no build here") from error
    except (OSError, ValueError) as error:
        raise ManifestError(folder, f"its manifest can't be read ({error})") from error
    if not isinstance(content, dict):
        raise ManifestError(folder, "its manifest is no JSON object")
    return content


def _set_aside(one: SetAside) -> dict[str, str | None]:
    return {
        "file": one.file_name,
        "sha256": one.sha256,
        "stage": one.stage.value,
        "code": one.code,
        "reason": one.reason,
        "advice": one.advice,
    }


def _order(one: SetAside) -> tuple[str, str, str]:
    return one.file_name, one.sha256 or "", one.reason


def _files(folder: Path) -> list[Path]:
    """Return the files below a folder, sorted, without those of the store: Oxigraph decides on their bytes."""
    below = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in below if path.relative_to(folder).parts[0] not in (STORE, MANIFEST))


def _output(folder: Path, path: Path) -> dict[str, str | int]:
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    return {"file": path.relative_to(folder).as_posix(), "sha256": digest, "bytes": path.stat().st_size}
