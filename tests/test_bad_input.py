"""Input that is no paper: each file is refused with its name, a reason and a code, and nothing else is ever raised."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvgraph.model import Document, SourceError
from kvgraph.papers import parse
from kvgraph.sources import LARGEST, plain, read, read_bytes

BAD = Path(__file__).parent / "data" / "bad"

UNREADABLE = {
    "archive.txt": "container",
    "blank.txt": "empty",
    "empty.txt": "empty",
    "picture.txt": "binary",
    "truncated-utf16.txt": "encoding",
    "undefined-bytes.txt": "encoding",
}
NO_PAPER = ("letter-without-questions.txt", "motion.txt", "recipe.txt")
CODES = set(
    """binary container damaged empty encoding encrypted json markup not-a-paper old-word schema too-large
    unreadable""".split()
)


def refuse(error: SourceError, file: str, code: str) -> None:
    """Check that an error names the file and says why, in words that a person can act on."""
    assert error.code == code
    assert error.file == file
    assert error.reason.endswith("."), error.reason
    assert str(error).startswith(file)
    assert error.reason in str(error)


def test_every_bad_file_has_an_expectation() -> None:
    assert {path.name for path in BAD.iterdir()} == {*UNREADABLE, *NO_PAPER}


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_unreadable_file_is_refused_when_read(name: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(BAD / name)
    refuse(caught.value, name, UNREADABLE[name])


@pytest.mark.parametrize("name", NO_PAPER)
def test_other_text_is_read_but_is_not_a_paper(name: str) -> None:
    (document,) = read(BAD / name)
    assert isinstance(document, Document)
    assert document.lines
    with pytest.raises(SourceError) as caught:
        parse(document)
    refuse(caught.value, name, "not-a-paper")


def test_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path / "nowhere.txt")
    refuse(caught.value, "nowhere.txt", "unreadable")


def test_folder_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path)
    refuse(caught.value, tmp_path.name, "unreadable")


def test_more_than_a_paper_can_hold_is_too_large() -> None:
    for largest in (plain.LARGEST, LARGEST):
        with pytest.raises(SourceError) as caught:
            read_bytes("long.txt", b"Vraag 1\n" * (largest // 8 + 1))
        refuse(caught.value, "long.txt", "too-large")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_other_encodings_that_papers_come_in_give_the_same_lines(encoding: str) -> None:
    text = "Vragen van het lid Kröger (GroenLinks) aan de Minister van Financiën over «café’s» – één vraag"
    (document,) = read_bytes("paper.txt", text.encode(encoding))
    assert isinstance(document, Document)
    assert [line.text for line in document.lines] == [text]


def refusal(data: bytes) -> SourceError | None:
    """Return why ``data`` is refused, or None when it is a paper; anything else that is raised passes through."""
    try:
        for document in read_bytes("fuzz.txt", data):
            assert isinstance(document, Document)
            parse(document)
    except SourceError as error:
        return error
    return None


@given(st.binary(max_size=400))
@settings(max_examples=80, deadline=None)
def test_any_bytes_give_a_paper_or_a_source_error(data: bytes) -> None:
    error = refusal(data)
    assert error is not None
    assert error.code in CODES


PIECES = (
    "Vragen van het lid Ploumen (PvdA) aan de Minister van Buitenlandse Zaken over X (ingezonden 19 januari 2021).",
    "Antwoord van Minister Blok (Buitenlandse Zaken) (ontvangen 8 maart 2021).",
    "Vraag 1", "Vraag 1a", "Vraag 2 t/m 1", "Antwoord 1 en 99999999999999999999", "Antwoord op vraag 2", "1.", "2", "²",
    "Kent u dit?1", "1 NOS, 1 maart 2024", "[1]", "1) noot", "\f", "ISSN 0921 - 7398", "AH 604", "2024Z18294",
    "Zie ook Aanhangsel Handelingen, vergaderjaar 2019–2020, nr.", "(ingezonden 31 februari 2021)", "Mededeling",
    "Tweede Kamer, vergaderjaar 2019–2020, Aanhangsel 1", "(", "((((", "van de leden", "\u0000", "\u2028", "\ud7ff",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14))
@settings(max_examples=120, deadline=None)
def test_any_order_of_lines_gives_a_paper_or_a_source_error(lines: list[str]) -> None:
    error = refusal("\n".join(lines).encode())
    assert error is None or error.code in CODES


@pytest.mark.parametrize("cut", range(0, 1200, 60))
def test_a_paper_cut_anywhere_gives_a_paper_or_a_source_error(cut: int) -> None:
    whole = (Path(__file__).parent.parent / "examples" / "19-damaged-text.txt").read_bytes()
    error = refusal(whole[:cut])
    assert error is None or error.code in CODES
