"""The canonical text: the same bytes for the same quads, in memory and from disk."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse, serialize

from kvgraph import store
from kvgraph.store import StoreError, sorting

EX = "http://example.org/"
SUBJECT, PREDICATE, GRAPH = NamedNode(EX + "s"), NamedNode(EX + "p"), NamedNode(EX + "g")

texts = st.text(st.characters(exclude_categories=["Cs"]))
nodes = st.sampled_from([NamedNode(EX + name) for name in ("a", "a#char=1,2", "a/b", "a%20b", "é", "(1)~")])
literals = st.one_of(
    texts.map(Literal),
    texts.map(lambda text: Literal(text, language="nl")),
    texts.map(lambda text: Literal(text, datatype=NamedNode(EX + "type"))),
)
quads = st.lists(
    st.builds(Quad, nodes, nodes, st.one_of(nodes, literals), st.one_of(nodes, st.just(DefaultGraph()))), max_size=12
)


def quad(text: str, graph: NamedNode = GRAPH) -> Quad:
    return Quad(SUBJECT, PREDICATE, Literal(text), graph)


@given(quads)
def test_lines_are_what_the_library_writes_sorted_and_once(some: list[Quad]) -> None:
    expected = sorted({serialize([one], format=RdfFormat.N_QUADS) or b"" for one in some})
    assert list(store.lines([*some, *some])) == expected


@given(quads)
def test_lines_do_not_depend_on_the_size_of_a_run(some: list[Quad]) -> None:
    whole = list(store.lines(some))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorting, "RUN", 2)
        assert list(store.lines(some)) == whole


@given(quads)
def test_graphs_hold_all_statements_each_in_its_graph(some: list[Quad]) -> None:
    parted = list(store.graphs([*some, *some]))
    assert len(parted) == len({one.graph_name for one in some})
    for name, lines in parted:
        graph = NamedNode(name) if name else DefaultGraph()
        assert lines == sorted(set(lines))
        found = {
            Quad(one.subject, one.predicate, one.object, graph) for one in parse(b"".join(lines), RdfFormat.N_TRIPLES)
        }
        assert found == {one for one in some if one.graph_name == graph}


def test_graphs_come_in_the_order_of_their_iris_and_the_default_graph_first() -> None:
    names = [EX + "a", EX + "a%20b", EX + "a/b", EX + "ab"]
    some = [quad("x", NamedNode(name)) for name in reversed(names)] + [Quad(SUBJECT, PREDICATE, Literal("x"))]
    assert [name for name, _ in store.graphs(some)] == [None, *names]


@pytest.mark.parametrize("name", ["graph.nq", "graph.nq.gz"])
def test_what_is_written_is_read_again(tmp_path: Path, small: tuple[Quad, ...], name: str) -> None:
    assert store.write_nquads(tmp_path / name, small) == len(set(small))
    assert set(store.read_nquads(tmp_path / name)) == set(small)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_bytes_depend_on_the_quads_alone(tmp_path: Path, small: tuple[Quad, ...]) -> None:
    shuffled = random.Random(7).sample(small, len(small))  # noqa: S311 (no secret)
    store.write_nquads(tmp_path / "one.nq.gz", small)
    store.write_nquads(tmp_path / "other.nq.gz", shuffled)
    written = (tmp_path / "one.nq.gz").read_bytes()
    assert written == (tmp_path / "other.nq.gz").read_bytes()
    assert written[3] == 0, "no file name in the header"
    assert written[4:8] == b"\0\0\0\0", "no time in the header"
    assert gzip.decompress(written).splitlines() == sorted(gzip.decompress(written).splitlines())


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    store.write_nquads(path, [quad("old")])

    def failing() -> Iterator[Quad]:
        yield quad("new")
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match=r"graph\.nq: can't be written \(No space left on device\)"):
        store.write_nquads(path, failing())
    assert list(store.read_nquads(path)) == [quad("old")]
    assert [file.name for file in tmp_path.iterdir()] == ["graph.nq"]


def test_a_file_that_is_missing_cut_off_or_something_else_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"absent\.nq"):
        list(store.read_nquads(tmp_path / "absent.nq"))
    whole = tmp_path / "whole.nq.gz"
    store.write_nquads(whole, [quad(str(number)) for number in range(1000)])
    cut = tmp_path / "cut.nq.gz"
    cut.write_bytes(whole.read_bytes()[:-40])
    with pytest.raises(StoreError, match=r"cut\.nq\.gz"):
        list(store.read_nquads(cut))
    other = tmp_path / "other.nq"
    other.write_text("this is a letter\n")
    with pytest.raises(StoreError, match=r"other\.nq: can't be read as N-Quads"):
        list(store.read_nquads(other))
