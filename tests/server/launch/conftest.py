"""A machine whose only programs are the ones a test puts there."""

from collections.abc import Callable
from pathlib import Path

import pytest

Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Put a program on a PATH that holds nothing else."""
    path = tmp_path / "bin"
    path.mkdir()
    monkeypatch.setenv("PATH", str(path))

    def put(name: str, script: str = "#!/bin/sh\nexit 1\n") -> Path:
        program = path / name
        program.write_text(script)
        program.chmod(0o755)
        return program

    return put
