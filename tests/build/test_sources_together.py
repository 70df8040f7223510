"""Papers in several forms, their metadata, archives of them: one paper is one paper, and all its sources are told."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kvgraph.build import Summary, build
from kvgraph.build.opening import read_graph
from kvgraph.iris import Minter
from kvgraph.model import Severity
from kvgraph.vocabulary import DCTERMS, DEFAULT_BASE, KV, PROV, RDF, SCHEMA
from tests.sources.json.test_odata import SERVICE, zaak
from tests.sources.markup.markup_maker import ANSWER_STATED, official_html, official_xml, owms, record

MINTER = Minter(DEFAULT_BASE)
ANSWER = MINTER.paper("ah-tk-20182019-1234")
TEXT = """Vragen van het lid Jansen (VVD) aan de Minister van Financiën over lege spaarpotten
(ingezonden 10 januari 2019).

2019Z00123

Vraag 1
Kent u het bericht «Spaarpot leeg»?
"""


def made(folder: Path, files: dict[str, bytes]) -> tuple[Summary, list[Quad]]:
    sources = folder / "sources"
    for name, data in files.items():
        (path := sources / name).parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    summary = build([str(sources)], folder / "out", jobs=1)
    return summary, list(read_graph(folder / "out"))


def values(quads: list[Quad], node: NamedNode, term: NamedNode) -> list[str]:
    return sorted(quad.object.value for quad in quads if (quad.subject, quad.predicate) == (node, term))  # type: ignore[union-attr]  # no blank nodes


def file_names(quads: list[Quad], paper: NamedNode) -> list[str]:
    origins = {quad.object for quad in quads if (quad.subject, quad.predicate) == (paper, PROV.wasDerivedFrom)}
    return sorted(name for origin in origins for name in values(quads, origin, KV.fileName))  # type: ignore[arg-type]  # a node


def test_forms_and_metadata_of_one_paper_are_one_paper(tmp_path: Path) -> None:
    files = {
        "a/paper.xml": official_xml(),
        "b/paper.html": official_html(),
        "c/metadata.xml": record(),
        "c/metadata_owms.xml": owms(),
    }
    summary, quads = made(tmp_path, files)
    assert (summary.papers, summary.set_aside, summary.noted) == (1, (), ())
    assert summary.report is not None
    assert summary.report.conforms
    assert file_names(quads, ANSWER) == ["metadata.xml", "metadata_owms.xml", "paper.html", "paper.xml"]
    assert values(quads, ANSWER, KV.case) == [MINTER.case("2019Z00123").value]
    alone, _ = made(tmp_path / "alone", {"paper.xml": official_xml()})
    # What the two files of metadata add: the case (its link, class, id) and five statements on each of three files.
    assert summary.statements - alone.statements > 3


def test_metadata_against_the_text_are_told_and_the_text_stands(tmp_path: Path) -> None:
    stated = tuple((name, "2019-02-28" if name.endswith("datumOntvangst") else value) for name, value in ANSWER_STATED)
    summary, quads = made(tmp_path, {"paper.xml": official_xml(), "metadata.xml": record(stated)})
    assert values(quads, ANSWER, KV.dateAnswered) == ["2019-01-31"]
    (noted,) = summary.noted
    assert (noted.code, noted.severity, noted.file_name) == ("metadata-differ", Severity.WARNING, "metadata.xml")
    assert "2019-02-28, the text as 2019-01-31" in noted.message


def test_metadata_alone_are_a_paper_without_text(tmp_path: Path) -> None:
    summary, quads = made(tmp_path, {"metadata.xml": record()})
    assert summary.papers == 1
    assert summary.report is not None
    assert summary.report.conforms
    assert values(quads, ANSWER, KV.dateAnswered) == ["2019-01-31"]
    assert not values(quads, ANSWER, KV.hasHeader)
    assert {KV.MetadataSource} < {quad.object for quad in quads if quad.predicate == RDF.type}


def test_question_and_answer_meet_in_their_case(tmp_path: Path) -> None:
    files = {"vraag.txt": TEXT.encode(), "antwoord.xml": official_xml(), "metadata.xml": record()}
    _, quads = made(tmp_path, files)
    case = MINTER.case("2019Z00123")
    held = {quad.subject for quad in quads if (quad.predicate, quad.object) == (KV.case, case)}
    assert held == {ANSWER, MINTER.paper("case-2019Z00123-question")}


def test_open_data_give_papers_and_a_bad_record_is_told(tmp_path: Path) -> None:
    page = {
        "@odata.context": f"{SERVICE}#Zaak",
        "value": [zaak(), zaak(Nummer="2024Z91235"), zaak(Nummer="?")],
    }
    summary, quads = made(tmp_path, {"page.json": json.dumps(page).encode()})
    assert summary.papers == 2
    (refused,) = summary.set_aside
    assert (refused.file_name, refused.code) == ("page.json", "schema")
    assert "$.value[2].Nummer" in refused.reason
    for number in ("2024Z91234", "2024Z91235"):
        paper = MINTER.paper(f"kv-tk-{number}")
        assert values(quads, paper, DCTERMS.title) == ["Het bericht dat de veerpont naar Terherne stilligt"]
        assert values(quads, paper, KV.dateSubmitted) == ["2024-11-12"]


def test_archives_give_what_their_files_give(tmp_path: Path) -> None:
    plain, expected = made(tmp_path / "plain", {"vraag.txt": TEXT.encode(), "antwoord.xml": official_xml()})
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("2019/vraag.txt", TEXT)
        archive.writestr("2019/antwoord.xml.gz", gzip.compress(official_xml()))
    tarred = io.BytesIO()
    with tarfile.open(fileobj=tarred, mode="w:gz") as tar:
        for name, data in (("vraag.txt", TEXT.encode()), ("in/antwoord.xml", official_xml())):
            (member := tarfile.TarInfo(name)).size = len(data)
            tar.addfile(member, io.BytesIO(data))
    for name, data in (("papers.zip", zipped.getvalue()), ("papers.bin", tarred.getvalue())):
        summary, quads = made(tmp_path / name, {name: data})
        assert summary.set_aside == ()
        assert summary.kinds == plain.kinds
        assert {str(quad) for quad in quads} == {str(quad) for quad in expected}


def test_pages_come_from_the_form_that_has_them(tmp_path: Path) -> None:
    paged = TEXT.replace("Vraag 1\n", "\fVraag 1\n").encode()
    _, quads = made(tmp_path, {"a.txt": TEXT.encode(), "b.txt": paged})
    question = MINTER.passage("case-2019Z00123-question", "question/1")
    assert values(quads, question, KV.page) == ["2"]
    assert values(quads, question, SCHEMA.text) == ["Kent u het bericht «Spaarpot leeg»?"]
