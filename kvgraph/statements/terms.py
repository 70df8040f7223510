"""The vocabularies as N-Quads text: ``KV.Paper`` is what stands in a line for the class of papers."""

from __future__ import annotations

from kvgraph import vocabulary
from kvgraph.vocabulary import Vocabulary


class Terms:
    """The terms of a vocabulary, each an attribute and an item; AttributeError for one that is not declared."""

    def __init__(self, declared: Vocabulary) -> None:
        self._declared = declared

    def __getattr__(self, name: str) -> str:
        # Runs only for names that aren't attributes yet: the first look-up of a term makes it one.
        text = str(self._declared[name])
        setattr(self, name, text)
        return text

    def __getitem__(self, name: str) -> str:
        text: str = getattr(self, name)
        return text


CITO = Terms(vocabulary.CITO)
DCTERMS = Terms(vocabulary.DCTERMS)
FOAF = Terms(vocabulary.FOAF)
ITSRDF = Terms(vocabulary.ITSRDF)
KV = Terms(vocabulary.KV)
KVROLE = Terms(vocabulary.KVROLE)
KVSTATUS = Terms(vocabulary.KVSTATUS)
NIF = Terms(vocabulary.NIF)
ORG = Terms(vocabulary.ORG)
OWL = Terms(vocabulary.OWL)
PROV = Terms(vocabulary.PROV)
RDF = Terms(vocabulary.RDF)
RDFS = Terms(vocabulary.RDFS)
SCHEMA = Terms(vocabulary.SCHEMA)
SKOS = Terms(vocabulary.SKOS)
XSD = Terms(vocabulary.XSD)
