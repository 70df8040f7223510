"""GraphML, for Cytoscape, yEd, R and networkx (http://graphml.graphdrawing.org)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO

from kvgraph.network.markup import Markup
from kvgraph.network.projection import Edge, Node, Projection

_NODE_KEYS = {
    "label": "string",
    "name": "string",
    "kind": "string",
    "party": "string",
    "iri": "string",
    "x": "double",
    "y": "double",
    "size": "double",
    "color": "string",
}
_EDGE_KEYS = {
    "interaction": "string",
    "weight": "int",
    "first": "string",
    "last": "string",
    "papers": "string",
    "evidence": "string",
}


def write_graphml(projection: Projection, stream: IO[bytes]) -> None:
    """Write the projection as GraphML in UTF-8, with the attributes that Cytoscape looks for: name and interaction."""
    xml = Markup(stream)
    with xml.document("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"}):
        for owner, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
            for name, kind in keys.items():
                xml.leaf("key", {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind})
        with xml.element("graph", {"edgedefault": "directed" if projection.directed else "undirected"}):
            for node in projection.nodes:
                with xml.element("node", {"id": node.iri}):
                    _data(xml, "node", _node_values(node))
            for number, edge in enumerate(projection.edges):
                with xml.element("edge", {"id": str(number), "source": edge.source, "target": edge.target}):
                    _data(xml, "edge", _edge_values(edge))


def _node_values(node: Node) -> Mapping[str, str | None]:
    return {
        "label": node.label,
        "name": node.label,
        "kind": node.kind,
        "party": node.party,
        "iri": node.iri,
        "x": str(node.x),
        "y": str(node.y),
        "size": str(node.size),
        "color": node.colour,
    }


def _edge_values(edge: Edge) -> Mapping[str, str | None]:
    return {
        "interaction": edge.interaction,
        "weight": str(edge.weight),
        "first": edge.first,
        "last": edge.last,
        "papers": " ".join(edge.papers),
        "evidence": edge.evidence,
    }


def _data(xml: Markup, owner: str, values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is not None:
            xml.leaf("data", {"key": f"{owner}-{name}"}, value)
