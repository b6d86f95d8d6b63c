"""What a browser and its host say to each other: four bytes of length in the machine's order, then JSON."""

import json
import struct
from typing import Any, BinaryIO

from poise.errors import BadInput

LENGTH = struct.Struct("=I")
LARGEST = 64 * 1024


def read(stream: BinaryIO) -> dict[str, Any]:
    """The one message of a browser. BadInput for what is cut off, too large, or no JSON object."""
    said = _exactly(stream, LENGTH.size)
    (length,) = LENGTH.unpack(said)
    if length > LARGEST:
        raise BadInput([("", f"the message has {length} bytes, more than {LARGEST}")])
    try:
        message = json.loads(_exactly(stream, length).decode())
    except (ValueError, RecursionError):
        raise BadInput([("", "the message is not JSON in UTF-8")]) from None
    if not isinstance(message, dict):
        raise BadInput([("", "the message is not an object")])
    return message


def write(stream: BinaryIO, message: dict[str, Any]) -> None:
    body = json.dumps(message).encode()
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


def _exactly(stream: BinaryIO, count: int) -> bytes:
    found = stream.read(count)
    if len(found) < count:
        raise BadInput([("", "the message is cut off")])
    return found
