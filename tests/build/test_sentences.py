"""The words of explanations are complete: each rule, reason and status in the code has a sentence, and no other has."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from kvgraph import citations, linking, model
from kvgraph.build.sentences import MEANINGS, REASONS, RULES, why
from kvgraph.model import Status
from kvgraph.statements import mentions as stated_mentions


def trees(*names: str) -> Iterator[ast.Module]:
    """Yield the parsed modules of these parts of the package."""
    for name in names:
        for path in sorted((Path(linking.__file__).parents[1] / name).glob("*.py")):
            yield ast.parse(path.read_text("utf-8"))


# --- the tables are complete -------------------------------------------------------------------------------------


def rules_of_citations() -> set[str]:
    modules = [
        importlib.import_module(f"kvgraph.citations.{one.name}") for one in pkgutil.iter_modules(citations.__path__)
    ]
    listed = {rule for module in modules for rule in getattr(module, "RULES", ())}
    return listed | {module.RULE for module in modules if hasattr(module, "RULE")}


def rules_of_entities() -> set[str]:
    strings = {
        node.value
        for tree in trees("entities")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {one for one in strings if re.fullmatch(r"(?:institution|person|party|office)-[a-z-]+", one)}


def test_every_rule_has_a_sentence_and_every_sentence_a_rule() -> None:
    assert set(RULES) == rules_of_citations() | rules_of_entities() | {stated_mentions.HEADER_RULE}
    assert len(set(RULES.values())) == len(RULES), "two rules read different things"


def values(node: ast.expr, tree: ast.Module) -> set[str]:
    """Return the texts that an expression may be; a label is ``7``."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=orelse):
            return values(body, tree) | values(orelse, tree)
        case ast.JoinedStr(values=parts):
            return {"".join(chosen) for chosen in product(*(values(part, tree) for part in parts))}
        case ast.FormattedValue(value=value):
            return values(value, tree)
        case ast.Name(id=name):
            assigned = (one for one in ast.walk(tree) if isinstance(one, ast.Assign))
            return {
                text
                for one in assigned
                if any(isinstance(target, ast.Name) and target.id == name for target in one.targets)
                for text in values(one.value, tree)
            }
        case ast.Attribute():
            return {"7"}
    return set()


def links() -> Iterator[tuple[ast.Call, ast.Module]]:
    """Yield every place in the code where a link is made."""
    for tree in trees("linking", "statements"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Link":
                yield node, tree


def reasons() -> set[str]:
    found = set()
    for call, tree in links():
        given = [*call.args[2:3], *(one.value for one in call.keywords if one.arg == "reason")]
        assert all(values(one, tree) for one in given), ast.unparse(call)
        found |= {text for one in given for text in values(one, tree)}
    return found


def test_every_reason_has_a_sentence_and_every_sentence_a_reason() -> None:
    used = {next(key for key, sentence in REASONS.items() if sentence == why(reason)) for reason in reasons()}
    assert used == set(REASONS)
    assert len(set(REASONS.values())) == len(REASONS)


def test_a_reason_is_told_by_its_longest_beginning() -> None:
    assert why("not in the register of publications") == REASONS["not in the register of publications"]
    assert why("more than one question 3a in this paper") == REASONS["more than one question "]
    with pytest.raises(ValueError, match=r".+"):
        why("no such reason")


def target_class(node: ast.expr, tree: ast.Module) -> str | None:
    """Return the class of the target that a link is made with."""
    match node:
        case ast.Constant(value=None):
            return None
        case ast.Call(func=ast.Name(id=name)):
            return name
        case ast.Name(id=name):
            (made,) = (
                one.value
                for one in ast.walk(tree)
                if isinstance(one, ast.Assign)
                and ast.unparse(one.targets[0]) == name
                and isinstance(one.value, ast.Call)
            )
            return target_class(made, tree)
    raise AssertionError(ast.unparse(node))


def test_every_status_of_every_class_of_targets_has_a_meaning() -> None:
    made = {
        (getattr(Status, str(getattr(call.args[1], "attr", ""))), target_class(call.args[0], tree))
        for call, tree in links()
    }
    assert {(status, kind and kind.__name__) for status, kind in MEANINGS} == made
    assert {kind for _, kind in MEANINGS if kind} == set(model.Target.__args__)
