"""The key by which the terminal of this machine calls the service: a file that only this user can read."""

import secrets

from poise.config import Folder
from poise.files import read_private, write_private
from poise.signing import Key

KEYID = "terminal"


def terminal_key(folder: Folder) -> Key:
    """The key in the folder; made at the first start."""
    secret = read_private(folder.terminal_key)
    if secret is None:
        secret = secrets.token_bytes(32)
        write_private(folder.terminal_key, secret)
    return Key(KEYID, secret)
