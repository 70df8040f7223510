"""``kvgraph query``: a question to a graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvgraph.cli import exits, options, streams

if TYPE_CHECKING:
    from kvgraph.queries import Answer, Question

FORMS = {
    "table": "table",
    "csv": "csv",
    "tsv": "tsv",
    "json": "json",
    "xml": "xml",
    "markdown": "markdown",
    "md": "markdown",
    "ttl": "turtle",
    "nt": "ntriples",
}


@click.command(
    short_help="A question to a graph, in SPARQL or by name.",
    epilog=options.examples(
        "kvgraph query",
        "kvgraph query who-asked-about --param institution=osce -f csv",
        "kvgraph query -q 'SELECT (COUNT(*) AS ?papers) { ?paper a kv:AnswerPaper }'",
        "kvgraph query open-questions --endpoint oxigraph:http://localhost:7878",
    ),
)
@click.argument("question", required=False)
@click.option("-q", "--query", "text", envvar="KVGRAPH_QUERY_QUERY", metavar="SPARQL", help="The text of a query.")
@click.option("-p", "--param", multiple=True, metavar="NAME=VALUE", help="A value for a named question.")
@click.option("--store", type=click.Path(), default=options.OUTPUT, help="An output folder or an RDF file to ask.")
@click.option("--endpoint", metavar="URL", help="A SPARQL endpoint to ask in place of a store.")
@click.option("-f", "--format", type=click.Choice(list(FORMS)), help="By default a table, or Turtle for triples.")
@options.to_file
def query(
    question: str | None,
    text: str | None,
    param: tuple[str, ...],
    store: str,
    endpoint: str | None,
    format: str | None,
    output: str,
) -> None:
    """Ask a graph a question and give the answer.

    QUESTION is the name of a question, a file with SPARQL, or - for standard input. Without one the named questions
    are listed. The prefixes of the graph need no declaration.
    """
    from kvgraph.build.manifest import ManifestError
    from kvgraph.queries import QueryError
    from kvgraph.store import StoreError

    if question and text:
        raise click.UsageError("Give a question or -q, not both.")
    if not question and not text:
        _list()
        return
    failures: dict[type[Exception], int] = {QueryError: exits.USAGE, ManifestError: exits.USAGE, StoreError: exits.FILE}
    if endpoint:
        from kvgraph.remote import RemoteError

        failures[RemoteError] = exits.REMOTE
    with exits.on(failures):
        answer = _ask(_read(question, text), dict(map(_pair, param)), store, endpoint)
        _write(answer, streams.form(format, output, ""), output)


def _pair(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not equals:
        raise click.BadParameter(f"{param!r} is not NAME=VALUE.", param_hint="--param")
    return name, value


def _read(name: str | None, text: str | None) -> Question | str:
    from kvgraph.queries import named, read

    if text or not name:
        return text or ""
    if name == streams.STANDARD:
        return read("the query", sys.stdin.buffer.read().decode("utf-8", "replace"))
    path = Path(name)
    return read(name, path.read_text("utf-8", "replace")) if path.is_file() else named(name)


def _ask(question: Question | str, values: dict[str, str], store: str, endpoint: str | None) -> Answer:
    if endpoint:
        from kvgraph import remote

        return remote.run(endpoint, question, values)
    from kvgraph import queries
    from kvgraph.build.opening import open_store

    return queries.run(open_store(Path(store)), question, values)


def _write(answer: Answer, form: str, output: str) -> None:
    from kvgraph.queries import QueryError, Table, Triples, display, write

    if form and form not in FORMS:
        raise QueryError(f"{form!r} is no form of an answer; choose from {', '.join(FORMS)}")
    form = FORMS[form or ("ttl" if isinstance(answer, Triples) else "table")]
    with streams.output(output) as stream:
        if form != "table":
            write(answer, stream, form)
        elif isinstance(answer, Table):
            stream.write(streams.table(answer.variables, ([*map(display, row)] for row in answer.rows())).encode())
        else:
            write(answer, stream, "markdown")  # a truth value is a line; triples have no table, which this says


def _list() -> None:
    from kvgraph.queries import catalogue

    for question in catalogue():
        click.echo(f"{question.name}\n    {question.titles.get('en', '')} / {question.titles.get('nl', '')}")
        for parameter in question.parameters:
            default = f"; by default {parameter.default}" if parameter.default else ""
            click.echo(f"    --param {parameter.name}=...  {parameter.description}{default}")
