"""What sources say: a text with [[double brackets]] around the one source in it, then its kind, publisher, date, title
and address; ``FOOTNOTES`` as notes cite them, ``RUNNING_TEXT`` as questions and answers do.

The paper is of 20 November 2024.
"""

from __future__ import annotations

Row = tuple[str, str, str | None, str | None, str | None, str | None]

_NEWS, _VIDEO, _REPORT, _PAGE = "NewsArticle", "VideoObject", "Report", "WebPage"
_TITLE, _REPORT_TITLE = "Het water stijgt", "Dijken in beeld"

FOOTNOTES: tuple[Row, ...] = (
    (
        "[[NOS, 1 maart 2024, «De dijk houdt het», https://nos.nl/artikel/1]].",
        _NEWS, "NOS", "2024-03-01", "De dijk houdt het", "https://nos.nl/artikel/1",
    ),
    (
        "[[NOS.nl, «De dijk houdt het», 1 maart 2024 (https://nos.nl/artikel/1)]]",
        _NEWS, "NOS.nl", "2024-03-01", "De dijk houdt het", "https://nos.nl/artikel/1",
    ),
    ("[[de Volkskrant, d.d. 15 januari jl]].", _NEWS, "de Volkskrant", "2024-01-15", None, None),
    ("[[de Volkskrant, 15 januari jongstleden, «Dijken»]]", _NEWS, "de Volkskrant", "2024-01-15", "Dijken", None),
    ("[[Trouw, 3 november 2024, ‘Het water stijgt’]].", _NEWS, "Trouw", "2024-11-03", _TITLE, None),
    ("[[NRC, \"Het water stijgt\", 3 november 2024]]", _NEWS, "NRC", "2024-11-03", _TITLE, None),
    ("[[NRC (3 november 2024), «Het water stijgt»]]", _NEWS, "NRC", "2024-11-03", _TITLE, None),
    (
        "[[Het Financieele Dagblad, 3 november 2024, Het water stijgt, https://fd.nl/a]]",
        _NEWS, "Het Financieele Dagblad", "2024-11-03", _TITLE, "https://fd.nl/a",
    ),
    (
        "[[Het water stijgt | NRC, https://www.nrc.nl/a]]",
        _NEWS, "NRC", None, _TITLE, "https://www.nrc.nl/a",
    ),
    (
        "[[Het water stijgt - Omroep Zeeland: https://www.omroepzeeland.nl/a]]",
        _NEWS, "Omroep Zeeland", None, _TITLE, "https://www.omroepzeeland.nl/a",
    ),
    ("[[Nieuwsuur, uitzending van 3 november 2024]]", _NEWS, "Nieuwsuur", "2024-11-03", None, None),
    ("[[Leeuwarder Courant, november 2024, «Het water stijgt»]]", _NEWS, "Leeuwarder Courant", "2024-11", _TITLE, None),
    (
        "[[YouTube, «Het water stijgt», https://www.youtube.com/watch?v=a]]",
        _VIDEO, "YouTube", None, _TITLE, "https://www.youtube.com/watch?v=a",
    ),
    ("[[https://youtu.be/abc]]", _VIDEO, "YouTube", None, None, "https://youtu.be/abc"),
    (
        "[[Algemene Rekenkamer, rapport «Dijken in beeld», 3 november 2024]]",
        _REPORT, "Algemene Rekenkamer", "2024-11-03", _REPORT_TITLE, None,
    ),
    (
        "[[Planbureau voor de Leefomgeving, 2023, «Dijken in beeld», https://www.pbl.nl/dijken.pdf]]",
        _REPORT, "Planbureau voor de Leefomgeving", "2023", _REPORT_TITLE, "https://www.pbl.nl/dijken.pdf",
    ),
    (
        "[[Amnesty International, 19 oktober 2024, Statement on dikes, https://www.amnesty.org/a]]",
        _PAGE, "Amnesty International", "2024-10-19", "Statement on dikes", "https://www.amnesty.org/a",
    ),
    ("Zie ook [[https://www.amnesty.org/a]].", _PAGE, None, None, None, "https://www.amnesty.org/a"),
    (
        "[[BBC News, 3 November 2024, «Dikes hold», https://www.bbc.com/news/1]]",
        _NEWS, "BBC News", "2024-11-03", "Dikes hold", "https://www.bbc.com/news/1",
    ),
    ("[[NOS, 3 november, «Het water stijgt»]]", _NEWS, "NOS", "2024-11-03", _TITLE, None),
    ("[[NRC, 12 december, ‘Het water stijgt’]]", _NEWS, "NRC", "2023-12-12", _TITLE, None),
    ("[[Trouw (15 januari)]]", _NEWS, "Trouw", "2024-01-15", None, None),
    ("[[NRC, oktober jl., «Het water stijgt»]]", _NEWS, "NRC", "2024-10", _TITLE, None),
    ("[[AD, Vuurwerk op 31 december, https://ad.nl/a]]", _NEWS, "AD", None, "Vuurwerk op 31 december", "https://ad.nl/a"),
    ("[[NOS Journaal, 3 november 2024, 20.00 uur]]", _NEWS, "NOS Journaal", "2024-11-03", None, None),
    ("[[NRC, 3 november 2024, p. 12]]", _NEWS, "NRC", "2024-11-03", None, None),
    ("[[Brief van de burgemeester van 3 mei 2024]].", _REPORT, None, "2024-05-03", "Brief van de burgemeester", None),
    ("[[Rapport Commissie-Dijken, 12 juni 2019]]", _REPORT, None, "2019-06-12", "Rapport Commissie-Dijken", None),
    ("[[Dijkinspectie, «Dijken in beeld», maart 2023]]", _REPORT, "Dijkinspectie", "2023-03", _REPORT_TITLE, None),
    ("[[PBL (2023), «Dijken in beeld»]]", _REPORT, "PBL", "2023", _REPORT_TITLE, None),
    ("[[Dijkblog, 3 mei 2022, «Het water stijgt»]]", _NEWS, "Dijkblog", "2022-05-03", _TITLE, None),
)  # fmt: skip

RUNNING_TEXT: tuple[Row, ...] = (
    ("Kent u het [[bericht «Het water stijgt»]]?", _NEWS, None, None, _TITLE, None),
    ("Kent u het [[bericht «Het water stijgt» van de NOS]]?", _NEWS, "de NOS", None, _TITLE, None),
    ("het [[bericht van de NOS «Het water stijgt»]]", _NEWS, "de NOS", None, _TITLE, None),
    (
        "het [[artikel in de Volkskrant van 15 januari jl. «Het water stijgt»]]",
        _NEWS, "de Volkskrant", "2024-01-15", _TITLE, None,
    ),
    ("het [[artikel «Het water stijgt» in NRC van 3 november 2024]]", _NEWS, "NRC", "2024-11-03", _TITLE, None),
    ("het [[artikel «Het water stijgt» van 3 november jongstleden]]", _NEWS, None, "2024-11-03", _TITLE, None),
    (
        "het [[artikel van NRC d.d. 3 november 2024 getiteld «Het water stijgt»]]",
        _NEWS, "NRC", "2024-11-03", _TITLE, None,
    ),
    ("het [[artikel met als titel “Het water stijgt”]]", _NEWS, None, None, _TITLE, None),
    ("het [[artikel \"Het water stijgt\"]] van gisteren", _NEWS, None, None, _TITLE, None),
    ("de [[uitzending van Zembla «Het water stijgt»]]", _VIDEO, "Zembla", None, _TITLE, None),
    (
        "de [[uitzending van Nieuwsuur van 3 november 2024 «Het water stijgt»]]",
        _VIDEO, "Nieuwsuur", "2024-11-03", _TITLE, None,
    ),
    ("de [[documentaire «Het water stijgt»]] gezien", _VIDEO, None, None, _TITLE, None),
    ("de [[podcast «Het water stijgt»]]", _NEWS, None, None, _TITLE, None),
    ("de [[video ‘Het water stijgt’]], en", _VIDEO, None, None, _TITLE, None),
    ("het [[rapport «Dijken in beeld»]]", _REPORT, None, None, _REPORT_TITLE, None),
    ("het [[rapport «Dijken in beeld»]] van de Algemene Rekenkamer", _REPORT, None, None, _REPORT_TITLE, None),
    ("het [[onderzoek van Deltares «Dijken in beeld»]]", _REPORT, "Deltares", None, _REPORT_TITLE, None),
    ("het [[advies van de Raad van State «Dijken in beeld»]]", _REPORT, "de Raad van State", None, _REPORT_TITLE, None),
    ("de [[brandbrief «Red de dijk»]]", _REPORT, None, None, "Red de dijk", None),
    ("het [[nieuwsbericht «Het water stijgt» (NOS, 3 november 2024)]]", _NEWS, "NOS", "2024-11-03", _TITLE, None),
    ("het [[krantenartikel «Het water stijgt»]]", _NEWS, None, None, _TITLE, None),
    ("het [[opiniestuk «Het water stijgt» in Trouw]]", _NEWS, "Trouw", None, _TITLE, None),
    ("het [[artikel in NRC van 3 november «Het water stijgt»]]", _NEWS, "NRC", "2024-11-03", _TITLE, None),
    ("het [[bericht «Het water stijgt» (NOS, 3 november)]]", _NEWS, "NOS", "2024-11-03", _TITLE, None),
    ("het [[AD-artikel «Het water stijgt»]]", _NEWS, "AD", None, _TITLE, None),
    ("het [[FD-bericht «Het water stijgt» van 3 november jl.]]", _NEWS, "FD", "2024-11-03", _TITLE, None),
    ("de [[uitzending van Zembla van 3 november jl.]] gezien", _VIDEO, "Zembla", "2024-11-03", None, None),
    ("het [[artikel in de Volkskrant van 15 januari jongstleden]]", _NEWS, "de Volkskrant", "2024-01-15", None, None),
)  # fmt: skip

NO_FOOTNOTES = (
    "Zie de brief van 3 mei 2024",
    "Kamerbrief van 3 mei 2024",
    "Peildatum 3 mei 2024",
    "Bijvoorbeeld in 2024",
    "Motie van het lid Jansen van 3 mei 2024",
    "Dat is inclusief btw.",
    "Exclusief de regio Zeeland.",
    "In prijzen van 2023",
    "Zie voetnoot 3.",
    "Idem.",
)

LOOK_ALIKES = (
    "het bericht van Jansen van 3 november jl.",
    "de brief van de Minister van 3 mei jl.",
    "de uitzending van Zembla van vorige week",
    "het artikel in de wet van 3 mei 2020",
    "Het begrip «goede trouw» staat in het bericht.",
    "RVO.nl, Hartvannederland.nl en NU.nl (nos.nl)",
    "mail naar info@minvws.nl",
    "o.a.de/het verschil en i.s.m.be/nl",
    "De Minister noemt dat ‘een stap vooruit’ in het debat.",
    "volgens de NOS en het AD is dat zo",
    "het bericht is ons bekend",
    "een onderzoek naar «zachte» dijken",
    "dit artikel van de wet",
    "de «polluter pays»-regel",
    "trouw aan de «vaste lijn»",
    "een video van het debat",
)
