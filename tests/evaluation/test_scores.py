"""What counts as right, missed and wrong, on a paper of which every field has a fact."""

from __future__ import annotations

from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from kvgraph.evaluation import FIELDS, Score, evaluate


@pytest.mark.parametrize(
    ("right", "stated", "gold", "figures"),
    [
        (3, 4, 6, (0.75, 0.5, 0.6)),
        (0, 2, 0, (0.0, 1.0, 0.0)),
        (0, 0, 2, (0.0, 0.0, 0.0)),
        (0, 0, 0, (1.0, 1.0, 1.0)),
    ],
)
def test_figures(right: int, stated: int, gold: int, figures: tuple[float, float, float]) -> None:
    score = Score(right, stated, gold)
    assert (score.precision, score.recall, score.f1) == pytest.approx(figures)


def test_a_graph_that_agrees(graph_with: Any, gold_with: Any) -> None:
    found = evaluate(graph_with(), [gold_with()])
    assert found.misses == ()
    assert tuple(found.scores) == FIELDS
    assert {field: score.f1 for field, score in found.scores.items()} == dict.fromkeys(FIELDS, 1.0)
    assert all(score.gold > 0 for score in found.scores.values())


CHANGES = {
    "kind": ("a kv:AnswerPaper", "a kv:QuestionPaper"),
    "identifier": ("9001", "9002"),
    "session_year": ("2022–2023", "2021–2022"),
    "number": ('kv:number "9001"', 'kv:number "901"'),
    "case_numbers": ("2023Z00001", "2023Z00002"),
    "subject": ("De «brug»", "De «tunnel»"),
    "date_submitted": ("2023-01-10", "2023-01-11"),
    "date_answered": ("2023-02-01", "2023-02-02"),
    "questioners": ('"D66"', '"VVD"'),
    "questioner_links": ("kv:participant <person/c>", "kv:participant <person/nobody>"),
    "addressees": ('"Minister voor" ; kv:portfolio "Water"', '"Minister voor" ; kv:portfolio "Wonen"'),
    "respondents": ('kv:portfolio "Water" ; kv:participant', 'kv:portfolio "Wonen" ; kv:participant'),
    "respondent_links": ("entity/Q2", "entity/Q3"),
    "on_behalf_of": ("Weg en Spoor", "Weg en Water"),
    "see_also": ("9000", "8999"),
    "questions": ('<question/1> kv:label "1"', '<question/1> kv:label "1a"'),
    "answers": ("kv:answers <question/3>, <question/2>", "kv:answers <question/3>"),
    "footnotes": ("<note/1>, <note/2>", "<note/1>"),
    "institutions": ('identifier "rdw"', 'identifier "rvo"'),
    "citations": ("kst-29398-12", "kst-29398-13"),
    "laws": ('"Waterwet"', '"Wegenwet"'),
    "urls": ("example/bouw/", "example/sloop/"),
}


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_is_read_from_the_graph(field: str, graph_with: Any, gold_with: Any) -> None:
    found = evaluate(graph_with(CHANGES[field]), [gold_with()])
    assert found.scores[field].right < found.scores[field].gold
    missed = {(miss.field, miss.stated) for miss in found.misses}
    assert (field, False) in missed
    assert found.below({field: 1.0}) == {field: found.scores[field].f1}


def test_a_link_is_right_with_any_of_the_ids_and_counts_once(graph_with: Any, gold_with: Any) -> None:
    one_is_right = evaluate(graph_with(("entity/Q1", "entity/Q9")), [gold_with()])
    assert one_is_right.scores["questioner_links"] == Score(1, 1, 1)
    none_is_right = evaluate(graph_with(("entity/Q1", "entity/Q9"), ("0c-11", "0c-99")), [gold_with()])
    assert none_is_right.scores["questioner_links"] == Score(0, 1, 1)
    not_linked = evaluate(graph_with((" ; kv:participant <person/c>", "")), [gold_with()])
    assert not_linked.scores["questioner_links"] == Score(0, 0, 1)


def test_a_link_of_somebody_whom_gold_does_not_know_is_not_judged(graph_with: Any, gold_with: Any) -> None:
    found = evaluate(graph_with(), [gold_with(questioners=[{"name": "Çelik", "party": "D66"}])])
    assert found.scores["questioner_links"] == Score(0, 0, 0)
    assert found.scores["questioners"] == Score(1, 1, 1)


def test_two_people_of_one_name_are_two_links(graph_with: Any, gold_with: Any) -> None:
    both = [{"name": "Çelik", "party": "D66", "ids": ["Q1"]}, {"name": "Çelik", "party": "D66", "ids": ["Q7"]}]
    assert evaluate(graph_with(), [gold_with(questioners=both)]).scores["questioner_links"] == Score(1, 1, 2)


def test_an_institution_without_a_key_is_not_judged(graph_with: Any, gold_with: Any) -> None:
    gold = gold_with(institutions=["eu"])
    assert evaluate(graph_with(), [gold]).scores["institutions"] == Score(1, 2, 1)
    assert evaluate(graph_with(), [gold], {"eu"}).scores["institutions"] == Score(1, 1, 1)


def test_a_field_that_a_document_can_not_decide(graph_with: Any, gold_with: Any) -> None:
    found = evaluate(graph_with(), [gold_with(skip=["urls"], questions=["1"])])
    assert "urls" not in found.scores
    assert found.below({"urls": 1.0, "questions": 0.4, "kind": 1.0}) == {}


def test_a_document_that_the_graph_does_not_hold_misses_all(graph_with: Any, gold_with: Any) -> None:
    found = evaluate(graph_with(), [gold_with(), gold_with(doc='t"unnel\\.txt')])
    assert found.absent == ('t"unnel\\.txt',)
    assert found.scores["questions"] == Score(3, 3, 6)
    assert found.scores["kind"].f1 == pytest.approx(2 / 3)


def test_the_same_facts_in_named_graphs_count_once(graph_with: Any, gold_with: Any) -> None:
    graph = graph_with()
    name = NamedNode("https://example.org/g")
    graph.extend([Quad(quad.subject, quad.predicate, quad.object, name) for quad in graph])
    assert evaluate(graph, [gold_with()]).misses == ()
