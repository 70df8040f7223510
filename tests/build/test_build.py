"""The whole line on the examples: the same bytes however it is run, and one bad source never stops the others."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from kvgraph import registers, store
from kvgraph.build import LockedError, NoSourcesError, Summary, build, folder
from kvgraph.build.opening import open_store, read_graph
from kvgraph.build.readings import FILE
from kvgraph.model import PaperKind, Severity
from kvgraph.validation import validate
from tests.build.faults import WHOLE, published, start, wait_for_the_end

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
BAD = ROOT / "tests" / "data" / "bad"
PAPERS = sorted(EXAMPLES.glob("*.txt"))
FORMS = sorted((EXAMPLES / "forms").iterdir())
PAPERS_IN_FORMS = 2
FEW = tuple(map(str, PAPERS[3:8]))


def stable(output: Path) -> dict[str, bytes]:
    """Return what is published in an output folder, but for the store, on whose bytes Oxigraph decides."""
    files = (path for path in output.rglob("*") if path.is_file())
    named = {path.relative_to(output).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in named.items() if not name.startswith(("store/", "."))}


def manifest(output: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((output / "manifest.json").read_text("utf-8"))
    return content


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    output = tmp_path_factory.mktemp("examples") / "out"
    return output, build([str(EXAMPLES)], output, jobs=2)


def test_all_examples_are_built(examples: tuple[Path, Summary]) -> None:
    output, summary = examples
    assert summary.written
    assert summary.papers == len(PAPERS) + PAPERS_IN_FORMS
    assert summary.set_aside == ()
    assert summary.kinds[PaperKind.ANSWER] > 10
    assert sorted(path.name for path in output.iterdir()) == [
        FILE, "graph.index.tsv", "graph.nq.gz", "graph.ttl", "manifest.json", "network", "report.json", "report.ttl",
        "report.txt", "store", "void.ttl",
    ]  # fmt: skip
    assert len(list((output / "network").iterdir())) == 12


def test_the_report_is_that_of_the_graph(examples: tuple[Path, Summary]) -> None:
    output, summary = examples
    assert summary.report == validate(read_graph(output))
    assert summary.report is not None
    assert summary.report.conforms
    assert (output / "report.json").read_text("utf-8") == summary.report.json()


def test_the_manifest_says_what_is_there(examples: tuple[Path, Summary]) -> None:
    output, summary = examples
    content = manifest(output)
    assert content["statements"] == summary.statements == len(list(read_graph(output)))
    paths = {path.name: path for path in (*PAPERS, *FORMS)}
    assert {one["file"] for one in content["sources"]} == paths.keys()
    for one in content["sources"]:
        assert one["sha256"] == sha256(paths[one["file"]].read_bytes()).hexdigest()
    files = stable(output)
    for one in content["outputs"]:
        assert one["sha256"] == sha256(files[one["file"]]).hexdigest()
    assert {one["file"] for one in content["outputs"]} == files.keys() - {"manifest.json"}
    assert str(output) not in json.dumps(content)


def test_the_store_holds_the_graph_and_is_made_again_when_it_does_not(
    examples: tuple[Path, Summary], tmp_path: Path
) -> None:
    output, summary = examples
    assert len(open_store(output)) == summary.statements
    shutil.copytree(output, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy" / "store")
    assert len(open_store(tmp_path / "copy")) == summary.statements
    store.create(tmp_path / "copy" / "store", list(store.lines(read_graph(output)))[:100], "another graph")
    assert len(open_store(tmp_path / "copy")) == summary.statements


@pytest.mark.parametrize(("jobs", "seed", "zone"), [(1, "0", "UTC"), (2, "1", "Asia/Tokyo"), (4, "4711", "NZ")])
def test_the_same_bytes_in_any_order_of_files_and_any_number_of_jobs(
    examples: tuple[Path, Summary], jobs: int, seed: str, zone: str, tmp_path: Path
) -> None:
    names = [os.path.relpath(path, tmp_path) for path in (*PAPERS, *FORMS)]
    random.Random(seed).shuffle(names)  # noqa: S311 (no secret)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    command = [sys.executable, "-m", "kvgraph", "build", *names, "-o", "out", "-j", str(jobs), "-q"]
    subprocess.run(command, check=True, cwd=tmp_path, env=environment, umask=0o077)
    assert published(tmp_path / "out") == published(examples[0])


def test_bad_sources_are_set_aside_and_the_others_are_as_without_them(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for path in (*BAD.iterdir(), *PAPERS[3:8]):
        shutil.copy(path, tmp_path / "in")
    summary = build([str(tmp_path / "in"), str(tmp_path / "missing.txt")], tmp_path / "with", jobs=2)
    build(FEW, tmp_path / "without", jobs=2)
    found = {one.file_name: (one.stage.value, one.code) for one in summary.set_aside}
    assert found["picture.txt"] == ("read", "binary")
    assert found["recipe.txt"] == ("parse", "not-a-paper")
    assert found["missing.txt"] == ("read", "unreadable")
    assert len(found) == len(list(BAD.iterdir())) + 1
    assert all(one.reason.endswith(".") and one.advice for one in summary.set_aside)
    listed = manifest(tmp_path / "with")["set_aside"]
    assert [one["file"] for one in listed] == sorted(found)
    both = stable(tmp_path / "with"), stable(tmp_path / "without")
    assert [name for name in both[1] if both[0][name] != both[1][name]] == ["manifest.json"]


def test_without_a_paper_nothing_is_written(tmp_path: Path) -> None:
    build(FEW[:1], tmp_path, jobs=1, validate=False)
    before = stable(tmp_path)
    summary = build([str(BAD)], tmp_path, jobs=1)
    assert not summary.written
    assert summary.papers == 0
    assert stable(tmp_path) == before


def test_strict_writes_nothing_when_a_source_is_set_aside(tmp_path: Path) -> None:
    summary = build([*FEW[:1], str(BAD / "empty.txt")], tmp_path / "out", strict=True)
    assert (summary.written, summary.papers, len(summary.set_aside)) == (False, 1, 1)
    assert not (tmp_path / "out").exists()
    assert build(FEW[:1], tmp_path / "out", strict=True).written


def test_without_validation_no_report_and_no_former_one(tmp_path: Path) -> None:
    build(FEW[:1], tmp_path)
    assert (tmp_path / "report.txt").exists()
    summary = build(FEW[:1], tmp_path, validate=False)
    assert summary.report is None
    assert not list(tmp_path.glob("report.*"))


def test_two_sources_that_agree_are_both_stated(tmp_path: Path) -> None:
    data = PAPERS[3].read_bytes()
    for name, content in (("a.txt", data), ("b.txt", data.replace(b"\n", b"\r\n")), ("copy.txt", data)):
        (tmp_path / name).write_bytes(content)
    summary = build([str(tmp_path)], tmp_path / "out", jobs=2)
    assert summary.papers == 1
    assert summary.noted == ()
    sources = manifest(tmp_path / "out")["sources"]
    assert [one["file"] for one in sources] == ["a.txt", "b.txt"]
    derived = [quad for quad in read_graph(tmp_path / "out") if quad.predicate.value.endswith("#wasDerivedFrom")]
    assert len(derived) == 2
    assert summary.report == validate(read_graph(tmp_path / "out"))


def test_of_two_sources_that_differ_one_is_used_and_both_are_named(tmp_path: Path) -> None:
    text = PAPERS[3].read_text("utf-8")
    for folder_name, names in (("one", ("a.txt", "b.txt")), ("two", ("b.txt", "a.txt"))):
        (tmp_path / folder_name).mkdir()
        (tmp_path / folder_name / names[0]).write_text(text)
        (tmp_path / folder_name / names[1]).write_text(text.replace("Kent u", "Kende u").replace("Bent u", "Was u"))
    one = build([str(tmp_path / "one")], tmp_path / "out-one", jobs=1)
    two = build([str(tmp_path / "two")], tmp_path / "out-two", jobs=2)
    for summary in (one, two):
        (noted,) = (found for found in summary.noted if found.code == "same-paper")
        assert noted.severity is Severity.WARNING
        assert "a.txt" in noted.message
        assert "b.txt" in noted.message
    texts = [(tmp_path / out / "graph.ttl").read_text("utf-8") for out in ("out-one", "out-two")]
    assert ("Kende u" in texts[0] or "Was u" in texts[0]) == ("Kende u" in texts[1] or "Was u" in texts[1])


def test_another_base_moves_every_node(tmp_path: Path) -> None:
    build(FEW[:1], tmp_path, base_iri="https://example.org/kamer/", validate=False)
    text = (tmp_path / "graph.ttl").read_text("utf-8")
    assert text.startswith("@base <https://example.org/kamer/> .")
    assert "w3id.org/kvgraph/id/" not in text


def test_what_can_not_begin(tmp_path: Path) -> None:
    with pytest.raises(NoSourcesError):
        build([str(tmp_path)], tmp_path / "out")
    with pytest.raises(ValueError, match="absolute IRI"):
        build(FEW, tmp_path / "out", base_iri="kamer")
    with folder.staging(tmp_path / "out"), pytest.raises(LockedError):
        build(FEW, tmp_path / "out")


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(FEW[:2], tmp_path, validate=False, progress=lambda *step: told.append(step))
    assert told[0] == ("reading", 0, 2)
    assert ("reading", 2, 2) in told
    assert told[-1] == ("writing", 4, 4)


def test_every_institution_mention_in_a_graph_is_in_the_register(examples: tuple[Path, Summary]) -> None:
    known = registers.load().institutions
    objects = (str(quad.object).strip("<>") for quad in read_graph(examples[0]))
    assert {iri.rpartition("/")[2] for iri in objects if "/id/institution/" in iri} <= set(known)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are looked for in /proc")
def test_a_build_that_is_killed_leaves_no_process_and_the_next_one_clears_up(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(200):
        shutil.copy(PAPERS[2], tmp_path / "in" / f"{n}.txt")
    mark = uuid4().hex
    with start("kvgraph", "build", "in", "-j", "2", mark=mark, cwd=tmp_path) as building:
        while not list(tmp_path.glob(f"output/{folder.STAGING}/*/*")):  # what workers say of their end
            time.sleep(0.01)
        building.kill()
    wait_for_the_end(mark)
    assert build(FEW[:1], tmp_path / "output", validate=False).written
    assert {path.name for path in (tmp_path / "output").iterdir()} == {*WHOLE, FILE}


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xe9d.txt")).write_bytes(b"%PDF-")
    (tmp_path / os.fsdecode(b"g\xf6\nd.txt")).write_bytes(PAPERS[0].read_bytes())
    summary = build([str(tmp_path)], tmp_path / "out", validate=False)
    assert summary.set_aside[0].file_name == "b\ufffdd.txt"
    assert manifest(tmp_path / "out")["sources"][0]["file"] == "g\ufffd\ufffdd.txt"
