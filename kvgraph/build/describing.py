"""The description of the dataset in the output folder: written by a build, joined by figures of its quality later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kvgraph import __version__
from kvgraph.build import folder, manifest, outputs
from kvgraph.exports import dataset
from kvgraph.iris import Minter
from kvgraph.model import PaperKind
from kvgraph.vocabulary import DQV

_GRAPH = dataset.Distribution(outputs.GRAPH, "application/n-quads", "application/gzip")
_TURTLE = dataset.Distribution(outputs.TURTLE, "text/turtle")


def write_description(folder: Path, minter: Minter, statements: int, kinds: Mapping[PaperKind, int]) -> None:
    """Write the description of a fresh graph, which nobody has measured yet, and of its files in the folder."""
    files = (_GRAPH, _TURTLE) if (folder / outputs.TURTLE).exists() else (_GRAPH,)
    ordered = dict(sorted(kinds.items()))
    described = dataset.describe(minter, version=__version__, statements=statements, kinds=ordered, files=files)
    outputs.write_description(folder, described, minter.base)


def add_quality(output: Path, measured: Iterable[Quad], minter: Minter) -> None:
    """Put figures of the quality of the graph into the description in its output folder, in place of former ones.

    Raises LockedError when a build is writing to the folder, FolderError when it can't be written.
    """
    with folder.staging(output) as staging:
        former = output / outputs.DESCRIPTION
        known = parse(former.read_bytes(), RdfFormat.TURTLE) if former.exists() else ()
        kept = [quad for quad in known if not _is_measured(quad, minter)]
        outputs.write_description(staging, [*kept, *measured], minter.base)
        manifest.write_changed(output, staging, outputs.DESCRIPTION)
        folder.publish(output, (outputs.DESCRIPTION, outputs.MANIFEST))


def _is_measured(quad: Quad, minter: Minter) -> bool:
    return quad.predicate == DQV.hasQualityMeasurement or str(quad.subject).startswith(f"<{minter.base}evaluation/")
