"""The floor: the smallest Flask service on waitress that answers JSON, as its own process."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

BARE = """
import logging
from flask import Flask, request
from waitress.server import create_server
logging.getLogger("waitress.queue").setLevel("ERROR")
app = Flask("floor")
@app.post("/bare")
def bare():
    return request.get_json()
server = create_server(app, host="127.0.0.1", port=0, threads=4)
print(server.effective_port, flush=True)
server.run()
"""


@contextmanager
def bare_service() -> Iterator[tuple[int, float, int]]:
    """(port, seconds from start to ready, pid) of the floor, until the block ends."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    port = int(process.stdout.readline())
    ready = time.perf_counter() - begun
    try:
        yield port, ready, process.pid
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()
