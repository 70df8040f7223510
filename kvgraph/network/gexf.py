"""GEXF 1.3, for Gephi: with a timeline, positions, sizes and colours (https://gexf.net, valid by its RelaxNG)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import IO

from kvgraph.network.markup import Markup
from kvgraph.network.projection import Edge, Node, Projection

_NODE_ATTRIBUTES = {"kind": "string", "party": "string", "iri": "anyURI"}
_EDGE_ATTRIBUTES = {
    "interaction": "string",
    "first": "string",
    "last": "string",
    "papers": "string",
    "evidence": "anyURI",
}


def write_gexf(projection: Projection, stream: IO[bytes]) -> None:
    """Write the projection as GEXF 1.3 in UTF-8; the days on which two nodes met are the timestamps of their edge."""
    xml = Markup(stream)
    namespaces = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"}
    graph = {
        "defaultedgetype": "directed" if projection.directed else "undirected",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "timestamp",
    }
    with xml.document("gexf", namespaces):
        with xml.element("meta", {}):
            xml.leaf("creator", {}, "kvgraph")
            xml.leaf("description", {}, projection.view.titles["en"])
        with xml.element("graph", graph):
            _declare(xml, "node", _NODE_ATTRIBUTES)
            _declare(xml, "edge", _EDGE_ATTRIBUTES)
            with xml.element("nodes", {"count": str(len(projection.nodes))}):
                for node in projection.nodes:
                    _node(xml, node)
            with xml.element("edges", {"count": str(len(projection.edges))}):
                for number, edge in enumerate(projection.edges):
                    _edge(xml, number, edge)


def _declare(xml: Markup, of: str, attributes: Mapping[str, str]) -> None:
    with xml.element("attributes", {"class": of, "mode": "static"}):
        for name, kind in attributes.items():
            xml.leaf("attribute", {"id": name, "title": name, "type": kind})


def _node(xml: Markup, node: Node) -> None:
    red, green, blue = (str(int(node.colour[at : at + 2], 16)) for at in (1, 3, 5))
    with xml.element("node", {"id": node.iri, "label": node.label, "timestamps": _timestamps(node.days)}):
        _values(xml, {"kind": node.kind, "party": node.party, "iri": node.iri})
        xml.leaf("viz:size", {"value": str(node.size)})
        xml.leaf("viz:position", {"x": str(node.x), "y": str(node.y), "z": "0.0"})
        xml.leaf("viz:color", {"r": red, "g": green, "b": blue})


def _edge(xml: Markup, number: int, edge: Edge) -> None:
    attributes = {
        "id": str(number),
        "source": edge.source,
        "target": edge.target,
        "label": edge.interaction,
        "kind": edge.interaction,
        "weight": str(edge.weight),
        "timestamps": _timestamps(edge.days),
    }
    values = {
        "interaction": edge.interaction,
        "first": edge.first,
        "last": edge.last,
        "papers": " ".join(edge.papers),
        "evidence": edge.evidence,
    }
    with xml.element("edge", attributes):
        _values(xml, values)


def _values(xml: Markup, values: Mapping[str, str | None]) -> None:
    with xml.element("attvalues", {}):
        for name, value in values.items():
            if value is not None:
                xml.leaf("attvalue", {"for": name, "value": value})


def _timestamps(days: Sequence[str]) -> str | None:
    """Return days as Gephi writes a set of timestamps; None, so no attribute, when there is no day."""
    return f"<[{', '.join(days)}]>" if days else None
