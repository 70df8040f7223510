"""Links in office documents: which of them lead to an official publication, and so say what their text cites."""

from __future__ import annotations

from urllib.parse import urlsplit

_OFFICIAL = ("officielebekendmakingen.nl", "eur-lex.europa.eu", "rechtspraak.nl")


def is_official(target: str) -> bool:
    """Tell whether a link leads to an official publication, the law of the Union, or a ruling by its ECLI."""
    try:
        parts = urlsplit(target.strip())
    except ValueError:  # a bracket that is no part of an address
        return False
    host = (parts.hostname or "").lower()
    if parts.scheme.lower() == "ecli":
        return True
    named = any(host == one or host.endswith(f".{one}") for one in _OFFICIAL)
    # A court has pages of news as well: only a ruling has an ECLI.
    return named and (not host.endswith("rechtspraak.nl") or "ecli:" in target.lower().replace("%3a", ":"))
