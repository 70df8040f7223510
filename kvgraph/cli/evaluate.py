"""``kvgraph evaluate``: a graph against facts that people found by reading the papers."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvgraph.cli import exits, options, streams

if TYPE_CHECKING:
    from kvgraph.evaluation import Evaluation, Reading

FORMS = {"text": "text", "txt": "text", "json": "json", "turtle": "turtle", "ttl": "turtle"}


@click.command(
    short_help="A graph against gold facts, field by field.",
    epilog=options.examples(
        "kvgraph evaluate gold",
        "kvgraph evaluate gold --output output/graph.nq.gz --misses",
        "kvgraph evaluate gold --min questions=0.99 --min citations=0.95",
        "kvgraph evaluate gold -f turtle --to quality.ttl",
    ),
)
@click.argument("gold", type=click.Path())
@click.option("--output", type=click.Path(), default=options.OUTPUT, help="The output folder or RDF file to score.")
@click.option("--misses", is_flag=True, help="Name every fact that the graph misses (-) or has wrong (+).")
@options.as_json
@click.option("--min", "min", multiple=True, metavar="FIELD=F1", help="Exit with 1 when the field scores lower.")
@click.option(
    "--institution-keys",
    type=click.Path(),
    metavar="FILE",
    help="The institutions that gold could name, by default institution_keys.tsv in GOLD or beside it.",
)
@click.option("--no-write", is_flag=True, help="Leave the description of the dataset in the output folder as it is.")
@click.option("-f", "--format", type=click.Choice(list(FORMS)), help="By default what --to says, else text.")
@click.option("--to", default=streams.STANDARD, metavar="FILE", help="Write to this file; - is standard output.")
def evaluate(
    gold: str,
    output: str,
    misses: bool,
    json: bool,
    min: tuple[str, ...],
    institution_keys: str | None,
    no_write: bool,
    format: str | None,
    to: str,
) -> None:
    """Score a graph against gold facts: precision, recall and F1 of each field, over all documents together.

    GOLD is a folder with one JSON file per document, or one such file. Papers are found by the file name of their
    source. A gold file that can't be used is named with the reason, the others are scored, and the exit code is 3.

    The figures become part of the description of the dataset, void.ttl in the output folder, in the Data Quality
    Vocabulary; so does -f turtle give them.
    """
    from kvgraph import evaluation
    from kvgraph.build import FolderError, LockedError, ManifestError
    from kvgraph.build.describing import add_quality
    from kvgraph.build.opening import base_iri, open_store
    from kvgraph.iris import Minter
    from kvgraph.store import StoreError

    form = _form(format, to, json=json, misses=misses)
    minima = dict(map(_minimum, min))
    failures = {
        evaluation.GoldError: exits.USAGE,
        ManifestError: exits.USAGE,
        StoreError: exits.FILE,
        LockedError: exits.LOCKED,
        FolderError: exits.FILE,
    }
    with exits.on(failures):
        graph = Path(output)
        reading = evaluation.read(Path(gold), Path(institution_keys) if institution_keys else None)
        found = evaluation.evaluate(open_store(graph), reading.gold, reading.keys)
        minter = Minter(base_iri(graph))
        with streams.output(to) as stream:
            if form == "turtle":
                from kvgraph.exports import rdf

                rdf.write(evaluation.measurements(found, minter), stream, form, minter.base)
            else:
                text = _json(found, reading, misses=misses) if form == "json" else _text(found, misses=misses)
                stream.write(text.encode())
        if graph.is_dir() and not no_write:
            add_quality(graph, evaluation.measurements(found, minter), minter)
    _say(found, reading)
    below = found.below(minima)
    for field, f1 in below.items():
        streams.tell(f"{field}: F1 is {f1:.3f}, less than {minima[field]:g}.")
    if below:
        exits.end(exits.FINDINGS)
    if reading.set_aside:
        exits.end(exits.SET_ASIDE)


def _form(format: str | None, to: str, *, json: bool, misses: bool) -> str:
    chosen = streams.form(format, to, "json" if json else "text")
    if chosen not in FORMS:
        raise click.BadParameter(f"{chosen!r} is not one of {', '.join(FORMS)}.", param_hint="-f")
    form = FORMS[chosen]
    if json and form != "json":
        raise click.UsageError(f"--json and {form} don't go together.")
    if misses and form == "turtle":
        raise click.UsageError("--misses goes with text or JSON.")
    return form


def _minimum(rule: str) -> tuple[str, float]:
    from kvgraph.evaluation import FIELDS

    field, _, number = rule.partition("=")
    if field not in FIELDS:
        raise click.BadParameter(f"{field!r} is no field; choose from {', '.join(FIELDS)}.", param_hint="--min")
    try:
        minimum = float(number)
    except ValueError:
        minimum = -1
    if not 0 <= minimum <= 1:
        raise click.BadParameter(f"{rule!r} is not FIELD=F1 with a number from 0 to 1.", param_hint="--min")
    return field, minimum


def _say(found: Evaluation, reading: Reading) -> None:
    for error in reading.set_aside:
        streams.tell(f"{error} It is set aside.")
    for document in found.absent:
        streams.tell(
            f"{document}: the graph holds no paper from a file of this name; all its facts count as missed. Build the "
            "graph with it, or leave its gold file out."
        )


def _text(found: Evaluation, *, misses: bool) -> str:
    scores = [
        (field, f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}", str(score.gold))
        for field, score in found.scores.items()
    ]
    text = f"{len(found.documents)} documents, {len(found.absent)} not in the graph\n"
    text += streams.table(("field", "precision", "recall", "F1", "gold"), scores)
    if misses:
        rows = ((one.document, one.field, "+" if one.stated else "-", one.fact) for one in found.misses)
        text += "\n" + streams.table(("document", "field", "", "fact"), rows)
    return text


def _json(found: Evaluation, reading: Reading, *, misses: bool) -> str:
    content: dict[str, object] = {
        "documents": len(found.documents),
        "absent": list(found.absent),
        "set_aside": [
            {"file": one.file, "place": one.place, "reason": one.reason, "advice": one.advice}
            for one in reading.set_aside
        ],
        "fields": {
            field: {
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "right": score.right,
                "stated": score.stated,
                "gold": score.gold,
            }
            for field, score in found.scores.items()
        },
    }
    if misses:
        content["misses"] = [
            {"document": one.document, "field": one.field, "stated": one.stated, "fact": one.fact}
            for one in found.misses
        ]
    return dumps(content, ensure_ascii=False, indent=1) + "\n"
