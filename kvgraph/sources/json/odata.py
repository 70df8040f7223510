"""The open data of the Tweede Kamer (OData 4.0, JSON Format 4.01): what they tell of papers, without their text.

A Zaak is a paper with questions. A Document is an answer, a notice that an answer is late, or the questions of its
Zaak, which it knows when that is expanded. All other records are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from kvgraph.identifiers import aanhangsel, kamervraag
from kvgraph.model import Paper, PaperKind, ParsedPaper, Source, SourceError
from kvgraph.sources.json.odata_actors import ASKING, SIGNING_ANSWERS, SIGNING_QUESTIONS, joined, participations
from kvgraph.sources.json.odata_records import (
    CaseRecord,
    DocumentRecord,
    appendix,
    case_number,
    chamber,
    day,
    filled,
    session,
)
from kvgraph.sources.json.text import Place, convert, each

T = TypeVar("T")
_Found = Iterable[Paper | SourceError]

_CASES = {"Schriftelijke vragen": PaperKind.QUESTION, "Mondelinge vragen": PaperKind.ORAL_QUESTION}
_DOCUMENTS = {
    **_CASES,
    "Vragen gesteld door de leden der Kamer": PaperKind.QUESTION,
    "Antwoord schriftelijke vragen": PaperKind.ANSWER,
    "Antwoord schriftelijke vragen (nader)": PaperKind.ANSWER,
    "Mededeling (uitstel antwoord)": PaperKind.POSTPONEMENT,
}
_QUESTIONS_OF = re.compile(r"\bvragen\s+van\s+(?:het lid|de leden)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\s(?:over|inzake)\s+(?=\S)", re.IGNORECASE)
_ENTITY = re.compile(r"#(Zaak|Document)\b")
_OF_DOCUMENTS = frozenset({"DocumentNummer", "DocumentActor", "Aanhangselnummer", "Datum"})
_EXPAND = "Ask the service for it with $expand=Zaak."
_ASK = (
    "Ask the service for Zaak or Document with Soort 'Schriftelijke vragen', 'Mondelinge vragen', 'Antwoord "
    "schriftelijke vragen' or 'Mededeling (uitstel antwoord)'."
)


def is_odata(value: object) -> bool:
    """Tell whether decoded JSON is an answer of an OData service, or one or more of its records saved alone."""
    if isinstance(value, list):
        return bool(value) and _is_record(value[0])
    return _is_record(value) or (isinstance(value, dict) and "value" in value and "paper" not in value)


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and ("Soort" in value or any(name.startswith("@odata.") for name in value))


def papers(value: object, source: Source) -> tuple[ParsedPaper | SourceError, ...]:
    """Return the papers of a decoded answer of the service, then an error for each record that is refused.

    Raises SourceError with code ``schema`` (no list of records, or a single one that is refused), and ``not-a-paper``
    when no record is about questions.
    """
    told: list[Paper] = []
    errors: list[SourceError] = []
    for one in _found(value, Place(source.file_name)):
        if isinstance(one, SourceError):
            errors.append(one)
        else:
            told.append(one)
    if not (told or errors):
        raise SourceError(source.file_name, "none of its records is about questions.", code="not-a-paper", advice=_ASK)
    return (*(ParsedPaper(source, paper) for paper in _merged(told)), *errors)


def _found(value: object, top: Place) -> _Found:
    """Return what is found in an answer, in a list of records saved alone, or in one record."""
    entity = _entity(value)

    def read(record: object, place: Place) -> _Found:
        return _record(record, place, entity)

    if isinstance(value, list):
        return _each(value, top, read)
    if not (isinstance(value, dict) and "value" in value):
        return read(value, top)
    if not isinstance(value["value"], list):
        raise top.at("value").refusal("this is no list of records.")
    return _each(value["value"], top.at("value"), read)


def _entity(value: object) -> str | None:
    """Return of which entity the records are, as the context says (OData JSON Format 4.01, section 4.6.1)."""
    context = value.get("@odata.context") if isinstance(value, dict) else None
    found = _ENTITY.search(context) if isinstance(context, str) else None
    return found[1] if found else None


def _each(
    records: Sequence[object], place: Place, read: Callable[[object, Place], _Found]
) -> Iterator[Paper | SourceError]:
    for found in each(records, place, read):
        yield from (found,) if isinstance(found, SourceError) else found


def _record(record: object, place: Place, entity: str | None) -> _Found:
    """Return the papers that a record tells of; raises SourceError when it is refused."""
    if not isinstance(record, dict):
        raise place.refusal("this is no record.")
    kind = record.get("Soort")
    if record.get("Verwijderd") is True or not isinstance(kind, str):
        return ()
    entity = entity or ("Document" if _OF_DOCUMENTS & record.keys() else "Zaak")
    if entity == "Document" and kind in _DOCUMENTS:
        return (_document(_DOCUMENTS[kind], convert(record, DocumentRecord, place), place, ()),)
    if entity == "Zaak" and kind in _CASES:
        case = convert(record, CaseRecord, place)
        asked = _case(case, place)
        return (asked, *_each(case.documents or (), place.at("Document"), partial(_of_case, asked=asked)))
    return ()


def _of_case(record: object, place: Place, asked: Paper) -> _Found:
    """Return the answer, or the notice, in a case; its other documents are the questions themselves, and letters."""
    kind = _DOCUMENTS.get(str(record.get("Soort"))) if isinstance(record, dict) else None
    if kind is None or kind in _CASES.values():
        return ()
    document = convert(record, DocumentRecord, place)
    return () if document.deleted else (_document(kind, document, place, (asked,)),)


def _case(case: CaseRecord, place: Place) -> Paper:
    number, of = case_number(case, place), chamber(case.organisation)
    return Paper(
        kind=_CASES.get(case.kind or "", PaperKind.QUESTION),
        chamber=of,
        identifier=kamervraag(number, of.value),
        session_year=session(case.session, place.at("Vergaderjaar")),
        number=None,
        cases=(number,),
        subject=filled(case.subject) or filled(case.title),
        submitted=day(case.started, place.at("GestartOp")),
        answered=None,
        participations=participations(case.actors or (), ASKING),
        passages=(),
    )


def _document(kind: PaperKind, document: DocumentRecord, place: Place, asked: Sequence[Paper]) -> Paper:
    asked = [
        _case(case, place.at("Zaak", index))
        for index, case in enumerate(document.cases or ())
        if not case.deleted and (case.kind is None or case.kind in _CASES)
    ] or asked
    number = appendix(document, place)
    if not (asked or (number and kind not in _CASES.values())):
        raise place.refusal(
            "nothing says which paper this is: neither its case nor a number in the Aanhangsel.", _EXPAND
        )
    if kind in _CASES.values():
        signed = participations(document.actors or (), SIGNING_QUESTIONS)
        return replace(asked[0], kind=kind, participations=asked[0].participations or signed)
    of = chamber(document.organisation)
    return Paper(
        kind=kind,
        chamber=of,
        identifier=aanhangsel(*number, of.value) if number else None,
        session_year=number[0] if number else session(document.session, place.at("Vergaderjaar")),
        number=number[1] if number else None,
        cases=tuple(dict.fromkeys(case for one in asked for case in one.cases)),
        subject=_only(one.subject for one in asked) or _subject(document),
        submitted=_only(one.submitted for one in asked),
        answered=day(document.received, place.at("DatumOntvangst")) or day(document.dated, place.at("Datum")),
        participations=joined(
            *(one.participations for one in asked), participations(document.actors or (), SIGNING_ANSWERS)
        ),
        passages=(),
    )


def _subject(document: DocumentRecord) -> str | None:
    """Return what the questions are about: of ``Antwoord op vragen van het lid X over Y``, what stands behind over."""
    own = filled(document.subject) or filled(document.title)
    asked = _QUESTIONS_OF.search(own) if own else None
    about = _ABOUT.search(own, asked.end()) if own and asked else None
    return own[about.end() :] if own and about else own


def _only(values: Iterable[T]) -> T | None:
    """Return the value on which all agree, None when they do not."""
    different = set(values)
    return different.pop() if len(different) == 1 else None


def _merged(told: Iterable[Paper]) -> Iterator[Paper]:
    """Yield each paper once: an answer to several cases may stand in each of them."""
    papers: dict[object, list[Paper]] = {}
    for paper in told:
        papers.setdefault((paper.kind, paper.identifier or paper.cases, paper.answered), []).append(paper)
    for first, *others in papers.values():
        yield (
            first
            if not others
            else replace(
                first,
                cases=tuple(dict.fromkeys(case for one in (first, *others) for case in one.cases)),
                submitted=_only(one.submitted for one in (first, *others)),
                participations=joined(*(one.participations for one in (first, *others))),
            )
        )
