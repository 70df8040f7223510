"""Finders take time in proportion to the length of a passage, whatever stands in it.

Each finder reads its inputs in a process of its own, which ends itself when one of them takes many times the
processor time of plain Dutch of the same length, measured in the same process. Quadratic work is hundreds of times
slower at these lengths, so a busy or slow machine changes nothing.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from kvgraph import citations, dates, entities, papers, sources
from kvgraph.model import Document, Paper, PassageKind

SLACK = 100
HEADER = "Vragen van het lid Jansen (VVD) aan de Minister van Defensie over bruggen (ingezonden 3 mei 2024).\n"
LENGTH, LONGEST = 100_000, 1_000_000
DAY = date(2024, 5, 3)

Finder = Callable[[str], object]
FINDERS: dict[str, Finder] = {
    "citations in an answer": lambda text: citations.find(text, kind=PassageKind.ANSWER, anchor=DAY),
    "citations in a footnote": lambda text: citations.find(text, kind=PassageKind.FOOTNOTE, anchor=DAY),
    "citations in a header": lambda text: citations.find(text, kind=PassageKind.HEADER, anchor=DAY),
    "entities in an answer": lambda text: entities.find(
        text, kind=PassageKind.ANSWER, named={"cjeu", "europese-commissie"}
    ),
    "entities in a header": lambda text: entities.find(text, kind=PassageKind.HEADER),
    "institutions": entities.find_institutions,
    "dates": lambda text: dates.find(text, DAY),
    "a paper of labels": lambda text: _parsed(text),
}


def _parsed(text: str) -> Paper:
    """Return a paper with lines of the text, at its blanks, as its labels and passages."""
    (document,) = sources.read_bytes("long.txt", (HEADER + LABELLED.sub("\n", text)).encode())
    assert isinstance(document, Document)
    return papers.parse(document)


LABELLED = re.compile(r" (?=[Vv]raag|[Aa]ntwoord|[Vv]ragen|Toelichting|[0-9]+[.)]? )")
PLAIN = (
    "Op 3 mei 2024 heeft de Minister van Financiën de Tweede Kamer geschreven dat het lid Jansen (VVD) gelijk had: de "
    "Belastingdienst hoeft artikel 3 van de Grondwet niet uit te leggen. Daarbij is verwezen naar Kamerstuk 21 501-02, "
    "nr. 1234, en naar het antwoord op vraag 2, waarin dit al was toegezegd en door het kabinet is bevestigd. "
)

# One sign without end: also at a length that no passage reaches.
SIGNS = {"letters": "a", "capitals": "A", "digits": "1", "blanks": " ", "hyphens": "-", "brackets": "(", "points": "."}

# (what comes once, what is repeated behind it)
REPEATED: dict[str, tuple[str, str]] = {
    "closing brackets": ("(", ")"),
    "pairs of brackets": ("", "()"),
    "marks of notes": ("", "[1]"),
    "guillemets that open": ("", "«"),
    "quotation marks that open": ("", " ‘ab"),
    "an unclosed title": ("het bericht van NOS «", "een woord "),
    "apostrophes": ("", "'"),
    "capitals and small letters": ("", "aA"),
    "blanks that do not break": ("", "\u00a0"),
    "combining accents": ("", "e\u0301"),
    "soft hyphens": ("a", "\u00ad"),
    "months": ("", "januari "),
    "months without blanks": ("3 ", "mei"),
    "days": ("", "3 mei "),
    "misprinted months": ("", "3 oktbr 2024 "),
    "years": ("", "2020–"),
    "articles": ("artikel ", "1, "),
    "articles of many laws": ("", "artikel 1 "),
    "members": ("de leden ", "Aa, Bb en Cc, "),
    "members one by one": ("", "het lid Aa (VVD) en "),
    "members without a party": ("", "het lid Aa en "),
    "members of one party": ("de leden ", "Aa (beiden VVD), "),
    "motions": ("", "Motie Aa, "),
    "a long name": ("het lid A", "a"),
    "a name of many parts": ("de Minister ", "Aa-"),
    "initials": ("Minister ", "A."),
    "ministers": ("", "minister van vws en van bzk, "),
    "former ministers": ("", "oud-minister Aa, "),
    "ministers behind their offices": ("", "Minister van VWS, Aa Bb, "),
    "presidents": ("", "president Aa van "),
    "ministers of other countries": ("", "Russische minister Aa van Rusland "),
    "members of a labelled party": ("", "VVD-Kamerleden Aa en "),
    "parties beside one another": ("VVD", " en CU"),
    "ministries": ("", "ministerie van VWS en Defensie, "),
    "heads of ministries": ("", "ministeries van "),
    "addresses": ("", "https://a.nl/b"),
    "addresses over lines": ("", "https://a.nl/b- "),
    "an address of many labels": ("", "www."),
    "an address of many points": ("https://", "a."),
    "a broken scheme": ("", "http:/"),
    "mail": ("", "a@"),
    "an organisation in one word": ("", "EU-"),
    "organisations": ("", "EU "),
    "definitions": ("", "(PBL) PBL "),
    "governments": ("", "deze regering "),
    "foreign governments": ("", "Turkse regering "),
    "police": ("in Turkije ", "politie "),
    "contextual names": ("", "de Commissie "),
    "contextual abbreviations": ("", "AP "),
    "glued names": ("de", "Commissie"),
    "chambers": ("", "Eerste en Tweede Kamer "),
    "councils": ("", "Raad Algemene Zaken en Buitenlandse Zaken "),
    "dossiers": ("", "21 501-02, nr. 1 en 2, "),
    "dossiers as numbers": ("", "12345, nrs. "),
    "numbers": ("Kamerstuk 21 501-02, nrs. ", "12, "),
    "sessions": ("Handelingen II ", "2020/21, "),
    "sessions of the Aanhangsel": ("Aanhangsel 2019/20, nr. 1", " en 2020/21, nr. 2"),
    "acts of the Union": ("", "richtlijn 2004/38/EG, "),
    "compounds of acts": ("", "richtlijn-"),
    "judgments": ("", "ECLI:NL:"),
    "symbols": ("", "A/RES/"),
    "resolutions": ("VN-resoluties ", "2334, "),
    "gazettes": ("", "Stb. 2020, "),
    "questions": ("antwoord op ", "vraag 1, "),
    "labels": ("", " Vraag 1 waarom? Antwoord op vraag 1 daarom. Antwoord 1, 2 en 3 neen."),
    "parts": ("", " Vraag 1a waarom? Antwoord vraag 1 daarom."),
    "explanations": ("", " Toelichting:"),
    "sources": ("", "NOS, 3 mei 2024, «Titel», https://nos.nl/a "),
    "ends of sources": ("«", "a; "),
    "titles": ("de berichten «a»", ", «a»"),
    "days of news": ("", "artikel in NRC van 3 november "),
    "pages": ("Kamerstuk 36 410, nr. 1", ", p. 3, en nr. 2"),
    "the same dossier": ("Kamerstuk 36 410, nr. 1", "; idem, nr. 2"),
    "ranges": ("Kamerstuk 36 410, nrs. 1", "–2"),
    "items": ("Handelingen II 2019/20, nr. 45, item 7", " en item 7"),
    "sittings": ("Handelingen II 2019/20, nr. 45, item 7", " en nr. 46, item 7"),
    "years of a gazette": ("Stb. 2020, 1", " en 2020, 1"),
    "articles of an act": ("", "artikelen 5 en 6 van "),
    "resolutions of an organ": ("AVVN-resoluties 77/1", " en 77/2"),
    "treaties": ("", "ETS nr. "),
    "symbols with points": ("", "PC.DEC/"),
    "straight quotation marks": ("", ' "ab'),
    "subjects": ("", " over "),
    "dossiers with additions": ("", "Kamerstuk 36 600 XII, nr. 42, "),
    "numbers of nothing": ("", "nrs. 1, 2, 3, 4, "),
    "lists of articles": ("", "artikelen 3 en "),
    "lists of questions": ("", "vragen 2, 3, "),
    "addresses with brackets": ("", "http://a.nl/( "),
    "closed addresses": ("", "www.a.nl/))))"),
    "laws": ("", "Wet op de "),
    "words of acts": ("", "Verordening "),
    "papers of the Security Council": ("", "S/RES/"),
    "headlines": ("", "bericht «a"),
    "titles in quotation marks": ("", "«titel» "),
    "numbers and hyphens": ("", "12-"),
    "days of no month": ("", "12 abcdefghijk "),
}


ALL = "all of these, one after the other"
LONG = {*SIGNS, ALL}


def inputs() -> dict[str, str]:
    """Return the inputs by name, the short ones first."""
    made = {name: once + again * (LENGTH // len(again)) for name, (once, again) in REPEATED.items()}
    share = LONGEST // len(REPEATED)
    mixed = "".join(once + again * (share // len(again)) for once, again in REPEATED.values())
    return made | {name: sign * LONGEST for name, sign in SIGNS.items()} | {ALL: mixed}


def read_all(find: Finder) -> None:
    """Read all inputs, each within its share of processor time; SIGPROF ends the process that takes more."""
    find(PLAIN)  # tables are loaded on first use
    taken = {}
    for length in (LENGTH, LONGEST):
        began = process_time()
        find(PLAIN * (length // len(PLAIN)))
        taken[length] = process_time() - began
    for name, text in inputs().items():
        print(name, flush=True)
        signal.setitimer(signal.ITIMER_PROF, SLACK * taken[LONGEST if name in LONG else LENGTH])
        find(text)
        signal.setitimer(signal.ITIMER_PROF, 0)
    print("done", flush=True)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer of processor time")
@pytest.mark.parametrize("finder", FINDERS)
def test_a_finder_takes_linear_time(finder: str) -> None:
    done = subprocess.run([sys.executable, __file__, finder], capture_output=True, text=True, check=False)
    last = done.stdout.splitlines()[-1:]
    assert done.returncode in (0, -signal.SIGPROF), done.stderr
    assert last == ["done"], f"more than {SLACK} times the time of plain text for {last}"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer of processor time")
def test_quadratic_work_is_stopped() -> None:
    """The measure itself: a pattern that looks from each letter of a word to its end does not get through."""
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import re\nimport test_linear_time as measure\n"
        "measure.read_all(re.compile('[a-z]+;').search)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGPROF, done.stderr


if __name__ == "__main__":
    read_all(FINDERS[sys.argv[1]])
