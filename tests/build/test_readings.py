"""What is kept of a source gives back what went in; a database that can't be used is made anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kvgraph.build import kept
from kvgraph.build.outcome import Built, Noted, SetAside, Stage
from kvgraph.build.readings import FILE, Readings
from kvgraph.build.work import work
from kvgraph.model import Severity
from kvgraph.sources import InMemory
from kvgraph.store import StoreError, unpacked
from kvgraph.validation import Result
from kvgraph.vocabulary import DEFAULT_BASE, KV
from tests.sources.markup.markup_maker import record

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))
METADATA = InMemory("metadata.xml", record())


def built(item: InMemory | Path) -> Built:
    [one] = work(item, DEFAULT_BASE, validate=True)
    assert isinstance(one, Built)
    return one


def after(folder: Path, one: Built) -> tuple[kept.Entry, bytes]:
    """Return what a database gives back of a source when it is opened again."""
    with Readings(folder) as readings:
        readings.begin("a")
        readings.add("a", [one])
        readings.end("a", one.sha256, "code", "registers")
    with Readings(folder) as readings:
        [[entry]] = readings.papers(readings.start(["a"]))
        return entry, readings.member(entry)


@pytest.mark.parametrize("path", EXAMPLES[::4], ids=lambda path: path.stem)
def test_a_paper_comes_back(tmp_path: Path, path: Path) -> None:
    one = built(path)
    entry, member = after(tmp_path, one)
    assert (entry.facts, entry.referred, entry.noted, entry.results, entry.record) == (
        one.facts, one.referred, one.noted, one.results, None,
    )  # fmt: skip
    assert (entry.graph, entry.kind, entry.cases) == (one.graph, one.kind, one.facts.cases)
    assert (entry.sha256, entry.paper) == (one.sha256, one.paper)
    assert unpacked(member).splitlines(keepends=True) == one.segment.lines


def test_metadata_come_back_as_they_were_analysed(tmp_path: Path) -> None:
    one = built(METADATA)
    entry, _ = after(tmp_path, one)
    assert one.record is not None
    assert entry.record == one.record
    assert entry.is_record


def test_results_and_what_was_noted_come_back(tmp_path: Path) -> None:
    from dataclasses import replace

    from pyoxigraph import Literal, NamedNode

    one = built(EXAMPLES[0])
    results = tuple(
        Result(one.graph, NamedNode(one.graph), path, value, "x:c", Severity.WARNING, "x:s", "één «fout»", "a fault")
        for path in (None, KV.page.value)
        for value in (
            None,
            KV.page,
            Literal(""),
            Literal('two\nlines "and" \\ more', language="nl"),
            Literal("01", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
        )
    )
    noted = (Noted(one.paper, "a\ufffd.txt", "header", "code", Severity.INFO, "It says so."),)
    entry, _ = after(tmp_path, replace(one, results=results, noted=noted))
    assert entry.results == results
    assert entry.noted == noted


def test_what_was_set_aside_comes_back_in_its_order(tmp_path: Path) -> None:
    ones = [SetAside(f"{n}.txt", f"in/{n}.txt", Stage.READ, "empty", "It is empty.", "Leave it out.") for n in (2, 1)]
    with Readings(tmp_path) as readings:
        readings.add("a", ones[:1])
        readings.add("a", ones[1:])
        readings.end("a", None, "code", "registers")
    with Readings(tmp_path) as readings:
        build = readings.start(["a", "b"])
        assert list(readings.refused(build)) == ones
        assert list(readings.refused(build, ["b"])) == []
        assert readings.digests("code", "registers") == {}, "without a digest it is read again"


def test_what_is_read_holds_for_its_code_and_registers_alone(tmp_path: Path) -> None:
    with Readings(tmp_path) as readings:
        readings.end("a", "1", "code", "registers")
        assert readings.digests("code", "registers") == {"a": "1"}
        assert readings.digests("other", "registers") == readings.digests("code", "other") == {}
    with Readings(tmp_path, fresh=True) as readings:
        assert readings.digests("code", "registers") == {}


def test_builds_are_known_by_their_name_until_another_takes_their_place(tmp_path: Path) -> None:
    with Readings(tmp_path) as readings:
        readings.finish(readings.start(["a", "b"]), "first")
        second = readings.start(["b", "c"])
        readings.finish(second, "second")
        assert readings.published("first") == frozenset({"a", "b"})
        readings.drop_others(second)
        assert (readings.published("first"), readings.published("second")) == (None, frozenset({"b", "c"}))
        readings.finish(readings.start(["d"]), "second")
        assert readings.published("second") == frozenset({"d"}), "the one that came last"


def other_form(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE address (name TEXT)")
    db.close()


@pytest.mark.parametrize(
    "spoil",
    [other_form, foreign, lambda path: path.write_bytes(b"no database" * 99), lambda path: path.write_bytes(b"")],
    ids=["another form", "foreign", "no database", "empty"],
)
def test_a_database_that_can_not_be_used_is_made_anew(tmp_path: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(tmp_path / FILE)
    with Readings(tmp_path) as readings:
        assert readings.published("first") is None
        readings.finish(readings.start(["a"]), "first")
    with Readings(tmp_path) as readings:
        assert readings.published("first") == frozenset({"a"})


def test_damage_that_is_found_late_is_told_and_the_next_one_begins_anew(tmp_path: Path) -> None:
    one = built(EXAMPLES[0])
    after(tmp_path, one)
    data = bytearray((tmp_path / FILE).read_bytes())
    data[4096:] = b"\x7f" * (len(data) - 4096)
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(StoreError, match=FILE), Readings(tmp_path) as readings:
        list(readings.papers(readings.start(["a"])))
    with Readings(tmp_path) as readings:
        assert not list(readings.papers(readings.start(["a"])))


def test_where_no_database_can_be_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=FILE):
        Readings(tmp_path / "absent")


def test_a_database_of_a_build_that_writes_nothing_goes(tmp_path: Path) -> None:
    with Readings(tmp_path) as readings:
        readings.lasting = False
    assert not list(tmp_path.iterdir())
