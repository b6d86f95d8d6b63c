"""Starting the service when the user logs in, as each system does it."""

import plistlib
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from poise.config import Folder, serving
from poise.made import Made
from poise.native.launcher import batch_words
from poise.native.machine import Machine

UNIT = """[Unit]
Description=Poise: the right step towards the people who interview you

[Service]
ExecStart={words}
# It is running already: a browser asked for it first.
SuccessExitStatus=4

[Install]
WantedBy=default.target
"""
BATCH = '@echo off\r\nstart "" /b {words}\r\n'
AGENT = "poise.service"


def switch_on(folder: Folder, port: int, machine: Machine, made: Made) -> Path:
    """Make the entry that starts the service at the next login; its path."""
    entry = _entry(machine)
    made.file(entry, _content(serving(folder, port), machine))
    if machine.platform == "linux":
        made.link(_wanted(entry), f"../{entry.name}")
        _tell_systemd()
    return entry


def switch_off(machine: Machine) -> None:
    """Take the entry away, if there is one."""
    entry = _entry(machine)
    if not entry.exists():
        return
    if machine.platform == "linux":
        _wanted(entry).unlink(missing_ok=True)
    entry.unlink()
    if machine.platform == "linux":
        _tell_systemd()


def _entry(machine: Machine) -> Path:
    if machine.platform == "darwin":
        return machine.home / "Library" / "LaunchAgents" / f"{AGENT}.plist"
    if machine.platform == "win32":
        roaming = Path(machine.environment.get("APPDATA") or machine.home / "AppData" / "Roaming")
        return roaming / "Microsoft/Windows/Start Menu/Programs/Startup/poise.bat"
    return machine.config / "systemd" / "user" / "poise.service"


def _wanted(entry: Path) -> Path:
    """The link by which systemd knows that it is switched on."""
    return entry.parent / "default.target.wants" / entry.name


def _content(words: list[str], machine: Machine) -> bytes:
    if machine.platform == "darwin":
        return plistlib.dumps({"Label": AGENT, "ProgramArguments": words, "RunAtLoad": True})
    if machine.platform == "win32":
        windowless = [words[0].replace("python.exe", "pythonw.exe"), *words[1:]]
        return BATCH.format(words=batch_words(windowless)).encode()
    return UNIT.format(words=" ".join(map(_for_systemd, words))).encode()


def _for_systemd(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _tell_systemd() -> None:
    """Let it read its units again; where there is none, the entry waits for the day when there is."""
    systemctl = shutil.which("systemctl")
    if systemctl:
        command = [systemctl, "--user", "daemon-reload"]
        with suppress(subprocess.TimeoutExpired, OSError):
            subprocess.run(command, capture_output=True, timeout=5, check=False)  # nosec B603 # the system's own
