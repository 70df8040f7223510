"""Each named question, on the made-up graph: what it finds is worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pyoxigraph import Quad, Store

from kvgraph import queries
from kvgraph.queries import Table
from kvgraph.vocabulary import DEFAULT_BASE, KV

NAMES = [question.name for question in queries.catalogue()]


@pytest.fixture(scope="module")
def store(small: tuple[Quad, ...]) -> Store:
    memory = Store()
    memory.extend(small)
    return memory


def ask(store: Store, name: str, values: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    answer = queries.run(store, queries.named(name), values or {})
    assert isinstance(answer, Table)
    return [
        {
            variable: queries.display(term).removeprefix(DEFAULT_BASE)
            for variable, term in zip(answer.variables, row, strict=True)
        }
        for row in answer.rows()
    ]


def columns(rows: list[dict[str, str]], *names: str) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_there_are_at_least_ten_and_each_says_what_it_asks() -> None:
    assert len(NAMES) >= 10
    assert len({question.titles["nl"] for question in queries.catalogue()}) == len(NAMES)
    for question in queries.catalogue():
        assert set(question.titles) == {"nl", "en"}
        assert all(title.endswith("?") for title in question.titles.values())
        assert question.description
        assert all(parameter.description for parameter in question.parameters)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_needs_no_setting_of_the_store(store: Store, name: str) -> None:
    text = queries.named(name).text
    plain = list(map(str, store.query(text)))  # type: ignore[arg-type]
    assert plain == list(map(str, store.query(text, use_default_graph_as_union=True)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_orders_its_rows(store: Store, small: tuple[Quad, ...], name: str) -> None:
    backwards = Store()
    backwards.extend(reversed(small))
    assert ask(store, name) == ask(backwards, name)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_names_only_terms_that_are_declared(name: str) -> None:
    text = queries.named(name).text.replace("kvrole:", "").replace("kvstatus:", "")
    words = {word.partition("^")[0].strip("?)(|;,") for word in text.split() if word.startswith("kv:")}
    used = {part.removeprefix("kv:") for word in words for part in word.split("|")} - {""}
    assert used <= KV.names()


def test_who_asked_about_an_institution(store: Store) -> None:
    found = columns(ask(store, "who-asked-about"), "name", "party", "sets", "first", "last")
    assert found == [
        ("Bram Smit", "VVD", "2", "2023-01-23", "2023-02-06"),
        ("Anna Visser", "GroenLinks", "1", "2023-01-23", "2023-01-23"),
        ("Carla Dekker", "D66", "1", "2023-02-01", "2023-02-01"),
        ("De Wit", "", "1", "2023-02-01", "2023-02-01"),
    ]
    assert columns(ask(store, "who-asked-about", {"institution": "un-security-council"}), "name") == [
        ("Anna Visser",),
        ("Carla Dekker",),
    ]
    assert ask(store, "who-asked-about", {"institution": "eu"}) == [], "only answers name it"


def test_questions_per_party_and_year(store: Store) -> None:
    assert columns(ask(store, "questions-per-party-and-year"), "year", "party", "sets", "members") == [
        ("2023", "D66", "2", "1"),
        ("2023", "GroenLinks", "2", "1"),
        ("2023", "VVD", "2", "1"),
    ]


def test_days_to_answer_per_ministry(store: Store) -> None:
    found = columns(
        ask(store, "days-to-answer-per-ministry", {"days": "30"}),
        *("ministry", "answers", "mean", "shortest", "longest", "late"),
    )
    assert found == [
        ("Ministerie van Financiën", "1", "63", "63", "63", "1"),
        ("Ministerie van Buitenlandse Zaken", "2", "35", "28", "42", "1"),
    ]


def test_most_cited_documents(store: Store) -> None:
    assert columns(ask(store, "most-cited-documents"), "document", "papers") == [
        ("kst-21501-02-2600", "3"),
        ("Sanctiewet 1977", "1"),
        ("Waarnemers geweigerd aan de grens", "1"),
        ("ah-tk-20222023-1500", "1"),
    ]


def test_who_asks_together(store: Store) -> None:
    assert columns(ask(store, "who-asks-together"), "name", "with", "sets") == [
        ("Anna Visser", "Bram Smit", "1"),
        ("Anna Visser", "Carla Dekker", "1"),
        ("Carla Dekker", "De Wit", "1"),
    ]


def test_open_questions_wait_until_the_latest_day_or_a_given_one(store: Store) -> None:
    assert columns(ask(store, "open-questions"), "number", "since", "waiting", "postponed") == [
        ("2023Z02000", "2023-02-01", "47", "")
    ]
    assert columns(ask(store, "open-questions", {"date": "2023-02-01"}), "waiting") == [("0",)]
    assert ask(store, "open-questions", {"date": "2023-01-31"}) == [], "not asked yet"


def test_a_postponed_question_is_open_until_its_answer(small: tuple[Quad, ...]) -> None:
    unanswered = Store()
    unanswered.extend(quad for quad in small if not str(quad.graph_name).endswith("1700>"))
    found = columns(ask(unanswered, "open-questions"), "number", "subject", "waiting", "postponed")
    assert found[0] == ("2023Z03000", "sancties en de douane", "69", "2023-01-30")
    assert columns(ask(unanswered, "postponements"), "answered", "taken") == [("", "")]


def test_most_mentioned_institutions(store: Store) -> None:
    assert columns(ask(store, "most-mentioned-institutions"), "key", "papers", "mentions") == [
        ("osce", "4", "9"),
        ("eu", "2", "2"),
        ("un-security-council", "1", "1"),
        ("un", "1", "1"),
    ]


def test_late_answers_leave_the_postponed_out(store: Store) -> None:
    assert columns(ask(store, "late-answers"), "identifier", "taken") == [
        ("ah-tk-20222023-1800", "42"),
        ("ah-tk-20222023-1500", "28"),
    ]
    assert columns(ask(store, "late-answers", {"days": "28"}), "taken") == [("42",)]


def test_what_a_person_asks(store: Store) -> None:
    assert columns(ask(store, "what-a-person-asks", {"person": "SMIT"}), "submitted", "identifier") == [
        ("2023-02-06", "ah-tk-20222023-1800"),
        ("2023-01-23", "ah-tk-20222023-1500"),
        ("2023-01-23", "kv-tk-2023Z01234"),
    ]
    assert {row["name"] for row in ask(store, "what-a-person-asks")} == {
        "Anna Visser",
        "Bram Smit",
        "Carla Dekker",
        "De Wit",
    }


def test_who_cites_a_document(store: Store) -> None:
    found = ask(store, "who-cites", {"document": "kst-21501-02-2600"})
    assert columns(found, "passage", "printed") == [
        ("paper/ah-tk-20222023-1500/answer/2", "Kamerstuk 21501-02, nr. 2600"),
        ("paper/kv-tk-2023Z02000/question/1", "Kamerstuk 21501-02, nr. 2600"),
        ("paper/ah-tk-20222023-1800/answer/1", "Kamerstuk 21501-02, nr. 2600"),
    ]


def test_ministers_by_answers(store: Store) -> None:
    assert columns(ask(store, "ministers-by-answers"), "name", "office", "answers") == [
        ("Dirk Mol", "Minister van Buitenlandse Zaken", "2"),
        ("Els Bos", "Staatssecretaris van Financiën", "1"),
    ]


def test_postponements(store: Store) -> None:
    assert columns(ask(store, "postponements"), "submitted", "postponed", "answered", "taken") == [
        ("2023-01-10", "2023-01-30", "2023-03-14", "63")
    ]


def test_evidence_quotes_the_text_around_a_mention(store: Store) -> None:
    quotes = [row["quote"] for row in ask(store, "evidence-for-institution")]
    assert len(quotes) == 9
    assert "Klopt het dat de »OVSE« haar begroting niet rond krijgt? Zie ook Kamerstuk 21501-02, nr. 2600." in quotes
    assert all(quote.count("»OVSE«") == 1 for quote in quotes)
    assert all(len(quote) <= 80 + len("…»OVSE«…") + 80 for quote in quotes)


def test_institutions_per_party(store: Store) -> None:
    osce = "Organisatie voor Veiligheid en Samenwerking in Europa"
    assert columns(ask(store, "institutions-per-party"), "party", "institution", "sets") == [
        ("D66", osce, "1"),
        ("D66", "VN-Veiligheidsraad", "1"),
        ("GroenLinks", osce, "1"),
        ("GroenLinks", "VN-Veiligheidsraad", "1"),
        ("GroenLinks", "Verenigde Naties", "1"),
        ("VVD", osce, "2"),
        ("VVD", "Verenigde Naties", "1"),
    ]


def test_unresolved_mentions(store: Store) -> None:
    assert columns(ask(store, "unresolved-mentions"), "printed", "reason", "mentions") == [
        ("Zwart", "not in the register", "1")
    ]


def test_the_made_up_graph_keeps_the_contract(small: tuple[Quad, ...]) -> None:
    assert all(not str(quad.subject).startswith("_:") for quad in small)
    used = {quad.predicate.value for quad in small} | {str(quad.object)[1:-1] for quad in small}
    namespace = "https://w3id.org/kvgraph/ontology#"
    assert {term.removeprefix(namespace) for term in used if term.startswith(namespace)} <= KV.names()
