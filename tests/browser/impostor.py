"""A program that took the service's port: it writes down what it is told, and answers as it was made to."""

import socket
import threading
from contextlib import suppress


class Impostor:
    """`answer` is sent to whoever says something; none at all when it is empty, as a program that hangs."""

    def __init__(self, port: int, answer: bytes) -> None:
        self.heard = b""
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", port))
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "Impostor":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for connection in self._open:
            connection.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self._open.append(connection)
                connection.settimeout(1)
                with suppress(OSError):
                    self.heard += connection.recv(65_536)
                    if self._answer:
                        connection.sendall(self._answer)
                        connection.close()
