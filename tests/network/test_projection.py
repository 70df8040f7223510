from __future__ import annotations

import random
from itertools import combinations
from math import dist

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kvgraph import network
from kvgraph.network import Projection, layout
from kvgraph.vocabulary import DEFAULT_BASE, FOAF, RDF, SKOS


def short(iri: str) -> str:
    return iri.removeprefix(DEFAULT_BASE)


def weights(projection: Projection) -> dict[tuple[str, str, str], int]:
    return {(short(edge.source), edge.interaction, short(edge.target)): edge.weight for edge in projection.edges}


def test_the_default_view_comes_first_and_each_has_its_titles() -> None:
    assert network.VIEWS == (
        "questioner-institution",
        "citations",
        "co-questioners",
        "full",
        "party-institution",
        "questioner-minister",
    )
    assert network.VIEWS[0] == network.DEFAULT_VIEW
    for view in network.views():
        assert set(view.titles) == {"nl", "en"}
        assert view.description


def test_an_unknown_view_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no view 'hairball'; choose from questioner-institution, citations"):
        network.project([], "hairball")


def test_who_asks_about_which_institution(small: tuple[Quad, ...]) -> None:
    # A question paper and its answer are one set; what only an answer names was not asked about.
    assert weights(network.project(small)) == {
        ("person/anna-visser", "asks about", "institution/osce"): 1,
        ("person/anna-visser", "asks about", "institution/un"): 1,
        ("person/anna-visser", "asks about", "institution/un-security-council"): 1,
        ("person/bram-smit", "asks about", "institution/osce"): 2,
        ("person/bram-smit", "asks about", "institution/un"): 1,
        ("person/carla-dekker", "asks about", "institution/osce"): 1,
        ("person/carla-dekker", "asks about", "institution/un-security-council"): 1,
        ("person/unlisted/de-wit-lijst-de-wit", "asks about", "institution/osce"): 1,
    }


def test_an_edge_tells_when_where_and_why(small: tuple[Quad, ...]) -> None:
    edge = next(edge for edge in network.project(small).edges if edge.weight == 2)
    assert edge.papers == ("ah-tk-20222023-1500", "ah-tk-20222023-1800", "kv-tk-2023Z01234")
    assert (edge.first, edge.last) == ("2023-01-23", "2023-02-06")
    assert short(edge.evidence) == "paper/ah-tk-20222023-1500/header#char=110,114"
    assert NamedNode(edge.evidence) in {quad.subject for quad in small}


def test_a_node_tells_what_it_is(small: tuple[Quad, ...]) -> None:
    nodes = {short(node.iri): node for node in network.project(small).nodes}
    smit, osce = nodes["person/bram-smit"], nodes["institution/osce"]
    assert (smit.label, smit.kind, smit.party) == ("Bram Smit", "person", "VVD")
    assert (osce.label, osce.kind, osce.party) == (
        "Organisatie voor Veiligheid en Samenwerking in Europa",
        "institution",
        None,
    )
    assert osce.size > nodes["institution/un"].size
    assert smit.days == ("2023-01-23", "2023-02-06")


def test_the_office_stands_in_for_a_minister_who_is_not_known(small: tuple[Quad, ...]) -> None:
    found = weights(network.project(small, "questioner-minister"))
    assert found["person/bram-smit", "asks", "person/dirk-mol"] == 2
    assert found["person/carla-dekker", "asks", "office/minister-buitenlandse-zaken"] == 1
    assert ("person/bram-smit", "asks", "office/minister-buitenlandse-zaken") not in found


def test_who_ask_together_has_no_direction(small: tuple[Quad, ...]) -> None:
    projection = network.project(small, "co-questioners")
    assert not projection.directed
    assert weights(projection) == {
        ("person/anna-visser", "asks with", "person/bram-smit"): 1,
        ("person/anna-visser", "asks with", "person/carla-dekker"): 1,
        ("person/carla-dekker", "asks with", "person/unlisted/de-wit-lijst-de-wit"): 1,
    }


def test_citations_count_places_and_leave_pointers_inside_a_paper_out(small: tuple[Quad, ...]) -> None:
    projection = network.project(small, "citations")
    assert len(projection.edges) == 6
    kinds = {short(node.iri): node.kind for node in projection.nodes}
    assert kinds["paper/kst-21501-02-2600"] == "document"
    assert kinds["paper/ah-tk-20222023-1500"] == "paper"
    assert kinds["law/sanctiewet-1977"] == "document"
    assert not any("/answer/" in iri for iri in kinds)


def test_the_full_view_connects_everything(small: tuple[Quad, ...]) -> None:
    projection = network.project(small, "full")
    assert {edge.interaction for edge in projection.edges} == {
        "asks",
        "answers",
        "is put to",
        "asks for",
        "belongs to",
        "names",
        "cites",
    }
    assert {node.kind for node in projection.nodes} == {
        "person",
        "party",
        "office",
        "institution",
        "paper",
        "case",
        "document",
    }
    assert weights(projection)["paper/ah-tk-20222023-1500", "names", "institution/osce"] == 3


@pytest.mark.parametrize("view", network.VIEWS)
def test_a_view_does_not_depend_on_the_order_of_the_quads(small: tuple[Quad, ...], view: str) -> None:
    shuffled = random.Random(5).sample(small, len(small))  # noqa: S311 (no secret)
    store = Store()
    store.bulk_extend(shuffled)
    assert network.project(store, view) == network.project(small, view)


@pytest.mark.parametrize("view", network.VIEWS)
def test_a_view_of_nothing_is_empty(view: str) -> None:
    assert network.project([], view).nodes == ()


def test_labels_lose_what_xml_can_not_hold(small: tuple[Quad, ...]) -> None:
    osce, graph = NamedNode(DEFAULT_BASE + "institution/osce"), NamedNode(DEFAULT_BASE + "graph/register/institutions")
    kept = [quad for quad in small if quad.subject != osce or quad.predicate != SKOS.prefLabel]
    odd = Quad(osce, SKOS.prefLabel, Literal("O\x0bV\fS\x00E\ufffe \n <&>", language="nl"), graph)
    labels = {node.label for node in network.project([*kept, odd]).nodes}
    assert "O V SE <&>" in labels


def test_a_node_without_a_label_has_its_iri() -> None:
    graph = NamedNode(DEFAULT_BASE + "graph/p")
    paper, person, other = (NamedNode(DEFAULT_BASE + name) for name in ("paper/p", "person/a", "person/b"))
    questioner = NamedNode("https://w3id.org/kvgraph/ontology#questioner")
    quads = [Quad(paper, questioner, one, graph) for one in (person, other)]
    quads.append(Quad(person, FOAF.name, Literal(" "), graph))
    quads.append(Quad(person, RDF.type, FOAF.Person, graph))
    projection = network.project(quads, "co-questioners")
    assert [(node.label, node.kind) for node in projection.nodes] == [
        (person.value, "person"),
        (other.value, "document"),
    ]
    (edge,) = projection.edges
    assert (edge.first, edge.last, edge.days) == (None, None, ())


# --- layout ------------------------------------------------------------------------------------------------------


def test_nodes_stand_apart_and_neighbours_closer() -> None:
    two_cliques = [pair for nodes in (range(5), range(5, 10)) for pair in combinations(nodes, 2)]
    points = layout.positions([4] * 10, two_cliques)
    inside = [dist(points[one], points[other]) for one, other in two_cliques]
    across = [dist(points[one], points[other]) for one in range(5) for other in range(5, 10)]
    assert min(inside + across) > 5
    assert sum(inside) / len(inside) < sum(across) / len(across) / 1.5


def test_a_large_network_is_laid_out_at_once() -> None:
    points = layout.positions(list(range(20_000)), [(0, 1)])
    assert len(set(points)) == 20_000
    assert points[19_999] == (0.0, 0.0), "the heaviest in the middle"


def test_no_and_one_node_have_a_place() -> None:
    assert layout.positions([], []) == []
    assert layout.positions([1], [(0, 0)]) == [(0.0, 0.0)]
