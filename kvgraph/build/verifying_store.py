"""Whether the store of an output folder holds the statements of its graph.

RocksDB may end the process where its files are damaged: the store is read in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from kvgraph import store
from kvgraph.build import outputs, pool
from kvgraph.build.outcome import SetAside
from kvgraph.build.verifying_graph import Fault
from kvgraph.iris import external
from kvgraph.sources import Item
from kvgraph.statements import parsed
from kvgraph.store import Segments, StoreError
from kvgraph.store.sorting import Sorter
from kvgraph.vocabulary import XSD

MOST = 100
"""How many faults of a store are told; one that is damaged may differ in every graph."""

PATIENCE = 86_400.0
"""Seconds that the reading of a store may take: 40 million statements take some minutes."""

MEMORY = 4 * 2**30
"""Bytes of address space that it may take, much of which RocksDB asks for and never uses."""

_ADVICE = f"Remove {outputs.STORE}/ and build the graph again; nothing else is lost with it."


_COUNT, _INTEGER = (f"^^{datatype} ".encode() for datatype in (XSD.nonNegativeInteger, XSD.integer))


def check_store(output: Path) -> tuple[Fault, ...]:
    """Return what is wrong with the store; raises WorkersError when no process can be started to read it."""
    if store.stamp_of(output / outputs.STORE) is None:
        return (_fault("it has no stamp, so that it is not complete"),)
    found = pool.one(output, read_store, patience=PATIENCE, memory=MEMORY)
    if isinstance(found, SetAside):
        return (_fault(f"it could not be read to the end: {found.reason.rstrip('.')}"),)
    return found


def read_store(output: Item) -> tuple[Fault, ...]:
    """Return what is wrong with the store of an output folder: the task of the process that reads it."""
    if not isinstance(output, Path):
        raise TypeError(output)
    try:
        return tuple(islice(_faults(output), MOST))
    except StoreError as error:
        is_own = error.path == output / outputs.STORE
        return (_fault(error.reason if is_own else f"it can't be compared with {error.path.name}, for {error.reason}"),)
    except (OSError, RuntimeError, ValueError, SyntaxError) as error:
        return (_fault(f"it can't be read to the end ({error})"),)


def _faults(output: Path) -> Iterator[Fault]:
    if store.stamp_of(output / outputs.STORE) != outputs.store_stamp(output):
        yield _fault("its stamp says that it was made from another graph")
    opened = store.open_read_only(output / outputs.STORE)
    known: set[str] = set()
    whole = _Whole(opened)
    with Segments(output / outputs.GRAPH) as segments, whole:
        for place in store.read_index(output / outputs.INDEX):
            known.add(place.graph)
            quads = list(opened.quads_for_pattern(None, None, None, external(place.graph)))
            held = _text(quads)
            text = segments.read(place)
            if held != _usual(text) and held != _as_stored(text, place.graph):
                yield _fault("it does not hold the statements of the graph", place.graph)
            yield from _other_orders(opened, place.graph, quads)
            whole.add(quads)
        yield from whole.faults()
    for name in opened.named_graphs():
        if name.value not in known:
            yield _fault("it holds a graph that the index does not tell of", name.value)
    if next(opened.quads_for_pattern(None, None, None, DefaultGraph()), None):
        yield _fault("it holds statements outside of all graphs")


# Oxigraph keeps all statements in six orders, and asks the one that suits a pattern. A graph is read above in the order
# of its subjects; the other five must give as many statements.


def _other_orders(opened: Store, graph: str, quads: Sequence[Quad]) -> Iterator[Fault]:
    """Yield the orders within a graph that do not give as many statements as there are."""
    name = external(graph)
    by_predicate = sum(_count(opened, None, one, None, name) for one in {quad.predicate for quad in quads})
    by_object = sum(_count(opened, None, None, one, name) for one in {quad.object for quad in quads})
    for order, number in (("predicate", by_predicate), ("object", by_object)):
        if number != len(quads):
            yield _fault(f"it holds {number} statements by {order} and {len(quads)} by subject", graph)


class _Whole:
    """The orders over all graphs: subjects and objects, of which there may be millions, are kept on disk."""

    def __init__(self, opened: Store) -> None:
        self._opened = opened
        self._predicates: set[NamedNode] = set()
        self._subjects, self._objects = Sorter(), Sorter()
        self._total = 0

    def __enter__(self) -> _Whole:
        return self

    def __exit__(self, *_: object) -> None:
        for sorter in (self._subjects, self._objects):
            sorter.__exit__()

    def add(self, quads: Sequence[Quad]) -> None:
        """Add the statements of a graph to what there must be."""
        self._predicates.update(quad.predicate for quad in quads)
        self._subjects.update(f"{one} <urn:x> <urn:x> .\n".encode() for one in {quad.subject for quad in quads})
        self._objects.update(f"<urn:x> <urn:x> {one} .\n".encode() for one in {quad.object for quad in quads})
        self._total += len(quads)

    def faults(self) -> Iterator[Fault]:
        """Yield the orders that do not give as many statements as were added."""
        subjects = (quad.subject for line in self._subjects for quad in parsed([line]))
        objects = (quad.object for line in self._objects for quad in parsed([line]))
        numbers = {
            "graph": _count(self._opened, None, None, None, None),
            "subject": sum(_count(self._opened, one, None, None, None) for one in subjects),
            "predicate": sum(_count(self._opened, None, one, None, None) for one in self._predicates),
            "object": sum(_count(self._opened, None, None, one, None) for one in objects),
        }
        for order, number in numbers.items():
            if number != self._total:
                yield _fault(f"it holds {number} statements by {order} and {self._total} graph by graph")


def _count(opened: Store, *pattern: Any) -> int:
    # Oxigraph 0.5 gives 256 to 511 too when it is asked for the number 255: what ends in the byte FF has a wrong bound.
    wanted = pattern[2]
    return sum(1 for quad in opened.quads_for_pattern(*pattern) if wanted is None or quad.object == wanted)


def _text(quads: Iterable[Quad]) -> bytes:
    """Return quads as canonical lines."""
    return b"".join(sorted(f"{quad} .\n".encode() for quad in quads))


def _usual(text: bytes) -> bytes:
    """Return lines as a store gives them back where counts are all that it writes in another way: the usual case."""
    return b"".join(sorted(text.replace(_COUNT, _INTEGER).splitlines(keepends=True)))


def _as_stored(text: bytes, graph: str) -> bytes:
    """Return any lines as a store gives them back, by way of a store."""
    fresh = Store()
    fresh.load(text, RdfFormat.N_QUADS)
    return _text(fresh.quads_for_pattern(None, None, None, external(graph)))


def _fault(reason: str, place: str = "") -> Fault:
    return Fault(outputs.STORE, place, reason, _ADVICE)
