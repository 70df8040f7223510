"""``kvgraph build``: papers to an output folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from json import dumps
from typing import TYPE_CHECKING

import click

from kvgraph.cli import exits, options, streams

if TYPE_CHECKING:
    from kvgraph.build import Part, SetAside, Summary

SHOWN = 20
"""How many sources that were set aside are named; the manifest names them all."""

KINDS = {
    "AnswerPaper": "with answers",
    "QuestionPaper": "with questions",
    "OralQuestionPaper": "oral",
    "PostponementNotice": "postponed",
}


@click.command(
    short_help="Papers to a validated graph.",
    epilog=options.examples(
        "kvgraph build examples -o output",
        "kvgraph build papers/ letter.docx archive.zip --fail-on warning",
        "curl -s https://example.org/paper.pdf | kvgraph build - -o one-paper",
    ),
)
@click.argument("sources", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(), default=options.OUTPUT, help="The folder to write to, or its URL.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Worker processes; by default one for each processor.")
@click.option("--executor", type=click.Choice(["local", "dask"]), default="local", help="Who reads the sources.")
@click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler, tcp://HOST:PORT.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    help="What takes longer than this to read is set aside; 30 by default.",
)
@click.option("--base-iri", metavar="IRI", help="What all IRIs begin with; it ends in / or #.")
@options.fail_on
@click.option("--no-validate", is_flag=True, help="Don't check the graph against the shapes.")
@click.option("--prune", is_flag=True, help="Drop what was built before from sources that are not named now.")
@click.option("--fresh", is_flag=True, help="Read all sources again, also those that have not changed.")
@click.option(
    "--parts",
    metavar="NAMES",
    callback=lambda _context, _option, names: _parts(names),
    help="Which of store,turtle,networks to make, or none; by default all, but of a large graph the store alone.",
)
@click.option("--strict", is_flag=True, help="Write nothing when a source is set aside or a shape is violated.")
@options.quiet
@click.option("-v", "--verbose", is_flag=True, help="Also say what was noticed while reading, paper by paper.")
@options.as_json
def build(
    sources: tuple[str, ...],
    output: str,
    jobs: int | None,
    executor: str,
    scheduler: str | None,
    time_limit: float | None,
    base_iri: str | None,
    fail_on: str,
    no_validate: bool,
    prune: bool,
    fresh: bool,
    parts: frozenset[Part] | None,
    strict: bool,
    quiet: bool,
    verbose: bool,
    json: bool,
) -> None:
    """Read papers, link what they name, check the graph, and write it to an output folder.

    SOURCES are files, folders, patterns ("papers/**/*.pdf"), or - for standard input. Papers may be PDF, official XML
    or HTML, DOCX, ODT, plain text or JSON, with their metadata, and packed in archives; what a file is, is told by its
    content. URLs (https://, s3://) need kvgraph[dask]. A source that can't be used is named with the reason, the others
    are built, and the exit code is 3. The former output stays until the new one is complete.

    What has not changed since the last build into the same folder is not read again, and papers that were built into it
    before stay, unless --prune is given. A build that was stopped goes on where it was.
    """
    from kvgraph import build as line
    from kvgraph.build import cluster, pool, publishing
    from kvgraph.model import Severity
    from kvgraph.vocabulary import DEFAULT_BASE

    if (executor == "dask") != bool(scheduler):
        raise click.UsageError("--executor dask and --scheduler go together.")
    with (
        exits.on(_failures()),
        streams.progress(quiet=quiet) as progress,
        publishing.folder_for(output) as folder,
        cluster.dask(scheduler) if scheduler else nullcontext() as workers,
    ):
        summary = line.build(
            sources,
            folder,
            jobs=jobs,
            executor=workers,
            base_iri=base_iri or DEFAULT_BASE,
            validate=not no_validate,
            strict=strict,
            prune=prune,
            fresh=fresh,
            parts=parts,
            patience=time_limit or pool.TIME,
            progress=progress,
        )
    _say(summary, output, quiet=quiet, verbose=verbose)
    if json:
        click.echo(dumps(_json(summary), ensure_ascii=False, indent=1))
    if fail_on != options.NEVER and line.at_least(summary.worst(), Severity(fail_on)):
        exits.end(exits.FINDINGS)
    if summary.set_aside:
        exits.end(exits.SET_ASIDE)


def _parts(names: str | None) -> frozenset[Part] | None:
    """Return the parts named, none of them for ``none``."""
    from kvgraph.build import Part

    if names is None:
        return None
    known = {part.value: part for part in Part}
    chosen = [] if names == "none" else [name.strip() for name in names.split(",")]
    for name in chosen:
        if name not in known:
            raise click.BadParameter(f"{name!r} is not a part; choose from {', '.join(known)}, or none.")
    return frozenset(known[name] for name in chosen)


def _failures() -> Mapping[type[Exception], int]:
    from kvgraph import build as line
    from kvgraph.build.cluster import MissingError
    from kvgraph.build.publishing import PublishingError
    from kvgraph.store import StoreError

    return {
        line.NoSourcesError: exits.USAGE,
        MissingError: exits.USAGE,
        ValueError: exits.USAGE,  # the base IRI
        line.LockedError: exits.LOCKED,
        line.FolderError: exits.FILE,
        line.ForgottenError: exits.FILE,
        StoreError: exits.FILE,
        PublishingError: exits.FILE,
        line.WorkersError: exits.FILE,
    }


def _say(summary: Summary, output: str, *, quiet: bool, verbose: bool) -> None:
    if verbose:
        for noted in summary.noted:
            streams.tell(f"{noted.file_name}: {noted.severity.value}: {noted.message}")
    _say_set_aside(summary.set_aside, len(summary.set_aside) if verbose else SHOWN)
    if summary.written:
        if not quiet:
            _table(summary, output)
        return
    reason = "--strict allows nothing set aside and no violation" if summary.papers else "no source holds a paper"
    streams.tell(f"{output}: nothing was written, for {reason}. What stood there is as it was.")


def _say_set_aside(set_aside: Sequence[SetAside], shown: int) -> None:
    for one in set_aside[:shown]:
        streams.tell(f"{one.file}: set aside ({one.stage.value}, {one.code}): {one.reason} {one.advice}".rstrip())
    if len(set_aside) > shown:
        streams.tell(f"... and {len(set_aside) - shown} more; -v names them all, and so does the manifest.")


def _table(summary: Summary, output: str) -> None:
    kinds = ", ".join(f"{count} {KINDS[kind.value]}" for kind, count in sorted(summary.kinds.items()))
    rows = [
        ("papers", f"{summary.papers}", kinds),
        ("set aside", f"{len(summary.set_aside)}", "named above" if summary.set_aside else ""),
        ("statements", f"{summary.statements}", ""),
    ]
    if summary.report:
        counts = summary.report.counts
        verdict = "the graph conforms" if summary.report.conforms else "the graph does not conform"
        found = [verdict, *(f"{count} {severity.value}" for severity, count in counts.items() if count)]
        rows.append(("findings", f"{sum(counts.values())}", ", ".join(found)))
    rows.append(("noticed", f"{len(summary.noted)}", "while reading; -v names them" if summary.noted else ""))
    if summary.kept:
        rows.append(("kept", f"{summary.kept}", "sources of former builds that were not named; --prune drops them"))
    rows.append(("written to", "", output))
    streams.summary(rows)


def _json(summary: Summary) -> dict[str, object]:
    return {
        "written": summary.written,
        "papers": {kind.value: count for kind, count in sorted(summary.kinds.items())},
        "statements": summary.statements,
        "kept": summary.kept,
        "conforms": summary.report.conforms if summary.report else None,
        "findings": {one.value: count for one, count in summary.report.counts.items()} if summary.report else None,
        "noted": [
            {"file": one.file_name, "paper": one.paper, "severity": one.severity.value, "message": one.message}
            for one in summary.noted
        ],
        "set_aside": [
            {"file": one.file, "stage": one.stage.value, "code": one.code, "reason": one.reason, "advice": one.advice}
            for one in summary.set_aside
        ],
    }
