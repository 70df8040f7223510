"""Sources and outputs behind URLs: a web server, a store like S3, files and memory; the same bytes as from a folder."""

from __future__ import annotations

import http.server
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import fsspec
import pytest
from moto.server import ThreadedMotoServer

from kvgraph.build import Part, build, publishing
from kvgraph.sources import Remote, discover

PAPERS = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))[:2]
NOTHING: frozenset[Part] = frozenset()
SAME = ("graph.nq.gz", "graph.index.tsv", "manifest.json")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Return a folder with a paper, one in an archive, and a file that is passed over."""
    folder = tmp_path / "papers"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / PAPERS[0].name).write_bytes(PAPERS[0].read_bytes())
    (folder / "README.md").write_text("no paper")
    with zipfile.ZipFile(folder / "more.zip", "w") as packed:
        packed.write(PAPERS[1], PAPERS[1].name)
    return folder


@pytest.fixture
def web(papers: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(papers))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    _, port = server.get_host_and_port()
    settings = {"ENDPOINT_URL": f"http://127.0.0.1:{port}", "ACCESS_KEY_ID": "x", "SECRET_ACCESS_KEY": "x"}
    for name, value in {**settings, "DEFAULT_REGION": "us-east-1"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    store = fsspec.filesystem("s3", skip_instance_cache=True)
    store.mkdir("kamervragen")
    yield "s3://kamervragen"
    server.stop()


def same(one: Path, other: Path) -> bool:
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in SAME)


def test_files_on_the_web_are_read(web: str, papers: Path, tmp_path: Path) -> None:
    build([str(papers)], tmp_path / "local", jobs=1, parts=NOTHING, validate=False)
    urls = [f"{web}/more.zip", f"{web}/below/{PAPERS[0].name}"]
    summary = build(urls, tmp_path / "out", jobs=1, parts=NOTHING, validate=False)
    assert summary.set_aside == ()
    assert same(tmp_path / "local", tmp_path / "out")


def test_what_is_not_there_is_set_aside(web: str, tmp_path: Path) -> None:
    names = [f"{web}/gone.txt", "nowhere://papers/a.txt", str(PAPERS[0])]
    summary = build(names, tmp_path / "out", jobs=1, parts=NOTHING, validate=False)
    assert summary.papers == 1
    assert {(one.file, one.code) for one in summary.set_aside} == {(name, "unreadable") for name in names[:2]}


def test_a_bucket_is_read_and_written(bucket: str, papers: Path, tmp_path: Path) -> None:
    store = fsspec.filesystem("s3", skip_instance_cache=True)
    store.put(str(papers), "kamervragen/papers", recursive=True)
    build([str(papers)], tmp_path / "local", jobs=1, parts=NOTHING, validate=False)
    for _ in range(2):
        with publishing.folder_for(f"{bucket}/out/") as folder:
            build([f"{bucket}/papers"], folder, jobs=1, parts=NOTHING, validate=False)
        store.get("kamervragen/out/", str(tmp_path / "fetched"), recursive=True)
        assert same(tmp_path / "local", tmp_path / "fetched")


def test_folders_and_patterns_are_listed(tmp_path: Path) -> None:
    store = fsspec.filesystem("memory")
    for name in ("b/2.txt", "a.txt", ".hidden/3.txt", "notes.md"):
        store.pipe(f"/papers/{name}", b"x")
    assert discover(["memory://papers"]) == (Remote("memory:///papers/a.txt"), Remote("memory:///papers/b/2.txt"))
    assert discover(["memory://papers/**/*.txt"])[-1] == Remote("memory:///papers/b/2.txt")
    (tmp_path / "a.txt").write_text("x")
    assert discover([tmp_path.as_uri()]) == (tmp_path / "a.txt",)


def test_a_build_that_writes_nothing_leaves_what_stands_there(tmp_path: Path) -> None:
    store = fsspec.filesystem("memory")
    store.pipe("/out/manifest.json", b"{}")
    bad = tmp_path / "empty.txt"
    bad.touch()
    with publishing.folder_for("memory://out") as folder:
        assert not build([str(bad)], folder, jobs=1).written
    assert store.cat("/out/manifest.json") == b"{}"


def test_an_output_that_can_not_be_written_is_named() -> None:
    with (
        pytest.raises(publishing.PublishingError, match="nowhere://out"),
        publishing.folder_for("nowhere://out") as folder,
    ):
        build([str(PAPERS[0])], folder, jobs=1, parts=NOTHING, validate=False)
