"""Institutions named in a passage, by key of the register.

All candidates compete: the longest wins (``VN-Veiligheidsraad`` over ``VN``), a phrase in which a name is another's
wins over the name in it. What remains is checked against what the words around it say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cache, cached_property

from kvgraph.entities.candidates import Candidate, View, candidates, views
from kvgraph.entities.context import Context
from kvgraph.entities.foreign import is_foreign
from kvgraph.entities.lexicon import lexicon
from kvgraph.model import Chamber, InstitutionMention, Span
from kvgraph.model.coverage import Coverage

# What every country has, so that "in Kenia" behind it makes it Kenya's.
_UNIVERSAL = frozenset({"kabinet", "politie", "douane", "krijgsmacht", "openbaar-ministerie"})
_CHAMBERS = {Chamber.TWEEDE_KAMER: "tweede-kamer", Chamber.EERSTE_KAMER: "eerste-kamer"}
_CITED_PAPER = re.compile(r"(?: der staten generaal)?,? (?:vergaderjaar |\d{4} ?\d{2,4}, ?\d)|, \d{2} ?\d{3}(?!\d)")
_OTHER_CHAMBER = re.compile(r" (?:van|voor|der|\d)")
_ADDRESSED = frozenset("de uw deze onze beide hele gehele voltallige".split())
_CABINETS = ("rutte", "schoof", "jetten", "balkenende", "kok", "lubbers", "van agt", "den uyl", "de jong", "drees")
_NAMED_CABINET = re.compile(r"(?: van (?:president|premier))?[ -]([A-Z]\w+)")
_OWN_GOVERNMENT = frozenset("de deze onze uw huidige vorige toenmalige demissionaire dezelfde nieuwe volgende".split())
_SHARED_HEADS = ("raad ", "inspectie ")
_LINKS = ("en", "of", "en/of", "dan wel", "als", "en de", "of de", "alsook de")
_BEFORE = re.compile(rf"(?<![a-z])([a-z]+) (?:{'|'.join(_LINKS)}) $")
_LINKS_BEFORE = tuple(f" {link} " for link in _LINKS)  # cheaper
_BEHIND = re.compile(r"(?: en|,| of)(?: de)? ")


def find_institutions(
    text: str, *, chamber: Chamber = Chamber.TWEEDE_KAMER, named: Collection[str] = ()
) -> tuple[InstitutionMention, ...]:
    """Return the institutions named in a passage, sorted by span and not overlapping.

    ``chamber`` is the chamber that ``de Kamer`` means. ``named`` are keys that other passages of the paper name in
    full: they let ``de Commissie`` or ``het Hof`` count here.
    """
    [passage] = searched([text], chamber)
    return passage.mentions(named)


def searched(texts: Collection[str], chamber: Chamber) -> list[SearchedPassage]:
    """Return the passages of a paper of this chamber, in the order of their texts, with all names looked up."""
    return [SearchedPassage(seen, chamber) for seen in views(texts)]


class SearchedPassage:
    """A passage in which all names of institutions are looked up once; which of them count can be asked repeatedly.

    ``alone`` are the institutions as far as the passage tells without the others of its paper. ``signs`` are those of
    people and of citations that it holds.
    """

    def __init__(self, seen: View, chamber: Chamber) -> None:
        self._seen = seen
        self._chamber = chamber
        self.signs = self._seen.signs
        # What is not meant here still takes its place, so that no shorter name in it comes up instead.
        plausible = [c if _is_plausible(c, self._seen) else c._replace(keys=()) for c in candidates(self._seen)]
        self._certain = [candidate for candidate in plausible if not candidate.contextual]
        self._unsure = [candidate for candidate in plausible if candidate.contextual and candidate.keys]
        self._sure = _longest(self._certain, self._seen)
        self.alone = self._settled(())

    @cached_property
    def _context(self) -> Context:
        return Context(self._seen.text, self._sure)

    def mentions(self, named: Collection[str]) -> tuple[InstitutionMention, ...]:
        """Return the institutions, ``named`` being what other passages name in full (see ``find_institutions``)."""
        helped = any(key in named for candidate in self._unsure for key in candidate.keys)
        return self._settled(named) if helped else self.alone

    def _settled(self, named: Collection[str]) -> tuple[InstitutionMention, ...]:
        if not self._sure and not self._unsure:
            return ()
        accepted = list(self._context.accepted(self._unsure, named)) if self._unsure else []
        chosen = _longest([*self._certain, *accepted], self._seen) if accepted else self._sure
        chosen = [*chosen, *_shared_parts(chosen, self._seen)]
        return tuple(InstitutionMention(c.span, c.rule, _key(c, self._chamber)) for c in sorted(chosen) if c.keys)


def _key(candidate: Candidate, chamber: Chamber) -> str:
    key = candidate.keys[0]
    if key == "tweede-kamer" and candidate.form in ("Kamer", "uw kamer"):
        return _CHAMBERS[chamber]
    return key


def _longest(options: Collection[Candidate], seen: View) -> list[Candidate]:
    """Choose the longest candidates that don't overlap; of two equally long ones the plainer, then the earlier."""
    if len(options) < 2:
        return list(options)
    taken = Coverage(len(seen.text))
    by_length = sorted(options, key=lambda c: (-c.length, c.tail, c.begin, c.form))
    return [option for option in by_length if taken.take(option.span)]


def _is_plausible(candidate: Candidate, seen: View) -> bool:
    """Say whether the words around a candidate let it be the Dutch, European or international body meant."""
    if not candidate.keys:
        return True
    key = candidate.keys[0]
    kind = lexicon().entries[key].kind
    if kind not in ("dutch", "ministry"):
        return True
    if _is_foreign(candidate, seen, key, kind):
        return False
    if kind == "ministry" or candidate.form == "Defensie":
        return _is_organisation(candidate, seen)
    if key in ("tweede-kamer", "eerste-kamer"):
        return _is_chamber(candidate, seen)
    if key == "kabinet":
        return _is_own_government(candidate, seen)
    if key == "politie":
        return candidate.form != "politie" or not seen.about_abroad
    return True


def _is_foreign(candidate: Candidate, seen: View, key: str, kind: str) -> bool:
    if candidate.form.startswith(("nederlandse ", "koninklijke ")):
        return False
    abroad = kind == "ministry" or key in _UNIVERSAL
    return is_foreign(seen.folded.text, candidate.folded_begin, candidate.folded_end, abroad=abroad)


def _is_organisation(candidate: Candidate, seen: View) -> bool:
    """Say whether a ministry is meant, not the office of its minister nor the portfolio in parentheses."""
    begin, end = candidate.folded_begin, candidate.folded_end
    office = bisect_right(seen.offices, (begin, len(seen.folded.text))) - 1  # offices don't overlap
    if office >= 0 and end <= seen.offices[office][1]:
        return False
    if not candidate.form[:1].isupper():  # a full name, with its head
        return True
    in_parentheses = (
        seen.text[candidate.begin - 1 : candidate.begin] == "(" and seen.text[candidate.end : candidate.end + 1] == ")"
    )
    return not in_parentheses or "ministerie" in seen.folded.text[max(0, begin - 90) : begin]


def _is_chamber(candidate: Candidate, seen: View) -> bool:
    """Say whether a chamber is meant, not the citation of its papers nor the chamber of a court."""
    folded = seen.folded.text
    if candidate.form == "Kamer":
        before = folded[max(0, candidate.folded_begin - 15) : candidate.folded_begin].split(" ")
        if (before[-2:] or [""])[0] in _ADDRESSED:
            return True
        return _OTHER_CHAMBER.match(folded, candidate.folded_end) is None
    return not candidate.form.startswith(("tweede", "eerste")) or not _CITED_PAPER.match(folded, candidate.folded_end)


def _is_own_government(candidate: Candidate, seen: View) -> bool:
    """Say whether the Dutch government is meant: not ``regering-Trump``, ``een regering`` or one spoken of before."""
    folded = seen.folded.text
    named = _NAMED_CABINET.match(seen.text, candidate.end)
    if named and not folded.startswith(_CABINETS, candidate.folded_end + 1):
        return seen.text[candidate.end] != "-" and candidate.form != "regering"
    if candidate.form != "regering" or named:
        return True
    before = folded[max(0, candidate.folded_begin - 20) : candidate.folded_begin].split(" ")
    headline = seen.text[candidate.begin].isupper()
    if not headline and (len(before) < 2 or before[-2].strip("(«\"'/") not in _OWN_GOVERNMENT):
        return False
    return seen.foreign_government is None or candidate.folded_begin < seen.foreign_government


def _shared_parts(chosen: Collection[Candidate], seen: View) -> Iterator[Candidate]:
    """Yield bodies whose name shares a part with the name beside it.

    ``Eerste en Tweede Kamer`` (the last part), ``Raad Algemene Zaken en Buitenlandse Zaken`` (the first).
    """
    shared: list[tuple[int, int, str]] = []
    for candidate in chosen:
        if seen.folded.text.endswith(_LINKS_BEFORE, 0, candidate.folded_begin):
            shared += _before(candidate, seen)
        if candidate.form.startswith(_SHARED_HEADS):
            shared += _behind(candidate, seen)
    if not shared:
        return
    taken = Coverage.of(len(seen.text), (candidate.span for candidate in chosen))
    for begin, end, key in shared:
        span = Span(seen.folded.begin(begin), seen.folded.end(end))
        if taken.take(span):
            yield Candidate(span.begin, span.end, begin, end, (key,), "", "institution-coordination")


def _before(candidate: Candidate, seen: View) -> Iterator[tuple[int, int, str]]:
    """Yield the folded begin and end and the key of a body whose last words are the candidate's (``Eerste en``)."""
    folded, names = seen.folded.text, lexicon().names
    _, _, tail = candidate.form.partition(" ")
    if not tail or not candidate.keys or candidate.form[0].isupper():
        return
    match = _BEFORE.search(folded, max(0, candidate.folded_begin - 40), candidate.folded_begin)
    name = names.get(f"{match[1]} {tail}") if match else None
    if match and name and name.key:
        yield match.start(1), match.end(1), name.key


def _behind(candidate: Candidate, seen: View) -> Iterator[tuple[int, int, str]]:
    """Yield the same of a body whose first word is the candidate's (``Raad Algemene Zaken en Buitenlandse Zaken``)."""
    folded, entries = seen.folded, lexicon().entries
    if not candidate.keys:
        return
    for head in _SHARED_HEADS:
        link = _BEHIND.match(folded.text, candidate.folded_end)
        if not link or not candidate.form.startswith(head):
            continue
        if not seen.text[folded.begin(link.end()) : folded.begin(link.end()) + 1].isupper():
            continue
        for rest, key in _tails(head):
            end = link.end() + len(rest)
            whole = folded.text.startswith(rest, link.end()) and not folded.text[end : end + 1].isalpha()
            if whole and entries[key].kind == entries[candidate.keys[0]].kind:
                yield link.end(), end, key
                break


@cache
def _tails(head: str) -> tuple[tuple[str, str], ...]:
    """Return what may stand behind ``head`` in a name, with the key, the longest first."""
    tails = [(name[len(head) :], entry.key) for name, entry in lexicon().names.items() if name.startswith(head)]
    return tuple(sorted((tail for tail in tails if tail[1]), key=lambda tail: (-len(tail[0]), tail[0])))
