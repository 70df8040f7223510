"""A PDF opened, and refused where there is nothing to read in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from kvgraph.model import Source, SourceError

MOST_PAGES = 2_000
"""The longest papers have some 60 pages; a PDF of a few kB can claim millions."""

MOST_ON_PAGE = 100_000
"""The most characters of one page: a typeset page holds some 4,000."""

_GET_AGAIN = "Get the paper again, or give its text."


@contextmanager
def opened(data: bytes, source: Source) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF (ISO 32000) for as long as the ``with`` lasts.

    Raises SourceError with code ``encrypted`` when it asks for a password or is protected in a way that PDFium does
    not know, ``damaged`` when PDFium can't open it or finds no page in it, ``too-long`` above ``MOST_PAGES``.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error, source) from error
    with closing(document):
        if len(document) > MOST_PAGES:
            reason = f"it claims {len(document)} pages; no paper has more than {MOST_PAGES}."
            raise SourceError(source.file_name, reason, code="too-long", advice="Give each paper a file of its own.")
        yield document


@contextmanager
def text_page(document: pypdfium2.PdfDocument, number: int, source: Source) -> Iterator[pypdfium2.PdfTextPage]:
    """Open the text of a page, by its number from 1, for as long as the ``with`` lasts.

    Raises SourceError with code ``damaged`` when the page can't be read, ``too-long`` above ``MOST_ON_PAGE``.
    """
    place = f"page {number}"
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        reason = "the page can't be read."
        raise SourceError(source.file_name, reason, code="damaged", place=place, advice=_GET_AGAIN) from error
    with closing(page):
        try:
            text = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            reason = "the text of the page can't be read."
            raise SourceError(source.file_name, reason, code="damaged", place=place, advice=_GET_AGAIN) from error
        with closing(text):
            count = pdfium.FPDFText_CountChars(text.raw)
            if count > MOST_ON_PAGE:
                reason = f"the page claims {count} characters; no page of a paper holds more than {MOST_ON_PAGE}."
                raise SourceError(source.file_name, reason, code="too-long", place=place, advice=_GET_AGAIN)
            yield text


def has_pictures(text: pypdfium2.PdfTextPage) -> bool:
    """Return whether the page of a text holds anything at all: without text, that is pictures and drawings."""
    return bool(pdfium.FPDFPage_CountObjects(text.page.raw) > 0)


def _refusal(error: pypdfium2.PdfiumError, source: Source) -> SourceError:
    if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        reason = "the PDF is encrypted and opens with a password only."
        advice = "Save it without a password, or give its text."
        return SourceError(source.file_name, reason, code="encrypted", advice=advice)
    reason = "the PDF is damaged: no page of it can be opened."
    return SourceError(source.file_name, reason, code="damaged", advice=_GET_AGAIN)
