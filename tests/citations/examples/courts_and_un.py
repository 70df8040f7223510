"""Judgments, and papers of the United Nations.

A row is the rule, a text with [[double brackets]] around each citation, and what each citation says.
"""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ecli", "([[ECLI:NL:CRVB:2012:BY4335]]).", ("ECLI:NL:CRVB:2012:BY4335",)),
    ("ecli", "[[ECLI:EU:C:2014:317]].", ("ECLI:EU:C:2014:317",)),
    ("un-symbol", "Zie [[A/67/828–S/2013/210]].", ("A/67/828-S/2013/210",)),
    ("un-symbol", "[[A/HRC/RES/46/20]], onder", ("A/HRC/RES/46/20",)),
    ("un-symbol", "[[S/RES/2334]] (2016)", ("S/RES/2334",)),
    ("un-symbol", "([[CRC/C/NLD/CO/5-6]])", ("CRC/C/NLD/CO/5-6",)),
    ("security-council-resolution", "de [[VN-Veiligheidsraadresolutie 2334]]", ("S/RES/2334",)),
    ("security-council-resolution", "[[VNVR-resoluties 2254]] en [[2268]]", ("S/RES/2254", "S/RES/2268")),
    ("security-council-resolution", "[[resolutie 1325]] (2000) van de VN-Veiligheidsraad", ("S/RES/1325",)),
    ("general-assembly-resolution", "[[resolutie 77/247]] van de Algemene Vergadering", ("A/RES/77/247",)),
    ("human-rights-council-resolution", "[[Mensenrechtenraadresolutie 46/20]]", ("A/HRC/RES/46/20",)),
    ("ecli", "[[ECLI:NL:HR:2019:2006]], r.o. 5.2", ("ECLI:NL:HR:2019:2006",)),
    ("ecli", "[[ECLI: NL: RVS: 2019: 1603]]", ("ECLI:NL:RVS:2019:1603",)),
    (
        "ecli",
        "[[ECLI:NL:RVS:2019:1603]] en [[ECLI:NL:RVS:2019:1604]]",
        ("ECLI:NL:RVS:2019:1603", "ECLI:NL:RVS:2019:1604"),
    ),
    ("ecli", "[[ECLI:NL:RBDHA:2015:7145]]", ("ECLI:NL:RBDHA:2015:7145",)),
    ("ecli", "[[ECLI:CE:ECHR:2021:0408JUD004762113]]", ("ECLI:CE:ECHR:2021:0408JUD004762113",)),
    ("ecli", "[[ecli:nl:ghdha:2018:2591]]", ("ECLI:NL:GHDHA:2018:2591",)),
    ("ecli", "([[ECLI:NL:GHARL:2020:1]])", ("ECLI:NL:GHARL:2020:1",)),
    ("ecli", "[[ECLI:EU:T:2022:421]], punt 12", ("ECLI:EU:T:2022:421",)),
    # the United Nations
    ("un-symbol", "[[A/RES/70/1]]", ("A/RES/70/1",)),
    ("un-symbol", "[[A/HRC/48/65]], par. 5", ("A/HRC/48/65",)),
    ("un-symbol", "[[CCPR/C/NLD/CO/5]]", ("CCPR/C/NLD/CO/5",)),
    ("un-symbol", "[[E/C.12/NLD/CO/6]]", ("E/C.12/NLD/CO/6",)),
    ("un-symbol", "[[CEDAW/C/NLD/CO/6]]", ("CEDAW/C/NLD/CO/6",)),
    ("un-symbol", "[[CAT/C/NLD/CO/7]] en [[CRPD/C/NLD/CO/1]]", ("CAT/C/NLD/CO/7", "CRPD/C/NLD/CO/1")),
    ("un-symbol", "[[FCCC/CP/2015/10/Add.1]]", ("FCCC/CP/2015/10/Add.1",)),
    ("un-symbol", "[[S/2021/312]].", ("S/2021/312",)),
    ("un-symbol", "(VN-document [[A/77/168]])", ("A/77/168",)),
    ("un-symbol", "[[S/PRST/2020/3]]", ("S/PRST/2020/3",)),
    ("un-symbol", "[[ECE/TRANS/505]]", ("ECE/TRANS/505",)),
    # resolutions in words
    (
        "security-council-resolution",
        "[[VN-Veiligheidsraadresoluties 2254]] (2015) en [[2268]] (2016)",
        ("S/RES/2254", "S/RES/2268"),
    ),
    ("security-council-resolution", "[[VN-veiligheidsraadresolutie 1701]] (2006)", ("S/RES/1701",)),
    ("security-council-resolution", "[[Veiligheidsraadsresolutie 1325]]", ("S/RES/1325",)),
    ("security-council-resolution", "[[VNVR-resolutie 2334]]", ("S/RES/2334",)),
    ("security-council-resolution", "[[VNVR resolutie 2334]]", ("S/RES/2334",)),
    ("security-council-resolution", "[[VN-resolutie 1701]]", ("S/RES/1701",)),
    ("security-council-resolution", "[[VN Veiligheidsraad resolutie 1701]]", ("S/RES/1701",)),
    ("security-council-resolution", "[[resolutie 2334]] van de Veiligheidsraad", ("S/RES/2334",)),
    (
        "security-council-resolution",
        "[[resolutie 2334]] (2016) van de Veiligheidsraad van de Verenigde Naties",
        ("S/RES/2334",),
    ),
    (
        "security-council-resolution",
        "[[resoluties 242]] (1967) en [[338]] (1973) van de VN-Veiligheidsraad",
        ("S/RES/242", "S/RES/338"),
    ),
    ("security-council-resolution", "[[Resolutie nr. 1540]] van de VN-Veiligheidsraad", ("S/RES/1540",)),
    ("security-council-resolution", "[[UNSC resolution 2334]]", ("S/RES/2334",)),
    ("security-council-resolution", "[[UN Security Council Resolution 2334]]", ("S/RES/2334",)),
    ("security-council-resolution", "[[UNSCR 1325]]", ("S/RES/1325",)),
    ("general-assembly-resolution", "[[AVVN-resolutie 77/247]]", ("A/RES/77/247",)),
    ("general-assembly-resolution", "[[resolutie 77/247]] van de Algemene Vergadering van de VN", ("A/RES/77/247",)),
    ("general-assembly-resolution", "[[resolutie 77/247]] van de AVVN", ("A/RES/77/247",)),
    (
        "general-assembly-resolution",
        "[[resolutie 77/247]] van de Algemene Vergadering van de Verenigde Naties",
        ("A/RES/77/247",),
    ),
    ("general-assembly-resolution", "[[resolutie ES-11/1]] van de Algemene Vergadering", ("A/RES/ES-11/1",)),
    ("general-assembly-resolution", "[[VN-resolutie 77/247]]", ("A/RES/77/247",)),
    ("human-rights-council-resolution", "[[resolutie 46/20]] van de VN-Mensenrechtenraad", ("A/HRC/RES/46/20",)),
    ("human-rights-council-resolution", "[[VN-Mensenrechtenraadresolutie 46/20]]", ("A/HRC/RES/46/20",)),
    ("human-rights-council-resolution", "[[HRC-resolutie 46/20]]", ("A/HRC/RES/46/20",)),
)

LOOK_ALIKES = (
    "resolutie 5.10 van de Conferentie van partijen",
    "een resolutie van de VN-Veiligheidsraad uit 2016",
    "resolutie 2334 van de gemeenteraad",
    "een scherm met resolutie 1920 bij 1080",
    "een resolutie van 1080 beeldpunten",
    "S/MIME en A/B-testen",
    "de A/C-installatie",
    "klasse A/B/C",
    "E/V/N",
    "resolutie 77 van de Algemene Vergadering van aandeelhouders",
    "de rechtbank (ECLI volgt)",
    "ECLI:NL",
)
