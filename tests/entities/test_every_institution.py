"""Every name of every institution, in each place where a sentence may put one, is found as that institution.

The sentences are made here, so that a row added to the table is held to them at once.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from kvgraph import resources
from kvgraph.entities import find_institutions

with (resources.registers() / "institutions.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))

# What may stand around a name; the name is the only institution in each.
PLACES = {
    "in a sentence": "Vorige week sprak men met de {} over dit onderwerp.",
    "in English": "Last week the {} published a report.",
    "first": "{} heeft dat vorig jaar gezegd.",
    "last": "Lees daarover het jaarverslag van de {}.",
    "in a title": "Kent u het bericht «{}: het gaat goed»?",
    "in a compound": "De {}-medewerkers zwijgen.",
    "in the middle of a compound": "Een niet-{}-lid zwijgt.",
    "in the genitive": "Wat vindt u van {}’s beleid?",
    "before what shares its compound": "In {}- en gemeenteverband is overlegd.",
    "in a list": "De {} en de gemeenten overlegden.",
    "glued to the word before it": "Dat is aan de{}, zegt men.",
}
# Names that mean the Dutch institution only with a word before them.
BOUND = {"regering": "the regering of whom? De, uw or onze must stand before it"}
# English names that other countries' bodies have too: what the table has of them says whose they are.
SHARED_IN_ENGLISH = {
    "general-court", "tweede-kamer", "eerste-kamer", "rechtspraak", "nationale-ombudsman", "kinderombudsman",
    "openbaar-ministerie", "inspectie-onderwijs", "ggd", "kiesraad", "belastingdienst", "dienst-toeslagen", "kvk",
    "ipo", "min-bz", "min-fin", "min-def", "raad-voor-cultuur", "huurcommissie", "raad-voor-rechtsbijstand", "justid",
    "dictu", "bft", "ubr", "cvte", "mijnraad", "igk", "raad-voor-de-rechtshandhaving", "cft", "veiligheidsberaad",
    "gemeenschappelijk-hof-van-justitie", "fonds-voor-cultuurparticipatie", "autoriteit-woningcorporaties",
}  # fmt: skip
# Labels that hold two names, or a name and its explanation.
EXPLAINED = {"kabinet", "ns", "min-ez"}


def _cell(row: dict[str, str], column: str) -> list[str]:
    return [value for value in row[column].split("|") if value]


def _names(row: dict[str, str]) -> Iterator[str]:
    yield from (*_cell(row, "names"), *_cell(row, "abbreviations"))
    if row["key"] not in EXPLAINED:
        yield row["label_nl"]
        if row["key"] not in SHARED_IN_ENGLISH:
            yield row["label_en"]


def _found(text: str) -> list[str]:
    return [mention.key for mention in find_institutions(text)]


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_found_wherever_it_stands(place: str) -> None:
    lost = []
    for row in ROWS:
        for name in _names(row):
            if place == "in the genitive" and name[-1] in "sxz":
                continue
            if place.startswith("glued") and not (name[0].isupper() and name in _cell(row, "names")):
                continue
            if name not in BOUND and _found(PLACES[place].format(name)) != [row["key"]]:
                lost.append((row["key"], name, _found(PLACES[place].format(name))))
    assert lost == []


def test_a_name_in_capitals_is_found() -> None:
    names = ((row["key"], name) for row in ROWS for name in _cell(row, "names") if name not in BOUND)
    lost = [(key, name) for key, name in names if _found(f"DE {name.upper()} ZWIJGT") != [key]]
    assert lost == []


@pytest.mark.parametrize("text", ["In {}-, OVSE- en Benelux-verband", "De {}/OVSE/Benelux", "De {}, OVSE en Benelux"])
def test_abbreviations_stand_in_lists(text: str) -> None:
    short = [(row["key"], name) for row in ROWS for name in _cell(row, "abbreviations") if name != "ODIHR"]
    lost = [(key, name) for key, name in short if _found(text.format(name)) != [key, "osce", "benelux"]]
    assert lost == []


def test_ministries_in_parentheses_are_portfolios() -> None:
    for row in (row for row in ROWS if row["kind"] == "ministry"):
        for name in _cell(row, "abbreviations"):
            assert _found(f"Dat heeft Jansen ({name}) gezegd.") == []
            assert _found(f"Het Ministerie van Algemene en Overige Taken ({name}) zwijgt.") == [row["key"]]


def test_a_contextual_name_counts_beside_a_full_name_only() -> None:
    """A capitalised contextual name is nothing alone, and its institution behind a full name of that."""
    for row in ROWS:
        for short in _cell(row, "contextual"):
            if short.islower() or short.startswith("de "):
                continue
            alone = _found(f"Vorige week sprak men over de {short} in dit land.")
            assert row["key"] not in alone, short
            behind = _found(f"De {row['label_nl']} kwam bijeen. Later besloot de {short} anders.")
            assert behind[-1] == row["key"], short
