"""Remake the tables of persons, seats, offices, terms, ministries and publications from their sources.

    python ontology/registers/remake.py SOURCES [--output FOLDER]

SOURCES is a folder with the files that README.md names. The tables are written beside this script, or to FOLDER; the
same sources and the same facts of our own (``own/``) give the same bytes. What disagrees is printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from remaking import checks, offices, persons, publications, seats, sources, terms
from remaking.sources import as_csv

HERE = Path(__file__).resolve().parent


def remake(folder: Path, report: sources.Report) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file; OSError when a source is missing, ValueError when one can't be read."""
    people = persons.gather(folder, report)
    ministries = terms.ministries(folder, report)
    held = terms.gather(folder, people, ministries)
    checks.check(held, folder, people, report)
    taken = seats.gather(folder, people, held, report)
    known = {term.person for term in held} | {seat.person for seat in taken}
    drafts = (draft.cells() for key, draft in sorted(people.drafts.items()) if key in known)
    yield "persons.csv", as_csv(persons.HEADER, drafts)
    yield "seats.csv", as_csv(seats.HEADER, (seat.cells() for seat in sorted(taken)))
    yield "offices.csv", as_csv(offices.HEADER, offices.rows(held, ministries))
    yield "terms.csv", as_csv(offices.TERM_HEADER, offices.term_rows(held))
    yield "ministries.csv", as_csv(terms.MINISTRY_HEADER, (ministry.cells() for ministry in ministries))
    for family, packed in publications.pack(folder / "publication_ids.txt.xz").items():
        yield f"publications/{family}.txt.xz", packed


def main() -> None:
    """Read the command line, write the tables, print the report."""
    parser = argparse.ArgumentParser(description="Remake the tables of the registers from their sources.")
    parser.add_argument("sources", type=Path, help="folder with the sources (see README.md)")
    parser.add_argument("--output", type=Path, default=HERE, help="where to write (default: beside this script)")
    arguments = parser.parse_args()
    report = sources.Report()
    for name, data in remake(arguments.sources, report):
        path = arguments.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(report.text(), end="")


if __name__ == "__main__":
    main()
