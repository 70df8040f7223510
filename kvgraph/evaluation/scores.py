"""Gold facts and stated facts compared: precision, recall and F1 of each field, over all documents together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from kvgraph.evaluation.gold import Gold
from kvgraph.evaluation.stated import FIELDS, Stated

Facts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts of one field are right, how many the graph states, and how many gold has."""

    right: int
    stated: int
    gold: int

    @property
    def precision(self) -> float:
        """Which part of what is stated is right; where nothing is stated, 1 if there was nothing to state, else 0."""
        return self.right / self.stated if self.stated else float(not self.gold)

    @property
    def recall(self) -> float:
        """Which part of gold is stated; 1 where gold has nothing."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact on which graph and gold differ: only the graph states it (``stated``), or only gold has it."""

    document: str
    field: str
    stated: bool
    fact: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of each field that some document decides; ``absent`` documents are not in the graph and miss all."""

    documents: tuple[str, ...]
    absent: tuple[str, ...]
    scores: Mapping[str, Score]
    misses: tuple[Miss, ...]

    def below(self, minima: Mapping[str, float]) -> dict[str, float]:
        """Return the fields, with their F1, that stay below their minimum; a field that nothing decides can't."""
        found = ((field, self.scores[field].f1) for field in minima if field in self.scores)
        return {field: f1 for field, f1 in found if f1 < minima[field]}


def evaluate(graph: Store, gold: Sequence[Gold], keys: Collection[str] | None = None) -> Evaluation:
    """Return how far a graph agrees with gold; ``keys`` are the institutions that can be judged, None for all."""
    stated = Stated(graph, [one.doc for one in gold])
    compared = [
        (one.doc, field, _judged(field, stated.facts(one.doc, field), wanted, keys), wanted)
        for one in gold
        for field, wanted in one.facts().items()
    ]
    return Evaluation(
        documents=tuple(one.doc for one in gold),
        absent=tuple(one.doc for one in gold if one.doc not in stated.held),
        scores={
            name: Score(*map(sum, zip(*counts, strict=True)))
            for name in FIELDS
            if (counts := [_counts(got, wanted) for _, field, got, wanted in compared if field == name])
        },
        misses=tuple(
            Miss(document, field, sort, fact)
            for document, field, got, wanted in compared
            for sort, facts in ((False, wanted - got), (True, got - wanted))
            for fact in sorted(facts)
        ),
    )


def _counts(got: Facts, wanted: Facts) -> tuple[int, int, int]:
    return len(got & wanted), len(got), len(wanted)


def _judged(field: str, got: Facts, wanted: Facts, keys: Collection[str] | None) -> Facts:
    """Return those of the stated facts that gold can judge."""
    if field == "institutions" and keys is not None:
        return frozenset(key for key in got if key in keys)
    if field in ("questioner_links", "respondent_links"):
        return _accepted(got, wanted)
    return got


def _accepted(got: Facts, wanted: Facts) -> Facts:
    """Return the links to people as gold writes them.

    A person has several ids, of which gold accepts any: with one of them the link is right, and counts once; with
    none it is wrong, and counts once too. Nothing is known of the people whom gold has no id for.
    """
    linked: dict[str, set[str]] = {}
    for fact in got:
        name, _, identity = fact.partition("|")
        linked.setdefault(name, set()).add(identity)
    found: set[str] = set()
    for name in {fact.partition("|")[0] for fact in wanted} & linked.keys():
        of_name = {fact for fact in wanted if fact.partition("|")[0] == name}
        right = {fact for fact in of_name if linked[name] & set(fact.split("|")[1:])}
        found |= right or {f"{name}|{min(linked[name])}"}
    return frozenset(found)
