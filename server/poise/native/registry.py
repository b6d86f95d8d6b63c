"""Windows' registry, where browsers look for hosts there: one value under the user's own keys."""

import sys
from pathlib import Path

if sys.platform == "win32":
    import winreg

    def read(key: str) -> Path | None:
        """The manifest that a key names."""
        try:
            return Path(winreg.QueryValue(winreg.HKEY_CURRENT_USER, key))
        except OSError:
            return None

    def write(key: str, manifest: Path) -> None:
        winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, str(manifest))

    def remove(key: str) -> None:
        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            return

else:

    def read(key: str) -> Path | None:  # noqa: ARG001 - as on Windows
        return None

    def write(key: str, manifest: Path) -> None: ...

    def remove(key: str) -> None: ...
