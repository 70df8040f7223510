"""The form of a parsed paper, and the JSON Schema that is made from it."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from msgspec import Struct

from kvgraph import resources
from kvgraph.model import (
    Chamber,
    Finding,
    Mention,
    Paper,
    PaperKind,
    Participation,
    Passage,
    Reference,
    Source,
    Target,
)
from kvgraph.sources.json.parsed_form import (
    FindingForm,
    PaperForm,
    ParticipationForm,
    PassageForm,
    RecordForm,
    ReferenceForm,
    printed,
    schema,
)

FILE = resources.ontology() / "paper.schema.json"
RENEW = (
    "python -c 'from kvgraph.sources.json.parsed_form import schema; print(schema(), end=\"\")'"
    " > ontology/paper.schema.json"
)


def test_the_schema_is_that_of_the_form() -> None:
    assert FILE.read_text("utf-8") == schema(), f"make it again: {RENEW}"


def test_the_schema_is_a_schema_and_says_what_each_thing_is() -> None:
    content = json.loads(schema())
    Draft202012Validator.check_schema(content)
    assert all(thing["description"] for thing in content["$defs"].values())


def test_the_schema_knows_every_class_of_mention_and_target() -> None:
    definitions = json.loads(schema())["$defs"]
    mention = definitions["PassageForm"]["properties"]["mentions"]["items"]["properties"]["class"]["enum"]
    target = definitions["Link"]["properties"]["target"]["properties"]["class"]["enum"]
    assert set(mention) == {one.__name__ for one in get_args(Mention)} > {"OfficialCitation"}
    assert set(target) == {one.__name__ for one in get_args(Target)} > {"Official"}


@pytest.mark.parametrize(
    ("model", "form"),
    [(Passage, PassageForm), (Participation, ParticipationForm), (Finding, FindingForm), (Reference, ReferenceForm)],
)
def test_every_member_of_the_model_has_one_of_its_name(model: type, form: type[Struct]) -> None:
    assert {one.name for one in fields(model)} <= set(form.__struct_fields__)


def test_every_member_of_a_paper_has_one_of_its_name() -> None:
    members = {*RecordForm.__struct_fields__, *PaperForm.__struct_fields__}
    assert {one.name for one in fields(Paper)} <= members


def test_what_is_unknown_is_null_or_empty() -> None:
    paper = Paper(PaperKind.QUESTION, Chamber.TWEEDE_KAMER, None, None, None, (), None, None, None, (), ())
    content = printed(Source("a.txt", "0" * 64, "text/plain"), paper)
    kind, chamber = content["paper"].pop("kind"), content["paper"].pop("chamber")
    assert (kind, chamber) == ("QuestionPaper", "tk")
    assert not any(content["paper"].values())
    assert list(content) == ["source", "paper", "participations", "passages", "findings"]
