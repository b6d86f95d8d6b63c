"""The headers by which a browser lets a paired extension read us where its host permission is withheld."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flask_cors.core import get_cors_headers, serialize_options
from werkzeug.datastructures import Headers

from poise.wsgi import Header, headers_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
EXTENSION = re.compile(rf"chrome-extension://[a-p]{{32}}|moz-extension://{UUID}")
SIGNATURE = ["content-digest", "signature", "signature-input"]
OPTIONS = serialize_options(
    {
        "origins": [EXTENSION],  # that it is a paired one, the gate has seen to
        "methods": ["GET", "POST", "PUT", "PATCH", "DELETE"],
        "allow_headers": [*SIGNATURE, "content-type", "if-match", "if-none-match"],
        "expose_headers": [*SIGNATURE, "etag"],
        "max_age": 600,
        "always_send": False,
        "vary_header": True,
    }
)


def cors_headers(environ: "WSGIEnvironment") -> list[Header]:
    """The headers for a request whose origin is a paired extension."""
    found: Mapping[str, Any] = get_cors_headers(
        OPTIONS, Headers(headers_of(environ)), environ["REQUEST_METHOD"]
    )
    return [(name, str(value)) for name, value in found.items()]
