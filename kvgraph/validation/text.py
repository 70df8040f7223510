"""A report for people: grouped by severity and by what is wrong, each node by its short name, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import wrap

from pyoxigraph import Literal, NamedNode

from kvgraph.model import Severity
from kvgraph.validation.result import SEVERITIES, Result, Term
from kvgraph.vocabulary import DEFAULT_BASE, shorten

WIDTH = 100
"""How many characters wide the text is; a long name may stick out."""

_LONGEST = 72

_WORDS = {
    "nl": {
        "conforms": "De graaf voldoet",
        "fails": "De graaf voldoet niet",
        "nothing": "niets gevonden.",
        Severity.VIOLATION: ("overtreding", "overtredingen"),
        Severity.WARNING: ("waarschuwing", "waarschuwingen"),
        Severity.INFO: ("opmerking", "opmerkingen"),
        "more": "en nog {}",
        "blank": "een blanke knoop",
        "advice": "Wat te doen",
    },
    "en": {
        "conforms": "The graph conforms",
        "fails": "The graph does not conform",
        "nothing": "nothing found.",
        Severity.VIOLATION: ("violation", "violations"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.INFO: ("remark", "remarks"),
        "more": "and {} more",
        "blank": "a blank node",
        "advice": "What to do",
    },
}
_ADVICE = {
    "nl": {
        Severity.VIOLATION: "De graaf spreekt haar eigen regels tegen. Herstel de bron of de lezer ervan en bouw "
        "opnieuw; een graaf met overtredingen is niet om te delen.",
        Severity.WARNING: "Kijk in het stuk: het is zo gedrukt, verkeerd gelezen, of het register loopt achter. "
        "Wat gedrukt is, blijft staan.",
        Severity.INFO: "Niets, tenzij het vaker voorkomt dan gewoon is.",
    },
    "en": {
        Severity.VIOLATION: "The graph contradicts its own rules. Repair the source or its reader and build again; "
        "a graph with violations is not for sharing.",
        Severity.WARNING: "Look at the paper: it is printed so, or misread, or the register lags behind. "
        "What is printed stays.",
        Severity.INFO: "Nothing, unless there are more of them than usual.",
    },
}
# What the constraint component adds to the message of its shape; a component that isn't here adds nothing.
_FAULTS = {
    "MinCount": ("ontbreekt", "missing"),
    "MaxCount": ("te veel", "too many"),
    "Datatype": ("verkeerd datatype", "wrong datatype"),
    "Pattern": ("verkeerde schrijfwijze", "wrong spelling"),
    "Class": ("verkeerde klasse", "wrong class"),
    "NodeKind": ("verkeerd soort knoop", "wrong kind of node"),
    "In": ("staat niet in de lijst", "not in the list"),
    "LessThan": ("verkeerde volgorde", "wrong order"),
    "LessThanOrEquals": ("verkeerde volgorde", "wrong order"),
    "MinLength": ("te kort", "too short"),
    "UniqueLang": ("dezelfde taal tweemaal", "one language twice"),
    "LanguageIn": ("onbekende taal", "unknown language"),
}


def told(
    results: Sequence[Result],
    counts: Mapping[Severity, int],
    language: str = "nl",
    *,
    base: str = DEFAULT_BASE,
    limit: int = 10,
) -> str:
    """Return sorted results as text; KeyError for a language that is neither ``nl`` nor ``en``.

    IRIs below ``base`` lose it. Of the nodes with one fault, the first ``limit`` are named and the rest are counted.
    """
    return "\n".join(_lines(results, counts, language, base, limit)) + "\n"


def _lines(
    results: Sequence[Result], counts: Mapping[Severity, int], language: str, base: str, limit: int
) -> Iterator[str]:
    words = _WORDS[language]
    verdict = words["fails" if counts[Severity.VIOLATION] else "conforms"]
    found = [_count(words[severity], counts[severity]) for severity in SEVERITIES if counts[severity]]
    yield f"{verdict}: {', '.join(found)}." if found else f"{verdict}: {words['nothing']}"
    for severity, group in groupby(results, key=lambda result: result.severity):
        yield ""
        yield f"{words[severity][1].upper()} ({counts[severity]})"
        for _, same in groupby(group, key=lambda result: (result.shape, result.component)):
            yield ""
            yield from _fault(list(same), language, base, limit)
    if found:
        yield ""
        yield f"{words['advice']}".upper()
        for severity in SEVERITIES:
            if counts[severity]:
                label = f"  {words[severity][0]:15}"
                yield from wrap(_ADVICE[language][severity], WIDTH, initial_indent=label, subsequent_indent=" " * 17)


def _fault(same: Sequence[Result], language: str, base: str, limit: int) -> Iterator[str]:
    """Return what is wrong, which shape says so, and the nodes at fault."""
    first = same[0]
    yield from wrap(first.message(language), WIDTH, initial_indent="  ", subsequent_indent="  ")
    name = first.component.rpartition("#")[2].removesuffix("ConstraintComponent")
    fault = _FAULTS[name][language != "nl"] if name in _FAULTS else ""
    path = _short(first.path, base) if first.path else ""
    parts = (f"[{first.shape.rpartition('#')[2]}]", path, fault, f"{len(same)} ×")
    yield "  " + "  ".join(part for part in parts if part)
    for result in same[:limit]:
        yield f"    {_found(result, language, base)}"
    if len(same) > limit:
        yield "    " + str(_WORDS[language]["more"]).format(len(same) - limit)


def _found(result: Result, language: str, base: str) -> str:
    focus = _spelt(result.focus, language, base)
    if result.value is None or result.value == result.focus:
        return focus
    return f"{focus}  →  {_spelt(result.value, language, base)}"


def _spelt(term: Term, language: str, base: str) -> str:
    match term:
        case NamedNode(value=iri):
            return _short(iri, base)
        case Literal(value=text):
            folded = " ".join(text.split())
            return f"“{folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1] + '…'}”"
    return str(_WORDS[language]["blank"])


def _short(iri: str, base: str) -> str:
    if iri.startswith(base) and iri != base:
        return iri.removeprefix(base)
    return shorten(iri) or f"<{iri}>"


def _count(names: Iterable[str], number: int) -> str:
    singular, plural = names
    return f"{number} {singular if number == 1 else plural}"
