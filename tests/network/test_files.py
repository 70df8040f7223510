"""GEXF and GraphML hold the same network, for networkx and by the official schema."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad

from kvgraph import network
from kvgraph.network import Edge, Node, Projection

SCHEMA = Path(__file__).resolve().parents[3] / "shared" / "conformance" / "gexf" / "gexf.rng"
GEXF = "{http://gexf.net/1.3}"


def written(projection: Projection, write: Callable[[Projection, IO[bytes]], None]) -> bytes:
    stream = io.BytesIO()
    write(projection, stream)
    return stream.getvalue()


def gexf(projection: Projection) -> Any:
    return networkx.read_gexf(io.BytesIO(written(projection, network.write_gexf)))


def graphml(projection: Projection) -> Any:
    return networkx.read_graphml(io.BytesIO(written(projection, network.write_graphml)))


def node_facts(graph: Any) -> dict[str, dict[str, Any]]:
    return {
        iri: {key: facts.get(key) for key in ("label", "kind", "party", "iri")} for iri, facts in graph.nodes.items()
    }


def edge_facts(graph: Any) -> list[tuple[str, ...]]:
    names = ("interaction", "weight", "first", "last", "papers", "evidence")
    found = []
    for source, target, facts in graph.edges(data=True):
        ends = (source, target) if graph.is_directed() else tuple(sorted((source, target)))
        found.append((*ends, *(str(float(facts[name]) if name == "weight" else facts.get(name)) for name in names)))
    return sorted(found)


def check(projection: Projection) -> None:
    expected_nodes = {
        node.iri: {"label": node.label, "kind": node.kind, "party": node.party, "iri": node.iri}
        for node in projection.nodes
    }
    expected_edges = sorted(
        (
            *(edge.source, edge.target, edge.interaction, str(float(edge.weight)), str(edge.first), str(edge.last)),
            *(" ".join(edge.papers), edge.evidence),
        )
        for edge in projection.edges
    )
    for graph in (gexf(projection), graphml(projection)):
        assert graph.is_directed() == projection.directed
        assert node_facts(graph) == expected_nodes
        assert edge_facts(graph) == expected_edges


@pytest.mark.parametrize("view", network.VIEWS)
def test_networkx_reads_equal_nodes_and_edges(small: tuple[Quad, ...], view: str) -> None:
    check(network.project(small, view))


@pytest.mark.parametrize("view", network.VIEWS)
def test_gexf_is_valid(small: tuple[Quad, ...], view: str) -> None:
    if not SCHEMA.is_file():
        pytest.skip(f"the RelaxNG of GEXF 1.3 is not at {SCHEMA}")
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    schema.assertValid(etree.fromstring(written(network.project(small, view), network.write_gexf)))


def test_gexf_has_a_timeline_positions_sizes_and_colours(small: tuple[Quad, ...]) -> None:
    projection = network.project(small)
    root = ElementTree.fromstring(written(projection, network.write_gexf))  # noqa: S314 (our own text)
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("timeformat"), graph.get("timerepresentation")) == ("date", "timestamp")
    edges = {edge.get("timestamps") for edge in graph.iter(f"{GEXF}edge")}
    assert "<[2023-01-23, 2023-02-06]>" in edges
    seen = gexf(projection).nodes
    for node in projection.nodes:
        shape = seen[node.iri]["viz"]
        assert shape["position"] == {"x": node.x, "y": node.y, "z": 0.0}
        assert shape["size"] == node.size
        assert node.colour == "#{r:02x}{g:02x}{b:02x}".format(**shape["color"])
    assert len({node.colour for node in projection.nodes}) == len({node.kind for node in projection.nodes}) == 2


def test_graphml_has_what_cytoscape_looks_for(small: tuple[Quad, ...]) -> None:
    graph = graphml(network.project(small))
    for facts in graph.nodes.values():
        assert facts["name"] == facts["label"]
        assert facts["color"].startswith("#")
    for facts in graph.edges.values():
        assert isinstance(facts["weight"], int)
        assert facts["interaction"] == "asks about"


@pytest.mark.parametrize("write", [network.write_gexf, network.write_graphml])
def test_bytes_are_stable_and_an_empty_network_is_a_document(
    small: tuple[Quad, ...], write: Callable[[Projection, IO[bytes]], None]
) -> None:
    assert written(network.project(small), write) == written(network.project(reversed(small)), write)
    ElementTree.fromstring(written(network.project([]), write))  # noqa: S314 (our own text)


labels = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp", "Zs"]), min_size=1)


@given(labels, labels)
def test_any_label_comes_back_as_it_was(label: str, party: str) -> None:
    nodes = tuple(
        Node(f"https://example.org/{name}#char=1,2", label, "person", party, (), 0.0, -1.5, 4.0, "#0072b2")
        for name in ("a", "b", "c")
    )
    edge = Edge(nodes[0].iri, nodes[1].iri, "asks", 2, ("p", "q"), ("2023-01-01",), "https://example.org/?a&b")
    check(Projection(network.views()[0], True, nodes, (edge,)))
