"""Closed vocabularies: the only module that spells a namespace.

``KV.Paper`` is the IRI of a term. The three vocabularies of kvgraph itself hold what ``ontology/kvgraph.ttl``
declares, read at first use; the others hold the terms that are listed here. Any other name raises AttributeError, so
that a misspelt term fails where it is written and not in a query that finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from kvgraph import resources


class Vocabulary:
    """The terms of one namespace, each an attribute (``DCTERMS.title``) and an item (``KV["Paper"]``)."""

    def __init__(self, prefix: str, namespace: str, terms: Callable[[], Iterable[str]]) -> None:
        self._prefix, self._namespace, self._terms = prefix, namespace, terms

    def __getattr__(self, name: str) -> NamedNode:
        # Runs only for names that aren't attributes yet: the first look-up of a term makes it one.
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self.names():
            near = get_close_matches(name, sorted(self.names()), n=1, cutoff=0.5)
            advice = f"; did you mean {self._prefix}:{near[0]}?" if near else ""
            raise AttributeError(f"{self._prefix}:{name} is not a declared term{advice}")
        node = NamedNode(self._namespace + name)
        setattr(self, name, node)
        return node

    def __getitem__(self, name: str) -> NamedNode:
        node: NamedNode = getattr(self, name)
        return node

    def __contains__(self, term: NamedNode | str) -> bool:
        value = term.value.removeprefix(self._namespace) if isinstance(term, NamedNode) else term
        return value in self.names()

    def __iter__(self) -> Iterator[NamedNode]:
        return (self[name] for name in sorted(self.names()))

    def names(self) -> frozenset[str]:
        """Return the local names of all terms."""
        if "_names" not in self.__dict__:
            self._names = frozenset(self._terms())
        return self._names


@cache
def _declared() -> tuple[str, ...]:
    """Return the IRIs of all subjects of the ontology, sorted."""
    path = resources.ontology() / "kvgraph.ttl"
    with path.open("rb") as stream:
        subjects = {
            quad.subject.value for quad in parse(stream, RdfFormat.TURTLE) if isinstance(quad.subject, NamedNode)
        }
    return tuple(sorted(subjects))


def _own(prefix: str) -> Vocabulary:
    namespace = PREFIXES[prefix]

    def terms() -> Iterator[str]:
        own = (iri.removeprefix(namespace) for iri in _declared() if iri.startswith(namespace))
        return (name for name in own if name)

    return Vocabulary(prefix, namespace, terms)


def _external(prefix: str, terms: str) -> Vocabulary:
    return Vocabulary(prefix, PREFIXES[prefix], terms.split)


PREFIXES: dict[str, str] = {
    "kv": "https://w3id.org/kvgraph/ontology#",
    "kvrole": "https://w3id.org/kvgraph/role#",
    "kvstatus": "https://w3id.org/kvgraph/status#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "http://schema.org/",
    "cito": "http://purl.org/spar/cito/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "eli-dl": "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
    "tooiont": "https://identifier.overheid.nl/tooi/def/ont/",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dqv": "http://www.w3.org/ns/dqv#",
    "sh": "http://www.w3.org/ns/shacl#",
    "vann": "http://purl.org/vocab/vann/",
    "vs": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
}
"""Prefix to namespace, in the order in which every serialisation declares them."""

DEFAULT_BASE = "https://w3id.org/kvgraph/id/"
"""What all minted IRIs start with, unless a build is given another base."""

WIKIDATA = "http://www.wikidata.org/entity/"
CELEX = "http://publications.europa.eu/resource/celex/"
BWB = "https://wetten.overheid.nl/"
"""Name spaces of things described elsewhere, to which ``owl:sameAs`` points."""

KV = _own("kv")
KVROLE = _own("kvrole")
KVSTATUS = _own("kvstatus")

RDF = _external("rdf", "type Property langString")
RDFS = _external(
    "rdfs", "Class Datatype Resource Literal label comment domain range subClassOf subPropertyOf seeAlso isDefinedBy"
)
XSD = _external(
    "xsd", "string boolean integer nonNegativeInteger decimal double date dateTime gYear gYearMonth anyURI duration"
)
OWL = _external(
    "owl", "Ontology Class ObjectProperty DatatypeProperty AnnotationProperty sameAs versionIRI versionInfo inverseOf"
)
SKOS = _external(
    "skos",
    "Concept ConceptScheme prefLabel altLabel definition note notation inScheme hasTopConcept topConceptOf"
    " exactMatch closeMatch broadMatch narrowMatch relatedMatch",
)
DCTERMS = _external(
    "dcterms",
    "identifier title type format language description license publisher creator contributor created issued modified"
    " date dateSubmitted temporal source subject relation references replaces hasPart isPartOf conformsTo",
)
FOAF = _external("foaf", "Agent Person Document name givenName familyName page homepage primaryTopic")
ORG = _external(
    "org",
    "Organization OrganizationalUnit FormalOrganization Post Membership Role"
    " member organization role memberDuring postIn heldBy holds subOrganizationOf hasMembership",
)
PROV = _external(
    "prov",
    "Entity Activity Agent SoftwareAgent Role wasDerivedFrom wasGeneratedBy wasAssociatedWith wasAttributedTo used"
    " hadRole generatedAtTime value",
)
SCHEMA = _external(
    "schema",
    "CreativeWork Question Answer NewsArticle VideoObject Report WebPage Legislation SoftwareApplication"
    " Organization text name url publisher datePublished startDate endDate mentions citation position parentItem about"
    " author affiliation jobTitle recipient sha256 softwareVersion pageStart domainIncludes rangeIncludes",
)
CITO = _external("cito", "cites isCitedBy CitationAct")
NIF = _external(
    "nif",
    "String Phrase Context RFC5147String OffsetBasedString anchorOf beginIndex endIndex referenceContext isString",
)
ITSRDF = _external("itsrdf", "taIdentRef taClassRef taConfidence taAnnotatorsRef")
ELI = _external(
    "eli",
    "Work LegalResource LegalExpression Expression Manifestation cites id_local date_document title type_document"
    " number related_to realizes is_realized_by",
)
ELI_DL = _external(
    "eli-dl",
    "Participation ParticipationRole LegislativeProcess LegislativeProcessWork Activity had_participation"
    " had_participant_person had_participant_organization participation_role answers_to",
)
TOOIONT = _external("tooiont", "Overheidsorganisatie Ministerie Gemeente Provincie Waterschap")
VOID = _external(
    "void",
    "Dataset Linkset DatasetDescription triples entities distinctSubjects distinctObjects properties classes documents"
    " vocabulary dataDump uriSpace uriRegexPattern exampleResource rootResource sparqlEndpoint feature subset"
    " classPartition propertyPartition class property inDataset linkPredicate target subjectsTarget objectsTarget",
)
DCAT = _external(
    "dcat",
    "Catalog Dataset Distribution DataService distribution downloadURL accessURL mediaType compressFormat byteSize"
    " keyword theme landingPage endpointURL servesDataset dataset",
)
DQV = _external(
    "dqv",
    "QualityMeasurement Metric Dimension hasQualityMeasurement isMeasurementOf computedOn value inDimension"
    " expectedDataType",
)
SH = _external(
    "sh",
    "NodeShape PropertyShape ValidationReport ValidationResult conforms result focusNode resultPath value"
    " sourceShape sourceConstraint sourceConstraintComponent resultSeverity resultMessage Violation Warning Info"
    " prefixes declare prefix namespace",
)
VANN = _external("vann", "preferredNamespacePrefix preferredNamespaceUri example")
VS = _external("vs", "term_status")


def shorten(iri: str) -> str | None:
    """Return an IRI as a prefixed name (``kv:Paper``), or None when no prefix fits or its rest is not a plain name."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            rest = iri[len(namespace) :]
            return f"{prefix}:{rest}" if rest.replace("_", "").replace("-", "").isalnum() and rest.isascii() else None
    return None
