"""Every command and option explains itself, with an example; and asking for help costs nothing."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from kvgraph import __version__, network
from kvgraph.cli import main
from kvgraph.cli.export import VIEWS
from kvgraph.exports import rdf

HEAVY = {"rdflib", "networkx", "pyshacl", "pyoxigraph", "httpx", "rich", "spellchecker", "ahocorasick_rs"}


COMMANDS = {"kvgraph": main, **{f"kvgraph {name}": command for name, command in main.commands.items()}}


@pytest.mark.parametrize(("name", "command"), COMMANDS.items(), ids=list(COMMANDS))
def test_every_option_has_a_variable_of_its_name(name: str, command: click.Command) -> None:
    prefix = name.upper().replace(" ", "_")
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.expose_value:
            variable = parameter.envvar or f"{prefix}_{parameter.name}".upper()
            longest = max(parameter.opts, key=len).removeprefix("--").replace("-", "_")
            assert variable == f"{prefix}_{longest}".upper()


@pytest.mark.parametrize(("name", "command"), COMMANDS.items(), ids=list(COMMANDS))
def test_every_command_explains_itself(name: str, command: click.Command) -> None:
    assert command.help
    arguments = name.split()[1:]
    shown = CliRunner().invoke(main, [*arguments, "--help"], prog_name="kvgraph")
    assert shown.exit_code == 0
    assert f"Usage: {name}" in shown.stdout
    examples = shown.stdout.partition("Examples:\n")[2].partition("\n\n")[0].split("\n")
    assert any(example.startswith(f"    {name} ") or example.endswith(name) for example in examples)
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.help.endswith("."), parameter.name


def test_the_commands_are_those_that_are_promised() -> None:
    commands = "build validate query export load parse explain evaluate stats diff verify"
    assert list(main.commands) == commands.split()


def test_the_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout == f"kvgraph, version {__version__}\n"


def test_the_choices_of_an_export_are_those_that_there_are() -> None:
    assert network.VIEWS == VIEWS
    assert {suffix.removeprefix(".") for suffix in rdf.SUFFIXES} == {"ttl", "nt", "nq", "trig", "jsonld"}


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "kvgraph", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.split("\n")}
    assert "click" in imported
    assert not imported & HEAVY
