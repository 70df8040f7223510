"""The union of graphs in reading order, whatever their size: each triple once, each subject once.

Two passes. Nearly all that is stated of a paper stands in its own graph; the first pass sorts out what does not: what
graphs say of other papers, and of what papers share. The second walks over the papers, puts in what the first found of
each, and leaves the shared sections to the end. Memory holds one graph, one run of each sort, and one subject.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

from kvgraph.exports import order
from kvgraph.exports.graphs import Graph, Graphs, triples
from kvgraph.exports.order import Block, Section
from kvgraph.store.sorting import Sorter

_Tagged = tuple[str, list[str]]
"""A sort key, and the triples that belong there."""


def sections(graphs: Graphs, base: str) -> Iterator[Section]:
    """Yield the sections, to be read one after the other. ``base`` is what the minted IRIs start with."""
    with Sorter() as elsewhere, Sorter() as shared:
        for subject, stated in _strays(graphs, base):
            kind, owner = order.path(subject, base)
            if kind == "paper":
                elsewhere.update(_lines(_stem(owner), stated))
            else:
                shared.update(_lines(order.section_key(kind, subject), stated))
        for stem, stated in _papers(graphs, elsewhere, base):
            facts, paper = order.by_subject(stated), f"{stem}>"
            if order.is_read(facts.get(paper, {})):
                yield order.paper_section(paper, facts)
            else:
                for subject, some in groupby(stated, key=_subject):
                    shared.update(_lines(order.section_key("paper", subject), some))
        for heading, subjects in groupby(_tagged(shared), key=lambda tagged: order.heading(tagged[0])):
            yield Section(heading, _blocks(subjects))


def sections_of(graph: Graph, base: str) -> Iterator[Section]:
    """Yield the sections of one graph, likewise."""
    return sections(lambda: iter((graph,)), base)


def _strays(graphs: Graphs, base: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the subjects in each graph, with their triples, that don't belong to the paper whose graph it is."""
    for name, lines in graphs():
        stem = _stem_of_graph(name, base)
        begins = _begins(stem) if stem else ()
        yield from groupby(triples(name, [line for line in lines if not line.startswith(begins)]), key=_subject)


def _papers(graphs: Graphs, elsewhere: Iterable[bytes], base: str) -> Iterator[_Tagged]:
    """Yield the stem of each paper, sorted, with all triples that belong to it, sorted."""
    both = heapq.merge(_at_home(graphs, base), _tagged(elsewhere), key=itemgetter(0))
    for stem, parts in groupby(both, key=itemgetter(0)):
        first, *others = (stated for _, stated in parts)
        yield stem, sorted({*first, *chain(*others)}) if others else first


def _at_home(graphs: Graphs, base: str) -> Iterator[_Tagged]:
    for name, lines in graphs():
        stem = _stem_of_graph(name, base)
        if stem:
            begins = _begins(stem)
            yield stem, triples(name, [line for line in lines if line.startswith(begins)])


def _stem_of_graph(name: str | None, base: str) -> str | None:
    """Return the stem of the paper whose graph this is, or None."""
    key = name.removeprefix(f"{base}graph/") if name else name
    return f"<{base}paper/{key}" if key and key != name and not {"/", "#"} & set(key) else None


def _stem(paper: str) -> str:
    """Return the term for a paper without its last bracket: papers sort by it as their graphs do by their IRIs."""
    return paper[:-1]


def _begins(stem: str) -> tuple[bytes, ...]:
    """Return what the lines of a paper, and of all below its IRI, begin with."""
    return tuple(f"{stem}{end}".encode() for end in ">/#")


def _blocks(subjects: Iterable[_Tagged]) -> Iterator[Block]:
    for _, stated in subjects:
        for subject, facts in order.by_subject(stated).items():
            yield order.block(subject, facts)


def _subject(triple: str) -> str:
    return triple.partition(" ")[0]


def _lines(tag: str, stated: Iterable[str]) -> Iterator[bytes]:
    # Canonical triples hold no tab, and nothing in a tag is below it: lines sort by their tags first.
    return (f"{tag}\t{triple}\n".encode() for triple in stated)


def _tagged(lines: Iterable[bytes]) -> Iterator[_Tagged]:
    parted = (line[:-1].decode().split("\t", 1) for line in lines)
    for tag, group in groupby(parted, key=itemgetter(0)):
        yield tag, [triple for _, triple in group]
