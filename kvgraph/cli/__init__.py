"""The command line. Each command parses its options, calls one function, prints; heavy imports wait until then."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

import click

from kvgraph import __version__
from kvgraph.cli import config, exits, options
from kvgraph.cli.build import build
from kvgraph.cli.diff import diff
from kvgraph.cli.evaluate import evaluate
from kvgraph.cli.explain import explain
from kvgraph.cli.export import export
from kvgraph.cli.load import load
from kvgraph.cli.parse import parse
from kvgraph.cli.query import query
from kvgraph.cli.stats import stats
from kvgraph.cli.validate import validate
from kvgraph.cli.verify import verify


class Kvgraph(click.Group):
    """The group of all commands; it ends the process with the exit codes that the commands promise."""

    def main(self, *args: Any, **settings: Any) -> NoReturn:
        """Run a command and exit; see `exits` for the codes."""
        settings["standalone_mode"] = False  # click has other exit codes
        sys.exit(exits.run(lambda: super(Kvgraph, self).main(*args, **settings)))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; raises ReaderGone when nobody reads what it writes any more, which click takes for a fault."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise exits.ReaderGone from error
        return code

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click asks with its context)
        """Return the names of the commands in the order in which they are used."""
        return list(self.commands)


SETTINGS = {
    "help_option_names": ["-h", "--help"],
    "auto_envvar_prefix": "KVGRAPH",
    "show_default": True,
    "max_content_width": 100,
}


EXAMPLES = options.examples(
    "kvgraph build examples -o output",
    "kvgraph query who-asked-about --param institution=osce",
    "kvgraph export -f trig -o graph.trig",
)
CODES = options.lines(
    "Exit codes:",
    "0 fine",
    "1 findings as bad as --fail-on, or worse; a difference; an output that is not whole",
    "2 wrong usage",
    "3 some sources set aside, the rest written",
    "4 a remote store failed",
    "74 a file can't be read or written",
    "75 another build holds the output folder",
    "130 interrupted",
)


@click.group(cls=Kvgraph, context_settings=SETTINGS, epilog=f"{EXAMPLES}\n\n{CODES}")
@click.version_option(__version__, prog_name="kvgraph")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False),
    callback=config.read,
    expose_value=False,
    help="Take options from a TOML file with a table for each command; the command line and KVGRAPH_* come first.",
)
def main() -> None:
    """Dutch parliamentary questions as a linked-data knowledge graph.

    Every option can be set in the environment too: KVGRAPH_BUILD_JOBS=2.
    """


for command in (build, validate, query, export, load, parse, explain, evaluate, stats, diff, verify):
    main.add_command(command)
