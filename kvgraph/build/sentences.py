"""The words of an explanation: what each rule reads, what each status means, what each reason says."""

from __future__ import annotations

from kvgraph.model import (
    Institution,
    Law,
    Office,
    Official,
    Party,
    PassageTarget,
    Person,
    Status,
    Target,
    Work,
)

RULES = {
    "aanhangsel": "an Aanhangsel by session year and number: Aanhangsel van de Handelingen, 2019-2020, nr. 12",
    "aanhangsel-id": "the id of an Aanhangsel as it is registered: ah-tk-20192020-12",
    "aanhangsel-number-first": "an Aanhangsel by number and then session year: nr. 12, vergaderjaar 2019-2020",
    "aanhangsel-short": "an Aanhangsel as AH with its number; without a session year it is of the paper's own",
    "address": "a web address that stands on its own",
    "answer": "a pointer to an answer of this paper by its label: antwoord 2",
    "answer-to-question": "a pointer to the answer to a question of this paper: het antwoord op vraag 2",
    "assembly-of-europe": "a resolution or recommendation of the Parliamentary Assembly of the Council of Europe",
    "case-number": "the number of a case of the Tweede Kamer: year, Z and five digits",
    "celex": "the CELEX number of European legislation",
    "document-number": "the number of a document of the Tweede Kamer: year, D and five digits",
    "ecli": "the ECLI of a judgment",
    "eli": "the European Legislation Identifier in a web address",
    "eu-act": "a European act by kind, year and number: Richtlijn 2004/38/EG",
    "eu-com": "a document of the European Commission by series, year and number: COM(2018) 378",
    "eu-council": "a document of the Council of the European Union by number and year: ST 14601/19",
    "european-treaty": "a treaty by its number in the series of the Council of Europe: ETS No. 5",
    "gazette-id": "the id of an official gazette as it is registered: stb-2018-503",
    "general-assembly-resolution": "a resolution of the General Assembly of the United Nations by session and number",
    "handelingen": "the Handelingen by session year, sitting and item or page",
    "handelingen-id": "the id of Handelingen as it is registered: h-tk-20232024-45-7",
    "header": "the header's own grammar: the names, parties and offices of who asks, is asked and answers",
    "headline": "a word for news, a broadcast or a report with the title in quotation marks behind it",
    "human-rights-council-resolution": "a resolution of the Human Rights Council by session and number",
    "institution-abbreviation": "an abbreviation that the register of institutions has for one institution",
    "institution-compound": "the name of an institution as part of a compound word",
    "institution-context": "a word that names an institution in this context only: the same word may name another",
    "institution-coordination": "a name that shares a part with the one beside it: Eerste en Tweede Kamer",
    "institution-name": "the full name of an institution as the register has it",
    "kamerstuk": "a Kamerstuk by dossier and number, announced by the word, the chamber or the session year",
    "kamerstuk-dossier-and-number": "a dossier with a number behind it, which nothing announces: 36 410, nr. 45",
    "kamerstuk-hyphenated": "a dossier with its number behind a hyphen: 36 410-45",
    "kamerstuk-id": "the id of a Kamerstuk as it is registered: kst-36410-45",
    "kamerstuk-letter": "a Kamerstuk that is numbered by a letter, as the Eerste Kamer does",
    "law-compound": "a capitalised word within a sentence that ends as a law or decree does: -wet, -wetboek, -besluit",
    "law-name": "the name or abbreviation of a law that the register of laws holds",
    "law-phrase": "a word such as Wet or Besluit, and the words behind it that make a name of it",
    "ministers-of-europe": "a paper of the Committee of Ministers of the Council of Europe: CM/Rec(2016)4",
    "osce-symbol": "the symbol of a paper of the OSCE: PC.DEC/1117",
    "party-compound": "the label of a party in a compound word: VVD-fractie",
    "party-name": "the label or name of a party, where it can mean nothing else or a word shows that it is one",
    "party-parentheses": "the label of a party in parentheses behind a name",
    "person-abroad": "a name beside an office that is no Dutch one: president, de Poolse premier",
    "person-member": "a name behind het lid, de leden, Kamerlid or the leader of a party",
    "person-motion": "the name of who moved a motion, amendment or bill: motie-De Vries",
    "person-office": "a name behind the title or the whole office of a minister or state secretary",
    "person-party": "a name with its party behind it: (CDA), or van het CDA",
    "publisher-link": "a link that the publisher itself tied to these characters",
    "question": "a pointer to a question of this paper: vraag 2",
    "question-paper-id": "the id of a question paper as it is registered: kv-tk-2024Z18653",
    "range": "the numbers between the two that are printed: nrs. 3 t/m 7",
    "security-council-resolution": "a resolution of the Security Council of the United Nations by number",
    "source": "a source by publisher, date, title or address, as footnotes cite them",
    "staatsblad": "the Staatsblad by year and number",
    "staatscourant": "the Staatscourant by year and number",
    "tractatenblad": "the Tractatenblad by year and number",
    "treaty": "the name of a treaty: a word that ends in verdrag or handvest, or Verdrag with the words behind it",
    "untitled": "news or a broadcast by publisher and day: de uitzending van Zembla van 3 november jl.",
    "un-symbol": "the symbol of a document of the United Nations: A/RES/67/187",
}
"""What each rule reads."""

REASONS = {
    "ambiguous": "Several persons fit equally well, and nothing that is printed decides between them.",
    "foreign or international office holder": (
        "The text gives this person an office of another country or of an international organisation: the registers"
        " hold Dutch office holders only."
    ),
    "more than one answer to question ": "Several answers belong to this label, and nothing says which one is meant.",
    "more than one question ": "Several questions carry this label, and nothing says which one is meant.",
    "no answer to question ": "No answer in this paper belongs to a question with this label.",
    "no portfolio printed": "A title alone names no office: there were several ministers at any time.",
    "no question ": "No question in this paper carries this label.",
    "no such minister in the register": (
        "No minister or state secretary of this name has been in office: most likely it is one of another country."
    ),
    "no such office in the register": "No office in the register was called so, then or at another time.",
    "no such party in the register": "No party in the register goes by this label.",
    "not in function on that day": (
        "Who is called so sat in a chamber or held the office until an earlier day, and nothing in the text says that"
        " the past is meant: they are the candidates."
    ),
    "not in the register": "Nobody of this name was in function on that day, or what is printed does not fit them.",
    "not in the register of publications": (
        "The register covers this series and does not hold this id, which is probably misprinted. It is linked as"
        " printed: candidates are one slip of the keyboard away, and the text does not say which one was meant."
    ),
    "not-linked": "Nothing was looked up for what is printed here.",
}
"""What the reasons of links mean, each by its beginning: some go on with a label."""

MEANINGS: dict[tuple[Status, type[Target] | None], str] = {
    (Status.VERIFIED, Official): "this id exists in the register of publications.",
    (Status.VERIFIED, Law): "the register of laws holds it.",
    (Status.VERIFIED, PassageTarget): "exactly one passage of this paper answers to it.",
    (Status.VERIFIED, Person): "the register of persons holds who is meant.",
    (Status.VERIFIED, Party): "the register of parties holds it.",
    (Status.VERIFIED, Office): "the register of offices holds it.",
    (Status.VERIFIED, Institution): "the register of institutions holds it.",
    (
        Status.WELL_FORMED,
        Official,
    ): "the id is valid, but the register of publications, which is not complete, lacks it.",
    (
        Status.WELL_FORMED,
        Law,
    ): "it reads as the name of a law, but the register of laws, which is not complete, lacks it.",
    (Status.WELL_FORMED, Work): "a source has no official id, and no register to be verified in.",
    (Status.UNRESOLVED, Person): "an entry made from the printed name stands for a person whom no register lists.",
    (Status.UNRESOLVED, None): "nothing is linked, because what is unsure stays unlinked.",
}
"""What a status means for each class of target; None is no target."""


def why(reason: str) -> str:
    """Return what the reason of a link means; raises ValueError for a reason that has no sentence."""
    return REASONS[max((known for known in REASONS if reason.startswith(known)), key=len)]
