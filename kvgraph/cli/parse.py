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

    FILE is a paper, or - for standard input. The JSON has source, paper, participations, passages (each with its text
    and its mentions) and findings. A span is [begin, end] in code points of the text of its passage; the spans of a
    participation are in the header.
    """
    from kvgraph.build.analyse import analyse
    from kvgraph.build.record import record
    from kvgraph.model import SourceError
    from kvgraph.sources import read, read_bytes

    with exits.on({SourceError: exits.SET_ASIDE}):
        is_standard = file == streams.STANDARD
        document = read_bytes("stdin.txt", sys.stdin.buffer.read()) if is_standard else read(Path(file))
        text = json.dumps(record(analyse(document)), ensure_ascii=False, indent=1)
        with streams.output(output) as stream:
            stream.write(f"{text}\n".encode())
