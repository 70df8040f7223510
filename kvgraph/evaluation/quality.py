"""An evaluation as linked data, in the Data Quality Vocabulary (W3C Note of 15 December 2016).

Each figure of each field is a ``dqv:QualityMeasurement`` of a ``dqv:Metric``, which stands in a ``dqv:Dimension``:
precision measures correctness, recall completeness, F1 both. Nothing in it depends on when or where it was measured.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kvgraph.evaluation.scores import Evaluation, Score
from kvgraph.iris import Minter
from kvgraph.vocabulary import DCTERMS, DQV, RDF, SKOS, XSD

_FIGURES = {
    "precision": ("correctness", "part of the {} stated in the graph that gold has too"),
    "recall": ("completeness", "part of the {} in gold that the graph states too"),
    "f1": ("agreement", "harmonic mean of precision and recall of the {}"),
}
_DIMENSIONS = {
    "correctness": ("juistheid", "Whether what the graph states is what people read in the papers."),
    "completeness": ("volledigheid", "Whether the graph states all that people read in the papers."),
    "agreement": ("overeenstemming", "Correctness and completeness together."),
}
_Term = NamedNode | Literal


def measurements(evaluation: Evaluation, minter: Minter) -> Iterator[Quad]:
    """Yield the statements of an evaluation, in the default graph; values are decimals from 0 to 1 in four places."""
    dataset = minter.dataset()
    for name in _DIMENSIONS:
        yield from _dimension(name, minter)
    for field, score in evaluation.scores.items():
        for figure in _FIGURES:
            yield from _metric(field, figure, minter)
            yield Quad(dataset, DQV.hasQualityMeasurement, minter.evaluation("measurement", field, figure))
            yield from _measurement(field, figure, score, dataset, minter)


def _dimension(name: str, minter: Minter) -> Iterator[Quad]:
    dutch, meaning = _DIMENSIONS[name]
    said: tuple[tuple[NamedNode, _Term], ...] = (
        (RDF.type, DQV.Dimension),
        (SKOS.prefLabel, Literal(name, language="en")),
        (SKOS.prefLabel, Literal(dutch, language="nl")),
        (SKOS.definition, Literal(meaning, language="en")),
    )
    yield from _quads(minter.evaluation("dimension", name), said)


def _metric(field: str, figure: str, minter: Minter) -> Iterator[Quad]:
    dimension, meaning = _FIGURES[figure]
    said: tuple[tuple[NamedNode, _Term], ...] = (
        (RDF.type, DQV.Metric),
        (SKOS.prefLabel, Literal(f"{figure} of {field}", language="en")),
        (SKOS.definition, Literal(f"The {meaning.format(field)}.", language="en")),
        (DQV.expectedDataType, XSD.decimal),
        (DQV.inDimension, minter.evaluation("dimension", dimension)),
    )
    yield from _quads(minter.evaluation("metric", field, figure), said)


def _measurement(field: str, figure: str, score: Score, dataset: NamedNode, minter: Minter) -> Iterator[Quad]:
    value = {"precision": score.precision, "recall": score.recall, "f1": score.f1}[figure]
    basis = f"{score.right} right, {score.stated} stated, {score.gold} in gold"
    said: tuple[tuple[NamedNode, _Term], ...] = (
        (RDF.type, DQV.QualityMeasurement),
        (DQV.isMeasurementOf, minter.evaluation("metric", field, figure)),
        (DQV.computedOn, dataset),
        (DQV.value, Literal(f"{value:.4f}", datatype=XSD.decimal)),
        (DCTERMS.description, Literal(basis, language="en")),
    )
    yield from _quads(minter.evaluation("measurement", field, figure), said)


def _quads(subject: NamedNode, said: tuple[tuple[NamedNode, _Term], ...]) -> Iterator[Quad]:
    return (Quad(subject, predicate, term) for predicate, term in said)
