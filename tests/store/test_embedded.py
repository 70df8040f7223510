"""The store: it holds what the text says, whole or not at all, and an update gives what making it anew would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kvgraph import store
from kvgraph.store import StoreError, embedded

EX = "http://example.org/"
GRAPHS = [EX + "a", EX + "b", EX + "c%20d"]


def quad(text: str, graph: str = EX + "g") -> Quad:
    return Quad(NamedNode(EX + "s"), NamedNode(EX + "p"), Literal(text), NamedNode(graph))


def lines(*quads: Quad) -> list[bytes]:
    return list(store.lines(quads))


def rewritten(some: Iterable[Quad]) -> Store:
    """Return the quads as Oxigraph keeps them: it turns every kind of integer into an xsd:integer."""
    memory = Store()
    memory.extend(some)
    return memory


def test_a_store_holds_the_statements_and_answers(tmp_path: Path, small: tuple[Quad, ...]) -> None:
    path = tmp_path / "output" / "store"
    store.create(path, lines(*small), "stamp")
    opened = store.open_read_only(path)
    assert set(opened) == set(rewritten(small))
    assert bool(opened.query("ASK { GRAPH ?g { ?s a <https://w3id.org/kvgraph/ontology#Paper> } }"))
    assert store.stamp_of(path) == "stamp"


def test_blocks_of_any_size_give_the_same_store(
    tmp_path: Path, small: tuple[Quad, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "BLOCK", 1000)
    store.create(tmp_path / "store", lines(*small))
    assert set(store.open_read_only(tmp_path / "store")) == set(rewritten(small))


def test_an_empty_store_can_be_made(tmp_path: Path) -> None:
    store.create(tmp_path / "store", [])
    assert len(store.open_read_only(tmp_path / "store")) == 0


def failing() -> Iterator[bytes]:
    yield from lines(quad("new"))
    raise StoreError(Path("graph.nq.gz"), "can't be read")


def test_a_store_that_can_not_be_made_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"graph\.nq\.gz"):
        store.create(tmp_path / "store", failing())
    assert not list(tmp_path.iterdir())
    with pytest.raises(StoreError, match="can't be made"):
        store.create(tmp_path / "store", [b"this is no statement\n"] * 2)
    assert not list(tmp_path.iterdir())


held = st.dictionaries(st.sampled_from(GRAPHS), st.sets(st.sampled_from("xyz"), min_size=1))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(held, held)
def test_an_updated_store_holds_what_one_made_anew_holds(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, set[str]], after: dict[str, set[str]]
) -> None:
    folder = tmp_path_factory.mktemp("stores")

    def text(of: dict[str, set[str]], graph: str) -> bytes:
        return b"".join(lines(*(quad(one, graph) for one in of[graph])))

    store.create(folder / "former", [text(before, graph) for graph in sorted(before)], "before")
    changed = [graph for graph in GRAPHS if before.get(graph) != after.get(graph)]
    gone = [graph for graph in changed if graph in before]
    store.update(
        folder / "former", folder / "now", gone, [text(after, one) for one in changed if one in after], "after"
    )
    assert set(store.open_read_only(folder / "now")) == {quad(one, graph) for graph in after for one in after[graph]}
    assert set(store.open_read_only(folder / "former")) == {
        quad(one, graph) for graph in before for one in before[graph]
    }
    assert (store.stamp_of(folder / "former"), store.stamp_of(folder / "now")) == ("before", "after")


def test_an_update_that_fails_leaves_the_former_store(tmp_path: Path) -> None:
    store.create(tmp_path / "former", lines(quad("old")), "stamp")
    with pytest.raises(StoreError, match=r"graph\.nq\.gz"):
        store.update(tmp_path / "former", tmp_path / "now", [EX + "g"], failing())
    assert set(store.open_read_only(tmp_path / "former")) == {quad("old")}
    assert store.stamp_of(tmp_path / "former") == "stamp"
    assert [path.name for path in tmp_path.iterdir()] == ["former"]


def test_an_update_of_a_damaged_store_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    store.create(tmp_path / "former", lines(quad("old")))
    (tmp_path / "former" / "CURRENT").write_text("nothing\n")
    with pytest.raises(StoreError, match="can't be opened"):
        store.update(tmp_path / "former", tmp_path / "now", [], [])
    assert not (tmp_path / "now").exists()


def test_a_reader_keeps_the_store_that_it_opened(tmp_path: Path) -> None:
    store.create(tmp_path / "store", lines(quad("old")))
    reader = store.open_read_only(tmp_path / "store")
    store.update(tmp_path / "store", tmp_path / "fresh", [EX + "g"], lines(quad("new")))
    (tmp_path / "store").rename(tmp_path / "former")
    (tmp_path / "fresh").rename(tmp_path / "store")
    assert set(reader) == {quad("old")}
    assert set(store.open_read_only(tmp_path / "store")) == {quad("new")}


def test_a_store_that_is_not_there_or_damaged_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"absent: there is no store here\. Build the graph again\."):
        store.open_read_only(tmp_path / "absent")
    path = tmp_path / "store"
    store.create(path, lines(quad("x")))
    (path / "CURRENT").write_text("nothing\n")
    with pytest.raises(StoreError, match="can't be opened"):
        store.open_read_only(path)


def test_what_holds_no_stamp_has_none(tmp_path: Path) -> None:
    assert store.stamp_of(tmp_path / "absent") is None
    (tmp_path / "KVGRAPH").write_bytes(b"\xff")
    assert store.stamp_of(tmp_path) is None


def test_a_store_can_not_be_made_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="can't be made"):
        store.create(tmp_path / "file" / "store", lines(quad("x")))
