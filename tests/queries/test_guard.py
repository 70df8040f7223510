from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.queries.guard import QueryError, check, tokens


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x.org/sparql> { ?s ?p ?o } }",
        "select * { service silent<http://x.org/sparql>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o .SERVICE ?e { ?s ?p ?o } }",
        "SELECT * { ?s ?p 5SERVICE <http://x.org/> { } }",
        "SELECT * { ?s ?p 'a'SERVICE <http://x.org/> { } }",
        "SELECT * { FILTER(?a<?b)SERVICE<http://x.org/> { } }",
        "SELECT * { ?s ?p ?o # a comment\n SERVICE <http://x.org/> { } }",
        "LOAD <http://x.org/data>",
    ],
)
def test_reaching_out_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"a query may not reach out to another server or document \((SERVICE|LOAD)\)"):
        check(query)


@pytest.mark.parametrize("word", ["INSERT", "delete", "Clear", "DROP", "CREATE", "COPY", "MOVE", "ADD"])
def test_updates_are_refused(word: str) -> None:
    with pytest.raises(QueryError, match=rf"this is an update \({word.upper()}\), and queries only read"):
        check(f"PREFIX kv: <http://x.org/> {word} DATA {{ <a:b> <a:c> 1 }}")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service $load { ?service ex:load ?x ; load:x 'SERVICE' }",
        'SELECT * { ?s ?p """ SERVICE " LOAD """ , "\\" LOAD" , \'it\\\'s LOAD\' }',
        "SELECT * { <http://x.org/LOAD> ?p ?o } # LOAD and SERVICE",
        "SELECT * { ?a ?b ?c FILTER(?a < 3 && 4 > ?c) }",
        "SELECT * { ex:a\\/b ?p 'x'@load }",
        "SELECT (SERVICE_LEVEL AS ?x) { }",
    ],
)
def test_words_in_strings_iris_names_and_comments_are_no_keywords(query: str) -> None:
    check(query)


def test_hidden_keywords_are_refused() -> None:
    with pytest.raises(QueryError, match="escape outside a string"):
        check("SELECT * { \\u0053ERVICE <http://x.org/> { } }")
    check('SELECT ("\\u0053" AS ?x) { }')


@pytest.mark.parametrize("deep", ["(" * 10_000, "!" * 10_000, "{" * 201, "[ ( {" * 80, "- " * 300, "^" * 300])
def test_nesting_that_would_kill_the_process_is_refused(deep: str) -> None:
    with pytest.raises(QueryError, match="nested more than 200 deep"):
        check(f"SELECT * {{ FILTER {deep}")


def test_long_queries_that_are_not_deep_pass() -> None:
    check("SELECT * { " + "FILTER(!(?x = -1) && (?y != ((3)))) . " * 5_000 + " }")


@given(st.text(st.sampled_from("<>\"'\\# \n{}()SERVICEu0053.?:a"), max_size=60))
def test_any_text_is_read_to_its_end(text: str) -> None:
    assert sum(map(len, tokens(text))) <= 2 * len(text)


@pytest.mark.parametrize("unit", ["<a", '"', "'''", "\\", "a", "<", "#\n", "\\u"])
def test_reading_takes_time_in_proportion_to_the_length(unit: str) -> None:
    begin = time.perf_counter()
    list(tokens(unit * 100_000))
    assert time.perf_counter() - begin < 2
