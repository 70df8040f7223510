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
from kvgraph.build.outputs import MANIFEST, STORE

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
    set_aside: Sequence[SetAside],
    noted: Sequence[Noted],
) -> None:
    """Write the manifest of what stands in the folder."""
    content = {
        "tool": {"name": "kvgraph", "version": __version__},
        "base_iri": base_iri,
        "statements": statements,
        "sources": [
            {"file": file, "sha256": digest, "paper": paper}
            for paper, file, digest in sorted((paper, file, digest) for file, digest, paper in sources)
        ],
        "set_aside": [_set_aside(one) for one in sorted(set_aside, key=_order)],
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


def write_changed(output: Path, fresh: Path, name: str) -> None:
    """Write the manifest of an output folder anew into ``fresh``, with the file of this name as it stands there."""
    content = dict(read(output))
    outputs = content.get("outputs")
    others = [one for one in outputs if one.get("file") != name] if isinstance(outputs, list) else []
    content["outputs"] = sorted([*others, _output(fresh, fresh / name)], key=lambda one: Path(str(one["file"])))
    _write(fresh, content)


def _write(folder: Path, content: Mapping[str, object]) -> None:
    (folder / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


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
