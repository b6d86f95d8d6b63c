"""Where a browser that we start keeps its profile, and what we remember of it."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from poise.config import Folder
from poise.errors import Exit, PoiseError
from poise.files import read_private, secure_folder, write_private
from poise.launch.finding import Browser
from poise.locks import Held, locked


@dataclass(frozen=True, slots=True)
class Paired:
    """The key that the extension in a profile has, and the port at which it calls the service."""

    keyid: str
    port: int


@dataclass(frozen=True, slots=True)
class Profile:
    """The folder that a browser keeps its profile in."""

    path: Path

    @property
    def paired(self) -> Path:
        return self.path / "poise-paired.json"

    @property
    def log(self) -> Path:
        """What the browser said on its standard output and error since it was started last."""
        return self.path / "poise-browser.log"

    def remembered(self) -> Paired | None:
        content = read_private(self.paired)
        return Paired(**json.loads(content)) if content else None

    def remember(self, paired: Paired) -> None:
        write_private(self.paired, json.dumps(asdict(paired)).encode())

    @contextmanager
    def held(self, label: str) -> Iterator[None]:
        """Be the only one who runs a browser on this profile; exit 4 where somebody does already."""
        with ExitStack() as held:
            try:
                held.enter_context(locked(self.path))
            except Held:
                sentence = f"{label} with Poise in it is open already: use its window."
                raise PoiseError(sentence, Exit.ALREADY_RUNNING) from None
            yield


def profile_of(browser: Browser, folder: Folder) -> Profile:
    """The browser's profile for this data folder, made if it is not there yet."""
    if browser.snap is None:
        path = folder.browsers / browser.kind.name
        secure_folder(path.parent)
    else:  # a snap sees no hidden folder of the home, so not the data folder's usual place
        path = Path.home() / "snap" / browser.snap / "common" / "poise" / _own_name(folder)
    secure_folder(path)
    return Profile(path)


def snap_profiles(folder: Folder, home: Path) -> list[Path]:
    """The profiles of this data folder that lie outside it."""
    return list(home.glob(f"snap/*/common/poise/{_own_name(folder)}"))


def _own_name(folder: Folder) -> str:
    return str(uuid5(NAMESPACE_URL, folder.path.resolve().as_uri()))
