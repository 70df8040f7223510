"""Official gazettes.

A row is the rule, a text with [[double brackets]] around each citation, and what each citation says.
"""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("staatsblad", "[[Staatsblad 2020, 118]].", ("stb-2020-118",)),
    ("staatsblad", "[[Stb. 2019, 33]] en [[34]].", ("stb-2019-33", "stb-2019-34")),
    ("staatsblad", "[[Stb. 2019/33]]", ("stb-2019-33",)),
    ("staatscourant", "[[Stcrt. 2020, nr. 12345]]", ("stcrt-2020-12345",)),
    ("staatscourant", "[[Staatscourant van 3 april 2020, nr. 19990]].", ("stcrt-2020-19990",)),
    ("staatscourant", "[[Staatscourant nr. 19990 van 3 april 2020]].", ("stcrt-2020-19990",)),
    ("tractatenblad", "[[Trb. 2019, 12]]", ("trb-2019-12",)),
    ("gazette-id", "zie [[stcrt-2020-12345]]", ("stcrt-2020-12345",)),
    ("staatsblad", "([[Stb. 2020, 118]])", ("stb-2020-118",)),
    ("staatsblad", "[[Stb. 2020, nr. 118]]", ("stb-2020-118",)),
    ("staatsblad", "[[Stb. 2020, nrs. 118]] en [[119]]", ("stb-2020-118", "stb-2020-119")),
    ("staatsblad", "[[Stb. 2020, 118]]; [[Stb. 2021, 5]]", ("stb-2020-118", "stb-2021-5")),
    ("staatsblad", "[[Stb 2020, 118]], p. 12", ("stb-2020-118",)),
    ("staatsblad", "[[Stb. 2020 118]]", ("stb-2020-118",)),
    ("staatsblad", "[[Stb. 2020-118]]", ("stb-2020-118",)),
    ("staatsblad", "in het [[Staatsblad van 12 mei 2020, nr. 118]]", ("stb-2020-118",)),
    ("staatsblad", "in het [[Staatsblad van het Koninkrijk der Nederlanden 2020, 118]]", ("stb-2020-118",)),
    ("staatsblad", "[[Staatsblad jaargang 2020, nummer 118]]", ("stb-2020-118",)),
    ("staatsblad", "[[Staatsblad 2020 nr. 118]]", ("stb-2020-118",)),
    ("staatscourant", "([[Stcrt. 2020, 12345]])", ("stcrt-2020-12345",)),
    ("staatscourant", "[[Stcrt. 2020, nrs. 12345]] en [[12346]]", ("stcrt-2020-12345", "stcrt-2020-12346")),
    ("staatscourant", "[[Stcrt. 2020-12345]]", ("stcrt-2020-12345",)),
    ("staatscourant", "[[Staatscourant 2020, 12345]]", ("stcrt-2020-12345",)),
    ("staatscourant", "[[Staatscourant jaargang 2020, nr. 12345]]", ("stcrt-2020-12345",)),
    ("staatscourant", "de [[Nederlandse Staatscourant 2020, nr. 12345]]", ("stcrt-2020-12345",)),
    ("staatscourant", "[[Staatscourant 2020, nr. 12345]], 3 april 2020", ("stcrt-2020-12345",)),
    ("staatscourant", "[[Staatscourant d.d. 3 april 2020, nr. 12345]]", ("stcrt-2020-12345",)),
    ("staatscourant", "[[Staatscourant 3 april 2020, 12345]]", ("stcrt-2020-12345",)),
    ("tractatenblad", "([[Trb. 1951, 131]])", ("trb-1951-131",)),
    ("tractatenblad", "[[Trb. 2019, nr. 12]]", ("trb-2019-12",)),
    ("tractatenblad", "[[Trb. 1951, 131]] en [[1967, 76]]", ("trb-1951-131", "trb-1967-76")),
    ("tractatenblad", "[[Trb. 1951, 131]] en [[132]]", ("trb-1951-131", "trb-1951-132")),
    ("tractatenblad", "[[Tractatenblad 1951, 131]]", ("trb-1951-131",)),
    ("tractatenblad", "[[Tractatenblad 1951, nr. 131]]", ("trb-1951-131",)),
    ("tractatenblad", "[[Tractatenblad van het Koninkrijk der Nederlanden 1951, 131]]", ("trb-1951-131",)),
    ("gazette-id", "[[stb-2020-118]], [[trb-2019-12]]", ("stb-2020-118", "trb-2019-12")),
)

LOOK_ALIKES = (
    "het Staatsblad van 2020",
    "de Staatscourant is in 2020 gedigitaliseerd",
    "in de Staatscourant van 3 april 2020 staat",
    "publicatie in het Staatsblad, 12 weken later",
    "in 2020, nr. 118",
    "Stc 2020",
    "bel 020, 118",
    "Stb. volgt",
    "Staatscourant 2020, blz. 3",
    "een Stbl-verlichting 2020, 100 watt",
    "€ 2020, 118",
)
