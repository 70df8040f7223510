from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from kvgraph import queries
from kvgraph.queries import QueryError, Table, Truth

ECHO = """# title@nl: Wat is de waarde?
# title@en: What is the value?
# description: Gives the value back.
# parameter word (string): a word
# parameter count (integer): a number
# parameter day (date): a day
SELECT ?word ?count ?day WHERE {
  VALUES ?word { "osce" }
  VALUES ?count { 21 }
    VALUES ?day { UNDEF }
}
"""


def echo(**values: str) -> list[str]:
    answer = queries.run(Store(), queries.read("echo", ECHO), values)
    assert isinstance(answer, Table)
    (row,) = answer.rows()
    return [queries.display(term) for term in row]


def test_a_question_says_what_it_can_be_given() -> None:
    question = queries.read("echo", ECHO)
    assert question.titles == {"nl": "Wat is de waarde?", "en": "What is the value?"}
    assert [(one.name, one.type, one.default) for one in question.parameters] == [
        ("word", "string", "osce"),
        ("count", "integer", "21"),
        ("day", "date", None),
    ]


def test_values_take_the_place_of_defaults() -> None:
    assert echo() == ["osce", "21", ""]
    assert echo(word="nato", count="-3", day="2021-01-19") == ["nato", "-3", "2021-01-19"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_value_is_read_as_sparql(word: str) -> None:
    assert echo(word=word)[0] == word


@pytest.mark.parametrize(
    "attack", ['" } } #', 'osce" } SERVICE <http://x.org> { ?s ?p ?o } #', "\\", '"""', "\n}\n", "' ; DROP ALL"]
)
def test_a_value_can_not_break_out(attack: str) -> None:
    assert echo(word=attack)[0] == attack


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"count": "many"}, "count is 'many', which is not a whole number"),
        ({"day": "19-01-2021"}, "day is '19-01-2021', which is not a date such as 2021-01-19"),
        ({"day": "2021-02-30"}, "which is not a date"),
        ({"word": "\ud800"}, "which is not text"),
        ({"place": "x"}, "echo has no parameter 'place'; it has word, count, day"),
    ],
)
def test_a_value_of_another_kind_is_refused(values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        echo(**values)


def test_an_unknown_question_is_refused_with_the_names_that_there_are() -> None:
    with pytest.raises(
        QueryError, match="there is no question 'who'; choose from days-to-answer-per-ministry, evidence"
    ):
        queries.named("who")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# parameter x (float): a\nSELECT * { VALUES ?x { 1 } }", "parameter x is of type 'float'"),
        ("# parameter x (string): a\nSELECT * { ?x ?y ?z }", r"needs one line VALUES \?x \{ ... \} and has 0"),
    ],
)
def test_a_parameter_that_can_not_be_given_is_refused(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        queries.read("own", text)


def test_prefixes_of_the_graph_need_no_declaration() -> None:
    answer = queries.run(Store(), "ASK { FILTER(kv:Paper != kvrole:questioner && dcterms:title != skos:prefLabel) }")
    assert isinstance(answer, Truth)
    assert answer.boolean
    own = "PREFIX kv: <http://example.org/> SELECT (STR(kv:x) AS ?iri) {}"
    answer = queries.run(Store(), own)
    assert isinstance(answer, Table)
    assert [queries.display(term) for (term,) in answer.rows()] == ["http://example.org/x"]


def test_a_query_that_is_not_sparql_is_refused_with_its_place() -> None:
    with pytest.raises(QueryError, match=r"the query isn't SPARQL: .*1:1"):
        queries.run(Store(), "SELECT ?x WHERE")
