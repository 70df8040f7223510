"""Mentions that state something beside one target: a role as printed, several documents of a range."""

from __future__ import annotations

from dataclasses import replace

from kvgraph.iris import Minter
from kvgraph.model import (
    Analysis,
    Link,
    LinkedMention,
    Official,
    OfficialCitation,
    PersonMention,
    Scheme,
    Span,
    Status,
)
from kvgraph.statements import parsed, state
from kvgraph.vocabulary import ITSRDF, KV
from tests.statements.test_state import objects

MINTER = Minter()


def test_an_office_abroad_is_stated_as_printed_and_nobody_is_linked(full: Analysis) -> None:
    abroad = PersonMention(Span(0, 4), "person-abroad", "Lavrov", role="Russische minister")
    unlinked = Link(None, Status.UNRESOLVED, "foreign or international office holder")
    quads = parsed(state(replace(full, mentions=(LinkedMention("question/1", abroad, unlinked),)), MINTER))
    node = MINTER.mention("ah-tk-20212022-3000", "question/1", Span(0, 4))
    assert objects(quads, node, KV.roleAsPrinted) == ["Russische minister"]
    assert objects(quads, node, KV.reason) == ["foreign or international office holder"]
    assert objects(quads, node, ITSRDF.taIdentRef) == []


def test_what_lies_between_the_ends_of_a_range_is_more_than_one_thing_at_one_place(full: Analysis) -> None:
    span = Span(0, 4)
    between = tuple(
        LinkedMention(
            "question/1",
            OfficialCitation(span, "range", Scheme.KAMERSTUK, identifier),
            Link(Official(Scheme.KAMERSTUK, identifier), Status.VERIFIED),
        )
        for identifier in ("kst-36410-4", "kst-36410-5", "kst-36410-5")
    )
    quads = parsed(state(replace(full, mentions=between), MINTER))
    node = MINTER.mention("ah-tk-20212022-3000", "question/1", span)
    assert objects(quads, node, ITSRDF.taIdentRef) == [
        MINTER.paper(identifier).value for identifier in ("kst-36410-4", "kst-36410-5")
    ]
    assert len(objects(quads, node, KV.status)) == 1
