"""What a graph states of a document, as facts in the form of the gold facts. Papers are found by their file's name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kvgraph.evaluation import sameness
from kvgraph.vocabulary import PREFIXES

_PROLOGUE = "".join(
    f"PREFIX {prefix}: <{PREFIXES[prefix]}> "
    for prefix in ("kv", "kvrole", "dcterms", "foaf", "owl", "prov", "schema", "cito", "nif", "itsrdf")
)


@dataclass(frozen=True, slots=True)
class _Field:
    """A graph pattern around ``?paper``, the values that it gives, and how they are said as a fact."""

    pattern: str
    fact: Callable[..., str]
    values: str = "?a"
    group: str = ""


def _plain(value: str) -> str:
    return value


def _party(printed: str, party: str) -> str:
    return sameness.name(printed, sameness.text(party))


def _link(printed: str, identity: str) -> str:
    # The id of a person is the last part of an IRI that others gave, or an id of its own.
    return sameness.name(printed, identity.rpartition("/")[2])


def _holder(printed: str, title: str, portfolio: str) -> str:
    return sameness.name(printed, sameness.office(title, portfolio))


def _labels(joined: str) -> str:
    return "+".join(sorted(set(map(sameness.text, joined.split("\n")))))


def _links(role: str) -> _Field:
    pattern = f"""
        ?paper kv:participation ?part . ?part kv:role kvrole:{role} ; kv:participant ?person .
        ?person a foaf:Person ; kv:tkPersonId|owl:sameAs ?b . OPTIONAL {{ ?part kv:nameAsPrinted ?a }}"""
    return _Field(pattern, _link, "?a ?b")


def _offices(role: str) -> _Field:
    pattern = f"""
        ?paper kv:participation ?part . ?part kv:role kvrole:{role} .
        OPTIONAL {{ ?part kv:officeTitle ?a }} OPTIONAL {{ ?part kv:portfolio ?b }}"""
    return _Field(pattern, sameness.office, "?a ?b")


_FIELDS: Mapping[str, _Field] = {
    "kind": _Field(
        """
        VALUES (?class ?a) {
          (kv:AnswerPaper "answer") (kv:QuestionPaper "question")
          (kv:OralQuestionPaper "oral-question") (kv:PostponementNotice "postponement")
        }
        ?paper a ?class""",
        _plain,
    ),
    "identifier": _Field("?paper dcterms:identifier ?a", sameness.identifier),
    "session_year": _Field("?paper kv:sessionYear ?a", sameness.text),
    "number": _Field("?paper kv:number ?a", sameness.text),
    "case_numbers": _Field("?paper kv:case/dcterms:identifier ?a", sameness.identifier),
    "subject": _Field("?paper dcterms:title ?a", sameness.text),
    "date_submitted": _Field("?paper kv:dateSubmitted ?a", _plain),
    "date_answered": _Field("?paper kv:dateAnswered ?a", _plain),
    "questioners": _Field(
        """
        ?paper kv:participation ?part . ?part kv:role kvrole:questioner .
        OPTIONAL { ?part kv:nameAsPrinted ?a } OPTIONAL { ?part kv:partyAsPrinted ?b }""",
        _party,
        "?a ?b",
    ),
    "questioner_links": _links("questioner"),
    "addressees": _offices("addressee"),
    "respondents": _Field(
        """
        ?paper kv:participation ?part . ?part kv:role kvrole:respondent .
        OPTIONAL { ?part kv:nameAsPrinted ?a }
        OPTIONAL { ?part kv:officeTitle ?b } OPTIONAL { ?part kv:portfolio ?c }""",
        _holder,
        "?a ?b ?c",
    ),
    "respondent_links": _links("respondent"),
    "on_behalf_of": _offices("onBehalfOf"),
    "see_also": _Field("?paper kv:relatedPaper/dcterms:identifier ?a", sameness.identifier),
    "questions": _Field("?paper kv:hasQuestion/kv:label ?a", sameness.text),
    "answers": _Field(
        "?paper kv:hasAnswer ?answer . ?answer kv:answers/kv:label ?label",
        _labels,
        r'(GROUP_CONCAT(?label; SEPARATOR="\n") AS ?a)',
        "GROUP BY ?file ?paper ?answer",
    ),
    "footnotes": _Field(
        "?paper kv:hasFootnote ?note", _plain, "(COUNT(DISTINCT ?note) AS ?a)", "GROUP BY ?file ?paper"
    ),
    "institutions": _Field(
        "?paper schema:mentions ?body . ?body a kv:Institution ; dcterms:identifier ?a", sameness.text
    ),
    "citations": _Field(
        "?paper cito:cites ?work . ?work a kv:OfficialWork ; dcterms:identifier ?a", sameness.identifier
    ),
    "laws": _Field(
        """
        ?paper cito:cites ?work . ?work a kv:Legislation .
        ?mention itsrdf:taIdentRef ?work ; nif:referenceContext/kv:paper ?paper ; kv:lawAsPrinted ?a""",
        sameness.text,
    ),
    "urls": _Field("?paper cito:cites/schema:url ?a", sameness.url),
}
FIELDS = tuple(_FIELDS)
"""The names of the fields, in the order in which they are told."""


class Stated:
    """The facts that a graph states of these documents; ``held`` names those that it holds a paper from."""

    def __init__(self, graph: Store, documents: Collection[str]) -> None:
        """Ask the graph, one query a field."""
        self._facts: dict[tuple[str, str], set[str]] = {}
        self._papers = f"""
            VALUES ?file {{ {" ".join(str(Literal(name)) for name in documents)} }}
            ?source kv:fileName ?file . ?paper prov:wasDerivedFrom ?source ."""
        self.held = {file for file, *_ in self._rows(graph, _Field("", _plain, ""))}
        for name, field in _FIELDS.items():
            for file, *values in self._rows(graph, field):
                self._facts.setdefault((file, name), set()).add(field.fact(*values))

    def facts(self, document: str, field: str) -> frozenset[str]:
        """Return the facts of one field of one document; none of a document that the graph doesn't hold."""
        return frozenset(self._facts.get((document, field), ()))

    def _rows(self, graph: Store, field: _Field) -> Iterator[list[str]]:
        query = f"{_PROLOGUE} SELECT DISTINCT ?file {field.values} {{ {self._papers} {field.pattern} }} {field.group}"
        found = cast(QuerySolutions, graph.query(query, use_default_graph_as_union=True))
        return ([cast(NamedNode | Literal, term).value if term else "" for term in row] for row in found)
