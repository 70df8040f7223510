"""The networkx graph is the projection, and the same that networkx reads from the files."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import networkx
import pytest
from pyoxigraph import Quad

from kvgraph.network import VIEWS, project, to_networkx, write_gexf, write_graphml


@pytest.mark.parametrize("view", VIEWS)
def test_all_nodes_and_edges_are_there(small: Sequence[Quad], view: str) -> None:
    projection = project(small, view)
    graph = to_networkx(projection)
    assert graph.is_directed() == projection.directed
    assert set(graph.nodes) == {node.iri for node in projection.nodes}
    found = sorted((a, b, facts["interaction"], facts["weight"]) for a, b, facts in graph.edges(data=True))
    ends = [(e.source, e.target, e.interaction, e.weight) for e in projection.edges]
    key = tuple if projection.directed else sorted
    assert sorted([*key(one[:2]), *one[2:]] for one in found) == sorted([*key(one[:2]), *one[2:]] for one in ends)


@pytest.mark.parametrize("view", VIEWS)
def test_the_files_read_back_as_the_same_graph(small: Sequence[Quad], view: str) -> None:
    projection = project(small, view)
    graph = to_networkx(projection)
    gexf, graphml = BytesIO(), BytesIO()
    write_gexf(projection, gexf)
    write_graphml(projection, graphml)
    for read in (networkx.read_gexf(BytesIO(gexf.getvalue())), networkx.read_graphml(BytesIO(graphml.getvalue()))):
        assert set(read.nodes) == set(graph.nodes)
        assert read.number_of_edges() == graph.number_of_edges()
