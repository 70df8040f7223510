"""The quads of papers on their way to the outputs, kept in a file and read paper by paper.

Several sources may give one paper: a copy, the same paper in another form, its metadata. The most official form that
holds its text is stated, all are kept in its provenance, and what they say against it is noted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from hashlib import sha256
from operator import or_
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, parse

from kvgraph.build.merging import Facts, differences, lacking
from kvgraph.build.outcome import Built, Noted
from kvgraph.build.threads import lent_cases
from kvgraph.iris import Minter
from kvgraph.model import Analysis, Severity
from kvgraph.sources import forms
from kvgraph.statements import Referred, state, state_cases
from kvgraph.vocabulary import KV

_OFFICIAL_FIRST = tuple(
    form.media_type
    for form in (forms.OFFICIAL_XML, forms.HTML, forms.PDF, forms.ODT, forms.DOCX, forms.DOC, forms.TEXT, forms.JSON)
)
_PAGE = f"<{KV.page.value}>".encode()


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the quads of one source stand in the file, and all else that is known of it."""

    built: Built  # without its lines
    begin: int
    length: int
    count: int
    content: bytes

    @property
    def preference(self) -> tuple[bool, int, int, str, str]:
        """The order of sources of one paper: text before metadata, by form, by how much they say, by what stays."""
        form = _OFFICIAL_FIRST.index(self.built.media_type)
        return self.built.record is not None, form, -self.count, self.built.sha256, self.built.file_name


@dataclass(frozen=True, slots=True)
class Chosen:
    """One paper of the graph: the entries that state it, the first with its quads in full.

    ``cases`` are those of its thread that none of them prints.
    """

    entries: tuple[Entry, ...]
    cases: tuple[str, ...] = ()

    @property
    def built(self) -> Built:
        """What is known of the paper, but for its quads."""
        return self.entries[0].built

    @property
    def is_merged(self) -> bool:
        """Whether several sources state it."""
        return len(self.entries) > 1

    @property
    def facts(self) -> Facts:
        """What all its sources say of the paper."""
        return reduce(Facts.with_those_of, self.added(), self.built.facts)

    def added(self) -> Iterator[Analysis]:
        """Yield of the entries that give nothing but metadata what those before them do not say."""
        facts = self.built.facts
        for entry in self.entries[1:]:
            if entry.built.record:
                lacked = lacking(entry.built.record, facts)
                yield lacked
                facts = facts.with_those_of(lacked)

    @property
    def referred(self) -> Referred:
        """What in the registers all its sources refer to."""
        return reduce(or_, (entry.built.referred for entry in self.entries))

    def others(self) -> Iterator[Noted]:
        """Yield what the other sources say against the first."""
        kept = self.built
        for entry in self.entries[1:]:
            built = entry.built
            if built.record:
                for code, severity, message in differences(built.facts, kept.facts):
                    told = f"{built.file_name}: {message}"
                    yield Noted(kept.paper, built.file_name, "", code, severity, told)
            elif entry.content != self.entries[0].content:
                message = f"{built.file_name} and {kept.file_name} are the same paper but differ; the latter is used."
                yield Noted(kept.paper, built.file_name, "", "same-paper", Severity.WARNING, message)


class Spool:
    """The file; made by one process, read by that one."""

    def __init__(self, path: Path, minter: Minter) -> None:
        self._stream: IO[bytes] = path.open("w+b")
        self._minter = minter
        self._entries: list[Entry] = []

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def add(self, built: Built) -> None:
        """Write the quads of a paper; raises OSError."""
        data = b"".join(built.lines)
        content = (line for line in built.lines if line not in built.provenance and not _is_page(line))
        begin = self._stream.seek(0, 2)
        self._stream.write(data)
        digest = sha256(b"".join(content)).digest()
        self._entries.append(Entry(replace(built, lines=()), begin, len(data), len(built.lines), digest))

    def choose(self) -> tuple[tuple[Chosen, ...], tuple[Noted, ...]]:
        """Return the papers, sorted by graph, and what the sources that are not used say against them."""
        papers: dict[str, list[Entry]] = {}
        for entry in sorted(self._entries, key=lambda entry: entry.preference):
            papers.setdefault(entry.built.graph, []).append(entry)
        distinct = [_distinct(entries) for _, entries in sorted(papers.items())]
        lent = lent_cases(one.facts for one in distinct)
        chosen = tuple(replace(one, cases=cases) for one, cases in zip(distinct, lent, strict=True))
        return chosen, tuple(noted for one in chosen for noted in one.others())

    def lines(self, chosen: Chosen) -> list[bytes]:
        """Return the quads of a paper as canonical N-Quads, sorted."""
        first, *others = chosen.entries
        lines = set(self._read(first))
        for other in others:
            lines |= other.built.provenance
        for lacked in chosen.added():
            lines |= set(state(lacked, self._minter))
        lines |= set(state_cases(first.built.paper, chosen.cases, self._minter))
        if not any(map(_is_page, lines)):
            lines |= self._pages(chosen)
        return sorted(lines)

    def quads(self, papers: Iterable[Chosen]) -> Iterator[Quad]:
        """Yield the quads of these papers."""
        for chosen in papers:
            yield from read_lines(self.lines(chosen))

    def _pages(self, chosen: Chosen) -> set[bytes]:
        """Return the pages that another source with the same text knows."""
        for entry in chosen.entries[1:]:
            if entry.content == chosen.entries[0].content:
                pages = set(filter(_is_page, self._read(entry)))
                if pages:
                    return pages
        return set()

    def _read(self, entry: Entry) -> list[bytes]:
        self._stream.seek(entry.begin)
        return [line + b"\n" for line in self._stream.read(entry.length).split(b"\n")[:-1]]


def read_lines(lines: Iterable[bytes]) -> Iterator[Quad]:
    """Yield the quads of lines of N-Quads."""
    return cast(Iterator[Quad], parse(b"".join(lines), RdfFormat.N_QUADS))


def _is_page(line: bytes) -> bool:
    return line.split(b" ", 2)[1] == _PAGE


def _distinct(entries: list[Entry]) -> Chosen:
    """Return the entries without copies of one file: those are one source, by the name that comes first."""
    first: dict[tuple[str, bytes], Entry] = {}
    for entry in entries:
        first.setdefault((entry.built.sha256, entry.content), entry)
    return Chosen(tuple(first.values()))
