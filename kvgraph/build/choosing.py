"""The papers of a build, chosen from what its sources gave.

Several sources may give one paper: a copy, the same paper in another form, its metadata. The most official form that
holds its text is stated, all are kept in its provenance, and what they say against it is noted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from kvgraph.build.kept import Entry
from kvgraph.build.merging import Facts, differences, lacking
from kvgraph.build.outcome import Noted
from kvgraph.build.provenance import content_of, is_page, provenance
from kvgraph.build.readings import Readings
from kvgraph.build.threads import Threads, asked
from kvgraph.iris import Minter
from kvgraph.model import Analysis, PaperKind, Severity
from kvgraph.statements import Referred, state, state_cases
from kvgraph.store import Segment, unpacked


@dataclass(frozen=True, slots=True)
class Chosen:
    """One paper of the graph: the entries that state it, the first with its lines in full.

    ``cases`` are those of its thread that none of them prints.
    """

    entries: tuple[Entry, ...]
    cases: tuple[str, ...] = ()

    @property
    def graph(self) -> str:
        """The IRI of its graph."""
        return self.entries[0].graph

    @property
    def kind(self) -> PaperKind:
        """What the paper is."""
        return self.entries[0].kind

    @property
    def is_merged(self) -> bool:
        """Whether several sources state it: then no worker has seen it whole."""
        return len(self.entries) > 1

    @property
    def header(self) -> bytes | None:
        """What all its sources say of the questions, as a digest."""
        return asked(self._facts()) if self.is_merged else self.entries[0].asked

    @property
    def printed_cases(self) -> tuple[str, ...]:
        """The cases that its sources print."""
        return self._facts().cases if self.is_merged else self.entries[0].cases

    def _facts(self) -> Facts:
        return reduce(Facts.with_those_of, self.added(), self.entries[0].facts)

    def added(self) -> Iterator[Analysis]:
        """Yield of the entries that give nothing but metadata what those before them do not say."""
        records = [record for entry in self.entries[1:] if (record := entry.record)]
        facts = self.entries[0].facts
        for record in records:
            lacked = lacking(record, facts)
            yield lacked
            facts = facts.with_those_of(lacked)

    @property
    def referred(self) -> Referred:
        """What in the registers all its sources refer to."""
        return reduce(or_, (entry.referred for entry in self.entries))

    def noted(self) -> Iterator[Noted]:
        """Yield what was noticed in the source that is used, and what the others say against it."""
        first = self.entries[0]
        yield from first.noted
        for entry in self.entries[1:]:
            if record := entry.record:
                for code, severity, message in differences(Facts.of(record), first.facts):
                    told = f"{entry.file_name}: {message}"
                    yield Noted(first.paper, entry.file_name, "", code, severity, told)
            elif entry.content != first.content:
                message = f"{entry.file_name} and {first.file_name} are the same paper but differ; the latter is used."
                yield Noted(first.paper, entry.file_name, "", "same-paper", Severity.WARNING, message)


class Papers:
    """The papers of a build, sorted by graph; each walk over them reads them anew, so that nothing holds them all.

    Of all papers together are known: how many there are of each kind, what in the registers they refer to, what was
    noted, and file name, SHA-256 and paper of each source.
    """

    def __init__(self, readings: Readings, build: int, minter: Minter) -> None:
        self._readings, self._build, self._minter = readings, build, minter
        self._threads = Threads()
        self.kinds: Counter[PaperKind] = Counter()
        self.referred = Referred()
        self.noted: list[Noted] = []
        self.sources: list[tuple[str, str, str]] = []
        for chosen in self._distinct():
            self._survey(chosen)

    def _survey(self, chosen: Chosen) -> None:
        self._threads.show(chosen.header, chosen.printed_cases)
        self.kinds[chosen.kind] += 1
        referred = chosen.referred
        # Most papers refer to what others refer to.
        if not referred <= self.referred:
            self.referred |= referred
        self.noted += chosen.noted()
        self.sources += [(entry.file_name, entry.sha256, entry.paper) for entry in chosen.entries]

    def __iter__(self) -> Iterator[Chosen]:
        for chosen in self._distinct():
            cases = self._threads.lent(chosen.header, chosen.printed_cases)
            yield Chosen(chosen.entries, cases) if cases else chosen

    def _distinct(self) -> Iterator[Chosen]:
        return map(self._without_copies, self._readings.papers(self._build))

    def _without_copies(self, entries: tuple[Entry, ...]) -> Chosen:
        """Return the entries without copies of one file: those are one source, by the name that comes first."""
        if len(entries) == 1:
            return Chosen(entries)
        first: dict[tuple[str, bytes], Entry] = {}
        for entry in entries:
            content = content_of(sorted(self._read(entry)), self._minter, entry.sha256)
            first.setdefault((entry.sha256, content), replace(entry, content=content))
        return Chosen(tuple(first.values()))

    def segment(self, chosen: Chosen) -> Segment:
        """Return the lines of a paper, packed."""
        first = chosen.entries[0]
        if chosen.is_merged or chosen.cases:
            return Segment.of(first.graph, self._lines(chosen))
        return Segment(first.graph, first.statements, first.lines, self._readings.member(first))

    def _lines(self, chosen: Chosen) -> list[bytes]:
        first, *others = chosen.entries
        lines = self._read(first)
        for other in others:
            lines |= provenance(self._read(other), self._minter, other.sha256)
        for lacked in chosen.added():
            lines |= set(state(lacked, self._minter))
        lines |= set(state_cases(first.paper, chosen.cases, self._minter))
        if not any(map(is_page, lines)):
            lines |= self._pages(chosen)
        return sorted(lines)

    def _pages(self, chosen: Chosen) -> set[bytes]:
        """Return the pages that another source with the same text knows."""
        for entry in chosen.entries[1:]:
            if entry.content == chosen.entries[0].content:
                pages = set(filter(is_page, self._read(entry)))
                if pages:
                    return pages
        return set()

    def _read(self, entry: Entry) -> set[bytes]:
        return set(unpacked(self._readings.member(entry)).splitlines(keepends=True))
