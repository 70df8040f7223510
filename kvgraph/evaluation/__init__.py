"""A graph against gold facts that people found by reading the papers: field by field, what is right, missed or wrong.

A fact is a short text of one field of one document, such as ``koekkoek|volt`` of ``questioners``; ``sameness`` says
which spellings are one fact. What gold can't judge doesn't count: a field that a gold file skips, an institution that
its readers had no key for, and the identity of a person whom they gave none.
"""

from __future__ import annotations

from kvgraph.evaluation.gold import Gold, GoldError, Reading, read
from kvgraph.evaluation.quality import measurements
from kvgraph.evaluation.scores import Evaluation, Miss, Score, evaluate
from kvgraph.evaluation.stated import FIELDS

__all__ = [
    "FIELDS",
    "Evaluation",
    "Gold",
    "GoldError",
    "Miss",
    "Reading",
    "Score",
    "evaluate",
    "measurements",
    "read",
]
