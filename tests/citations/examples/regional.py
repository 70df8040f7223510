"""Papers of the Council of Europe and the OSCE.

A row is the rule, a text with [[double brackets]] around each citation, and what each citation says.
"""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # the Committee of Ministers
    ("ministers-of-europe", "[[CM/Rec(2016)4]] over journalisten", ("CM/Rec(2016)4",)),
    ("ministers-of-europe", "[[CM/Rec (2016) 4]].", ("CM/Rec(2016)4",)),
    ("ministers-of-europe", "[[Aanbeveling CM/Rec(2010)5]] en [[CM/Rec(2018)1]]", ("CM/Rec(2010)5", "CM/Rec(2018)1")),
    ("ministers-of-europe", "[[Recommendation CM/Rec(2012)13]] of", ("CM/Rec(2012)13",)),
    ("ministers-of-europe", "[[Aanbeveling Rec(2006)2]]", ("Rec(2006)2",)),
    ("ministers-of-europe", "[[CM/ResDH(2020)100]]", ("CM/ResDH(2020)100",)),
    ("ministers-of-europe", "[[CM/Del/Dec(2022)1428/1]]", ("CM/Del/Dec(2022)1428/1",)),
    ("ministers-of-europe", "[[Resolutie CM/Res(2022)3]]", ("CM/Res(2022)3",)),
    # the Parliamentary Assembly
    (
        "assembly-of-europe",
        "[[resolutie 2480]] (2023) van de Parlementaire Assemblee van de Raad van Europa",
        ("PACE-RES-2480",),
    ),
    ("assembly-of-europe", "[[PACE-resolutie 2480]]", ("PACE-RES-2480",)),
    ("assembly-of-europe", "[[PACE Resolution 2480]] (2023)", ("PACE-RES-2480",)),
    ("assembly-of-europe", "[[PACE-resoluties 2480]] en [[2482]]", ("PACE-RES-2480", "PACE-RES-2482")),
    (
        "assembly-of-europe",
        "[[aanbeveling 2245]] (2023) van de Parlementaire Vergadering van de Raad van Europa",
        ("PACE-REC-2245",),
    ),
    ("assembly-of-europe", "[[resolutie 2480]] van de PACE", ("PACE-RES-2480",)),
    ("assembly-of-europe", "[[Resolutie 2480]] (2023) van PACE", ("PACE-RES-2480",)),
    ("assembly-of-europe", "[[PACE-aanbeveling 2245]]", ("PACE-REC-2245",)),
    # the treaties
    ("european-treaty", "([[ETS 005]])", ("ETS-005",)),
    ("european-treaty", "[[ETS nr. 5]]", ("ETS-005",)),
    ("european-treaty", "[[ETS No. 185]]", ("ETS-185",)),
    ("european-treaty", "[[ETS nrs. 46]] en [[114]]", ("ETS-046", "ETS-114")),
    ("european-treaty", "[[CETS No. 210]]", ("CETS-210",)),
    ("european-treaty", "([[CETS 197]])", ("CETS-197",)),
    ("european-treaty", "[[ETS-nr. 108]]", ("ETS-108",)),
    ("european-treaty", "[[CETS nr. 223]].", ("CETS-223",)),
    # the OSCE
    ("osce-symbol", "besluit [[PC.DEC/1117]]", ("PC.DEC/1117",)),
    ("osce-symbol", "[[MC.DEC/3/03]].", ("MC.DEC/3/03",)),
    ("osce-symbol", "[[MC.DOC/1/20]]", ("MC.DOC/1/20",)),
    ("osce-symbol", "[[FSC.DEC/7/04]] en [[FSC.DOC/1/00/Corr.1]]", ("FSC.DEC/7/04", "FSC.DOC/1/00/Corr.1")),
    ("osce-symbol", "([[PC.DEL/123/22]])", ("PC.DEL/123/22",)),
    ("osce-symbol", "[[CIO.GAL/89/22]]", ("CIO.GAL/89/22",)),
    ("osce-symbol", "[[ODIHR.GAL/26/22/Rev.1]]", ("ODIHR.GAL/26/22/Rev.1",)),
    ("osce-symbol", "[[PC.SHDM.GAL/5]]", ("PC.SHDM.GAL/5",)),
    ("osce-symbol", "[[SEC.GAL/12/21]], p. 3", ("SEC.GAL/12/21",)),
    ("osce-symbol", "[[PC.JOUR/1365]]", ("PC.JOUR/1365",)),
    ("osce-symbol", "[[SUM.DOC/1/10]]", ("SUM.DOC/1/10",)),
)

LOOK_ALIKES = (
    "het EU-ETS 2 begint in 2027",
    "in het ETS 55 procent minder",
    "het ETS-systeem (ETS 1 en ETS 2)",
    "onder ETS 100 euro per ton",
    "de PACE van 2023",
    "een aanbeveling van PACE",
    "resolutie 2480 (2023) van het Europees Parlement",
    "PC.DEC is geen bestand",
    "het bestand PC.GAL is klein",
    "MC.DONALD/3",
    "een Rec(eptie) in 2016",
    "CM/m2",
)
