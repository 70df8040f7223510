"""Literals in canonical lexical form, so that no store rewrites them and equal values are equal strings."""

from __future__ import annotations

from datetime import date

from pyoxigraph import Literal

from kvgraph.vocabulary import XSD

_PRECISIONS = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def plain(text: str) -> Literal:
    """Return an ``xsd:string``: texts as printed have no language tag, so that they compare as they stand."""
    return Literal(text)


def tagged(text: str, language: str) -> Literal:
    """Return a string with a language tag in lower case."""
    return Literal(text, language=language.lower())


def day(value: date) -> Literal:
    """Return an ``xsd:date`` without a time zone: ``2021-01-19``."""
    return Literal(value.isoformat(), datatype=XSD.date)


def day_or_period(iso: str) -> Literal:
    """Return ``2024-11-18``, ``2024-11`` or ``2024`` typed by its precision; ValueError for other forms."""
    if len(iso) not in _PRECISIONS:
        raise ValueError(f"{iso!r} is not a date, a month or a year")
    return Literal(iso, datatype=_PRECISIONS[len(iso)])


def count(value: int) -> Literal:
    """Return an ``xsd:nonNegativeInteger`` without leading zeros; ValueError below zero."""
    if value < 0:
        raise ValueError(f"{value} is below zero")
    return Literal(str(value), datatype=XSD.nonNegativeInteger)


def address(url: str) -> Literal:
    """Return an ``xsd:anyURI``: a URL as printed need not be a valid IRI, so that it is a literal and no node."""
    return Literal(url, datatype=XSD.anyURI)
