"""The result as linked data, in the Data Quality Vocabulary."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pyoxigraph import BlankNode, Literal, Quad, RdfFormat, parse

from kvgraph.evaluation import FIELDS, evaluate, measurements
from kvgraph.exports import rdf
from kvgraph.iris import Minter
from kvgraph.vocabulary import DQV, RDF, XSD

BASE = "https://example.org/kv/"


def stated(quads: list[Quad], predicate: Any) -> dict[str, Any]:
    return {quad.subject.value: quad.object for quad in quads if quad.predicate == predicate}  # type: ignore[union-attr]  # no blank nodes


def test_every_figure_is_a_measurement_of_a_metric_in_a_dimension(graph_with: Any, gold_with: Any) -> None:
    quads = list(measurements(evaluate(graph_with(), [gold_with(urls=["a.nl", "brug.example/bouw"])]), Minter(BASE)))
    classes = stated(quads, RDF.type)
    metrics, dimensions = stated(quads, DQV.isMeasurementOf), stated(quads, DQV.inDimension)
    assert len(metrics) == 3 * len(FIELDS)
    for measurement, metric in metrics.items():
        assert classes[measurement] == DQV.QualityMeasurement
        assert classes[metric.value] == DQV.Metric
        assert classes[dimensions[metric.value].value] == DQV.Dimension
    assert {node.value for node in stated(quads, DQV.computedOn).values()} == {f"{BASE}dataset"}
    values = stated(quads, DQV.value)
    assert values.keys() == metrics.keys()
    assert values[f"{BASE}evaluation/measurement/urls/precision"] == Literal("1.0000", datatype=XSD.decimal)
    assert values[f"{BASE}evaluation/measurement/urls/recall"] == Literal("0.5000", datatype=XSD.decimal)
    assert values[f"{BASE}evaluation/measurement/urls/f1"] == Literal("0.6667", datatype=XSD.decimal)


def test_all_is_named_below_the_base_and_the_bytes_are_stable(graph_with: Any, gold_with: Any) -> None:
    quads = list(measurements(evaluate(graph_with(), [gold_with()]), Minter(BASE)))
    subjects = {quad.subject.value for quad in quads if quad.predicate != DQV.hasQualityMeasurement}  # type: ignore[union-attr]  # no blank nodes
    assert all(subject.startswith(f"{BASE}evaluation/") for subject in subjects)
    assert not any(isinstance(quad.object, BlankNode) for quad in quads)
    texts = []
    for order in (quads, quads[::-1]):
        rdf.write(order, stream := BytesIO(), "turtle", BASE)
        texts.append(stream.getvalue())
    assert texts[0] == texts[1]
    assert {quad.triple for quad in parse(texts[0], RdfFormat.TURTLE)} == {quad.triple for quad in quads}
