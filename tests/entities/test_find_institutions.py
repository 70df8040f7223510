"""Institutions: every row of the table by example, what looks like one and is not, and spans at all times."""

from __future__ import annotations

import csv
import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph import resources
from kvgraph.entities import find, find_institutions
from kvgraph.entities.lexicon import lexicon
from kvgraph.model import Chamber, InstitutionMention, PassageKind

HERE = Path(__file__).parent
MARKED = re.compile(r"\{([^=}]+)=([^}]+)\}")


def _lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


EXAMPLES = _lines("institution_examples.txt")
NEGATIVES = _lines("institution_negatives.txt")


def _expected(line: str) -> tuple[str, list[tuple[int, str, str]]]:
    """Return the plain text of an example and its mentions as begin, printed form and key."""
    text, mentions, place = "", [], 0
    for match in MARKED.finditer(line):
        text += line[place : match.start()]
        mentions.append((len(text), match[1], match[2]))
        text += match[1]
        place = match.end()
    return text + line[place:], mentions


@pytest.mark.parametrize("line", EXAMPLES)
def test_example(line: str) -> None:
    text, expected = _expected(line)
    assert [(m.span.begin, m.span.of(text), m.key) for m in find_institutions(text)] == expected


@pytest.mark.parametrize("text", NEGATIVES)
def test_nothing_is_found(text: str) -> None:
    assert find_institutions(text) == ()


def test_every_row_has_an_example() -> None:
    shown = {match[2] for line in EXAMPLES for match in MARKED.finditer(line)}
    with (resources.registers() / "institutions.csv").open(encoding="utf-8", newline="") as table:
        keys = [row["key"] for row in csv.DictReader(table)]
    assert sorted(shown) == sorted(keys)


def test_every_name_is_found_as_its_institution() -> None:
    lost = []
    with (resources.registers() / "institutions.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            for name in filter(None, f"{row['names']}|{row['abbreviations']}|{row['phrases']}".split("|")):
                found = find_institutions(f"Daarover is de {name} ingelicht.")
                if [m.key for m in found] != [row["key"]]:
                    lost.append((row["key"], name, [(m.key, m.span) for m in found]))
    assert lost == []


def test_rules_say_how_a_mention_was_found() -> None:
    text = "De Europese Commissie (EC), de EU-lidstaten en de VN- en NAVO-missies; de Commissie zwijgt."
    assert [(m.span.of(text), m.rule) for m in find_institutions(text)] == [
        ("Europese Commissie", "institution-name"),
        ("EC", "institution-context"),
        ("EU", "institution-compound"),
        ("VN", "institution-coordination"),
        ("NAVO", "institution-compound"),
        ("Commissie", "institution-context"),
    ]


def test_abbreviations_are_spelt_with_their_capitals() -> None:
    assert find_institutions("De eu, het om, de ns en de ser.") == ()
    assert [m.key for m in find_institutions("Het OM en NS.")] == ["openbaar-ministerie", "ns"]


def test_names_may_be_spelt_in_any_case_and_with_any_hyphen() -> None:
    for printed in (
        "VN-Veiligheidsraad",
        "VN Veiligheidsraad",
        "VN–veiligheidsraad",
        "vn-VEILIGHEIDSRAAD",
        "VN‑Veiligheidsraad",
    ):
        text = f"de {printed} stemt"
        assert [(m.key, m.span.of(text)) for m in find_institutions(text)] == [("unsc", printed)]


def test_the_chamber_addressed_is_that_of_the_paper() -> None:
    text = "Ik informeer uw Kamer; de Tweede Kamer is ingelicht."
    assert [m.key for m in find_institutions(text)] == ["tweede-kamer", "tweede-kamer"]
    senate = find_institutions(text, chamber=Chamber.EERSTE_KAMER)
    assert [m.key for m in senate] == ["eerste-kamer", "tweede-kamer"]


def test_a_paper_that_names_an_institution_lets_its_short_name_count() -> None:
    text = "Wat vindt u van het oordeel van het Hof?"
    assert find_institutions(text) == ()
    assert [m.key for m in find_institutions(text, named={"cjeu"})] == ["cjeu"]
    assert find_institutions(text, named={"cjeu", "icc"}) == ()
    assert find_institutions("Wat vindt u van het besluit van de Raad?", named={"onderwijsraad"}) == ()


def test_header_names_offices_not_ministries() -> None:
    text = (
        "Vragen van het lid Dobbe (SP) aan de Minister van Volksgezondheid, Welzijn en Sport over het bericht «VWS en "
        "NZa treuzelen» (ingezonden 2 mei 2024). Antwoord van Minister Helder (Volksgezondheid, Welzijn en Sport)."
    )
    found = [m for m in find(text, kind=PassageKind.HEADER) if isinstance(m, InstitutionMention)]
    assert [m.key for m in found] == ["min-vws", "nza"]


def test_contextual_names_belong_to_institutions_of_the_table() -> None:
    known = set(lexicon().entries)
    assert {key for keys in lexicon().contextual.values() for key in keys} <= known


@given(st.text(max_size=200))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    _check_spans(text)


@given(
    st.lists(st.sampled_from(EXAMPLES + NEGATIVES), min_size=1, max_size=5),
    st.sampled_from(["\n", " ", "", "ß ", "- "]),
)
def test_examples_run_together_give_ordered_spans(lines: list[str], glue: str) -> None:
    _check_spans(glue.join(_expected(line)[0] for line in lines))


def _check_spans(text: str) -> None:
    mentions = find_institutions(text)
    assert all(0 <= m.span.begin < m.span.end <= len(text) for m in mentions)
    assert all(first.span.end <= second.span.begin for first, second in itertools.pairwise(mentions))
    assert all(m.span.of(text).strip() == m.span.of(text) for m in mentions)
    assert mentions == find_institutions(text)
