"""The service and the ways to it: `poise serve`, `poise pair`, `poise call`."""

import json
import os
import signal
import socket
import sys
from contextlib import closing, nullcontext
from typing import BinaryIO, NoReturn

import click
from click.core import ParameterSource

from poise.cli.manners import always_json
from poise.cli.options import as_json, data_dir, port_option, say
from poise.cli.printing import show
from poise.config import Folder, Running, Settings
from poise.errors import Exit, PoiseError
from poise.lasting import lasting


def _unread_by_others(ctx: click.Context, param: click.Parameter, url: str | None) -> str | None:
    """A command line can be read by every user of the machine, so no password may stand there."""
    if not url or ctx.get_parameter_source(param.name or "") is not ParameterSource.COMMANDLINE:
        return url
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        said = make_url(url)
    except ArgumentError as wrong:
        raise click.BadParameter("This is no URL of a database.") from wrong
    if said.password or any("password" in name for name in said.query):
        raise click.BadParameter(
            "Other users of this machine could read the password: put this URL into POISE_DATABASE instead."
        )
    return url


@click.command("serve")
@data_dir
@port_option
@click.option(
    "--database",
    metavar="URL",
    envvar="POISE_DATABASE",
    callback=_unread_by_others,
    help="An SQLAlchemy URL, instead of the file in the data folder; with a password in POISE_DATABASE alone.",
)
@always_json
def serve_command(folder: Folder, port: int, database: str | None) -> None:
    """Run the service until it is interrupted. Says on standard output, as JSON, when it is ready."""
    with lasting():
        from poise.app import App
        from poise.listener import listener
        from poise.store.soundness import opening
        from poise.upkeep import kept_up

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    folder.hold()  # to the very end, so that whoever stops this process can wait until it is gone
    with _bound(port) as listening:
        running = Running(listening.getsockname()[1], os.getpid())
        settings = Settings(folder, running.port, database)
        with closing(App(settings, opening(settings))) as app:
            if folder.awaited():  # by a browser's host: its first call is to be answered at once
                app.prepare()
            server = listener(app, listening)
            with folder.announced(running), nullcontext() if database else kept_up(folder):
                show(json.dumps({"ready": True, "port": running.port, "pid": running.pid}))
                server.run()
            server.close()


@click.command("pair")
@data_dir
@click.option("--print", "bare", is_flag=True, help="Print the code and nothing else.")
@as_json
def pair_command(folder: Folder, bare: bool, as_json: bool) -> None:
    """Make a one-time code for one more browser. It is good for two minutes."""
    from poise.client import prove
    from poise.pairing import OPEN_FOR, grouped, new_code, open_window, terminal_key

    port = running_port(folder)
    prove(port, terminal_key(folder))  # before anybody is sent there
    code = new_code()
    open_window(folder, code)
    how = f"Within two minutes, paste this into the extension's options (port {port}):\n\n    {grouped(code)}"
    say({"code": code, "port": port, "seconds": OPEN_FOR}, code if bare else how, as_json)


@click.command("call")
@data_dir
@click.argument("method")
@click.argument("path")
@click.option("--data", "body", type=click.File("rb"), help="The JSON body: a file, or - for standard input.")
@click.option("--if-match", metavar="VERSION", help="The version that is to be changed.")
@always_json
@click.pass_context
def call_command(
    ctx: click.Context, folder: Folder, method: str, path: str, body: BinaryIO | None, if_match: str | None
) -> None:
    """Make one signed call to the service and print its answer. That is verified first; exit 1 if the service refused."""
    from poise.client import call
    from poise.pairing import terminal_key

    headers = {"If-Match": f'"{if_match}"'} if if_match else {}
    data = body.read() if body else b""
    answer = call(running_port(folder), terminal_key(folder), method.upper(), path, data, headers)
    show(answer.body.decode(errors="replace"))
    ctx.exit(Exit.DONE if answer.status < 400 else Exit.NO)


def running_port(folder: Folder) -> int:
    running = folder.alive()
    if running is None:
        raise PoiseError("The service is not running: start it with `poise serve`.")
    return running.port


def _bound(port: int) -> socket.socket:
    from poise.listener import bound

    try:
        return bound(port)
    except OSError as wrong:
        raise PoiseError(
            f"Port {port} cannot be used ({wrong.strerror}): choose another with --port."
        ) from wrong


def _stop(_number: int, _frame: object) -> NoReturn:
    sys.exit(Exit.DONE)
