"""What the user names, to sources one by one, in an order that no file system decides."""

import io
import os
import sys
from pathlib import Path

import pytest

from kvgraph.sources import InMemory, Item, Unpacked, discover, discovery, name_of


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.txt",
        "README.md",
        ".hidden",
        "deep/c.txt",
        "deep/er/d.pdf",
        "out/graph.ttl",
        ".git/x.txt",
        "__MACOSX/y.pdf",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def names(found: tuple[Item, ...], tree: Path) -> list[str]:
    return [Path(name_of(item)).relative_to(tree).as_posix() for item in found]


def test_a_folder_gives_its_files_sorted(tree: Path) -> None:
    found = discover([str(tree)], leave_out=tree / "out")
    assert names(found, tree) == ["a.txt", "b.txt", "deep/c.txt", "deep/er/d.pdf"]


def test_a_file_is_taken_whatever_its_name(tree: Path) -> None:
    assert names(discover([str(tree / "README.md"), str(tree / ".hidden")]), tree) == ["README.md", ".hidden"]


def test_a_pattern_is_expanded(tree: Path) -> None:
    assert names(discover([str(tree / "*.txt")]), tree) == ["a.txt", "b.txt"]
    assert names(discover([str(tree / "**" / "*.txt")]), tree) == ["a.txt", "b.txt", "deep/c.txt"]


def test_a_name_with_brackets_may_be_a_file(tree: Path) -> None:
    (tree / "a[1].txt").write_text("x")
    assert names(discover([str(tree / "a[1].txt")]), tree) == ["a[1].txt"]


def test_each_source_once_and_what_is_missing_too(tree: Path) -> None:
    found = discover([str(tree / "b.txt"), str(tree / "none.txt"), str(tree / "?.txt")])
    assert names(found, tree) == ["b.txt", "none.txt", "a.txt"]


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Vraag 1")))
    assert discover(["-"]) == (InMemory("stdin", b"Vraag 1"),)


def test_standard_input_without_end_is_read_as_far_as_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "LARGEST", 100)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(1000))))
    assert discover(["-"]) == (InMemory("stdin", bytes(101)),)


def test_names_to_report() -> None:
    assert name_of(Path("in/a.txt")) == "in/a.txt"
    assert (
        name_of(Unpacked(Path("somewhere/000001"), "papers.zip/a\n.txt")) == "papers.zip/a\N{REPLACEMENT CHARACTER}.txt"
    )
    assert name_of(Path(os.fsdecode(b"\xe9.txt"))) == "\N{REPLACEMENT CHARACTER}.txt"
