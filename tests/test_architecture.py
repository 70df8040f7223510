"""What keeps the project simple, checked: the reading order, who owns which library, who mints, how long a file is."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "kvgraph"

# Each module imports only what stands above it.
READING_ORDER = (
    "resources",
    "model",
    "identifiers",
    "dates",
    "registers",
    "sources",
    "papers",
    "citations",
    "entities",
    "linking",
    "vocabulary",
    "iris",
    "statements",
    "store",
    "validation",
    "queries",
    "network",
    "exports",
    "remote",
    "evaluation",
    "build",
    "cli",
)

RDF = set(READING_ORDER[READING_ORDER.index("vocabulary") : READING_ORDER.index("cli")])
# A library that is not listed here has no place in the package.
LIBRARIES = {
    "ahocorasick_rs": {"citations", "entities"},
    "click": {"cli"},
    "aiohttp": {"sources"},
    "botocore": {"sources"},
    "distributed": {"build"},
    "fsspec": {"sources"},
    "httpx": {"remote"},
    "lxml": {"sources"},
    "msgspec": {"sources", "build"},
    "networkx": {"network"},
    "pyoxigraph": RDF,
    "pypdfium2": {"sources"},
    "pyshacl": {"validation"},
    "rdflib": {"validation"},
    "rich": {"cli"},
    "spellchecker": {"papers"},
    "re": {
        "identifiers",
        "dates",
        "registers",
        "sources",
        "papers",
        "citations",
        "entities",
        "linking",
        "queries",
        "cli",
    },
}
MINTERS = {"iris", "vocabulary"}
LONGEST = 300


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """Return the name in the reading order that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            if node.module == "kvgraph":
                yield from (f"kvgraph.{alias.name}" for alias in node.names)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_above_it(path: Path) -> None:
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    assert here in READING_ORDER, f"{here} has no place in the reading order"
    allowed = {*READING_ORDER[: READING_ORDER.index(here) + 1], "__version__"}
    used = {name.split(".")[1] for name in imports(parsed(path)) if name.startswith("kvgraph.")}
    assert used <= allowed, f"{path.name} imports {sorted(used - allowed)} from below"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_library_has_its_owners(path: Path) -> None:
    here = room(path)
    for name in imports(parsed(path)):
        library = name.split(".")[0]
        if library == "kvgraph" or (library in sys.stdlib_module_names and library not in LIBRARIES):
            continue
        assert library in LIBRARIES, f"{path.name} imports {library}, which nobody owns"
        assert here in LIBRARIES[library], f"{path.name} imports {library}; it belongs to {sorted(LIBRARIES[library])}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_two_modules_mint(path: Path) -> None:
    calls = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }
    assert not calls & {"BNode", "BlankNode"}, "no blank nodes, nowhere"
    if room(path) not in MINTERS | {"validation"}:
        assert not calls & {"NamedNode", "URIRef"}, f"{path.name} mints; only {sorted(MINTERS)} may"


def python_files() -> list[Path]:
    folders = ("kvgraph", "tests", "ontology", "benchmarks")
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", python_files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", python_files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_names_say_what_is_inside(path: Path) -> None:
    vague = {"utils", "helpers", "misc", "common", "core", "base", "manager", "handler", "processor", "engine"}
    assert path.stem not in vague
    assert not path.stem.endswith("_builder")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nsys.argv = ['kvgraph', '--help']\nfrom kvgraph.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = ('rdflib', 'networkx', 'pyshacl', 'pyoxigraph', 'spellchecker', 'httpx')\n"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
