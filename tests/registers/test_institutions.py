"""The register of institutions."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from kvgraph.registers import institutions

SHARED = Path(__file__).resolve().parents[3] / "shared"


def test_parents_are_institutions_and_lead_to_a_top() -> None:
    records = institutions.load()
    for record in records.values():
        chain = [record.key]
        while (parent := records[chain[-1]].part_of) is not None:
            assert parent not in chain
            chain.append(parent)


def test_values_have_the_form_of_their_scheme() -> None:
    for key, record in institutions.load().items():
        assert record.key == key
        assert re.fullmatch(r"[a-z0-9-]+", key)
        assert record.label_nl
        assert record.label_en
        assert record.kind in {"eu", "international", "dutch", "ministry"}
        assert record.wikidata is None or re.fullmatch(r"Q\d+", record.wikidata)
        assert record.tooi is None or record.tooi.startswith("https://identifier.overheid.nl/tooi/id/")
        assert record.owms is None or record.owms.startswith("http://standaarden.overheid.nl/owms/terms/")
        assert record.eu_authority is None or record.eu_authority.startswith("http://publications.europa.eu/resource/")
        for day in (record.valid_from, record.valid_until):
            assert day is None or re.fullmatch(r"\d{4}(-\d\d-\d\d)?", day)


def test_names_are_distinct() -> None:
    bearers: dict[str, set[str]] = {}
    for record in institutions.load().values():
        for name in (*record.names, *record.abbreviations):
            bearers.setdefault(name.casefold(), set()).add(record.key)
    assert {name: keys for name, keys in bearers.items() if len(keys) > 1} == {}


def test_records_hold_the_facts_of_their_row() -> None:
    osce = institutions.load()["osce"]
    assert "OVSE" in osce.abbreviations
    assert osce.part_of is None
    assert institutions.load()["odihr"].part_of == "osce"
    assert institutions.load()["min-bz"].kind == "ministry"


def test_load_is_cached_and_read_only() -> None:
    assert institutions.load() is institutions.load()
    with pytest.raises(TypeError):
        institutions.load()["osce"] = institutions.load()["eu"]  # type: ignore[index]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the checkout")
def test_every_agreed_key_is_there() -> None:
    with (SHARED / "corpus" / "institution_keys.tsv").open(encoding="utf-8", newline="") as table:
        agreed = {row["key"] for row in csv.DictReader(table, delimiter="\t")}
    with (SHARED / "authority" / "institutions.csv").open(encoding="utf-8", newline="") as table:
        known = {row["key"] for row in csv.DictReader(table)}
    assert agreed | known <= set(institutions.load())
