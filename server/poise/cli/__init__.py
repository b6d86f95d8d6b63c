"""The command line: `poise COMMAND`. Each family is a file, imported only when it is called."""

import sys
from importlib import import_module

import click

from poise.errors import Exit, PoiseError

COMMANDS = {
    "judge": "poise.cli.judge",
    "rules": "poise.cli.rules",
    "doctor": "poise.cli.doctor",
    "check-note": "poise.cli.notes",
    "read-page": "poise.cli.pages",
    "serve": "poise.cli.service",
    "pair": "poise.cli.service",
    "run": "poise.cli.run",
    "call": "poise.cli.service",
    "add": "poise.cli.people",
    "list": "poise.cli.people",
    "log": "poise.cli.contact",
    "trust": "poise.cli.contact",
    "outcome": "poise.cli.applications",
    "interview": "poise.cli.applications",
    "next": "poise.cli.agenda",
    "install": "poise.cli.install",
    "uninstall": "poise.cli.install",
    "browsers": "poise.cli.browsers",
    "import": "poise.cli.importing",
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
        return found


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="poise", message="poise %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Poise: the right step, at the right time, towards the people who interview you."""
    ctx.obj = {"debug": debug}


def main() -> None:
    """Run the command line; every foreseen error ends as one sentence and its exit code."""
    try:
        code = cli(standalone_mode=False)
    except click.Abort:
        sys.exit(Exit.NO)
    except click.exceptions.NoArgsIsHelpError as asked:
        asked.show()
        sys.exit(Exit.BAD_INPUT)
    except click.ClickException as wrong:
        click.echo(f"poise: {wrong.format_message()}{_help_for(wrong)}", err=True)
        sys.exit(Exit.BAD_INPUT)
    except PoiseError as wrong:
        if "--debug" in sys.argv:
            raise
        click.echo(f"poise: {wrong}", err=True)
        sys.exit(wrong.exit_code)
    except OSError as wrong:
        if "--debug" in sys.argv:
            raise
        click.echo(f"poise: {wrong.filename or 'The system'}: {wrong.strerror}.", err=True)
        sys.exit(Exit.BAD_INPUT)
    sys.exit(code if isinstance(code, int) else Exit.DONE)


def _help_for(wrong: click.ClickException) -> str:
    """Where a misused command is explained."""
    ctx = wrong.ctx if isinstance(wrong, click.UsageError) else None
    return f" See `{ctx.command_path} --help`." if ctx else ""
