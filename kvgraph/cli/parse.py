"""``kvgraph parse``: one paper as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kvgraph.cli import exits, options, streams


@click.command(
    short_help="One paper as JSON, every mention with its offsets.",
    epilog=options.examples(
        "kvgraph parse examples/01-belarus-typeset.txt",
        "kvgraph parse - < paper.txt -o paper.json",
    ),
)
@click.argument("file", type=click.Path())
@options.to_file
def parse(file: str, output: str) -> None:
    """Read one paper and give all that was found in it as JSON.

    FILE is a paper in any form, or - for standard input. The JSON has source, paper, participations, passages (each
    with its text and its mentions) and findings; a build reads it again (docs/parsed-paper.md). A span is [begin, end]
    in code points of the text of its passage. A file that holds several papers gives an array.
    """
    from kvgraph.build import SetAside, WorkersError, pool
    from kvgraph.build.record import records
    from kvgraph.sources import InMemory

    is_standard = file == streams.STANDARD
    item = InMemory("stdin", sys.stdin.buffer.read()) if is_standard else Path(file)
    with exits.on({WorkersError: exits.FILE}):
        found = pool.one(item, records)
    if isinstance(found, SetAside):
        streams.tell(f"{found.file}: {found.reason} {found.advice}".rstrip())
        exits.end(exits.SET_ASIDE)
    text = json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=1)
    with streams.output(output) as stream:
        stream.write(f"{text}\n".encode())
