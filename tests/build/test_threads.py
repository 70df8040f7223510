"""Papers of one case that meet: the questions, their postponement, the answer, its reprint."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Store

from kvgraph import queries
from kvgraph.build import build
from kvgraph.build.merging import Facts
from kvgraph.build.threads import Threads, asked
from kvgraph.model import PaperKind, Role
from kvgraph.queries import Table
from kvgraph.vocabulary import DEFAULT_BASE, PREFIXES

ASKED = """Vragen van het lid Soepboer (Nieuw Sociaal Contract) aan de Staatssecretaris
van Onderwijs, Cultuur en Wetenschap over {subject}
(ingezonden 24 september 2024).
"""
SUBJECT = "de sluiting van «bruggen» bij scholen"
QUESTIONS = "Vraag 1\nHoeveel bruggen zijn dicht?\n\nVraag 2\nWanneer gaan zij open?\n"
ANSWERS = "Vraag 1\nHoeveel bruggen zijn dicht?\n\nAntwoord 1\nVier.\n\nVraag 2\nWanneer gaan zij open?\n\n"
ANSWERED = "Antwoord van Staatssecretaris Paul (Onderwijs, Cultuur en Wetenschap) (ontvangen {day} 2024)."
FOOT = "’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2024–2025, {kind} 1\n"
HEAD = """Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2024–2025 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
{number}
"""
QUESTION, NOTICE, ANSWER, REPRINT = (
    "kv-tk-2024Z90418", "ah-tk-20242025-9031", "ah-tk-20242025-9032", "ah-tk-20242025-9032-h1",
)  # fmt: skip


def papers(subject: str = SUBJECT) -> dict[str, str]:
    """Return the texts of four papers; ``subject`` is how the answer prints the subject."""
    answer = (
        HEAD.format(number=9032)
        + ASKED.format(subject=subject)
        + ANSWERED.format(day="6 november")
        + " Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 9031.\n\n"
        + ANSWERS
        + "Antwoord 2\nIn het voorjaar.\n\n{id}\nISSN 0921 - 7398\n"
        + FOOT.format(kind="Aanhangsel")
    )
    notice = "Mededeling van Staatssecretaris Paul (Onderwijs, Cultuur en Wetenschap) (ontvangen 14 oktober 2024).\n\n"
    return {
        QUESTION: f"2024Z90418\n{ASKED.format(subject=SUBJECT)}\n{QUESTIONS}\n{QUESTION}\n{FOOT.format(kind='Vragen')}",
        NOTICE: HEAD.format(number=9031)
        + ASKED.format(subject=SUBJECT)
        + notice
        + QUESTIONS
        + "\nMededeling\nDe vragen kunnen niet binnen drie weken worden beantwoord.\n\n"
        + f"{NOTICE}\n{FOOT.format(kind='Aanhangsel')}",
        ANSWER: answer.replace("{id}", ANSWER),
        REPRINT: answer.replace("{id}", REPRINT).replace("Vier.", "Vijf."),
    }


def built(folder: Path, texts: dict[str, str], order: int = 1) -> Store:
    """Build the papers and return their graph."""
    (folder / "in").mkdir()
    for name, text in texts.items():
        (folder / "in" / f"{name}.txt").write_text(text, "utf-8")
    files = sorted(map(str, (folder / "in").iterdir()))[::order]
    summary = build(files, folder / "output", jobs=1)
    assert summary.report is not None
    assert summary.report.conforms, summary.report.text("en")
    return Store.read_only(str(folder / "output" / "store"))


def pairs(graph: Store, predicate: str) -> set[tuple[str, ...]]:
    query = f"PREFIX kv: <{PREFIXES['kv']}> SELECT DISTINCT ?a ?b {{ ?a kv:{predicate} ?b }}"
    rows = graph.query(query, use_default_graph_as_union=True)
    return {tuple(term.value.removeprefix(DEFAULT_BASE) for term in row) for row in rows}  # type: ignore[union-attr]  # a SELECT gives rows


def test_four_papers_of_one_case(tmp_path: Path) -> None:
    graph = built(tmp_path, papers())
    assert pairs(graph, "case") == {(f"paper/{one}", "case/2024Z90418") for one in papers()}
    printed = {(f"paper/{one}", f"paper/{NOTICE}") for one in (ANSWER, REPRINT)}
    assert pairs(graph, "relatedPaper") == printed | {(other, one) for one, other in printed}
    assert pairs(graph, "supersedes") == {(f"paper/{REPRINT}", f"paper/{ANSWER}")}
    assert {number for paper, number in pairs(graph, "number") if paper.endswith("9032-h1")} == {"9032"}


def ask(graph: Store, name: str, **values: str) -> list[dict[str, str]]:
    answer = queries.run(graph, queries.named(name), values)
    assert isinstance(answer, Table)
    return [dict(zip(answer.variables, map(queries.display, row), strict=True)) for row in answer.rows()]


def related(graph: Store, paper: str) -> list[tuple[str, str]]:
    return [(row["paper"].rpartition("/")[2], row["relation"]) for row in ask(graph, "thread", id=paper)]


def test_the_named_questions_follow_a_thread(tmp_path: Path) -> None:
    graph = built(tmp_path, papers())
    assert related(graph, NOTICE) == [
        (ANSWER, "cites it"),
        (ANSWER, "same case"),
        (ANSWER, "see also"),
        (REPRINT, "cites it"),
        (REPRINT, "same case"),
        (REPRINT, "see also"),
        (QUESTION, "same case"),
    ]
    assert (REPRINT, "replaced by") in related(graph, ANSWER)
    assert (ANSWER, "replaces") in related(graph, REPRINT)
    assert {row["answered"] for row in ask(graph, "postponements")} == {"2024-11-06"}
    assert ask(graph, "open-questions") == []
    assert ask(graph, "late-answers") == []


def test_the_order_of_the_files_changes_nothing(tmp_path: Path) -> None:
    graphs = []
    for order in (1, -1):
        folder = tmp_path / str(order)
        folder.mkdir()
        built(folder, papers(), order)
        graphs.append((folder / "output" / "graph.nq.gz").read_bytes())
    assert graphs[0] == graphs[1]


def test_typography_of_the_subject_makes_no_difference_and_other_words_do(tmp_path: Path) -> None:
    for name, subject, cases in (
        ("same", "de sluiting van ‘bruggen’ bij scholen", {"case/2024Z90418"}),
        ("other", "de bouw van bruggen", set[str]()),
    ):
        (tmp_path / name).mkdir()
        graph = built(tmp_path / name, papers(subject))
        assert {case for paper, case in pairs(graph, "case") if paper == f"paper/{ANSWER}"} == cases


def facts(**stated: object) -> Facts:
    known: dict[str, object] = {
        "kind": PaperKind.ANSWER,
        "identifier": None,
        "session_year": None,
        "number": None,
        "cases": (),
        "subject": SUBJECT,
        "submitted": date(2024, 9, 24),
        "answered": None,
        "persons": {Role.QUESTIONER: frozenset({"soepboer"})},
        "addressees": frozenset({"staatssecretaris"}),
    }
    return Facts(**{**known, **stated})  # type: ignore[arg-type]  # values fit by name


def lent_cases(papers: list[Facts]) -> list[tuple[str, ...]]:
    threads = Threads()
    for paper in papers:
        threads.show(asked(paper), paper.cases)
    return [threads.lent(asked(paper), paper.cases) for paper in papers]


@pytest.mark.parametrize(
    ("other", "lent"),
    [
        ({}, ("2024Z1",)),
        ({"submitted": date(2024, 9, 25)}, ()),
        ({"submitted": None}, ()),
        ({"persons": {}}, ()),
        ({"persons": {Role.QUESTIONER: frozenset({"soepboer", "vedder"})}}, ()),
        ({"addressees": frozenset({"minister"})}, ()),
        ({"subject": None}, ()),
        ({"cases": ("2024Z9",)}, ()),
    ],
)
def test_a_case_is_lent_where_all_of_the_header_is_the_same(other: dict[str, object], lent: tuple[str, ...]) -> None:
    assert lent_cases([facts(cases=("2024Z1",)), facts(**other)]) == [(), lent]


def test_a_header_of_two_cases_tells_nothing() -> None:
    assert lent_cases([facts(cases=("2024Z1",)), facts(cases=("2024Z2",)), facts()]) == [(), (), ()]
