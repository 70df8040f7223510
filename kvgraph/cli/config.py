"""Options from a TOML file: ``[build]`` with ``jobs = 2`` is ``kvgraph build --jobs 2``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import click


def read(context: click.Context, _: click.Parameter, path: str | None) -> None:
    """Make the options of the file the defaults of the commands; raises a usage error for what no command has."""
    if path is None:
        return
    try:
        tables = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise click.BadParameter(f"{path} can't be read: {error}") from error
    context.default_map = {name: _options(context, path, name, table) for name, table in tables.items()}


def _options(context: click.Context, path: str, name: str, table: object) -> dict[str, Any]:
    group = context.command
    command = group.get_command(context, name) if isinstance(group, click.Group) else None
    if command is None or not isinstance(table, dict):
        raise click.BadParameter(f"{path}: [{name}] is no command")
    known = {option.removeprefix("--"): one.name for one in command.params for option in one.opts}
    options: dict[str, Any] = {}
    for key, value in table.items():
        option = known.get(key) or known.get(key.replace("_", "-"))
        if option is None:
            raise click.BadParameter(f"{path}: {name} has no option {key!r}")
        options[option] = value
    return options
