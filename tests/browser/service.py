"""The real service as its own process, and the real command line beside it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from poise.config import Folder
from poise.files import secure_folder
from poise.locks import locked

POISE = str(Path(sys.executable).with_name("poise"))


class Service:
    """`poise serve` on a data folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def running(self) -> bool:
        return self._process is not None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "POISE_DATA_DIR": str(self.folder), "TZ": "Europe/Berlin"}

    def start(self) -> "Service":
        """Start, on the same port as before if there was one, and wait for the line that says it is ready for a browser."""
        command = [POISE, "serve", "--port", str(self.port), "--data-dir", str(self.folder)]
        secure_folder(self.folder)
        with locked(Folder(self.folder).starting):
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=self.environment)
            assert self._process.stdout is not None
            line = self._process.stdout.readline()
        self.port = json.loads(line)["port"]
        return self

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        self._process.wait(10)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process = None

    def say(self, *words: str) -> str:
        """What `poise WORDS` prints; fails if it fails."""
        done = subprocess.run(
            [POISE, *words], capture_output=True, text=True, env=self.environment, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, *words: str) -> Any:
        return json.loads(self.say(*words, "--json"))
