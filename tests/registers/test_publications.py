"""The index of publications: exact, lazy, and honest about what it can't know."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph import resources
from kvgraph.registers import load
from kvgraph.registers.publications import Publications

INDEX = load().publications


def packing() -> ModuleType:
    """Return the module that packs the index, which is no part of the package."""
    path = resources.registers() / "remaking" / "publications.py"
    spec = importlib.util.spec_from_file_location("packing", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PACKING = packing()


@pytest.mark.parametrize(
    "identifier",
    [
        "kst-21501-02-2295",
        "kst-36410-A-51",
        "kst-36600-XII-42",
        "ah-tk-20202021-3235",
        "ah-ek-20242025-6",
        "kv-tk-2024Z18653",
        "h-tk-20192020-45-7",
        "ag-tk-29-01-2010",
        "blg-999993",
        "2024Z18653",
        "h-tk-20192020-45",
    ],
)
def test_what_exists_is_known(identifier: str) -> None:
    assert INDEX.knows(identifier)
    assert INDEX.covers(identifier)
    assert INDEX.spelling(identifier) == identifier


@pytest.mark.parametrize(
    "identifier",
    ["kst-21501-20-2295", "kst-21501-02-02295", "kst-21501-02-", "kst", "", "stb-2020-118", "ah-tk-20202021-99999"],
)
def test_what_does_not_exist_is_not_known(identifier: str) -> None:
    assert not INDEX.knows(identifier)
    assert INDEX.spelling(identifier) is None


@pytest.mark.parametrize(
    ("identifier", "covered"),
    [
        ("kst", True),
        ("stb", False),
        ("stb-2020-118", False),
        ("ah-tk-20202021-99999", True),  # that session is over
        ("ah-tk-20242025-9999", False),  # that one was not
        ("ah-tk-20272028-1", False),
        ("h-tk-20192020-999-1", True),
        ("h-tk-20192020-999", True),
        ("h-tk-20082009-37-2632", False),  # its id says from which page to which
        ("2023Z99999", True),
        ("2027Z00001", False),
        ("2023D00001", False),
        ("kst-21501-02-9999", False),  # may have come later
        ("kst-12345-1", True),
        ("kst-39999-1", False),
    ],
)
def test_of_what_came_later_it_can_not_speak(identifier: str, covered: bool) -> None:
    assert INDEX.covers(identifier) is covered


@pytest.mark.parametrize("identifier", ["kst-21501-20-2295", "ah-tk-20242025-9999", "kst-39999-1"])
def test_what_was_cited_before_the_index_was_made_existed_then(identifier: str) -> None:
    assert INDEX.covers(identifier, date(2024, 11, 19))
    assert not INDEX.covers(identifier, date(2025, 2, 1))
    assert not INDEX.covers(identifier)


@pytest.mark.parametrize("identifier", ["2025Z99999", "2024D99999", "stb-2020-118", "h-tk-20242025-999-1"])
def test_of_other_ids_that_says_nothing(identifier: str) -> None:
    assert not INDEX.covers(identifier, date(2024, 11, 19))


@pytest.mark.parametrize(
    ("misprint", "meant"),
    [
        ("kst-20035-12", "kst-29035-12"),  # another digit
        ("kst-2935-12", "kst-29035-12"),  # left out
        ("kst-290035-12", "kst-29035-12"),  # doubled
        ("kst-20935-12", "kst-29035-12"),  # swapped
        ("kst-21501-20-2295", "kst-21501-20-2095"),  # in the number
        ("kst-21501-02-22295", "kst-21501-02-2295"),
        ("kst-36600-XII-142", "kst-36600-XII-42"),
        ("ah-tk-20202021-32235", "ah-tk-20202021-3235"),
    ],
)
def test_one_slip_of_the_keyboard_has_what_was_meant_among_its_nearest(misprint: str, meant: str) -> None:
    near = INDEX.nearest(misprint)
    assert meant in near
    assert len(near) <= 5
    assert near == INDEX.nearest(misprint)


def test_ids_of_the_eerste_kamer_that_began_with_the_session() -> None:
    assert not INDEX.knows("kst-21109-E")
    assert INDEX.spelling("kst-21109-E") == "kst-20082009-21109-E"


def test_the_nearest_have_one_slip_and_exist() -> None:
    assert INDEX.nearest("kst-21501-02-22995")[0] in {"kst-21501-02-2295", "kst-21501-02-2995", "kst-21501-02-2299"}
    assert "kst-21501-02-2295" in INDEX.nearest("kst-21510-02-2295", 20)
    assert INDEX.nearest("kst-99999-99-9") == ()


@given(st.text("kstah-0123456789AZ", max_size=24))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(INDEX.covers(text), bool)
    near = INDEX.nearest(text, 3)
    assert len(near) <= 3
    assert all(INDEX.knows(identifier) and identifier != text for identifier in near)
    if INDEX.knows(text):
        assert INDEX.spelling(text) == text


IDENTIFIERS = st.from_regex(r"\Akst-[1-3]{1,2}(-[XA]{1,2})?-[01]{0,2}[0-9]{1,2}[a-b]?\Z")


@given(st.sets(IDENTIFIERS, min_size=1, max_size=40), st.sets(IDENTIFIERS, max_size=20))
def test_the_index_holds_what_was_packed_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, known: set[str], others: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("index", numbered=True)
    (folder / "kst.txt.xz").write_bytes(PACKING.pack_family(sorted(known)))
    index = Publications(folder)
    assert [one for one in sorted(known) if not index.knows(one)] == []
    assert [one for one in sorted(others - known) if index.knows(one)] == []


def test_packing_does_not_depend_on_order(tmp_path: Path) -> None:
    known = [f"kst-1-{number}" for number in (5, 1, 2, 3, 10, 12)] + ["kst-1-A", "kst-2-01"]
    families: dict[str, bytes] = defaultdict(bytes)
    for name, ids in (("one", known), ("other", known[::-1])):
        families[name] = PACKING.pack_family(ids)
    assert families["one"] == families["other"]
    assert len(families["one"]) < 1000, tmp_path
