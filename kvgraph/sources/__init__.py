"""A source file to clean lines with their pages: finding the files, telling what they are, decoding, cleaning."""

from kvgraph.sources.discovery import InMemory, Item, discover, name_of
from kvgraph.sources.reading import LARGEST, read, read_bytes

__all__ = ["LARGEST", "InMemory", "Item", "discover", "name_of", "read", "read_bytes"]
