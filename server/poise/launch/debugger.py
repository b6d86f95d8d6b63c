"""Firefox's own debugging protocol, over a socket in a folder that only this user can enter.

Unlike WebDriver it does not tell the sites that a robot is at work.
"""

import json
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from poise.errors import PoiseError
from poise.launch.process import Ended

SECONDS = 60
CLOSE_THE_DOOR = """{
  const { useDistinctSystemPrincipalLoader } = ChromeUtils.importESModule(
    "resource://devtools/shared/loader/DistinctSystemPrincipalLoader.sys.mjs", { global: "shared" });
  const { DevToolsServer } = useDistinctSystemPrincipalLoader("poise").require(
    "resource://devtools/server/devtools-server.js");
  for (const connection of Object.values(DevToolsServer._connections)) connection.isAcceptedBy = () => false;
  DevToolsServer.closeAllSocketListeners();
}"""


class Debugger:
    """A conversation with Firefox: `length:JSON`, each to an actor. PoiseError if it refuses; Ended."""

    def __init__(self, connection: socket.socket) -> None:
        connection.settimeout(SECONDS)
        self._stream = connection.makefile("rwb")

    def install(self, folder: Path) -> None:
        """Put an extension in until Firefox ends."""
        addons = self._call("root", "getRoot")["addonsActor"]
        self._call(addons, "installTemporaryAddon", addonPath=str(folder), openDevTools=False)

    def tab(self) -> str | None:
        """The actor of the first tab; None as long as no window is open."""
        tabs = self._call("root", "listTabs")["tabs"]
        return tabs[0]["actor"] if tabs else None

    def show(self, tab: str, address: str) -> None:
        self._call(tab, "navigateTo", url=address, waitForLoad=False)

    def close_the_door(self) -> None:
        """Nobody else can connect from here on, and Firefox no longer shows itself as remotely controlled."""
        self._run(CLOSE_THE_DOOR)

    def quit(self) -> None:
        """End Firefox as its menu does."""
        self._run("Services.startup.quit(Ci.nsIAppStartup.eForceQuit)")

    def _run(self, script: str) -> None:
        """Run a script in Firefox itself."""
        descriptor = self._call("root", "getProcess", id=0)["processDescriptor"]["actor"]
        target = self._call(descriptor, "getTarget")["process"]
        self._call(target["consoleActor"], "evaluateJSAsync", text=script)
        self._call(target["actor"], "detach")  # else every page the user opens would be told to us

    def _call(self, actor: str, request: str, **parameters: Any) -> Mapping[str, Any]:
        body = json.dumps({"to": actor, "type": request, **parameters}).encode()
        try:
            self._stream.write(b"%d:%s" % (len(body), body))
            self._stream.flush()
            answer = self._read()
            while answer["from"] != actor or "type" in answer or "applicationType" in answer:
                answer = self._read()
        except (OSError, ValueError) as wrong:
            raise Ended from wrong
        if "error" in answer:
            raise PoiseError(f"Firefox refused {request}: {answer.get('message') or answer['error']}.")
        return answer

    def _read(self) -> Mapping[str, Any]:
        """The next message. ValueError at the end of the stream."""
        length = b""
        while (character := self._stream.read(1)) != b":":
            if not character:
                raise ValueError("the stream ended")
            length += character
        message: Mapping[str, Any] = json.loads(self._stream.read(int(length)))
        return message
