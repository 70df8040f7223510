"""Which papers a change of the registers may matter for: only these need to be read again.

Each changed row is turned into what a paper must have for the row to matter. A rule may take too many papers, never too
few: names are compared without blanks, accents, case and punctuation, and where the effect of a table has no bound
(countries, publishers, and those by which headers are read: parties, offices, ministries) a change matters for all.
"""

from __future__ import annotations

import csv
import difflib
import json
import lzma
import string
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import cast

from kvgraph import resources
from kvgraph.entities.folding import fold
from kvgraph.linking.roster import surname_key

_Tables = dict[str, str]
_Rows = list[dict[str, str]]

_PERSONS, _OF_PERSONS = "persons.csv", ("seats.csv", "terms.csv")
_INSTITUTIONS, _LAWS = "institutions.csv", "laws.csv"
_BOUNDED = {_PERSONS, *_OF_PERSONS, _INSTITUTIONS, _LAWS}
_ALIKE = 0.8  # as in linking: surnames that are as much alike may be misprints of each other
_LONG_WORD = 9  # letters: words of the tables from this length on help to join lines
_SHORT_LAW = 7  # letters: shorter names of laws are looked for as whole words
_OWNERS = (" van de verenigde naties", " van de europese unie")  # printed before, behind and shortened
_STEM = 4  # letters of a first word that stay when it is inflected (``europees``, ``Europese``)
_LETTERS = (string.ascii_letters + string.digits).encode()
_OTHERS = bytes(set(range(256)) - set(_LETTERS))
_BLANKED = bytes.maketrans(_OTHERS, b" " * len(_OTHERS))
_BY_ID = b'> "application/json" <'  # a form of sources that name people by their id, of which the lines have no trace
_PLAIN = str.maketrans(dict.fromkeys("-‐‑‒–—−\u00a0\n\r\t", " "))


def tables() -> bytes:
    """Return a snapshot of all registers: the same bytes for the same content; OSError when one can't be read."""
    folder = resources.registers()
    content = {path.name: path.read_text("utf-8") for path in folder.glob("*.csv")}
    for path in (folder / "publications").glob("*.txt.xz"):
        content[path.name] = lzma.decompress(path.read_bytes()).decode()
    return zlib.compress(json.dumps(content, sort_keys=True).encode())


def stamp(tables: bytes) -> str:
    """Return the SHA-256 of the content of a snapshot, in hex digits."""
    return sha256(zlib.decompress(tables)).hexdigest()


def touched(former: bytes, now: bytes) -> Callable[[bytes], bool]:
    """Return a test whether what changed between two snapshots may matter for a paper, of which it takes the lines."""
    before, after = _content(former), _content(now)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    if not changed:
        return lambda _: False
    signs = None if any(name.endswith(".csv") for name in changed - _BOUNDED) else _signs(before, after, changed)
    if signs is None:
        return lambda _: True
    return signs.touch


@dataclass(slots=True)
class _Signs:
    """What a paper must have, one of it, for a change to matter.

    ``names`` are parts without anything but letters, all of one tuple must be in the text; ``words`` stand between
    blanks, ``exact`` names as printed. ``surnames`` are looked for in the names of people, ``nodes`` are what
    stands in lines, ``series`` and ``families`` those of publications.
    """

    names: set[tuple[bytes, ...]] = field(default_factory=set)
    words: set[bytes] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    nodes: set[bytes] = field(default_factory=set)
    series: set[bytes] = field(default_factory=set)
    families: set[bytes] = field(default_factory=set)

    def touch(self, lines: bytes) -> bool:
        """Tell whether a paper of these lines has one of the signs."""
        if any(node in lines for node in self.nodes):
            return True
        texts, people, unsure, cited = _read(lines)
        if any(one in identifier for identifier in cited for one in self.series):
            return True
        if not self.families.isdisjoint(unsure):
            return True
        return self._names_in("\n".join(texts)) or any(map(self._may_be, people))

    def _names_in(self, text: str) -> bool:
        if self.exact:
            plain = text.translate(_PLAIN)
            if any(name in plain for name in self.exact):
                return True
        if not self.names and not self.words:
            return False
        folded = fold(text).text.encode("ascii", "replace")
        spaced = b" %b " % folded.translate(_BLANKED)
        bare = folded.translate(None, _OTHERS)
        return any(word in spaced for word in self.words) or any(
            all(part in bare for part in parts) for parts in self.names
        )

    def _may_be(self, printed: str) -> bool:
        """Tell whether one of the surnames is in a printed name, or so much alike that it may be a misprint of it."""
        name = surname_key(printed)
        if any(all(word in name for word in surname.split()) for surname in self.surnames):
            return True
        return bool(difflib.get_close_matches(name, self.surnames, n=1, cutoff=_ALIKE))


def _content(tables: bytes) -> _Tables:
    return cast("_Tables", json.loads(zlib.decompress(tables)))


def _read(lines: bytes) -> tuple[list[str], set[str], set[bytes], list[bytes]]:
    """Return the texts of a paper, the names of people in it, the families of unsure citations, and all it cites."""
    texts, people, cited = [], set(), []
    anchor, target = "", b""
    unsure: set[bytes] = set()
    for line in lines.split(b"\n"):
        rest = line[line.find(b" ") :]
        if b"schema.org/text> " in rest[:40]:
            texts.append(_literal(rest))
        elif b"#anchorOf> " in rest[:100]:
            anchor = _literal(rest)
        elif b"#nameAsPrinted> " in rest[:100]:
            people.add(_literal(rest))
        elif b"#PersonMention> " in rest:
            people.add(anchor)
        elif b"#taIdentRef> " in rest[:100]:
            target = rest.split(b">")[1]
            cited.append(target)
        elif b"#status> " in rest[:100]:
            if b"status#verified>" not in rest and target:
                unsure.add(_family(target))
            target = b""
    return texts, people, unsure, cited


def _literal(rest: bytes) -> str:
    value = rest[rest.index(b'"') + 1 : rest.rindex(b'"')].decode()
    if "\\" in value:
        value = value.replace("\\\\", "\0").replace("\\n", " ").replace("\\r", " ").replace("\\t", " ")
        value = value.replace('\\"', '"').replace("\0", "\\")
    return value


def _family(identifier: bytes) -> bytes:
    """Return the family of the publication at the end of an IRI; cases and documents are told by their letter."""
    bare = identifier.rpartition(b"/")[2]
    if bare[:4].isdigit() and bare[4:5] in (b"Z", b"D"):
        return b"kv" if bare[4:5] == b"Z" else b"nds"
    return bare.partition(b"-")[0]


def _signs(before: _Tables, after: _Tables, changed: set[str]) -> _Signs | None:
    """Return the signs of all changes, None when one of them may matter for every paper."""
    signs = _Signs()
    persons = [person for table in (before, after) for person in _rows(table.get(_PERSONS, ""))]
    for name in changed:
        old, new = before.get(name, ""), after.get(name, "")
        if name.endswith(".txt.xz"):
            _publications(name.partition(".")[0], old, new, signs)
            continue
        former, now = _rows(old), _rows(new)
        if not _in_order(former, now):
            return None
        differing = [row for row in former if row not in now] + [row for row in now if row not in former]
        if name in (_INSTITUTIONS, _LAWS):
            signs.names |= {(_bare(word),) for word in _long_words(old) ^ _long_words(new)}
        for row in differing:
            if name == _INSTITUTIONS and row["kind"] == "ministry":
                return None
            if name == _PERSONS:
                _person(row, signs)
            elif name in _OF_PERSONS:
                _person_of(row, persons, signs)
            elif name == _INSTITUTIONS:
                _institution(row, signs)
            else:
                _law(row, signs)
    return signs


def _rows(table: str) -> _Rows:
    return list(csv.DictReader(table.splitlines()))


def _in_order(former: _Rows, now: _Rows) -> bool:
    """Tell whether what both tables have stands in the same order: of two rows with one name the first may count."""
    return [row for row in former if row in now] == [row for row in now if row in former]


def _long_words(table: str) -> set[str]:
    words = "".join(char if char.isalpha() else " " for char in table).lower().split()
    return {word for word in words if len(word) >= _LONG_WORD}


def _bare(name: str) -> bytes:
    return fold(name).text.encode("ascii", "replace").translate(None, _OTHERS)


def _person(row: dict[str, str], signs: _Signs) -> None:
    names = (row["family"], f"{row['prefix']} {row['family']}", *row["aliases"].split("|"))
    parts = [part for name in names for part in (name, *name.split("-"))]
    signs.surnames.update(filter(None, map(surname_key, parts)))
    signs.nodes.add(f"/person/{row['key']}>".encode())
    if row["tk_id"]:
        signs.nodes.add(_BY_ID)


def _person_of(row: dict[str, str], persons: _Rows, signs: _Signs) -> None:
    for person in persons:
        if person["key"] == row["person"]:
            _person(person, signs)


def _institution(row: dict[str, str], signs: _Signs) -> None:
    for column in ("names", "phrases", "never"):
        signs.names.update(_parts(name) for name in row[column].split("|") if name.strip())
    for column in ("abbreviations", "contextual"):
        signs.exact.update(name.strip().translate(_PLAIN) for name in row[column].split("|") if name.strip())
    signs.nodes.add(f"/institution/{row['key']}>".encode())


def _parts(name: str) -> tuple[bytes, ...]:
    """Return what every spelling of a name has: the stem of its first word, and the rest without its owner."""
    body = fold(name).text.strip()
    for owner in _OWNERS:
        body = body.removesuffix(owner)
    first, _, rest = body.partition(" ")
    return (_bare(first[:_STEM] if rest else first), _bare(rest))


def _law(row: dict[str, str], signs: _Signs) -> None:
    for name in (row["name"], *row["abbreviations"].split("|"), *row["with_article"].split("|")):
        body = name.lower().removeprefix("wet ").rstrip("0123456789 ")
        if len(body) < _SHORT_LAW:
            word = fold(body or name).text.encode("ascii", "replace").translate(_BLANKED)
            signs.words.update([b" %b " % word] if name else ())
        else:
            signs.names.add((_bare(body),))
    signs.nodes.add(f"/law/{row['key']}>".encode())


def _publications(family: str, old: str, new: str, signs: _Signs) -> None:
    """Take the series that changed, and all unsure citations of the family: new ids may be near to them."""
    signs.families.add(family.encode())
    for line in set(old.split("\n")) ^ set(new.split("\n")):
        signs.series.update(stem.encode() for stem in _stems(line.partition("\t")[0]))


def _stems(stem: str) -> Iterator[str]:
    """Yield how an id may begin that is known by a series: a case, a first appendix, a sitting, without its session."""
    bare = stem.rstrip("-")
    for ending in ("-b", "-h", "-n"):
        bare = bare.removesuffix(ending)
    yield bare
    for prefix in ("kv-tk-", "kv-", "nds-tk-"):
        if bare.startswith(prefix):
            yield bare.removeprefix(prefix)
    family, _, rest = bare.partition("-")
    session, _, dossier = rest.partition("-")
    if family == "kst" and len(session) == len("20082009") and dossier:
        yield f"kst-{dossier}"
