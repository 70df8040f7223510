"""A published output is whole, and no damage to it stays unseen."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kvgraph import store
from kvgraph.build import build
from kvgraph.build.verifying import Fault, verify
from kvgraph.model import Severity
from kvgraph.store import Segment

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAPERS = sorted(EXAMPLES.glob("*.txt"))[3:6]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("published") / "out"
    build(map(str, PAPERS), output, jobs=1, validate=False)
    return output


@pytest.fixture
def output(published: Path, tmp_path: Path) -> Path:
    """Return a copy of a published output, to be damaged."""
    return Path(shutil.copytree(published, tmp_path / "out"))


def faults(output: Path, *, quick: bool = False) -> list[Fault]:
    return [one for one in verify(output, quick=quick) if one.severity is Severity.VIOLATION]


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_what_a_build_has_published_is_whole(published: Path) -> None:
    assert list(verify(published, quick=False)) == []
    assert list(verify(published, quick=True)) == []


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "a bit": lambda path: flip(path, path.stat().st_size // 2),
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=list(DAMAGES))
@pytest.mark.parametrize("name", ["graph.nq.gz", "graph.index.tsv", "graph.ttl", "void.ttl", "network/full.gexf"])
def test_a_damaged_file_is_found(output: Path, name: str, damage: Callable[[Path], object]) -> None:
    damage(output / name)
    assert name in {one.file for one in faults(output, quick=True)}


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"outputs": [{"file": "../x", "sha256": "", "bytes": 1}]}'])
def test_a_damaged_manifest_is_found(output: Path, content: str) -> None:
    (output / "manifest.json").write_text(content, "utf-8")
    assert "manifest.json" in {one.file for one in faults(output, quick=True)}


def test_sources_that_were_changed_in_the_manifest_are_found(output: Path) -> None:
    path = output / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    content["sources"][0]["file"] = "other.txt"
    path.write_text(json.dumps(content), "utf-8")
    assert [(one.file, one.place) for one in faults(output, quick=True)] == [("manifest.json", "build")]


LINES = {
    "not sorted": [b"<urn:b> <urn:p> <urn:o> <urn:g> .\n", b"<urn:a> <urn:p> <urn:o> <urn:g> .\n"],
    "twice": [b"<urn:a> <urn:p> <urn:o> <urn:g> .\n"] * 2,
    "not canonical": [b"<urn:a>  <urn:p> <urn:o> <urn:g> .\n"],
    "of another graph": [b"<urn:a> <urn:p> <urn:o> <urn:h> .\n"],
    "no N-Quads": [b"<urn:a> .\n"],
}


@pytest.mark.parametrize("lines", LINES.values(), ids=list(LINES))
def test_lines_that_no_build_writes_are_found(output: Path, lines: list[bytes]) -> None:
    store.write_segments(output / "graph.nq.gz", output / "graph.index.tsv", [Segment.of("urn:g", lines)])
    assert ("graph.nq.gz", "urn:g") in {(one.file, one.place) for one in faults(output)}


def test_what_no_build_has_put_there_is_a_warning(output: Path) -> None:
    (output / "notes.txt").write_text("mine", "utf-8")
    (output / "network" / "mine.gexf").write_text("mine", "utf-8")
    (output / ".building").mkdir()
    found = [(one.file, one.severity) for one in verify(output, quick=True)]
    assert found == [(name, Severity.WARNING) for name in (".building", "network/mine.gexf", "notes.txt")]


def test_an_output_without_a_store_says_so(output: Path) -> None:
    shutil.rmtree(output / "store")
    assert [(one.file, one.severity) for one in verify(output, quick=False)] == [("store", Severity.INFO)]


def test_a_store_of_another_graph_is_found(output: Path) -> None:
    shutil.rmtree(output / "store")
    line = b"<urn:a> <urn:p> <urn:o> <urn:g> .\n"
    store.create(output / "store", [line], (output / "graph.index.tsv").name)
    found = {(one.file, one.place) for one in faults(output)}
    assert ("store", "") in found  # the stamp
    assert ("store", "urn:g") in found
    assert len(found) > len(PAPERS)


def test_a_bit_of_any_order_of_the_store_is_found(output: Path) -> None:
    for path in sorted((output / "store").glob("*.sst")):
        whole = path.read_bytes()
        flip(path, len(whole) // 3)  # data: at the end of a file are properties, which nothing depends on
        assert {one.file for one in faults(output)} == {"store"}, path.name
        path.write_bytes(whole)


def test_files_of_the_store_in_each_others_place_are_found(output: Path) -> None:
    one, other, *_ = sorted((output / "store").glob("*.sst"))
    one_data, other_data = one.read_bytes(), other.read_bytes()
    one.write_bytes(other_data)
    other.write_bytes(one_data)
    assert {one.file for one in faults(output)} == {"store"}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=list(DAMAGES))
@pytest.mark.parametrize("name", ["CURRENT", "KVGRAPH"])
def test_a_store_without_its_head_is_found(output: Path, name: str, damage: Callable[[Path], object]) -> None:
    [path] = (output / "store").glob(name)
    damage(path)
    assert {one.file for one in faults(output)} == {"store"}
