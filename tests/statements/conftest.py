"""Two small analyses made by hand: one with everything that can be stated, one with as little as a paper may have."""

from __future__ import annotations

from datetime import date

import pytest

from kvgraph.model import (
    Analysis,
    Chamber,
    Institution,
    InstitutionMention,
    Law,
    LawCitation,
    Link,
    LinkedMention,
    LinkedParticipation,
    Mention,
    Office,
    OfficeMention,
    Official,
    OfficialCitation,
    Paper,
    PaperKind,
    Participation,
    Party,
    PartyMention,
    Passage,
    PassageKind,
    PassageReference,
    PassageTarget,
    Person,
    PersonMention,
    Role,
    Scheme,
    Source,
    Span,
    Status,
    Target,
    Work,
    WorkCitation,
    WorkKind,
)

HEADER = (
    "Vragen van het lid Zeegers (D66) aan de Minister van Buitenlandse Zaken over de OVSE "
    "(ingezonden 3 mei 2022). Antwoord van Minister Aalbers (Buitenlandse Zaken), mede namens de Minister van "
    "Defensie (ontvangen 1 juni 2022). Zie ook Aanhangsel Handelingen, vergaderjaar 2020–2021, nr. 12."
)
TEXTS = {
    "header": HEADER,
    "question/1": "Kent u het bericht «🕊 Vrede» en Kamerstuk 21 501-02, nr. 2295? Wat zegt de OVSE?",
    "question/2": "Geldt artikel 5 van de Verdragswet, en Verordening (EU) 2016/679? Wat vindt het lid De Vries (VVD)?",
    "answer/1": "Ja. Zie het antwoord op vraag 2 en 2021Z00897. De Minister van Defensie sprak met de Unie.",
    "answer/2": 'Nee, "niet" zo\\eenvoudig.',
    "footnote/1": "Dagblad, mei 2022, Vrede, www.dagblad.example/vrede?id=1",
}


def span(key: str, words: str) -> Span:
    begin = TEXTS[key].index(words)
    return Span(begin, begin + len(words))


def linked(key: str, mention: Mention, target: Target | None, status: Status = Status.VERIFIED) -> LinkedMention:
    return LinkedMention(key, mention, Link(target, status))


def official(key: str, words: str, scheme: Scheme, identifier: str, status: Status) -> LinkedMention:
    mention = OfficialCitation(span(key, words), scheme.value, scheme, identifier)
    return linked(key, mention, Official(scheme, identifier), status)


def institution(key: str, words: str, institution_key: str) -> LinkedMention:
    return linked(key, InstitutionMention(span(key, words), "name", institution_key), Institution(institution_key))


def passages() -> tuple[Passage, ...]:
    question, answer = PassageKind.QUESTION, PassageKind.ANSWER
    return (
        Passage(PassageKind.HEADER, "header", "", 0, HEADER),
        Passage(question, "question/1", "1", 1, TEXTS["question/1"]),
        Passage(question, "question/2", "2", 2, TEXTS["question/2"]),
        Passage(answer, "answer/1", "1", 1, TEXTS["answer/1"], answers=("question/1",)),
        Passage(answer, "answer/2", "2", 2, TEXTS["answer/2"], answers=("question/1", "question/2")),
        Passage(PassageKind.FOOTNOTE, "footnote/1", "1", 1, TEXTS["footnote/1"], footnote_of="question/1", mark=28),
    )


def participations() -> tuple[LinkedParticipation, ...]:
    foreign = Link(Office("minister-buitenlandse-zaken", "min-bz"), Status.VERIFIED)
    defence = Link(Office("minister-defensie", "min-def"), Status.VERIFIED)
    asker = Participation(
        Role.QUESTIONER,
        1,
        name="Zeegers",
        name_span=span("header", "Zeegers"),
        party="D66",
        party_span=span("header", "D66"),
    )
    minister = ("Minister", "Buitenlandse Zaken")
    respondent = Participation(
        Role.RESPONDENT,
        1,
        name="Aalbers",
        name_span=span("header", "Aalbers"),
        title=minister[0],
        portfolio=minister[1],
        office_span=span("header", "Minister Aalbers (Buitenlandse Zaken)"),
    )
    asked = span("header", "Minister van Buitenlandse Zaken")
    behalf = span("header", "Minister van Defensie")
    return (
        LinkedParticipation(
            asker,
            person=Link(Person("zeegers-a-1980", "Zeegers"), Status.VERIFIED),
            party=Link(Party("d66"), Status.VERIFIED),
        ),
        LinkedParticipation(
            Participation(Role.ADDRESSEE, 1, title=minister[0], portfolio=minister[1], office_span=asked),
            office=foreign,
        ),
        LinkedParticipation(
            respondent,
            person=Link(Person("unlisted/aalbers", "Aalbers"), Status.UNRESOLVED, reason="not-in-register"),
            office=foreign,
        ),
        LinkedParticipation(
            Participation(Role.ON_BEHALF_OF, 1, title="Minister", portfolio="Defensie", office_span=behalf),
            office=defence,
        ),
    )


def mentions() -> tuple[LinkedMention, ...]:
    news = WorkCitation(
        span("question/1", "bericht «🕊 Vrede»"), "news-title", WorkKind.NEWS, publisher="Dagblad", title="🕊 Vrede"
    )
    note = WorkCitation(
        span("footnote/1", TEXTS["footnote/1"]),
        "news",
        WorkKind.NEWS,
        url="www.dagblad.example/vrede?id=1",
        publisher="Het Dagblad",
        published="2022-05",
    )
    law = LawCitation(span("question/2", "artikel 5 van de Verdragswet"), "law", "Verdragswet", article="artikel 5")
    several = Link(None, Status.UNRESOLVED, reason="ambiguous", candidates=("vries-a-1970", "vries-b-1971"))
    defence = OfficeMention(span("answer/1", "Minister van Defensie"), "office", "Minister", "Defensie")
    pointer = PassageReference(span("answer/1", "het antwoord op vraag 2"), "pointer", PassageKind.ANSWER, "2")
    related = ("header", "Aanhangsel Handelingen, vergaderjaar 2020–2021, nr. 12")
    return (
        institution("header", "OVSE", "osce"),
        official(*related, Scheme.AANHANGSEL, "ah-tk-20202021-12", Status.VERIFIED),
        linked("question/1", news, Work("0123456789abcdef", news)),
        official("question/1", "Kamerstuk 21 501-02, nr. 2295", Scheme.KAMERSTUK, "kst-21501-02-2295", Status.VERIFIED),
        institution("question/1", "OVSE", "osce"),
        linked("question/2", law, Law("verdragswet", "Verdragswet"), Status.WELL_FORMED),
        official("question/2", "Verordening (EU) 2016/679", Scheme.EU_ACT, "32016R0679", Status.WELL_FORMED),
        LinkedMention("question/2", PersonMention(span("question/2", "De Vries"), "person", "De Vries"), several),
        linked("question/2", PartyMention(span("question/2", "VVD"), "party", "VVD"), Party("vvd")),
        linked("answer/1", pointer, PassageTarget("answer/2")),
        official("answer/1", "2021Z00897", Scheme.CASE, "2021Z00897", Status.WELL_FORMED),
        linked("answer/1", defence, Office("minister-defensie", "min-def")),
        institution("answer/1", "Unie", "eu"),
        linked("footnote/1", note, Work("0123456789abcdef", note)),
    )


def full_analysis() -> Analysis:
    """Return an answer paper with every kind of mention, status, role and work."""
    paper = Paper(
        kind=PaperKind.ANSWER,
        chamber=Chamber.TWEEDE_KAMER,
        identifier="ah-tk-20212022-3000",
        session_year="2021-2022",
        number="3000",
        cases=("2022Z08123",),
        subject="de OVSE",
        submitted=date(2022, 5, 3),
        answered=date(2022, 6, 1),
        participations=tuple(one.participation for one in participations()),
        passages=passages(),
        see_also=span("header", "Zie ook Aanhangsel Handelingen, vergaderjaar 2020–2021, nr. 12."),
    )
    source = Source("paper.txt", "ab" * 32, "text/plain")
    return Analysis(source, paper, mentions(), participations(), related=("ah-tk-20202021-12",))


def bare_analysis() -> Analysis:
    """Return a question paper without number, case, date or mention."""
    passage = Passage(PassageKind.QUESTION, "question/1", "1", 1, "Klopt dit?")
    paper = Paper(
        kind=PaperKind.QUESTION,
        chamber=Chamber.EERSTE_KAMER,
        identifier=None,
        session_year=None,
        number=None,
        cases=(),
        subject=None,
        submitted=None,
        answered=None,
        participations=(),
        passages=(Passage(PassageKind.HEADER, "header", "", 0, "Vragen"), passage),
    )
    return Analysis(Source("bare.txt", "cd" * 32, "text/plain"), paper)


@pytest.fixture
def full() -> Analysis:
    return full_analysis()


@pytest.fixture
def bare() -> Analysis:
    return bare_analysis()
