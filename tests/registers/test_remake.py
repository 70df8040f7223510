"""The committed tables are what the script makes of its sources."""

from __future__ import annotations

import lzma
import subprocess
import sys
from pathlib import Path

import pytest

from kvgraph import resources

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "authority"
TABLES = ("persons", "seats", "offices", "terms", "ministries")


@pytest.mark.skipif(not SOURCES.is_dir(), reason=f"the sources are not at {SOURCES}")
def test_the_tables_are_remade_byte_for_byte(tmp_path: Path) -> None:
    script = resources.registers() / "remake.py"
    command = [sys.executable, str(script), str(SOURCES), "--output", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Members known on 15 June" in done.stdout
    for name in TABLES:
        committed = (resources.registers() / f"{name}.csv").read_bytes()
        assert (tmp_path / f"{name}.csv").read_bytes() == committed, name
    families = sorted(path.name for path in (resources.registers() / "publications").iterdir())
    assert sorted(path.name for path in (tmp_path / "publications").iterdir()) == families
    for family in families:  # the packer may be of another version, what it packs may not
        committed = (resources.registers() / "publications" / family).read_bytes()
        remade = (tmp_path / "publications" / family).read_bytes()
        assert lzma.decompress(remade) == lzma.decompress(committed), family


@pytest.mark.skipif(not SOURCES.is_dir(), reason=f"the sources are not at {SOURCES}")
def test_the_index_knows_every_id_of_its_source() -> None:
    from kvgraph.registers import load

    publications = load().publications
    identifiers = lzma.decompress((SOURCES / "publication_ids.txt.xz").read_bytes()).decode().split()
    assert len(identifiers) > 650_000
    assert [one for one in identifiers[::13] if not publications.knows(one)] == []
