"""Links of HTML pages: what they refer to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kvgraph.sources.links import is_official

# Ids by which the publisher links to its own publications, as they stand in addresses of pages beside this one.
_PUBLICATION = re.compile(r"(?:kst|ah|kv|h|stb|stcrt|trb|blg|nds|ag)(?:-\w+)+(?=(?:\.(?:html?|pdf|xml|odt))?$)")
_PUBLISHER = "officielebekendmakingen.nl"


def target_of(href: str, *, official: bool) -> str | None:
    """Return what a link refers to: the id of an official publication, or a web address.

    Web addresses count on the publisher's own pages, whose text they belong to; elsewhere only those of official
    sites do. Links within the page, and others that are no address, refer to nothing.
    """
    href = href.strip()
    try:
        parts = urlsplit(href)
        host = (parts.hostname or "").lower()
    except ValueError:  # a bracket that is no part of an address
        return None
    last = parts.path.rpartition("/")[2]
    own = host == _PUBLISHER or host.endswith(f".{_PUBLISHER}")
    if (own or not (parts.scheme or host)) and (publication := _PUBLICATION.match(last)):
        return publication[0]
    if parts.scheme.lower() in ("http", "https") and host and (official or is_official(href)):
        return href
    return None
