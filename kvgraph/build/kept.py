"""What is kept of a source in a row of the database: columns to sort and choose by, the rest as MessagePack."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import msgpack
from pyoxigraph import RdfFormat, parse

from kvgraph.build.analyse import analyse
from kvgraph.build.merging import Facts
from kvgraph.build.outcome import Built, Noted, SetAside
from kvgraph.build.threads import asked
from kvgraph.model import Analysis, PaperKind, Severity, Source
from kvgraph.sources import forms
from kvgraph.sources.json.parsed_form import printed
from kvgraph.statements import Referred

if TYPE_CHECKING:
    from kvgraph.validation import Result

COLUMNS: Mapping[str, str] = {
    "graph": "TEXT",
    "is_record": "INTEGER",
    "form": "INTEGER",
    "statements": "INTEGER",
    "sha256": "TEXT",
    "file_name": "TEXT",
    "media_type": "TEXT",
    "paper": "TEXT",
    "kind": "TEXT",
    "lines": "TEXT",
    "asked": "BLOB",
    "cases": "TEXT",
    "facts": "BLOB",
    "referred": "BLOB",
    "noted": "BLOB",
    "results": "BLOB",
    "record": "BLOB",
}
"""The columns of a source that gave a paper, with their types, but for its lines."""

ORDER = ("graph", "is_record", "form", "statements DESC", "sha256", "file_name")
"""Papers by their graph; of one paper text before metadata, by form, by how much they say, by what stays."""

_OFFICIAL_FIRST = tuple(
    form.media_type
    for form in (forms.OFFICIAL_XML, forms.HTML, forms.PDF, forms.ODT, forms.DOCX, forms.DOC, forms.TEXT, forms.JSON)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A source of a paper, as it is kept: what is packed is unpacked when it is asked for.

    ``lines`` is the SHA-256 of its lines, ``content`` that of those of them that don't depend on the file, where there
    are other sources of the paper to compare it with. ``asked`` is that of what its header says of the questions.
    ``cases`` are divided by spaces.
    """

    number: int
    graph: str
    is_record: int
    form: int
    statements: int
    sha256: str
    file_name: str
    media_type: str
    paper: str
    kind_name: str
    lines: str
    asked: bytes | None
    case_list: str
    _facts: bytes
    _referred: bytes
    _noted: bytes | None
    _results: bytes | None
    _record: bytes | None
    content: bytes = b""

    @property
    def kind(self) -> PaperKind:
        """What the paper is."""
        return PaperKind(self.kind_name)

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases that it prints."""
        return tuple(self.case_list.split())

    @property
    def facts(self) -> Facts:
        """What it says of the paper."""
        return msgpack.decode(self._facts, type=Facts)

    @property
    def referred(self) -> Referred:
        """What in the registers it refers to."""
        return msgpack.decode(self._referred, type=Referred)

    @property
    def noted(self) -> tuple[Noted, ...]:
        """What was noticed while it was read."""
        return msgpack.decode(self._noted, type=tuple[Noted, ...]) if self._noted else ()

    @property
    def results(self) -> tuple[Result, ...]:
        """What the shapes found in it."""
        if not self._results:
            return ()
        from kvgraph.validation import Result

        return tuple(
            Result(
                one.graph, _term(one.focus), one.path, _term(one.value) if one.value else None, one.component,
                one.severity, one.shape, one.message_nl, one.message_en,
            )
            for one in msgpack.decode(self._results, type=list[_Found])
        )  # fmt: skip

    @property
    def record(self) -> Analysis | None:
        """The analysis of a source that gives nothing but metadata."""
        if self._record is None:
            return None
        source = Source(self.file_name, self.sha256, self.media_type)
        [content] = forms.JSON.read(self._record, source)
        return analyse(content)


class _Found(NamedTuple):
    """A result with its terms as N-Triples text."""

    graph: str
    focus: str
    path: str | None
    value: str | None
    component: str
    severity: Severity
    shape: str
    message_nl: str
    message_en: str


def row(built: Built) -> tuple[object, ...]:
    """Return the values of the columns for a source that gave a paper."""
    facts, segment = built.facts, built.segment
    return (
        built.graph,
        built.record is not None,
        _OFFICIAL_FIRST.index(built.media_type),
        segment.statements,
        built.sha256,
        built.file_name,
        built.media_type,
        built.paper,
        facts.kind.value,
        segment.sha256,
        asked(facts),
        " ".join(facts.cases),
        msgpack.encode(facts),
        msgpack.encode(built.referred),
        msgpack.encode(built.noted) if built.noted else None,
        msgpack.encode([_plain(one) for one in built.results]) if built.results else None,
        _printed(built.record) if built.record else None,
    )


def refusal(one: SetAside) -> bytes:
    """Return what is kept of a source that was set aside."""
    return msgpack.encode(one)


def set_aside(kept: bytes) -> SetAside:
    """Return what was kept of a source that was set aside."""
    return msgpack.decode(kept, type=SetAside)


def _printed(record: Analysis) -> bytes:
    return json.dumps(printed(record.source, record.paper), ensure_ascii=False).encode()


def _plain(one: Result) -> _Found:
    value = None if one.value is None else str(one.value)
    told = (one.component, one.severity, one.shape, one.message_nl, one.message_en)
    return _Found(one.graph, str(one.focus), one.path, value, *told)


def _term(text: str) -> Any:
    """Return a term of its N-Triples text."""
    [quad] = parse(f"<x:s> <x:p> {text} .", RdfFormat.N_TRIPLES)
    return quad.object
