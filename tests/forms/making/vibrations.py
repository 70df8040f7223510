"""A letter with answers in our own words, and nobody's: freight trains that make houses tremble."""

from __future__ import annotations

from tests.forms.making.texts import Block, Letter, Part

_SUBJECT = "trillingen door goederentreinen in Oost-Nederland"
_ASKERS = "de leden De Hoop (GroenLinks-PvdA) en Olger van Dijk (Nieuw Sociaal Contract)"

LETTER = Letter(
    case="2024Z90572",
    addressee=("Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018", "2500 EA DEN HAAG"),
    sender="> Retouradres Postbus 20901 2500 EX Den Haag",
    about=(
        ("Datum", "19 maart 2024"),
        ("Betreft", f"Beantwoording Kamervragen van {_ASKERS} over {_SUBJECT}"),
        ("Ons kenmerk", "IENW/BSK-2024/90572"),
        ("Uw brief", "26 februari 2024, 2024Z90572"),
    ),
    opening=(
        "Geachte voorzitter,",
        "In antwoord op uw brief van 26 februari 2024, kenmerk 2024Z90572, stuur ik u hierbij, mede namens de minister "
        f"van Economische Zaken en Klimaat, de antwoorden op de vragen van {_ASKERS} aan de staatssecretaris van "
        f"Infrastructuur en Waterstaat over {_SUBJECT} (ingezonden 26 februari 2024).",
        "Hoogachtend,",
    ),
    office="De staatssecretaris van Infrastructuur en Waterstaat,",
    signed="V.L.W.A. Heijnen",
    title="Beantwoording Kamervragen over trillingen door goederentreinen",
    blocks=(
        Block(
            True,
            "Vraag 1",
            ("Kent u de metingen die bewoners van Rijssen en Holten in januari zelf hebben laten doen?[^1]",),
        ),
        Block(False, "Antwoord op vraag 1", ("Ja. ProRail heeft de metingen van de bewoners gekregen.",)),
        Block(
            True,
            "Vraag 2",
            (
                "Kunt u voor de lijn Deventer–Oldenzaal laten zien:",
                Part("a.", "hoeveel goederentreinen er in 2019 en in 2023 reden;"),
                Part("b.", "hoe vaak een trein harder reed dan 80 kilometer per uur;"),
                Part("c.", "hoeveel bewoners over trillingen hebben geklaagd?"),
            ),
        ),
        Block(
            False,
            "Antwoord op vraag 2",
            (
                "Op deze lijn reden in 2019 gemiddeld 19 goederentreinen op een dag, in 2023 waren dat er 24. ProRail "
                "meet de snelheid van treinen niet per trein. Over trillingen kwamen in 2023 bij ProRail 311 klachten "
                "binnen.",
                "De cijfers over 2024 volgen in het voorjaar van 2025. De Inspectie Leefomgeving en Transport (ILT) "
                "controleert of de gegevens kloppen.",
            ),
        ),
        Block(
            True,
            "Vraag 3",
            ("Wat is er terechtgekomen van de wettelijke norm voor trillingen die uw voorganger heeft toegezegd?[^2]",),
        ),
        Block(
            True,
            "Vraag 4",
            (
                "Is het waar dat het Rijksinstituut voor Volksgezondheid en Milieu (RIVM) al jaren om zo’n norm "
                "vraagt, en dat Richtlijn 2002/49/EG wel over geluid gaat maar niet over trillingen?",
            ),
        ),
        Block(
            False,
            "Antwoord op vragen 3 en 4",
            (
                "De norm komt in het Besluit kwaliteit leefomgeving, op grond van artikel 2.24 van de Omgevingswet. "
                "Het RIVM heeft in 2023 geadviseerd welke waarde daarbij past.[^3] De Europese Commissie werkt niet "
                "aan regels over trillingen. Uw Kamer is hierover geïnformeerd in Kamerstuk 29 984, nr. 1190.",
            ),
        ),
        Block(
            True,
            "Vraag 5",
            ("Bent u bereid om goederentreinen ’s nachts langzamer te laten rijden totdat die norm er is?",),
        ),
        Block(
            False,
            "Antwoord op vraag 5",
            (
                "Nee. Langzamer rijden helpt alleen bij een deel van de woningen en vermindert het aantal treinen dat "
                "kan rijden. Zoals gemeld in het antwoord op vraag 2 weet ProRail bovendien niet hoe hard een trein "
                "reed. Wel krijgen de gemeenten Rijssen-Holten en Hengelo dit jaar geld om woningen te onderzoeken, "
                "samen met de Vereniging van Nederlandse Gemeenten (VNG).",
            ),
        ),
    ),
    notes=(
        "Twentse Bode, 12 februari 2024, «Huizen trillen vaker dan ProRail meet», "
        "https://www.twentsebode.example/nieuws/huizen-trillen-vaker",
        "Kamerstuk 29 893, nr. 268",
        "https://www.rivm.nl/trillingen",
    ),
)
