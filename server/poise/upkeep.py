"""What the service does by itself while it runs: a snapshot of the data every day."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from poise.config import Folder
from poise.store.snapshots import keep_daily

EVERY = 600.0


@contextmanager
def kept_up(folder: Folder, every: float = EVERY) -> Iterator[None]:
    """Look every so many seconds whether a new day has begun; ends with the block."""
    ended = Event()

    def look() -> None:
        while not ended.wait(every):
            keep_daily(folder)

    thread = Thread(target=look, name="upkeep")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
