"""Documents of office programs: DOCX, ODT, and old DOC by way of LibreOffice."""
