"""The same paper gives the same graph in every form, but for the file that it came from and the pages that it knows."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import which

import pytest
from pyoxigraph import NamedNode, Quad

from kvgraph import sources
from kvgraph.build import analyse, build
from kvgraph.build.opening import read_graph
from kvgraph.iris import Minter
from kvgraph.model import Analysis
from kvgraph.statements import parsed, state
from kvgraph.vocabulary import DCTERMS, DEFAULT_BASE, KV, PROV

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / "examples" / "forms"
SHARED = ROOT.parent / "shared" / "corpus" / "forms"
MINTER = Minter(DEFAULT_BASE)

OFFICIAL, LETTER, REAL = "ah-tk-20232024-9071", "brief-2024Z90572", "ah-tk-20202021-3235"
METADATA = (f"{OFFICIAL}-metadata.xml", f"{OFFICIAL}-metadata_owms.xml")
OTHERS = [
    *((OFFICIAL, form) for form in ("html", "odt", "pdf", "txt", "json")),
    *((LETTER, form) for form in ("odt", "pdf", "txt")),
]
FIRST = {OFFICIAL: "xml", LETTER: "docx"}

needs_corpus = pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus of real papers is not beside the checkout")
needs_poppler = pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext (poppler) is not installed")


def analysis(data: bytes, name: str) -> Analysis:
    return analyse(*sources.read_bytes(name, data))


@cache
def of_file(path: Path) -> Analysis:
    return analyse(*sources.read(path))


def text_of(pdf: Path, order: str) -> bytes:
    """Return the text of a PDF as pdftotext takes it: in the layout of the page, or in the order of its content."""
    command = ["pdftotext", order, str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout


def says(found: Analysis) -> frozenset[str]:
    """Return what is said of a paper, but for its source and its pages."""
    origin = MINTER.source(found.source.sha256)
    return frozenset(
        str(quad)
        for quad in parsed(state(found, MINTER))
        if origin not in (quad.subject, quad.object) and quad.predicate != KV.page
    )


def difference(want: Iterable[str], got: Iterable[str]) -> str:
    """Return the statements that are missed (-) or wrong (+); nothing when there are none."""
    missed, wrong = set(want) - set(got), set(got) - set(want)
    return "\n".join([*sorted(f"- {one}" for one in missed), *sorted(f"+ {one}" for one in wrong)])


# --- our own papers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "form"), OTHERS)
def test_every_form_gives_the_same_graph(paper: str, form: str) -> None:
    first, other = of_file(FORMS / f"{paper}.{FIRST[paper]}"), of_file(FORMS / f"{paper}.{form}")
    assert first.source.sha256 != other.source.sha256
    assert difference(says(first), says(other)) == ""


@needs_poppler
@pytest.mark.parametrize("order", ["-layout", "-raw"])
def test_text_taken_from_a_pdf_gives_the_same_graph(order: str) -> None:
    other = analysis(text_of(FORMS / f"{OFFICIAL}.pdf", order), f"{OFFICIAL}.txt")
    assert difference(says(of_file(FORMS / f"{OFFICIAL}.xml")), says(other)) == ""


@pytest.mark.parametrize("path", sorted(FORMS.iterdir()), ids=lambda path: path.name)
def test_no_form_leaves_a_doubt(path: Path) -> None:
    assert of_file(path).paper.findings == ()


@pytest.mark.parametrize("paper", FIRST)
def test_pages_are_told_by_the_forms_that_have_them(paper: str) -> None:
    last = {
        form: max((page for one in of_file(path).paper.passages for _, page in one.pages), default=None)
        for path in FORMS.glob(f"{paper}.*")
        if (form := path.suffix[1:]) != "json"
    }
    assert last.pop("pdf") == (3 if paper == OFFICIAL else 2)
    assert last.pop("txt") == (3 if paper == OFFICIAL else None)
    assert set(last.values()) == {None}


# --- built together ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> tuple[Quad, ...]:
    output = tmp_path_factory.mktemp("together") / "out"
    summary = build(sorted(map(str, FORMS.glob(f"{OFFICIAL}*"))), output, jobs=1)
    assert summary.set_aside == ()
    assert summary.noted == ()
    assert summary.papers == 1
    assert summary.report is not None
    assert summary.report.conforms
    return tuple(read_graph(output))


def test_all_forms_and_metadata_together_are_one_paper(together: tuple[Quad, ...]) -> None:
    files = sorted(FORMS.glob(f"{OFFICIAL}*"))
    assert len(files) == 8
    derived = {quad.object for quad in together if quad.predicate == PROV.wasDerivedFrom}
    assert derived == {MINTER.source(sha256(path.read_bytes()).hexdigest()) for path in files}


def test_the_case_comes_from_the_metadata(together: tuple[Quad, ...]) -> None:
    paper = MINTER.paper(OFFICIAL)
    cases = [quad.object for quad in together if quad.subject == paper and quad.predicate == KV.case]
    assert cases == [MINTER.case("2024Z90571")]
    assert all(of_file(FORMS / name).paper.cases == ("2024Z90571",) for name in METADATA)
    assert all(of_file(FORMS / f"{OFFICIAL}.{form}").paper.cases == () for form in ("xml", "html", "odt", "pdf", "txt"))


def test_together_they_say_what_each_says_alone_and_the_case(together: tuple[Quad, ...]) -> None:
    graph = MINTER.graph(OFFICIAL)
    sourced = {quad.object for quad in together if quad.predicate == PROV.wasDerivedFrom}
    said = {
        str(quad)
        for quad in together
        if quad.graph_name == graph and not sourced & {quad.subject, quad.object} and quad.predicate != KV.page
    }
    alone = says(of_file(FORMS / f"{OFFICIAL}.xml"))
    paper, case = MINTER.paper(OFFICIAL), MINTER.case("2024Z90571")
    added = {quad for quad in together if quad.graph_name == graph and case in (quad.subject, quad.object)}
    assert {(quad.subject, quad.predicate) for quad in added if quad.object == case} == {(paper, KV.case)}
    assert difference(alone | {str(quad) for quad in added}, said) == ""


def test_all_forms_of_a_letter_together_are_one_paper(tmp_path: Path) -> None:
    files = sorted(FORMS.glob(f"{LETTER}*"))
    assert len(files) == 4
    summary = build(map(str, files), tmp_path / "out", jobs=1)
    assert (summary.set_aside, summary.noted, summary.papers) == ((), (), 1)
    derived = {quad.object for quad in read_graph(tmp_path / "out") if quad.predicate == PROV.wasDerivedFrom}
    assert derived == {MINTER.source(sha256(path.read_bytes()).hexdigest()) for path in files}


def test_the_graph_is_no_empty_one() -> None:
    """Comparing nothing with nothing would prove nothing."""
    stated = parsed(state(of_file(FORMS / f"{OFFICIAL}.xml"), MINTER))
    identifiers = {str(quad.object) for quad in stated if quad.predicate == DCTERMS.identifier}
    for identifier in ("kst-36410-V-9", "kst-21501-02-2790", "stb-2022-543", "32021R0947", "ah-tk-20222023-2215"):
        assert f'"{identifier}"' in identifiers
    named = {quad.object.value for quad in stated if isinstance(quad.object, NamedNode)}
    for key in ("osce", "odihr", "unhrc", "eu", "foreign-affairs-council", "uwv", "council-of-europe"):
        assert MINTER.institution(key).value in named
    assert len(stated) > 400


# --- a real paper ------------------------------------------------------------------------------------------------


@needs_corpus
@pytest.mark.parametrize("form", ["html", "odt", "pdf"])
def test_a_real_paper_gives_the_same_graph(form: str) -> None:
    first, other = (of_file(SHARED / one / f"{REAL}.{one}") for one in ("xml", form))
    assert difference(says(first), says(other)) == ""


@needs_corpus
@needs_poppler
@pytest.mark.parametrize("order", ["-layout", "-raw"])
def test_the_text_of_a_real_pdf_gives_the_same_graph(order: str) -> None:
    first = of_file(SHARED / "xml" / f"{REAL}.xml")
    other = analysis(text_of(SHARED / "pdf" / f"{REAL}.pdf", order), f"{REAL}.txt")
    assert difference(says(first), says(other)) == ""


@needs_corpus
def test_the_text_of_a_real_pdf_by_pypdf_gives_the_same_graph() -> None:
    pypdf = pytest.importorskip("pypdf", reason="the pypdf library is not installed")
    reader = pypdf.PdfReader(SHARED / "pdf" / f"{REAL}.pdf")
    text = "\n".join(page.extract_text() for page in reader.pages)
    first = of_file(SHARED / "xml" / f"{REAL}.xml")
    assert difference(says(first), says(analysis(text.encode(), f"{REAL}.txt"))) == ""
