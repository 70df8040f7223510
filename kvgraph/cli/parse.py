"""``kvgraph parse``: one paper as JSON."""

from __future__ import annotations

import json

import click

from kvgraph.cli import options, reading, streams


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
    from kvgraph.build.record import records

    found = reading.read(file, records)
    text = json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=1)
    with streams.output(output) as stream:
        stream.write(f"{text}\n".encode())
