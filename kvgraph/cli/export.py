"""``kvgraph export``: a graph in another form."""

from __future__ import annotations

from pathlib import Path

import click

from kvgraph.cli import exits, options, streams

RDF = ("ttl", "nt", "nq", "trig", "jsonld")
NETWORK = ("gexf", "graphml")
VIEWS = ("questioner-institution", "citations", "co-questioners", "full", "party-institution", "questioner-minister")


@click.command(
    short_help="A graph as RDF or as a network.",
    epilog=options.examples(
        "kvgraph export -f trig -o graph.trig",
        "kvgraph export -o network.gexf --view party-institution",
        "kvgraph export -f nt | wc -l",
    ),
)
@options.graph
@click.option(
    "-f",
    "--format",
    type=click.Choice([*RDF, *NETWORK]),
    help="By default what the extension of FILE says, else ttl.",
)
@options.to_file
@click.option("--view", type=click.Choice(VIEWS), default=VIEWS[0], help="Who meets whom in the network.")
def export(graph: str, format: str | None, output: str, view: str) -> None:
    """Give a graph as Turtle, N-Triples, N-Quads, TriG or JSON-LD, or a view of it as a network in GEXF or GraphML.

    GRAPH is the output folder of a build or an RDF file. The same graph gives the same bytes.
    """
    from kvgraph.build.manifest import ManifestError
    from kvgraph.build.opening import base_iri, open_graphs, open_store
    from kvgraph.store import StoreError

    chosen = streams.form(format, output, "ttl")
    if chosen not in (*RDF, *NETWORK):
        raise click.BadParameter(f"{chosen!r} is not one of {', '.join((*RDF, *NETWORK))}.", param_hint="-f")
    path = Path(graph)
    with exits.on({ManifestError: exits.USAGE, StoreError: exits.FILE}), streams.output(output) as stream:
        if chosen in RDF:
            from kvgraph.exports import rdf

            with open_graphs(path) as graphs:
                rdf.write_graphs(graphs, stream, rdf.SUFFIXES[f".{chosen}"], base_iri(path))
            return
        from kvgraph import network

        write = network.write_gexf if chosen == "gexf" else network.write_graphml
        write(network.project(open_store(path), view), stream)
