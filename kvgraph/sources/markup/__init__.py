"""Markup: official XML and HTML of papers, and the metadata beside them."""
