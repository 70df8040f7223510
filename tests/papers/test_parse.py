"""Whole papers: furniture out, notes tied to the passage of their mark, answers tied to their questions."""

from __future__ import annotations

from datetime import date

import pytest

from kvgraph.model import Chamber, Document, Line, Paper, PaperKind, PassageKind, Source, SourceError
from kvgraph.papers import parse

SOURCE = Source("paper.txt", "0" * 64, "text/plain")


def paper(text: str) -> Paper:
    lines: list[Line] = []
    for number, page in enumerate(text.split("\f"), 1):
        lines.extend(Line(line, number) for line in page.split("\n"))
    return parse(Document(SOURCE, tuple(lines)))


def texts(found: Paper, kind: PassageKind) -> dict[str, str]:
    return {passage.key: passage.text for passage in found.passages if passage.kind is kind}


TYPESET = """\
Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2018–2019
Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
1201
Vragen van het lid Bruins (ChristenUnie) aan de Minister van Defensie over
marinehavens (ingezonden 4 december 2018).
Antwoord van Minister Bijleveld-Schouten (Defensie) (ontvangen 10 januari
2019).
Vraag 1
Kent u het bericht «Haven te ondiep»?1
Antwoord 1
Ja. De haven van Den Helder wordt in 2020 dieper gemaakt, zoals ik de Kamer
in het najaar heb gemeld. Daarvoor is 40 miljoen euro uitgetrokken en het
1 NRC, 1 december 2018, «Haven te ondiep».

ah-tk-20182019-1201
ISSN 0921 - 7398
’s-Gravenhage 2019 Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel 1
\fwerk begint in maart.
Vraag 2
Hoe diep wordt de haven volgens de plannen2, en wie betaalt het onder-
houd?
Antwoord 2
Negen meter. Zie verder het antwoord op vraag 1.
2 Kamerstuk 33 763, nr. 150.
Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel 2
"""


def test_a_typeset_paper() -> None:
    found = paper(TYPESET)
    assert found.kind is PaperKind.ANSWER
    assert (found.identifier, found.number, found.session_year) == ("ah-tk-20182019-1201", "1201", "2018-2019")
    assert texts(found, PassageKind.QUESTION) == {
        "question/1": "Kent u het bericht «Haven te ondiep»?",
        "question/2": "Hoe diep wordt de haven volgens de plannen, en wie betaalt het onderhoud?",
    }
    assert texts(found, PassageKind.ANSWER)["answer/1"].endswith("en het werk begint in maart.")
    notes = [p for p in found.passages if p.kind is PassageKind.FOOTNOTE]
    before = [found.passage(n.footnote_of or "").text[: n.mark] for n in notes]
    assert [n.footnote_of for n in notes] == ["question/1", "question/2"]
    assert before == ["Kent u het bericht «Haven te ondiep»?", "Hoe diep wordt de haven volgens de plannen"]
    assert found.findings == ()


def test_no_page_furniture_is_left_in_the_text() -> None:
    everything = " ".join(passage.text for passage in paper(TYPESET).passages)
    for furniture in ("ISSN", "Gravenhage", "vergaderjaar", "ah-tk", "Staten-Generaal", "\f"):
        assert furniture not in everything


def test_a_paper_before_typesetting() -> None:
    found = paper(
        "AH 77\n2019Z 90001\n"
        "Antwoord van minister Slob (Onderwijs, Cultuur en Wetenschap) (ontvangen 1 oktober 2019)\n\n"
        "Vraag 1\nWaarom [1]?\n\nVraag 2\nHoe?\n\nAntwoord op de vragen 1 en 2\nDaarom.\n\n[1] https://www.voorbeeld.nl/a"
    )
    assert (found.identifier, found.cases) == ("ah-tk-20192020-77", ("2019Z90001",))
    answer = next(p for p in found.passages if p.kind is PassageKind.ANSWER)
    assert answer.answers == ("question/1", "question/2")
    assert texts(found, PassageKind.QUESTION)["question/1"] == "Waarom?"


def test_one_label_over_two_questions_gives_two_passages() -> None:
    found = paper(
        "Vragen van het lid Pot (SP) aan de Minister van Defensie over pannen (ingezonden 4 mei 2020).\n"
        "Vraag 1 en 2\nWaarom zo duur?\nEn wie betaalt?\nAntwoord 1 en 2\nHet Rijk."
    )
    assert texts(found, PassageKind.QUESTION) == {"question/1": "Waarom zo duur?", "question/2": "En wie betaalt?"}


def test_questions_under_one_label_may_stand_on_one_line() -> None:
    found = paper(
        "Vragen van het lid Pot (SP) aan de Minister van Defensie over pannen (ingezonden 4 mei 2020).\n"
        "Vraag 1 t/m 3\nWaarom zo duur? En wie betaalt? Sinds\nwanneer?\nAntwoord 1 t/m 3\nHet Rijk."
    )
    assert list(texts(found, PassageKind.QUESTION).values()) == ["Waarom zo duur?", "En wie betaalt?", "Sinds wanneer?"]


def test_a_label_printed_twice_keeps_both_questions_apart() -> None:
    found = paper(
        "Vragen van het lid Pot (SP) aan de Minister van Defensie over pannen (ingezonden 4 mei 2020).\n"
        "Vraag 1\nWaarom?\nAntwoord 1\nDaarom.\nVraag 1\nHoe?\nAntwoord 2\nZo."
    )
    assert [p.key for p in found.passages if p.kind is PassageKind.QUESTION] == ["question/1", "question/1-2"]
    assert found.passages[-1].answers == ("question/1-2",)
    assert {finding.code for finding in found.findings} == {"label-twice", "label-misprint"}


def test_an_answer_without_a_number_answers_the_open_questions_above() -> None:
    found = paper(
        "Vragen van het lid Pot (SP) aan de Minister van Defensie over pannen (ingezonden 4 mei 2020).\n"
        "Vraag 1\nWaarom?\nVraag 2\nHoe?\nAntwoord\nDaarom en zo."
    )
    assert found.passages[-1].answers == ("question/1", "question/2")


def test_papers_of_the_senate() -> None:
    found = paper(
        "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2019–2020\nAanhangsel van de Handelingen\n"
        "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n9\n"
        "Vragen van het lid Otten (Fractie-Otten) op 6 mei 2020 medegedeeld aan de Minister van Financiën over goud.\n"
        "Antwoord van Minister Hoekstra (Financiën) (ontvangen 2 juni 2020).\nVraag 1\nWaar?\nAntwoord 1\nHier."
    )
    assert (found.chamber, found.identifier) == (Chamber.EERSTE_KAMER, "ah-ek-20192020-9")


def test_oral_questions_and_notices() -> None:
    oral = paper(
        "2024Z90002\nMondelinge vragen van het lid Pot (SP) aan de Minister van Defensie over pannen "
        "(ingezonden 4 mei 2024)."
    )
    assert (oral.kind, oral.cases) == (PaperKind.ORAL_QUESTION, ("2024Z90002",))
    notice = paper(
        "AH 9\n2024Z90003\nMededeling van minister Brekelmans (Defensie) (ontvangen 1 november 2024)\n\n"
        "Op 11 oktober jl. heeft het lid Pot (SP) schriftelijke vragen gesteld aan de minister van Defensie over "
        "pannen.\n\nIk heb meer tijd nodig."
    )
    assert notice.kind is PaperKind.POSTPONEMENT
    assert notice.passages[0].text.endswith("Ik heb meer tijd nodig.")


@pytest.mark.parametrize("text", ["", "Meng de bloem met de eieren.\nBak de pannenkoek.", "Antwoord\nJa."])
def test_what_is_no_paper_is_refused(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        paper(text)
    assert caught.value.code == "not-a-paper"
    assert caught.value.file == "paper.txt"


def test_every_mark_lies_in_the_text_of_its_passage() -> None:
    found = paper(TYPESET)
    for note in found.passages:
        if note.footnote_of is not None and note.mark is not None:
            assert 0 <= note.mark <= len(found.passage(note.footnote_of).text)


def test_a_day_at_a_line_end_is_no_mark() -> None:
    found = paper(TYPESET.replace("(ontvangen 10 januari\n2019)", "(ontvangen 1\nfebruari 2019)"))
    assert found.answered == date(2019, 2, 1)
    assert [n.footnote_of for n in found.passages if n.kind is PassageKind.FOOTNOTE] == ["question/1", "question/2"]


def test_a_page_foot_of_another_year_does_not_date_the_paper() -> None:
    foot = "Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel 1"
    assert (
        paper(TYPESET.replace(foot, "Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1")).session_year == "2018-2019"
    )


def test_a_number_over_a_line_end_keeps_its_digits() -> None:
    found = paper(TYPESET.replace("Negen meter.", "Zie de brief (Kamerstuk 33 763, 33 400 X, 21\n501-28, nr. 9)."))
    assert "21 501-28" in texts(found, PassageKind.ANSWER)["answer/2"]


def test_marks_in_brackets_may_hold_a_blank() -> None:
    found = paper(
        "AH 78\nAntwoord van minister Slob (Onderwijs, Cultuur en Wetenschap) (ontvangen 1 oktober 2019)\n\n"
        "Vraag 1\nWaarom?[1 ] Sinds wanneer?\n\nAntwoord 1\nDaarom.\n\n[1 ] Trouw, 1 mei 2019"
    )
    assert texts(found, PassageKind.QUESTION)["question/1"] == "Waarom? Sinds wanneer?"
    assert texts(found, PassageKind.FOOTNOTE) == {"footnote/1": "Trouw, 1 mei 2019"}
