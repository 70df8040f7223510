"""A view of the graph for a notebook: a networkx graph, with all measures and drawings that networkx has."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from kvgraph.network.projection import Projection

if TYPE_CHECKING:
    import networkx


def to_networkx(projection: Projection) -> networkx.Graph | networkx.DiGraph:
    """Return the projection as a networkx graph, directed when the view is; nodes are IRIs.

    Nodes carry ``label``, ``kind``, ``party``, ``days``, ``x``, ``y``, ``size`` and ``colour``; edges ``interaction``,
    ``weight``, ``papers``, ``days`` and ``evidence``. Where two things meet in more than one interaction, each is an
    edge of its own, and the graph a multigraph.
    """
    import networkx  # takes half a second, and nothing else here needs it

    ends = [(edge.source, edge.target) for edge in projection.edges]
    several = len(set(ends)) < len(ends)
    kinds = {
        (True, True): networkx.MultiDiGraph,
        (True, False): networkx.DiGraph,
        (False, True): networkx.MultiGraph,
        (False, False): networkx.Graph,
    }
    graph = kinds[projection.directed, several](view=projection.view.name)
    for node in projection.nodes:
        facts = asdict(node)
        graph.add_node(facts.pop("iri"), **facts)
    for edge in projection.edges:
        facts = asdict(edge)
        graph.add_edge(facts.pop("source"), facts.pop("target"), **facts)
    return graph
