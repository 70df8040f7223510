from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kvgraph import iris
from kvgraph.iris import Minter, TextMinter, paper_id
from kvgraph.model import (
    Analysis,
    Chamber,
    Institution,
    Law,
    Office,
    Official,
    Paper,
    PaperKind,
    Party,
    Passage,
    PassageKind,
    PassageTarget,
    Person,
    Role,
    Scheme,
    Source,
    Span,
    Target,
    Work,
    WorkCitation,
    WorkKind,
)

MINTER = Minter()
BASE = MINTER.base
PLAIN: tuple[Callable[[str], NamedNode], ...] = (
    MINTER.paper,
    MINTER.case,
    MINTER.dossier,
    MINTER.person,
    MINTER.party,
    MINTER.office,
    MINTER.institution,
    MINTER.work,
    MINTER.law,
    MINTER.build,
    MINTER.graph,
    MINTER.register_graph,
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("identifier", "below_base"),
    [
        ("ah-tk-20202021-3235", "paper/ah-tk-20202021-3235"),
        ("ECLI:NL:HR:2019:2006", "paper/ECLI:NL:HR:2019:2006"),
        ("COM(2020)123", "paper/COM(2020)123"),
        ("S/RES/2334", "paper/S%2FRES%2F2334"),
        ("32016R0679", "paper/32016R0679"),
        ("2024D28457", "paper/2024D28457"),
        ("een é", "paper/een%20%C3%A9"),
        ("..", "paper/%2E%2E"),
    ],
)
def test_papers(identifier: str, below_base: str) -> None:
    assert MINTER.paper(identifier).value == BASE + below_base


def test_what_hangs_below_a_paper() -> None:
    paper = "ah-tk-20202021-3235"
    assert MINTER.passage(paper, "question/3").value == f"{BASE}paper/{paper}/question/3"
    assert MINTER.passage(paper, "header").value == f"{BASE}paper/{paper}/header"
    assert MINTER.mention(paper, "answer/3", Span(120, 135)).value == f"{BASE}paper/{paper}/answer/3#char=120,135"
    participation = MINTER.participation(paper, Role.ON_BEHALF_OF, 2)
    assert participation.value == f"{BASE}paper/{paper}/participation/onBehalfOf/2"
    assert MINTER.graph(paper).value == f"{BASE}graph/{paper}"


def test_agents_sources_and_registers() -> None:
    assert MINTER.person("unlisted/jansen-d66").value == f"{BASE}person/unlisted/jansen-d66"
    assert MINTER.source("0123456789abcdef" * 4).value == f"{BASE}source/0123456789abcdef"
    assert MINTER.register_graph("persons").value == f"{BASE}graph/register/persons"
    term = MINTER.membership("ploumen-emj-1962", "pvda", date(2017, 3, 23))
    assert term.value == f"{BASE}membership/ploumen-emj-1962-pvda-2017-03-23"
    assert MINTER.evaluation("metric", "a/b").value == f"{BASE}evaluation/metric/a%2Fb"
    assert MINTER.membership("x", "vvd", None).value == f"{BASE}membership/x-vvd-unknown"


CITED = WorkCitation(Span(0, 1), "news", WorkKind.NEWS)


@pytest.mark.parametrize(
    ("target", "below_base"),
    [
        (Official(Scheme.CASE, "2024Z18653"), "case/2024Z18653"),
        (Official(Scheme.TK_DOCUMENT, "2024D28457"), "paper/2024D28457"),
        (Law("awb", "Awb"), "law/awb"),
        (Work("0123456789abcdef", CITED), "work/0123456789abcdef"),
        (PassageTarget("answer/2"), "paper/this/answer/2"),
        (Person("a-1970", "A"), "person/a-1970"),
        (Party("d66"), "party/d66"),
        (Office("minister-defensie", "min-def"), "office/minister-defensie"),
        (Institution("osce"), "institution/osce"),
    ],
)
def test_targets(target: Target, below_base: str) -> None:
    assert MINTER.target(target, "this").value == BASE + below_base


def test_names_that_others_gave() -> None:
    assert iris.wikidata("Q81299").value == "http://www.wikidata.org/entity/Q81299"
    assert iris.celex("32016R0679").value == "http://publications.europa.eu/resource/celex/32016R0679"
    assert iris.bwb("BWBR0005537").value == "https://wetten.overheid.nl/BWBR0005537"
    with pytest.raises(ValueError, match=r".+"):
        iris.external("not an iri")


def test_another_base() -> None:
    assert Minter("https://example.org/kv/").party("d66").value == "https://example.org/kv/party/d66"


@pytest.mark.parametrize(
    "base", ["", "example.org/", "/id/", "https://example.org/id", "https://exa mple.org/", "urn:x/"]
)
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Minter(base)


@pytest.mark.parametrize("base", ["example.org/", "https://exa mple.org/", "https://example.org/id#"])
def test_text_is_minted_of_no_base_that_makes_wrong_iris(base: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        TextMinter(base)


@pytest.mark.parametrize("mint", PLAIN)
def test_an_empty_key_is_refused(mint: Callable[[str], NamedNode]) -> None:
    with pytest.raises(ValueError, match="empty key"):
        mint("")


@given(ANY_TEXT, st.sampled_from(PLAIN))
def test_any_key_gives_a_valid_absolute_iri(key: str, mint: Callable[[str], NamedNode]) -> None:
    if mint == MINTER.person and "" in key.split("/"):
        return
    iri = mint(key).value
    assert iri.startswith(BASE)
    assert iri.isascii()
    # Written relative to the base, as Turtle does, it is still the same IRI.
    assert urljoin(BASE, iri.removeprefix(BASE)) == iri


@given(ANY_TEXT, ANY_TEXT, st.integers(0))
def test_what_is_minted_as_text_is_the_iri_in_angle_brackets(key: str, other: str, begin: int) -> None:
    text, passage = TextMinter(), f"question/{other.replace('/', '')}x"
    assert text.paper(key) == str(MINTER.paper(key))
    assert text.passage(key, passage) == str(MINTER.passage(key, passage))
    assert text.mention(key, passage, Span(begin, begin + 1)) == str(
        MINTER.mention(key, passage, Span(begin, begin + 1))
    )


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(PLAIN[:3] + PLAIN[4:]))
def test_distinct_keys_have_distinct_iris(one: str, other: str, mint: Callable[[str], NamedNode]) -> None:
    assert (mint(one) == mint(other)) == (one == other)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_passages_of_distinct_papers_are_distinct(paper: str, key: str, paper_2: str, key_2: str) -> None:
    one, other = f"question/{key.replace('/', '')}x", f"question/{key_2.replace('/', '')}x"
    assert (MINTER.passage(paper, one) == MINTER.passage(paper_2, other)) == ((paper, one) == (paper_2, other))


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_mention_is_its_passage_with_a_fragment(begin: int, end: int) -> None:
    passage = MINTER.passage("kv-tk-2024Z18653", "question/1").value
    mention = MINTER.mention("kv-tk-2024Z18653", "question/1", Span(begin, end)).value
    assert mention == f"{passage}#char={begin},{end}"


def analysis(kind: PaperKind, identifier: str | None, cases: tuple[str, ...], text: str) -> Analysis:
    passage = Passage(PassageKind.QUESTION, "question/1", "1", 1, text)
    paper = Paper(kind, Chamber.TWEEDE_KAMER, identifier, None, None, cases, None, None, None, (), (passage,))
    return Analysis(Source("x.txt", "00" * 32, "text/plain"), paper)


def test_a_paper_is_named_by_its_id_else_its_case_else_its_text() -> None:
    cases = ("2024Z18285", "2024Z18286")
    assert paper_id(analysis(PaperKind.ANSWER, "ah-tk-20242025-1", cases, "Ja")) == "ah-tk-20242025-1"
    kinds = {PaperKind.ANSWER: "answer", PaperKind.QUESTION: "question", PaperKind.ORAL_QUESTION: "oral-question"}
    kinds[PaperKind.POSTPONEMENT] = "postponement"
    for kind, name in kinds.items():
        assert paper_id(analysis(kind, None, cases, "Ja")) == f"case-2024Z18285-{name}"
    by_text = paper_id(analysis(PaperKind.ANSWER, None, (), "Klopt  dit?\n"))
    assert by_text == paper_id(analysis(PaperKind.ANSWER, None, (), " Klopt dit?"))
    assert by_text != paper_id(analysis(PaperKind.ANSWER, None, (), "Klopt dat?"))
    assert by_text.startswith("text-")
    assert len(by_text) == len("text-") + 16


def test_the_file_that_a_paper_was_read_from_does_not_name_it() -> None:
    one = analysis(PaperKind.ANSWER, None, (), "Klopt dit?")
    assert paper_id(one) == paper_id(replace(one, source=Source("y.txt", "11" * 32, "text/plain")))


def test_names_do_not_hang_on_the_hash_seed() -> None:
    code = "from kvgraph.iris import Minter; print(Minter().paper('S/RES/2334 é').value)"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
