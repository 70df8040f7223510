from __future__ import annotations

import subprocess
import sys

import pytest
from pyoxigraph import NamedNode

from kvgraph import vocabulary
from kvgraph.vocabulary import DCTERMS, KV, KVROLE, KVSTATUS, PREFIXES, SCHEMA, Vocabulary, shorten

ALL = sorted((name, value) for name, value in vars(vocabulary).items() if isinstance(value, Vocabulary))


def test_a_term_is_its_namespace_and_its_name() -> None:
    assert NamedNode("https://w3id.org/kvgraph/ontology#Paper") == KV.Paper
    assert KVROLE.onBehalfOf.value == "https://w3id.org/kvgraph/role#onBehalfOf"
    assert KVSTATUS.wellFormed.value == "https://w3id.org/kvgraph/status#wellFormed"
    assert DCTERMS.title is DCTERMS["title"]


@pytest.mark.parametrize(
    ("vocabulary_of", "wrong", "near"),
    [(KV, "Papr", "kv:Paper"), (DCTERMS, "titel", "dcterms:title"), (SCHEMA, "mention", "schema:mentions")],
)
def test_a_misspelt_term_fails_with_the_nearest_one(vocabulary_of: Vocabulary, wrong: str, near: str) -> None:
    with pytest.raises(AttributeError, match=f"did you mean {near}"):
        getattr(vocabulary_of, wrong)


def test_a_term_like_no_other_fails_without_advice() -> None:
    with pytest.raises(AttributeError, match=r"kv:zzzzqqqq is not a declared term$"):
        KV.zzzzqqqq  # noqa: B018
    assert not hasattr(KV, "title")
    assert not hasattr(KV, "_private")


def test_membership_and_iteration() -> None:
    assert KV.Paper in KV
    assert "Paper" in KV
    assert DCTERMS.title not in KV
    assert [term.value for term in KVSTATUS] == [
        "https://w3id.org/kvgraph/status#unresolved",
        "https://w3id.org/kvgraph/status#verified",
        "https://w3id.org/kvgraph/status#wellFormed",
    ]


@pytest.mark.parametrize(("name", "terms"), ALL, ids=[name for name, _ in ALL])
def test_every_vocabulary_has_a_prefix_and_holds_terms(name: str, terms: Vocabulary) -> None:
    prefix = name.lower().replace("_", "-")
    assert prefix in PREFIXES
    nodes = list(terms)
    assert nodes
    assert all(node.value.startswith(PREFIXES[prefix]) for node in nodes)


def test_the_own_prefixes_come_first_and_namespaces_are_distinct() -> None:
    assert list(PREFIXES)[:3] == ["kv", "kvrole", "kvstatus"]
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(namespace.endswith(("#", "/")) for namespace in PREFIXES.values())


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/kvgraph/ontology#Paper", "kv:Paper"),
        ("http://data.europa.eu/eli/eli-draft-legislation-ontology#answers_to", "eli-dl:answers_to"),
        ("https://w3id.org/kvgraph/ontology#", None),
        ("http://schema.org/a/b", None),
        ("https://example.org/x", None),
    ],
)
def test_shorten(iri: str, short: str | None) -> None:
    assert shorten(iri) == short


def test_the_ontology_is_read_at_first_use() -> None:
    code = (
        "from kvgraph import vocabulary as v\n"
        "v.DCTERMS.title\nassert v._declared.cache_info().currsize == 0\n"
        "v.KV.Paper, v.KVROLE.questioner, v.KVSTATUS.verified\nassert v._declared.cache_info().misses == 1\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
