"""``kvgraph load``: a graph into a triple store."""

from __future__ import annotations

from json import dumps
from pathlib import Path

import click

from kvgraph.cli import exits, options, streams


@click.command(
    short_help="A graph into any SPARQL 1.1 graph store.",
    epilog=options.examples(
        "kvgraph load oxigraph:http://localhost:7878",
        "kvgraph load fuseki:http://localhost:3030/kamer --from output --dry-run",
    ),
)
@click.argument("url")
@click.option(
    "--from",
    "graph",
    envvar="KVGRAPH_LOAD_FROM",
    type=click.Path(),
    default=options.OUTPUT,
    help="An output folder or an RDF file.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be loaded, and send nothing.")
@options.quiet
@options.as_json
def load(url: str, graph: str, dry_run: bool, quiet: bool, json: bool) -> None:
    """Load a graph into a store, one request for each named graph, each verified by its count.

    URL is a graph store (SPARQL 1.1 Graph Store HTTP Protocol), or a product and its address: oxigraph: fuseki:
    graphdb: rdf4j: virtuoso:. User and password come from KVGRAPH_STORE_USER and KVGRAPH_STORE_PASSWORD. Graphs of the
    store that are not in the graph stay. A second run ends the same.
    """
    from kvgraph.build.manifest import ManifestError
    from kvgraph.build.opening import read_graph
    from kvgraph.remote import RemoteError
    from kvgraph.remote import load as send
    from kvgraph.store import StoreError

    failures = {ManifestError: exits.USAGE, StoreError: exits.FILE, RemoteError: exits.REMOTE}
    with exits.on(failures), streams.progress(quiet=quiet) as progress:
        done = 0

        def on_graph(_: object) -> None:
            nonlocal done
            done += 1
            progress("loading", done, done)

        report = send(url, read_graph(Path(graph)), on_graph=on_graph, dry_run=dry_run)
    if json:
        content = {
            "store": report.remote.graph_store,
            "dry_run": dry_run,
            "verified": report.verified,
            "triples": report.triples,
            "graphs": [{"graph": one.graph, "triples": one.triples} for one in report.graphs],
        }
        click.echo(dumps(content, indent=1))
    verb = "would be loaded" if dry_run else "loaded and verified" if report.verified else "loaded, not verified"
    what = f"{len(report.graphs)} graphs with {report.triples} triples {verb}"
    streams.tell(f"{report.remote.graph_store}: {what}.", quiet=quiet)
