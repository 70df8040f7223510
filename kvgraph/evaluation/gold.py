"""Gold facts as people wrote them down: one JSON file per document, read and checked, and the facts in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from kvgraph.evaluation import sameness
from kvgraph.model import Source, SourceError
from kvgraph.sources.json.text import Place, convert, decode

KEYS = "institution_keys.tsv"
"""The name of the list of institution keys that the readers could use; it stands in the folder or beside it."""

Facts = Mapping[str, frozenset[str]]
"""The facts of one document, by field."""

Official = Literal[
    "kamerstuk", "aanhangsel", "kamervraag", "tk-document", "handelingen", "staatsblad", "staatscourant",
    "tractatenblad", "ecli", "eu-act", "eu-com", "eu-council", "un",
]  # fmt: skip
Legal = Literal["law", "treaty"]
Other = Literal["news", "report", "web"]

_OFFICIAL, _LEGAL = frozenset(get_args(Official)), frozenset(get_args(Legal))
_ADVICE = "Give every key of the annotation guide, with null or [] where the document says nothing."


class GoldError(Exception):
    """There is nothing to compare with: no such folder or file, no gold file in it, or a list that can't be read."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, with the party as printed; any of the ids is the right one, none where the reader knew none."""

    name: str
    party: str | None = None
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """An office that is asked or answers; the name of who holds it where it is printed."""

    role: Literal["Minister", "Minister voor", "Staatssecretaris", "Minister-President"]
    portfolio: str
    name: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that is cited; only those with an official id, laws and treaties are compared."""

    kind: Official | Legal | Other
    text: str
    id: str | None = None
    law: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """What one document says, as its readers found it; ``doc`` is its file name, ``skip`` names fields it can't decide.

    Members that are not named here, such as notes, are for people.
    """

    doc: str
    kind: Literal["answer", "question", "oral-question", "postponement"]
    identifier: str | None
    session_year: str | None
    number: str | None
    case_numbers: tuple[str, ...]
    questioners: tuple[Asker, ...]
    addressees: tuple[OfficeHolder, ...]
    respondents: tuple[OfficeHolder, ...]
    on_behalf_of: tuple[OfficeHolder, ...]
    subject: str | None
    date_submitted: date | None
    date_answered: date | None
    see_also: tuple[str, ...]
    questions: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    footnotes: int
    institutions: tuple[str, ...]
    citations: tuple[Citation, ...]
    urls: tuple[str, ...]
    skip: tuple[str, ...] = ()

    def facts(self) -> Facts:
        """Return the facts of each field that the document decides, in the order of the fields."""
        found: dict[str, set[str]] = {
            "kind": {self.kind},
            "identifier": set(map(sameness.identifier, _stated(self.identifier))),
            "session_year": set(map(sameness.text, _stated(self.session_year))),
            "number": set(map(sameness.text, _stated(self.number))),
            "case_numbers": set(map(sameness.identifier, self.case_numbers)),
            "subject": set(map(sameness.text, _stated(self.subject))),
            "date_submitted": {self.date_submitted.isoformat()} if self.date_submitted else set(),
            "date_answered": {self.date_answered.isoformat()} if self.date_answered else set(),
            "questioners": {sameness.name(one.name, sameness.text(one.party or "")) for one in self.questioners},
            "questioner_links": {sameness.name(one.name, *one.ids) for one in self.questioners if one.ids},
            "addressees": {sameness.office(one.role, one.portfolio) for one in self.addressees},
            "respondents": {
                sameness.name(one.name, sameness.office(one.role, one.portfolio)) for one in self.respondents
            },
            "respondent_links": {sameness.name(one.name, *one.ids) for one in self.respondents if one.ids},
            "on_behalf_of": {sameness.office(one.role, one.portfolio) for one in self.on_behalf_of},
            "see_also": set(map(sameness.identifier, self.see_also)),
            "questions": set(map(sameness.text, self.questions)),
            "answers": {"+".join(sorted(map(sameness.text, labels))) for labels in self.answers},
            "footnotes": {str(self.footnotes)} if self.footnotes else set(),
            # A reader who had no key for a body wrote its name behind "new:"; the graph has a key of its own for it.
            "institutions": {sameness.text(key) for key in self.institutions if not key.startswith("new:")},
            "citations": {sameness.identifier(one.id) for one in self.citations if one.id and one.kind in _OFFICIAL},
            "laws": {sameness.text(one.law or one.text) for one in self.citations if one.kind in _LEGAL},
            "urls": set(map(sameness.url, self.urls)),
        }
        return {field: frozenset(facts) for field, facts in found.items() if field not in self.skip}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder of gold files gave: the documents, the files that can't be used, and the keys of institutions.

    ``keys`` is None where the readers had no list: then every institution is judged.
    """

    gold: tuple[Gold, ...]
    set_aside: tuple[SourceError, ...]
    keys: frozenset[str] | None


def read(path: Path, keys: Path | None = None) -> Reading:
    """Return what a gold file, or a folder of them (``*.json``, those in folders below it not), says.

    ``keys`` is a table whose first column holds the keys of institutions that the readers could use; by default it is
    ``institution_keys.tsv`` in the folder or beside it, where there is one. One bad file doesn't stop the others: it is
    in ``set_aside`` with the reason. Raises GoldError when there is nothing to read.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path] if path.is_file() else []
    if not files:
        reason = "there is no JSON file in this folder" if path.is_dir() else "there is no such file or folder"
        raise GoldError(f"{path}: {reason}. Name a folder with one JSON file of gold facts per document.")
    gold: dict[str, Gold] = {}
    set_aside = []
    for file in files:
        try:
            one = _read(file)
            if one.doc in gold:
                reason = f"another file holds the facts of {one.doc}."
                raise Place(str(file), "$.doc").refusal(reason, "Keep one of them.")
            gold[one.doc] = one
        except SourceError as error:
            set_aside.append(error)
    folder = path if path.is_dir() else path.parent
    return Reading(tuple(gold.values()), tuple(set_aside), _keys(folder, keys))


def _read(file: Path) -> Gold:
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = f"it can't be read ({error.strerror or error})."
        raise SourceError(str(file), reason, code="unreadable", advice="Check that it may be read.") from error
    source = Source(str(file), sha256(data).hexdigest(), "application/json")
    return convert(decode(data, source), Gold, Place(str(file)), _ADVICE)


def _keys(folder: Path, named: Path | None) -> frozenset[str] | None:
    file = named or next((one for one in (folder / KEYS, folder.parent / KEYS) if one.is_file()), None)
    if file is None:
        return None
    try:
        _, *rows = file.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:  # the second for what is no UTF-8, or has no row of titles
        raise GoldError(f"{file}: the list of institution keys can't be read ({error}).") from error
    return frozenset(sameness.text(row.partition("\t")[0]) for row in rows)


def _stated(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
