"""The only module that mints IRIs: from the keys and ids of things to their names in the graph.

A key becomes one path segment: letters, digits, ``-._~`` and ``:()`` stand as they are, every other character is
percent-encoded as UTF-8 (RFC 3986, section 2.1), a slash too. So ``COM(2020)123`` and ``ECLI:NL:HR:2019:2006`` stay
readable, ``S/RES/2334`` becomes ``S%2FRES%2F2334``, and two different keys never share an IRI.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Generic, TypeVar, assert_never
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from kvgraph import vocabulary
from kvgraph.model import (
    Analysis,
    Institution,
    Law,
    Office,
    Official,
    PaperKind,
    Party,
    PassageTarget,
    Person,
    Role,
    Scheme,
    Span,
    Target,
    Work,
)
from kvgraph.vocabulary import DEFAULT_BASE

SAFE = ":()"
"""Characters that stand unencoded in a segment beside the unreserved ones: pchar of RFC 3986, and common in ids."""

_KINDS = {
    PaperKind.ANSWER: "answer",
    PaperKind.QUESTION: "question",
    PaperKind.ORAL_QUESTION: "oral-question",
    PaperKind.POSTPONEMENT: "postponement",
}
_DOTS = {".": "%2E", "..": "%2E%2E"}


Iri = TypeVar("Iri", NamedNode, str)


class _Minting(Generic[Iri]):
    """Mints the IRIs below one base. Every method raises ValueError for an empty key."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Take the base of all IRIs; ValueError unless it is absolute and ends in ``/`` or ``#``."""
        parts = urlsplit(base)
        if not (parts.scheme and parts.netloc and base.endswith(("/", "#"))):
            raise ValueError(f"{base!r} is not an absolute IRI that ends in / or #")
        NamedNode(base)  # raises ValueError for characters that no IRI may hold
        self.base = base

    def paper(self, identifier: str) -> Iri:
        """Return ``paper/{id}``: of a paper that is read, or of any cited work with an official id but a case."""
        return self._mint("paper/", identifier)

    def passage(self, paper: str, key: str) -> Iri:
        """Return ``paper/{id}/{key}``; the slash in a key such as ``question/3`` stands."""
        return self._iri(f"{self.base}paper/{segment(paper)}/{path(key)}")

    def mention(self, paper: str, key: str, span: Span) -> Iri:
        """Return the passage's IRI with a fragment of RFC 5147, section 3: ``#char=120,135``."""
        return self._iri(f"{self.base}paper/{segment(paper)}/{path(key)}#char={span.begin},{span.end}")

    def participation(self, paper: str, role: Role, order: int) -> Iri:
        """Return ``paper/{id}/participation/{role}/{n}``."""
        return self._iri(f"{self.base}paper/{segment(paper)}/participation/{role.value}/{order}")

    def case(self, number: str) -> Iri:
        """Return ``case/{number}``."""
        return self._mint("case/", number)

    def dossier(self, number: str) -> Iri:
        """Return ``dossier/{number}``."""
        return self._mint("dossier/", number)

    def person(self, key: str) -> Iri:
        """Return ``person/{key}``; the slash in ``unlisted/...`` stands."""
        return self._mint_path("person/", key)

    def party(self, key: str) -> Iri:
        """Return ``party/{key}``."""
        return self._mint("party/", key)

    def office(self, key: str) -> Iri:
        """Return ``office/{key}``."""
        return self._mint("office/", key)

    def institution(self, key: str) -> Iri:
        """Return ``institution/{key}``."""
        return self._mint("institution/", key)

    def membership(self, person: str, what: str, start: date | None) -> Iri:
        """Return ``membership/{person}-{what}-{start}``: a term of a person in a party's seat or in an office."""
        return self._mint("membership/", f"{person}-{what}-{start.isoformat() if start else 'unknown'}")

    def work(self, key: str) -> Iri:
        """Return ``work/{key}``."""
        return self._mint("work/", key)

    def law(self, key: str) -> Iri:
        """Return ``law/{key}``."""
        return self._mint("law/", key)

    def source(self, digest: str) -> Iri:
        """Return ``source/{first 16 hex digits of the SHA-256 of the file}``."""
        return self._mint("source/", digest[:16])

    def build(self, version: str) -> Iri:
        """Return ``build/{version}``: the activity of this version of the software."""
        return self._mint("build/", version)

    def graph(self, paper: str) -> Iri:
        """Return ``graph/{paper id}``: the named graph of one paper."""
        return self._mint("graph/", paper)

    def register_graph(self, register: str) -> Iri:
        """Return ``graph/register/{name}``: the named graph of one register."""
        return self._mint("graph/register/", register)

    def dataset(self, part: str | None = None) -> Iri:
        """Return ``dataset``, the graph as a whole, or ``dataset/{part}``: a file of it, its papers of one kind."""
        return self._iri(f"{self.base}dataset/{segment(part)}" if part else f"{self.base}dataset")

    def evaluation(self, *parts: str) -> Iri:
        """Return ``evaluation/{part}/{part}``: of what a comparison with gold facts measures, and how."""
        return self._iri(f"{self.base}evaluation/{'/'.join(map(segment, parts))}")

    def target(self, target: Target, paper: str) -> Iri:
        """Return the IRI of what a mention in this paper refers to."""
        match target:
            case Official(scheme=Scheme.CASE, identifier=number):
                return self.case(number)
            case Official(identifier=identifier):
                return self.paper(identifier)
            case Law(key=key):
                return self.law(key)
            case Work(key=key):
                return self.work(key)
            case PassageTarget(key=key):
                return self.passage(paper, key)
            case Person(key=key):
                return self.person(key)
            case Party(key=key):
                return self.party(key)
            case Office(key=key):
                return self.office(key)
            case Institution(key=key):
                return self.institution(key)
        assert_never(target)

    def _iri(self, iri: str) -> Iri:
        raise NotImplementedError

    def _mint(self, kind: str, key: str) -> Iri:
        return self._iri(f"{self.base}{kind}{segment(key)}")

    def _mint_path(self, kind: str, key: str) -> Iri:
        return self._iri(f"{self.base}{kind}{path(key)}")


class Minter(_Minting[NamedNode]):
    """Mints IRIs as nodes."""

    def _iri(self, iri: str) -> NamedNode:
        return NamedNode(iri)


class TextMinter(_Minting[str]):
    """Mints IRIs as the text of N-Quads: between angle brackets, to be written as it is.

    What is minted needs no check: the base had one, and a segment is plain signs and percent-encodings.
    """

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Take the base of all IRIs; ValueError when it is none, and when it is one that mentions can't be below."""
        super().__init__(base)
        NamedNode(f"{base}#char=0,0")  # raises ValueError for a base that ends in #: the fragment has one of its own

    def _iri(self, iri: str) -> str:
        return f"<{iri}>"


@lru_cache(maxsize=65536)
def segment(key: str) -> str:
    """Return a key as one path segment (RFC 3986, section 3.3); raises ValueError when it is empty."""
    if not key:
        raise ValueError("an empty key has no IRI")
    # A segment of dots would be taken away when a relative reference is resolved (RFC 3986, section 5.2.4).
    # A lone surrogate has no UTF-8 of its own: its three bytes are encoded, so that no text makes this fail.
    return _DOTS.get(key) or quote(key, safe=SAFE, errors="surrogatepass")


@lru_cache(maxsize=65536)
def path(key: str) -> str:
    """Return a key of several segments with its slashes kept; raises ValueError when one of them is empty."""
    return "/".join(segment(part) for part in key.split("/"))


def external(iri: str) -> NamedNode:
    """Return an IRI that somebody else minted (TOOI, EU authority table); ValueError when it is not one."""
    return NamedNode(iri)


def wikidata(item: str) -> NamedNode:
    """Return the IRI of a Wikidata item, from its number with the Q."""
    return NamedNode(vocabulary.WIKIDATA + segment(item))


def celex(number: str) -> NamedNode:
    """Return the IRI that the EU Publications Office gives to the work with this CELEX number."""
    return NamedNode(vocabulary.CELEX + segment(number))


def bwb(number: str) -> NamedNode:
    """Return the IRI of a Dutch regulation in the national database, from its BWB number."""
    return NamedNode(vocabulary.BWB + segment(number))


def paper_id(analysis: Analysis) -> str:
    """Return the id of a paper that is read, as its IRI and its graph carry it.

    Its official id; without one ``case-{case}-{kind}`` from its first case number; without either
    ``text-{16 hex digits}`` of the SHA-256 of its passages' texts, white space folded, one a line.
    """
    paper = analysis.paper
    if paper.identifier:
        return paper.identifier
    if paper.cases:
        return f"case-{paper.cases[0]}-{_KINDS[paper.kind]}"
    text = "\n".join(" ".join(passage.text.split()) for passage in paper.passages)
    return f"text-{sha256(text.encode(errors='surrogatepass')).hexdigest()[:16]}"
