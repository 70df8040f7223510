"""Who is who: one row for one person, from sources that know the same people under several names and ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kvgraph.registers.names import fold, slug
from remaking.sources import SINCE, Report, Row, own, table

HEADER = "key name given prefix family initials aliases tk_id wikidata birth_year gender".split()
_ACADEMIC = re.compile(r"\b(?:prof|mr|drs|dr|ir|ing)\.\s*|\s(?:MSc|MA|MPA|LLM)\b")
_PARTICLES = frozenset("van von de der den ten ter tot te in op aan 't ’t du la le".split())
_WITHIN = _PARTICLES | {""}
_PRINTED = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<note>[^()]*)\)\s*(?P<rest>[^()]*))?$")
_INITIALS = re.compile(r"((?:[A-Z][a-z]{0,2}\.\s?)+)\s*(.+)")


@dataclass(slots=True)
class Draft:
    """A person in the making."""

    key: str
    name: str = ""
    given: str = ""
    prefix: str = ""
    family: str = ""
    initials: str = ""
    tk_id: str = ""
    wikidata: str = ""
    birth_year: str = ""
    gender: str = ""
    aliases: list[str] = field(default_factory=list)

    @property
    def surname(self) -> str:
        """Return the surname with its prefix."""
        return f"{self.prefix} {self.family}".strip()

    def fill(self, other: Draft) -> None:
        """Take over what is missing here; another surname becomes an alias."""
        if fold(other.surname) != fold(self.surname) and fold(other.surname) not in map(fold, self.aliases):
            self.aliases.append(other.surname)
        for name in ("initials", "tk_id", "wikidata", "birth_year", "gender"):
            if not getattr(self, name):
                setattr(self, name, getattr(other, name))

    def cells(self) -> list[str]:
        """Return the row of the table."""
        cells = {name: getattr(self, name) for name in HEADER if name != "aliases"}
        return [cells.get(name, "|".join(sorted(self.aliases))) for name in HEADER]


class Persons:
    """The people, and how to find them by any of their ids, keys and names."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}
        self._same: dict[str, str] = {}
        self._by_id: dict[str, str] = {}

    def __getitem__(self, key: str) -> Draft:
        """Return the person whom a source knows by this key; KeyError when none does."""
        return self.drafts[self.key(key)]

    def key(self, key: str) -> str:
        """Return the key that stands for this one in the register."""
        while key in self._same:
            key = self._same[key]
        return key

    def add(self, draft: Draft) -> None:
        """Add a person."""
        self.drafts[draft.key] = draft
        self.note_ids(draft)

    def note_ids(self, draft: Draft) -> None:
        """Make a person known by the ids that they have."""
        for identifier in (draft.tk_id, draft.wikidata):
            if identifier:
                self._by_id.setdefault(identifier, draft.key)

    def merge(self, key: str, into: str) -> None:
        """Make one person of two."""
        key, into = self.key(key), self.key(into)
        if key != into:
            self.drafts[into].fill(self.drafts.pop(key))
            self._same[key] = into
            self.note_ids(self.drafts[into])

    def with_id(self, identifier: str) -> Draft | None:
        """Return who has this GUID or Wikidata item."""
        return self[self._by_id[identifier]] if identifier in self._by_id else None

    def named(self, given: str, surname: str, initials: str = "") -> list[Draft]:
        """Return who has this surname and, where they are given, this first name or these initials."""
        return [
            draft
            for draft in self.drafts.values()
            if fold(surname) in (fold(draft.surname), fold(draft.family), *map(fold, draft.aliases))
            and (not given or fold(given) == fold(draft.given) or not draft.given)
            and (not initials or not draft.initials or _letters(initials) == _letters(draft.initials))
        ]


def gather(sources: Path, report: Report) -> Persons:
    """Return the persons of all sources, merged; with those who never held a seat or an office since the start."""
    people = Persons()
    for row in table(sources / "persons.csv"):
        people.add(_draft(row))
    for row in own("same"):
        people.merge(row["key"], row["is"])
    for row in own("persons"):
        _correct(people, row)
    _merge_equals(people, report)
    for name in ("kamerleden", "bewindspersonen"):
        _add_openkamer(people, table(sources / "more" / f"{name}.tsv"), report)
    _merge_equals(people, report)
    for name in ("indieners", "gericht_aan"):
        _check_printed(people, table(sources / "more" / f"{name}.tsv"), report)
    return people


def split_name(full: str, family: str) -> tuple[str, str, str]:
    """Return given name, prefix and family name, from the full name and what a source holds for the family name."""
    words = _ACADEMIC.sub(" ", full).split()
    last = family.split()[-1:] or words[-1:]
    first_of_family = next((word for word in family.split() if word.lower() not in _PARTICLES), last[0])
    at = max((n for n, word in enumerate(words) if first_of_family in word), default=len(words) - 1)
    start = _prefix(words, at)
    if start > 1 and re.fullmatch(r".+-[a-z]*", words[start - 1]) and words[start - 1].rpartition("-")[2] in _WITHIN:
        at = start - 1  # Ross-van Dorp, Blanksma-van den Heuvel
        start = _prefix(words, at)
    return " ".join(words[:start]), " ".join(words[start:at]).lower(), " ".join(words[at:])


def _prefix(words: list[str], at: int) -> int:
    """Return where the prefix before the word at a place begins."""
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return at


def _draft(row: Row) -> Draft:
    given, prefix, family = split_name(row["full_name"], row["family"])
    name = " ".join(part for part in (given, prefix, family) if part)
    given = "" if _INITIALS.match(f"{given} x") else given
    return Draft(
        row["person"],
        name,
        given,
        prefix,
        family,
        row["initials"],
        row["tk_guid"],
        row["wikidata"],
        row["birth_year"],
        row["gender"],
    )


def _merge_equals(people: Persons, report: Report) -> None:
    """Merge who share an id, or name and year of birth."""
    seen: dict[str, str] = {}
    for draft in sorted(people.drafts.values(), key=lambda one: (not one.tk_id, not one.wikidata, one.key)):
        marks = [draft.tk_id, draft.wikidata]
        if draft.birth_year:
            marks.append(f"{fold(draft.name)} {draft.birth_year}")
        for mark in filter(None, marks):
            other = people.key(seen.setdefault(mark, draft.key))
            if other != people.key(draft.key):
                report.say("One person under two keys, merged", f"{draft.key} is {other} ({mark})")
                people.merge(draft.key, other)


def _add_openkamer(people: Persons, rows: Iterable[Row], report: Report) -> None:
    """Fill ids and initials from a source with names, GUID and Wikidata item; add who is not there yet.

    That source found its GUIDs by name: one that belongs to somebody with another name is not used.
    """
    for row in rows:
        if row["tot"] and row["tot"] < SINCE:
            continue
        given, prefix, family = split_name(row["naam"], row.get("surname", "") or row["naam"])
        draft = Draft("", row["naam"], given, prefix, family, row["initials"], row["tk_id"], row["wikidata"])
        named = people.named(given, draft.surname, "" if given else draft.initials)
        by_name = named[0] if len(named) == 1 else None
        by_item, by_guid = people.with_id(draft.wikidata), people.with_id(draft.tk_id)
        if by_guid and (by_guid is not by_name if by_name else not _may_be_one(by_guid, draft)):
            report.say("GUID of somebody else, not used", f"{draft.name} has that of {by_guid.key}")
            by_guid, draft.tk_id = None, ""
        if by_item and by_guid and by_item.key != by_guid.key:
            report.say("One person under two keys, merged", f"{by_item.key} is {by_guid.key} ({draft.name})")
            people.merge(by_item.key, by_guid.key)
            by_item = by_guid
        found = by_item or by_name or by_guid
        if found is None:
            draft.key = "-".join(filter(None, (slug(family), slug(draft.initials.replace(".", "")))))
            people.add(draft)
            continue
        if found.tk_id and draft.tk_id and found.tk_id != draft.tk_id:
            report.say("Two GUIDs for one person", f"{found.key}: {found.tk_id}, not {draft.tk_id}")
        words = found.given.split()
        formal = len(words) > 1 and len(words) == len(_letters(found.initials))
        if formal and given and fold(given.split()[0]) != fold(words[0]):
            found.given = given  # the first name in use, for all those in the passport
            found.name = f"{given} {found.surname}"
        draft.prefix, draft.family = found.prefix, found.family
        found.fill(draft)
        people.note_ids(found)


def _may_be_one(one: Draft, other: Draft) -> bool:
    """Tell whether two rows with the same GUID may be one person: first name or initials, and a part of the surname."""
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return False
    if fold(one.given) != fold(other.given) and _letters(one.initials) != _letters(other.initials):
        return False
    parts = [set(re.split(r"[\s-]+", fold(draft.family))) - _PARTICLES for draft in (one, other)]
    return bool(parts[0] & parts[1])


def _correct(people: Persons, row: Row) -> None:
    """Apply a row of our own facts: its cells win (``-`` is empty), its aliases are added; a new key, a new person."""
    key = people.key(row["key"])
    if key not in people.drafts:
        people.add(Draft(key))
    draft = people.drafts[key]
    for name in HEADER:
        if row[name] and name not in ("key", "aliases"):
            setattr(draft, name, "" if row[name] == "-" else row[name])
    draft.aliases += [alias for alias in row["aliases"].split("|") if alias and alias not in draft.aliases]
    people.note_ids(draft)


def _check_printed(people: Persons, rows: Iterable[Row], report: Report) -> None:
    """Fill initials from names as the Kamer prints them; report names that nobody has."""
    for row in rows:
        splits = list(_printed(row["naam"]))
        found = next((same for split in splits if (same := people.named(*split))), None)
        found = found or next((same for _, surname, _ in splits if (same := people.named("", surname))), [])
        if len(found) == 1 and not found[0].initials:
            found[0].initials = splits[0][2]
        if not found:
            report.say("Asked or was asked, and is in no register", row["naam"])


def _printed(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield given name, surname and initials of ``Renske Leijten (R.M.)``, ``J. Wuite``, ``R.A. (Rik) Janssen``."""
    match = _PRINTED.match(name)
    if not match:
        return
    plain, note, rest = match["name"], match["note"] or "", match["rest"] or ""
    if rest:
        yield note, rest, plain
    elif initials := _INITIALS.match(plain):
        yield "", initials[2], initials[1].strip()
    else:
        words = plain.split()
        letters = note if "." in note else "".join(f"{letter}." for letter in note)
        for at in range(len(words)):
            yield " ".join(words[:at]), " ".join(words[at:]), letters


def _letters(initials: str) -> str:
    return re.sub("[^A-Z]", "", initials.upper())
