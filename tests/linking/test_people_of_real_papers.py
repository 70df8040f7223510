"""People of real papers and cases, where these lie beside the checkout: linked to whom a reader says, and covered."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kvgraph.linking.people import link_participation
from kvgraph.model import Chamber, Paper, PaperKind, Participation, Person, Role, Status
from kvgraph.registers import load

REGISTERS = load()
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the real papers are not at {CORPUS}")


def paper(submitted: str | None, answered: str | None) -> Paper:
    asked, given_on = (date.fromisoformat(day) if day else None for day in (submitted, answered))
    chamber = Chamber.TWEEDE_KAMER
    return Paper(PaperKind.ANSWER, chamber, None, None, None, (), None, asked, given_on, (), ())


def readers() -> Iterator[tuple[str, dict[str, str], Role, Paper]]:
    """Yield document, printed facts, role and paper of each person in the real papers that a reader identified."""
    for path in sorted((CORPUS / "gold").glob("*.json")):
        facts = json.loads(path.read_text("utf-8"))
        printed_on = paper(facts["date_submitted"], facts["date_answered"])
        for field, role in (("questioners", Role.QUESTIONER), ("respondents", Role.RESPONDENT)):
            for one in facts[field]:
                if one.get("ids"):
                    yield facts["doc"], one, role, printed_on


def test_people_of_real_papers_are_who_the_readers_say() -> None:
    wrong = []
    for document, one, role, printed_on in readers():
        title = one.get("role", "").removesuffix(" voor") or None
        taken = Participation(role, 1, one["name"], None, one.get("party"), None, title, one.get("portfolio"))
        link = link_participation(taken, printed_on, REGISTERS).person
        person = REGISTERS.persons.get(link.target.key) if link and isinstance(link.target, Person) else None
        if person is None or not {person.tk_id, person.wikidata} & set(one["ids"]):
            wrong.append(f"{document}: {one['name']}")
    assert wrong == []


@pytest.mark.parametrize(("field", "role"), [("questioners", Role.QUESTIONER), ("addressees", Role.RESPONDENT)])
def test_nearly_everybody_in_sixteen_years_of_cases_is_in_the_register(field: str, role: Role) -> None:
    unlinked: Counter[str] = Counter()
    total = 0
    with gzip.open(CORPUS / "pool" / "cases.tsv.gz", "rt", encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t"):
            of_day = paper(row["date"], None) if role is Role.QUESTIONER else paper(None, row["date"])
            for name in filter(None, row[field].split("|")):
                link = link_participation(Participation(role, 1, name=name), of_day, REGISTERS).person
                total += 1
                if link is None or link.status is not Status.VERIFIED:
                    unlinked[name] += 1
    assert unlinked.total() < total / 1000, unlinked.most_common(10)
