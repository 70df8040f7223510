"""``kvgraph validate``: a graph against the shapes."""

from __future__ import annotations

from pathlib import Path

import click

from kvgraph.cli import exits, options, streams


@click.command(
    short_help="A graph against the shapes.",
    epilog=options.examples(
        "kvgraph validate",
        "kvgraph validate output/graph.nq.gz --fail-on warning",
        "kvgraph validate graph.ttl -f ttl -o report.ttl",
    ),
)
@options.graph
@click.option("-f", "--format", type=click.Choice(["text", "ttl", "json"]), help="The form of the report.")
@options.to_file
@options.fail_on
@click.option("--language", type=click.Choice(["en", "nl"]), default="en", help="The language of the text.")
def validate(graph: str, format: str | None, output: str, fail_on: str, language: str) -> None:
    """Check a graph against the shapes and give the report: as text, as a sh:ValidationReport, as JSON.

    GRAPH is the output folder of a build or an RDF file.
    """
    from kvgraph.build.manifest import ManifestError
    from kvgraph.build.opening import base_iri, read_graph
    from kvgraph.build.outcome import at_least
    from kvgraph.model import Severity
    from kvgraph.store import StoreError
    from kvgraph.validation import validate as check

    chosen = streams.form(format, output, "text").replace("txt", "text")
    if chosen not in ("text", "ttl", "json"):
        raise click.BadParameter(f"{chosen!r} is not one of text, ttl, json.", param_hint="-f")
    with exits.on({ManifestError: exits.USAGE, StoreError: exits.FILE}):
        path = Path(graph)
        report = check(read_graph(path))
        match chosen:
            case "ttl":
                text = report.turtle()
            case "json":
                text = report.json()
            case _:
                text = report.text(language, base=base_iri(path))
        with streams.output(output) as stream:
            stream.write(text.encode())
    worst = next((severity for severity, count in report.counts.items() if count), None)
    if fail_on != options.NEVER and at_least(worst, Severity(fail_on)):
        exits.end(exits.FINDINGS)
