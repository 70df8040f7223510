"""Parsed papers as JSON, by whatever parser: their form is that of ``parsed_form``, and they must be in step with it.

Nothing is checked that the shapes check in the graph: a paper that was printed badly is still a paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kvgraph.identifiers import scheme_of
from kvgraph.model import (
    Finding,
    Paper,
    ParsedPaper,
    Participation,
    Passage,
    PassageKind,
    Reference,
    Scheme,
    Source,
    SourceError,
    Span,
)
from kvgraph.sources.json.parsed_form import PaperForm, ParticipationForm, PassageForm, RecordForm
from kvgraph.sources.json.text import Place, convert, each, tidy

_ORDER = tuple(PassageKind)
_KEY = re.compile(r"(?:question|answer|footnote)/[^\s/]{1,40}")
_CLEAN = (
    "Offsets count characters of clean text: bring it into NFC, with single blanks and without control characters, "
    "invisible characters and ligatures, and count again."
)
_FORM = "The form of a parsed paper is described in docs/parsed-paper.md and ontology/paper.schema.json."


def papers(value: object, source: Source) -> tuple[ParsedPaper | SourceError, ...]:
    """Return the paper, or those in an array, of decoded JSON; each that is refused as its error, in its place.

    Raises SourceError with code ``schema`` for a single paper, and ``empty`` for an array without papers.
    """
    top = Place(source.file_name)

    def one(value: object, place: Place) -> ParsedPaper:
        if not (isinstance(value, dict) and "paper" in value):
            raise place.refusal("this is no parsed paper: an object with the member paper.", _FORM)
        return ParsedPaper(source, _paper(convert(value, RecordForm, place, _FORM), place))

    if not isinstance(value, list):
        return (one(value, top),)
    if not value:
        raise SourceError(source.file_name, "it holds an empty list.", code="empty", advice="Leave it out.")
    return tuple(each(value, top, one))


def _paper(record: RecordForm, place: Place) -> Paper:
    facts = record.paper
    _check_ids(facts, place.at("paper"), alone=not record.passages)
    passages = _Passages(record, place)
    header = next(iter(passages.done), None)
    participations = tuple(
        _participation(one, header, place.at("participations", index))
        for index, one in enumerate(record.participations)
    )
    _check_once([(one.role.value, one.order) for one in participations], place.at("participations"), "order")
    for index, finding in enumerate(record.findings):
        passages.named(finding.passage, place.at("findings", index, "passage"))
    return Paper(
        kind=facts.kind,
        chamber=facts.chamber,
        identifier=facts.identifier,
        session_year=facts.session_year,
        number=facts.number,
        cases=tuple(facts.cases),
        subject=_tidied(facts.subject),
        submitted=facts.submitted,
        answered=facts.answered,
        participations=participations,
        passages=passages.done,
        see_also=_span(facts.see_also, header, place.at("paper", "see_also")),
        findings=tuple(
            Finding(one.code, one.severity, tidy(one.message), one.passage or "") for one in record.findings
        ),
    )


def _check_ids(facts: PaperForm, place: Place, *, alone: bool) -> None:
    """Refuse ids of another form than their scheme's; a paper without text must have one to be called by."""
    if facts.identifier is not None and scheme_of(facts.identifier) not in (Scheme.AANHANGSEL, Scheme.KAMERVRAAG):
        raise place.at("identifier").refusal(
            f"{facts.identifier!r} is no official id of a paper with questions.",
            "It is spelt as ah-tk-20202021-3235 or kv-tk-2021Z00897; leave it out when it is unknown.",
        )
    for index, case in enumerate(facts.cases):
        if scheme_of(case) is not Scheme.CASE:
            raise place.at("cases", index).refusal(f"{case!r} is no case number.", "It is spelt as 2021Z00897.")
    # The patterns of the form let a line feed pass at the end.
    for name, text in (("session_year", facts.session_year), ("number", facts.number)):
        if text is not None and text != text.strip():
            raise place.at(name).refusal(f"{text!r} has white space around it.")
    if alone and not (facts.identifier or facts.cases):
        raise place.refusal("a paper without passages has no name.", "Give its identifier, or the number of its case.")


def _check_once(names: Sequence[object], place: Place, member: str) -> None:
    name, count = Counter(names).most_common(1)[0] if names else (None, 0)
    if count > 1:
        index = len(names) - 1 - names[::-1].index(name)
        said = " ".join(map(str, name)) if isinstance(name, tuple) else name
        raise place.at(index, member).refusal(f"{said} occurs {count} times.", "Each is given once in a paper.")


def _participation(one: ParticipationForm, header: Passage | None, place: Place) -> Participation:
    return Participation(
        role=one.role,
        order=one.order,
        name=_tidied(one.name),
        name_span=_span(one.name_span, header, place.at("name_span")),
        party=_tidied(one.party),
        party_span=_span(one.party_span, header, place.at("party_span")),
        title=one.title,
        portfolio=_tidied(one.portfolio),
        office_span=_span(one.office_span, header, place.at("office_span")),
        person=one.person.strip().lower() if one.person else None,
    )


def _span(pair: Sequence[int] | None, passage: Passage | None, place: Place) -> Span | None:
    """Return a pair of offsets as a span of a passage; raises SourceError when it is not within its text."""
    if pair is None:
        return None
    begin, end = pair
    if passage is None or not begin <= end <= len(passage.text):
        within = f"{passage.key}, which holds {len(passage.text)} characters" if passage else "a paper without passages"
        raise place.refusal(f"[{begin}, {end}] is no span of {within}.", "Spans count Unicode code points from 0.")
    return Span(begin, end)


def _tidied(text: str | None) -> str | None:
    return None if text is None else tidy(text)


class _Passages:
    """The passages of a record, checked against each other."""

    def __init__(self, record: RecordForm, place: Place) -> None:
        self._forms, self._place = record.passages, place.at("passages")
        self._keys = {one.key: index for index, one in enumerate(self._forms)}
        self._check_order()
        # Passages whose characters something counts.
        self._counted = {one.footnote_of for one in self._forms if one.mark is not None}
        spans = (one.name_span or one.party_span or one.office_span for one in record.participations)
        if record.paper.see_also or any(spans):
            self._counted.add("header")
        self._texts = [self._text(one, self._place.at(index)) for index, one in enumerate(self._forms)]
        self.done = tuple(self._passages())

    def named(self, key: str | None, place: Place) -> PassageForm | None:
        """Return the passage with this key; raises SourceError when there is none."""
        if key is None:
            return None
        if key not in self._keys:
            raise place.refusal(f"no passage has the key {key!r}.")
        return self._forms[self._keys[key]]

    def _check_order(self) -> None:
        _check_once([one.key for one in self._forms], self._place, "key")
        before, counts = 0, Counter[PassageKind]()
        for index, one in enumerate(self._forms):
            place, rank = self._place.at(index), _ORDER.index(one.kind)
            is_header = one.kind is PassageKind.HEADER
            if is_header is not (index == 0) or rank < before:
                advice = "First the header, then all questions, then all answers, then all footnotes."
                raise place.at("kind").refusal(f"a passage of kind {one.kind.value} can't stand here.", advice)
            if one.order != counts[one.kind] + (not is_header):
                advice = "Passages of a kind stand in their order and are counted from 1; the header has 0."
                raise place.at("order").refusal(f"{one.order} is not its place among its kind.", advice)
            if not (one.key == "header" if is_header else _KEY.fullmatch(one.key) and one.key.startswith(one.kind)):
                raise place.at("key").refusal(f"{one.key!r} is no key of a {one.kind.value}.", _FORM)
            if bool(tidy(one.label)) is is_header:
                raise place.at("label").refusal("the header has no label, and every other passage has one.")
            before = rank
            counts[one.kind] += 1

    def _text(self, one: PassageForm, place: Place) -> str:
        """Return the clean text of a passage; raises SourceError when that would move what is counted in it."""
        text = tidy(one.text)
        if text != one.text and (one.key in self._counted or one.pages or one.references):
            where = next(
                (at for at, pair in enumerate(zip(text, one.text, strict=False)) if len(set(pair)) > 1), len(text)
            )
            found = ascii(one.text[where : where + 1])
            raise place.at("text").refusal(f"the text is not clean: see {found} at character {where}.", _CLEAN)
        return text

    def _passages(self) -> Iterator[Passage]:
        for index, one in enumerate(self._forms):
            place, text = self._place.at(index), self._texts[index]
            passage = Passage(
                kind=one.kind,
                key=one.key,
                label=tidy(one.label),
                order=one.order,
                text=text,
                pages=self._pages(one, len(text), place.at("pages")),
                answers=self._answers(one, place.at("answers")),
                footnote_of=one.footnote_of,
                mark=self._mark(one, place),
            )
            references = (
                (_span(ref.span, passage, place.at("references", at, "span")), tidy(ref.target))
                for at, ref in enumerate(one.references)
            )
            yield replace(passage, references=tuple(Reference(span, target) for span, target in references if span))

    def _pages(self, one: PassageForm, length: int, place: Place) -> tuple[tuple[int, int], ...]:
        pages = tuple((offset, page) for offset, page in one.pages)
        offsets = [offset for offset, _ in pages]
        if offsets and (offsets[0] != 0 or offsets != sorted(offsets) or offsets[-1] > length):
            raise place.refusal("their offsets do not begin with 0 and go up within the text.")
        if any(page < 1 for _, page in pages):
            raise place.refusal("pages are counted from 1.")
        return pages

    def _answers(self, one: PassageForm, place: Place) -> tuple[str, ...]:
        if one.answers and one.kind is not PassageKind.ANSWER:
            raise place.refusal(f"a passage of kind {one.kind.value} answers nothing.")
        for index, key in enumerate(one.answers):
            question = self.named(key, place.at(index))
            if question is None or question.kind is not PassageKind.QUESTION:
                raise place.at(index).refusal(f"{key!r} is no question.")
        return tuple(one.answers)

    def _mark(self, one: PassageForm, place: Place) -> int | None:
        of = self.named(one.footnote_of, place.at("footnote_of"))
        if of is not None and one.kind is not PassageKind.FOOTNOTE:
            raise place.at("footnote_of").refusal(f"a passage of kind {one.kind.value} is no footnote.")
        if one.mark is None:
            return None
        if of is None or one.mark > len(self._texts[self._keys[of.key]]):
            raise place.at("mark").refusal("it is not within the text of the passage that footnote_of names.")
        return one.mark
