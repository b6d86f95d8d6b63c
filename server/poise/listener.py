"""waitress with our limits: nothing kept on disk, its own refusals in our form, the gate's order kept."""

import copy
import logging
import socket
import sys
from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask
from waitress.utilities import Error, RequestEntityTooLarge

from poise.config import HOST
from poise.heads import LARGEST, worth_keeping
from poise.refusals import HEADERS, body_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

FRAMES = LARGEST  # what a body in pieces may have around them
MOST_LARGE = 4  # bodies at once
NEVER_ON_DISK = 128 * 1024 * 1024
LARGEST_DRAINED = 64 * 1024 * 1024
logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a call waits for a moment is no news


class Parser(HTTPRequestParser):
    """Leaves a body that is too large to the gate, which answers in its order, and throws it away.

    A connection that is closed with a body half read would lose the answer on its way to the caller.
    """

    path: str

    def __init__(self, adj: Adjustments, channel: "Channel") -> None:
        super().__init__(adj)
        self.channel = channel
        self.large = False

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        most = worth_keeping(self.path, self.headers, self.channel.port)
        if most > LARGEST:
            self.large = True
            self.channel.take_turns()
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = most + FRAMES

    def received(self, data: bytes) -> int:
        if self.channel.unwanted:
            thrown = min(len(data), self.channel.unwanted)
            self.channel.unwanted -= thrown
            self.completed = self.empty = True
            return thrown
        consumed = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge):
            self.error = None
            self._leave_to_the_gate()
        return consumed

    def _leave_to_the_gate(self) -> None:
        self.expect_continue = False
        length = max(self.content_length, self.body_bytes_received)
        drained = not self.chunked and length <= LARGEST_DRAINED
        self.channel.unwanted = length if drained else 0
        connection = {} if drained else {"CONNECTION": "close"}
        usual = {name: value for name, value in self.headers.items() if name != "CONNECTION"}
        self.headers = {**usual, **connection, "CONTENT_LENGTH": str(length)}


class Refusal(ErrorTask):
    """What waitress itself refuses (a request it cannot read) is answered like everything else."""

    def execute(self) -> None:
        error: Error = self.request.error  # type: ignore[attr-defined]  # the stubs know no request here
        self.status = f"{error.code} {error.reason}"
        body = body_of(error.code)
        self.response_headers = [*HEADERS]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):
    """`unwanted`: how many bytes of a body that was refused are still to come. Of large bodies few are read at once."""

    unwanted = 0
    error_task_class = Refusal
    request: Parser | None
    requests: list[Parser]

    @property
    def port(self) -> int:
        port: int = self.server.effective_port  # type: ignore[attr-defined]  # the stubs know less of a server
        return port

    def parser_class(self, adj: Adjustments) -> Parser:  # type: ignore[override]  # waitress only calls it
        return Parser(adj, self)

    @property
    def large(self) -> bool:
        """Whether it holds a large body, or is getting one."""
        return any(request.large for request in (*self.requests, self.request) if request)

    def take_turns(self) -> None:
        """From now on, large bodies are read here in their turn.

        For this one alone: every connection is asked at each round of the loop whether it is readable, and among
        many callers a method of ours there halves how many are answered.
        """
        self.readable = self._readable_in_turn  # type: ignore[method-assign]  # of this one alone

    def _readable_in_turn(self) -> bool:
        return bool(super().readable()) and not (self.request and self.request.large and self._has_to_wait())

    def _has_to_wait(self) -> bool:
        """Whether as many as may have connected earlier, and are not done with theirs."""
        channels: Iterable[Channel] = self.server.active_channels.values()  # type: ignore[attr-defined]  # as above
        earlier = takewhile(lambda one: one is not self, channels)
        return sum(one.large for one in earlier) >= MOST_LARGE

    def handle_close(self) -> None:
        super().handle_close()
        # Both know their channel, which would stay in memory until such circles are looked for.
        self.request = None
        vars(self).pop("readable", None)

    def handle_read(self) -> None:
        """A request has as long as a silent connection: one that drips in byte by byte keeps no place."""
        begun = self.last_activity if self.request else None
        super().handle_read()
        if begun and self.request:
            self.last_activity = begun


def bound(port: int) -> socket.socket:
    """A socket on the loopback address alone; port 0 takes a free one. Raises OSError where it is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform == "win32":  # there, reusing an address lets two programs share one
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError:
        listening.close()
        raise
    return listening


def listener(app: "WSGIApplication", listening: socket.socket) -> BaseWSGIServer:
    """A server that answers on `listening` with `app` once it is run."""
    server = create_server(
        app,
        sockets=[listening],
        threads=8,
        ident="http",
        connection_limit=500,
        asyncore_use_poll=True,
        channel_timeout=15,
        cleanup_interval=5,
        max_request_header_size=32 * 1024,
        max_request_body_size=LARGEST + FRAMES,
        inbuf_overflow=NEVER_ON_DISK,
        outbuf_overflow=NEVER_ON_DISK,
        clear_untrusted_proxy_headers=False,  # they are never read
    )
    if not isinstance(server, BaseWSGIServer):
        raise TypeError("one socket makes one server")
    server.channel_class = Channel
    return server
