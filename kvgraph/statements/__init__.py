"""Paper, mentions and links as quads: one named graph per paper, and one per register.

What comes out holds no blank nodes and no quad twice, is sorted by N-Quads text, and has literals in canonical form:
texts, titles and names as printed are plain strings, preferred labels of the registers have a language tag, dates have
no time zone, URLs are ``xsd:anyURI``. A node states its class and every class above it that is in ``kv:``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kvgraph.iris import Minter, paper_id
from kvgraph.model import Analysis, LinkedMention, PassageKind
from kvgraph.statements import mentions, papers
from kvgraph.statements.referred import Referred, referred
from kvgraph.statements.registers import state_registers
from kvgraph.statements.targets import describe
from kvgraph.statements.triples import Place, Triple, in_graph

__all__ = ["Referred", "referred", "state", "state_cases", "state_registers"]


def state(analysis: Analysis, minter: Minter) -> list[Quad]:
    """Return all that is known of one paper, in the paper's own named graph, sorted."""
    identifier = paper_id(analysis)
    return in_graph(_triples(analysis, Place.of(analysis.paper, identifier, minter)), minter.graph(identifier))


def state_cases(identifier: str, numbers: Iterable[str], minter: Minter) -> list[Quad]:
    """Return of which cases the paper with this id is part, in the paper's own named graph, sorted."""
    return in_graph(papers.cases(minter.paper(identifier), numbers, minter), minter.graph(identifier))


def _triples(analysis: Analysis, place: Place) -> Iterator[Triple]:
    paper = analysis.paper
    header = next((passage.key for passage in paper.passages if passage.kind is PassageKind.HEADER), None)
    proofs: list[LinkedMention] = []
    yield from papers.paper(analysis, place)
    yield from papers.source(analysis.source, place)
    yield from papers.passages(paper, place)
    for linked in analysis.participations:
        proof = tuple(mentions.evidence(linked, header)) if header else ()
        proofs += proof
        yield from papers.participation(linked, proof, analysis.source, place)
    stated = mentions.distinct([*proofs, *analysis.mentions])
    yield from mentions.mentions(stated, place)
    links = [*(one.link for one in stated), *(one.person for one in analysis.participations)]
    yield from describe((link.target for link in links if link and link.target), place.minter)
