"""Marks of footnotes in the text: which of the small numbers in it are marks, and where.

Notes count up through the paper and so do their marks. So all possible places of all notes are weighed together: the
assignment that keeps the order and needs the fewest doubtful forms wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kvgraph.model import Line, Note, Span
from kvgraph.model.coverage import Coverage

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_AMOUNTS = "miljoen|miljard|procent|euro|jaar|weken|maanden|dagen|uur|of|tot|t/m"
_REFERENCE_GLUED = re.compile(r"(?:\d[.,:]|\b(?:nr|art|blz|p|nrs)\.|\(vra(?:ag|gen))$")
_REFERENCE = re.compile(
    r"\b(?:vra(?:ag|gen)|antwoord(?:en)?|artikel(?:en)?|lid|nr\.?|nrs\.?|punt|en|of|onder|bijlage|sub|hoofdstuk|fase|"
    r"categorie|blz\.|pagina|tabel|figuur|bullet|stap|deel|boek|titel|paragraaf|lijn|januari|februari|maart|april|mei|"
    r"juni|juli|augustus|september|oktober|november|december|van|tot|op|de|in|met|is|per|minimaal|maximaal|ongeveer|"
    r"circa)$",
    re.IGNORECASE,
)
_NO_NOTE = re.compile(
    rf"\s*(?:{MONTHS}|miljoen|miljard|procent|euro|jaar|weken|maanden|dagen|uur|kilometer|km|en \d|of \d|t/m|"
    r"tot en met)\b|\s*[%,;:.)–-]"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# What each form of a mark costs, from `[1]` and a number alone on its line to a number loose between two words.
_COSTS = (0, 0, 0, 1, 1, 3, 3, 4, 6, 9, 9)
_MISSING, _OTHER_PAGE = 12, 3
_ALONE = 1
COUNTED = re.compile(r"\s*(?:Aantal )?[Bb]ijlagen?(?:\(n\))?:?\s*")
"""What a letterhead counts: the number below it is no mark."""

_REACH = 300
"""How many characters before a number can tell what it is; in a longer line the others are too far away."""

SURE = 8
"""Forms below this number are marks even where nothing but the text speaks for them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark may stand: index of the line, begin and end in it, and how doubtful its form is."""

    line: int
    begin: int
    end: int
    form: int


@lru_cache(maxsize=256)
def _apart(number: int) -> re.Pattern[str]:
    """Return what every form of a mark holds: the number, which is part of no other but for a year before it."""
    n = str(number)
    return re.compile(rf"{n}(?!\d)(?:(?<!\d{n})|(?<=\b19\d\d{n})|(?<=\b20[0-4]\d{n}))")


@lru_cache(maxsize=256)
def _forms(number: int) -> tuple[re.Pattern[str], ...]:
    n = str(number)
    patterns = (
        rf"\s?\[ ?{n} ?\]",
        rf"^\s*{n}\s*$",
        rf"(?:(?<=^)|(?<=, )|(?<=,)|(?<=\ben )){n}(?!\d)(?=(?:,? ?\d{{1,2}}){{0,20}}(?: en \d{{1,2}})?\.?\s*$)",
        rf"(?<=[a-zà-ÿ»”\"’'?!.,;:)\]%]){n}\)?(?![\w%])(?![.,]\d)",
        rf"(?<=[\w»”\"’'?!.,;:\])]) {n}\)(?!\))|(?<=[a-zà-ÿ»”’?!.]{number - 1})(?:,? ){n}(?=[\s,]|$)",
        rf"(?<=\b19\d\d){n}(?!\d)|(?<=\b20[0-4]\d){n}(?!\d)|(?<=\d\.){n}(?= [A-ZÀ-Ý]|$)",
        rf"^\s*{n}\)?(?=[ .,;:?!)]|$)(?!\)? ?(?:{MONTHS})\b)(?![.,]\d)",
        rf"(?<=[?!.»”’']) {n}(?=\s|$)(?! (?:{MONTHS})\b)",
        rf"(?<=[\w»”)’]) {n}(?=[?.!,;:](?:\s|$))|(?<=[)»”]) {n}(?= [a-z])(?! (?:{MONTHS}))",
        rf"(?<=\w) {n}(?= [a-z])(?! (?:{MONTHS}|{_AMOUNTS})\b)",
        rf"(?<=[A-Z][A-Z])(?<!\bCO)(?<!\bNO)(?<!\bSO)(?<!\bPM)(?<!\bEU){n}(?=[\s.,;:?!)»]|$)(?![.,]\d)",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


def _marks_in(text: str, number: int) -> Iterator[tuple[int, int, int]]:
    """Yield (begin, end, form) of every place in a line that may hold the mark of note ``number``."""
    addresses = Coverage.of(len(text), (Span(*match.span()) for match in _ADDRESS.finditer(text)))
    seen: set[int] = set()
    for form, pattern in enumerate(_forms(number)):
        for match in pattern.finditer(text):
            begin, end = match.span()
            if begin not in seen and addresses.free(Span(begin, begin + 1)) and not _is_other_number(text, begin, form):
                seen.add(begin)
                yield begin, end, form


def _is_other_number(text: str, begin: int, form: int) -> bool:
    """Return whether a number is a decimal, the member of a list or part of a reference."""
    before = text[max(0, begin - _REACH) : begin].rstrip()
    if form == 3:
        return _REFERENCE_GLUED.search(before) is not None
    if form in (4, 8, 9):
        return _REFERENCE.search(before) is not None or (form == 4 and before.count("(") > before.count(")"))
    return False


def has_mark(lines: Sequence[Line], number: int) -> bool:
    """Return whether a mark of note ``number`` stands in the lines."""
    return any(form <= SURE for _, _, _, form in _all_marks(lines, number))


def _all_marks(lines: Sequence[Line], number: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield (index of the line, begin, end, form) of every place in the lines that may hold the mark of a note."""
    apart = _apart(number)
    for index, line in enumerate(lines):
        if apart.search(line.text):
            for begin, end, form in _marks_in(line.text, number):
                yield index, begin, end, form


def begins_note(text: str, number: int) -> bool:
    """Return whether a line may open the body of note ``number``: the number, glued or not, and then a text."""
    text = text.lstrip()
    digits = str(number)
    if not text.startswith(digits):
        return False
    rest = text[len(digits) :]
    if not rest.strip() or _NO_NOTE.match(rest):
        return False
    return not rest[0].isdigit() or re.match(r"(?:19|20)\d\d(?!\d)", rest) is not None


def assign(lines: Sequence[Line], notes: Sequence[Note]) -> dict[int, Place]:
    """Return the place of each note's mark, by number; a note may have none."""
    # Each state: the place of the last mark, what the assignment costs so far, and its marks as a linked list.
    states: list[tuple[tuple[int, int], int, _Chain | None]] = [((-1, -1), 0, None)]
    paged = len({line.page for line in lines}) > 1
    for note in notes:
        found = [(place, cost + _MISSING, chain) for place, cost, chain in states]
        for index, begin, end, form in _all_marks(lines, note.number):
            page = lines[index].page
            if paged and page > note.page:
                break
            if form == _ALONE and index and COUNTED.fullmatch(lines[index - 1].text):
                continue
            before = [state for state in states if state[0] < (index, begin)]
            _, cost, chain = min(before, key=lambda state: state[1])
            cost += _COSTS[form] + (_OTHER_PAGE if paged and page < note.page else 0)
            found.append(((index, begin), cost, _Chain(note.number, Place(index, begin, end, form), chain)))
        states = _undominated(found)
    _, _, chain = min(states, key=lambda state: state[1])
    places: dict[int, Place] = {}
    while chain:
        places[chain.number] = chain.place
        chain = chain.before
    return places


@dataclass(frozen=True, slots=True)
class _Chain:
    number: int
    place: Place
    before: _Chain | None


def _undominated(
    states: list[tuple[tuple[int, int], int, _Chain | None]],
) -> list[tuple[tuple[int, int], int, _Chain | None]]:
    """Keep, of states in order of place, those that cost less than every one before them."""
    kept: list[tuple[tuple[int, int], int, _Chain | None]] = []
    for state in sorted(states, key=lambda state: (state[0], state[1])):
        if not kept or state[1] < kept[-1][1]:
            kept.append(state)
    return kept
