"""Names of laws that no register lists: where they begin and end, and what only looks like one."""

from __future__ import annotations

import pytest

from kvgraph.citations import law_names, laws


def names(text: str) -> list[str]:
    return [citation.law for citation in sorted(laws.find(text), key=lambda one: one.span)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the abbreviation behind a name settles where it ends
        (
            "op grond van de Wet lenen, ruilen en delen gereedschap (Wlrdg) mag",
            "Wet lenen, ruilen en delen gereedschap",
        ),
        ("onder het Besluit orde en rust parken (hierna: Borp) valt", "Besluit orde en rust parken"),
        ("de Wet aanpak hinder en lawaai nachtvluchten (WAHLN) geldt", "Wet aanpak hinder en lawaai nachtvluchten"),
        # an abbreviation of something else does not
        ("op grond van de Wet schone stranden moet de gemeente (VNG) dit", "Wet schone stranden"),
        # an article after a noun begins something new, after a preposition it does not
        ("met de Wet veilige veren het varen beperken", "Wet veilige veren"),
        ("volgens de Wet op het loodswezen mag dat", "Wet op het loodswezen"),
        # bills
        ("in het wetsvoorstel Versnelling bruggenbouw staat", "Versnelling bruggenbouw"),
        ("Wetsvoorstel Versnelling bruggenbouw (Vb) is ingediend", "Versnelling bruggenbouw"),
        ("het initiatiefwetsvoorstel «Eerlijke havengelden» beoogt", "Eerlijke havengelden"),
        ("het wetsvoorstel «Wet eerlijke havengelden» beoogt", "Wet eerlijke havengelden"),
        ("het wetsvoorstel Eerlijke havengelden opgenomen", "Eerlijke havengelden"),
        # arrangements in the Kingdom and agreements between states
        ("in de onderlinge regeling Kustwachtzaken is", "onderlinge regeling Kustwachtzaken"),
        ("het Memorandum van Overeenstemming (MoU) tussen de EU en Jordanië uit", None),
        ("het associatieakkoord tussen de EU en Moldavië zegt", "associatieakkoord tussen de EU en Moldavië"),
        ("partij bij de Outer Space Treaty is", "Outer Space Treaty"),
        ("volgens de Convention on Cluster Munitions mag", "Convention on Cluster Munitions"),
        ("de Convention on the Law of the Sea zegt", "Convention on the Law of the Sea"),
        ("onder het Haags Bewijsverdrag is", "Haags Bewijsverdrag"),
        ("bij het Europees Verdrag inzake waterwegen is", "Europees Verdrag inzake waterwegen"),
        ("het Europees Verdrag inzake waterwegen van de Raad van Europa is", "Europees Verdrag inzake waterwegen"),
        (
            "het Verdrag tussen Nederland en Tonga inzake havengelden is",
            "Verdrag tussen Nederland en Tonga inzake havengelden",
        ),
        ("artikel 3 van het ILO-verdrag nr. 118 zegt", "ILO-verdrag nr. 118"),
        ("aan het Protocol van Gotenburg voldoet", "Protocol van Gotenburg"),
        ("in het Belastingplan 2017 staat", "Belastingplan 2017"),
        ("volgens de Common Harbour Agreement is", "Common Harbour Agreement"),
        # enumerations, and what stands in a second part of a name
        (
            "de Regeling telling, keuring en opslag van oude fietsen en wielen (Stcrt.",
            "Regeling telling, keuring en opslag van oude fietsen en wielen",
        ),
        (
            "met de Invoeringswet havens Saba, Sint Eustatius en Bonaire is",
            "Invoeringswet havens Saba, Sint Eustatius en Bonaire",
        ),
        ("uit de Havens- en sluizenwet volgt", "Havens- en sluizenwet"),
        # what makes another law of it
        ("artikel 3 van de Wet schone stranden BES is", "Wet schone stranden BES"),
        ("het Burgerlijk Wetboek BES kent", "Burgerlijk Wetboek BES"),
        ("met de Wet eerlijke heffing box 3 is", "Wet eerlijke heffing box 3"),
        ("de Inkoopwet op defensie- en veiligheidsgebied laat", "Inkoopwet op defensie- en veiligheidsgebied"),
        ("volgens de Tijdelijke wet bruggen is", "Tijdelijke wet bruggen"),
        ("de Beleidsregel trillende bruggen 2014 geldt", "Beleidsregel trillende bruggen 2014"),
        ("met het wetsvoorstel brugcriminaliteit III (34 372) is", "wetsvoorstel brugcriminaliteit III"),
    ],
)
def test_a_name_is_read_whole_and_no_further(text: str, name: str | None) -> None:
    assert names(text) == [name or "Memorandum van Overeenstemming (MoU) tussen de EU en Jordanië"]


@pytest.mark.parametrize(
    "text",
    [
        "het wetsvoorstel Jansen regelt dit",
        "het wetsvoorstel Van der Berg kreeg steun",
        "het wetsvoorstel over de haven en een wetsvoorstel Wijziging bedragen",
        "Met dit wetsvoorstel wordt samenwerking verplicht.",
        "een onderlinge regeling tussen twee gemeenten",
        "een memorandum van overeenstemming met een bedrijf",
        "het Memorandum of Understanding tussen Alfa en Beta",
        "de IKB Regeling een vergoeding is",
        "op de Republican National Convention in Chicago",
        "het Ontwerpbesluit, de Experimenteerwet en het Tracébesluit",
        "de subsidieregeling voor scholen en het convenant met de sector",
        "het Kaderbesluit 2009/123 van de Raad",
        "volgens het Besluit en de circulaire",
        "in het Besluit en WBV 2023",
        "bij Besluit nr. 3/80 van de Associatieraad",
        "het wetsvoorstel waarover de Kamer stemt (34 372) is",
        "een Service Level Agreement met de leverancier",
        "de overeenkomst tussen Alfa en Beta",
    ],
)
def test_what_only_looks_like_a_law_is_none(text: str) -> None:
    assert names(text) == []


def test_a_bill_is_the_law_that_it_becomes() -> None:
    assert laws.row_of("Toekomst pensioenen") == laws.row_of("Wet toekomst pensioenen") is not None
    assert law_names.is_bill("Versnelling bruggenbouw")
    for name in ("Wet eerlijke havengelden", "Gratiewet", "Verdrag van Bern", "Outer Space Treaty"):
        assert not law_names.is_bill(name)
    assert laws.row_of("Versnelling bruggenbouw") is None


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("Wlrdg", "Wet lenen, ruilen en delen gereedschap", True),
        ("Borp 2019", "Besluit orde en rust parken", True),
        ("WLRDG", "Wet lenen, ruilen en delen gereedschap", True),
        ("Awb", "Besluit orde en rust parken", False),
        ("Bxp", "Besluit orde en rust parken", False),
        ("Waterwet", "Wet schoon water", False),
    ],
)
def test_a_short_name_begins_as_the_full_one_and_keeps_the_order_of_its_letters(
    short: str, name: str, fits: bool
) -> None:
    assert law_names.abbreviates(short, name) is fits
