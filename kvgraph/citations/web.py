"""Web addresses: where they begin and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kvgraph.citations.grammar import in_small_letters
from kvgraph.model import Span

_TOP = "nl|com|org|eu|net|info|be|de|gov|int|io|nu|tv|edu|uk|fr|amsterdam|frl|online|app|ly|me"
SIGNS = ("http", "www.", "website", *(f".{top}/" for top in _TOP.split("|")))
"""Words in small letters, one of which is in every text that holds an address."""

# no blank, quotation mark or angle bracket stands in an address (RFC 3986, section 2); the next address glued to it
# ends it, but one that is a part of it (https://web.archive.org/web/2020/https://...) does not
_SIGN = r"[^\s<>«»“”„‚‘\"\\^`{|}\u200b]"
_BODY = rf"(?:(?!(?<![/=:&?#])https?://){_SIGN})"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = rf"(?:(?:{_LABEL}\.){{0,4}}[a-z0-9][a-z0-9-]{{0,61}}[a-z0-9]\.(?:{_TOP})|x\.com)"
# searched in small letters: a pattern that begins with plain characters is searched ten times faster
_WITH_SCHEME = re.compile(rf"https?:\s?/\s?/\s?{_BODY}+")
_ADDRESS = re.compile(
    rf"{_WITH_SCHEME.pattern}"
    rf"|(?<![\w@./-])(?:www\.{_BODY}{{3,}}"
    rf"|{_DOMAIN}/{_BODY}+"
    rf"|(?:(?<=website\s)|(?<=website:\s)){_DOMAIN}(?![\w.-]?\w))"
)
_SIGN_WITHOUT_SCHEME = re.compile(rf"www\.|website|\.(?:{_TOP})/")
_GLUED_MARK = re.compile(r"(?:\[[0-9]{1,2}\])+\Z")
_TRAILING = ".,;:!?'’”»*…·–—|"
_PAIRS = {")": "(", "]": "["}

# a line break that the intake could not see: the address ends in a joint, and what follows is no word of the sentence
_CONTINUED = re.compile(
    rf"(?:(?<=[-_=&%])|(?<=%20)|(?<=%[0-9A-F]))\s(?=[\w%]{{1,40}}[-_/.=&%~]\w)[a-z0-9%]{_BODY}+"
    rf"|(?<=/)\s(?!en/of\b)(?=[0-9a-z]{{1,30}}-[0-9a-z]{{1,30}}-|[0-9a-z_-]{{2,40}}/[0-9a-z])[a-z0-9]{_BODY}+"
)


@dataclass(frozen=True, slots=True)
class Address:
    """A web address: where it stands, and the address itself without blanks of line breaks."""

    span: Span
    url: str

    @property
    def host(self) -> str:
        """The host in lower case, without ``www.``."""
        rest = re.sub(r"^https?://", "", self.url.lower())
        return re.split(r"[/?#:]", rest, maxsplit=1)[0].removeprefix("www.")


def addresses(text: str) -> Iterator[Address]:
    """Yield every web address in reading order, not overlapping.

    Closing punctuation, closing brackets without their opening one, and a footnote mark glued to the end are left out;
    two addresses glued together are two. An address without scheme begins with ``www.``, has a path, or is named as
    a website: ``RVO.nl`` and ``(nos.nl)`` are names.
    """
    lowered = in_small_letters(text)
    without_scheme = _SIGN_WITHOUT_SCHEME.search(_WITH_SCHEME.sub(" ", lowered))
    pattern, begin = _ADDRESS if without_scheme else _WITH_SCHEME, 0
    while match := pattern.search(lowered, begin):
        begin = _trimmed(text, match.start(), match.end())
        while more := _CONTINUED.match(text, begin):
            begin = _trimmed(text, begin, more.end())
        url = re.sub(r"\s", "", text[match.start() : begin])
        if "." in url:
            yield Address(Span(match.start(), begin), url)
        begin = max(begin, match.start() + 4)


def _trimmed(text: str, begin: int, end: int) -> int:
    """Return where the address that a pattern found from ``begin`` to ``end`` really ends."""
    if mark := _GLUED_MARK.search(text, max(begin, end - 12), end):
        end = mark.start()
    unopened = {
        close: text.count(close, begin, end) - text.count(opening, begin, end) for close, opening in _PAIRS.items()
    }
    while end > begin:
        last = text[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end
