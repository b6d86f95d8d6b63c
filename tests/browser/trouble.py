"""A wire between extension and service that can be troubled: cut, drip, change, lose or keep back what goes over it."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from .service import Service

# The service says that it is on the port that was asked for, and listens on another: between them is the wire.
BEHIND = """
import poise.listener as here
real, hidden = here.listener, here.bound(0)
def moved(app, listening):
    listening.close()
    print(hidden.getsockname()[1], flush=True)
    return real(app, hidden)
here.listener = moved
from poise.cli import main
main()
"""

Change = Callable[[bytes, bytes], bytes | None]


def unchanged(_: bytes, answer: bytes) -> bytes:
    return answer


@dataclass
class Wire:
    """What was asked and what the service answers go through `change` first; null: the connection ends without it.

    `open` is cleared to keep requests back; `written` counts the posts that the service has answered.
    """

    to: int
    listening: socket.socket
    change: Change = unchanged
    open: threading.Event = field(default_factory=threading.Event)
    written: int = 0

    def serve(self) -> None:
        self.open.set()
        with suppress(OSError):
            while True:
                connection, _ = self.listening.accept()
                threading.Thread(target=self._carry, args=(connection,), daemon=True).start()

    def _carry(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            asked = whole(connection)
            self.open.wait()
            if not asked:
                return
            with socket.create_connection(("127.0.0.1", self.to)) as service:
                service.sendall(asked)
                said = whole(service)
                self.written += asked.startswith(b"POST")
                answer = self.change(asked, said)
            if answer:
                connection.sendall(answer)


def whole(connection: socket.socket) -> bytes:
    """One message of HTTP, with a length or without a body."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65_536)
        if not more:
            return b""
        data += more
    head = data.partition(b"\r\n\r\n")[0].lower()
    length = int(head.partition(b"content-length:")[2].split(b"\r\n")[0] or 0)
    while len(data) < len(head) + 4 + length:
        data += connection.recv(65_536)
    return data


@contextmanager
def wire(service: Service) -> Iterator[Wire]:
    """The service started anew with the same data and port, behind a wire. It is stopped at the end."""
    service.stop()
    words = ["serve", "--port", str(service.port), "--data-dir", str(service.folder)]
    with subprocess.Popen(
        [sys.executable, "-c", BEHIND, *words], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as behind:
        assert behind.stdout
        hidden = int(behind.stdout.readline())
        behind.stdout.readline()
        listening = socket.create_server(("127.0.0.1", service.port))
        made = Wire(hidden, listening)
        thread = threading.Thread(target=made.serve, daemon=True)
        thread.start()
        try:
            yield made
        finally:
            made.open.set()
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()
            thread.join()
            behind.terminate()
