"""``kvgraph verify``: whether an output folder is whole."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvgraph.cli import exits, options, streams

if TYPE_CHECKING:
    from kvgraph.build.verifying import Fault


@click.command(
    short_help="Whether an output folder is whole.",
    epilog=options.examples(
        "kvgraph verify",
        "kvgraph verify output --quick",
        "kvgraph verify output --json",
    ),
)
@click.argument("output", type=click.Path(exists=True, file_okay=False), default=options.OUTPUT)
@click.option("--quick", is_flag=True, help="Look only at the sizes and digests of the files that the manifest lists.")
@options.quiet
@options.as_json
def verify(output: str, quick: bool, quiet: bool, json: bool) -> None:
    """Read everything in OUTPUT, the output folder of a build, again, and say what is not as it was published.

    The manifest and its digests, each graph with its index, the statements in the store, and the Turtle. Each fault is
    told with its file and place; the exit code is then 1. What no build has put there is a warning, and no fault.
    """
    from kvgraph.build import WorkersError
    from kvgraph.build import verifying as line
    from kvgraph.model import Severity

    found: list[Fault] = []
    with exits.on({WorkersError: exits.FILE}), streams.progress(quiet=quiet) as progress:
        for one in line.verify(Path(output), quick=quick, progress=progress):
            found.append(one)
            streams.tell(_text(one, output), quiet=quiet and one.severity is not Severity.VIOLATION)
    faults = [one for one in found if one.severity is Severity.VIOLATION]
    if json:
        listed = [
            {
                "severity": one.severity.value,
                "file": one.file,
                "place": one.place,
                "reason": one.reason,
                "advice": one.advice,
            }
            for one in found
        ]
        click.echo(dumps({"whole": not faults, "found": listed}, ensure_ascii=False, indent=1))
    if faults:
        streams.tell(f"{output}: {len(faults)} {'fault' if len(faults) == 1 else 'faults'}.", quiet=quiet)
        exits.end(exits.FINDINGS)
    seen = "sizes and digests are as published" if quick else "the output is whole"
    streams.tell(f"{output}: {seen}.", quiet=quiet)


def _text(one: Fault, output: str) -> str:
    where = ": ".join(filter(None, (f"{output}/{one.file}", one.place)))
    return f"{where}: {one.severity.value}: {one.reason}. {one.advice}".rstrip()
