"""What came of each source, kept between builds in an SQLite database in the output folder.

A build that was ended half-way finds here what it has read, and the next one what has not changed. It is a cache: all
that is published can be made without it. What is kept of a source holds as long as its bytes, the code, the tables and
the base IRI are the same (``stamps``).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

from kvgraph.build import kept
from kvgraph.build.kept import Entry
from kvgraph.build.outcome import Built, SetAside
from kvgraph.store import StoreError, unpacked

FILE = ".readings.sqlite"

_FORM = 1
"""Of the tables below; a database of another form is made anew."""

# The names of columns are ours: nothing of a source comes into the text of a query, here and below.
_TABLES = f"""
    CREATE TABLE source (path TEXT PRIMARY KEY, sha256 TEXT, code TEXT, registers TEXT) WITHOUT ROWID;
    CREATE TABLE outcome (
      number INTEGER PRIMARY KEY, path TEXT, place INTEGER,
      {", ".join(f"{name} {kind}" for name, kind in kept.COLUMNS.items())},
      UNIQUE (path, place)
    );
    CREATE TABLE member (number INTEGER PRIMARY KEY, lines BLOB);
    CREATE TRIGGER forgotten AFTER DELETE ON outcome BEGIN DELETE FROM member WHERE number = OLD.number; END;
    CREATE INDEX by_graph ON outcome ({", ".join(kept.ORDER)}, path, place);
    CREATE TABLE refused (path TEXT, place INTEGER, refusal BLOB, PRIMARY KEY (path, place));
    CREATE TABLE build (number INTEGER PRIMARY KEY, identity TEXT UNIQUE);
    CREATE TABLE part (build INTEGER, path TEXT, PRIMARY KEY (build, path)) WITHOUT ROWID;
    CREATE TABLE registers (stamp TEXT PRIMARY KEY, tables BLOB);
    PRAGMA user_version = {_FORM};
"""  # noqa: S608 (our names alone)


_INSERT = f"INSERT INTO outcome VALUES (NULL, ?, ?{', ?' * len(kept.COLUMNS)})"  # noqa: S608 (our names alone)
_PAPERS = f"""SELECT number, {", ".join(kept.COLUMNS)} FROM outcome CROSS JOIN part
    ON part.build = ? AND part.path = outcome.path ORDER BY {", ".join(kept.ORDER)}"""  # noqa: S608 (our names alone)


class _OtherForm(sqlite3.DatabaseError):
    """A database with other tables, or no tables of ours."""


class Readings:
    """The database; one build at a time has it open. Leaving it raises StoreError when it can't be read or written."""

    def __init__(self, folder: Path, *, fresh: bool = False) -> None:
        """Open the database in an output folder; one that can't be used is made anew. Raises StoreError.

        With ``fresh`` no reading holds; which sources were built is still known.
        """
        self._path = folder / FILE
        self.lasting = True
        self._places: dict[str, int] = {}
        try:
            self._db = self._usable()
            if fresh:
                self._db.execute("UPDATE source SET code = NULL")
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _usable(self) -> sqlite3.Connection:
        try:
            return self._opened()
        except sqlite3.Error as error:
            if not _is_damage(error):  # a full disk is no reason to forget anything
                raise
        self.forget()
        return self._opened()

    def _opened(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, isolation_level=None)
        try:
            # With a log that is written ahead the data survive the end of the process at any moment, and nothing
            # waits for the disk at each step.
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            [form] = db.execute("PRAGMA user_version").fetchone()
            self._is_new = form != _FORM
            if self._is_new:
                if form or db.execute("SELECT 1 FROM sqlite_master").fetchone():
                    raise _OtherForm
                db.executescript(f"BEGIN; {_TABLES} COMMIT;")
            db.execute("BEGIN")
        except BaseException:
            db.close()
            raise
        return db

    def forget(self) -> None:
        """Remove the database."""
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(FILE + ending).unlink(missing_ok=True)

    def __enter__(self) -> Readings:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Keep what was added, and close the database; what is wrong with it becomes a StoreError."""
        try:
            with closing(self._db):
                self._db.execute("COMMIT")
        except sqlite3.Error as failed:
            error = error or failed
        if not self.lasting or (isinstance(error, sqlite3.Error) and _is_damage(error)):
            self.forget()
        if isinstance(error, sqlite3.Error):
            raise self._failed(error) from error

    def keep(self) -> None:
        """Make what was added last."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def _failed(self, error: sqlite3.Error) -> StoreError:
        return StoreError(self._path, f"can't be written ({error})", "What was published is as it was.")

    # --- what is known of sources ------------------------------------------------------------------------------------

    def digests(self, code: str, registers: str) -> Mapping[str, str]:
        """Return the SHA-256 of each source that was read whole with this code and these registers, by its path."""
        query = "SELECT path, sha256 FROM source WHERE code = ? AND registers = ?"
        return dict(self._db.execute(query, (code, registers)))

    def begin(self, path: str) -> None:
        """Forget what came of a source: it is read anew."""
        if self._is_new:
            return  # nothing came of any
        for query in (
            "DELETE FROM source WHERE path = ?",
            "DELETE FROM outcome WHERE path = ?",
            "DELETE FROM refused WHERE path = ?",
        ):
            self._db.execute(query, (path,))

    def add(self, path: str, found: Iterable[Built | SetAside]) -> None:
        """Add what came of a source, or of a file in it."""
        for one in found:
            place = self._places[path] = self._places.get(path, -1) + 1
            if isinstance(one, Built):
                added = self._db.execute(_INSERT, (path, place, *kept.row(one)))
                self._db.execute("INSERT INTO member VALUES (?, ?)", (added.lastrowid, one.segment.data))
            else:
                self._db.execute("INSERT INTO refused VALUES (?, ?, ?)", (path, place, kept.refusal(one)))

    def end(self, path: str, sha256: str | None, code: str, registers: str) -> None:
        """Say that all of a source was read; without a digest it will be read again."""
        self._places.pop(path, None)
        if sha256:
            self._db.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)", (path, sha256, code, registers))

    # --- registers that have changed ---------------------------------------------------------------------------------

    def tables(self, code: str) -> Mapping[str, bytes]:
        """Return the tables of registers with which sources were read by this code, by their stamp."""
        query = "SELECT stamp, tables FROM registers WHERE stamp IN (SELECT registers FROM source WHERE code = ?)"
        return dict(self._db.execute(query, (code,)))

    def keep_tables(self, stamp: str, tables: bytes) -> None:
        """Keep the tables of registers under their stamp, and no others that nothing was read with."""
        self._db.execute("DELETE FROM registers WHERE stamp NOT IN (SELECT DISTINCT registers FROM source)")
        self._db.execute("INSERT OR REPLACE INTO registers VALUES (?, ?)", (stamp, tables))

    def texts(self, code: str, registers: str) -> Iterator[tuple[str, bytes]]:
        """Yield path and lines of each paper that was read with this code and these registers."""
        query = """SELECT path, lines FROM outcome JOIN member USING (number) WHERE path IN
                   (SELECT path FROM source WHERE code = ? AND registers = ?) ORDER BY path, place"""
        for path, member in self._db.execute(query, (code, registers)):
            yield path, unpacked(member)

    def hold_for(self, paths: Sequence[str], code: str, registers: str) -> None:
        """Say that what came of these sources is the same with these registers."""
        query = "UPDATE source SET registers = ? WHERE path = ? AND code = ?"
        self._db.executemany(query, ((registers, path, code) for path in paths))

    # --- builds ------------------------------------------------------------------------------------------------------

    def published(self, identity: str) -> frozenset[str] | None:
        """Return the paths of the sources of the build of this name, or None when it is not known."""
        found = self._db.execute("SELECT number FROM build WHERE identity = ?", (identity,)).fetchone()
        if found is None:
            return None
        return frozenset(path for (path,) in self._db.execute("SELECT path FROM part WHERE build = ?", found))

    def start(self, paths: Iterable[str]) -> int:
        """Return the number of a new build of these sources, which has no name yet."""
        [last] = self._db.execute("SELECT COALESCE(MAX(number), 0) FROM build").fetchone()
        self._db.execute("INSERT INTO build VALUES (?, NULL)", (last + 1,))
        self._db.executemany("INSERT OR IGNORE INTO part VALUES (?, ?)", ((last + 1, path) for path in paths))
        return int(last) + 1

    def finish(self, build: int, identity: str) -> None:
        """Say what the name of a build is, on disk, before it is published."""
        self.keep()
        self._db.execute("COMMIT")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("BEGIN")
        self._db.execute("UPDATE OR REPLACE build SET identity = ? WHERE number = ?", (identity, build))
        self.keep()

    def drop_others(self, build: int) -> None:
        """Forget all builds but this one, and the sources that are not in it."""
        self._db.execute("DELETE FROM build WHERE number != ?", (build,))
        self._db.execute("DELETE FROM part WHERE build != ?", (build,))
        for query in (
            "DELETE FROM source WHERE path NOT IN (SELECT path FROM part)",
            "DELETE FROM outcome WHERE path NOT IN (SELECT path FROM part)",
            "DELETE FROM refused WHERE path NOT IN (SELECT path FROM part)",
        ):
            self._db.execute(query)

    def papers(self, build: int) -> Iterator[tuple[Entry, ...]]:
        """Yield the sources of each paper of a build, the best first, sorted by graph; without their lines."""
        rows = self._db.cursor().execute(_PAPERS, (build,))
        for _, entries in groupby((Entry(*row) for row in rows), key=lambda entry: entry.graph):
            yield tuple(entries)

    def give_papers(self, build: int, paths: Collection[str]) -> bool:
        """Tell whether any of these sources of a build gave a paper."""
        query = "SELECT DISTINCT path FROM outcome JOIN part USING (path) WHERE build = ?"
        return any(path in paths for (path,) in self._db.execute(query, (build,)))

    def refused(self, build: int, paths: Collection[str] | None = None) -> Iterator[SetAside]:
        """Yield what was set aside of the sources of a build, or of those of them with these paths."""
        query = "SELECT path, refusal FROM refused JOIN part USING (path) WHERE build = ? ORDER BY path, place"
        for path, refusal in self._db.execute(query, (build,)):
            if paths is None or path in paths:
                yield kept.set_aside(refusal)

    def member(self, entry: Entry) -> bytes:
        """Return the packed lines of a source."""
        [member] = self._db.execute("SELECT lines FROM member WHERE number = ?", (entry.number,)).fetchone()
        return bytes(member)


def _is_damage(error: sqlite3.Error) -> bool:
    """Tell whether a database can't be used, now or later; any other error is one of the disk."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return isinstance(error, _OtherForm) or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
