"""The report of a validation: the standard one as Turtle, the same as JSON, and text for people.

The Turtle is a ``sh:ValidationReport`` (SHACL, section 3.6) without blank nodes: a result is named after what it says,
so that the same findings give the same bytes. Only violations stop a graph from conforming, which the report states
with ``sh:conformanceDisallows`` (SHACL 1.2 Core, conformance checking).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import NAMESPACE_URL, uuid5

from pyoxigraph import Literal

from kvgraph.model import Severity
from kvgraph.validation.result import SEVERITIES, Result, Term, spelt
from kvgraph.validation.text import told
from kvgraph.vocabulary import DEFAULT_BASE, PREFIXES, SH, shorten

__all__ = ["Report", "Result", "Term"]

_TERMS = {Severity.VIOLATION: SH.Violation, Severity.WARNING: SH.Warning, Severity.INFO: SH.Info}


@dataclass(frozen=True)
class Report:
    """All results of one validation, sorted, worst first."""

    results: tuple[Result, ...]

    @classmethod
    def of(cls, results: Iterable[Result]) -> Report:
        """Return the report of these results, each once."""
        return cls(tuple(sorted(set(results), key=lambda result: result.order)))

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and infos don't count."""
        return not self.counts[Severity.VIOLATION]

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """The number of results of each severity."""
        counts = dict.fromkeys(SEVERITIES, 0)
        for result in self.results:
            counts[result.severity] += 1
        return counts

    def at_least(self, severity: Severity) -> tuple[Result, ...]:
        """Return the results that are as bad as this severity, or worse."""
        wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return tuple(result for result in self.results if result.severity in wanted)

    def text(self, language: str = "nl", *, base: str = DEFAULT_BASE, limit: int = 10) -> str:
        """Return the report for people, in Dutch (``nl``) or English (``en``); see `text.told`."""
        return told(self.results, self.counts, language, base=base, limit=limit)

    def turtle(self) -> str:
        """Return the report as Turtle; ``dcterms:source`` of a result is the named graph that it was found in."""
        return "\n".join(_turtle(self)) + "\n"

    def json(self) -> str:
        """Return the report as JSON: ``conforms``, ``counts`` and ``results``, terms in N-Triples syntax."""
        content = {
            "conforms": self.conforms,
            "counts": {severity.value: count for severity, count in self.counts.items()},
            "results": [_record(result) for result in self.results],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _record(result: Result) -> dict[str, str | None]:
    return {
        "severity": result.severity.value,
        "graph": result.graph or None,
        "focus": spelt(result.focus),
        "path": result.path,
        "value": spelt(result.value) or None,
        "component": result.component,
        "shape": result.shape,
        "message_nl": result.message_nl,
        "message_en": result.message_en,
    }


def _turtle(report: Report) -> Iterator[str]:
    yield from _prefixes(report.results)
    yield ""
    names = [result.iri for result in report.results]
    yield f"<{uuid5(NAMESPACE_URL, ' '.join(names)).urn}> a sh:ValidationReport ;"
    yield f"    sh:conforms {str(report.conforms).lower()} ;"
    yield "    sh:conformanceDisallows sh:Violation" + (" ;" if names else " .")
    if names:
        yield "    sh:result " + ",\n        ".join(f"<{name}>" for name in names) + " ."
    for result in report.results:
        yield ""
        yield from _result(result)


def _prefixes(results: Iterable[Result]) -> Iterator[str]:
    paths = {shorten(result.path) for result in results if result.path}
    used = {"sh", "dcterms"} | {path.partition(":")[0] for path in paths if path}
    for prefix, namespace in PREFIXES.items():
        if prefix in used:
            yield f"@prefix {prefix}: <{namespace}> ."


def _result(result: Result) -> Iterator[str]:
    yield f"<{result.iri}> a sh:ValidationResult ;"
    yield f"    sh:resultSeverity {_name(_TERMS[result.severity].value)} ;"
    yield f"    sh:focusNode {spelt(result.focus)} ;"
    if result.path is not None:
        yield f"    sh:resultPath {_name(result.path)} ;"
    if result.value is not None:
        yield f"    sh:value {spelt(result.value)} ;"
    yield f"    sh:sourceConstraintComponent {_name(result.component)} ;"
    yield f"    sh:sourceShape <{result.shape}> ;"
    if result.graph:
        yield f"    dcterms:source <{result.graph}> ;"
    yield f"    sh:resultMessage {Literal(result.message_nl, language='nl')},"
    yield f"        {Literal(result.message_en, language='en')} ."


def _name(iri: str) -> str:
    return shorten(iri) or f"<{iri}>"
