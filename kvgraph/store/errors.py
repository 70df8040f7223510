"""What can go wrong with a graph on disk."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """A store or a graph file that can't be written or read: where, why, and what a person can do about it."""

    def __init__(self, path: Path, reason: str, advice: str = "") -> None:
        self.path, self.reason, self.advice = path, reason, advice
        super().__init__(f"{path}: {reason}." + (f" {advice}" if advice else ""))
