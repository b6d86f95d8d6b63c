"""`poise completion`: what makes a shell complete commands, options and their values."""

import click
from click.shell_completion import get_completion_class

from poise.cli.printing import show

VARIABLE = "_POISE_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print what makes your SHELL complete `poise` with the Tab key.

    \b
    For good: add this line to ~/.bashrc (or ~/.zshrc, with zsh)
      eval "$(poise completion bash)"
    With fish: poise completion fish > ~/.config/fish/completions/poise.fish
    """
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    show(made(ctx.find_root().command, {}, "poise", VARIABLE).source())
