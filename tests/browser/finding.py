"""What the open popup says is wrong."""

import json

from .drivers import ROOT
from .screen import Screen
from .waiting import until

WORDS = {
    key: entry["message"]
    for key, entry in json.loads((ROOT / "_locales/en/messages.json").read_text()).items()
}


def findings(screen: Screen) -> list[str]:
    """What the open popup says is wrong, in its order; but for the host, which these browsers do not have."""
    shown = screen.driver.find_elements("css selector", '[data-finding]:not([data-finding="no_host"])')
    return [one.get_attribute("data-finding") or "" for one in shown]


def says(screen: Screen, *wanted: str) -> None:
    until(lambda: findings(screen) == list(wanted), f"the popup to say {wanted}, not {findings(screen)}")
    for one in wanted:
        assert screen.find(f'[data-finding="{one}"]').text.startswith(
            WORDS[f"finding_{one}"].partition("$1")[0]
        )
        assert WORDS[f"mend_{one}"] in screen.find(f'[data-finding="{one}"]').text
