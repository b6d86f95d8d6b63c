"""The command line: `poise COMMAND`. Each family is a file, imported only when it is called."""

import sys
from importlib import import_module

import click

from poise.cli.manners import failed, with_manners
from poise.errors import Exit

COMMANDS = {
    "judge": "poise.cli.judge",
    "rules": "poise.cli.rules",
    "doctor": "poise.cli.doctor",
    "completion": "poise.cli.completion",
    "check-note": "poise.cli.notes",
    "draft": "poise.cli.drafts",
    "read-page": "poise.cli.pages",
    "serve": "poise.cli.service",
    "pair": "poise.cli.service",
    "run": "poise.cli.run",
    "extension": "poise.cli.extension",
    "call": "poise.cli.service",
    "add": "poise.cli.people",
    "list": "poise.cli.standing",
    "log": "poise.cli.contact",
    "trust": "poise.cli.contact",
    "outcome": "poise.cli.applications",
    "interview": "poise.cli.applications",
    "next": "poise.cli.agenda",
    "install": "poise.cli.install",
    "uninstall": "poise.cli.install",
    "browsers": "poise.cli.browsers",
    "import": "poise.cli.importing",
    "forget": "poise.cli.forgetting",
    "history": "poise.cli.history",
    "undo": "poise.cli.history",
    "archive": "poise.cli.setting_aside",
    "note": "poise.cli.setting_aside",
    "report": "poise.cli.leaving",
    "export": "poise.cli.leaving",
    "backup": "poise.cli.keeping",
    "restore": "poise.cli.keeping",
}


class Lazy(click.Group):
    """A group that imports a command only when it is asked for, so that `judge` starts without Flask."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(
            import_module(COMMANDS[cmd_name]), cmd_name.replace("-", "_") + "_command"
        )
        return with_manners(found, cmd_name)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="poise", message="poise %(version)s")
def cli() -> None:
    """Poise: the right step, at the right time, towards the people who interview you."""


def main() -> None:
    """Run the command line; every error ends as one sentence and its exit code."""
    try:
        code = with_manners(cli, "").main(standalone_mode=False)
    except click.Abort:
        sys.exit(Exit.NO)
    except click.exceptions.NoArgsIsHelpError as asked:
        asked.show()
        sys.exit(Exit.BAD_INPUT)
    except Exception as error:
        sys.exit(failed(error))
    sys.exit(code if isinstance(code, int) else Exit.DONE)
