"""Persons as papers name them in running text, found and linked: every form of a name, on the day of the paper."""

from __future__ import annotations

from datetime import date

import pytest

from kvgraph.entities import find_people
from kvgraph.linking.people import link_person
from kvgraph.model import Link, PassageKind, Person, PersonMention, Status
from kvgraph.registers import load

UNKNOWN = "not in the register"
EARLIER = "not in function on that day"
ABROAD = "foreign or international office holder"
NO_MINISTER = "no such minister in the register"


def links(text: str, day: str) -> list[Link]:
    found = find_people(text, kind=PassageKind.ANSWER)
    return [link_person(m, date.fromisoformat(day), load()) for m in found if isinstance(m, PersonMention)]


def keys(text: str, day: str) -> list[str | None]:
    return [link.target.key if isinstance(link.target, Person) else link.reason for link in links(text, day)]


DIJK, YESILGOZ, FABER = "dijk-i-1975", "yesilgoz-zegerius-d-1977", "faber-mhm-1960"
DIK, OMTZIGT, LEIJTEN = "dik-faber-rk-1971", "omtzigt-ph-1974", "leijten-rm-1979"

MEMBERS: list[tuple[str, str, list[str | None]]] = [
    # initials, first names, prefixes
    ("Het lid Inge van Dijk, het lid I. van Dijk en het lid Van Dijk (CDA).", "2024-10-01", [DIJK] * 3),
    ("Mw. Van Dijk (CDA), mevrouw I. van Dijk (CDA) en mevrouw Van Dijk van het CDA.", "2024-10-01", [DIJK] * 3),
    ("De heer Van Dijk (SGP) en dhr. E. van Dijk (PVV).", "2024-10-01", ["dijk-djh-1971", "dijk-e-1985"]),
    ("Het lid van Nispen (SP) en het lid El Abassi (DENK).", "2024-10-01", ["nispen-m-1982", "abassi-i-1983"]),
    ("Het lid Van Dyk (CDA) vroeg het.", "2024-10-01", [DIJK]),
    # diacritics, double names, either way round
    ("De leden Kroger, Ozdil en Ozutok vroegen het.", "2018-10-01",
     ["kroger-sc-1976", "ozdil-z-1981", "ozutok-n-1960"]),
    ("Het lid Kostić en het lid Kostic (PvdD).", "2024-10-01", ["kostic-i-1984"] * 2),
    ("Het lid Yesilgöz-Zegerius, het lid Zegerius-Yeşilgöz (VVD) en het lid Yeşilgöz (VVD).", "2018-10-01",
     [YESILGOZ] * 3),
    ("Het lid Dik-Faber, het lid Dik – Faber, het lid Dik‑Faber en het lid Faber-Dik.", "2018-10-01", [DIK] * 4),
    ("Het lid Faber-van de Klashorst, het lid Faber – Van de Klashorst en het lid Van de Klashorst-Faber (PVV).",
     "2024-03-01", [FABER] * 3),
    ("Het lid Bruins Slot en het lid Koser Kaya (D66).", "2012-03-01",
     ["bruins-slot-hgj-1977", "koser-kaya-f-1968"]),
    ("Het lid Beckermann (SP) vroeg het.", "2024-03-01", ["beckerman-sm-1983"]),
    # what may stand before a name
    ("Kamerlid Omtzigt, Tweede Kamerlid Omtzigt, CDA-Kamerlid Omtzigt en het CDA-lid Omtzigt.", "2018-10-01",
     [OMTZIGT] * 4),
    ("Het lid Omtzigt c.s., Kamerlid Pieter Omtzigt (CDA) en de heer Omtzigt (CDA).", "2018-10-01", [OMTZIGT] * 3),
    ("D66-leider Pechtold, de D66-Kamerleden Sneller en Van Weyenberg, en Kamervoorzitter Arib.", "2018-10-01",
     ["pechtold-a-1965", "sneller-jc-1982", "weyenberg-spra-1973", "arib-k-1960"]),
    ("Het lid mw. Kröger, het lid dr. Omtzigt en de heer mr. Van Nispen (SP).", "2024-10-01",
     ["kroger-sc-1976", OMTZIGT, "nispen-m-1982"]),
    ("D66-Kamerlid Anne-Marijke Podt, PVV'er Wilders en Jimmy Dijk (SP).", "2024-10-01",
     ["podt-a-1975", "wilders-g-1963", "dijk-jp-1985"]),
    # motions, amendments and bills
    ("De motie-Omtzigt/Leijten, de motie Omtzigt c.s. en de moties-Leijten.", "2018-10-01",
     [OMTZIGT, LEIJTEN, OMTZIGT, LEIJTEN]),
    ("De motie van de leden Omtzigt en Leijten en het amendement van het lid Omtzigt.", "2018-10-01",
     [OMTZIGT, LEIJTEN, OMTZIGT]),
    ("Het amendement-Omtzigt, de initiatiefwet-Omtzigt en het initiatiefwetsvoorstel-Omtzigt.", "2018-10-01",
     [OMTZIGT] * 3),
    ("De initiatiefnota-Leijten en de initiatiefnota van het lid Leijten.", "2018-10-01", [LEIJTEN] * 2),
    # who left
    ("De motie-Leijten, de motie van het lid Leijten en het lid Leijten (SP).", "2024-10-01", [LEIJTEN] * 3),
    ("Oud-Kamerlid Leijten en voormalig Kamerlid Van Veldhoven.", "2024-10-01", [LEIJTEN, "veldhoven-s-1973"]),
    ("De vragen van het lid Leijten, en de motie Omtzigt-Leijten.", "2024-10-01", [LEIJTEN, OMTZIGT, LEIJTEN]),
    ("Het lid Leijten vroeg het.", "2024-10-01", [EARLIER]),
    # who is not, or may be several
    ("Het lid Mulder en de motie-Mulder.", "2018-10-01", ["ambiguous"] * 2),
    ("Het lid Zwartjes en het lid Zwartjes (VVD).", "2018-10-01", [UNKNOWN, "unlisted/zwartjes-vvd"]),
]  # fmt: skip

RUTTE, DIJSSELBLOEM, OPSTELTEN = "rutte-m-1967", "dijsselbloem-jrva-1966", "opstelten-1944"

MINISTERS: list[tuple[str, str, list[str | None]]] = [
    ("Minister-president Rutte, premier Rutte en minister-president Mark Rutte.", "2018-10-01", [RUTTE] * 3),
    ("Minister Kaag, minister Sigrid Kaag, minister Kaag van Financiën en vicepremier Kaag.", "2022-10-01",
     ["kaag-sam-1961"] * 4),
    ("De ministers Kuipers (VWS) en Van Gennip, en de staatssecretarissen Van der Burg en Van Ooijen.", "2022-10-01",
     ["kuipers-1959", "gennip-ceg-1968", "burg-e-1965", "ooijen-1990"]),
    ("De Minister voor Rechtsbescherming Weerwind; de Minister voor Klimaat en Energie (Jetten).", "2022-10-01",
     ["weerwind-1964", "jetten-raa-1987"]),
    ("Demissionair minister Hoekstra en minister De Jonge (VRO).", "2022-10-01",
     ["hoekstra-wb-1975", "jonge-1977"]),
    ("Oud-minister Dijsselbloem, ex-minister Dijsselbloem, de Minister van Financiën, de heer Dijsselbloem.",
     "2018-10-01", [DIJSSELBLOEM] * 3),
    ("Toenmalig minister Opstelten, de toenmalige Minister van Veiligheid en Justitie Opstelten.", "2018-10-01",
     [OPSTELTEN] * 2),
    ("De brief van minister Opstelten (VenJ).", "2018-10-01", [OPSTELTEN]),
    ("Voormalig staatssecretaris Teeven en mijn ambtsvoorganger, minister Schippers.", "2018-10-01",
     ["teeven-f-1958", "schippers-ei-1964"]),
    ("Oud-premier Balkenende en voormalig premier Kok.", "2018-10-01", ["balkenende-jp-1956", "kok-1938"]),
    ("Oud-premier Rutte.", "2024-10-01", [RUTTE]),
    ("Minister mr. Van Weel, minister mevrouw Agema en minister Bruins (NSC).", "2024-10-01",
     ["weel-1976", "agema-m-1976", "bruins-eew-1969"]),
    ("Minister Kaag (D66).", "2024-10-01", [EARLIER]),
    ("Minister Opstelten schreef het.", "2018-10-01", [EARLIER]),
    ("Oud-minister De Vries.", "2018-10-01", ["ambiguous"]),
    ("Oud-staatssecretaris De Vries.", "2024-10-01", ["ambiguous"]),
]  # fmt: skip

OTHERS: list[tuple[str, list[str | None]]] = [
    ("De Russische minister Lavrov, president Loekasjenko en de Amerikaanse president Biden.", [ABROAD] * 3),
    ("Premier Netanyahu van Israël, secretaris-generaal Guterres van de VN en EU-commissaris Hoekstra.", [ABROAD] * 3),
    ("Hoge Vertegenwoordiger Borrell, bondskanselier Scholz en de Franse minister Le Maire.", [ABROAD] * 3),
    ("Minister Lavrov en premier Netanyahu.", [NO_MINISTER] * 2),
    ("Premier Mulder, de Belgische staatssecretaris De Boer en minister Omtzigt.", [NO_MINISTER, ABROAD, NO_MINISTER]),
]


@pytest.mark.parametrize(("text", "day", "people"), [*MEMBERS, *MINISTERS])
def test_every_form_of_a_name_is_linked_on_its_day(text: str, day: str, people: list[str | None]) -> None:
    assert keys(text, day) == people


@pytest.mark.parametrize(("text", "reasons"), OTHERS)
def test_who_holds_no_dutch_office_stays_without_a_link(text: str, reasons: list[str | None]) -> None:
    assert keys(text, "2024-03-01") == reasons
    assert all(link.status is Status.UNRESOLVED and link.target is None for link in links(text, "2024-03-01"))


def test_who_is_not_linked_has_the_candidates() -> None:
    (left,) = links("Minister Opstelten schreef het.", "2018-10-01")
    assert left.candidates == (OPSTELTEN,)
    (several,) = links("Het lid Vos vroeg het.", "2018-10-01")
    assert (several.reason, several.candidates) == (EARLIER, ("vos-jc-1972", "vos-mb-1957", "vos-ml-1970"))
