"""What holds for the statements of any analysis, however odd its texts and keys."""

from __future__ import annotations

from itertools import pairwise
from string import ascii_lowercase

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, Store

from kvgraph import vocabulary
from kvgraph.iris import Minter
from kvgraph.model import (
    Analysis,
    Chamber,
    Institution,
    InstitutionMention,
    Law,
    LawCitation,
    Link,
    LinkedMention,
    Mention,
    Official,
    OfficialCitation,
    Paper,
    PaperKind,
    Passage,
    PassageKind,
    PassageReference,
    PassageTarget,
    Person,
    PersonMention,
    Scheme,
    Source,
    Span,
    Status,
    Target,
    Work,
    WorkCitation,
    WorkKind,
)
from kvgraph.statements import parsed, referred, state
from kvgraph.vocabulary import KV, PREFIXES, RDF, Vocabulary

MINTER = Minter()
TEXT = st.text(min_size=1, max_size=60)
KEY = st.text(ascii_lowercase + "0123456789-", min_size=1, max_size=12)
VOCABULARIES = [value for value in vars(vocabulary).values() if isinstance(value, Vocabulary)]


@st.composite
def passages(draw: st.DrawFn) -> tuple[Passage, ...]:
    kinds = st.sampled_from([kind for kind in PassageKind if kind is not PassageKind.HEADER])
    found = [Passage(PassageKind.HEADER, "header", "", 0, draw(TEXT))]
    for order, kind in enumerate(draw(st.lists(kinds, max_size=5)), start=1):
        found.append(Passage(kind, f"{kind.value}/{order}", str(order), order, draw(TEXT)))
    return tuple(found)


@st.composite
def linked_mentions(draw: st.DrawFn, paper: Paper) -> LinkedMention:
    passage = draw(st.sampled_from(paper.passages))
    begin = draw(st.integers(0, len(passage.text) - 1))
    span = Span(begin, draw(st.integers(begin + 1, len(passage.text))))
    rule, key, text = draw(KEY), draw(KEY), draw(TEXT)
    scheme = draw(st.sampled_from(Scheme))
    work = WorkCitation(
        span,
        rule,
        draw(st.sampled_from(WorkKind)),
        url=draw(st.none() | TEXT),
        publisher=draw(st.none() | TEXT),
        published=draw(st.sampled_from([None, "2024", "2024-11", "2024-11-18"])),
        title=text,
    )
    status, target = draw(st.sampled_from(Status)), draw(st.sampled_from(paper.passages)).key
    choices: list[tuple[Mention, Target]] = [
        (OfficialCitation(span, rule, scheme, text), Official(scheme, text)),
        (LawCitation(span, rule, text, draw(st.none() | TEXT)), Law(key, text)),
        (work, Work(key, work)),
        (PassageReference(span, rule, PassageKind.ANSWER, "1"), PassageTarget(target)),
        (InstitutionMention(span, rule, key), Institution(key)),
        (PersonMention(span, rule, text), Person(f"unlisted/{key}", text)),
    ]
    mention, found = draw(st.sampled_from(choices))
    link = Link(found, status)
    if not isinstance(mention, PassageReference) and draw(st.booleans()):
        link = Link(None, Status.UNRESOLVED, "ambiguous", (key,))
    return LinkedMention(passage.key, mention, link)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    paper = Paper(
        kind=draw(st.sampled_from(PaperKind)),
        chamber=Chamber.TWEEDE_KAMER,
        identifier=draw(st.none() | TEXT),
        session_year=None,
        number=draw(st.none() | TEXT),
        cases=tuple(draw(st.lists(TEXT, max_size=2))),
        subject=draw(st.none() | TEXT),
        submitted=draw(st.none() | st.dates()),
        answered=draw(st.none() | st.dates()),
        participations=(),
        passages=draw(passages()),
    )
    mentions = draw(st.lists(linked_mentions(paper), max_size=8))
    return Analysis(Source(draw(TEXT), draw(KEY), "text/plain"), paper, tuple(mentions))


def known(term: object) -> bool:
    return isinstance(term, NamedNode) and any(term in terms for terms in VOCABULARIES)


def rows(quads: list[Quad], query: str) -> list[object]:
    store = Store()
    store.extend(quads)
    prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    found = store.query(prefixes + query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return list(found)


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_statements_are_canonical_lines_sorted_and_distinct(analysis: Analysis) -> None:
    lines = state(analysis, MINTER)
    assert all(one < other for one, other in pairwise(lines))
    assert lines == tuple(f"{quad} .\n".encode() for quad in parsed(lines))
    assert state(analysis, MINTER) == lines


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_a_paper_has_one_graph_without_blank_nodes(analysis: Analysis) -> None:
    quads = parsed(state(analysis, MINTER))
    assert len({quad.graph_name for quad in quads}) == 1
    assert not [quad for quad in quads if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_every_property_and_class_is_a_declared_term(analysis: Analysis) -> None:
    for quad in parsed(state(analysis, MINTER)):
        assert known(quad.predicate)
        if quad.predicate == RDF.type:
            assert known(quad.object)
        if isinstance(quad.object, Literal):
            assert known(quad.object.datatype)


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_a_mention_is_the_text_between_its_offsets(analysis: Analysis) -> None:
    quads = parsed(state(analysis, MINTER))
    wrong = rows(
        quads,
        """SELECT ?m { ?m nif:anchorOf ?a ; nif:beginIndex ?b ; nif:endIndex ?e ; nif:referenceContext/schema:text ?t
            FILTER (SUBSTR(?t, ?b + 1, ?e - ?b) != ?a) }""",
    )
    assert not wrong
    places = {(one.passage, one.mention.span) for one in analysis.mentions}
    assert len(rows(quads, "SELECT ?m { ?m a kv:Mention ; nif:anchorOf ?a }")) == len(places)
    assert len(rows(quads, "SELECT ?m { ?m kv:rule ?rule ; kv:status ?status }")) == len(places)


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_a_store_keeps_every_literal_as_it_was_written(analysis: Analysis) -> None:
    quads = parsed(state(analysis, MINTER))
    store = Store()
    store.extend(quads)
    # Oxigraph keeps every integer under the widest of its types; the lexical form is what must not change.
    widened = sorted(str(quad).replace("#nonNegativeInteger>", "#integer>") for quad in quads)
    assert sorted(map(str, store)) == widened


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_what_a_link_refers_to_is_described_here_or_in_the_registers(analysis: Analysis) -> None:
    quads = parsed(state(analysis, MINTER))
    listed = {MINTER.institution(key) for key in referred(analysis).institutions}
    typed = {quad.subject for quad in quads if quad.predicate == RDF.type}
    for quad in quads:
        if quad.predicate == KV.status:
            continue
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(f"{MINTER.base}institution/"):
            assert quad.object in listed
        elif isinstance(quad.object, NamedNode) and quad.object.value.startswith(MINTER.base):
            assert quad.object in typed or quad.predicate == KV.candidate
