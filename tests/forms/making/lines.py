"""Paragraphs broken into lines of a width: at blanks, behind real hyphens, in long words, and in web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.forms.making.texts import Kind, pieces

ROMAN, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"

# Where long words of the papers may break, as Dutch spelling has it.
_WORDS = """
aan-be-ste-ding af-kom-stig ambte-naar ant-woord-de arbeids-ver-mo-gen behan-delt beslo-ten be-spre-king
bui-ten-land bui-ten-land-se demo-cra-ti-sche euro-pees euro-pe-se gemid-deld gepen-sio-neer-den ge-za-men-lij-ke
hand-lei-ding in-stel-lin-gen maan-den-lang mensen-rech-ten mensen-rech-ten-raad ministe-rie ministe-rië-le
neder-land ne-der-lan-der neder-lan-ders ongeval-len ont-wik-ke-lings-sa-men-wer-king orga-ni-sa-tie over-zicht
samen-wer-king uit-ge-zon-den uit-ke-ring uit-voe-rings-in-sti-tuut veilig-heid ver-ge-lij-king ver-goe-ding
ver-kie-zing ver-kie-zin-gen ver-kie-zings-waar-ne-ming ver-or-de-ning ver-ze-ke-ring vrij-wil-li-ger
vrij-wil-li-ge vrij-wil-lig waar-ge-no-men waar-ne-mer waar-ne-mers werk-ge-ver werk-ne-mer
werk-ne-mers-ver-ze-ke-rin-gen zelf-stan-di-gen zit-ting
"""
# With the rests of words, which may break once more.
_BREAKS = {
    "".join(parts[index:]): parts[index:]
    for parts in (word.split("-") for word in _WORDS.split())
    for index in range(len(parts))
}
_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_ADDRESS_PARTS = re.compile(r"(?<=[/-])(?=[^/-])")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one font, or the raised number of a note."""

    text: str
    font: str
    note: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: its size, that of raised numbers, and the width of a line, in points."""

    size: float
    raised: float
    width: float


def broken(text: str, setting: Setting, *, subject: str = "") -> list[Line]:
    """Return the lines of a paragraph; ``subject`` stands in italics for ``{}`` in it."""
    runs = list(_runs(text, ROMAN))
    if subject:
        before, _, after = text.partition("{}")
        runs = [*_runs(before, ROMAN), *_runs(subject, ITALIC), *_runs(after, ROMAN)]
    lines: list[Line] = []
    line: list[Run] = []
    for word in _words(runs):
        blank = Run(" ", ROMAN)
        while not _fits([*line, blank, *word] if line else word, setting):
            head, tail = _split(line, word, setting)
            line = [*line, blank, *head] if line and head else [*line, *head]
            lines.append(tuple(line))
            line, word = [], tail
        line = [*line, blank, *word] if line else list(word)
    lines.append(tuple(line))
    return [_merged(one) for one in lines]


def width_of(run: Run, setting: Setting) -> float:
    """Return the width of a run in points."""
    size = setting.raised if run.note else setting.size
    return float(stringWidth(run.note or run.text, run.font, size))


def _runs(text: str, font: str) -> Iterator[Run]:
    for piece in pieces(text):
        if piece.kind is Kind.MARK:
            yield Run("", font, piece.target)
        else:
            yield Run(piece.text, BOLD if piece.kind is Kind.NAME else font)


def _words(runs: list[Run]) -> Iterator[list[Run]]:
    word: list[Run] = []
    for run in runs:
        first, *others = run.text.split(" ")
        for part in (first, *(f" {other}" for other in others)):
            if part.startswith(" "):
                if word:
                    yield word
                word = []
            if part.strip() or run.note:
                word.append(replace(run, text=part.strip()))
    if word:
        yield word


def _fits(runs: list[Run], setting: Setting) -> bool:
    return sum(width_of(run, setting) for run in runs) <= setting.width


def _split(line: list[Run], word: list[Run], setting: Setting) -> tuple[list[Run], list[Run]]:
    """Return what of a word still fits behind a line, and the rest; nothing and the word when no part does."""
    before = [*line, Run(" ", ROMAN)] if line else []
    for index in range(len(word) - 1, -1, -1):
        run = word[index]
        for head, tail in reversed(list(_parts(run.text))):
            shown = [*word[:index], replace(run, text=head)]
            if _fits([*before, *shown], setting):
                return shown, [replace(run, text=tail), *word[index + 1 :]]
    if not line:
        raise ValueError(f"no line is as wide as {word}")
    return [], word


def _parts(word: str) -> Iterator[tuple[str, str]]:
    """Yield the two parts of a word at each place where it may break, a hyphen added where it takes one."""
    if "://" in word:
        parts = _ADDRESS_PARTS.split(word)
        yield from (("".join(parts[:index]), "".join(parts[index:])) for index in range(2, len(parts)))
        return
    if hyphens := list(_HYPHEN.finditer(word)):  # a word that has a hyphen of its own breaks nowhere else
        yield from ((word[: match.end()], word[match.end() :]) for match in hyphens)
        return
    for match in _LETTERS.finditer(word):
        parts = _BREAKS.get(match[0].lower(), [match[0]])
        place = match.start()
        for part in parts[:-1]:
            place += len(part)
            yield f"{word[:place]}-", word[place:]


def _merged(line: Line) -> Line:
    merged: list[Run] = []
    for run in line:
        if merged and merged[-1].font == run.font and not run.note and not merged[-1].note:
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)
