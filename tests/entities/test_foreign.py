"""Bodies of other countries."""

from __future__ import annotations

import csv

import pytest

from kvgraph import resources
from kvgraph.entities.folding import fold
from kvgraph.entities.foreign import is_about_abroad, is_foreign


@pytest.mark.parametrize(
    ("text", "name", "abroad", "foreign"),
    [
        ("de Turkse regering", "regering", False, True),
        ("het Chinees parlement", "parlement", False, True),
        ("de Zuid-Afrikaanse regering", "regering", False, True),
        ("de Amerikaanse federale regering", "regering", False, True),
        ("de Duitse en de Nederlandse politie", "politie", False, False),
        ("de politie van Kenia", "politie", False, True),
        ("de politie in Sri Lanka", "politie", True, True),
        ("het RIVM in Nigeria", "RIVM", False, False),
        ("de politie van Nigerdorp", "politie", True, False),
        ("de Europese politie", "politie", False, True),
        ("de Nederlandse regering", "regering", True, False),
        ("regering", "regering", True, False),
    ],
)
def test_is_foreign(text: str, name: str, abroad: bool, foreign: bool) -> None:
    folded, wanted = fold(text).text, fold(name).text
    begin = folded.index(wanted)
    assert is_foreign(folded, begin, begin + len(wanted), abroad=abroad) is foreign


def test_about_abroad() -> None:
    assert is_about_abroad(fold("De politie in Turkije pakte hem op.").text)
    assert not is_about_abroad(fold("De politie in Turkije pakte de Nederlander op.").text)
    assert not is_about_abroad(fold("Turkse ondernemers deden aangifte bij de politie.").text)


def test_every_country_is_foreign() -> None:
    with (resources.registers() / "countries.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len({row["code"] for row in rows}) == len(rows) > 180
    for row in rows:
        for name in row["names"].split("|"):
            folded = fold(f"regering van {name}.").text
            assert is_foreign(folded, 0, 8, abroad=False), name
        for adjective in filter(None, row["adjectives"].split("|")):
            folded = fold(f"de {adjective} regering").text
            assert is_foreign(folded, len(folded) - 8, len(folded), abroad=False), adjective
