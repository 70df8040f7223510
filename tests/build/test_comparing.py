"""What is different between two graphs: nothing where they are equal, and else each thing that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad

from kvgraph import store
from kvgraph.build import ManifestError, build
from kvgraph.build.comparing import What, compare
from kvgraph.build.opening import read_graph
from kvgraph.store import StoreError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAPERS = sorted(EXAMPLES.glob("*.txt"))[3:6]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("old")
    build(map(str, PAPERS), output, jobs=1, validate=False, parts=frozenset())
    return output


def test_a_graph_is_equal_to_itself_in_any_form(old: Path, tmp_path: Path) -> None:
    plain = tmp_path / "graph.nq"
    store.write_nquads(plain, reversed(list(read_graph(old))))
    assert not list(compare(old, old))
    assert not list(compare(old, plain))
    assert not list(compare(plain, old))


def test_papers_come_go_and_change(old: Path, tmp_path: Path) -> None:
    changed = tmp_path / PAPERS[0].name
    changed.write_text(PAPERS[0].read_text("utf-8").replace("Kamer", "Camer"), "utf-8")
    other = EXAMPLES / "16-labels.txt"
    build(map(str, (changed, PAPERS[1], other)), tmp_path / "new", jobs=1, validate=False, parts=frozenset())
    found = list(compare(old, tmp_path / "new"))
    assert [one.graph for one in found] == sorted(one.graph for one in found)
    papers = [one for one in found if one.is_paper]
    assert sorted(one.what for one in papers) == [What.ADDED, What.CHANGED, What.REMOVED]
    assert any(one.title for one in papers)
    [of_changed] = (one for one in papers if one.what is What.CHANGED)
    assert of_changed.kinds["passages"][What.CHANGED]
    registers = [one for one in found if not one.is_paper]
    assert all(one.entries and not one.kinds for one in registers)


def test_the_lines_of_a_difference_make_one_graph_of_the_other(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.nq"
    store.write_nquads(new, list(read_graph(old))[7:-7])
    lines = set(store.lines(read_graph(old)))
    for one in compare(old, new):
        assert lines.issuperset(one.lost)
        lines = (lines - {*one.lost}) | {*one.gained}
    assert sorted(lines) == list(store.lines(read_graph(new)))


def test_the_entries_of_a_register_are_named(small: tuple[Quad, ...], tmp_path: Path) -> None:
    old, new = tmp_path / "old.nq", tmp_path / "new.nq"
    store.write_nquads(old, small)
    store.write_nquads(new, [quad for quad in small if "institution/osce>" not in str(quad.subject)])
    entries = [(entry.iri, entry.name, entry.what) for one in compare(old, new) for entry in one.entries]
    [(iri, name, what)] = entries
    assert iri.endswith("institution/osce")
    assert name
    assert what is What.REMOVED


def test_what_is_no_graph_is_told(old: Path, tmp_path: Path) -> None:
    with pytest.raises(ManifestError):
        list(compare(old, tmp_path))
    (tmp_path / "bad.nq").write_text("<a> .", "utf-8")
    with pytest.raises(StoreError):
        list(compare(old, tmp_path / "bad.nq"))
