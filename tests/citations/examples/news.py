"""Sources: addresses, news, broadcasts, reports.

A row is the rule, a text with [[double brackets]] around each citation, and what each citation says.
"""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "address",
        "te vinden op [[https://www.eib.org/en/projects/country/tunisia]].",
        ("https://www.eib.org/en/projects/country/tunisia",),
    ),
    ("address", "(zie [[https://nl.wikipedia.org/wiki/Wet_(recht)]])", ("https://nl.wikipedia.org/wiki/Wet_(recht)",)),
    ("address", "op [[www.stormaanpak.nl]], of", ("www.stormaanpak.nl",)),
    ("address", "op de website [[cultuursubsidie.nl]].", ("cultuursubsidie.nl",)),
    ("address", "zie [[nos.nl/artikel/2521578]]", ("nos.nl/artikel/2521578",)),
    (
        "address",
        "[[https://www.rtvoost.nl/in-dalfsen- keerde-overleden]]",
        ("https://www.rtvoost.nl/in-dalfsen-keerde-overleden",),
    ),
    (
        "address",
        "[[https://www.vpro.nl/argos/lees/ onderwerpen/quyen.html]]",
        ("https://www.vpro.nl/argos/lees/onderwerpen/quyen.html",),
    ),
    ("source", "[[NOS, 1 maart 2024, «Titel van het stuk», https://nos.nl/artikel/1]].", ("https://nos.nl/artikel/1",)),
    ("source", "[[AD, 13 januari 2024, Hoe dat ging (https://ad.nl/a)]]", ("https://ad.nl/a",)),
    ("source", "[[NRC, 'Een titel van een stuk', 3 mei 2021]]", ("Een titel van een stuk",)),
    ("source", "[[Trouw d.d. 15 januari jl]].", ("Trouw",)),
    ("source", "[[Noordhollands Dagblad, 15 november 2024 (https://nhd.nl/1)]]", ("https://nhd.nl/1",)),
    ("source", "[[Volkskrant, 3 mei 2022, «Een»]]; [[Trouw, 4 mei 2022, «Twee»]]", ("Een", "Twee")),
    ("headline", "het [[bericht «Meer honden»]]?", ("Meer honden",)),
    ("headline", "het [[bericht van Omroep Zee d.d. 5 maart 2021 «De dijk houdt het»]]?", ("De dijk houdt het",)),
    ("headline", "de [[uitzending van Pointer «Ik mag niet kleiner wonen»]] op", ("Ik mag niet kleiner wonen",)),
    ("headline", "het [[artikel ‘Crisis nog groter: ‘Kommer en kwel’’]], en", ("Crisis nog groter: ‘Kommer en kwel’",)),
    (
        "headline",
        "het [[bericht «TEMU schendt privacy» (Hartvannederland.nl, 16 november 2024)]]",
        ("TEMU schendt privacy",),
    ),
    ("headline", "de [[berichten «Eerste stuk»]] en [[«Tweede stuk»]]?", ("Eerste stuk", "Tweede stuk")),
    (
        "headline",
        "de [[artikelen «Eerste stuk» (NOS)]], [[«Tweede stuk» (AD)]] en [[«Derde stuk» (NRC)]]",
        ("Eerste stuk", "Tweede stuk", "Derde stuk"),
    ),
    ("headline", "het [[bericht «Eerste stuk»]] en het [[bericht «Tweede stuk»]]", ("Eerste stuk", "Tweede stuk")),
    ("untitled", "de [[uitzending van Nieuwsuur op 3 november 2024]]", ("Nieuwsuur",)),
)
