"""Paper, mentions and links as lines of canonical N-Quads: one named graph per paper, and one per register.

What comes out holds no blank nodes and no line twice, is sorted by its bytes, and has literals in canonical form:
texts, titles and names as printed are plain strings, preferred labels of the registers have a language tag, dates have
no time zone, URLs are ``xsd:anyURI``. A node states its class and every class above it that is in ``kv:``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from kvgraph.iris import Minter, TextMinter, paper_id
from kvgraph.model import Analysis, PassageKind
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


def _statements(analysis: Analysis, place: Place) -> Iterable[str]:
    paper, taking_part = analysis.paper, analysis.participations
    header = next((passage.key for passage in paper.passages if passage.kind is PassageKind.HEADER), None)
    proofs = [tuple(mentions.evidence(linked, header)) if header else () for linked in taking_part]
    stated = mentions.distinct([*chain(*proofs), *analysis.mentions])
    links = [*(one.link for one in stated), *(one.person for one in taking_part)]
    return chain(
        papers.paper(analysis, place),
        papers.source(analysis.source, place),
        papers.passages(paper, place),
        *(papers.participation(*each, analysis.source, place) for each in zip(taking_part, proofs, strict=True)),
        mentions.mentions(stated, place),
        describe((link.target for link in links if link and link.target), place.minter),
    )
