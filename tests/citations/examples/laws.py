"""Laws and treaties by name.

A row is the rule, a text with [[double brackets]] around each citation, and what each citation says.
"""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("law-name", "[[artikel 68, eerste lid, van de Geneesmiddelenwet]] bepaalt", ("Geneesmiddelenwet, 68",)),
    ("law-name", "de [[Wet open overheid]] ([[Woo]])", ("Wet open overheid", "Woo")),
    ("law-name", "de [[artikelen 3]] en [[4 van de Awb]]", ("Awb, 3", "Awb, 4")),
    ("law-name", "[[artikel 7:658 BW]]", ("BW, 7:658",)),
    ("law-name", "[[artikel 8 EVRM]]", ("EVRM, 8",)),
    (
        "law-phrase",
        "op grond van de [[Wet tegemoetkoming schade bij hagel]] (Wts)",
        ("Wet tegemoetkoming schade bij hagel",),
    ),
    ("law-phrase", "voor de [[Regeling natuurbescherming]] geldt", ("Regeling natuurbescherming",)),
    ("law-compound", "conform de [[Gratiewet]] advies", ("Gratiewet",)),
    ("treaty", "van het [[Buizenpostverdrag]] moeten", ("Buizenpostverdrag",)),
    # by name and abbreviation, with article and paragraph
    ("law-name", "[[artikel 3:2 van de Algemene wet bestuursrecht]]", ("Algemene wet bestuursrecht, 3:2",)),
    ("law-name", "[[art. 3:2 Awb]]", ("Awb, 3:2",)),
    ("law-name", "[[Artikel 68 van de Grondwet]]", ("Grondwet, 68",)),
    ("law-name", "[[artikel 68 Grondwet]]", ("Grondwet, 68",)),
    ("law-name", "[[artikel 5.1, eerste lid, onder d, Woo]]", ("Woo, 5.1",)),
    ("law-name", "[[artikel 5.1, eerste lid, aanhef en onder d, van de Woo]]", ("Woo, 5.1",)),
    ("law-name", "[[artikel 137c van het Wetboek van Strafrecht]]", ("Wetboek van Strafrecht, 137c",)),
    ("law-name", "[[artikel 137c Sr]]", ("Sr, 137c",)),
    ("law-name", "[[artikelen 2]], [[3]] en [[8 EVRM]]", ("EVRM, 2", "EVRM, 3", "EVRM, 8")),
    ("law-name", "[[artikel 8, tweede lid, EVRM]]", ("EVRM, 8",)),
    ("law-name", "[[artikel 6:162 van het Burgerlijk Wetboek]]", ("Burgerlijk Wetboek, 6:162",)),
    ("law-name", "het eerste lid van [[artikel 3 van de Opiumwet]]", ("Opiumwet, 3",)),
    ("law-name", "op grond van [[artikel 12a, vierde lid, onderdeel b, van de Wet dieren]]", ("Wet dieren, 12a",)),
    ("law-name", "in de [[Wmo 2015]] en de [[Jeugdwet]]", ("Wmo 2015", "Jeugdwet")),
    ("law-name", "de [[Wlz]], de [[Zvw]] en de [[Wkkgz]]", ("Wlz", "Zvw", "Wkkgz")),
    ("law-name", "[[artikel 267 VWEU]]", ("VWEU, 267",)),
    (
        "law-name",
        "het [[Europees Verdrag voor de Rechten van de Mens]] ([[EVRM]])",
        ("Europees Verdrag voor de Rechten van de Mens", "EVRM"),
    ),
    ("law-name", "het [[VN-Vluchtelingenverdrag]]", ("VN-Vluchtelingenverdrag",)),
    ("law-phrase", "[[artikel 4 van het Besluit voorbeelden]]", ("Besluit voorbeelden, 4",)),
    ("law-phrase", "in de [[Uitvoeringsregeling voorbeelden]] staat", ("Uitvoeringsregeling voorbeelden",)),
    ("law-compound", "volgens [[artikel 5 van de Boswet]]", ("Boswet, 5",)),
    ("law-compound", "het [[Rijnvaartbesluit]] wordt", ("Rijnvaartbesluit",)),
    ("treaty", "het [[Verdrag van Assen]] is", ("Verdrag van Assen",)),
    ("treaty", "het [[Verdrag inzake buizenpost]] is", ("Verdrag inzake buizenpost",)),
    ("treaty", "[[artikel 3 van het Antarcticaverdrag]]", ("Antarcticaverdrag, 3",)),
    ("treaty", "het [[Outer Space Treaty]]", ("Outer Space Treaty",)),
)

LOOK_ALIKES = (
    "bij het Besluit van de Raad",
    "met de Regeling van de Minister van Financiën",
    "Nieuwe Wet. Besluit u hierover? Regeling hiervan volgt.",
    "een WW-uitkering en de BW-scholing",
    "de wet is aangenomen en het besluit is genomen",
    "dat is de wet van de sterkste",
    "een regeling voor gedupeerden",
    "het verdrag moet nog worden getekend",
    "artikel 5 van de krant",
    "ik weet dat u wet en regels volgt",
    "een afspraak met de Wetenschapsraad",
    "Wetenschap en Besluitvorming",
    "de Regelingen van de gemeente",
    "bij wet geregeld",
)
