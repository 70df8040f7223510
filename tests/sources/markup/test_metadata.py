"""Metadata to a paper without passages: what it is, when, who takes part; in both forms, and in older spellings."""

from datetime import date
from pathlib import Path

import pytest

from kvgraph.linking.people import link_participation
from kvgraph.model import Chamber, Paper, PaperKind, Participation, Person, Role, SourceError
from kvgraph.registers import load
from kvgraph.sources.markup import metadata
from tests.sources.markup.markup_maker import ANSWER_STATED, SOURCE, Stated, owms, record

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "forms"


def paper(stated: Stated = ANSWER_STATED) -> Paper:
    """Return the paper that both forms describe."""
    (parsed,) = metadata.read(record(stated), SOURCE)
    assert metadata.read(owms(stated), SOURCE) == (parsed,)
    assert parsed.source == SOURCE
    return parsed.paper


def changed(*pairs: tuple[str, str], without: str = "") -> Stated:
    """Return what is stated of the answer with other values, or more of them, and without some names."""
    names = {name for name, _ in pairs}
    return (
        *((name, value) for name, value in ANSWER_STATED if name not in names and name not in without.split()),
        *pairs,
    )


def test_an_answer() -> None:
    assert paper() == Paper(
        kind=PaperKind.ANSWER,
        chamber=Chamber.TWEEDE_KAMER,
        identifier="ah-tk-20182019-1234",
        session_year="2018-2019",
        number="1234",
        cases=("2019Z00123",),
        subject="lege spaarpotten",
        submitted=None,
        answered=date(2019, 1, 31),
        participations=(
            Participation(Role.QUESTIONER, 1, "A.B. Jansen"),
            Participation(Role.RESPONDENT, 1, "C. de Vries"),
        ),
        passages=(),
    )


def test_a_question_paper_is_addressed_and_not_answered() -> None:
    asked = paper((
        ("DC.title", "Vragen van het lid Jansen (VVD) aan de Minister van Financiën over geld."),
        ("DC.identifier", "kv-tk-2019Z00123"),
        ("DC.type", "Schriftelijke vragen"),
        ("OVERHEIDop.indiener", "A.B. Jansen"),
        ("OVERHEIDop.ontvanger", "C. de Vries"),
        ("OVERHEIDop.datumIndiening", "2019-01-10"),
        ("OVERHEIDop.datumOntvangst", "2019-01-11"),
    ))  # fmt: skip
    assert (asked.kind, asked.identifier, asked.number) == (PaperKind.QUESTION, "kv-tk-2019Z00123", None)
    assert (asked.cases, asked.session_year, asked.subject) == (("2019Z00123",), "2018-2019", "geld")
    assert (asked.submitted, asked.answered) == (date(2019, 1, 10), None)
    assert [one.role for one in asked.participations] == [Role.QUESTIONER, Role.ADDRESSEE]


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        (changed(("DC.type", "Mededeling")), PaperKind.POSTPONEMENT),
        (changed(("DC.title", "Mededeling over uitstel van antwoord"), without="DC.type"), PaperKind.POSTPONEMENT),
        (changed(("DC.title", "Antwoord op vragen over het uitstel van een wet"), without="DC.type"), PaperKind.ANSWER),
        (changed(("DC.title", "Vragen van het lid Jansen over een mededeling"), without="DC.type"), PaperKind.ANSWER),
        (changed(("DC.title", "x"), without="DC.type OVERHEIDop.publicationName"), PaperKind.ANSWER),
        ((("DC.type", "Mondelinge vragen"), ("DC.identifier", "kv-tk-2019Z00123")), PaperKind.ORAL_QUESTION),
        ((("OVERHEIDop.publicationName", "Kamervragen zonder antwoord"),), PaperKind.QUESTION),
    ],
)  # fmt: skip
def test_kinds_are_told_by_id_publication_type_and_title(stated: Stated, kind: PaperKind) -> None:
    assert paper(stated).kind is kind


def test_a_postponement_has_a_day_and_who_sends_it() -> None:
    postponed = paper(changed(("DC.type", "Mededeling")))
    assert postponed.answered == date(2019, 1, 31)
    assert [one.role for one in postponed.participations] == [Role.QUESTIONER, Role.RESPONDENT]


@pytest.mark.parametrize(
    "stated",
    [
        (),
        (("DC.title", "Brief over vragen"), ("DC.type", "Kamerstuk"), ("DC.identifier", "kst-31865-90")),
        (("DC.title", "Antwoord op vragen over x"), ("DC.type", "Antwoord")),
    ],
)
def test_metadata_of_something_else_are_refused(stated: Stated) -> None:
    with pytest.raises(SourceError) as caught:
        metadata.read(record(stated), SOURCE)
    assert caught.value.code == "metadata"


# --- fields ------------------------------------------------------------------------------------------------------


def test_an_id_is_built_from_session_year_and_number() -> None:
    built = paper(changed(("DC.creator", "Eerste Kamer der Staten-Generaal"), without="DC.identifier"))
    assert (built.identifier, built.chamber) == ("ah-ek-20182019-1234", Chamber.EERSTE_KAMER)


def test_an_id_gives_session_year_and_number() -> None:
    bare = paper(changed(without="OVERHEIDop.vergaderjaar OVERHEIDop.aanhangselNummer"))
    assert (bare.session_year, bare.number) == ("2018-2019", "1234")


def test_a_question_paper_without_id_is_named_after_its_case() -> None:
    asked = paper(
        (("OVERHEIDop.publicationName", "Kamervragen zonder antwoord"), ("OVERHEIDop.vraagNummer", "2019Z00123"))
    )
    assert asked.identifier == "kv-tk-2019Z00123"


@pytest.mark.parametrize(
    ("values", "cases"),
    [
        (("2019Z00123", "2019Z00124"), ("2019Z00123", "2019Z00124")),
        (("2019Z00123; 2019Z00124",), ("2019Z00123", "2019Z00124")),
        (("2019 Z 00123", "2019Z00123"), ("2019Z00123",)),
        (("KVR12345",), ()),
    ],
)
def test_cases(values: tuple[str, ...], cases: tuple[str, ...]) -> None:
    assert paper(changed(*(("OVERHEIDop.vraagnummer", value) for value in values))).cases == cases


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Antwoord op vragen van de leden Jansen en Van Dijk over het bericht «Over geld»", "het bericht «Over geld»"),
        ("Antwoord op vragen van het lid Overbeek inzake het overdragen van potten", "het overdragen van potten"),
        ("Mededeling over uitstel van het antwoord op vragen van het lid Jansen over geld", "geld"),
        ("Vragen van het lid Jansen (VVD) aan de Minister van Financiën over geld (ingezonden 4 maart 2019).", "geld"),
        ("Antwoord op vragen over de S.P.", "de S.P."),
        ("Lege spaarpotten", None),
        ("Antwoord op vragen", None),
    ],
)
def test_the_subject_is_what_a_title_says_behind_over(title: str, subject: str | None) -> None:
    assert paper(changed(("DC.title", title))).subject == subject


def test_the_day_in_a_title_is_that_of_the_questions() -> None:
    title = "Vragen van het lid Jansen over geld (ingezonden 4 maart 2019)."
    assert paper(changed(("DC.title", title))).submitted == date(2019, 3, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-01-31", date(2019, 1, 31)),
        ("31-01-2019", date(2019, 1, 31)),
        ("2019-01-31T00:00:00+01:00", date(2019, 1, 31)),
        ("2019-02-31", None),
        ("onbekend", None),
    ],
)
def test_a_day_that_is_none_is_reported(text: str, day: date | None) -> None:
    answered = paper(changed(("OVERHEIDop.datumOntvangst", text)))
    assert answered.answered == day
    assert [finding.code for finding in answered.findings] == ([] if day else ["metadata-date"])


@pytest.mark.parametrize(
    ("stated", "name", "title", "portfolio"),
    [
        ("K. de Boer, minister van Financiën", "K. de Boer", "Minister", "Financiën"),
        ("de staatssecretaris voor Onderwijs", None, "Staatssecretaris", "Onderwijs"),
        ("Minister-President", None, "Minister-President", None),
        ("K. de Boer, lid Tweede Kamer", "K. de Boer", None, None),
        ("K. de Boer", "K. de Boer", None, None),
    ],
)  # fmt: skip
def test_an_office_may_stand_with_the_name(
    stated: str, name: str | None, title: str | None, portfolio: str | None
) -> None:
    *_, one = paper(changed(("OVERHEIDop.ontvanger", stated))).participations
    assert (one.name, one.title, one.portfolio) == (name, title, portfolio)


@pytest.mark.parametrize(
    ("role", "name", "key"),
    [
        (Role.QUESTIONER, "S.P.R.A. van Weyenberg", "weyenberg-spra-1973"),
        (Role.QUESTIONER, "R.H. (Romke) de Jong", "jong-rh-1984"),
        (Role.QUESTIONER, "T.M.T. van der Lee", "lee-tmt-1964"),
        (Role.RESPONDENT, "W. Koolmees", "koolmees-w-1977"),
        (Role.RESPONDENT, "H.M. de Jonge", "jonge-1977"),
    ],
)
def test_names_are_linked_in_the_form_in_which_metadata_give_them(role: Role, name: str, key: str) -> None:
    field = "OVERHEIDop.indiener" if role is Role.QUESTIONER else "OVERHEIDop.ontvanger"
    answered = paper(changed((field, name), ("OVERHEIDop.datumOntvangst", "2021-06-21")))
    (one,) = [one for one in answered.participations if one.role is role]
    link = link_participation(one, answered, load()).person
    assert link is not None
    assert isinstance(link.target, Person)
    assert link.target.key == key


def test_official_ids_are_found_in_what_is_stated() -> None:
    address = (
        "OVERHEIDop.externMetadataRecord",
        "https://zoek.officielebekendmakingen.nl/ah-tk-20182019-1234/metadata.xml",
    )
    assert metadata.official_id([address]) == "ah-tk-20182019-1234"
    assert metadata.official_id([("dcterms.identifier", "kst-31865-90"), ("DC.title", "ah-tk-20182019-1234")]) is None


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the corpus of real papers is not beside the checkout")
def test_both_forms_of_a_real_record_say_the_same() -> None:
    (plain,) = metadata.read((SAMPLES / "metadata" / "metadata.xml").read_bytes(), SOURCE)
    (other,) = metadata.read((SAMPLES / "metadataowms" / "metadata_owms.xml").read_bytes(), SOURCE)
    assert plain == other
    assert plain.paper.identifier == "ah-tk-20202021-3235"
    assert plain.paper.subject
    assert len(plain.paper.participations) == 4
    registers = load()
    keys = [link_participation(one, plain.paper, registers).person for one in plain.paper.participations]
    assert all(link is not None and isinstance(link.target, Person) for link in keys)
