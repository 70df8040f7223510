"""An answer paper in our own words, and nobody's: how observers of elections are insured."""

from __future__ import annotations

from tests.forms.making.texts import Block, Headline, OfficialPaper, Part

PAPER = OfficialPaper(
    number="9071",
    session="2023-2024",
    case="2024Z90571",
    submitted="2024-03-06",
    received="2024-04-09",
    askers=("K.P. (Kati) Piri", "M.H. (Mariëtte) Patijn", "S.E.M. (Sarah) Dobbe", "D.G. (Derk) Boswijk"),
    respondents=("H.G.J. (Hanke) Bruins Slot", "C.E.G. (Karien) van Gennip"),
    title="Antwoord op vragen van de leden Piri, Patijn, Dobbe en Boswijk over het bericht «Waarnemers staan er na een "
    "ongeval alleen voor»",
    asked=Headline(
        "Vragen van de leden *Piri* en *Patijn* (beiden GroenLinks-PvdA), *Dobbe* (SP) en *Boswijk* (CDA) aan de "
        "Ministers van Buitenlandse Zaken en van Sociale Zaken en Werkgelegenheid over {} (ingezonden 6 maart 2024).",
        "het bericht «Waarnemers staan er na een ongeval alleen voor»[^1]",
    ),
    answered=Headline(
        "Antwoord van Minister *Bruins Slot* (Buitenlandse Zaken) en van Minister *Van Gennip* (Sociale Zaken en "
        "Werkgelegenheid), mede namens de Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking (ontvangen "
        "9 april 2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 9068."
    ),
    blocks=(
        Block(
            True,
            "Vraag 1",
            (
                "Hebt u gelezen over de Nederlander die bij een verkiezingswaarneming van de Organisatie voor "
                "Veiligheid en Samenwerking in Europa (OVSE) van een trap viel en daarna maandenlang geen inkomen had?",
            ),
        ),
        Block(False, "Antwoord 1", ("Ja.",)),
        Block(
            True,
            "Vraag 2",
            (
                "Hoeveel Nederlanders hebben sinds 2019 namens de OVSE of de Europese Unie (EU) verkiezingen "
                "waargenomen? Wie betaalt hun reis, en op grond van welke regels?",
            ),
        ),
        Block(
            False,
            "Antwoord 2",
            (
                "Sinds 2019 zijn 212 waarnemers uitgezonden: 148 naar missies van het Bureau voor Democratische "
                "Instellingen en Mensenrechten (ODIHR) van de OVSE en 64 naar missies van de EU. Het Ministerie van "
                "Buitenlandse Zaken betaalt de reis en het verblijf van de eerste groep.[^2] Die van de tweede groep "
                "betaalt de Europese Commissie, op grond van Verordening (EU) 2021/947.",
                "De Tweede Kamer ontvangt elk jaar een overzicht van de missies. Het laatste is te vinden in "
                "[[kst-36410-V-9|Kamerstuk 36 410 V, nr. 9]].",
            ),
        ),
        Block(
            True,
            "Vraag 3",
            (
                "Is een waarnemer in dienst van het ministerie? Zo nee, kan hij na een ongeval een WIA-uitkering "
                "krijgen, gelet op artikel 7 van de Wet werk en inkomen naar arbeidsvermogen (Wet WIA)?",
            ),
        ),
        Block(
            True,
            "Vraag 4",
            (
                "Bij wie meldt een waarnemer zich na een ongeval, en wat doet het Uitvoeringsinstituut "
                "Werknemersverzekeringen (UWV) met zo’n melding?",
            ),
        ),
        Block(
            False,
            "Antwoord 3 en 4",
            (
                "Nee, een waarnemer is vrijwilliger en geen ambtenaar. Wie daarnaast als werknemer verzekerd is, houdt "
                "die verzekering tijdens een missie van ten hoogste een maand; na twee jaar ziekte bestaat dan recht "
                "op een WIA-uitkering. Artikel 7 van de Wet WIA maakt geen verschil tussen ongevallen in Nederland en "
                "ongevallen in het buitenland. Voor zelfstandigen en gepensioneerden geldt dit niet. Sinds het besluit "
                "van 20 december 2022 ([[stb-2022-543|Staatsblad 2022, 543]]) kunnen zij zich wel vrijwillig laten "
                "verzekeren.",
                "Een waarnemer meldt zich bij zijn werkgever, en anders bij het UWV. Het UWV behandelt de melding "
                "zoals iedere andere, maar weet niet of iemand waarnemer was.",
            ),
        ),
        Block(
            True,
            "Vraag 5",
            (
                "Kunt u voor elk jaar sinds 2019 laten zien:",
                Part("a.", "hoeveel waarnemers een ongeval of een ziekte hebben gemeld;"),
                Part("b.", "hoeveel van hen een vergoeding hebben gekregen;"),
                Part("c.", "hoelang zij daarop hebben gewacht?"),
            ),
        ),
        Block(
            False,
            "Antwoord 5",
            (
                "In de jaren 2019 tot en met 2023 kwamen er elf meldingen binnen: drie in 2019, geen in 2020 en 2021, "
                "drie in 2022 en vijf in 2023. Negen waarnemers kregen een vergoeding, gemiddeld na vier maanden.[^3] "
                "Over de twee andere meldingen is nog niet beslist.",
            ),
        ),
        Block(
            True,
            "Vraag 6",
            (
                "Heeft de Ministeriële Raad van de OVSE gesproken over een gezamenlijke verzekering? Wat was daarbij "
                "de inzet van Nederland, en welke landen waren tegen?",
            ),
        ),
        Block(
            False,
            "Antwoord 6",
            (
                "Nederland heeft een gezamenlijke verzekering in november 2023 voorgesteld, samen met Duitsland en "
                "Noorwegen. Zes landen wilden eerst weten wat die kost. De Raad Buitenlandse Zaken heeft er op "
                "18 maart jl. over gesproken ([[kst-21501-02-2790|Kamerstuk 21 501-02, nr. 2790]]). In EU-, OVSE- en "
                "VN-verband blijft Nederland hiervoor pleiten.",
            ),
        ),
        Block(
            True,
            "Vraag 7",
            (
                "Bent u bereid om de veiligheid van waarnemers aan de orde te stellen in de VN-Mensenrechtenraad en in "
                "de Raad van Europa?",
            ),
        ),
        Block(
            False,
            "Antwoord 7",
            (
                "Ja. In de VN-Mensenrechtenraad zal Nederland dit in juni 2024 doen, bij de bespreking van het recht "
                "op vrije verkiezingen. De Raad van Europa heeft een eigen handleiding voor de veiligheid van "
                "waarnemers.[^4] Zie verder het antwoord op vraag 6.",
            ),
        ),
        Block(
            True,
            "Vraag 8",
            (
                "Wilt u de verzekering regelen vóór de verkiezing van het Europees Parlement in juni 2024? Zo nee, wat "
                "raadt u waarnemers tot die tijd aan?",
            ),
        ),
        Block(
            False,
            "Antwoord 8",
            (
                "Dat lukt niet vóór juni 2024, omdat de aanbesteding een halfjaar duurt. Tot die tijd vergoedt het "
                "Ministerie van Buitenlandse Zaken de premie van de vrijwillige verzekering die in het antwoord op de "
                "vragen 3 en 4 is genoemd. Eerder antwoordde het kabinet nog dat dit niet nodig was.[^5]",
            ),
        ),
        Block(
            True,
            "Vraag 9",
            (
                "Welke waarnemers zijn er nu op reis, en zijn zij gewaarschuwd dat een WIA-uitkering voor hen niet "
                "vanzelf spreekt?",
            ),
        ),
        Block(
            True,
            "Vraag 10",
            ("Kunt u deze vragen beantwoorden vóór het commissiedebat over de OVSE van 11 april aanstaande?",),
        ),
        Block(
            False,
            "Antwoord 9 en 10",
            (
                "Er zijn nu zeventien Nederlandse waarnemers op reis, van wie twaalf in Noord-Macedonië. Zij hebben op "
                "25 maart jl. allen een brief gekregen waarin staat hoe zij zijn verzekerd en bij wie zij zich na een "
                "ongeval kunnen melden. Wie in Nederland in loondienst is, leest daarin ook dat zijn werkgever van "
                "de reis moet weten.",
                "De Nationale ombudsman heeft in 2022 aangeraden om vrijwilligers in dienst van de overheid allemaal "
                "op dezelfde manier te verzekeren. Het kabinet neemt dat advies over. De Minister van Sociale Zaken en "
                "Werkgelegenheid stuurt de Kamer daarover na de zomer een voorstel, op grond van artikel 18 van de "
                "Ziektewet.",
                "Deze antwoorden zijn twee dagen vóór het commissiedebat verzonden.",
            ),
        ),
    ),
    notes=(
        "De Oosterpost, 2 maart 2024, «Waarnemers staan er na een ongeval alleen voor», "
        "https://www.deoosterpost.example/buitenland/2024/03/02/waarnemers-staan-er-na-een-ongeval-alleen-voor.html",
        "Kamerstuk 36 410 A, nr. 51",
        "Het jaarverslag van de Stichting Waarnemers staat op https://www.stichtingwaarnemers.example/over-ons/"
        "jaarverslagen/2023/verzekering-en-veiligheid-van-waarnemers-in-het-buitenland.pdf",
        "Te lezen op https://www.coe.int/en/web/electoral-assistance",
        "[[ah-tk-20222023-2215|Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 2215]]",
    ),
)
