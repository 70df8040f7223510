"""Links of the publisher: believed where the text says no more, and held against it where it says something else."""

from __future__ import annotations

import pytest

from kvgraph import citations
from kvgraph.model import LawCitation, OfficialCitation, PassageKind, Reference, Scheme, Span, WorkCitation, WorkKind

TEXT = "Zie mijn eerdere brief en Kamerstuk 21 501-02, nr. 2295 (NOS, 2 mei 2021, «Dijk bezweken»)."


def reference(printed: str, target: str, text: str = TEXT) -> Reference:
    begin = text.index(printed)
    return Reference(Span(begin, begin + len(printed)), target)


def find(*references: Reference, text: str = TEXT) -> list[tuple[str, str, str]]:
    found = citations.find(text, kind=PassageKind.ANSWER, references=references)
    return [
        (one.rule, str(getattr(one, "identifier", None) or getattr(one, "url", "")), one.span.of(text)) for one in found
    ]


@pytest.mark.parametrize(
    ("target", "identifier"),
    [
        ("kst-32813-700", "kst-32813-700"),
        ("https://zoek.officielebekendmakingen.nl/kst-32813-700.html", "kst-32813-700"),
        ("kst-32813-700.pdf", "kst-32813-700"),
        ("ah-tk-20202021-3235", "ah-tk-20202021-3235"),
        ("stb-2020-118.html", "stb-2020-118"),
        ("32016R0679", "32016R0679"),
    ],
)
def test_a_link_adds_what_no_pattern_sees(target: str, identifier: str) -> None:
    assert ("publisher-link", identifier, "mijn eerdere brief") in find(reference("mijn eerdere brief", target))


def test_a_link_to_a_page_cites_the_page() -> None:
    address = "https://www.voorbeeld.nl/dijk"
    (one, *_) = citations.find(TEXT, kind=PassageKind.ANSWER, references=[reference("mijn eerdere brief", address)])
    assert isinstance(one, WorkCitation)
    assert (one.kind, one.url) == (WorkKind.WEB_PAGE, address)


def test_what_is_printed_keeps_its_rule() -> None:
    same = reference("Kamerstuk 21 501-02, nr. 2295", "kst-21501-02-2295")
    assert find(same) == find()
    assert not list(citations.contradictions([same], citations.find(TEXT, kind=PassageKind.ANSWER)))


def test_what_is_printed_stands_against_a_link() -> None:
    other = reference("Kamerstuk 21 501-02, nr. 2295", "kst-21501-02-2259")
    assert find(other) == find()
    found = citations.find(TEXT, kind=PassageKind.ANSWER)
    assert list(citations.contradictions([other], found)) == [("kst-21501-02-2259", "kst-21501-02-2295")]


def test_a_link_by_a_number_alone_says_nothing_against_what_is_printed() -> None:
    early = reference("Kamerstuk 21 501-02, nr. 2295", "kst-1268678")
    assert find(early) == find()
    assert not list(citations.contradictions([early], citations.find(TEXT, kind=PassageKind.ANSWER)))
    brief = reference("mijn eerdere brief", "kst-1268678")
    assert ("publisher-link", "kst-1268678", "mijn eerdere brief") in find(brief)


def test_a_link_to_a_document_takes_the_place_of_a_work_without_address() -> None:
    text = "NOS, 2 mei 2021, «Dijk bezweken»."
    (work,) = citations.find(text, kind=PassageKind.FOOTNOTE)
    assert isinstance(work, WorkCitation)
    link = reference("«Dijk bezweken»", "kst-32813-700", text)
    (cited,) = citations.find(text, kind=PassageKind.FOOTNOTE, references=[link])
    assert (cited.rule, cited.span) == ("publisher-link", link.span)


@pytest.mark.parametrize("target", ["#noot1", "mailto:x@voorbeeld.nl", "", "kst-", "javascript:alert(1)"])
def test_other_targets_cite_nothing(target: str) -> None:
    assert find(reference("mijn eerdere brief", target)) == find()


def test_a_law_that_is_found_by_name_stays_a_law() -> None:
    text = "Dat volgt uit artikel 3 van de Wet open overheid."
    found = citations.find(
        text,
        kind=PassageKind.ANSWER,
        references=[reference("artikel 3 van de Wet open overheid", "stb-2021-499", text)],
    )
    assert [type(one) for one in found] == [LawCitation]


def test_the_scheme_follows_from_the_id() -> None:
    (one,) = (
        one
        for one in citations.find(
            TEXT, kind=PassageKind.ANSWER, references=[reference("mijn eerdere brief", "trb-2019-12")]
        )
        if one.rule == "publisher-link"
    )
    assert isinstance(one, OfficialCitation)
    assert one.scheme is Scheme.TRACTATENBLAD
