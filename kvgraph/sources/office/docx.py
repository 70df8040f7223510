"""Word documents (DOCX): the body as paragraphs, the letterhead of the first page above it, footnotes as real notes.

ISO/IEC 29500, part 1 (WordprocessingML) and part 2 (packages), transitional and strict.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from kvgraph.model import Document, Line, Note, Source, SourceError
from kvgraph.sources.markup import xml
from kvgraph.sources.office.elements import attribute, child, children
from kvgraph.sources.office.packed import Package
from kvgraph.sources.office.word_story import Story
from kvgraph.sources.office.word_styles import Labels, Lists, Styles, is_on
from kvgraph.sources.paragraphs import separated

_EMPTY = "Leave it out, or get the paper again; text in a picture can't be read."
_NOT_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the package, with what it refers to: for each relationship its kind and its target."""

    root: etree._Element
    relations: Mapping[str, tuple[str, str]]
    targets: Mapping[str, str]

    def related(self, kind: str) -> str | None:
        """Return the name of the part that stands in a relationship, if there is one."""
        return next((target for what, target in self.relations.values() if what == kind), None)


@dataclass(frozen=True, slots=True)
class _NotesPart:
    """The notes of one kind by their id, and the addresses that links in them lead to."""

    notes: Mapping[str, etree._Element]
    targets: Mapping[str, str]


@dataclass(slots=True)
class _Notes:
    """The notes in order of their first mark; ``parts`` holds the part of each kind."""

    parts: Mapping[str, _NotesPart]
    styles: Styles
    lists: Lists
    notes: list[Note] = field(default_factory=list)
    _numbers: dict[tuple[str, str], int | None] = field(default_factory=dict)

    def number(self, kind: str, name: str) -> int | None:
        """Return the number of a note; None when it has no text."""
        if (kind, name) not in self._numbers:
            lines = separated(self._read(kind, name))
            self._numbers[kind, name] = len(self.notes) + 1 if lines else None
            if lines:
                self.notes.append(Note(len(self.notes) + 1, lines))
        return self._numbers[kind, name]

    def _read(self, kind: str, name: str) -> list[list[Line]]:
        part = self.parts.get(kind)
        one = part.notes.get(name) if part is not None else None
        if part is None or one is None:
            return []
        return Story(self.styles, Labels(self.lists), part.targets).read(one)


def read(data: bytes, source: Source) -> Document:
    """Return the paragraphs of a Word document as lines, with its footnotes and endnotes as notes.

    Numbers of automatic lists, footnotes and page headers come out as Word prints them; deleted and hidden text,
    comments and the numbers of pages do not. Raises SourceError with code ``damaged``, ``encrypted``, ``too-large``,
    ``markup`` or ``entities`` (see ``packed`` and ``markup``), or ``empty``.
    """
    package = Package(data, source)
    document = _part(package, _main(package))
    if xml.name(document.root) != "document":
        reason = f"its main part is a {etree.QName(document.root).localname}, no text document."
        raise SourceError(source.file_name, reason, code="markup", advice="Save it as DOCX, ODT or PDF.")
    styles = Styles(_root(package, document.related("styles")))
    lists = Lists(_root(package, document.related("numbering")), styles)
    parts = {
        kind: _notes_part(_part(package, name), kind)
        for kind in ("footnote", "endnote")
        if (name := document.related(f"{kind}s")) is not None and package.has(name)
    }
    notes = _Notes(parts, styles, lists)
    body = Story(styles, Labels(lists), document.targets, notes.number).read(document.root)
    head = _head(package, document, styles, lists)
    lines = separated([*_not_repeated(head, body), *body])
    if not lines:
        raise SourceError(source.file_name, "it holds no text.", code="empty", advice=_EMPTY)
    return Document(source, lines, notes=tuple(notes.notes), sure_lines=True)


def _notes_part(part: _Part, kind: str) -> _NotesPart:
    notes = children(part.root, kind)
    by_id = {attribute(one, "id") or "": one for one in notes if attribute(one, "type") not in _NOT_NOTES}
    return _NotesPart(by_id, part.targets)


def _head(package: Package, document: _Part, styles: Styles, lists: Lists) -> list[list[Line]]:
    """Return the paragraphs of the header of the first page: letterheads stand there (section 17.10)."""
    section = next((one for one in document.root.iter() if xml.name(one) == "sectpr"), None)
    wanted = "first" if is_on(child(section, "titlepg")) else "default"
    for one in children(section, "headerreference"):
        if (attribute(one, "type") or "default") == wanted:
            _, target = document.relations.get(attribute(one, "id") or "", ("", ""))
            if package.has(target):
                part = _part(package, target)
                return Story(styles, Labels(lists), part.targets).read(part.root)
    return []


def _not_repeated(head: list[list[Line]], body: list[list[Line]]) -> list[list[Line]]:
    said = {line.text for paragraph in body for line in paragraph}
    return [paragraph for paragraph in head if not said.issuperset(line.text for line in paragraph)]


# --- parts of the package ----------------------------------------------------------------------------------------


def _main(package: Package) -> str:
    """Return the name of the main part: the package says so (part 1, section 11.3.10), whatever it is called."""
    relations = _relations(package, "").values()
    found = next((target for kind, target in relations if kind == "officeDocument"), None)
    return found or "word/document.xml"


def _part(package: Package, name: str) -> _Part:
    relations = _relations(package, name)
    targets = {key: target for key, (kind, target) in relations.items() if kind == "hyperlink"}
    return _Part(package.xml(name), relations, targets)


def _root(package: Package, name: str | None) -> etree._Element | None:
    return package.xml(name) if name is not None and package.has(name) else None


def _relations(package: Package, name: str) -> dict[str, tuple[str, str]]:
    """Return what a part refers to: by id the kind, which its strict and transitional form share, and the target."""
    folder, _, file = name.rpartition("/")
    part = posixpath.join(folder, "_rels", f"{file}.rels")
    relations: dict[str, tuple[str, str]] = {}
    for one in children(_root(package, part)):
        target = attribute(one, "Target") or ""
        if attribute(one, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        relations[attribute(one, "Id") or ""] = (attribute(one, "Type") or "").rpartition("/")[2], target
    return relations
