"""Any records of the open data, and damaged ones, give papers or a source error."""

from __future__ import annotations

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from kvgraph.model import ParsedPaper, Source, SourceError
from kvgraph.sources.json import odata
from tests.sources.json.json_maker import all_of, damaged

SOURCE = Source("zaak.json", "0" * 64, "application/json")
CASE = {
    "Nummer": "2024Z91234",
    "Soort": "Schriftelijke vragen",
    "Onderwerp": "Het bericht dat de veerpont naar Terherne stilligt",
    "GestartOp": "2024-11-12T00:00:00+01:00",
    "Vergaderjaar": "2024-2025",
    "ZaakActor": [{"ActorNaam": "P. Sinnema", "ActorFractie": "FNP", "Relatie": "Indiener"}],
}
DOCUMENT = {
    "Soort": "Antwoord schriftelijke vragen",
    "Datum": "2024-12-03T00:00:00+01:00",
    "Aanhangselnummer": "242509012",
    "DocumentActor": [
        {"ActorNaam": "J. Havinga", "Functie": "minister van Defensie", "Relatie": "Eerste ondertekenaar"}
    ],
}
VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=12)
KINDS = st.sampled_from(["Schriftelijke vragen", "Antwoord schriftelijke vragen", "Mededeling (uitstel antwoord)"])
ACTORS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "Relatie": st.sampled_from(["Indiener", "Gericht aan", "Eerste ondertekenaar", "Mede namens"]) | VALUES,
            "ActorNaam": VALUES,
            "Functie": st.sampled_from(["minister van Defensie", "minister"]) | VALUES,
            "Persoon": st.none()
            | st.dictionaries(st.sampled_from(["Achternaam", "Tussenvoegsel"]), st.text(max_size=9)),
        },
    ),
    max_size=3,
)
RECORDS = st.fixed_dictionaries(
    {"Soort": KINDS},
    optional={
        "Nummer": st.just("2024Z91234") | VALUES,
        "Aanhangselnummer": st.from_regex(r"[0-9]{9}", fullmatch=True) | VALUES,
        "GestartOp": st.dates().map(str) | VALUES,
        "Datum": st.dates().map(str) | VALUES,
        "Onderwerp": VALUES,
        "ZaakActor": ACTORS,
        "DocumentActor": ACTORS,
        "Zaak": st.lists(st.just(CASE), max_size=2) | VALUES,
        "Document": st.lists(st.just(DOCUMENT) | VALUES, max_size=2),
    },
)


@given(st.lists(RECORDS | VALUES, max_size=4))
def test_any_records_give_papers_that_have_a_name_or_a_source_error(records: list[object]) -> None:
    code = ""
    found: tuple[ParsedPaper | SourceError, ...] = ()
    try:
        found = odata.papers({"value": records}, SOURCE)
    except SourceError as error:
        code = error.code
    assert code == ("" if found else "not-a-paper")
    for one in found:
        if isinstance(one, ParsedPaper):
            assert one.paper.identifier or one.paper.cases
            assert not one.paper.passages
            ranks = [(taking.role, taking.order) for taking in one.paper.participations]
            assert len(set(ranks)) == len(ranks)
        else:
            assert (one.code, one.place[:7]) == ("schema", "$.value")


def test_damaged_answers_give_papers_or_a_source_error() -> None:
    chance = random.Random(2024)  # noqa: S311 - not for secrets
    whole = {
        "@odata.context": "$metadata#Zaak",
        "value": [{**CASE, "Document": [DOCUMENT]}, {**CASE, "Nummer": "2024Z91235"}],
    }
    data = json.dumps(whole, ensure_ascii=False).encode()
    pieces = (b'"', b"{", b"[", b"null", b"-1", b"2024", b"true", b"\xff", b"\\ud800", b",", b"")
    codes = set()
    for _ in range(200):
        try:
            all_of(odata.papers, damaged(data, pieces, chance), SOURCE)
        except SourceError as error:
            codes.add(error.code)
    assert {"json", "schema"} <= codes <= {"json", "schema", "not-a-paper"}
