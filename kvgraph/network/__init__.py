"""The graph as a network: views of it, and files that network tools open."""

from __future__ import annotations

from kvgraph.network.gexf import write_gexf
from kvgraph.network.graphml import write_graphml
from kvgraph.network.notebook import to_networkx
from kvgraph.network.projection import DEFAULT_VIEW, VIEWS, Edge, Node, Projection, project, views

__all__ = [
    "DEFAULT_VIEW",
    "VIEWS",
    "Edge",
    "Node",
    "Projection",
    "project",
    "to_networkx",
    "views",
    "write_gexf",
    "write_graphml",
]
