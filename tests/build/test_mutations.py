"""Hundreds of damaged copies of a paper in every form: the build ends, tells of each, and other papers are as ever."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kvgraph.build import build
from tests.sources.markup.markup_maker import damaged

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / "examples" / "forms"
OFFICIAL, LETTER = "ah-tk-20232024-9071", "brief-2024Z90572"
MUTATED = (*(f"{OFFICIAL}.{form}" for form in ("xml", "html", "odt", "pdf", "txt", "json")), f"{LETTER}.docx",
           f"{OFFICIAL}-metadata.xml")  # fmt: skip
CLEAN = sorted((ROOT / "examples").glob("*.txt"))[:8]
MUTATIONS = 200


def lines(output: Path) -> dict[str, list[bytes]]:
    """Return the statements of each named graph."""
    graphs: dict[str, list[bytes]] = {}
    for line in gzip.decompress((output / "graph.nq.gz").read_bytes()).splitlines():
        graphs.setdefault(line.rsplit(b" ", 2)[1].decode(), []).append(line)
    return graphs


@pytest.mark.parametrize("name", MUTATED)
def test_damaged_copies_of_a_paper_harm_no_other(name: str, tmp_path: Path) -> None:
    mutants = tmp_path / "mutants"
    mutants.mkdir()
    whole = (FORMS / name).read_bytes()
    for seed in range(MUTATIONS):
        (mutants / f"{seed:03}-{name}").write_bytes(damaged(whole, seed))
    clean = list(map(str, CLEAN))
    build(clean, tmp_path / "clean", jobs=1, validate=False)
    summary = build([str(mutants), *clean], tmp_path / "all", jobs=2, validate=False)
    assert summary.written

    expected, found = lines(tmp_path / "clean"), lines(tmp_path / "all")
    papers = [graph for graph in expected if "/graph/register/" not in graph]
    assert len(papers) == len(CLEAN)
    assert all(found[graph] == expected[graph] for graph in papers)

    manifest = json.loads((tmp_path / "all" / "manifest.json").read_text("utf-8"))
    told = {one["file"] for one in (*manifest["sources"], *manifest["set_aside"])}
    copies = {path.read_bytes(): path.name for path in sorted(mutants.iterdir(), reverse=True)}
    assert set(copies.values()) <= told
    for one in manifest["set_aside"]:
        assert one["stage"] in {"read", "parse"}, one
        assert one["code"]
        assert one["reason"].endswith(".")
        assert one["advice"].endswith(".")
