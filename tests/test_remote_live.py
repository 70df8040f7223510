"""Loading into a live Oxigraph server, and asking it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from kvgraph import queries, remote
from kvgraph.queries import Table, Triples, Truth
from kvgraph.remote import LoadedGraph, RemoteError

EX = "http://example.org/"
OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


def quad(graph: str, text: str) -> Quad:
    return Quad(NamedNode(EX + "s"), NamedNode(EX + "p"), Literal(text), NamedNode(EX + graph))


TWO_GRAPHS = (quad("a", "1"), quad("b", "2"), quad("b", "3"))


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(remote.USER, raising=False)
    monkeypatch.delenv(remote.PASSWORD, raising=False)


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if OXIGRAPH is None:
        pytest.skip("the oxigraph server is not installed (pip install oxigraph)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    location = tmp_path_factory.mktemp("oxigraph")
    with subprocess.Popen(
        [OXIGRAPH, "serve", "--location", str(location), "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, server)
            yield address
        finally:
            server.terminate()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and server.poll() is None:
        try:
            httpx.get(address, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the oxigraph server does not answer")


@pytest.fixture(scope="module")
def embedded(small: tuple[Quad, ...]) -> Store:
    memory = Store()
    memory.extend(small)
    return memory


@pytest.fixture(scope="module")
def loaded(oxigraph: str, small: tuple[Quad, ...]) -> str:
    remote.load(f"oxigraph:{oxigraph}", small)
    return oxigraph


def held(address: str) -> set[Quad]:
    dump = httpx.get(f"{address}/store", headers={"Accept": "application/n-quads"}, trust_env=False)
    return set(parse(dump.content, RdfFormat.N_QUADS))


def test_a_live_server_holds_the_same_quads(oxigraph: str, small: tuple[Quad, ...], embedded: Store) -> None:
    seen: list[LoadedGraph] = []
    report = remote.load(f"oxigraph:{oxigraph}", small, on_graph=seen.append)
    assert held(oxigraph) == set(embedded)
    assert report.verified
    assert report.graphs == tuple(seen)
    assert report.triples == len(set(small))
    assert [graph.graph for graph in seen] == sorted(str(graph)[1:-1] for graph in embedded.named_graphs())


def test_a_second_load_replaces_graphs_and_keeps_others(
    oxigraph: str, small: tuple[Quad, ...], embedded: Store
) -> None:
    remote.load(f"oxigraph:{oxigraph}", [*small, *TWO_GRAPHS])
    remote.load(f"{oxigraph}/store", [quad("b", "new")])
    assert held(oxigraph) == {*embedded, quad("a", "1"), quad("b", "new")}
    for graph in ("a", "b"):
        httpx.delete(f"{oxigraph}/store", params={"graph": EX + graph}, trust_env=False)


def test_a_dry_run_sends_nothing(oxigraph: str) -> None:
    before = held(oxigraph)
    report = remote.load(f"oxigraph:{oxigraph}", TWO_GRAPHS, dry_run=True)
    assert [(graph.graph, graph.triples, graph.verified) for graph in report.graphs] == [
        (EX + "a", 1, False),
        (EX + "b", 2, False),
    ]
    assert held(oxigraph) == before


def rows(answer: queries.Answer) -> list[tuple[str, ...]]:
    assert isinstance(answer, Table)
    return [answer.variables, *(tuple(map(str, row)) for row in answer.rows())]


@pytest.mark.parametrize("question", queries.catalogue(), ids=lambda question: str(question.name))
def test_each_named_question_answers_there_as_in_the_embedded_store(
    loaded: str, embedded: Store, question: queries.Question
) -> None:
    here = rows(queries.run(embedded, question))
    assert rows(remote.run(f"oxigraph:{loaded}", question)) == here
    assert rows(remote.run(f"{loaded}/query", question)) == here


def test_questions_take_parameters_there_too(loaded: str, embedded: Store) -> None:
    question, values = queries.named("who-cites"), {"document": "kst-21501-02-2600"}
    here = rows(queries.run(embedded, question, values))
    assert len(here) == 4
    assert rows(remote.run(f"oxigraph:{loaded}", question, values)) == here


def test_truth_values_and_triples_come_back(loaded: str) -> None:
    answer = remote.run(f"oxigraph:{loaded}", "ASK { GRAPH ?g { ?s a kv:Paper } }")
    assert isinstance(answer, Truth)
    assert answer.boolean
    answer = remote.run(f"oxigraph:{loaded}", "CONSTRUCT { ?s a kv:Party } WHERE { GRAPH ?g { ?s a kv:Party } }")
    assert isinstance(answer, Triples)
    assert len(answer.triples) == 3


def test_a_query_that_the_server_refuses_is_an_error(loaded: str) -> None:
    with pytest.raises(RemoteError, match=r"/query: 400 Bad Request \(error at 1:"):
        remote.run(f"oxigraph:{loaded}", "SELECT ?x WHERE")
    with pytest.raises(queries.QueryError, match="SERVICE"):
        remote.run(f"oxigraph:{loaded}", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
