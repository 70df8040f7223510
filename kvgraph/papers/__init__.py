"""Clean text to a ``Paper``: header, numbered passages, footnotes tied to the passage of their mark."""

from kvgraph.papers.parse import parse

__all__ = ["parse"]
