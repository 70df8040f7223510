"""A made-up paper as a graph states it, and the gold facts of it; a test takes either and changes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from kvgraph.evaluation import Gold, read
from kvgraph.vocabulary import PREFIXES

GRAPH = """
<paper/p> a kv:AnswerPaper, kv:Paper ; prov:wasDerivedFrom <source/p> ; dcterms:identifier "ah-tk-20222023-9001" ;
  kv:sessionYear "2022–2023" ; kv:number "9001" ; kv:case <case/z> ; dcterms:title "De «brug» bij Zuid - West" ;
  kv:dateSubmitted "2023-01-10"^^xsd:date ; kv:dateAnswered "2023-02-01"^^xsd:date ; kv:relatedPaper <paper/q> ;
  kv:participation <part/asks>, <part/asked>, <part/answers>, <part/with> ; kv:hasFootnote <note/1>, <note/2> ;
  kv:hasQuestion <question/1>, <question/2>, <question/3> ; kv:hasAnswer <answer/1>, <answer/2> ;
  schema:mentions <institution/rdw>, <institution/eu> ; cito:cites <work/kst>, <work/law>, <work/page> .
<source/p> kv:fileName "brug.txt" .
<case/z> dcterms:identifier "2023Z00001" .
<paper/q> a kv:OfficialWork ; dcterms:identifier "ah-tk-20222023-9000" .
<part/asks> kv:role kvrole:questioner ; kv:nameAsPrinted "Çelik" ; kv:partyAsPrinted "D66" ; kv:participant <person/c> .
<part/asked> kv:role kvrole:addressee ; kv:officeTitle "Minister voor" ; kv:portfolio "Water" .
<part/answers> kv:role kvrole:respondent ; kv:nameAsPrinted "De Wit" ; kv:officeTitle "Minister" ;
  kv:portfolio "Water" ; kv:participant <person/w> .
<part/with> kv:role kvrole:onBehalfOf ; kv:officeTitle "Staatssecretaris" ; kv:portfolio "Weg en Spoor" .
<person/c> a foaf:Person ; kv:tkPersonId "0c-11" ; owl:sameAs <http://www.wikidata.org/entity/Q1> .
<person/w> a foaf:Person ; owl:sameAs <http://www.wikidata.org/entity/Q2> .
<question/1> kv:label "1" . <question/2> kv:label "2" . <question/3> kv:label "3" .
<answer/1> kv:answers <question/1> . <answer/2> kv:answers <question/3>, <question/2> .
<institution/rdw> a kv:Institution ; dcterms:identifier "rdw" .
<institution/eu> a kv:Institution ; dcterms:identifier "eu" .
<work/kst> a kv:OfficialWork ; dcterms:identifier "kst-29398-12" .
<work/law> a kv:Legislation . <work/page> schema:url "https://www.brug.example/bouw/" .
<mention> itsrdf:taIdentRef <work/law> ; nif:referenceContext <question/1> ; kv:lawAsPrinted "Waterwet" .
<question/1> kv:paper <paper/p> .
"""

OFFICE = {"role": "Minister", "portfolio": "Water"}
GOLD: dict[str, Any] = {
    "doc": "brug.txt",
    "kind": "answer",
    "identifier": "ah-tk-20222023-9001",
    "session_year": "2022-2023",
    "number": "9001",
    "case_numbers": ["2023Z00001"],
    "questioners": [{"name": "Celik", "party": "D66", "ids": ["Q1", "0c-11"]}],
    "addressees": [OFFICE],
    "respondents": [{"name": "de Wit", **OFFICE, "ids": ["Q2"]}],
    "on_behalf_of": [{"role": "Staatssecretaris", "portfolio": "Weg en Spoor"}],
    "subject": "de brug bij Zuid-West",
    "date_submitted": "2023-01-10",
    "date_answered": "2023-02-01",
    "see_also": ["ah-tk-20222023-9000"],
    "questions": ["1", "2", "3"],
    "answers": [["1"], ["2", "3"]],
    "footnotes": 2,
    "institutions": ["eu", "rdw"],
    "citations": [
        {"kind": "kamerstuk", "id": "kst-29398-12", "text": "Kamerstuk 29 398, nr. 12"},
        {"kind": "law", "id": None, "text": "artikel 3 van de Waterwet", "law": "Waterwet"},
        {"kind": "news", "id": None, "text": "De Brugkrant", "publisher": "De Brugkrant", "date": None, "title": ""},
    ],
    "urls": ["http://brug.example/bouw"],
    "notes": "A made-up paper.",
}

GraphWith = Callable[..., Store]
GoldWith = Callable[..., Gold]


@pytest.fixture
def graph_text() -> str:
    """Return the graph as Turtle."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    return f"@base <https://w3id.org/kvgraph/id/> .\n{prefixes}{GRAPH}"


@pytest.fixture
def graph_with(graph_text: str) -> GraphWith:
    """Return a function that gives the graph with each first text replaced by the second."""

    def changed(*changes: tuple[str, str]) -> Store:
        text = graph_text
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        store = Store()
        store.load(text.encode(), RdfFormat.TURTLE)
        return store

    return changed


@pytest.fixture
def facts() -> dict[str, Any]:
    """Return the gold facts as a gold file holds them, to change at will."""
    return json.loads(json.dumps(GOLD))  # type: ignore[no-any-return]  # JSON of GOLD


@pytest.fixture
def gold_with(facts: dict[str, Any], tmp_path: Path) -> GoldWith:
    """Return a function that gives the gold facts with some members changed."""

    def changed(**members: Any) -> Gold:
        file = tmp_path / "changed.json"
        file.write_text(json.dumps({**facts, **members}), "utf-8")
        (gold,) = read(file).gold
        return gold

    return changed
