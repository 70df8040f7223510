"""A source to what it holds: finding the files, telling their form by their content, reading and cleaning them."""

from kvgraph.sources.discovery import LARGEST, InMemory, Item, Unpacked, discover, name_of
from kvgraph.sources.forms import Content
from kvgraph.sources.reading import is_container, read, read_bytes

__all__ = [
    "LARGEST",
    "Content",
    "InMemory",
    "Item",
    "Unpacked",
    "discover",
    "is_container",
    "name_of",
    "read",
    "read_bytes",
]
