"""Dutch word frequencies: what tells a lost blank or a line-break hyphen from a real compound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache

from kvgraph import resources

# Prefixes that Dutch writes with a hyphen before a lower-case word; at a line end that hyphen is real.
_HYPHENATING = frozenset(
    "anti ex oud pro non niet vice semi quasi co inter euro sociaal financieel centraal links rechts zuid noord oost "
    "west privaat politiek etnisch radicaal extreem christen liberaal vrijwillig".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_CAMEL = re.compile(r"(?<![^\W\d_])[^\W\d_]{0,60}[a-zà-ÿ][A-Z][^\W\d_]{0,60}")

# Names that carry a capital inside; everywhere else one marks a lost blank.
_CAMEL_NAMES = frozenset(
    """AenM BuZa ChristenUnie DigiD EenVandaag EerdmansJA FrieslandCampina GeenStijl GroenLinks IenM IenW IenJ InvestNL
    InvestNL JenV KMar LinkedIn LNVs McKinsey MijnOverheid NSCs OpenAI PostNL PowerPoint PrEP ProDemos ProRail PvdA
    PvdD PwC SodM StAB TenneT TikTok VenJ VenW VkGG WhatsApp WeTransfer YouTube YouGov ZonMw iPhone iPad eHerkenning
    DenHaag FvD CvdM CvTE HvJ NJi NZa OvV RvS RvA RvC VpB KvK Wmo Wlz Wft Wvggz Wpg NZIPs MKBs DUOs BNNVARA KRONCRV
    OneWeb DeepSeek ChatGPT LinkedIns BoF DSBs AMvB AMvBs ZiN DWSRs EZKs LHBTIs DevOps GitHub EUbreed""".split()
)


_A_NAME, _LONG_NAME = 500, 9
"""How common a word in a name is at least, and from how many letters on."""


@cache
def _frequencies() -> dict[str, int]:
    from spellchecker import SpellChecker  # loads a word list of 0.3 million rows: only when a text needs it

    known = dict(SpellChecker(language="nl").word_frequency.dictionary)
    return known | {word: max(_A_NAME, known.get(word, 0)) for word in _words_of_names()}


def _words_of_names() -> Iterator[str]:
    """Yield the long words in the names of institutions, offices and laws: no word list has them all."""
    for table in ("institutions.csv", "laws.csv", "offices.csv"):
        for word in _WORD.findall((resources.registers() / table).read_text("utf-8")):
            if len(word) >= _LONG_NAME:
                yield word.lower()


@cache
def _english() -> frozenset[str]:
    from spellchecker import SpellChecker

    return frozenset(SpellChecker(language="en").word_frequency.dictionary)


@lru_cache(maxsize=65536)
def is_compound(word: str) -> bool:
    """Return whether a word in small letters is two known ones, one behind the other."""
    words = _frequencies()
    return any(words.get(word[:i], 0) > 20 and words.get(word[i:], 0) > 20 for i in range(4, max(4, len(word) - 4)))


_MONTHS_AND_DAYS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag "
    "donderdag vrijdag zaterdag zondag".split()
)
# Vowels that would read as one sound when a compound is closed up: there Dutch keeps the hyphen (zee-egel).
_CLASHES = frozenset("aa ae ai au ee ei eu ie ij ii oe oi oo ou ui uu".split())
BY_PARTS = 5
"""The count of a word that is known by its parts alone."""
_ENDINGS = ("en", "s", "e", "n", "ten", "den")
FUNCTION_WORDS = frozenset(
    """aan al als bij dan dat de deze die dit door een en er haar heeft het hier hun ik in is maar met meer mijn naar
    niet nog nu of om onder onze ook op over te tegen tot tussen u uit uw van voor waar was wat we wel wij worden
    wordt ze zich zij zijn zo zou zoals""".split()
)


class Lexicon:
    """Word counts of the language, and those of the paper itself, which knows its own compounds and names."""

    def __init__(self, sure: Iterable[str] = (), unsure: Iterable[str] = ()) -> None:
        """Know the words of ``sure`` texts, and of ``unsure`` ones in which some words may stand glued together."""
        self._sure_text, self._unsure_text = "\n".join(sure), "\n".join(unsure)

    # Counted at the first doubt: most papers need only some of it.
    @cached_property
    def _sure(self) -> Counter[str]:
        return Counter(map(str.lower, _WORD.findall(self._sure_text)))

    @cached_property
    def _unsure(self) -> Counter[str]:
        return Counter(map(str.lower, _WORD.findall(self._unsure_text)))

    @cached_property
    def _camel(self) -> Counter[str]:
        return Counter(_CAMEL.findall(self._sure_text))

    @cached_property
    def _small_letters(self) -> str:
        return self._sure_text.lower()

    @cached_property
    def _hyphenated(self) -> Counter[str]:
        return Counter(map(str.lower, _HYPHENATED.findall(self._sure_text)))

    def count(self, word: str) -> int:
        """Return how common a word is: 0 when neither the language nor the paper knows it."""
        word = word.lower()
        own = self._sure[word] + max(0, self._unsure[word] - 2)
        return _frequencies().get(word, 0) + 100 * own

    def count_of_part(self, word: str) -> int:
        """Return how common a word is when it may be a compound that only its halves show to be a word."""
        count = self.count(word) or 100 * self._unsure[word.lower()]
        return count or (BY_PARTS if is_compound(word.lower()) or self._is_inflected(word.lower()) else 0)

    def _is_inflected(self, word: str) -> bool:
        words = _frequencies()
        return any(words.get(word.removesuffix(ending), 0) > 50 for ending in _ENDINGS if word.endswith(ending))

    def is_word(self, word: str) -> bool:
        """Return whether a word is Dutch or English, whatever the paper has."""
        return word.lower() in _frequencies() or self.is_english(word)

    def is_english(self, word: str) -> bool:
        """Return whether a word is English, as in titles of foreign news."""
        return word.lower() in _english()

    def is_hyphenated(self, left: str, right: str) -> bool:
        """Return whether the paper writes the two words with a hyphen inside a line."""
        pair = f"{left}-{right}".lower()
        return pair in self._small_letters and self._hyphenated[pair] > 0

    def is_camel_name(self, word: str) -> bool:
        """Return whether a word with a capital inside is written so on purpose (``ProRail``)."""
        return word in _CAMEL_NAMES or self._camel[word] > 1

    def without_camel_names(self, text: str) -> str:
        """Return a text with a blank for each word that is written with a capital inside on purpose."""
        return _CAMEL.sub(lambda found: " " if self.is_camel_name(found[0]) else found[0], text)

    def closes_up(self, left: str, right: str) -> bool:
        """Return whether ``left-`` at a line end and ``right`` after it are one word without a hyphen.

        An abbreviation, a capital or a digit at either side keeps the hyphen (``VN-`` / ``Mensenrechtenraad``,
        ``WIA-`` / ``uitkering``); so do a prefix that Dutch hyphenates and clashing vowels, unless the closed word
        is known.
        """
        if not left or not right or not right[0].islower() or not left[-1].islower():
            return False
        if self.is_hyphenated(left, right):
            return False
        if (left + right).lower() in _frequencies() or self.count(left + right):
            return True
        if left.lower() in _HYPHENATING or {left.lower(), right} <= _MONTHS_AND_DAYS:
            return False
        return not (left[-1] + right[0] in _CLASHES and self.count(left) and self.count(right))
