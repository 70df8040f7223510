"""The open data of the Tweede Kamer: cases and documents to papers of which only the metadata are known."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from kvgraph.model import Chamber, Paper, PaperKind, ParsedPaper, Participation, Role, Source, SourceError
from kvgraph.sources.json import odata
from tests.sources.json.json_maker import all_of

SOURCE = Source("zaak.json", "0" * 64, "application/json")
SERVICE = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/$metadata"
GUID = "5f0c2b1a-1234-4abc-9def-0123456789ab"


def actor(relation: str, name: str | None, function: str | None = None, **more: object) -> dict[str, Any]:
    return {"Id": GUID, "ActorNaam": name, "Functie": function, "Relatie": relation, "Verwijderd": False, **more}


def zaak(**changed: object) -> dict[str, Any]:
    return {
        "Id": GUID,
        "Nummer": "2024Z91234",
        "Soort": "Schriftelijke vragen",
        "Titel": None,
        "Onderwerp": "Het bericht dat de veerpont naar Terherne stilligt",
        "Organisatie": "Tweede Kamer",
        "GestartOp": "2024-11-12T00:00:00+01:00",
        "Vergaderjaar": "2024-2025",
        "Volgnummer": -1,
        "Verwijderd": False,
        "ZaakActor": [
            actor("Voortouwcommissie", "vaste commissie voor Infrastructuur en Waterstaat"),
            actor("Gericht aan", "J.T. Havinga", "minister van Infrastructuur en Waterstaat", Persoon_Id=GUID),
            actor("Medeindiener", "P. Sinnema", "Tweede Kamerlid", ActorFractie="FNP"),
            actor("Indiener", "W.B. van der Terp", "Tweede Kamerlid", ActorFractie="D66", Persoon_Id=GUID.upper()),
        ],
        **changed,
    }


def document(**changed: object) -> dict[str, Any]:
    return {
        "Id": GUID,
        "Soort": "Antwoord schriftelijke vragen",
        "DocumentNummer": "2024D99001",
        "Titel": None,
        "Onderwerp": "Antwoord op vragen van de leden Van der Terp en Sinnema over de veerpont naar Terherne",
        "Datum": "2024-12-03T00:00:00+01:00",
        "DatumOntvangst": None,
        "Vergaderjaar": "2024-2025",
        "Kamer": 2,
        "Organisatie": "Tweede Kamer",
        "Aanhangselnummer": "242509012",
        "Verwijderd": False,
        "DocumentActor": [
            actor("Mede namens", "A. Kuiper", "staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties"),
            actor("Eerste ondertekenaar", "J.T. Havinga", "minister van Infrastructuur en Waterstaat"),
        ],
        **changed,
    }


def read(*records: object, entity: str = "Zaak") -> list[Paper]:
    answer = {"@odata.context": f"{SERVICE}#{entity}", "value": list(records)}
    return [one.paper for one in all_of(odata.papers, json.dumps(answer).encode(), SOURCE)]


def refusal(*records: object, entity: str = "Zaak") -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(*records, entity=entity)
    return caught.value


ASKED = (
    Participation(Role.QUESTIONER, 1, "W.B. van der Terp", party="D66", person=GUID),
    Participation(Role.QUESTIONER, 2, "P. Sinnema", party="FNP"),
    Participation(
        Role.ADDRESSEE,
        1,
        "J.T. Havinga",
        title="Minister",
        portfolio="Infrastructuur en Waterstaat",
        person=GUID,
    ),
)
ANSWERED = (
    Participation(Role.RESPONDENT, 1, "J.T. Havinga", title="Minister", portfolio="Infrastructuur en Waterstaat"),
    Participation(
        Role.ON_BEHALF_OF,
        1,
        "A. Kuiper",
        title="Staatssecretaris",
        portfolio="Binnenlandse Zaken en Koninkrijksrelaties",
    ),
)


def test_a_case_is_a_paper_with_questions() -> None:
    assert read(zaak()) == [
        Paper(
            PaperKind.QUESTION,
            Chamber.TWEEDE_KAMER,
            "kv-tk-2024Z91234",
            "2024-2025",
            None,
            ("2024Z91234",),
            "Het bericht dat de veerpont naar Terherne stilligt",
            date(2024, 11, 12),
            None,
            ASKED,
            (),
        )
    ]
    (oral,) = read(zaak(Soort="Mondelinge vragen"))
    assert (oral.kind, oral.identifier) == (PaperKind.ORAL_QUESTION, "kv-tk-2024Z91234")


def test_an_answer_knows_its_cases_when_they_are_expanded() -> None:
    (alone,) = read(document(), entity="Document")
    assert (alone.kind, alone.identifier, alone.number) == (PaperKind.ANSWER, "ah-tk-20242025-9012", "9012")
    assert (alone.session_year, alone.cases, alone.submitted) == ("2024-2025", (), None)
    assert (alone.subject, alone.answered) == ("de veerpont naar Terherne", date(2024, 12, 3))
    assert alone.participations == ANSWERED
    (whole,) = read(document(Zaak=[zaak()]), entity="Document")
    assert (whole.cases, whole.submitted) == (("2024Z91234",), date(2024, 11, 12))
    assert whole.subject == "Het bericht dat de veerpont naar Terherne stilligt"
    assert whole.participations == ASKED + ANSWERED


def test_an_answer_to_several_cases_has_the_facts_on_which_they_agree() -> None:
    other = zaak(
        Nummer="2024Z91235", Onderwerp="De pont", ZaakActor=[actor("Indiener", "P. Sinnema", ActorFractie="FNP")]
    )
    letter = zaak(Nummer="2024Z91236", Soort="Brief regering")
    (paper,) = read(document(Zaak=[zaak(), other, letter]), entity="Document")
    assert paper.cases == ("2024Z91234", "2024Z91235")
    assert (paper.subject, paper.submitted) == ("de veerpont naar Terherne", date(2024, 11, 12))
    assert paper.participations == ASKED + ANSWERED


def test_a_case_gives_the_answers_and_the_notices_that_are_expanded_in_it() -> None:
    late = document(Soort="Mededeling (uitstel antwoord)", Aanhangselnummer="242508001", DocumentActor=[])
    questions, letter = document(Soort="Schriftelijke vragen"), document(Soort="Brief regering")
    found = read(zaak(Document=[questions, late, document(), letter, document(Verwijderd=True)]))
    assert [(one.kind, one.identifier) for one in found] == [
        (PaperKind.QUESTION, "kv-tk-2024Z91234"),
        (PaperKind.POSTPONEMENT, "ah-tk-20242025-8001"),
        (PaperKind.ANSWER, "ah-tk-20242025-9012"),
    ]
    assert {one.cases for one in found} == {("2024Z91234",)}


def test_an_answer_that_stands_in_two_cases_is_one_paper() -> None:
    other = zaak(Nummer="2024Z91235", GestartOp="2024-11-14T00:00:00+01:00", Document=[document()])
    first, answer, second = read(zaak(Document=[document()]), other)
    assert (first.cases, second.cases) == (("2024Z91234",), ("2024Z91235",))
    assert (answer.kind, answer.cases) == (PaperKind.ANSWER, ("2024Z91234", "2024Z91235"))
    assert (answer.submitted, answer.participations) == (None, ASKED + ANSWERED)


@pytest.mark.parametrize("kind", ["Schriftelijke vragen", "Vragen gesteld door de leden der Kamer"])
def test_a_document_with_questions_is_the_paper_of_its_case(kind: str) -> None:
    signed = [actor("Eerste ondertekenaar", "W.B. van der Terp", "Tweede Kamerlid", ActorFractie="D66")]
    questions = document(Soort=kind, Aanhangselnummer=None, DocumentActor=signed, Zaak=[zaak(ZaakActor=[])])
    (paper,) = read(questions, entity="Document")
    assert (paper.kind, paper.identifier, paper.answered) == (PaperKind.QUESTION, "kv-tk-2024Z91234", None)
    assert paper.participations == (Participation(Role.QUESTIONER, 1, "W.B. van der Terp", party="D66"),)


def test_an_answer_without_a_number_is_that_of_its_case() -> None:
    (paper,) = read(document(Aanhangselnummer=None, Zaak=[zaak()]), entity="Document")
    assert (paper.identifier, paper.number, paper.cases) == (None, None, ("2024Z91234",))
    assert paper.session_year == "2024-2025"


def test_records_of_other_kinds_and_deleted_ones_are_passed_over() -> None:
    gone = {"Id": GUID, "Verwijderd": True, "Soort": "Schriftelijke vragen"}
    empty: dict[str, object] = {"Id": GUID}
    assert len(read({"Soort": "Motie", "Nummer": 5}, gone, zaak(), empty)) == 1
    left = [actor("Indiener", "K. Bos", Verwijderd=True), actor("Rapporteur", "P. Sinnema")]
    assert read(zaak(ZaakActor=left))[0].participations == ()
    error = refusal(gone, empty, {"Soort": "Motie"})
    assert error.code == "not-a-paper"
    assert error.advice


def test_a_record_that_is_refused_leaves_the_others() -> None:
    wrong = document(Aanhangselnummer="2425-1")
    records = [zaak(Nummer="2024Z9"), zaak(Document=[wrong, document()])]
    found = odata.papers({"value": records}, SOURCE)
    assert [one.place for one in found if isinstance(one, SourceError)] == [
        "$.value[0].Nummer",
        "$.value[1].Document[0].Aanhangselnummer",
    ]
    assert [one.paper.kind for one in found if isinstance(one, ParsedPaper)] == [PaperKind.QUESTION, PaperKind.ANSWER]
    assert refusal(*records).place == "$.value[0].Nummer"


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (zaak(Nummer=None), "Nummer"),
        (zaak(Nummer=202491234), "Nummer"),
        (zaak(GestartOp="2024-13-12T00:00:00+01:00"), "GestartOp"),
        (zaak(GestartOp="12 november 2024"), "GestartOp"),
        (zaak(Vergaderjaar="2024-2026"), "Vergaderjaar"),
        (zaak(ZaakActor={"Relatie": "Indiener"}), "ZaakActor"),
        (zaak(ZaakActor=[actor("Indiener", "K. Bos", Persoon_Id="7")]), "ZaakActor[0].Persoon_Id"),
        (zaak(Onderwerp=["De pont"]), "Onderwerp"),
        (document(Datum="gisteren"), "Datum"),
        (document(Aanhangselnummer="242700012"), "Aanhangselnummer"),
        (document(Aanhangselnummer="0"), "Aanhangselnummer"),
        (document(Aanhangselnummer="12", Vergaderjaar=None), "Aanhangselnummer"),
        (document(Zaak=[zaak(Nummer="2024D91234")]), "Zaak[0].Nummer"),
        (document(Aanhangselnummer=None), ""),
        (document(Soort="Schriftelijke vragen"), ""),
        ("Zaak", ""),
    ],
)
def test_what_is_malformed_is_refused_in_its_place(record: object, place: str) -> None:
    is_document = isinstance(record, dict) and "DocumentNummer" in record
    error = refusal(record, entity="Document" if is_document else "Zaak")
    assert (error.code, error.place) == ("schema", "$.value[0]" + (f".{place}" if place else ""))


def test_an_answer_and_its_records_are_told_from_other_json() -> None:
    saved: list[object] = [
        {"@odata.context": f"{SERVICE}#Zaak", "value": []},
        {"value": [zaak()]},
        {"@odata.context": f"{SERVICE}#Zaak/$entity", **zaak()},
        zaak(),
        [document()],
    ]
    assert all(map(odata.is_odata, saved))
    other: list[object] = [{"paper": {}, "passages": []}, [{"paper": {}}], [], {}, None, "Soort", [1]]
    assert not any(map(odata.is_odata, other))


def test_records_may_be_saved_alone() -> None:
    for content, entity in ((zaak(), PaperKind.QUESTION), ([document()], PaperKind.ANSWER)):
        (one,) = odata.papers(content, SOURCE)
        assert isinstance(one, ParsedPaper)
        assert one.paper.kind is entity
    with pytest.raises(SourceError) as caught:
        odata.papers(zaak(Nummer="?"), SOURCE)
    assert caught.value.place == "$.Nummer"
    with pytest.raises(SourceError) as caught:
        odata.papers({"@odata.context": SERVICE, "value": {}}, SOURCE)
    assert (caught.value.code, caught.value.place) == ("schema", "$.value")
