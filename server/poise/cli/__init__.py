"""The command line: `poise COMMAND`. Each family is a file, imported only when it is called."""

import sys
from importlib import import_module

import click

from poise.cli.manners import failed, with_manners
from poise.errors import Exit

PARTS = {
    "Day by day": {
        "add": "poise.cli.people",
        "list": "poise.cli.standing",
        "next": "poise.cli.agenda",
        "log": "poise.cli.contact",
        "interview": "poise.cli.applications",
        "outcome": "poise.cli.applications",
        "draft": "poise.cli.drafts",
        "trust": "poise.cli.contact",
        "note": "poise.cli.setting_aside",
        "archive": "poise.cli.setting_aside",
        "undo": "poise.cli.history",
        "history": "poise.cli.history",
    },
    "Setting up, and what is wrong": {
        "run": "poise.cli.run",
        "install": "poise.cli.install",
        "uninstall": "poise.cli.install",
        "doctor": "poise.cli.doctor",
        "serve": "poise.cli.service",
        "pair": "poise.cli.service",
        "browsers": "poise.cli.browsers",
        "extension": "poise.cli.extension",
        "completion": "poise.cli.completion",
    },
    "Data in and out": {
        "import": "poise.cli.importing",
        "export": "poise.cli.leaving",
        "report": "poise.cli.leaving",
        "backup": "poise.cli.keeping",
        "restore": "poise.cli.keeping",
        "forget": "poise.cli.forgetting",
    },
    "What Poise goes by": {
        "rules": "poise.cli.rules",
        "judge": "poise.cli.judge",
        "check-note": "poise.cli.notes",
        "read-page": "poise.cli.pages",
        "call": "poise.cli.service",
    },
}
COMMANDS = {name: module for part in PARTS.values() for name, module in part.items()}


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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """By part, as they are wanted together."""
        room = formatter.width - max(map(len, COMMANDS)) - 6
        for part, names in PARTS.items():
            with formatter.section(part):
                formatter.write_dl([(name, self._short(ctx, name, room)) for name in names])

    def _short(self, ctx: click.Context, name: str, room: int) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(room) if command else ""


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
