"""Loading into servers that fail, and the addresses of stores."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kvgraph import remote
from kvgraph.remote import RemoteError

EX = "http://example.org/"


def quad(graph: str, text: str) -> Quad:
    return Quad(NamedNode(EX + "s"), NamedNode(EX + "p"), Literal(text), NamedNode(EX + graph))


TWO_GRAPHS = (quad("a", "1"), quad("b", "2"), quad("b", "3"))


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(remote.USER, raising=False)
    monkeypatch.delenv(remote.PASSWORD, raising=False)


# --- servers that fail -------------------------------------------------------------------------------------------


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes


@dataclass
class Stub:
    """A server that answers what it is told, and remembers what it was asked."""

    url: str = ""
    answers: list[tuple[int, dict[str, str], bytes] | None] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.answers.append((status, {name.replace("_", "-"): value for name, value in headers.items()}, body))

    def count(self, number: int) -> None:
        document = {"head": {"vars": ["count"]}, "results": {"bindings": [{"count": {"value": str(number)}}]}}
        self.answer(200, json.dumps(document).encode(), Content_Type="application/sparql-results+json")

    def cut(self) -> None:
        self.answers.append(None)


@pytest.fixture
def stub() -> Iterator[Stub]:
    state = Stub()

    class Handler(BaseHTTPRequestHandler):
        def respond(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            query = parse_qs(parts.query, keep_blank_values=True)
            state.requests.append(Request(self.command, parts.path, query, dict(self.headers), body))
            answer = state.answers.pop(0)
            if answer is None:
                self.close_connection = True
                return
            status, headers, content = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_PUT = do_POST = respond  # noqa: N815 (names of the standard library)

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield state
    server.shutdown()
    thread.join()
    server.server_close()


def test_each_graph_is_one_put_of_ntriples_and_one_count(stub: Stub) -> None:
    for number in (1, 2):
        stub.answer(204)
        stub.count(number)
    assert remote.load(f"fuseki:{stub.url}/kamer", TWO_GRAPHS).verified
    put, count, *_ = stub.requests
    assert (put.method, put.path, put.query) == ("PUT", "/kamer/data", {"graph": [EX + "a"]})
    assert put.headers["Content-Type"] == "application/n-triples"
    assert put.body == b'<http://example.org/s> <http://example.org/p> "1" .\n'
    assert (count.method, count.path) == ("POST", "/kamer/query")
    assert f"GRAPH <{EX}a>" in parse_qs(count.body.decode())["query"][0]
    assert "Authorization" not in put.headers


def test_credentials_come_from_the_environment(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(remote.USER, "anna")
    monkeypatch.setenv(remote.PASSWORD, "geheim")
    stub.answer(204)
    stub.count(1)
    remote.load(f"oxigraph:{stub.url}", TWO_GRAPHS[:1])
    assert all(request.headers["Authorization"] == "Basic YW5uYTpnZWhlaW0=" for request in stub.requests)


def test_virtuoso_gets_digest_authentication(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(remote.USER, "dba")
    monkeypatch.setenv(remote.PASSWORD, "geheim")
    stub.answer(401, WWW_Authenticate='Digest realm="r", nonce="n", qop="auth"')
    stub.answer(204)
    stub.count(1)
    remote.load(f"virtuoso:{stub.url}", TWO_GRAPHS[:1])
    assert [request.path for request in stub.requests[:2]] == ["/sparql-graph-crud-auth"] * 2
    assert stub.requests[1].headers["Authorization"].startswith('Digest username="dba"')


UNKNOWN = "The graph may be as it was, or new, or half of it"
OLD = "The graph is as it was"

Failure = Callable[[Stub], None]


@pytest.mark.parametrize(
    ("fail", "reason", "state", "advice"),
    [
        (
            lambda stub: stub.answer(500, b"disk\n full"),
            r"500 Internal Server Error \(disk full\)",
            UNKNOWN,
            "each graph is replaced",
        ),
        (lambda stub: stub.answer(503), "503 Service Unavailable", UNKNOWN, "each graph is replaced"),
        (lambda stub: stub.answer(401), "401 Unauthorized", OLD, "Set KVGRAPH_STORE_USER and KVGRAPH_STORE_PASSWORD"),
        (lambda stub: stub.answer(403), "403 Forbidden", OLD, "Set KVGRAPH_STORE_USER"),
        (lambda stub: stub.answer(404), "404 Not Found", OLD, "Check the address"),
        (lambda stub: stub.answer(307, Location="/else"), "307 Temporary Redirect to /else", OLD, "Run the same"),
        (lambda stub: stub.answer(202), "202 Accepted", OLD, "Run the same"),
        (lambda stub: stub.cut(), "the connection broke off", UNKNOWN, "Run the same"),
    ],
)
def test_a_graph_that_is_not_taken_is_named(stub: Stub, fail: Failure, reason: str, state: str, advice: str) -> None:
    stub.answer(204)
    stub.count(1)
    fail(stub)
    with pytest.raises(RemoteError, match=rf"/store: graph <{EX}b>: {reason}") as caught:
        remote.load(f"oxigraph:{stub.url}", TWO_GRAPHS)
    assert caught.value.graph == EX + "b"
    assert caught.value.state == f"{state}. Graphs loaded before it: 1; those after it were not touched."
    assert advice in caught.value.advice
    assert len(stub.requests) == 3, "nothing is sent after a failure"


def test_another_number_of_triples_is_an_error(stub: Stub) -> None:
    stub.answer(204)
    stub.count(7)
    with pytest.raises(RemoteError, match=rf"graph <{EX}a>: it has 7 triples instead of 1\. The graph is not what was"):
        remote.load(f"oxigraph:{stub.url}", TWO_GRAPHS)


@pytest.mark.parametrize(
    "fail",
    [
        lambda stub: stub.answer(500),
        lambda stub: stub.answer(200, b"<html>welcome</html>"),
        lambda stub: stub.answer(200, b'{"results": {"bindings": []}}'),
        lambda stub: stub.answer(200, b"[" * 100_000),
        lambda stub: stub.cut(),
    ],
)
def test_what_can_not_be_verified_is_an_error(stub: Stub, fail: Failure) -> None:
    stub.answer(204)
    fail(stub)
    with pytest.raises(RemoteError, match="it was sent, but can't be verified at "):
        remote.load(f"oxigraph:{stub.url}", TWO_GRAPHS[:1])


def test_a_store_without_a_known_query_address_is_loaded_unverified(stub: Stub) -> None:
    stub.answer(201)
    report = remote.load(f"{stub.url}/graphs?tenant=k", TWO_GRAPHS[:1])
    assert not report.verified
    assert stub.requests[0].query == {"tenant": ["k"], "graph": [EX + "a"]}


def test_a_server_that_is_not_there_is_an_error() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"oxigraph:http://127.0.0.1:{probe.getsockname()[1]}"
        with pytest.raises(RemoteError, match="no connection") as caught:
            remote.load(url, TWO_GRAPHS)
        assert caught.value.state.startswith("The graph is as it was. Graphs loaded before it: 0;")
        with pytest.raises(RemoteError, match="no answer"):
            remote.run(url, "ASK { ?s ?p ?o }")


@pytest.mark.parametrize("body", [b"<html></html>", b"{", b'{"head": {}}', b'{"a":' * 100_000])
def test_an_answer_that_can_not_be_read_is_an_error(stub: Stub, body: bytes) -> None:
    stub.answer(200, body, Content_Type="application/sparql-results+json")
    with pytest.raises(RemoteError, match=r"/sparql: the answer can't be read"):
        remote.run(f"{stub.url}/sparql", "ASK { ?s ?p ?o }")


def test_an_answer_of_another_kind_is_an_error(stub: Stub) -> None:
    stub.answer(200, b"hello", Content_Type="text/html; charset=utf-8")
    with pytest.raises(RemoteError, match=r"the answer can't be read \(it is text/html\)"):
        remote.run(f"{stub.url}/sparql", "ASK { ?s ?p ?o }")


# --- addresses ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "graph_store", "query"),
    [
        ("oxigraph:http://h:7878", "http://h:7878/store", "http://h:7878/query"),
        ("oxigraph:http://h:7878/", "http://h:7878/store", "http://h:7878/query"),
        ("http://h:7878/store", "http://h:7878/store", "http://h:7878/query"),
        ("fuseki:http://h:3030/kamer", "http://h:3030/kamer/data", "http://h:3030/kamer/query"),
        ("https://h/kamer/data", "https://h/kamer/data", "https://h/kamer/query"),
        (
            "graphdb:http://h:7200/kamer",
            "http://h:7200/repositories/kamer/rdf-graphs/service",
            "http://h:7200/repositories/kamer",
        ),
        (
            "rdf4j:http://h:8080/rdf4j-server/repositories/kamer",
            "http://h:8080/rdf4j-server/repositories/kamer/rdf-graphs/service",
            "http://h:8080/rdf4j-server/repositories/kamer",
        ),
        ("virtuoso:http://h:8890", "http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql"),
        ("https://h/rdf-graph-store", "https://h/rdf-graph-store", None),
    ],
)
def test_addresses_of_known_products(url: str, graph_store: str, query: str | None) -> None:
    found = remote.locate(url)
    assert (found.graph_store, found.query) == (graph_store, query)


@pytest.mark.parametrize(
    "url", ["", "graph.ttl", "ftp://h/store", "stardog:http://h", "http://", "oxigraph:h:7878", "http://[x"]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(RemoteError, match="this is no "):
        remote.load(url, [])


@pytest.mark.parametrize("url", ["http://anna:geheim@h/store", "oxigraph:http://anna:geheim@h:7878"])
def test_a_password_in_an_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(RemoteError, match="Set KVGRAPH_STORE_USER and KVGRAPH_STORE_PASSWORD instead") as caught:
        remote.load(url, [])
    assert "geheim" not in str(caught.value)
