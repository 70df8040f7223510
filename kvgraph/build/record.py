"""One paper as JSON: all that was read in it, with offsets, and what each mention refers to.

The form is that of ``sources.json.parsed_form``, which reads it back; ``docs/parsed-paper.md`` describes it. Here is
added what a build finds: the id and the related papers, the links of the participations, and in each passage its
mentions::

    {"class", "span", "text", "rule", ..., "link": {"status", "target": {"class", ...}, "reason", "candidates"}}

The dots stand for the facts of that class of mention or target, as strings; what is unknown is null.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, fields

from kvgraph.build.analyse import analyse
from kvgraph.build.outcome import SetAside, Stage
from kvgraph.build.work import read
from kvgraph.iris import paper_id
from kvgraph.model import Analysis, Link, LinkedMention, LinkedParticipation, SourceError, Target
from kvgraph.sources import Item, name_of
from kvgraph.sources.json.parsed_form import printed

Json = str | int | None | list["Json"] | dict[str, "Json"]


def records(item: Item) -> tuple[dict[str, Json], ...] | SetAside:
    """Return the papers in a source as JSON values, or why the source, or one of its papers, can't be used."""
    try:
        return tuple(record(analyse(content)) for content in read(item))
    except SourceError as error:
        return SetAside.of(error, name_of(item), Stage.READ)


def record(analysis: Analysis) -> dict[str, Json]:
    """Return an analysis as JSON values."""
    content = printed(analysis.source, analysis.paper)
    content["paper"].update(id=paper_id(analysis), related=list(analysis.related))
    for one, linked in zip(content["participations"], analysis.participations, strict=True):
        one["links"] = _links(linked)
    mentions: dict[str, list[LinkedMention]] = defaultdict(list)
    for mention in analysis.mentions:
        mentions[mention.passage].append(mention)
    for passage in content["passages"]:
        passage["mentions"] = [_mention(one, passage["text"]) for one in mentions[passage["key"]]]
    return content


def _links(linked: LinkedParticipation) -> Json:
    return {"person": _link(linked.person), "party": _link(linked.party), "office": _link(linked.office)}


def _mention(linked: LinkedMention, text: str) -> Json:
    mention, span = linked.mention, linked.mention.span
    facts = {
        field.name: getattr(mention, field.name) for field in fields(mention) if field.name not in ("span", "rule")
    }
    return {
        "class": type(mention).__name__,
        "span": [span.begin, span.end],
        "text": span.of(text),
        "rule": mention.rule,
        **_plain(facts),
        "link": _link(linked.link),
    }


def _link(link: Link | None) -> Json:
    if link is None:
        return None
    return {
        "status": link.status.value,
        "target": _target(link.target),
        "reason": link.reason,
        "candidates": list(link.candidates),
    }


def _target(target: Target | None) -> Json:
    if target is None:
        return None
    facts = asdict(target)
    facts.pop("citation", None)  # a work repeats the mention that it was cited by
    return {"class": type(target).__name__, **_plain(facts)}


def _plain(facts: Mapping[str, object]) -> dict[str, Json]:
    """Return facts as JSON values: the members of an enumeration are strings already."""
    return {name: None if value is None else str(value) for name, value in facts.items()}
