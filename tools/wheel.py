"""The wheel brings the extension along, so that one installation is enough; a checkout has it at its root."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BESIDE = ("manifest.json", "_locales", "extension")


class Extension(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"] |= {name: f"poise/extension/{name}" for name in BESIDE}
