"""``kvgraph explain``: why a link of a paper is there, or is not."""

from __future__ import annotations

import json as notation
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import click

from kvgraph.cli import options, reading, streams

if TYPE_CHECKING:
    from kvgraph.build.explaining import Explained, Explanation, Place, Silence
    from kvgraph.build.referents import Referent
    from kvgraph.model import Span

AT = re.compile(r"(?P<passage>[^:\s]+):(?P<begin>[0-9]{1,9})-(?P<end>[0-9]{1,9})")
MENTION = re.compile(r"\S*paper/[^/\s]+/(?P<passage>[^#\s]+)#char=(?P<begin>[0-9]{1,9}),(?P<end>[0-9]{1,9})")
"""The IRI of a mention, as a graph has it."""

SHOWN = 60
"""How many characters of a mention a line of the summary shows."""

UNRESOLVED = "unresolved"
DAYS = {"answered": "the day of the answer", "submitted": "the day of the questions"}
COLUMNS = ("passage", "characters", "text", "rule", "refers to")


@click.command(
    short_help="Why a link is there, or is not.",
    epilog=options.examples(
        "kvgraph explain examples/01-belarus-typeset.txt",
        "kvgraph explain examples/01-belarus-typeset.txt --text Lavrov",
        "kvgraph explain examples/01-belarus-typeset.txt --at question/1:0-40 --json",
    ),
)
@click.argument("file", type=click.Path())
@click.option(
    "--at",
    metavar="PASSAGE:BEGIN-END",
    help="What is at these characters, counted from 0 (question/3:12-40), or at the IRI of a mention.",
)
@click.option("--text", metavar="WORDS", help="What is at these words, wherever they stand, or why there is nothing.")
@click.option("--all", is_flag=True, help="Explain every mention, not one line for each.")
@click.option("--unlinked", is_flag=True, help="Only mentions that nothing could be found for.")
@options.as_json
def explain(file: str, at: str | None, text: str | None, all: bool, unlinked: bool, json: bool) -> None:
    """Say of the mentions in a paper which rule found them, what they are linked to and why, or why to nothing.

    FILE is a paper in any form, or - for standard input. Without options there is one line for each mention, first
    those that are linked to nothing. The JSON has all that is said of each, and of words that carry no mention.
    """
    from kvgraph.build.explaining import explain as task

    if (at is not None) + (text is not None) + (all or unlinked) > 1:
        raise click.UsageError("--at, --text, and --all or --unlinked exclude each other.")
    place = _place(at) if at is not None else None
    if text is not None and not text.strip():
        raise click.BadParameter("there are no words in it.", param_hint="--text")
    found = reading.read(file, task)
    if place:
        found = _at(found, *place)
    elif text is not None:
        found = _around(found, text)
    if json:
        shown = [_json(paper, unlinked=unlinked) for paper in found]
        click.echo(notation.dumps(shown[0] if len(shown) == 1 else shown, ensure_ascii=False, indent=1))
        return
    in_full = all or place is not None or text is not None
    click.echo("\n".join(_paper(paper, in_full=in_full, unlinked=unlinked) for paper in found), nl=False)


def _place(at: str) -> tuple[str, Span]:
    from kvgraph.model import Span

    match = MENTION.fullmatch(at.strip("<>")) or AT.fullmatch(at)
    if match is None:
        message = f"{at!r} is not PASSAGE:BEGIN-END, such as question/3:12-40, nor the IRI of a mention."
        raise click.BadParameter(message, param_hint="--at")
    return unquote(match["passage"]), Span(int(match["begin"]), int(match["end"]))


def _at(papers: Iterable[Explained], passage: str, span: Span) -> tuple[Explained, ...]:
    """Return the papers that have this passage, with what is at the span; a usage error when none has it."""
    from kvgraph.build.explaining import at

    known = [one.key for paper in papers for one in paper.passages]
    if passage not in known:
        has = f"its passages are {', '.join(dict.fromkeys(known))}" if known else "it has none"
        raise click.BadParameter(f"the paper has no passage {passage}; {has}.", param_hint="--at")
    try:
        return tuple(at(paper, passage, span) for paper in papers if passage in {one.key for one in paper.passages})
    except ValueError as error:
        raise click.BadParameter(f"{error}, not {span.begin}-{span.end}.", param_hint="--at") from error


def _around(papers: Iterable[Explained], words: str) -> tuple[Explained, ...]:
    """Return the papers in which the words stand, with what is there; a usage error when they stand in none."""
    from kvgraph.build.explaining import around

    shown = [around(paper, words) for paper in papers]
    if found := tuple(paper for paper in shown if paper.mentions or paper.silences):
        return found
    raise click.BadParameter(f"{words!r} stands nowhere in the text of the paper.", param_hint="--text")


def _shown(paper: Explained, *, unlinked: bool) -> list[Explanation]:
    return [one for one in paper.mentions if not unlinked or one.status == UNRESOLVED]


def _json(paper: Explained, *, unlinked: bool) -> dict[str, Any]:
    return {
        "file": paper.file,
        "paper": paper.paper,
        "mentions": [asdict(one) for one in _shown(paper, unlinked=unlinked)],
        "silences": [asdict(one) for one in paper.silences],
    }


def _paper(paper: Explained, *, in_full: bool, unlinked: bool) -> str:
    shown = _shown(paper, unlinked=unlinked)
    parts = [*map(_silence, paper.silences), *map(_explanation, shown)] if in_full else list(_summary(shown))
    nothing = "every mention is linked" if unlinked else "no mention was found"
    head = f"{paper.file}: {paper.paper}" + ("" if parts else f"; {nothing}")
    return "\n".join([f"{head}.\n", *parts])


def _summary(mentions: Sequence[Explanation]) -> Iterator[str]:
    """Yield a table of the mentions without link, and one of those with a link; passages stay in their order."""
    for title, wanted in (("not linked", True), ("linked", False)):
        if rows := [_row(one) for one in mentions if (one.status == UNRESOLVED) is wanted]:
            yield f"{len(rows)} {title}\n" + streams.table(COLUMNS, rows)


def _row(one: Explanation) -> tuple[str, ...]:
    place, text = one.place, _line(one.place.text)
    short = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
    says = [_named(one.target)] if one.target else []
    says += [f"({one.reason})" if one.target else f"nothing: {one.reason}"] if one.reason else []
    return place.passage, f"{place.begin}-{place.end}", short, one.rule, " ".join(says)


def _explanation(one: Explanation) -> str:
    says = [
        ("mention", one.mention),
        ("rule", f"{one.rule} reads {one.reads}."),
        ("refers to", _referent(one.target) if one.target else "nothing"),
        ("status", f"{one.status}: {one.meaning}"),
    ]
    if one.reason:
        says.append(("reason", f"{one.reason}. {one.why}"))
    says += [("candidate", _referent(candidate)) for candidate in one.candidates]
    if one.day:
        says.append(("looked up", f"as of {one.day}, {DAYS[one.day_of or '']}."))
    if one.stated:
        says.append(("looked up", f"by the GUID that the source itself states: {one.stated}."))
    return _at_place(one.place, says)


def _silence(one: Silence) -> str:
    says = [("mention", f"none. {one.why}")]
    says += [
        ("nearest", " ".join((_where(near.place), _line(near.place.text), f"({near.rule})"))) for near in one.nearest
    ]
    return _at_place(one.place, says)


def _at_place(place: Place, says: Iterable[tuple[str, str]]) -> str:
    context = f"{_line(place.before)}>>>{_line(place.text)}<<<{_line(place.after)}"
    return "".join([f"{_where(place)}\n  {context}\n", *(f"    {name:<10} {words}\n" for name, words in says)])


def _where(place: Place) -> str:
    page = f", page {place.page}" if place.page else ""
    return f"{place.passage}:{place.begin}-{place.end}{page}"


def _named(one: Referent) -> str:
    return f"{one.kind} {one.key}" if one.label == one.key else f"{one.kind} {one.key}, {one.label}"


def _referent(one: Referent) -> str:
    official = f"official id {one.official}" if one.official else None
    return ", ".join(filter(None, (_named(one), official, one.page)))


def _line(text: str) -> str:
    return text.replace("\n", " ")
