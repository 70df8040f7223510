"""Literals as canonical N-Quads text, in canonical lexical form: no store rewrites them, equal values are equal."""

from __future__ import annotations

from datetime import date

from kvgraph.statements.terms import XSD

_PRECISIONS = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}

# What canonical N-Quads escape beside quotes, backslashes and line feeds; nothing else may be.
_RARELY_ESCAPED = {
    **{chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)},
    "\b": "\\b",
    "\t": "\\t",
    "\f": "\\f",
    "\r": "\\r",
}


def plain(text: str) -> str:
    """Return an ``xsd:string``: texts as printed have no language tag, so that they compare as they stand."""
    return f'"{_escaped(text)}"'


def tagged(text: str, language: str) -> str:
    """Return a string with a language tag in lower case."""
    return f'"{_escaped(text)}"@{language.lower()}'


def day(value: date) -> str:
    """Return an ``xsd:date`` without a time zone: ``2021-01-19``."""
    return f'"{value.isoformat()}"^^{XSD.date}'


def day_or_period(iso: str) -> str:
    """Return ``2024-11-18``, ``2024-11`` or ``2024`` typed by its precision; ValueError for other forms."""
    if len(iso) not in _PRECISIONS:
        raise ValueError(f"{iso!r} is not a date, a month or a year")
    return f'"{_escaped(iso)}"^^{_PRECISIONS[len(iso)]}'


def count(value: int) -> str:
    """Return an ``xsd:nonNegativeInteger`` without leading zeros; ValueError below zero."""
    if value < 0:
        raise ValueError(f"{value} is below zero")
    return f'"{value}"^^{XSD.nonNegativeInteger}'


def address(url: str) -> str:
    """Return an ``xsd:anyURI``: a URL as printed need not be a valid IRI, so that it is a literal and no node."""
    return f'"{_escaped(url)}"^^{XSD.anyURI}'


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if not text.isprintable():  # a look for all others in every text would take most of the time
        for sign, escape in _RARELY_ESCAPED.items():
            text = text.replace(sign, escape)
    return text
