"""``kvgraph diff``: what is different between two graphs."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvgraph.cli import exits, options, streams

if TYPE_CHECKING:
    from kvgraph.build.comparing import Difference, What

COUNTED = ("papers", "other graphs", "statements")

Totals = Counter[tuple[str, str]]
"""How many of what is counted were added, removed, or changed."""


@click.command(
    short_help="What is different between two graphs.",
    epilog=options.examples(
        "kvgraph diff yesterday output",
        "kvgraph diff yesterday output --statements > changes.txt",
        "kvgraph diff output/graph.nq.gz other.nq --json",
    ),
)
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--statements", is_flag=True, help="Give the statements themselves: - for one that is gone, + for a new.")
@options.as_json
@click.option("-q", "--quiet", is_flag=True, help="Say nothing; the exit code tells whether there is a difference.")
def diff(old: str, new: str, statements: bool, json: bool, quiet: bool) -> None:
    """Say which papers were added, removed and changed from OLD to NEW, and which entries of the registers.

    OLD and NEW are output folders of builds or RDF files. Folders are compared by their indexes, and only what is
    different is read. The exit code is 0 when both graphs are equal, 1 when they are not.
    """
    from kvgraph.build.comparing import compare
    from kvgraph.build.manifest import ManifestError
    from kvgraph.store import StoreError

    if statements + json + quiet > 1:
        raise click.UsageError("--statements, --json and --quiet exclude each other.")
    with exits.on({ManifestError: exits.USAGE, StoreError: exits.FILE}):
        totals: Totals = Counter()
        found = _counted(compare(Path(old), Path(new)), totals)
        if quiet:
            next(found, None)
        elif json:
            listed = [_json(one) for one in found]  # to the end, so that the totals are complete
            click.echo(dumps({"totals": _by_kind(totals), "graphs": listed}, ensure_ascii=False, indent=1))
        else:
            for one in found:
                click.echo("".join(_statements(one) if statements else _text(one)), nl=False)
    if not json:
        streams.tell(_sum(totals), quiet=quiet)
    if totals:
        exits.end(exits.FINDINGS)


def _counted(found: Iterable[Difference], totals: Totals) -> Iterator[Difference]:
    for one in found:
        totals["papers" if one.is_paper else "other graphs", one.what.value] += 1
        totals["statements", "added"] += len(one.gained)
        totals["statements", "removed"] += len(one.lost)
        yield one


def _text(one: Difference) -> Iterator[str]:
    yield _line(f"{one.what:<8} {one.name}", one.title)
    numbers = [f"{kind}: {_numbers(counted)}" for kind, counted in sorted(one.kinds.items())]
    yield _line("   ", "; ".join([f"-{len(one.lost)} +{len(one.gained)} statements", *numbers]))
    for entry in one.entries:
        yield _line(f"    {entry.what:<8} {entry.iri}", entry.name)


def _line(begin: str, end: str) -> str:
    return f"{begin} {' '.join(end.split())}".rstrip() + "\n"


def _numbers(counted: Mapping[What, int] | Mapping[str, int]) -> str:
    return ", ".join(f"{number} {what}" for what, number in sorted(counted.items()))


def _statements(one: Difference) -> Iterator[str]:
    """Yield the lines in their order, each with its sign."""
    lost, gained = ((line, "-") for line in one.lost), ((line, "+") for line in one.gained)
    return (f"{sign} {line.decode()}" for line, sign in heapq.merge(lost, gained))


def _sum(totals: Totals) -> str:
    if not totals:
        return "The graphs are equal."
    return "; ".join(f"{what}: {_numbers(counted)}" for what, counted in _by_kind(totals).items() if counted) + "."


def _by_kind(totals: Totals) -> dict[str, dict[str, int]]:
    """Return what was counted, first by kind and then by what became of it."""
    return {kind: {what: number for (one, what), number in sorted(totals.items()) if one == kind} for kind in COUNTED}


def _json(one: Difference) -> dict[str, object]:
    return {
        "what": one.what,
        "paper" if one.is_paper else "other": one.name,
        "title": one.title,
        "graph": one.graph,
        "statements": {"removed": len(one.lost), "added": len(one.gained)},
        "things": {kind: dict(sorted(counted.items())) for kind, counted in sorted(one.kinds.items())},
        "entries": [{"what": entry.what, "iri": entry.iri, "name": entry.name} for entry in one.entries],
    }
