"""Which papers are of one case though only some print its number: a typeset answer never does.

The header of a question paper is printed again above its answer, and above a postponement: the same members ask the
same ministers on the same day about the same subject.
"""

from __future__ import annotations

from hashlib import sha256

from kvgraph.build.merging import Facts, folded
from kvgraph.model import Role


def asked(facts: Facts) -> bytes | None:
    """Return a digest of what a header says of the questions, by which papers of one case are known.

    A paper without a day, a subject or a questioner whom the register knows has none.
    """
    questioners = facts.persons.get(Role.QUESTIONER, frozenset())
    if facts.submitted is None or not facts.subject or not questioners:
        return None
    said = [facts.submitted.isoformat(), *sorted(questioners), "", *sorted(facts.addressees), "", folded(facts.subject)]
    return sha256("\n".join(said).encode(errors="surrogatepass")).digest()


class Threads:
    """The cases that papers print, by what their headers say: first all papers are shown, then each is asked for."""

    def __init__(self) -> None:
        self._printed: dict[bytes, tuple[str, ...]] = {}

    def show(self, header: bytes | None, cases: tuple[str, ...]) -> None:
        """Take note of the cases that a paper with this header prints."""
        if header and cases and self._printed.setdefault(header, cases) != cases:
            self._printed[header] = ()  # papers of several cases have this header: it tells of none

    def lent(self, header: bytes | None, cases: tuple[str, ...]) -> tuple[str, ...]:
        """Return the cases that others of its thread print and a paper does not; most have none."""
        return self._printed.get(header, ()) if header and not cases else ()
