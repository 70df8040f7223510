"""Reading the sources and our own facts, writing the tables, and what a reader should know of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, str]

OWN = Path(__file__).resolve().parent.parent / "own"
SINCE = "1994-01-01"  # what ended before is left out: papers are published electronically since 1995


@dataclass(slots=True)
class Report:
    """What disagrees between the sources and what was decided: topic and line."""

    lines: list[tuple[str, str]] = field(default_factory=list)

    def say(self, topic: str, line: str) -> None:
        """Note a line under a topic."""
        if (topic, line) not in self.lines:
            self.lines.append((topic, line))

    def text(self) -> str:
        """Return the lines by topic, in the order in which the topics came up."""
        topics = dict.fromkeys(topic for topic, _ in self.lines)
        return "\n".join(
            f"{topic}\n" + "".join(f"  {line}\n" for other, line in self.lines if other == topic) for topic in topics
        )


def table(path: Path) -> list[Row]:
    """Return the rows of a CSV file, or of a TSV file, with white space around each cell taken away."""
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle, delimiter="\t" if path.suffix == ".tsv" else ",")
        return [{key: (cell or "").strip() for key, cell in row.items()} for row in reader]


def own(name: str) -> list[Row]:
    """Return the rows of one of our own tables of facts."""
    return table(OWN / f"{name}.csv")


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV in UTF-8 with a header and plain line feeds, in the order of the rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()
