"""The example papers, read through the whole line, against facts that were found by reading them.

``tests/data/gold`` holds one JSON for each paper. Names are compared by their letters: quotation marks, dashes and
white space are typography.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kvgraph import registers, sources
from kvgraph.build import analyse
from kvgraph.model import (
    Analysis,
    Institution,
    LinkedParticipation,
    Official,
    PaperKind,
    Passage,
    PassageKind,
    Person,
    Role,
    WorkCitation,
)

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
GOLD = ROOT / "tests" / "data" / "gold"
NAMES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.txt"))

KINDS = {
    PaperKind.ANSWER: "answer",
    PaperKind.QUESTION: "question",
    PaperKind.ORAL_QUESTION: "oral-question",
    PaperKind.POSTPONEMENT: "postponement",
}
OFFICIAL = {
    "kamerstuk", "aanhangsel", "kamervraag", "tk-document", "handelingen", "staatsblad", "staatscourant",
    "tractatenblad", "ecli", "eu-act", "eu-com", "eu-council", "un",
}  # fmt: skip

Gold = dict[str, Any]


def fold(text: str | None) -> str:
    """Return the letters that count: no accents, quotation marks or case, one blank, one kind of dash."""
    letters = unicodedata.normalize("NFKD", text or "")
    letters = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    letters = re.sub(r"[\u2010-\u2015\u2212]", "-", letters)
    letters = re.sub(r"[«»“”„\"'’‘`´]", "", letters)
    letters = re.sub(r" ?- ?", "-", letters)
    return re.sub(r"\s+", " ", letters).strip(" .,;:")


def fold_url(url: str) -> str:
    """Return a URL without what may differ: scheme, www and a final slash."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


@cache
def gold(name: str) -> Gold:
    facts: Gold = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    return facts


@cache
def analysis(name: str) -> Analysis:
    return analyse(*sources.read(EXAMPLES / name))


# --- what the analysis says, in the form of the gold facts --------------------------------------------------------


def passages(found: Analysis, kind: PassageKind) -> list[Passage]:
    return [passage for passage in found.paper.passages if passage.kind is kind]


def in_role(found: Analysis, role: Role) -> list[LinkedParticipation]:
    chosen = [p for p in found.participations if p.participation.role is role]
    return sorted(chosen, key=lambda linked: linked.participation.order)


def office(title: str | None, portfolio: str | None) -> str:
    """Return an office as one string; van and voor are not told apart, as they often are misprinted."""
    return f"{(title or '').removesuffix(' voor')} | {fold(portfolio)}"


def identity(found: Analysis) -> list[str]:
    paper = found.paper
    return [f"identifier {paper.identifier}", f"session {paper.session_year}", f"number {paper.number}", *paper.cases]


def questioners(found: Analysis) -> list[str]:
    return [f"{fold(p.participation.name)} ({p.participation.party})" for p in in_role(found, Role.QUESTIONER)]


def respondents(found: Analysis) -> list[str]:
    people = [p.participation for p in in_role(found, Role.RESPONDENT)]
    return [f"{fold(p.name)} | {office(p.title, p.portfolio)}" for p in people]


def offices(found: Analysis, role: Role) -> list[str]:
    return [office(p.participation.title, p.participation.portfolio) for p in in_role(found, role)]


def answers(found: Analysis) -> list[str]:
    """Return the labels that each answer answers, in the order of the answers."""
    paper = found.paper
    return [
        " ".join(paper.passage(key).label for key in answer.answers) for answer in passages(found, PassageKind.ANSWER)
    ]


def institutions(found: Analysis) -> list[str]:
    targets = (mention.link.target for mention in found.mentions)
    return sorted({target.key for target in targets if isinstance(target, Institution)})


def official(found: Analysis) -> list[str]:
    targets = (mention.link.target for mention in found.mentions)
    return sorted({target.identifier for target in targets if isinstance(target, Official)})


def urls(found: Analysis) -> list[str]:
    cited = (mention.mention for mention in found.mentions)
    return sorted({fold_url(work.url) for work in cited if isinstance(work, WorkCitation) and work.url})


def known_institutions(facts: Gold) -> list[str]:
    """Return the keys that the paper names; a body marked ``new:`` counts where the register has it by that name."""
    listed = registers.load().institutions
    by_name = {fold(name): key for key, row in listed.items() for name in (row.label_nl, *row.names)}
    keys = (by_name.get(fold(k.removeprefix("new:"))) if k.startswith("new:") else k for k in facts["institutions"])
    return sorted(key for key in keys if key)


FIELDS: dict[str, tuple[Callable[[Gold], list[str]], Callable[[Analysis], list[str]]]] = {
    "kind": (lambda g: [g["kind"]], lambda a: [KINDS[a.paper.kind]]),
    "identity": (
        lambda g: [
            f"identifier {g['identifier']}",
            f"session {g['session_year']}",
            f"number {g['number']}",
            *g["case_numbers"],
        ],
        identity,
    ),
    "questioners": (lambda g: [f"{fold(q['name'])} ({q['party']})" for q in g["questioners"]], questioners),
    "addressees": (
        lambda g: [office(o["role"], o["portfolio"]) for o in g["addressees"]],
        lambda a: offices(a, Role.ADDRESSEE),
    ),
    "respondents": (
        lambda g: [f"{fold(r['name'])} | {office(r['role'], r['portfolio'])}" for r in g["respondents"]],
        respondents,
    ),
    "on behalf of": (
        lambda g: [office(o["role"], o["portfolio"]) for o in g["on_behalf_of"]],
        lambda a: offices(a, Role.ON_BEHALF_OF),
    ),
    "subject": (lambda g: [fold(g["subject"])], lambda a: [fold(a.paper.subject)]),
    "dates": (
        lambda g: [str(g["date_submitted"]), str(g["date_answered"])],
        lambda a: [str(a.paper.submitted), str(a.paper.answered)],
    ),
    "see also": (lambda g: sorted(g["see_also"]), lambda a: sorted(a.related)),
    "questions": (lambda g: g["questions"], lambda a: [p.label for p in passages(a, PassageKind.QUESTION)]),
    "answers": (lambda g: [" ".join(labels) for labels in g["answers"]], answers),
    "footnotes": (lambda g: [str(g["footnotes"])], lambda a: [str(len(passages(a, PassageKind.FOOTNOTE)))]),
    "institutions": (known_institutions, institutions),
    "official citations": (
        lambda g: sorted({c["id"] for c in g["citations"] if c["kind"] in OFFICIAL and c["id"]}),
        official,
    ),
    "urls": (lambda g: sorted({fold_url(url) for url in g["urls"]}), urls),
}


def difference(want: list[str], got: list[str]) -> str:
    """Return one line for each fact that was missed (-) or wrongly stated (+)."""
    missed = [f"- {fact}" for fact in want if fact not in got]
    wrong = [f"+ {fact}" for fact in got if fact not in want]
    return "\n".join(missed + wrong) or f"order or number: want {want}, got {got}"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", NAMES)
def test_example_gives_the_facts_of_a_reader(name: str, field: str) -> None:
    from_gold, from_analysis = FIELDS[field]
    want, got = from_gold(gold(name)), from_analysis(analysis(name))
    assert got == want, f"{name}, {field}:\n{difference(want, got)}"


def ids(key: str) -> set[str]:
    person = registers.load().persons[key]
    return {identifier for identifier in (person.tk_id, person.wikidata) if identifier}


@pytest.mark.parametrize("name", NAMES)
def test_people_are_linked_to_who_they_are(name: str) -> None:
    people = gold(name)["questioners"] + gold(name)["respondents"]
    found = analysis(name)
    linked = in_role(found, Role.QUESTIONER) + in_role(found, Role.RESPONDENT)
    wrong = []
    for want, got in zip(people, linked, strict=True):
        target = got.person.target if got.person else None
        if not isinstance(target, Person) or not ids(target.key) & set(want["ids"]):
            wrong.append(f"{want['name']}: {got.person}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_parties_and_offices_are_linked(name: str) -> None:
    unlinked: list[str] = []
    for linked in analysis(name).participations:
        taken = linked.participation
        link = linked.party if taken.role is Role.QUESTIONER else linked.office
        if link is None or link.target is None:
            unlinked.append(f"{taken.role} {taken.name} {taken.party or taken.portfolio}: {link}")
    assert not unlinked, "\n".join(unlinked)


@pytest.mark.parametrize("name", NAMES)
def test_spans_lie_in_their_passage(name: str) -> None:
    found = analysis(name)
    texts = {passage.key: passage.text for passage in found.paper.passages}
    for linked in found.mentions:
        span = linked.mention.span
        assert 0 <= span.begin < span.end <= len(texts[linked.passage])
        assert span.of(texts[linked.passage]).strip() == span.of(texts[linked.passage])
    for taken in found.paper.participations:
        for place, as_printed in ((taken.name_span, taken.name), (taken.party_span, taken.party)):
            assert place is None or fold(place.of(texts["header"])) == fold(as_printed)


def printed(strings: Iterable[str | None], name: str) -> list[str]:
    """Return the strings that do not stand in the example, line breaks and hyphens aside."""
    data = (EXAMPLES / name).read_bytes()
    text = data.decode("cp1252" if "windows-1252" in name else "utf-8")
    squeezed = re.sub(r"[\s\u00ad-]", "", text)
    return [s for s in strings if s and re.sub(r"[\s\u00ad-]", "", s) not in squeezed]


def test_every_example_has_gold_and_is_listed() -> None:
    assert {path.relative_to(GOLD).as_posix().removesuffix(".json") for path in GOLD.rglob("*.json")} == set(NAMES)
    listed = (EXAMPLES / "README.md").read_text("utf-8")
    assert [name for name in NAMES if f"`{name}`" not in listed] == []


@pytest.mark.parametrize("name", NAMES)
def test_gold_says_what_is_printed(name: str) -> None:
    facts = gold(name)
    assert facts["doc"] == name
    assert printed([c["text"] for c in facts["citations"]] + facts["urls"], name) == []
    assert facts["institutions"] == sorted(set(facts["institutions"]))
    assert {q for block in facts["answers"] for q in block} <= set(facts["questions"])
