"""Paper, mentions and links as lines of canonical N-Quads: one named graph per paper, and one per register.

What comes out holds no blank nodes and no line twice, is sorted by its bytes, and has literals in canonical form:
texts, titles and names as printed are plain strings, preferred labels of the registers have a language tag, dates have
no time zone, URLs are ``xsd:anyURI``. A node states its class and every class above it that is in ``kv:``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kvgraph.iris import Minter, TextMinter, paper_id
from kvgraph.model import Analysis, LinkedMention, PassageKind
from kvgraph.statements import mentions, papers
from kvgraph.statements.lines import Place, in_graph, parsed
from kvgraph.statements.referred import Referred, referred
from kvgraph.statements.registers import state_registers
from kvgraph.statements.targets import describe

__all__ = ["Referred", "parsed", "referred", "state", "state_cases", "state_registers"]


def state(analysis: Analysis, minter: Minter) -> tuple[bytes, ...]:
    """Return all that is known of one paper, in the paper's own named graph, as sorted lines."""
    identifier, text = paper_id(analysis), TextMinter(minter.base)
    return in_graph(_statements(analysis, Place.of(analysis.paper, identifier, text)), text.graph(identifier))


def state_cases(identifier: str, numbers: Iterable[str], minter: Minter) -> tuple[bytes, ...]:
    """Return of which cases the paper with this id is part, in the paper's own named graph, as sorted lines."""
    text = TextMinter(minter.base)
    return in_graph(papers.cases(text.paper(identifier), numbers, text), text.graph(identifier))


def _statements(analysis: Analysis, place: Place) -> Iterator[str]:
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
