"""Building again: only what has changed is read, and what comes out is what a first build of everything gives."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Generator, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kvgraph.build import ForgottenError, SetAside, Stage, Summary, build, describing, pool, readings, stamps
from kvgraph.iris import Minter
from kvgraph.sources import Item
from kvgraph.vocabulary import DEFAULT_BASE
from tests.build.faults import published
from tests.build.test_kills import write_papers

run = partial(build, jobs=1, validate=False, parts=frozenset())


class Told:
    """What a build said of its progress."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int, int]] = []

    def __call__(self, *step: Any) -> None:
        self.steps.append(step)

    @property
    def read(self) -> int:
        """The number of sources that were read."""
        return max(total for what, _, total in self.steps if what == "reading")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with four papers in ``in`` that were built to ``out``."""
    write_papers(tmp_path / "in", range(4))
    assert again(tmp_path) == 4
    return tmp_path


def again(home: Path, *names: str, out: str = "out", **settings: Any) -> int:
    """Build the sources into the output folder; return how many were read."""
    told = Told()
    summary: Summary = run(names or [str(home / "in")], home / out, progress=told, **settings)
    assert summary.written
    return told.read


def check_like_a_first_build(home: Path, *names: str, **settings: Any) -> None:
    again(home, *names, out="anew", **settings)
    assert published(home / "out") == published(home / "anew")
    shutil.rmtree(home / "anew")


def test_what_has_not_changed_is_not_read_and_the_bytes_are_the_same(home: Path) -> None:
    before = published(home / "out")
    assert again(home) == 0
    assert published(home / "out") == before


def test_a_touched_file_is_not_read_and_a_changed_one_is(home: Path) -> None:
    (home / "in" / "0.txt").touch()
    assert again(home) == 0
    write_papers(home / "in", range(2, 3), "Weet")
    assert again(home) == 1
    check_like_a_first_build(home)


def test_a_new_file_is_read_alone_and_joins_the_others(home: Path) -> None:
    write_papers(home / "in", range(4, 6))
    assert again(home, str(home / "in" / "4.txt"), str(home / "in" / "5.txt")) == 2
    check_like_a_first_build(home)


def test_what_is_gone_stays_until_it_is_pruned(home: Path) -> None:
    before = published(home / "out")
    (home / "in" / "1.txt").unlink()
    assert again(home) == 0
    assert published(home / "out") == before
    assert again(home, prune=True) == 0
    check_like_a_first_build(home)


def test_what_was_pruned_is_read_again_when_it_comes_back(home: Path) -> None:
    before = published(home / "out")
    again(home, str(home / "in" / "1.txt"), prune=True)
    assert again(home) == 3
    assert published(home / "out") == before


def test_two_folders_one_after_the_other_are_both_at_once(home: Path) -> None:
    write_papers(home / "other", range(3, 7), "Weet")  # one paper is in both, with other words
    assert again(home, str(home / "other")) == 4
    check_like_a_first_build(home, str(home / "in"), str(home / "other"))


def test_a_moved_folder_is_read_and_gives_the_same_with_prune(home: Path) -> None:
    before = published(home / "out")
    (home / "in").rename(home / "moved")
    again(home, str(home / "moved"), prune=True)
    assert published(home / "out") == before


def test_an_archive_is_read_when_it_changed(tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", range(4))

    def pack(names: Iterable[str]) -> None:
        (tmp_path / "in").mkdir(exist_ok=True)
        with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
            for name in names:
                archive.write(tmp_path / "papers" / name, name)

    pack(["0.txt", "1.txt", "2.txt"])
    assert again(tmp_path) == 4
    assert again(tmp_path) == 0
    pack(["1.txt", "3.txt"])
    assert again(tmp_path) == 3
    check_like_a_first_build(tmp_path)


def test_a_source_that_was_set_aside_is_named_again_and_not_read_again(home: Path) -> None:
    (home / "in" / "recipe.txt").write_text("Klop de eieren los.")
    before = run([str(home / "in")], home / "out")
    told = Told()
    after = run([str(home / "in")], home / "out", progress=told)
    assert (after.set_aside, told.read) == (before.set_aside, 0)
    assert [one.file_name for one in after.set_aside] == ["recipe.txt"]
    # It is not named now, but what the manifest says of the build is still true.
    manifest = (home / "out" / "manifest.json").read_bytes()
    assert run([str(home / "in" / "0.txt")], home / "out").set_aside == ()
    assert (home / "out" / "manifest.json").read_bytes() == manifest
    write_papers(home / "in", range(4, 5))
    (home / "in" / "4.txt").rename(home / "in" / "recipe.txt")
    assert again(home) == 1
    check_like_a_first_build(home)


def test_a_source_that_took_too_long_is_tried_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = pool._Workers.answers

    def hurried(workers: pool._Workers[Any], jobs: int) -> Generator[tuple[Item, SetAside]]:
        for item, _ in answers(workers, jobs):
            yield item, SetAside("4.txt", str(item), Stage.ANALYSE, "too-slow", "it took more than 1 seconds.")

    write_papers(home / "in", range(4, 5))
    with monkeypatch.context() as patch:
        patch.setattr(pool._Workers, "answers", hurried)
        summary = run([str(home / "in")], home / "out")
    assert [one.code for one in summary.set_aside] == ["too-slow"]
    assert again(home) == 1
    check_like_a_first_build(home)


def test_other_code_another_base_or_shapes_read_everything(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = published(home / "out")
    assert again(home, validate=True) == 4
    assert again(home) == 4
    assert published(home / "out") == before
    assert again(home, base_iri="https://example.org/kamer/") == 4
    assert again(home) == 4
    assert published(home / "out") == before
    monkeypatch.setattr(stamps, "code", lambda _: "other code")
    # A kept source that is not named is read again as well.
    assert again(home, str(home / "in" / "0.txt")) == 4
    assert published(home / "out") == before


def test_fresh_reads_everything(home: Path) -> None:
    before = published(home / "out")
    assert again(home, fresh=True) == 4
    assert published(home / "out") == before


def test_what_is_no_longer_known_is_told_and_nothing_is_changed(home: Path) -> None:
    before = published(home / "out")
    for damage in (b"", b"this is no database " * 300):
        (home / "out" / readings.FILE).write_bytes(damage)
        with pytest.raises(ForgottenError, match="--prune"):
            again(home)
        assert published(home / "out") == before
    assert again(home, prune=True) == 4
    assert published(home / "out") == before


def test_the_store_after_an_update_holds_the_graph(home: Path) -> None:
    again(home, parts=None)
    write_papers(home / "in", range(4, 30))
    again(home, parts=None)
    write_papers(home / "in", range(5, 7), "Weet")
    (home / "in" / "8.txt").unlink()
    assert again(home, parts=None, prune=True) == 2
    check_like_a_first_build(home, parts=None)


def test_figures_of_quality_do_not_lose_the_readings(home: Path) -> None:
    before = published(home / "out")
    describing.add_quality(home / "out", [], Minter(DEFAULT_BASE))
    assert again(home) == 0
    assert published(home / "out") == before


def test_a_build_that_writes_nothing_keeps_what_was_published_apart(home: Path) -> None:
    before = published(home / "out")
    write_papers(home / "in", range(1, 2), "Weet")
    (home / "in" / "recipe.txt").write_text("Klop de eieren los.")
    assert not run([str(home / "in")], home / "out", strict=True).written
    assert published(home / "out") == before
    (home / "in" / "recipe.txt").unlink()
    again(home)
    check_like_a_first_build(home)
