"""Citations to works, laws, sources and passages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kvgraph.citations import laws
from kvgraph.linking import link as link_paper
from kvgraph.linking.works import in_full, link_citation, normalised, work_key
from kvgraph.model import (
    Chamber,
    Law,
    LawCitation,
    Link,
    Official,
    OfficialCitation,
    Paper,
    PaperKind,
    Passage,
    PassageKind,
    PassageReference,
    PassageTarget,
    Scheme,
    Source,
    Span,
    Status,
    Work,
    WorkCitation,
    WorkKind,
)

KNOWN = frozenset({"kst-21501-02-2295", "kst-27073-15-h1", "kst-20042005-29623-E"})


class Index:
    def knows(self, identifier: str) -> bool:
        return identifier in KNOWN

    def spelling(self, identifier: str) -> str | None:
        longer = identifier.replace("kst-", "kst-20042005-")
        return next((one for one in (identifier, longer) if one in KNOWN), None)

    def covers(self, identifier: str, cited: date | None = None) -> bool:
        return identifier.startswith("kst-21501-") or (cited is not None and cited < date(2025, 1, 1))

    def nearest(self, identifier: str, count: int = 5) -> tuple[str, ...]:
        return tuple(sorted(one for one in KNOWN if one[:-1] == identifier[:-1])[:count])


class Registers:
    publications = Index()


def passage(kind: PassageKind, key: str, label: str, *answers: str) -> Passage:
    return Passage(kind, key, label, 1, "text", answers=answers)


PAPER = Paper(
    PaperKind.ANSWER, Chamber.TWEEDE_KAMER, None, None, None, (), None, None, None, (),
    passages=(
        passage(PassageKind.HEADER, "header", ""),
        passage(PassageKind.QUESTION, "question/1", "1"),
        passage(PassageKind.QUESTION, "question/2", "2"),
        passage(PassageKind.QUESTION, "question/3", "3"),
        passage(PassageKind.QUESTION, "question/7", "7"),
        passage(PassageKind.QUESTION, "question/7-2", "7"),
        passage(PassageKind.ANSWER, "answer/1", "1", "question/1"),
        passage(PassageKind.ANSWER, "answer/2", "2", "question/2", "question/3"),
        passage(PassageKind.ANSWER, "answer/7", "7", "question/7", "question/7-2"),
    ),
)  # fmt: skip


def link(citation: OfficialCitation | LawCitation | WorkCitation | PassageReference) -> Link:
    return link_citation(citation, PAPER, Registers())


def official(identifier: str, scheme: Scheme = Scheme.KAMERSTUK) -> Link:
    return link(OfficialCitation(Span(0, 1), "kamerstuk", scheme, identifier))


def pointer(label: str, to: PassageKind = PassageKind.ANSWER) -> Link:
    return link(PassageReference(Span(0, 1), "answer", to, label))


def source(url: str | None = None, publisher: str | None = None, title: str | None = None) -> WorkCitation:
    return WorkCitation(Span(0, 1), "source", WorkKind.NEWS, url, publisher, None, title)


def test_an_id_that_the_index_knows_is_verified() -> None:
    assert official("kst-21501-02-2295") == Link(Official(Scheme.KAMERSTUK, "kst-21501-02-2295"), Status.VERIFIED)


def test_a_paper_known_only_by_its_reprint_or_by_its_session_is_verified_under_its_own_id() -> None:
    assert official("kst-27073-15") == Link(Official(Scheme.KAMERSTUK, "kst-27073-15"), Status.VERIFIED)
    assert official("kst-29623-E") == Link(Official(Scheme.KAMERSTUK, "kst-29623-E"), Status.VERIFIED)


def test_an_id_that_should_have_been_known_stays_with_its_candidates() -> None:
    linked = official("kst-21501-02-2296")
    assert linked.status is Status.WELL_FORMED
    assert linked.target == Official(Scheme.KAMERSTUK, "kst-21501-02-2296")
    assert linked.reason
    assert linked.candidates == ("kst-21501-02-2295",)


def test_an_id_cited_before_the_index_was_made_should_have_been_known() -> None:
    later = OfficialCitation(Span(0, 1), "kamerstuk", Scheme.KAMERSTUK, "kst-36410-999")
    assert link(later).reason is None
    assert link_citation(later, replace(PAPER, answered=date(2024, 11, 19)), Registers()).reason
    assert link_citation(later, replace(PAPER, submitted=date(2026, 11, 19)), Registers()).reason is None


def test_an_id_outside_the_index_is_well_formed_without_a_reason() -> None:
    target = Official(Scheme.ECLI, "ECLI:NL:HR:2021:1778")
    assert official("ECLI:NL:HR:2021:1778", Scheme.ECLI) == Link(target, Status.WELL_FORMED)


def test_a_law_is_verified_by_name_and_abbreviation() -> None:
    for printed in ("Wet open overheid", "wet open overheid", "Woo"):
        linked = link(LawCitation(Span(0, 1), "law-name", printed))
        assert linked == Link(Law("wet-open-overheid", "Wet open overheid"), Status.VERIFIED)


def test_a_law_outside_the_register_gets_a_slug() -> None:
    linked = link(LawCitation(Span(0, 1), "law-phrase", "Besluit financiële coördinatie"))
    assert linked == Link(Law("besluit-financiele-coordinatie", "Besluit financiële coördinatie"), Status.WELL_FORMED)


def test_a_bill_is_linked_as_its_act() -> None:
    bill, act = (
        link(LawCitation(Span(0, 1), "law-phrase", f"{of}bruggenbouw")) for of in ("Versnelling ", "Wet versnelling ")
    )
    assert isinstance(bill.target, Law)
    assert isinstance(act.target, Law)
    assert bill.target.key == act.target.key == "wet-versnelling-bruggenbouw"
    known = link(LawCitation(Span(0, 1), "law-phrase", "Toekomst pensioenen"))
    assert known == Link(Law("wet-toekomst-pensioenen", "Wet toekomst pensioenen"), Status.VERIFIED)


def laws_in_full(*texts: str) -> list[tuple[str, str]]:
    """Return what each law cited in these passages is printed as there, and called."""
    passages = tuple(
        Passage(PassageKind.QUESTION, f"question/{order}", str(order), order, text)
        for order, text in enumerate(texts, 1)
    )
    found = {one.key: tuple(sorted(laws.find(one.text), key=lambda law: law.span)) for one in passages}
    named = in_full(found, replace(PAPER, passages=passages))
    assert [[one.span for one in found[key]] for key in found] == [[one.span for one in named[key]] for key in found]
    return [
        (before.law, after.law)
        for key in found
        for before, after in zip(found[key], named[key], strict=True)
        if isinstance(after, LawCitation)
    ]


def test_a_law_has_the_fullest_name_that_the_paper_prints() -> None:
    full = "Wet langdurige zorg"
    assert laws_in_full("Geldt de Wlz?", f"De {full} (Wlz) geldt.", "Volgens artikel 3 Wlz wel.") == [
        ("Wlz", full), (full, full), ("Wlz", full), ("Wlz", full),
    ]  # fmt: skip
    assert laws_in_full("Geldt de Wlz?", "Ja, de Wlz geldt.") == [("Wlz", "Wlz"), ("Wlz", "Wlz")]


def test_laws_that_are_not_the_same_keep_their_names() -> None:
    for text in ("De Jeugdwet (Wlz) en de Woo.", "De Wet schone stranden (Awb) en de Wmo."):
        assert all(before == after for before, after in laws_in_full(text))


def test_a_short_name_that_the_paper_defines_is_believed_before_the_register() -> None:
    full = "Wet ordening bermen"
    assert laws_in_full(f"De {full} (Wob) komt er.", "Waarom de Wob?") == [(full, full), ("Wob", full), ("Wob", full)]


def test_a_bill_has_the_name_of_its_act_where_the_paper_prints_that() -> None:
    bill, act = "Versnelling bruggenbouw", "Wet versnelling bruggenbouw"
    assert laws_in_full(f"het wetsvoorstel {bill} is", f"TweedeKamer.nl. {act}") == [(bill, act)]
    assert laws_in_full(f"het wetsvoorstel {bill} is", "Die wet versnelt.") == [(bill, bill)]


def test_naming_laws_in_full_leaves_other_mentions_alone() -> None:
    other = OfficialCitation(Span(0, 1), "kamerstuk", Scheme.KAMERSTUK, "kst-21501-02-2295")
    assert in_full({"question/1": (other,)}, PAPER) == {"question/1": (other,)}


def test_one_page_is_one_work_however_its_address_is_printed() -> None:
    keys = {
        work_key(source(url))
        for url in (
            "https://www.nos.nl/artikel/1",
            "http://nos.nl/artikel/1/",
            "nos.nl/artikel/1#kop",
            "https://NOS.nl/artikel/1?utm_source=x",
        )
    }
    assert len(keys) == 1
    assert work_key(source("https://nos.nl/artikel/2")) not in keys
    assert work_key(source("https://nos.nl/artikel/1?id=2")) not in keys


def test_a_source_without_an_address_is_known_by_its_facts() -> None:
    citation = source(None, "NOS", "Titel")
    assert link(citation) == Link(Work(work_key(citation), citation), Status.WELL_FORMED)
    assert work_key(citation) == work_key(source(None, "nos", "titel"))
    assert work_key(citation) != work_key(source(None, "NRC", "Titel"))


@given(st.text(max_size=80))
def test_normalising_an_address_twice_changes_nothing_more(url: str) -> None:
    page = normalised(f"https://nos.nl/{url}")
    assert normalised(page) == page
    assert normalised(f"http://www.nos.nl/{url}") == page


def test_a_pointer_finds_the_answer_that_answers_its_question() -> None:
    assert pointer("1") == Link(PassageTarget("answer/1"), Status.VERIFIED)
    assert pointer("3") == Link(PassageTarget("answer/2"), Status.VERIFIED)
    assert pointer("2", PassageKind.QUESTION) == Link(PassageTarget("question/2"), Status.VERIFIED)


def test_a_part_without_a_passage_points_to_the_whole_question() -> None:
    assert pointer("2a", PassageKind.QUESTION) == Link(PassageTarget("question/2"), Status.VERIFIED)


def test_a_pointer_to_nowhere_or_to_two_places_stays_unresolved_with_the_reason() -> None:
    assert pointer("9") == Link(None, Status.UNRESOLVED, "no answer to question 9 in this paper")
    twice = pointer("7", PassageKind.QUESTION)
    assert twice.target is None
    assert twice.candidates == ("question/7", "question/7-2")
    assert pointer("7") == Link(PassageTarget("answer/7"), Status.VERIFIED)


def test_between_the_ends_of_a_range_only_what_exists_is_cited() -> None:
    known, unknown, other = "kst-31839-1028", "kst-31839-99998", "stb-2020-4"
    between = [
        OfficialCitation(Span(0, 2), "range", scheme, identifier)
        for scheme, identifier in (
            (Scheme.KAMERSTUK, known),
            (Scheme.KAMERSTUK, unknown),
            (Scheme.STAATSBLAD, other),
        )
    ]
    pointers = [PassageReference(Span(0, 1), "range", PassageKind.ANSWER, label) for label in ("1", "9")]
    source = Source("a.txt", "", "text/plain")
    linked = link_paper(source, PAPER, {"answer/1": [*between, *pointers]}).mentions
    assert [one.link.target for one in linked] == [
        Official(Scheme.KAMERSTUK, known),
        Official(Scheme.STAATSBLAD, other),
        PassageTarget("answer/1"),
    ]
