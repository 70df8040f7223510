from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kvgraph.iris import Minter, TextMinter
from kvgraph.model import (
    Analysis,
    Institution,
    InstitutionMention,
    Law,
    LawCitation,
    Link,
    LinkedMention,
    Official,
    Party,
    PersonMention,
    Scheme,
    Span,
    Status,
)
from kvgraph.statements import papers, parsed, state
from kvgraph.statements.lines import in_graph
from kvgraph.statements.targets import describe
from kvgraph.vocabulary import CITO, DCTERMS, FOAF, ITSRDF, KV, NIF, OWL, PREFIXES, RDF, SCHEMA

HERE = Path(__file__).resolve().parent
MINTER = Minter()
PAPER = MINTER.paper("ah-tk-20212022-3000")


def ask(quads: list[Quad], query: str) -> list[list[str]]:
    store = Store()
    store.extend(quads)
    prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    found = store.query(prefixes + query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return sorted([value(term) for term in solution] for solution in found)


def value(term: object) -> str:
    assert isinstance(term, NamedNode | Literal)
    return term.value


def objects(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> list[str]:
    return [value(quad.object) for quad in quads if (quad.subject, quad.predicate) == (subject, predicate)]


@pytest.mark.parametrize("name", ["full", "bare"])
def test_golden(name: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set KVGRAPH_WRITE_GOLDEN to write the files anew; then read their difference."""
    monkeypatch.setattr(papers, "__version__", "0.0.0")
    path = HERE / "golden" / f"{name}.nq"
    got = b"".join(state(request.getfixturevalue(name), MINTER))
    if os.environ.get("KVGRAPH_WRITE_GOLDEN"):
        path.write_bytes(got)
    assert got == path.read_bytes()


def test_the_hash_seed_changes_nothing() -> None:
    code = (
        "import sys\nsys.path.insert(0, sys.argv[1])\nimport conftest\n"
        "from kvgraph.iris import Minter\nfrom kvgraph.statements import parsed, state\n"
        "for line in state(conftest.full_analysis(), Minter()):\n    print(line)\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(HERE)],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
    assert len(next(iter(runs)).splitlines()) > 300


def test_a_paper_has_its_own_graph(full: Analysis) -> None:
    assert {quad.graph_name for quad in parsed(state(full, MINTER))} == {MINTER.graph("ah-tk-20212022-3000")}


def test_a_paper_that_is_read_and_one_that_is_cited_are_one_node(full: Analysis) -> None:
    paper = replace(full.paper, identifier="ah-tk-20202021-12", session_year="2020-2021", number="12")
    both = [*parsed(state(full, MINTER)), *parsed(state(replace(full, paper=paper, related=()), MINTER))]
    found = ask(
        both, "SELECT ?title { ?a kv:number '3000' ; cito:cites ?b . ?b kv:number '12' ; dcterms:title ?title }"
    )
    assert found == [["de OVSE"]]
    assert objects(both, MINTER.paper("ah-tk-20202021-12"), DCTERMS.identifier) == ["ah-tk-20202021-12"] * 2


def test_question_and_answer_of_one_case_meet(full: Analysis, bare: Analysis) -> None:
    question = replace(bare, paper=replace(bare.paper, cases=full.paper.cases))
    both = [*parsed(state(full, MINTER)), *parsed(state(question, MINTER))]
    query = "SELECT ?q { ?a a kv:AnswerPaper ; kv:case ?c . ?q a kv:QuestionPaper ; kv:case ?c }"
    assert ask(both, query) == [[MINTER.paper("case-2022Z08123-question").value]]


def test_what_is_rolled_up_is_what_the_mentions_say(full: Analysis) -> None:
    quads = parsed(state(full, MINTER))
    for predicate, kinds in (
        ("cito:cites", "kv:Citation"),
        ("schema:mentions", "kv:InstitutionMention, kv:PersonMention, kv:PartyMention, kv:OfficeMention"),
    ):
        rolled = ask(quads, f"SELECT ?x {{ ?p {predicate} ?x }}")
        proven = ask(
            quads,
            f"""SELECT DISTINCT ?x {{
                ?m a ?kind ; itsrdf:taIdentRef ?x . FILTER (?kind IN ({kinds}))
                FILTER NOT EXISTS {{ ?x a kv:Passage }} }}""",
        )
        assert rolled == proven
        assert rolled
    assert ask(quads, "SELECT ?a ?b { ?a kv:refersTo ?b }") == [
        [MINTER.passage("ah-tk-20212022-3000", key).value for key in ("answer/1", "answer/2")]
    ]


def test_every_participation_is_proven_in_the_header(full: Analysis) -> None:
    rows = ask(
        parsed(state(full, MINTER)),
        """SELECT ?name ?anchor { ?x kv:nameAsPrinted ?name ; kv:evidence ?m .
            ?m a kv:PersonMention ; nif:anchorOf ?anchor ; nif:referenceContext/^kv:hasHeader ?paper }""",
    )
    assert rows == [["Aalbers", "Aalbers"], ["Zeegers", "Zeegers"]]


def test_a_printed_party_that_differs_from_the_register_refers_to_what_is_printed(full: Analysis) -> None:
    asker, *others = full.participations
    differing = replace(asker, printed_party=Link(Party("vvd"), Status.VERIFIED))
    changed = replace(full, participations=(differing, *others))
    quads, printed = parsed(state(changed, MINTER)), asker.participation
    assert printed.party_span
    mention = MINTER.mention("ah-tk-20212022-3000", "header", printed.party_span)
    assert objects(quads, mention, ITSRDF.taIdentRef) == [MINTER.party("vvd").value]
    node = MINTER.participation("ah-tk-20212022-3000", printed.role, printed.order)
    assert objects(quads, node, KV.party) == [MINTER.party("d66").value]
    assert objects(quads, node, KV.partyAsPrinted) == ["D66"]


def test_a_law_that_the_register_lists_is_the_same_elsewhere(full: Analysis) -> None:
    text = "de Algemene wet bestuursrecht"
    cited = LawCitation(Span(3, len(text)), "law-name", text[3:])
    passage = replace(full.paper.passages[1], text=text)
    paper = replace(full.paper, passages=(full.paper.passages[0], passage))
    linked = LinkedMention("question/1", cited, Link(Law("awb", text[3:]), Status.VERIFIED))
    quads = parsed(state(Analysis(full.source, paper, (linked,)), MINTER))
    assert objects(quads, MINTER.law("awb"), OWL.sameAs) == ["https://wetten.overheid.nl/BWBR0005537"]


def test_an_address_printed_without_scheme_can_be_followed(full: Analysis) -> None:
    quads = parsed(state(full, MINTER))
    assert objects(quads, MINTER.work("0123456789abcdef"), SCHEMA.url) == ["www.dagblad.example/vrede?id=1"]


def test_shortcuts_follow_the_roles(full: Analysis) -> None:
    quads = parsed(state(full, MINTER))
    assert objects(quads, PAPER, KV.questioner) == [MINTER.person("zeegers-a-1980").value]
    assert objects(quads, PAPER, KV.respondent) == [MINTER.person("unlisted/aalbers").value]
    assert objects(quads, PAPER, KV.addressee) == [MINTER.office("minister-buitenlandse-zaken").value]
    assert objects(quads, PAPER, KV.onBehalfOf) == [MINTER.office("minister-defensie").value]


def test_a_person_that_no_register_lists_is_stated_with_the_paper(full: Analysis) -> None:
    quads = parsed(state(full, MINTER))
    assert objects(quads, MINTER.person("unlisted/aalbers"), FOAF.name) == ["Aalbers"]
    assert objects(quads, MINTER.person("zeegers-a-1980"), FOAF.name) == []


def test_one_person_has_one_name_in_a_paper(full: Analysis) -> None:
    first, *rest = (one for one in full.participations if one.person and one.person.target)
    respondent = rest[0]
    assert respondent.person
    again = replace(
        respondent.participation, order=2, name="AALBERS", name_span=None, party_span=None, office_span=None
    )
    target = replace(respondent.person.target, name="AALBERS")  # type: ignore[type-var]
    second = replace(respondent, participation=again, person=replace(respondent.person, target=target))
    quads = parsed(state(replace(full, participations=(first, respondent, second)), MINTER))
    assert objects(quads, MINTER.person("unlisted/aalbers"), FOAF.name) == ["Aalbers"]
    assert (
        objects(quads, MINTER.participation("ah-tk-20212022-3000", respondent.participation.role, 2), KV.evidence) == []
    )


def test_facts_of_a_work_cited_twice_are_joined_and_the_first_holds(full: Analysis) -> None:
    quads, node = parsed(state(full, MINTER)), MINTER.work("0123456789abcdef")
    assert objects(quads, node, SCHEMA.publisher) == ["Dagblad"]
    assert objects(quads, node, SCHEMA.name) == ["🕊 Vrede"]
    assert objects(quads, node, SCHEMA.datePublished) == ["2022-05"]


def test_an_eu_act_is_legislation_with_an_id_and_a_law_is_no_official_work(full: Analysis) -> None:
    quads = parsed(state(full, MINTER))
    act, law = MINTER.paper("32016R0679"), MINTER.law("verdragswet")
    assert objects(quads, act, RDF.type) == [KV.Legislation.value, KV.OfficialWork.value]
    assert objects(quads, act, OWL.sameAs) == ["http://publications.europa.eu/resource/celex/32016R0679"]
    assert objects(quads, law, RDF.type) == [KV.Legislation.value]
    printed = ask(quads, "SELECT ?law ?article { ?m kv:lawAsPrinted ?law ; kv:article ?article }")
    assert printed == [["Verdragswet", "artikel 5"]]


def test_a_paper_published_before_it_is_numbered_is_an_official_work_of_no_dossier() -> None:
    cited = [Official(Scheme.KAMERSTUK, "kst-1268678"), Official(Scheme.EUROPEAN_TREATY, "ETS-005")]
    quads = parsed(in_graph(describe(cited, TextMinter()), "<g:>"))
    paper, treaty = MINTER.paper("kst-1268678"), MINTER.paper("ETS-005")
    assert objects(quads, paper, RDF.type) == [KV.OfficialWork.value]
    assert objects(quads, treaty, RDF.type) == [KV.Legislation.value, KV.OfficialWork.value]
    assert not any(quad.predicate == KV.dossier for quad in quads)


def test_a_cited_case_is_a_case_and_an_official_work(full: Analysis) -> None:
    quads = parsed(state(full, MINTER))
    assert objects(quads, MINTER.case("2021Z00897"), RDF.type) == [KV.Case.value, KV.OfficialWork.value]
    assert objects(quads, MINTER.case("2022Z08123"), RDF.type) == [KV.Case.value]
    assert MINTER.case("2021Z00897").value in objects(quads, PAPER, CITO.cites)


def test_two_mentions_at_one_place_are_one_and_the_header_goes_first(full: Analysis) -> None:
    name = next(one.participation.name_span for one in full.participations if one.participation.name)
    assert name
    again = LinkedMention(
        "header", PersonMention(name, "person", "Zeegers"), Link(None, Status.UNRESOLVED, "ambiguous")
    )
    quads = parsed(state(replace(full, mentions=(*full.mentions, again)), MINTER))
    node = MINTER.mention("ah-tk-20212022-3000", "header", name)
    assert objects(quads, node, KV.rule) == ["header"]
    assert objects(quads, node, KV.reason) == []


def test_offsets_count_code_points(full: Analysis) -> None:
    text = "Ḿ🕊é̈ de OVSE"
    begin = text.index("OVSE")
    passage = replace(full.paper.passages[1], text=text)
    paper = replace(full.paper, passages=(full.paper.passages[0], passage), participations=())
    mention = InstitutionMention(Span(begin, begin + 4), "name", "osce")
    linked = (LinkedMention("question/1", mention, Link(Institution("osce"), Status.VERIFIED)),)
    quads = parsed(state(Analysis(full.source, paper, linked), MINTER))
    assert objects(quads, MINTER.mention("ah-tk-20212022-3000", "question/1", mention.span), NIF.anchorOf) == ["OVSE"]
    assert ask(
        quads,
        "SELECT ?s { ?m nif:beginIndex ?b ; nif:referenceContext/schema:text ?t BIND(SUBSTR(?t, ?b + 1, 4) AS ?s) }",
    ) == [["OVSE"]]


def test_a_paper_without_facts_states_only_what_it_has(bare: Analysis) -> None:
    quads = parsed(state(bare, MINTER))
    node = next(quad.subject for quad in quads if quad.predicate == KV.hasQuestion)
    assert isinstance(node, NamedNode)
    assert "/paper/text-" in node.value
    assert {quad.predicate for quad in quads if quad.subject == node} == {
        RDF.type,
        KV.hasHeader,
        KV.hasQuestion,
        NamedNode(PREFIXES["prov"] + "wasDerivedFrom"),
    }


def test_another_base_moves_every_minted_iri(full: Analysis) -> None:
    moved, base = b"".join(state(full, Minter("https://example.org/kv/"))), MINTER.base.encode()
    assert base not in moved
    assert moved.replace(b"https://example.org/kv/", base) == b"".join(state(full, MINTER))
