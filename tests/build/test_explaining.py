"""Explanations: the same mentions as the graph has, and true of a paper made for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kvgraph.build import analyse
from kvgraph.build.explaining import CONTEXT, Explained, Explanation, around, at, explained
from kvgraph.build.sentences import MEANINGS, REASONS
from kvgraph.iris import Minter
from kvgraph.model import (
    Chamber,
    Paper,
    PaperKind,
    ParsedPaper,
    Participation,
    Passage,
    PassageKind,
    Role,
    Source,
    Span,
    Status,
)
from kvgraph.sources import read
from kvgraph.statements import parsed, state
from kvgraph.vocabulary import NIF

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))


# --- the mentions are those of the graph -------------------------------------------------------------------------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_mentions_of_the_graph_are_explained_each_once(path: Path) -> None:
    analysis = analyse(*read(path))
    found = explained(analysis)
    quads = parsed(state(analysis, Minter()))
    assert len(found.mentions) == sum(quad.predicate == NIF.anchorOf for quad in quads)
    for one in found.mentions:
        text, place = analysis.paper.passage(one.place.passage).text, one.place
        assert text[place.begin : place.end] == place.text
        assert text[: place.begin].endswith(place.before)
        assert text[place.end :].startswith(place.after)
        assert len(place.before) == min(CONTEXT, place.begin)
        assert (one.reason is None) == (one.why is None)
        assert one.target or one.reason


# --- a paper in our own words ------------------------------------------------------------------------------------

HEADER = "2021Z90001 Vragen van het lid Ploumen (PvdA) aan de Minister van Defensie over loodsen"
QUESTION = (
    "Kent u de brief van het lid Van Dijk over loodsen (Aanhangsel, vergaderjaar 2015-2016, nr. 9012) en wat vindt u?"
)
ANSWER = "Ja. Zie het antwoord op vraag 9. De loodsen staan er nog, en de OVSE\u00a0–\u00a0gast heeft ze gezien."
NOTE = "Zonder verwijzing."


def paper(**changes: object) -> Paper:
    asker = Participation(Role.QUESTIONER, 1, "Ploumen", Span(30, 37), "PvdA", Span(39, 43))
    asked = Participation(Role.ADDRESSEE, 1, title="Minister", portfolio="Defensie", office_span=Span(52, 72))
    made = Paper(
        kind=PaperKind.ANSWER,
        chamber=Chamber.TWEEDE_KAMER,
        identifier=None,
        session_year="2020-2021",
        number=None,
        cases=("2021Z90001",),
        subject="loodsen",
        submitted=date(2021, 4, 12),
        answered=date(2021, 5, 18),
        participations=(asker, asked),
        passages=(
            Passage(PassageKind.HEADER, "header", "", 0, HEADER),
            Passage(PassageKind.QUESTION, "question/1", "1", 1, QUESTION, pages=((0, 1), (50, 2))),
            Passage(PassageKind.ANSWER, "answer/1", "1", 2, ANSWER, answers=("question/1",)),
            Passage(PassageKind.FOOTNOTE, "footnote/1", "1", 3, NOTE, footnote_of="answer/1", mark=3),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@cache
def made() -> Explained:
    return explain(paper())


def explain(one: Paper) -> Explained:
    return explained(analyse(ParsedPaper(Source("p.json", "1" * 64, "application/json"), one)))


def the(words: str, found: Explained | None = None) -> Explanation:
    (one,) = around(found or made(), words).mentions
    return one


def test_an_ambiguous_person_has_candidates_and_the_day_of_the_answer() -> None:
    one = the("Van Dijk")
    assert (one.mention, one.rule, one.status, one.target) == ("PersonMention", "person-member", "unresolved", None)
    assert (one.reason, one.why) == ("ambiguous", REASONS["ambiguous"])
    assert {"Jasper van Dijk", "Inge van Dijk"} <= {candidate.label for candidate in one.candidates}
    assert all(candidate.official for candidate in one.candidates), "each has a GUID in the register"
    assert (one.day, one.day_of) == ("2021-05-18", "answered")


def test_without_a_day_of_the_answer_it_is_that_of_the_questions() -> None:
    one = the("Van Dijk", explain(paper(answered=None)))
    assert (one.day, one.day_of) == ("2021-04-12", "submitted")


def test_who_takes_part_is_looked_up_on_the_day_of_the_questions() -> None:
    for words, label in (("Ploumen", "Lilianne Ploumen"), ("PvdA", "Partij van de Arbeid")):
        one = the(words)
        assert (one.rule, one.day, one.day_of) == ("header", "2021-04-12", "submitted")
        assert one.target is not None
        assert one.target.label == label
    (office,) = at(made(), "header", Span(60, 72)).mentions
    assert office.target is not None
    assert (office.target.kind, office.target.label) == ("Office", "Minister van Defensie")


def test_a_person_whom_the_source_states_was_looked_up_on_no_day() -> None:
    guid = the("Ploumen").target
    assert guid is not None
    assert guid.official
    asker, asked = paper().participations
    stated = explain(paper(participations=(replace(asker, person=guid.official), asked)))
    assert (the("Ploumen", stated).stated, the("Ploumen", stated).day) == (guid.official, None)
    assert the("PvdA", stated).day == "2021-04-12"
    unknown = explain(paper(participations=(replace(asker, person="0" * 8 + "-0000-0000-0000-" + "0" * 12), asked)))
    assert (the("Ploumen", unknown).stated, the("Ploumen", unknown).day) == (None, "2021-04-12")


def test_a_number_that_is_not_registered_has_candidates_beside_its_own_id() -> None:
    one = the("nr. 9012")
    assert one.target is not None
    assert (one.status, one.target.official) == ("wellFormed", "ah-tk-20152016-9012")
    assert one.target.page == "https://zoek.officielebekendmakingen.nl/ah-tk-20152016-9012.html"
    assert one.why == REASONS["not in the register of publications"]
    assert "ah-tk-20152016-912" in {candidate.key for candidate in one.candidates}
    assert (one.day, one.day_of) == (None, None), "nobody is looked up"


def test_the_page_is_the_one_on_which_the_mention_begins() -> None:
    assert [the("Van Dijk").place.page, the("nr. 9012").place.page] == [1, 2]
    assert the("OVSE").place.page is None


def test_a_pointer_to_a_question_that_is_not_there() -> None:
    one = the("vraag 9")
    assert (one.status, one.target, one.candidates) == ("unresolved", None, ())
    assert one.why == REASONS["no answer to question "]
    assert one.meaning == MEANINGS[Status.UNRESOLVED, None]


def test_words_without_a_mention_are_silent_with_the_nearest_mentions() -> None:
    found = around(made(), "staan er nog")
    assert found.mentions == ()
    (silence,) = found.silences
    assert (silence.place.passage, silence.place.text) == ("answer/1", "staan er nog")
    assert silence.why == "No rule found anything here."
    assert [one.rule for one in silence.nearest] == ["institution-abbreviation", "answer-to-question"]
    (alone,) = around(made(), "Zonder").silences
    assert alone.nearest == ()


def test_a_paper_does_not_cite_itself() -> None:
    (silence,) = around(made(), "2021Z90001").silences
    assert silence.why == "This is a number of the paper itself, and a paper does not cite itself."
    cited = replace(made().passages[2], text="Zie ook de vragen onder nummer 2021Z90001.")
    again = explain(paper(passages=(*made().passages[:2], cited)))
    header, answer = around(again, "2021Z90001").silences
    assert (header.why, answer.place.passage, answer.why) == (silence.why, "answer/1", silence.why)


def test_words_are_found_in_every_passage_whatever_their_print() -> None:
    places = [one.place.passage for one in around(made(), "LOODSEN").silences]
    assert places == ["header", "question/1", "answer/1"]
    (silence,) = around(made(), "- Gast").silences
    assert silence.place.text == "–\u00a0gast"
    assert around(made(), "kazerne") == replace(made(), mentions=())


def test_touching_is_not_being_there() -> None:
    begin = ANSWER.index("OVSE")
    assert at(made(), "answer/1", Span(begin - 3, begin)).mentions == ()
    assert [one.place.text for one in at(made(), "answer/1", Span(begin - 3, begin + 1)).mentions] == ["OVSE"]
    assert at(made(), "answer/1", Span(begin + 4, begin + 6)).mentions == ()


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 3), Span(0, len(NOTE) + 1), Span(len(NOTE), len(NOTE) + 1)])
def test_a_place_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match=f"0-{len(NOTE)}"):
        at(made(), "footnote/1", span)


def test_a_passage_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        at(made(), "question/2", Span(0, 1))
