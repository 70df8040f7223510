"""Official XML of the parliament (officiele-publicatie, kamervragen; also the older vraagdoc) to lines and notes.

The vocabulary is that of the schema op-xsd of officielebekendmakingen.nl; an element that is not in the tables below
is read as running text where it stands in the middle of text, and as a paragraph where it stands between paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from kvgraph import dates
from kvgraph.model import Document, Finding, Severity, Source, SourceError
from kvgraph.sources.cleaning import clean
from kvgraph.sources.markup import xml
from kvgraph.sources.markup.flow import Flow, Labels, speaks
from kvgraph.sources.markup.metadata import official_id

_PAPER = frozenset("kamervragen vraagdoc vragen vraag antwoord kamervraagomschrijving".split())
_LEFT_OUT = frozenset("metadata meta colspec spanspec sys.gegevens".split())
# What is one paragraph: all that is in it is running text, but for what breaks it.
_PARAGRAPHS = frozenset(
    """al noot.al considerans.al context.al kamervraagomschrijving omschr kamervraagnummer vraagnummer nr nummer kop
    titel subtitel tussenkop tuskop title bijschrift functie wat""".split()
)
# What is never part of a paragraph, even where it stands in one.
_BREAKS = frozenset(
    """al al-groep antwoord bijlage box definitie-item definitielijst divisie kamervraagkop kamervraagomschrijving
    kamervraagopmerking li lijst noot.al noot.li noot.lijst omschr row table tbody tgroup thead toelicht tussenkop
    tuskop vraag witreg""".split()
)
_RUNNING = frozenset("br nadruk sup inf extref intref extref-groep intref-groep datum organisatie".split())
# Elements of nothing but parts: a blank stands between them, whatever white space the source has.
_OF_PARTS = frozenset("naam kop dossiernummer".split())
# What stands before a paragraph, on its line.
_BEFORE = frozenset("li.nr lidnr term".split())
_NOTES = frozenset("noot nootref".split())
_NOTE_NUMBERS = frozenset("noot.nr nr".split())
# A note in one of these stands in a list of notes; in any other element it stands where its mark is printed.
_LISTS_OF_NOTES = frozenset("kamervragen vraagdoc vragen reactie officiele-publicatie noten noot-groep backm".split())
_ASKS = frozenset("vraag antwoord".split())


def read(data: bytes, source: Source) -> Document:
    """Return the lines of a paper in official XML, with its notes and the publisher's references.

    Raises SourceError with code ``too-large``, ``markup`` or ``entities`` (see ``markup``), ``not-a-paper`` (XML
    without questions, such as another parliamentary paper) or ``empty``.
    """
    xml.check_size(data, source)
    root = xml.parse(data, source)
    xml.check_elements(root, source)
    if not any(xml.name(element) in _PAPER for element in root.iter(etree.Element)):
        reason = f"it is official XML without parliamentary questions (its root is {xml.name(root)})."
        raise SourceError(source.file_name, reason, code="not-a-paper", advice="Leave it out.")
    flow = _Reader(root).read()
    if not flow.has_text():
        raise SourceError(source.file_name, "it holds no text.", code="empty", advice="Get the paper again.")
    return Document(
        source,
        flow.lines(),
        flow.notes(),
        sure_lines=True,
        named=official_id(_stated(root)),
        findings=tuple(_misdated(root)),
    )


def _misdated(root: etree._Element) -> Iterator[Finding]:
    """Yield a finding for each date that the publisher states otherwise than it is printed; what is printed stands."""
    for element in _called(root, "datum"):
        printed, stated = dates.read(xml.text_of(element)), element.get("isodatum") or ""
        if printed and stated and printed.isoformat() != stated.strip():
            message = f"The publisher states the date {stated.strip()} where {printed.isoformat()} is printed."
            yield Finding("date-differs", Severity.WARNING, message)


def _stated(root: etree._Element) -> Iterable[tuple[str, str]]:
    for element in root.iter(etree.Element):
        if xml.name(element) == "meta":
            yield element.get("name") or "", element.get("content") or ""


@dataclass(slots=True)
class _Open:
    """An element that is being read.

    ``running`` says that what is in it is running text, ``block`` that it begins and ends a paragraph, ``mixed`` that
    it holds text beside elements. ``label`` is what its structure says of its lines, ``loose`` that its first
    paragraph may be a label all the same, ``number`` what prints its label.
    """

    name: str
    running: bool = False
    block: bool = False
    label: bool | None = None
    loose: bool = False
    mixed: bool = False
    number: etree._Element | None = None
    reference: bool = False
    silent: bool = False
    parts: int = 0


class _Reader:
    """Walks a paper and fills a flow."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._flow = Flow()
        self._path: list[_Open] = [_Open("")]
        self._rows = 0
        self._goes_on = False
        self._notes = {note: f"{index}" for index, note in enumerate(_called(root, "noot"))}
        self._keys = {
            name: key for note, key in self._notes.items() for name in (note.get("id"), note.get("nr")) if name
        }
        self._referred = {self._key_of(ref) for ref in _called(root, "nootref")}
        self._labels = Labels(numbered=any(_number(asked) is not None for asked in _called(root, "vraag")))

    def read(self) -> Flow:
        for step, element, text in xml.walk(self._root, self._skip):
            if step == "text":
                self._text(text)
            elif step == "start":
                self._start(element, xml.name(element))
            else:
                self._end()
        self._flow.end()
        return self._flow

    def _skip(self, element: etree._Element) -> bool:
        name = xml.name(element)
        return name in _LEFT_OUT or (name in _NOTE_NUMBERS and self._path[-1].name == "noot")

    def _key_of(self, ref: etree._Element) -> str | None:
        """Return the key of the note that a reference is to, by its id or its printed number."""
        return self._keys.get(ref.get("refid") or ref.get("nr") or "")

    def _text(self, text: str) -> None:
        here = self._path[-1]
        blank = text.isspace()
        if here.silent or (blank and here.name in _OF_PARTS):
            return
        self._flow.text(text)
        self._goes_on = self._goes_on and blank

    # --- beginnings ----------------------------------------------------------------------------------------------

    def _start(self, element: etree._Element, name: str) -> None:
        parent = self._path[-1]
        if name == "noot":
            self._begin_note(element, parent)
            return
        if parent.name in _OF_PARTS and parent.parts:
            self._flow.text(" ")
        parent.parts += 1
        opened = _Open(name, silent=parent.silent)
        opened.block = _is_block(name, parent)
        opened.running = name in _PARAGRAPHS or not opened.block
        opened.mixed = not opened.running and _is_mixed(element)
        opened.label = None if name in ("kamervraagopmerking", "toelicht") else parent.label
        if opened.block:
            self._break(parent.label)
            if parent.loose:
                opened.label, parent.loose = None, False
        self._rows += name == "row"
        self._path.append(opened)
        self._begin(element, opened, parent)

    def _begin(self, element: etree._Element, opened: _Open, parent: _Open) -> None:
        """Do what an element asks for beside being a paragraph or running text."""
        if opened.name in _ASKS:
            self._begin_asking(element, opened)
        elif element is parent.number:
            opened.label = True
            self._flow.text(self._labels.word_before(parent.name, _printed(element)))
        elif opened.name == "extref" and (target := (element.get("doc") or "").strip()):
            opened.reference = True
            self._flow.begin_reference(target)
        elif opened.name == "nootref" and (key := self._key_of(element)):
            opened.silent = True
            self._flow.mark(key)
        elif opened.name == "br":
            self._flow.line_break()

    def _begin_asking(self, element: etree._Element, opened: _Open) -> None:
        opened.label, opened.number = False, _number(element)
        if opened.number is not None:
            return
        first = next(iter(element.iterchildren(etree.Element)), None)
        if first is not None and xml.name(first) in _PARAGRAPHS and speaks(_printed(first)):
            opened.loose = True
            self._labels.word_before(opened.name, "")
        elif label := self._labels.unprinted(opened.name):
            self._flow.text(label)
            self._flow.end(label=True)

    def _begin_note(self, element: etree._Element, parent: _Open) -> None:
        key = self._notes[element]
        if key not in self._referred and parent.name not in _LISTS_OF_NOTES:
            self._flow.mark(key)
        self._flow.begin_note(key)
        self._path.append(_Open("noot", running=_is_mixed(element)))

    def _break(self, label: bool | None) -> None:
        """End the paragraph where another one begins; in a row, and behind the number of an item, it goes on."""
        if self._rows or self._goes_on:
            self._flow.text(" ")
        else:
            self._flow.end(label)

    # --- ends ----------------------------------------------------------------------------------------------------

    def _end(self) -> None:
        closed = self._path.pop()
        if closed.reference:
            self._flow.end_reference()
        if closed.name == "noot":
            self._flow.end_note()
        elif closed.name in _BEFORE:
            self._flow.text(" ")
            self._goes_on = True
        elif closed.name == "tekstregel":
            self._flow.line_break()
        elif closed.block:
            self._rows -= closed.name == "row"
            self._goes_on = False
            self._break(closed.label)


def _called(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter(etree.Element) if xml.name(element) == name]


def _is_block(name: str, parent: _Open) -> bool:
    if name in _BREAKS:
        return True
    if parent.running or name in _RUNNING or name in _BEFORE or name == "tekstregel":
        return False
    return name in _PARAGRAPHS or not parent.mixed


def _is_mixed(element: etree._Element) -> bool:
    """Tell whether text stands in an element itself, not only in those that are in it."""
    return any(isinstance(piece, str) and not piece.isspace() for piece in xml.pieces(element))


def _number(element: etree._Element) -> etree._Element | None:
    """Return what prints the label of a question or an answer, if it does."""
    for child in element.iterchildren(etree.Element):
        if xml.name(child) in ("nr", "nummer") and speaks(_printed(child)):
            return child
    return None


def _printed(element: etree._Element) -> str:
    """Return the text of a label or a paragraph, without notes and without what breaks it."""
    return clean(xml.text_of(element, lambda one: xml.name(one) in _BREAKS or xml.name(one) in _NOTES))
