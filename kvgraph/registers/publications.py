"""Which parliamentary publications exist: an exact index of their ids, read family by family when it is asked.

A family is what stands before the first hyphen (``kst``, ``ah``, ``kv``, ``h``, ...). Its table holds one line for each
series, sorted: the beginning that the ids share, a tab, and how they end, ``1-2295,2297,A`` (a range keeps the zeros
with which its numbers begin). The index was made in February 2025: of what came later it can't speak.
"""

from __future__ import annotations

import lzma
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

_CITED_AFTER_PUBLICATION = frozenset(("kst", "ah"))
_SESSION = re.compile(r"-([0-9]{8})-|-([0-9]{4})[DZ]\Z")
_CASE = re.compile(r"[0-9]{4}Z[0-9]{5}\Z")
_DOCUMENT = re.compile(r"[0-9]{4}D[0-9]{5}\Z")
_BY_PAGE = re.compile(r"h-(?:tk|ek|vv)-(?:19|200)")  # Handelingen whose ids say pages, which no citation prints so
_SITTING = re.compile(r"h-(?:tk|ek|vv)-[0-9]{8}-[0-9]+\Z")
_DOSSIER = re.compile(r"kst-([0-9]{4,5})-")
_COMPLETE_UNTIL = date(2025, 1, 1)  # a month before the index was made: papers are published with some delay
_IN_SESSION = re.compile(r"kst-([0-9]{8})-([^\t]+)")


@dataclass(frozen=True, slots=True)
class _Series:
    """How the ids of one series end: ranges of numbers with the width of those that begin with zeros, and the rest.

    No number has more digits than ``longest``.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    widths: tuple[int, ...]
    others: frozenset[str]
    longest: int

    def holds(self, end: str) -> bool:
        """Tell whether an id of this series ends so."""
        if not end.isdecimal():
            return end in self.others
        if len(end) > self.longest:  # cheaper, and so most slips are
            return False
        number = int(end)
        at = bisect_right(self.starts, number) - 1
        while at >= 0 and self.ends[at] >= number:
            if len(end) == (self.widths[at] or len(str(number))):
                return True
            at -= 1
        return False


class Publications:
    """The index of publications in a folder; a family is read on the first question about it."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.name.split(".")[0]: path for path in sorted(folder.glob("*.txt.xz"))}
        self._families: dict[str, dict[str, str]] = {}
        self._neighbours: dict[str, tuple[tuple[str, _Series], ...]] = {}
        self._last_sessions: dict[str, str] = {}

    def knows(self, identifier: str) -> bool:
        """Tell whether a publication with this id exists.

        Of a case (``2024Z18653``) and a document (``2024D28457``) that its question or letter is published, of a whole
        sitting (``h-tk-20192020-45``) that one of its items is.
        """
        if _CASE.match(identifier):
            return self.knows(f"kv-tk-{identifier}") or self.knows(f"kv-{identifier}")
        if _DOCUMENT.match(identifier):
            return self.knows(f"nds-tk-{identifier}")
        if _SITTING.match(identifier):
            return self._series(f"{identifier}-") is not None
        return self._holds(*_split(identifier))

    def spelling(self, identifier: str) -> str | None:
        """Return the id that is known, in the spelling of the index, or None.

        Before 2010 the ids of the Eerste Kamer began with the session (``kst-21109-E`` is ``kst-20082009-21109-E``).
        """
        if self.knows(identifier):
            return identifier
        if identifier.startswith("kst-"):
            for session in self._in_sessions.get(_split(identifier)[0][4:], ()):
                if self.knows(longer := f"kst-{session}-{identifier[4:]}"):
                    return longer
        return None

    def covers(self, identifier: str, cited: date | None = None) -> bool:
        """Tell whether the index would know this id if it existed; for a bare family, whether that is indexed.

        No for another family, and for what may have come after the index was made: a number above the highest in a
        dossier or in the last session, a dossier above the last. Unless it is a Kamerstuk or Aanhangsel that was
        ``cited`` on a day before that: then it would have existed, and have been indexed.
        """
        if _CASE.match(identifier):
            return self.covers(f"kv-tk-{identifier}")
        if _DOCUMENT.match(identifier):
            return False  # of these only a part is published
        if _BY_PAGE.match(identifier):
            return False
        if identifier in self._files:
            return True
        family = identifier.split("-")[0]
        if family not in self._files:
            return False
        if cited and cited < _COMPLETE_UNTIL and family in _CITED_AFTER_PUBLICATION:
            return True
        stem, end = _split(identifier)
        series = self._series(stem)
        if series and end.isdecimal() and series.ends and int(end) <= max(series.ends):
            return True
        if session := _SESSION.search(stem):
            return session[0] < self._last_session(stem[: session.start()])
        dossier = _DOSSIER.match(identifier)
        return series is None and dossier is not None and int(dossier[1]) <= self._last_dossier

    def nearest(self, identifier: str, count: int = 5) -> tuple[str, ...]:
        """Return at most ``count`` known ids that one slip of the keyboard makes of this one, the likeliest first.

        A slip is a digit left out, doubled, wrong or swapped with its neighbour. Those in the same dossier or session
        come first, in it those with the nearest number.
        """
        stem, end = _split(identifier)
        number = int(end) if end.isdecimal() else 0

        def far(candidate: str) -> tuple[bool, int, str]:
            other, other_end = _split(candidate)
            return other != stem, abs(int(other_end) - number) if other_end.isdecimal() else 0, candidate

        if any(pattern.match(identifier) for pattern in (_CASE, _DOCUMENT, _SITTING)):
            found = {slip for slip in _slips(identifier) if self.knows(slip)}
        else:  # cheaper than to ask about each slip: most would begin a series that there is not
            found = {beside + end for beside, series in self._beside(stem) if series.holds(end)}
            if series := self._series(stem):
                found.update(stem + slip for slip in _slips(end) if series.holds(slip))
        return tuple(sorted(found - {identifier}, key=far)[:count])

    def _beside(self, stem: str) -> tuple[tuple[str, _Series], ...]:
        """Return the series whose beginning is one slip away from this one: papers cite few series again and again."""
        if stem not in self._neighbours:
            family = self._family(stem.partition("-")[0])
            self._neighbours[stem] = tuple((slip, _read(family[slip])) for slip in _slips(stem) if slip in family)
        return self._neighbours[stem]

    def _holds(self, stem: str, end: str) -> bool:
        series = self._series(stem)
        return series is not None and series.holds(end)

    def _family(self, family: str) -> dict[str, str]:
        """Return the series of a family, sorted: how their ids begin, and how they end."""
        if family not in self._families:
            path = self._files.get(family)
            lines = lzma.decompress(path.read_bytes()).decode().split("\n") if path else []
            self._families[family] = {stem: ends for stem, _, ends in (line.partition("\t") for line in lines)}
        return self._families[family]

    def _series(self, stem: str) -> _Series | None:
        ends = self._family(stem.partition("-")[0]).get(stem)
        return None if ends is None else _read(ends)

    def _last_session(self, beginning: str) -> str:
        """Return the last session or year of the series that begin so, as it stands in the stem; empty when none."""
        if beginning not in self._last_sessions:
            stems = (stem for stem in self._family(beginning.partition("-")[0]) if stem.startswith(beginning))
            sessions = (_SESSION.match(stem, len(beginning)) for stem in stems)
            self._last_sessions[beginning] = max((session[0] for session in sessions if session), default="")
        return self._last_sessions[beginning]

    @cached_property
    def _in_sessions(self) -> dict[str, list[str]]:
        """The sessions in which a series has papers whose ids begin with one, by how the series is called in it."""
        found: dict[str, list[str]] = {}
        for match in filter(None, map(_IN_SESSION.match, self._family("kst"))):
            found.setdefault(match[2], []).append(match[1])
        return found

    @cached_property
    def _last_dossier(self) -> int:
        dossiers = (_DOSSIER.match(line) for line in self._family("kst"))
        return max((int(dossier[1]) for dossier in dossiers if dossier), default=0)


def _split(identifier: str) -> tuple[str, str]:
    """Return the beginning that an id shares with its series, and its own end: its last digits, or its last part."""
    place = len(identifier.rstrip("0123456789"))
    if place == len(identifier):
        place = identifier.rfind("-") + 1
    return identifier[:place], identifier[place:]


@lru_cache(maxsize=4096)
def _read(printed: str) -> _Series:
    ranges: list[tuple[int, int, int]] = []
    others: list[str] = []
    for item in printed.split(","):
        first, _, last = item.partition("-")
        if first.isdecimal():
            width = len(first) if first.startswith("0") and len(first) > 1 else 0
            ranges.append((int(first), int(last or first), width))
        elif item:
            others.append(item)
    ranges.sort()
    starts, ends, widths = zip(*ranges, strict=True) if ranges else ((), (), ())
    longest = max(len(str(max(ends))), *widths) if ends else 0
    return _Series(starts, ends, widths, frozenset(others), longest)


@lru_cache(maxsize=16384)
def _slips(identifier: str) -> tuple[str, ...]:
    """Return what one slip in the digits makes of an id, or of a part of it."""
    return tuple(dict.fromkeys(_typed(identifier)))


def _typed(identifier: str) -> Iterator[str]:
    for place, char in enumerate(identifier):
        if not char.isdecimal():
            continue
        before, after = identifier[:place], identifier[place + 1 :]
        yield before + after
        if after[:1].isdecimal():
            yield before + after[0] + char + after[1:]
        first = not before[-1:].isdecimal()
        for digit in "0123456789":
            yield before + digit + after
            yield before + char + digit + after
            if first:
                yield before + digit + char + after
