"""Making much at once, without a look for garbage after every few hundred objects of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """No look for garbage within: where much is made and kept, that takes a quarter of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def lasting() -> Iterator[None]:
    """What is made within stays for as long as the process runs, and is never looked through."""
    with unswept():
        yield
        gc.freeze()
