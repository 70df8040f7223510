"""The canonical text of a graph, the file of segments that holds that of an archive, and the store that is made of it.

The text is N-Quads, one statement a line, lines sorted by their bytes, none twice: equal graphs are equal bytes.
"""

from kvgraph.store.changes import Change, changes
from kvgraph.store.embedded import create, open_read_only, stamp_of, update
from kvgraph.store.errors import StoreError
from kvgraph.store.segments import Place, Segment, Segments, read_index, unpacked
from kvgraph.store.segments import write as write_segments
from kvgraph.store.text import graphs, lines, read_nquads, write_nquads

__all__ = [
    "Change",
    "Place",
    "Segment",
    "Segments",
    "StoreError",
    "changes",
    "create",
    "graphs",
    "lines",
    "open_read_only",
    "read_index",
    "read_nquads",
    "stamp_of",
    "unpacked",
    "update",
    "write_nquads",
    "write_segments",
]
