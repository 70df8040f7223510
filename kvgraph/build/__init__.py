"""From sources to an output folder: all papers read, stated, checked and written; one bad file never stops it."""

from kvgraph.build.analyse import analyse
from kvgraph.build.assembly import ForgottenError, NoSourcesError, build
from kvgraph.build.folder import FolderError, LockedError
from kvgraph.build.intake import Progress
from kvgraph.build.manifest import ManifestError
from kvgraph.build.outcome import Noted, SetAside, Stage, Summary, at_least
from kvgraph.build.outputs import Part
from kvgraph.build.pool import WorkersError

__all__ = [
    "FolderError",
    "ForgottenError",
    "LockedError",
    "ManifestError",
    "NoSourcesError",
    "Noted",
    "Part",
    "Progress",
    "SetAside",
    "Stage",
    "Summary",
    "WorkersError",
    "analyse",
    "at_least",
    "build",
]
