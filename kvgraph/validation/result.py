"""One finding of a validation, and the order in which findings are told."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from pyoxigraph import BlankNode, Literal, NamedNode

from kvgraph.model import Severity

Term = NamedNode | Literal | BlankNode

SEVERITIES = (Severity.VIOLATION, Severity.WARNING, Severity.INFO)
"""The severities, worst first."""

_ANONYMOUS = "urn:kvgraph:blank-node"


@dataclass(frozen=True, slots=True)
class Result:
    """One finding: this focus node breaks this constraint.

    ``graph`` is the IRI of the named graph that states the focus node, empty for the default graph. ``path`` is the
    property and ``value`` the value at fault, where there is one. ``component`` is the IRI of the constraint component
    (``sh:MinCountConstraintComponent``), ``shape`` that of the shape; the messages say what should have held.
    """

    graph: str
    focus: Term
    path: str | None
    value: Term | None
    component: str
    severity: Severity
    shape: str
    message_nl: str
    message_en: str

    @property
    def iri(self) -> str:
        """Return the name of the result: a UUID (RFC 9562, version 5) made from what it says."""
        parts = (self.graph, spelt(self.focus), self.path or "", spelt(self.value), self.component, self.shape)
        return uuid5(NAMESPACE_URL, "\n".join(parts)).urn

    def message(self, language: str) -> str:
        """Return the message in Dutch (``nl``) or English (any other language)."""
        return self.message_nl if language == "nl" else self.message_en

    @property
    def order(self) -> tuple[int, str, str, str, str, str, str]:
        """Return what results are sorted by: the worst first, then by shape, graph and node."""
        place = SEVERITIES.index(self.severity)
        return (place, self.shape, self.component, self.graph, spelt(self.focus), self.path or "", spelt(self.value))


def spelt(term: Term | None) -> str:
    """Return a term in N-Triples syntax, nothing for None. Blank nodes have no name that lasts: all share one."""
    if term is None:
        return ""
    return f"<{_ANONYMOUS}>" if isinstance(term, BlankNode) else str(term)
