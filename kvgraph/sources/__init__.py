"""A source to what it holds: finding the files, telling their form by their content, reading and cleaning them."""

from kvgraph.sources.discovery import LARGEST, InMemory, Item, Local, Unpacked, discover, name_of
from kvgraph.sources.forms import Content
from kvgraph.sources.reading import is_container, read, read_bytes
from kvgraph.sources.urls import Remote, fetch, is_url

__all__ = [
    "LARGEST",
    "Content",
    "InMemory",
    "Item",
    "Local",
    "Remote",
    "Unpacked",
    "discover",
    "fetch",
    "is_container",
    "is_url",
    "name_of",
    "read",
    "read_bytes",
]
