"""JSON from strangers: bytes to plain values, and values to declared types; what is wrong is refused with its place."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn, TypeVar
from unicodedata import is_normalized, normalize

import msgspec

from kvgraph.model import Source, SourceError
from kvgraph.sources import cleaning, decoding
from kvgraph.sources.accents import compose

T = TypeVar("T")
_Steps = tuple[()] | tuple[str | int, "_Steps"]

LARGEST = 16 * 2**20
"""The most bytes that a JSON text may hold: several hundred papers with all their mentions."""

_MOST_REFUSED = 100
_LONGEST = 300

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_NO_JSON = "Check that the file is complete; a JSON validator shows where it breaks."
_ONCE = "The names within an object should be unique (RFC 8259, section 4): keep the one that is meant."


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a JSON source, by its path from the top (RFC 9535, section 2.7: ``$.passages[0].key``)."""

    file: str
    path: str = "$"

    def at(self, *steps: str | int) -> Place:
        """Return the place below this one, by names of members and indexes of arrays."""
        return Place(self.file, self.path + "".join(map(_step, steps)))

    def refusal(self, reason: str, advice: str = "") -> SourceError:
        """Return the error, with code ``schema``, that something at this place is refused."""
        return SourceError(self.file, _shown(reason), code="schema", place=_shown(self.path), advice=advice)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if step.isidentifier() else f"[{step!r}]"


def _shown(text: str) -> str:
    """Return text with what a source says in it as a message may hold it: printable, and not as long as one likes."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in short)


class _Repeated(dict[str, object]):
    """An object that has a member twice, and the name of that member."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.member = Counter(name for name, _ in pairs).most_common(1)[0][0]


def decode(data: bytes, source: Source) -> object:
    """Return the value of a JSON text (RFC 8259) as dicts, lists, strings, numbers, booleans and None.

    Raises SourceError with code ``too-large`` (more than ``LARGEST`` bytes), ``json`` (not JSON, or nested deeper than
    Python can follow), or ``schema`` where an object has a member twice or a string holds half of a surrogate pair:
    readers of JSON differ on those.
    """
    name = source.file_name
    if len(data) > LARGEST:
        reason = f"it holds more than {LARGEST // 2**20} MB of JSON."
        raise SourceError(name, reason, code="too-large", advice="Divide its papers over several files.")
    repeated: list[_Repeated] = []

    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            repeated.append(found := _Repeated(pairs))
        return found

    try:
        text = decoding.decode(data)
        value: object = json.loads(text, object_pairs_hook=members, parse_constant=_no_number)
    except decoding.UndecodableError as error:
        place = "" if error.offset is None else f"byte {error.offset}"
        raise SourceError(name, error.reason, code="json", place=place, advice="Save it in UTF-8.") from error
    except json.JSONDecodeError as error:
        place, reason = f"line {error.lineno}, column {error.colno}", error.msg[0].lower() + error.msg[1:]
        raise SourceError(name, f"it is not JSON: {reason}.", code="json", place=place, advice=_NO_JSON) from error
    except RecursionError as error:
        raise SourceError(name, "its JSON is nested too deep.", code="json", advice=_NO_JSON) from error
    except ValueError as error:  # a number of more than 4,300 digits, or a name that is no number
        raise SourceError(name, f"it is not JSON: {error}.", code="json", advice=_NO_JSON) from error
    if repeated or _SURROGATE.search(text):
        _check(value, Place(name))
    return value


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _check(value: object, top: Place) -> None:
    for steps, one in _walk(value):
        if isinstance(one, _Repeated):
            raise _below(top, steps).refusal(f"the object has the member {one.member!r} twice.", _ONCE)
        if isinstance(one, str) and not one.isascii() and any("\ud800" <= char <= "\udfff" for char in one):
            raise _below(top, steps).refusal(
                "a string holds half of a surrogate pair, which is no character.", _NO_JSON
            )


def _walk(value: object) -> Iterator[tuple[_Steps, object]]:
    """Yield every value in a value, and every name of a member, with the steps that lead to it, the last one first."""
    waiting: list[tuple[_Steps, object]] = [((), value)]
    while waiting:
        steps, one = waiting.pop()
        yield steps, one
        if isinstance(one, dict):
            waiting.extend(((name, steps), member) for name, member in one.items())
            waiting.extend((steps, name) for name in one)
        elif isinstance(one, list):
            waiting.extend(((index, steps), member) for index, member in enumerate(one))


def _below(top: Place, steps: _Steps) -> Place:
    path: list[str | int] = []
    while steps:
        step, steps = steps
        path.append(step)
    return top.at(*reversed(path))


def convert(value: object, to: type[T], place: Place, advice: str = "") -> T:
    """Return a decoded value as an instance of a msgspec Struct; raises SourceError with code ``schema``."""
    try:
        return msgspec.convert(value, to)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at `$")
        below = Place(place.file, place.path + path.removesuffix("`"))
        raise below.refusal(f"{reason[0].lower()}{reason[1:]}.", advice) from error


def each(values: Sequence[object], place: Place, read: Callable[[object, Place], T]) -> list[T | SourceError]:
    """Return what is read from each value of an array, or the error that refuses it.

    Where a hundred are refused, something is wrong with them all: the last error says that the rest is not read.
    """
    found: list[T | SourceError] = []
    refused = 0
    for index, value in enumerate(values):
        try:
            found.append(read(value, place.at(index)))
        except SourceError as error:
            found.append(error)
            refused += 1
        if refused == _MOST_REFUSED and (rest := len(values) - index - 1):
            found.append(place.refusal(f"{refused} are refused; the {rest} behind the last of them are not read."))
            break
    return found


def tidy(text: str) -> str:
    """Return text as later stages rely on it (``cleaning``), each white space one blank; such text stays as it is.

    An accent that stands by itself is not put on a letter when that is all there is to clean: where a parser joins
    lines, one may come to stand behind a letter, and offsets count it.
    """
    cleaned = cleaning.clean(text)
    if cleaned != text and is_normalized("NFC", text) and cleaned == normalize("NFC", compose(text)):
        cleaned = text
    return " ".join(cleaned.split())
