"""A paper as it is typeset: text in one column, notes at the feet of pages, head and colofon in the margin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from tests.forms.making.lines import BOLD, ROMAN, Line, Run, Setting, broken, width_of
from tests.forms.making.texts import OfficialPaper, Part

_PAGE = (558.4, 771.0)  # 197 by 272 millimetres
_MARGIN, _COLUMN, _RIGHT = 51.0, 217.0, 533.0
_FIRST_TOP, _TOP, _BOTTOM, _FOOT = 505.0, 712.0, 100.0, 68.0
_TEXT = Setting(9.0, 5.2, _RIGHT - _COLUMN)
_NOTES = Setting(7.0, 4.4, _RIGHT - _COLUMN - 8)
_LEADING, _NOTE_LEADING, _GAP, _RULE = 9.6, 8.0, 9.6, 14.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the column, and the white space above it."""

    line: Line
    above: float = 0.0
    last_of_label: bool = False

    @property
    def notes(self) -> list[str]:
        return [run.note for run in self.line if run.note]


@dataclass(slots=True)
class _Sheet:
    rows: list[_Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def pdf(paper: OfficialPaper) -> bytes:
    """Return the paper as a PDF; the same paper always gives the same bytes."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=_PAGE, invariant=1, initialFontName=ROMAN)
    canvas.setTitle(paper.title)
    canvas.setAuthor("Tweede Kamer der Staten-Generaal")
    sheets = _sheets(list(_rows(paper)), paper)
    for number, sheet in enumerate(sheets, 1):
        if number == 1:
            _draw_head(canvas, paper)
        _draw_rows(canvas, sheet, _FIRST_TOP if number == 1 else _TOP)
        _draw_notes(canvas, sheet, paper)
        _draw_foot(canvas, paper, number)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


# --- lines on pages ----------------------------------------------------------------------------------------------


def _rows(paper: OfficialPaper) -> Iterator[_Row]:
    for line in broken(paper.asked.text, _TEXT, subject=paper.asked.subject):
        yield _Row(line)
    for index, line in enumerate(broken(paper.answered.text, _TEXT)):
        yield _Row(line, above=0.0 if index else 4.0)
    for block in paper.blocks:
        yield _Row((Run(block.label, ROMAN),), above=_GAP, last_of_label=True)
        for one in block.paragraphs:
            text = f"{one.letter} {one.text}" if isinstance(one, Part) else one
            yield from (_Row(line) for line in broken(text, _TEXT))


def _sheets(rows: list[_Row], paper: OfficialPaper) -> list[_Sheet]:
    sheets = [_Sheet()]
    room = _FIRST_TOP - _BOTTOM
    for index, row in enumerate(rows):
        needed = row.above + _LEADING + sum(_height(paper.notes[int(note) - 1]) for note in row.notes)
        needed += _RULE if row.notes and not sheets[-1].notes else 0.0
        # A label does not stand alone at the foot of a page.
        following = rows[index + 1] if row.last_of_label else row
        kept = sum(_height(paper.notes[int(note) - 1]) for note in following.notes) + 2 * _LEADING
        if needed + (kept if row.last_of_label else 0.0) > room:
            sheets.append(_Sheet())
            room = _TOP - _BOTTOM
        room -= needed
        sheets[-1].rows.append(row)
        sheets[-1].notes += row.notes
    return sheets


def _height(note: str) -> float:
    return len(broken(note, _NOTES)) * _NOTE_LEADING


# --- drawing -----------------------------------------------------------------------------------------------------


def _draw_head(canvas: Canvas, paper: OfficialPaper) -> None:
    _say(canvas, _MARGIN, 715, "Tweede Kamer der Staten-Generaal", BOLD, 15.5)
    _say(canvas, 503, 697, "2", BOLD, 42)
    canvas.setLineWidth(0.8)
    canvas.line(_MARGIN, 664, _RIGHT, 664)
    _say(canvas, _MARGIN, 652, f"Vergaderjaar {paper.session.replace('-', '–')}", ROMAN, 9)
    _say(canvas, _COLUMN, 652, "Aanhangsel van de Handelingen", BOLD, 9)
    canvas.line(_MARGIN, 614, _RIGHT, 614)
    _say(canvas, _COLUMN, 599, "Vragen gesteld door de leden der Kamer, met de daarop door de", BOLD, 9)
    _say(canvas, _COLUMN, 589.4, "regering gegeven antwoorden", BOLD, 9)
    _say(canvas, _COLUMN, 530, paper.number, BOLD, 12)


def _draw_rows(canvas: Canvas, sheet: _Sheet, top: float) -> None:
    y = top
    for index, row in enumerate(sheet.rows):
        y -= _LEADING + (row.above if index else 0.0)
        _draw_line(canvas, row.line, _COLUMN, y, _TEXT)


def _draw_notes(canvas: Canvas, sheet: _Sheet, paper: OfficialPaper) -> None:
    lines = [(number, broken(paper.notes[int(number) - 1], _NOTES)) for number in sheet.notes]
    y = _BOTTOM + sum(len(one) for _, one in lines) * _NOTE_LEADING - _NOTE_LEADING
    if lines:
        canvas.setLineWidth(0.8)
        canvas.line(_COLUMN, y + 12, _COLUMN + 46, y + 12)
    for number, note in lines:
        _say(canvas, _COLUMN, y + 2.4, number, ROMAN, _NOTES.raised)
        for line in note:
            _draw_line(canvas, line, _COLUMN + 7, y, _NOTES)
            y -= _NOTE_LEADING


def _draw_foot(canvas: Canvas, paper: OfficialPaper, number: int) -> None:
    if number == 1:
        colofon = (paper.identifier, "ISSN 0921 - 7398", f"’s-Gravenhage {paper.year}")
        for index, line in enumerate(colofon):
            _say(canvas, _MARGIN, _FOOT + 13 - 6.5 * index, line, ROMAN, 5.6)
    session = paper.session.replace("-", "–")
    _say(canvas, _COLUMN, _FOOT, f"Tweede Kamer, vergaderjaar {session}, Aanhangsel", ROMAN, 9)
    _say(canvas, _RIGHT - 5, _FOOT, f"{number}", ROMAN, 9)


def _draw_line(canvas: Canvas, line: Line, x: float, y: float, setting: Setting) -> None:
    for run in line:
        if run.note:
            _say(canvas, x, y + 3.2, run.note, run.font, setting.raised)
        else:
            _say(canvas, x, y, run.text, run.font, setting.size)
        x += width_of(run, setting)


def _say(canvas: Canvas, x: float, y: float, text: str, font: str, size: float) -> None:
    canvas.setFont(font, size)
    canvas.drawString(x, y, text)
