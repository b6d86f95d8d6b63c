"""Making the extension in a browser of ours known to the service, without the user doing anything."""

from collections.abc import Callable, Set

from poise.config import Folder
from poise.launch.process import Window, until
from poise.launch.profile import Paired, Profile
from poise.pairing import new_code, open_window

SECONDS = 30
# From here, and not by the page itself at a word in its address: any other extension can open an address.
PRESSED = """document.documentElement?.dataset.ready === "true" && !document.querySelector("#pair").click()"""


def is_paired(profile: Profile, port: int, keyids: Set[str]) -> bool:
    """Whether the key that the profile's extension got is still good, and calls at this port."""
    paired = profile.remembered()
    return paired is not None and paired.keyid in keyids and paired.port == port


def pair(window: Window, profile: Profile, folder: Folder, port: int, keyids: Callable[[], Set[str]]) -> bool:
    """Open the pairing page and press its button; `keyids`: the keys that are good now."""
    before = keyids()
    code = new_code()
    open_window(folder, code)
    page = window.show(f"{window.pages}/options.html#code={code}&port={port}")
    until(lambda: page(PRESSED), window.process, SECONDS)
    made = until(lambda: keyids() - before, window.process, SECONDS)
    if not made:
        return False
    profile.remember(Paired(next(iter(made)), port))
    return True
