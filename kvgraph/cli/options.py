"""Options that several commands have, each spelt and explained once."""

from __future__ import annotations

import click

OUTPUT = "output"
"""The folder that a build writes to and that the other commands read, when none is named."""

NEVER = "never"

graph = click.argument("graph", type=click.Path(), default=OUTPUT)
to_file = click.option("-o", "--output", default="-", metavar="FILE", help="Write to this file; - is standard output.")
quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
as_json = click.option("--json", is_flag=True, help="Give the result as JSON on standard output.")
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["info", "warning", "violation", NEVER]),
    default="violation",
    help="Exit with 1 when there is a finding as bad as this, or worse.",
)


def lines(title: str, *below: str) -> str:
    """Return a part of a help text that click leaves in its lines."""
    return "\n".join(("\b", title, *(f"  {line}" for line in below)))


def examples(*commands: str) -> str:
    """Return the part of a help text that shows how a command is used."""
    return lines("Examples:", *commands)
