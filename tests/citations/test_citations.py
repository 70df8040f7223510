"""The citation finder against its table of examples, both ways, and against texts made to break it."""

from __future__ import annotations

import itertools
import re
from datetime import date
from pathlib import Path
from runpy import run_path
from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph import citations, identifiers
from kvgraph.citations import (
    courts_and_un,
    gazettes,
    handelingen,
    headlines,
    inside,
    kamerstukken,
    laws,
    news,
    parliament,
    ranges,
    regional,
    union,
)
from kvgraph.model import Citation, LawCitation, OfficialCitation, PassageKind, PassageReference, WorkCitation

ANCHOR = date(2024, 11, 20)
MODULES = (
    kamerstukken,
    parliament,
    handelingen,
    gazettes,
    union,
    courts_and_un,
    regional,
    news,
    headlines,
    inside,
    laws,
)


Row = tuple[str, str, tuple[str, ...]]
SourceRow = tuple[str, str, str | None, str | None, str | None, str | None]

TABLES = {path.stem: run_path(str(path)) for path in sorted(Path(__file__).with_name("examples").glob("*.py"))}
EXAMPLES: list[Row] = [row for table in TABLES.values() for row in table.get("EXAMPLES", ())]
LOOK_ALIKES: list[str] = [text for table in TABLES.values() for text in table.get("LOOK_ALIKES", ())]
FOOTNOTES: tuple[SourceRow, ...] = TABLES["sources"]["FOOTNOTES"]
RUNNING_TEXT: tuple[SourceRow, ...] = TABLES["sources"]["RUNNING_TEXT"]


def plain(marked: str) -> str:
    return marked.replace("[[", "").replace("]]", "")


def cited(marked: str) -> list[str]:
    return re.findall(r"\[\[(.*?)\]\]", marked)


def says(citation: Citation) -> str:
    match citation:
        case OfficialCitation():
            return citation.identifier
        case LawCitation():
            return f"{citation.law}, {citation.article}" if citation.article else citation.law
        case WorkCitation():
            return citation.url or citation.title or citation.publisher or ""
        case PassageReference():
            return f"{citation.to.value} {citation.label}"
        case _:
            assert_never(citation)


def find(text: str, kind: PassageKind = PassageKind.ANSWER) -> tuple[Citation, ...]:
    return citations.find(text, kind=kind, anchor=ANCHOR)


@pytest.mark.parametrize(("rule", "marked", "expected"), EXAMPLES, ids=[marked[:60] for _, marked, _ in EXAMPLES])
def test_every_example_gives_exactly_its_spans_and_ids(rule: str, marked: str, expected: tuple[str, ...]) -> None:
    text = plain(marked)
    found = find(text, PassageKind.FOOTNOTE if rule == "source" else PassageKind.ANSWER)
    assert [citation.span.of(text) for citation in found] == cited(marked)
    assert tuple(says(citation) for citation in found) == expected
    assert {citation.rule for citation in found} >= {rule}
    for citation in found:
        if isinstance(citation, OfficialCitation):
            assert identifiers.scheme_of(citation.identifier) is citation.scheme


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    declared = set(itertools.chain.from_iterable(module.RULES for module in MODULES))
    assert declared == {rule for rule, _, _ in EXAMPLES}


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (kind, row)
        for kind, rows in ((PassageKind.FOOTNOTE, FOOTNOTES), (PassageKind.ANSWER, RUNNING_TEXT))
        for row in rows
    ],
)
def test_every_source_says_who_when_and_what(kind: PassageKind, row: SourceRow) -> None:
    marked, *facts = row
    text = plain(marked)
    (source,) = find(text, kind)
    assert isinstance(source, WorkCitation)
    assert [source.span.of(text)] == cited(marked)
    assert [source.kind.value, source.publisher, source.published, source.title, source.url] == facts


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize("text", TABLES["sources"]["NO_FOOTNOTES"])
def test_a_note_that_cites_no_source_gives_none(text: str) -> None:
    assert find(text, PassageKind.FOOTNOTE) == ()


def test_a_document_in_an_address_is_cited_inside_the_citation_of_the_address() -> None:
    text = (
        "Improven. Uitgavenonderzoek. Via https://www.tweedekamer.nl/kamerstukken/detail?id=2024D42030&did=2024D42030"
    )
    work, document = find(text, PassageKind.FOOTNOTE)
    assert isinstance(work, WorkCitation)
    assert isinstance(document, OfficialCitation)
    assert document.identifier == "2024D42030"
    assert work.span.begin <= document.span.begin
    assert document.span.end <= work.span.end


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://zoek.officielebekendmakingen.nl/kst-31839-1024.html", ["kst-31839-1024"]),
        ("https://zoek.officielebekendmakingen.nl/ah-tk-20232024-1137.pdf", ["ah-tk-20232024-1137"]),
        ("https://zoek.officielebekendmakingen.nl/stcrt-2020-12345.html", ["stcrt-2020-12345"]),
        ("https://zoek.officielebekendmakingen.nl/kst-1268678.html", ["kst-1268678"]),
        ("https://open.overheid.nl/documenten/ah-1271549/pdf", ["ah-1271549"]),
        ("https://zoek.officielebekendmakingen.nl/kv-1234567.html", ["kv-1234567"]),
        ("https://www.tweedekamer.nl/kamerstukken/detail?did=2022D06725&id=2022Z03223", ["2022D06725"]),
        ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX%3A32016R0679", ["32016R0679"]),
        ("https://eur-lex.europa.eu/eli/dir/2019/1937/oj", ["32019L1937"]),
        ("https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2021:1778", ["ECLI:NL:HR:2021:1778"]),
        ("https://undocs.org/S/RES/2334", ["S/RES/2334"]),
        ("https://nos.nl/artikel/36410-12?nr=12", []),
    ],
)
def test_a_registered_id_in_an_address_is_believed(address: str, expected: list[str]) -> None:
    work, *documents = find(f"Zie {address}.")
    assert says(work) == address
    assert [says(document) for document in documents] == expected


def test_a_header_keeps_its_own_case_but_cites_that_of_earlier_questions() -> None:
    text = "2024Z18653 Vragen van het lid Krul (CDA) over honden (ingezonden 3 mei 2024)"
    assert find(text, PassageKind.HEADER) == ()
    (cited,) = find(text + " Ter aanvulling op eerdere vragen (vraagnummer 2024Z14814).", PassageKind.HEADER)
    assert says(cited) == "2024Z14814"


def test_a_short_aanhangsel_needs_an_anchor() -> None:
    assert citations.find("zie AH 604", kind=PassageKind.ANSWER) == ()


def test_a_footnote_that_cites_a_kamerstuk_is_no_other_source() -> None:
    found = find("Kamerstuk 31 839, nr. 1031, 5 november 2024, Voortgangsbrief Jeugd", PassageKind.FOOTNOTE)
    assert [says(citation) for citation in found] == ["kst-31839-1031"]


def test_a_source_says_who_when_and_what() -> None:
    (source,) = find(
        "RTV Oost, 25 mei 2024, 'Politiehond in Dalfsen overleden', (https://rtvoost.nl/1)", PassageKind.FOOTNOTE
    )
    assert isinstance(source, WorkCitation)
    assert (source.publisher, source.published, source.title) == (
        "RTV Oost",
        "2024-05-25",
        "Politiehond in Dalfsen overleden",
    )
    assert source.kind.value == "NewsArticle"


def test_a_double_kamerstuk_between_parentheses_keeps_both() -> None:
    text = "(Kamerstuk 35 570 X, nr. 94 (d.d. 2 juni 2021), 35 570 X, nr. 113 (d.d. 11 juni 2021) en 27 925, nr. 806)"
    assert [says(citation) for citation in find(text)] == ["kst-35570-X-94", "kst-35570-X-113", "kst-27925-806"]


FRAGMENTS = st.sampled_from([plain(marked) for _, marked, _ in EXAMPLES])


@given(st.lists(FRAGMENTS | st.text(max_size=20), max_size=6), st.sampled_from(PassageKind))
def test_citations_are_in_order_inside_the_text_and_do_not_overlap(parts: list[str], kind: PassageKind) -> None:
    text = " ".join(parts)
    found = find(text, kind)
    assert list(found) == sorted(found, key=lambda citation: citation.span)
    for citation in found:
        assert 0 <= citation.span.begin < citation.span.end <= len(text)
    for one, other in itertools.combinations(found, 2):
        inside_address = (
            isinstance(one, WorkCitation) and one.span.begin <= other.span.begin < other.span.end <= one.span.end
        )
        in_a_range = ranges.RULE in {one.rule, other.rule}
        assert one.span.end <= other.span.begin or inside_address or in_a_range


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for citation in find(text):
        assert citation.span.of(text)
