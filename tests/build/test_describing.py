"""The description of the dataset in the output folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, RdfFormat, Store, parse

from kvgraph.build import LockedError, build
from kvgraph.build.describing import add_quality
from kvgraph.build.folder import staging
from kvgraph.iris import Minter
from kvgraph.vocabulary import DQV, PREFIXES, VOID

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BASE = "https://example.org/kv/"
MINTER = Minter(BASE)
FIGURE = MINTER.evaluation("measurement", "kind", "f1")
MEASURED = [Quad(MINTER.dataset(), DQV.hasQualityMeasurement, FIGURE), Quad(FIGURE, DQV.value, Literal("1"))]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("described") / "output"
    papers = sorted(map(str, EXAMPLES.glob("0[1-3]*.txt")))
    build(papers, folder, base_iri=BASE, validate=False, jobs=1)
    return folder


def described(output: Path) -> Store:
    graph = Store()
    graph.extend(parse((output / "void.ttl").read_bytes(), RdfFormat.TURTLE))
    return graph


def test_what_the_dataset_is_and_holds(output: Path) -> None:
    query = f"""
        PREFIX void: <{PREFIXES["void"]}> PREFIX dcat: <{PREFIXES["dcat"]}> PREFIX dcterms: <{PREFIXES["dcterms"]}>
        SELECT (SUM(?papers) AS ?all) ?triples ?space {{
          <{BASE}dataset> a void:Dataset, dcat:Dataset ; void:triples ?triples ; void:uriSpace ?space ;
            void:classPartition/void:entities ?papers .
          FILTER EXISTS {{ <{BASE}dataset> dcat:distribution/dcterms:title "graph.nq.gz" }}
        }} GROUP BY ?triples ?space"""
    (row,) = described(output).query(query)  # type: ignore[misc]  # a SELECT gives rows
    statements = len(Store.read_only(str(output / "store")))
    assert [term.value for term in row] == ["3", str(statements), BASE]


def test_every_term_is_of_a_vocabulary_that_is_known(output: Path) -> None:
    predicates = {quad.predicate.value for quad in described(output)}
    assert VOID["class"].value in predicates
    assert all(predicate.startswith(tuple(PREFIXES.values())) for predicate in predicates)


def test_figures_come_in_place_of_former_ones(output: Path) -> None:
    before = {*described(output)}
    former = [Quad(FIGURE, DQV.value, Literal("0")), MEASURED[0]]
    for figures in (former, MEASURED):
        add_quality(output, figures, MINTER)
    assert {*described(output)} == before | {*MEASURED}


def test_while_a_build_is_writing_nothing_is_changed(output: Path) -> None:
    before = (output / "void.ttl").read_bytes()
    with staging(output), pytest.raises(LockedError):
        add_quality(output, [], MINTER)
    assert (output / "void.ttl").read_bytes() == before
