"""The file of segments: any reader of gzip reads it whole, the index finds each graph, damage is told."""

from __future__ import annotations

import gzip
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph import store
from kvgraph.store import Change, Place, Segment, Segments, StoreError

GRAPHS = {f"http://example.org/g/{name}": [f'<x:{n}> <x:p> "{name}" .\n'.encode() for n in range(9)] for name in "abc"}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    segments = (Segment.of(name, lines) for name, lines in GRAPHS.items())
    assert store.write_segments(tmp_path / "graph.nq.gz", tmp_path / "index.tsv", segments) == 27
    return tmp_path


def test_a_reader_of_gzip_reads_all_graphs(written: Path) -> None:
    data = (written / "graph.nq.gz").read_bytes()
    assert gzip.decompress(data) == b"".join(line for lines in GRAPHS.values() for line in lines)
    assert data[3:8] == bytes(5), "no file name and no time in the header"


def test_the_index_finds_each_graph(written: Path) -> None:
    places = list(store.read_index(written / "index.tsv"))
    assert [place.graph for place in places] == list(GRAPHS)
    assert sum(place.length for place in places) == (written / "graph.nq.gz").stat().st_size
    with Segments(written / "graph.nq.gz") as segments:
        for place in reversed(places):
            text = segments.read(place)
            assert text == b"".join(GRAPHS[place.graph])
            assert (place.sha256, place.statements) == (sha256(text).hexdigest(), 9)


def test_damage_is_told_with_the_graph(written: Path) -> None:
    places = list(store.read_index(written / "index.tsv"))
    data = bytearray((written / "graph.nq.gz").read_bytes())
    data[places[1].offset + 30] ^= 255
    (written / "graph.nq.gz").write_bytes(data)
    with Segments(written / "graph.nq.gz") as segments:
        segments.read(places[0])
        with pytest.raises(StoreError, match=places[1].graph):
            segments.read(places[1])
    (written / "graph.nq.gz").write_bytes(data[:-9])
    with Segments(written / "graph.nq.gz") as segments, pytest.raises(StoreError, match=places[2].graph):
        segments.read(places[2])


@pytest.mark.parametrize("line", ["a\tb\n", "a\t-1\tx\t0\t1\n", "a\t1\tx\t0\n", "\n"])
def test_an_index_that_is_none_is_told_with_the_line(written: Path, line: str) -> None:
    index = written / "index.tsv"
    index.write_text(index.read_text() + line)
    with pytest.raises(StoreError, match="line 5"):
        list(store.read_index(index))
    index.write_text(line)
    with pytest.raises(StoreError, match="no index"):
        list(store.read_index(index))
    with pytest.raises(StoreError, match="absent"):
        list(store.read_index(written / "absent"))


def places(found: dict[str, str]) -> list[Place]:
    return [Place(graph, 1, digest, 0, 1) for graph, digest in sorted(found.items())]


archives = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz"))


@given(archives, archives)
def test_the_changes_are_what_is_not_the_same(former: dict[str, str], now: dict[str, str]) -> None:
    found = list(store.changes(places(former), places(now)))
    assert [one.graph for one in found] == sorted(
        name for name in former.keys() | now.keys() if former.get(name) != now.get(name)
    )
    for one in found:
        assert isinstance(one, Change)
        assert (one.former.sha256 if one.former else None) == former.get(one.graph)
        assert (one.now.sha256 if one.now else None) == now.get(one.graph)
