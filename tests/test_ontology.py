"""The ontology is complete, and it is what code, shapes and queries use: no term more, no term less."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kvgraph import resources, vocabulary
from kvgraph.model import PaperKind, Role, Status, WorkKind
from kvgraph.vocabulary import DCTERMS, KV, KVROLE, KVSTATUS, OWL, PREFIXES, RDF, RDFS, SKOS, VANN, VS, Vocabulary

ROOT = Path(__file__).resolve().parents[1]
OWN = {"kv": KV, "kvrole": KVROLE, "kvstatus": KVSTATUS}
ALIGNMENTS = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.exactMatch)
# Used to build terms from values: KV[kind.value].
ENUMERATIONS: tuple[tuple[type[StrEnum], Vocabulary], ...] = (
    (PaperKind, KV),
    (Role, KVROLE),
    (Status, KVSTATUS),
    (WorkKind, vocabulary.SCHEMA),
)
IN_CODE = re.compile(r"(?<![\w.])([A-Z][A-Z_]+)\.([a-zA-Z]\w*)\b(?!\()")
IMPORT = re.compile(r"^from kvgraph\.vocabulary import (\([^)]*\)|[^\n]*)", re.MULTILINE)
IN_TEXT = re.compile(r"(?<![\w:])(kv|kvrole|kvstatus):([A-Za-z]\w*)")


def quads() -> list[Quad]:
    with (resources.ontology() / "kvgraph.ttl").open("rb") as stream:
        return list(parse(stream, RdfFormat.TURTLE))


QUADS = quads()
SAID: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
for _quad in QUADS:
    if isinstance(_quad.subject, NamedNode) and isinstance(_quad.object, NamedNode | Literal):
        SAID[_quad.subject][_quad.predicate].append(_quad.object)
TERMS = [term for terms in OWN.values() for term in terms]
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept)
PROPERTIES = [term for term in KV if SAID[term][RDF.type][0] in KINDS[1:3]]


def short(term: NamedNode) -> str:
    return vocabulary.shorten(term.value) or term.value


def languages(term: NamedNode, predicate: NamedNode) -> list[str]:
    return sorted(value.language or "" for value in SAID[term][predicate] if isinstance(value, Literal))


def texts() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "kvgraph").rglob("*.py")):
        yield path, path.read_text("utf-8")
    for path in sorted([*resources.shapes().glob("*.ttl"), *(ROOT / "kvgraph").rglob("*.rq")]):
        # Comments use names freely.
        yield path, "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))


def uses() -> Iterator[tuple[Path, str, str]]:
    """Yield each use of one of our terms: where, prefix, name."""
    for path, text in texts():
        if path.suffix == ".py":
            for prefix, name in IN_CODE.findall(text):
                if prefix.lower() in OWN:
                    yield path, prefix.lower(), name
        for prefix, name in IN_TEXT.findall(text):
            yield path, prefix, name


def test_no_blank_nodes() -> None:
    assert not [quad for quad in QUADS if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


def test_the_header_says_what_it_is() -> None:
    ontology = NamedNode(PREFIXES["kv"].removesuffix("#"))
    assert SAID[ontology][RDF.type] == [OWL.Ontology]
    assert languages(ontology, DCTERMS.title) == ["en", "nl"]
    for predicate in (DCTERMS.license, OWL.versionIRI, OWL.versionInfo, VANN.preferredNamespacePrefix):
        assert len(SAID[ontology][predicate]) == 1
    assert SAID[ontology][VANN.preferredNamespaceUri] == [Literal(PREFIXES["kv"])]


@pytest.mark.parametrize("term", TERMS, ids=short)
def test_a_term_is_complete(term: NamedNode) -> None:
    said = SAID[term]
    assert said[RDF.type][0] in KINDS
    assert languages(term, RDFS.label) == ["en", "nl"]
    assert "en" in languages(term, RDFS.comment)
    assert len(said[RDFS.isDefinedBy]) == 1
    assert said[VS.term_status] in ([Literal("stable")], [Literal("testing")])


def roots(term: NamedNode) -> set[NamedNode]:
    """Return what a term is aligned to, through its classes above."""
    found: set[NamedNode] = set()
    for alignment in ALIGNMENTS:
        for other in SAID[term][alignment]:
            assert isinstance(other, NamedNode)
            found |= roots(other) if other in KV else {other}
    return found


@pytest.mark.parametrize("term", list(KV), ids=short)
def test_a_term_is_aligned_to_a_standard(term: NamedNode) -> None:
    assert roots(term), f"{short(term)} stands alone"


@pytest.mark.parametrize(
    ("term", "standards"),
    [
        (KV.Paper, "eli:Work foaf:Document"),
        (KV.Participation, "eli-dl:Participation"),
        (KV.Question, "schema:Question"),
        (KV.Answer, "schema:Answer"),
        (KV.Mention, "nif:Phrase"),
        (KV.Party, "org:Organization"),
        (KV.Office, "org:Post"),
        (KV.Institution, "org:Organization"),
    ],
    ids=str,
)
def test_the_classes_that_the_contract_names(term: NamedNode, standards: str) -> None:
    assert set(standards.split()) <= {
        short(other) for other in SAID[term][RDFS.subClassOf] if isinstance(other, NamedNode)
    }


@pytest.mark.parametrize("term", PROPERTIES, ids=short)
def test_a_property_has_a_domain_and_a_range(term: NamedNode) -> None:
    said = SAID[term]
    assert len(said[RDFS.domain]) == 1
    ranges = said[RDFS.range]
    assert len(ranges) == (0 if term == KV.candidate else 1)
    is_datatype = all(isinstance(one, NamedNode) and one.value.startswith(PREFIXES["xsd"]) for one in ranges)
    if ranges:
        assert is_datatype == (said[RDF.type] == [OWL.DatatypeProperty])


def test_every_concept_is_in_its_scheme() -> None:
    for terms in (KVROLE, KVSTATUS):
        for term in terms:
            (scheme,) = SAID[term][SKOS.inScheme]
            assert isinstance(scheme, NamedNode)
            assert term.value.startswith(scheme.value + "#")
            assert term in SAID[scheme][SKOS.hasTopConcept]


def test_what_is_said_in_standard_terms_exists_in_our_lists() -> None:
    lists = [value for value in vars(vocabulary).values() if isinstance(value, Vocabulary)]
    used = {term for quad in QUADS for term in (quad.predicate, quad.object) if isinstance(term, NamedNode)}
    for term in used:
        if any(term.value.startswith(namespace) for namespace in PREFIXES.values()):
            assert any(term in terms for terms in lists), f"{short(term)} is not a known term"


def test_prefixes_mean_what_they_mean_in_code() -> None:
    text = (resources.ontology() / "kvgraph.ttl").read_text("utf-8")
    for prefix, namespace in re.findall(r"^@prefix ([\w-]+):\s+<([^>]+)>", text, re.MULTILINE):
        assert PREFIXES.get(prefix, namespace) == namespace


def test_every_use_of_a_term_is_declared() -> None:
    wrong = {f"{path.name}: {prefix}:{name}" for path, prefix, name in uses() if name not in OWN[prefix].names()}
    assert not wrong


def test_every_standard_term_in_code_is_listed() -> None:
    lists = {name: value for name, value in vars(vocabulary).items() if isinstance(value, Vocabulary)}
    for path, text in texts():
        imported = " ".join(IMPORT.findall(text))
        for name, term in IN_CODE.findall(text):
            if re.search(rf"\b{name}\b", imported):
                assert term in lists[name].names(), f"{path.name}: {name}.{term}"


@pytest.mark.parametrize(("values", "terms"), ENUMERATIONS, ids=lambda x: getattr(x, "__name__", ""))
def test_every_value_of_an_enumeration_is_a_term(values: type[StrEnum], terms: Vocabulary) -> None:
    assert {value.value for value in values} <= terms.names()


def test_every_declared_term_is_used() -> None:
    used = {(prefix, name) for _, prefix, name in uses()}
    for values, terms in ENUMERATIONS:
        used |= {(prefix, value.value) for prefix, own in OWN.items() if own is terms for value in values}
    for prefix, terms in OWN.items():
        for term in terms:
            if SAID[term][VS.term_status] != [Literal("testing")]:
                assert (prefix, term.value.rsplit("#")[-1]) in used, f"{short(term)} is declared and nobody uses it"
