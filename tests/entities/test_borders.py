"""Where names may begin and end."""

from __future__ import annotations

import pytest

from kvgraph.entities.borders import Ending, begins, ending, in_address


@pytest.mark.parametrize(
    ("before", "name", "allowed"),
    [
        ("", "EU", True),
        ("de ", "EU", True),
        ("niet-", "EU", True),
        ("(", "EU", True),
        ("van", "EU", True),  # a lost blank
        ("vak", "EU", False),
        ("re", "unie", False),
        ("X", "EU", False),
        ("info@", "kabinet", False),
        ("1", "EU", False),
        ("1", "Europese Unie", True),  # a footnote mark
    ],
)
def test_begins(before: str, name: str, allowed: bool) -> None:
    assert begins(before + name, len(before), name=" " in name) is allowed


@pytest.mark.parametrize(
    ("name", "behind", "expected"),
    [
        ("EU", "", Ending.BORDER),
        ("EU", ".", Ending.BORDER),
        ("EU", "-lidstaten", Ending.COMPOUND),
        ("EU", "-, OVSE- en VN-verband", Ending.ELLIPSIS),
        ("EU", "R", Ending.INSIDE),
        ("NZa", "l", Ending.INSIDE),
        ("GGD", "’en", Ending.BORDER),
        ("Frontex", "missie", Ending.COMPOUND),
        ("Frontex", "s", Ending.BORDER),
        ("kabinet", "je", Ending.INSIDE),
        ("IGJ", ".nl", Ending.INSIDE),
        ("Kamer", ".Daarna", Ending.BORDER),
        ("HR", ":2021:1778", Ending.INSIDE),
        ("G20", "5", Ending.INSIDE),
        ("Raad van Europa", "1", Ending.BORDER),
    ],
)
def test_ending(name: str, behind: str, expected: Ending) -> None:
    assert ending(f"de {name}{behind}", 3, 3 + len(name)) is expected


@pytest.mark.parametrize(
    ("text", "word", "inside"),
    [
        ("zie https://www.igj.nl/toezicht voor meer", "igj", True),
        ("zie www.kadaster.nl", "kadaster", True),
        ("mail info@politie.nl", "politie", True),
        ("op tweedekamer.nl staat", "kamer", True),
        ("NOS,https://nos.nl/kabinet", "NOS", False),
        ("de Kamer.De politie", "politie", False),
        ("(politie.nl)", "politie", True),
        ("het kabinet. Daarna", "kabinet", False),
    ],
)
def test_in_address(text: str, word: str, inside: bool) -> None:
    assert in_address(text, text.index(word)) is inside
