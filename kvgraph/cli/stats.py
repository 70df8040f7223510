"""``kvgraph stats``: what a graph holds, counted."""

from __future__ import annotations

from json import dumps
from pathlib import Path

import click

from kvgraph.cli import exits, options, streams


@click.command(
    short_help="What a graph holds, counted.",
    epilog=options.examples(
        "kvgraph stats",
        "kvgraph stats output --json",
    ),
)
@options.graph
@options.as_json
def stats(graph: str, json: bool) -> None:
    """Count papers by kind and year, askers by party, passages and mentions by class, and links by status.

    GRAPH is the output folder of a build or an RDF file.
    """
    from kvgraph.build.counts import count
    from kvgraph.build.manifest import ManifestError
    from kvgraph.build.opening import open_store
    from kvgraph.store import StoreError

    with exits.on({ManifestError: exits.USAGE, StoreError: exits.FILE}):
        found = count(open_store(Path(graph)))
    if json:
        click.echo(dumps(found, ensure_ascii=False, indent=1))
        return
    rows = [(title, name, str(number)) for title, names in found.items() for name, number in names.items()]
    click.echo(streams.table(("counted", "what", "number"), rows), nl=False)
