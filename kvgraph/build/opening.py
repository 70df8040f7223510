"""A graph that stands on disk: the output folder of a build, or any RDF file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, Store, parse

from kvgraph import store
from kvgraph.build import manifest, outputs
from kvgraph.exports.graphs import Graphs, of_quads
from kvgraph.store import StoreError
from kvgraph.vocabulary import DEFAULT_BASE


def read_graph(path: Path) -> Iterator[Quad]:
    """Yield the quads of an output folder, or of an RDF file of the form that its name tells (N-Quads may be .gz).

    Raises ManifestError for a folder that is no output folder, StoreError for a file that can't be read.
    """
    if _is_output(path):
        manifest.read(path)
        return store.read_nquads(path / outputs.GRAPH)
    if path.name.endswith((".nq", ".nq.gz")):
        return store.read_nquads(path)
    form = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        advice = "It may end in .nq, .nq.gz, .ttl, .nt, .trig, .jsonld or .rdf."
        raise StoreError(path, "its name doesn't tell what form of RDF it is", advice)
    return _read(path, form)


@contextmanager
def open_graphs(path: Path) -> Iterator[Graphs]:
    """Give the named graphs of an output folder or an RDF file one after the other, each with its lines.

    Raises as ``read_graph`` does, also while they are read.
    """
    if _is_output(path):
        manifest.read(path)
        yield partial(outputs.read_graphs, path)
    else:
        with of_quads(read_graph(path)) as graphs:
            yield graphs


def open_store(path: Path) -> Store:
    """Return a store to ask: that of an output folder, or one in memory with the quads of an RDF file.

    The store of a folder is a cache of its N-Quads. One that is missing, or was made from another graph, is not used:
    the quads are read instead. Raises as ``read_graph`` does.
    """
    if _is_output(path):
        manifest.read(path)
        with suppress(StoreError):  # damaged or gone: the text says the same
            if store.stamp_of(path / outputs.STORE) == outputs.store_stamp(path):
                return store.open_read_only(path / outputs.STORE)
    fresh = Store()
    fresh.bulk_extend(read_graph(path))
    return fresh


def base_iri(path: Path) -> str:
    """Return what the IRIs of a graph begin with: the manifest of an output folder says it, else it is the default."""
    stated = manifest.read(path).get("base_iri") if _is_output(path) else None
    return stated if isinstance(stated, str) else DEFAULT_BASE


def _read(path: Path, form: RdfFormat) -> Iterator[Quad]:
    try:
        with path.open("rb") as stream:
            yield from parse(cast(IO[bytes], stream), form, base_iri=path.resolve().as_uri())
    except (OSError, SyntaxError) as error:
        raise StoreError(path, f"can't be read as {form.name} ({error})") from error


def _is_output(path: Path) -> bool:
    """Whether the name is that of an output folder; a missing one without an extension is meant to be."""
    return path.is_dir() or not (path.suffix or path.exists())
