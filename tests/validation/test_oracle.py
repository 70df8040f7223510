"""The same findings as pySHACL gives by itself, from the same shapes files."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any, Protocol

import pyshacl
import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, Quad, RdfFormat, serialize
from rdflib import RDF, SH

from kvgraph import resources
from kvgraph.validation import validate


class Edit(Protocol):
    """What conftest reads from tests/data/invalid."""

    breaks: tuple[str, str]

    def of(self, quads: tuple[Quad, ...]) -> tuple[Quad, ...]: ...


Finding = tuple[str, str, str, str, str, str]


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in sorted(resources.shapes().glob("*.ttl")):
        graph.parse(path)
    return graph


def spelt(term: Any) -> str:
    """Return what two libraries agree on: an IRI, the text of a literal, nothing for a blank node."""
    if term is None or isinstance(term, BlankNode | rdflib.BNode):
        return ""
    return term.value if isinstance(term, Literal) else str(term).strip("<>")


def ours(quads: list[Quad]) -> set[Finding]:
    return {
        (spelt(one.focus), one.path or "", spelt(one.value), one.component, one.severity.value, one.shape)
        for one in validate(quads).results
    }


def theirs(quads: list[Quad], shapes: rdflib.Graph) -> set[Finding]:
    # Values as they stand: parsing would drop a time zone, and a finding with it.
    rdflib.NORMALIZE_LITERALS = False
    data = rdflib.Graph().parse(
        data=serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES), format="nt"
    )
    # validate() adds to the shapes graph that it is given.
    copy = rdflib.Graph()
    copy += shapes
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, report, _ = pyshacl.validate(data, shacl_graph=copy)
    assert isinstance(report, rdflib.Graph)
    names = (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.resultSeverity, SH.sourceShape)
    rows = (
        [spelt(report.value(one, name)) for name in names] for one in report.subjects(RDF.type, SH.ValidationResult)
    )
    return {(a, b, c, d, e.rpartition("#")[2].lower(), f) for a, b, c, d, e, f in rows}


def merged(quads: tuple[Quad, ...]) -> list[Quad]:
    """Put all graphs into one, as pySHACL validates one graph."""
    return sorted({Quad(quad.subject, quad.predicate, quad.object) for quad in quads}, key=str)


@pytest.mark.parametrize("typed", [True, False], ids=["right-datatypes", "wrong-datatypes"])
def test_many_defects_at_once(
    typed: bool, all_edits: tuple[Edit, ...], valid: tuple[Quad, ...], shapes: rdflib.Graph
) -> None:
    quads, broken = valid, 0
    for edit in all_edits:
        if typed == (edit.breaks[1] == "Datatype"):
            continue  # apart, because rdflib orders values of unlike types, which SPARQL (section 17.3) does not
        try:
            quads, broken = edit.of(quads), broken + 1
        except AssertionError:
            continue  # an edit before has taken away what this one needs
    assert broken > (150 if typed else 30)
    graph = merged(quads)
    assert ours(graph) == theirs(graph, shapes)


def test_the_shapes_folder_is_valid_shacl(shapes: rdflib.Graph) -> None:
    """The shapes of shapes that the standard gives (SHACL, appendix C) find nothing in our files."""
    standard = Path(pyshacl.__file__).parent / "assets" / "shacl-shacl.ttl"
    conforms, _, text = pyshacl.validate(shapes, shacl_graph=rdflib.Graph().parse(standard))
    assert conforms, text
