"""Aanhangsel, Handelingen, cases and documents.

A row is the rule, a text with [[double brackets]] around each citation, and what each citation says.
"""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("aanhangsel", "[[Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 1234]]", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "[[AanhangselHandelingen, vergaderjaar 2024–2025,nr. 244]].", ("ah-tk-20242025-244",)),
    ("aanhangsel", "[[Aanhangsel van de Handelingen II 2019/20, nr. 1234]]", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "([[Aanhangsel van de Handeling, vergaderjaar 2020–2021, nr. 2203]])", ("ah-tk-20202021-2203",)),
    ("aanhangsel", "[[Aanhangsel Handelingen I 2018/19, nr. 5]]", ("ah-ek-20182019-5",)),
    (
        "aanhangsel",
        "[[Aanhangsels Handelingen, vergaderjaar 2023–2024, nrs. 1379]], [[1380]] en [[1402]].",
        ("ah-tk-20232024-1379", "ah-tk-20232024-1380", "ah-tk-20232024-1402"),
    ),
    (
        "aanhangsel",
        "[[Aanhangsel Handelingen, vergaderjaar 2020–2021, nr. 3999]] en vergaderjaar [[2021–2022, nr. 487]].",
        ("ah-tk-20202021-3999", "ah-tk-20212022-487"),
    ),
    ("aanhangsel", "[[Handelingen II 2019/20, Aanhangsel nr. 1234]]", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "Kamervragen ([[Aanhangsel) 2023-2024, nr. 1379]]", ("ah-tk-20232024-1379",)),
    ("aanhangsel-number-first", "[[Aanhangsel Handelingen, nr. 349, vergaderjaar 2024–2025]]", ("ah-tk-20242025-349",)),
    ("aanhangsel-short", "zie [[AH 2023-2024, nr. 604]].", ("ah-tk-20232024-604",)),
    ("aanhangsel-short", "mijn antwoorden ([[AH 604]])", ("ah-tk-20242025-604",)),
    ("aanhangsel-id", "zie [[ah-tk-20172018-2509]]", ("ah-tk-20172018-2509",)),
    ("handelingen", "[[Handelingen II, vergaderjaar 2024–2025, nr. 8]]", ("h-tk-20242025-8",)),
    ("handelingen", "[[Handelingen II 2019/20, nr. 45, item 7]], p. 3", ("h-tk-20192020-45-7",)),
    ("handelingen", "[[Handelingen I 2019/20, 31, item 2]]", ("h-ek-20192020-31-2",)),
    ("handelingen", "[[Handelingen II 2008/09, nr. 37, blz. 2632]]", ("h-tk-20082009-37-2632",)),
    ("handelingen-id", "zie [[h-tk-20232024-45-7]]", ("h-tk-20232024-45-7",)),
    ("case-number", "vraagnummer [[2024Z18653]]", ("2024Z18653",)),
    ("case-number", "(kenmerk [[2024Z 17972]])", ("2024Z17972",)),
    ("document-number", "(Parlisnummer [[2022D01811]])", ("2022D01811",)),
    ("question-paper-id", "zie [[kv-tk-2024Z18653]]", ("kv-tk-2024Z18653",)),
    # Aanhangsel
    ("aanhangsel", "[[Aanhangsel Handelingen II 2019/20, 1234]].", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "[[Aanhangsel Handelingen II, 2019–2020, nr. 1234]]", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "[[Aanhangsel bij de Handelingen, vergaderjaar 2019–2020, nr. 1234]]", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "[[Aanhangsel der Handelingen, vergaderjaar 2019–2020, nr. 1234]]", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "[[Aanhangsel van de Handelingen, Tweede Kamer, 2019–2020, nr. 1234]]", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "[[Aanhangsel Handelingen, vergaderjaar 2019– 2020, nr. 1234]]", ("ah-tk-20192020-1234",)),
    (
        "aanhangsel",
        "[[Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 12]] en [[nr. 13]]",
        ("ah-tk-20192020-12", "ah-tk-20192020-13"),
    ),
    (
        "aanhangsel",
        "[[Aanhangsel Handelingen, vergaderjaar 2019–2020, nrs. 12]] en [[13]]",
        ("ah-tk-20192020-12", "ah-tk-20192020-13"),
    ),
    ("aanhangsel", "[[Tweede Kamer, vergaderjaar 2019–2020, Aanhangsel, nr. 1234]]", ("ah-tk-20192020-1234",)),
    (
        "aanhangsel",
        "[[Tweede Kamer, vergaderjaar 2019–2020, Aanhangsel van de Handelingen 1234]]",
        ("ah-tk-20192020-1234",),
    ),
    ("aanhangsel", "[[Eerste Kamer, vergaderjaar 2019–2020, Aanhangsel, nr. 5]]", ("ah-ek-20192020-5",)),
    ("aanhangsel", "[[vergaderjaar 2019–2020, Aanhangsel van de Handelingen, nr. 1234]]", ("ah-tk-20192020-1234",)),
    ("aanhangsel", "[[Aanhangsel van de Handelingen I 2018/19, nr. 5]]", ("ah-ek-20182019-5",)),
    ("aanhangsel-number-first", "[[Aanhangsel nr. 349 van vergaderjaar 2024–2025]]", ("ah-tk-20242025-349",)),
    ("aanhangsel-short", "[[AH-TK 2023–2024, 604]]", ("ah-tk-20232024-604",)),
    ("aanhangsel-id", "zie [[AH-TK-20172018-2509]]", ("ah-tk-20172018-2509",)),
    ("aanhangsel-id", "zie [[ah-1271549]]", ("ah-1271549",)),
    # Handelingen
    ("handelingen", "[[Handelingen II 2019/20, nr. 45, item 7]].", ("h-tk-20192020-45-7",)),
    ("handelingen", "[[Handelingen II 2019–2020, nr. 45, item 7]], p. 12", ("h-tk-20192020-45-7",)),
    ("handelingen", "[[Handelingen II 2019/20, 45-7]], p. 12", ("h-tk-20192020-45-7",)),
    ("handelingen", "[[Handelingen Tweede Kamer 2019–2020, nr. 45, item 7]]", ("h-tk-20192020-45-7",)),
    ("handelingen", "[[Handelingen der Tweede Kamer, 2019–2020, nr. 45, item 7]]", ("h-tk-20192020-45-7",)),
    ("handelingen", "[[Handelingen Eerste Kamer, vergaderjaar 2019–2020, nr. 31, item 2]]", ("h-ek-20192020-31-2",)),
    ("handelingen", "[[Handelingen EK 2019/20, nr. 31, item 2]]", ("h-ek-20192020-31-2",)),
    ("handelingen", "[[Handelingen TK 2008–2009, 37-2632]]", ("h-tk-20082009-37-2632",)),
    ("handelingen", "[[Hand. II 2019/20, nr. 45, item 7]]", ("h-tk-20192020-45-7",)),
    ("handelingen", "[[Handelingen II 2019/20, nr. 45]], debat van 3 maart", ("h-tk-20192020-45",)),
    ("handelingen", "[[Tweede Kamer, vergaderjaar 2019–2020, Handelingen nr. 45, item 7]]", ("h-tk-20192020-45-7",)),
    ("handelingen", "[[vergaderjaar 2019–2020, Handelingen II, nr. 45, item 7]]", ("h-tk-20192020-45-7",)),
    (
        "handelingen",
        "[[Handelingen II 2019/20, nr. 45, item 7]] en [[item 9]]",
        ("h-tk-20192020-45-7", "h-tk-20192020-45-9"),
    ),
    (
        "handelingen",
        "[[Handelingen II 2019/20, nr. 45, items 7]] en [[9]]",
        ("h-tk-20192020-45-7", "h-tk-20192020-45-9"),
    ),
    ("handelingen", "[[Handelingen 2019/20, nr. 45, item 7]]", ("h-tk-20192020-45-7",)),
    # cases and documents
    ("case-number", "[[2024Z18653]], [[2024Z18654]] en [[2024Z18655]]", ("2024Z18653", "2024Z18654", "2024Z18655")),
    ("case-number", "zaaknummer [[2024 Z 18653]]", ("2024Z18653",)),
    ("document-number", "(kenmerk [[2024D28457]])", ("2024D28457",)),
    ("document-number", "[[2024D 28457]].", ("2024D28457",)),
    ("question-paper-id", "zie [[kv-tk-2024Z18653]] en [[kv-tk-2024Z18654]]", ("kv-tk-2024Z18653", "kv-tk-2024Z18654")),
)

LOOK_ALIKES = (
    "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2",
    "vergaderjaar 2023–34",
    "er zijn nu AH 25 filialen",
    "in het aanhangsel bij de brief, nr. 3",
    "de handelingen van 2019, nr. 45",
    "strafbare handelingen in 2019/20, nr. 45",
    "de Handelingen van de Kamer",
    "in de periode 2019–2020, nr. 45",
    "type 2024A18653 of 2024Z186",
    "model X2024Z186534",
    "de AH in Haarlem (2019–2020)",
    "bel 088-2024 18653",
)
