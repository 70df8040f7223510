"""Loading a graph into a triple store over HTTP, and asking one.

Loading follows the SPARQL 1.1 Graph Store HTTP Protocol: one PUT for each named graph, so that a graph is replaced
whole and a second run ends the same. After each PUT the store is asked how many triples the graph has.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import urlsplit

import httpx
from pyoxigraph import Quad, QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results

from kvgraph import __version__, queries, store
from kvgraph.queries import Answer, Question, Table, Triples, Truth

USER, PASSWORD = "KVGRAPH_STORE_USER", "KVGRAPH_STORE_PASSWORD"

TIMEOUT = httpx.Timeout(connect=10, read=300, write=60, pool=10)
CONNECT_RETRIES = 3
"""How often a connection that can't be made is tried again: nothing was sent by then, so that trying is safe."""

_RESULTS, _TRIPLES = "application/sparql-results+json", "application/n-triples"


class RemoteError(Exception):
    """A remote store that didn't do what it was asked: where, of which graph, why, what holds now, what to do next."""

    def __init__(self, url: str, reason: str, *, graph: str | None = None, state: str = "", advice: str = "") -> None:
        self.url, self.reason, self.graph, self.state, self.advice = url, reason, graph, state, advice
        what = f"graph <{graph}>: " if graph else ""
        super().__init__(" ".join(part for part in (f"{url}: {what}{reason}.", state, advice) if part))


@dataclass(frozen=True, slots=True)
class Remote:
    """Where a store takes graphs and where it answers queries; ``query`` None when that can't be told."""

    graph_store: str
    query: str | None
    digest: bool = False


@dataclass(frozen=True, slots=True)
class LoadedGraph:
    """A graph (None for the default graph), how many triples it has, and whether the store confirmed that."""

    graph: str | None
    triples: int
    verified: bool


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What was loaded, or in a dry run would be, and where."""

    remote: Remote
    graphs: tuple[LoadedGraph, ...]

    @property
    def triples(self) -> int:
        """Return how many triples all graphs have together."""
        return sum(graph.triples for graph in self.graphs)

    @property
    def verified(self) -> bool:
        """Tell whether the store confirmed every graph."""
        return all(graph.verified for graph in self.graphs)


# --- addresses ---------------------------------------------------------------------------------------------------

# What follows the address in the path: for graphs, for queries.
_PRODUCTS = {
    "oxigraph": ("/store", "/query"),
    "fuseki": ("/data", "/query"),
    "graphdb": ("/rdf-graphs/service", ""),
    "rdf4j": ("/rdf-graphs/service", ""),
    "virtuoso": ("/sparql-graph-crud-auth", "/sparql"),
}
_IN_REPOSITORIES = ("graphdb", "rdf4j")


def locate(url: str) -> Remote:
    """Return where the store at this address takes graphs and queries.

    ``oxigraph:``, ``fuseki:``, ``graphdb:``, ``rdf4j:`` and ``virtuoso:`` before an address say which product it is
    (``fuseki:http://localhost:3030/kamer``, ``graphdb:http://localhost:7200/kamer``); without one it is the address
    of a graph store itself. Raises RemoteError for an address that isn't http(s) or holds a password.
    """
    product, _, rest = url.partition(":")
    if product not in _PRODUCTS:
        address = _checked(url)
        ends = (end for end in _PRODUCTS.values() if address.endswith(end[0]))
        return Remote(address, next((address.removesuffix(graphs) + query for graphs, query in ends), None))
    address = _checked(rest).rstrip("/")
    if product in _IN_REPOSITORIES and "/repositories/" not in address:
        server, _, repository = address.rpartition("/")
        address = f"{server}/repositories/{repository}"
    graphs, query = _PRODUCTS[product]
    return Remote(address + graphs, address + query, digest=product == "virtuoso")


def endpoint(url: str) -> str:
    """Return the address of the query service: of a product by its prefix, else the address itself."""
    if url.partition(":")[0] in _PRODUCTS:
        return locate(url).query or url
    return _checked(url)


def _checked(url: str) -> str:
    try:
        parts, _ = urlsplit(url), httpx.URL(url)
    except (ValueError, httpx.InvalidURL) as error:
        raise RemoteError(url, f"this is no address ({error})") from error
    if parts.username is not None or parts.password is not None:
        hidden = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        raise RemoteError(hidden, "the address holds a user or password", advice=f"Set {USER} and {PASSWORD} instead.")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        products = ", ".join(f"{product}:" for product in _PRODUCTS)
        raise RemoteError(url, "this is no http(s) address", advice=f"It may start with {products}.")
    return url


# --- loading -----------------------------------------------------------------------------------------------------


def load(
    url: str,
    quads: Iterable[Quad],
    *,
    on_graph: Callable[[LoadedGraph], None] | None = None,
    dry_run: bool = False,
) -> LoadReport:
    """Put each graph of the quads into the store at ``url`` in place of what it held, and return what was done.

    Graphs of the store that the quads don't have stay. ``on_graph`` is called after each graph. A dry run sends
    nothing. User and password come from the environment alone. Raises RemoteError at the first graph that fails.
    """
    remote = locate(url)
    done: list[LoadedGraph] = []
    with _client(remote) as client:
        for graph, triples in store.graphs(quads):
            verified = False
            if not dry_run:
                _put(client, remote, graph, triples, len(done))
                verified = _verify(client, remote, graph, len(triples), len(done))
            done.append(LoadedGraph(graph, len(triples), verified))
            if on_graph:
                on_graph(done[-1])
    return LoadReport(remote, tuple(done))


class _Held(StrEnum):
    """What a graph of the store holds after a failure."""

    OLD = "The graph is as it was"
    UNKNOWN = "The graph may be as it was, or new, or half of it"
    OTHER = "The graph is not what was sent"


_AGAIN = "Run the same command again when the store is well: each graph is replaced whole."
_CREDENTIALS = f"Set {USER} and {PASSWORD}, and run the same command again."
_ADDRESS = "Check the address: does the dataset or repository exist, and does it take graphs?"
_ADVICE = {401: _CREDENTIALS, 403: _CREDENTIALS, 404: _ADDRESS, 405: _ADDRESS, 501: _ADDRESS}


def _put(client: httpx.Client, remote: Remote, graph: str | None, triples: list[bytes], done: int) -> None:
    address = httpx.URL(remote.graph_store).copy_merge_params({"graph": graph} if graph else {"default": ""})
    try:
        response = client.put(address, content=b"".join(triples), headers={"Content-Type": _TRIPLES})
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        raise _failed(remote, graph, f"no connection ({error})", _Held.OLD, done) from error
    except httpx.HTTPError as error:
        reason = f"the connection broke off ({error or type(error).__name__})"
        raise _failed(remote, graph, reason, _Held.UNKNOWN, done) from error
    if response.status_code not in (200, 201, 204):
        held = _Held.UNKNOWN if response.is_server_error else _Held.OLD
        raise _failed(remote, graph, _refusal(response), held, done, _ADVICE.get(response.status_code, _AGAIN))


def _verify(client: httpx.Client, remote: Remote, graph: str | None, expected: int, done: int) -> bool:
    """Tell whether the store could be asked; raises RemoteError when it has another number of triples."""
    if remote.query is None or graph is None:  # what a default graph holds depends on the settings of the store
        return False
    try:
        found = _count(client, remote.query, graph)
    except (httpx.HTTPError, ValueError) as error:
        reason = f"it was sent, but can't be verified at {remote.query} ({error or type(error).__name__})"
        raise _failed(remote, graph, reason, _Held.UNKNOWN, done) from error
    if found != expected:
        raise _failed(remote, graph, f"it has {found} triples instead of {expected}", _Held.OTHER, done)
    return True


def _count(client: httpx.Client, address: str, graph: str) -> int:
    """Return how many triples a graph of the store has; raises HTTPError, or ValueError for another answer."""
    response = _ask(client, address, f"SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    if response.status_code != 200:
        raise ValueError(_refusal(response))
    try:
        return int(json.loads(response.content)["results"]["bindings"][0]["count"]["value"])
    except (LookupError, TypeError, RecursionError) as error:
        raise ValueError("the answer is no count") from error


def _failed(
    remote: Remote, graph: str | None, reason: str, held: _Held, done: int, advice: str = _AGAIN
) -> RemoteError:
    state = f"{held}. Graphs loaded before it: {done}; those after it were not touched."
    return RemoteError(remote.graph_store, reason, graph=graph, state=state, advice=advice)


# --- asking ------------------------------------------------------------------------------------------------------


def run(url: str, query: Question | str, values: Mapping[str, str] = MappingProxyType({})) -> Answer:
    """Return the answer of a remote store to a question or to any query text, as `queries.run` does of an embedded one.

    Outside ``GRAPH`` a query sees what the store shows there. Raises QueryError as `queries.run` does, and RemoteError
    when the store refuses, can't be reached, or gives something else than an answer.
    """
    question = queries.read("the query", query) if isinstance(query, str) else query
    text, address = question.bind(values), endpoint(url)
    try:
        with _client(locate(url)) as client:
            response = _ask(client, address, text)
    except httpx.HTTPError as error:
        raise RemoteError(address, f"no answer ({error or type(error).__name__})") from error
    if response.status_code != 200:
        raise RemoteError(address, _refusal(response), advice=_ADVICE.get(response.status_code, ""))
    try:
        return _answer(response)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise RemoteError(address, f"the answer can't be read ({error})") from error


def _answer(response: httpx.Response) -> Answer:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    if kind == _TRIPLES:
        return Triples.of(quad.triple for quad in parse(response.content, RdfFormat.N_TRIPLES))
    if kind != _RESULTS:
        raise ValueError(f"it is {kind or 'of no kind'}")
    json.loads(response.content)  # raises RecursionError for nesting that would take down the parser below
    result = parse_query_results(response.content, QueryResultsFormat.JSON)
    return Truth(result) if isinstance(result, QueryBoolean) else Table(result)


def _ask(client: httpx.Client, address: str, query: str) -> httpx.Response:
    # A POSTed form is the one way that every store takes (SPARQL 1.1 Protocol, section 2.1.2).
    return client.post(address, data={"query": query}, headers={"Accept": f"{_RESULTS}, {_TRIPLES};q=0.9"})


def _client(remote: Remote) -> httpx.Client:
    user, password = os.environ.get(USER), os.environ.get(PASSWORD, "")
    scheme = httpx.DigestAuth if remote.digest else httpx.BasicAuth
    return httpx.Client(
        auth=scheme(user, password) if user else None,
        headers={"User-Agent": f"kvgraph/{__version__}"},
        timeout=TIMEOUT,
        transport=httpx.HTTPTransport(retries=CONNECT_RETRIES),
    )


def _refusal(response: httpx.Response) -> str:
    """Return what a store said that did not do what it was asked, on one line."""
    moved = f" to {response.headers['Location']}" if response.has_redirect_location else ""
    text = " ".join(response.text.split())[:200]
    return f"{response.status_code} {response.reason_phrase}{moved}" + (f" ({text})" if text else "")
