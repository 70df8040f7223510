"""Dates that the publisher states beside the printed ones: what is printed stands, and a finding tells."""

from __future__ import annotations

from datetime import date

from kvgraph.model import Document, Severity
from kvgraph.papers import parse
from kvgraph.sources.markup import official_xml
from tests.sources.markup.markup_maker import SOURCE


def read(content: str) -> Document:
    return official_xml.read(f"<kamervragen>{content}</kamervragen>".encode(), SOURCE)


def test_a_date_that_is_stated_otherwise_than_printed_is_told() -> None:
    body = (
        "<kamervraagomschrijving>Vragen van het lid Kat (D66) aan de Minister van Financiën over de dijk "
        '(ingezonden <datum isodatum="2021-06-{day}">3 juni 2021</datum>).</kamervraagomschrijving>'
        "<vraag><nr>Vraag 1</nr><al>Waarom?</al></vraag>"
    )
    assert read(body.format(day="03")).findings == ()
    document = read(body.format(day="13"))
    (finding,) = document.findings
    assert (finding.code, finding.severity) == ("date-differs", Severity.WARNING)
    assert "2021-06-13 where 2021-06-03 is printed" in finding.message
    paper = parse(document)
    assert paper.submitted == date(2021, 6, 3)
    assert finding in paper.findings
