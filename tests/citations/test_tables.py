"""The tables of laws and publishers: well formed, without doubles, and every name in them is found in a text."""

from __future__ import annotations

import csv
import re
from collections import Counter

from kvgraph import resources
from kvgraph.citations import laws, publishers


def rows(name: str) -> list[dict[str, str]]:
    with (resources.registers() / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def names(row: dict[str, str], *columns: str) -> list[str]:
    return [name for column in columns for name in row[column].split("|") if name]


LAWS = rows("laws.csv")
PUBLISHERS = rows("publishers.csv")


def test_laws_have_unique_keys_names_and_ids() -> None:
    printed = [name.lower() for row in LAWS for name in names(row, "name", "abbreviations", "with_article")]
    for values in ([row["key"] for row in LAWS], [row["bwb"] for row in LAWS if row["bwb"]], set(printed)):
        assert [value for value, count in Counter(values).items() if count > 1] == []
    for row in LAWS:
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", row["key"])
        assert re.fullmatch(r"|BWB[RV][0-9]{7}", row["bwb"])
        assert row["kind"] in {"law", "decree", "regulation", "treaty"}


def test_every_name_of_a_law_is_found_and_leads_back_to_its_row() -> None:
    for row in LAWS:
        for name in names(row, "name", "abbreviations"):
            text = f"Op grond van de {name} mag dat."
            assert [citation.law for citation in laws.find(text)] == [name]
        for name in names(row, "name", "abbreviations", "with_article"):
            found = laws.row_of(name)
            assert found
            assert found.key == row["key"]


def test_an_ambiguous_abbreviation_needs_an_article() -> None:
    for row in LAWS:
        for name in names(row, "with_article"):
            assert list(laws.find(f"Wat kost {name} per jaar?")) == []
            (citation,) = laws.find(f"Volgens artikel 3 {name} mag dat.")
            assert (citation.law, citation.article) == (name, "3")


def test_publishers_have_unique_names_and_hosts() -> None:
    hosts = [host for row in PUBLISHERS for host in names(row, "hosts")]
    assert len(hosts) == len(set(hosts))
    for row in PUBLISHERS:
        for name in names(row, "name", "aliases"):
            found = publishers.named(name)
            assert found
            assert found.name == row["name"]
        for host in names(row, "hosts"):
            assert re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", host)
