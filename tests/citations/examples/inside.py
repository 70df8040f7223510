"""Pointers inside the paper.

A row is the rule, a text with [[double brackets]] around each citation, and what each citation says.
"""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("answer-to-question", "Zie het [[antwoord op vraag 2]].", ("answer 2",)),
    ("answer-to-question", "de [[antwoorden op de vragen 2]] en [[3]].", ("answer 2", "answer 3")),
    ("answer-to-question", "in [[antwoord op vraag 1a]] en vraag [[4]]", ("answer 1a", "answer 4")),
    ("answer", "Zie [[antwoord 4]].", ("answer 4",)),
    ("question", "Zie [[vraag 3]].", ("question 3",)),
    ("question", "[[vragen 2]], [[3]] en [[5]]", ("question 2", "question 3", "question 5")),
    ("answer-to-question", "Zie mijn [[antwoord op vraag 2]].", ("answer 2",)),
    ("answer-to-question", "zoals in het [[antwoord op de vragen 2]] en [[3]] staat", ("answer 2", "answer 3")),
    ("answer-to-question", "in het [[antwoord bij vraag 2]]", ("answer 2",)),
    ("answer-to-question", "de [[beantwoording van vraag 2]]", ("answer 2",)),
    (
        "answer-to-question",
        "de [[beantwoording van de vragen 2]], [[3]] en [[5]].",
        ("answer 2", "answer 3", "answer 5"),
    ),
    ("answer-to-question", "het [[antwoord op vraag 2]] en op vraag [[4]].", ("answer 2", "answer 4")),
    ("answer", "Zie ook de [[antwoorden 2]] en [[3]].", ("answer 2", "answer 3")),
    ("answer", "zie [[antwoord op 4]].", ("answer 4",)),
    ("question", "de in [[vraag 3]] genoemde brief", ("question 3",)),
    ("question", "[[vragen 2]] en [[3]]", ("question 2", "question 3")),
)

LOOK_ALIKES = (
    "het antwoord op vraag 2 van de Kamervragen van het lid Van Nispen",
    "de vragen 16 en 17 van mijn eerdere schriftelijke vragen",
    "het antwoord op de vraag is 12",
    "ik vraag 3 miljoen euro",
    "de vraag naar 4 woningen",
    "een antwoord binnen 3 weken",
    "het antwoord op vraag 3 (ingezonden 3 mei 2024)",
    "vragen in 2024",
    "de vragen van 3 mei",
    "vraagprijs 3 ton",
)
