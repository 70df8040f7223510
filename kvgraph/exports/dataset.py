"""The description of a built graph as a dataset: VoID (W3C Note of 3 March 2011) and DCAT 3 (section 6.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kvgraph.iris import Minter, external
from kvgraph.model import PaperKind
from kvgraph.vocabulary import DCAT, DCTERMS, KV, PREFIXES, PROV, RDF, VOID, XSD

_VOCABULARIES = ("kv", "dcterms", "foaf", "org", "prov", "skos", "schema", "cito", "nif", "itsrdf")
_TITLES = {"nl": "Kamervragen als linked data", "en": "Dutch parliamentary questions as linked data"}
_DESCRIPTIONS = {
    "nl": "Kamervragen en hun antwoorden, met wie er vraagt en antwoordt, wat er wordt genoemd en aangehaald, en de"
    " tekens waaruit dat blijkt.",
    "en": "Dutch parliamentary questions and their answers, with who asks and answers, what is named and cited, and the"
    " characters that show it.",
}
_Term = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file that holds the whole dataset: its name, media type (IANA) and, where it is packed, that of the packing."""

    name: str
    media_type: str
    packing: str | None = None


def describe(
    minter: Minter, *, version: str, statements: int, kinds: Mapping[PaperKind, int], files: tuple[Distribution, ...]
) -> Iterator[Quad]:
    """Yield the description of a graph with so many statements and papers of each kind, in the default graph."""
    dataset = minter.dataset()
    said: list[tuple[NamedNode, _Term]] = [(RDF.type, VOID.Dataset), (RDF.type, DCAT.Dataset)]
    said += [(DCTERMS.title, Literal(text, language=language)) for language, text in _TITLES.items()]
    said += [(DCTERMS.description, Literal(text, language=language)) for language, text in _DESCRIPTIONS.items()]
    said += [(VOID.vocabulary, external(PREFIXES[prefix])) for prefix in _VOCABULARIES]
    said += [(VOID.uriSpace, Literal(minter.base)), (VOID.triples, _number(statements))]
    said += [(VOID.classPartition, minter.dataset(kind.value)) for kind in kinds]
    said += [(DCAT.distribution, minter.dataset(file.name)) for file in files]
    said += [(PROV.wasGeneratedBy, minter.build(version))]
    yield from _quads(dataset, said)
    for kind, count in kinds.items():
        yield from _quads(
            minter.dataset(kind.value), [(VOID["class"], KV[kind.value]), (VOID.entities, _number(count))]
        )
    for file in files:
        yield from _quads(minter.dataset(file.name), _distribution(file))


def _distribution(file: Distribution) -> Iterator[tuple[NamedNode, _Term]]:
    yield RDF.type, DCAT.Distribution
    yield DCTERMS.title, Literal(file.name)
    yield DCAT.mediaType, _media_type(file.media_type)
    if file.packing:
        yield DCAT.compressFormat, _media_type(file.packing)


def _media_type(name: str) -> NamedNode:
    return external(f"https://www.iana.org/assignments/media-types/{name}")


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)


def _quads(subject: NamedNode, said: Iterable[tuple[NamedNode, _Term]]) -> Iterator[Quad]:
    return (Quad(subject, predicate, term) for predicate, term in said)
