"""`python -m tests.practice`: serve the sites and a tunnel until interrupted; prints how to look at them."""

import signal
import sys

from . import Practice, Tunnel

with Practice() as practice, Tunnel(practice.port, practice.hosts) as tunnel:
    sys.stdout.write(
        f"chromium --proxy-server=http://127.0.0.1:{tunnel.port} --ignore-certificate-errors "
        f"--user-data-dir=$(mktemp -d) {practice.url('/in/jane-doe/')}\n"
    )
    sys.stdout.flush()
    signal.sigwait({signal.SIGINT, signal.SIGTERM})
