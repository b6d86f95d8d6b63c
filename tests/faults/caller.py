"""A program that makes calls of all kinds: `python -m tests.faults.caller FOLDER PORT CALLS NUMBER`.

Prints which statuses it got, and the ids of the applications that it was told are kept.
"""

import json
import subprocess
import sys
from pathlib import Path

from poise.signing import Key
from tests.server.facts import application, intent
from tests.server.wire import Served

READS = ("/badge", "/agenda", "/applications", "/interviewers")


def main() -> None:
    folder, port, calls, number = Path(sys.argv[1]), *map(int, sys.argv[2:])
    nobody = subprocess.Popen(["true"], text=True)  # the service is not ours to end
    nobody.wait()
    served = Served(folder, port, nobody, Key("terminal", (folder / "terminal.key").read_bytes()))
    statuses, written = [], []
    for count in range(calls):
        turn = (count + number) % 4
        if turn < 2:
            wanted = application()
            statuses.append(served.call("POST", "/applications", wanted).status)
            written.append(wanted["id"])
        elif turn == 2:
            statuses.append(served.call("POST", "/verdicts", intent()).status)
        else:
            statuses.append(served.call("GET", READS[count % len(READS)]).status)
    sys.stdout.write(json.dumps({"statuses": sorted(set(statuses)), "written": written}))


if __name__ == "__main__":
    main()
