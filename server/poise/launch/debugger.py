"""Firefox's own debugging protocol, over a socket in a folder that only this user can enter.

Unlike WebDriver it does not tell the sites that a robot is at work.
"""

import json
import socket
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from poise.errors import PoiseError
from poise.launch.process import Ended, Page

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

    def show(self, tab: str, address: str) -> Page:
        self._call(tab, "navigateTo", url=address, waitForLoad=True)
        return partial(self._come_to, tab)

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

    def _come_to(self, tab: str, expression: str) -> object:
        """What an expression comes to in the page of a tab."""
        target = self._call(tab, "getTarget")["frame"]
        asked = self._call(target["consoleActor"], "evaluateJSAsync", text=expression)["resultID"]
        while (said := self._read()).get("resultID") != asked:
            pass
        self._call(target["actor"], "detach")
        return said["result"]

    def _call(self, actor: str, request: str, **parameters: Any) -> Mapping[str, Any]:
        body = json.dumps({"to": actor, "type": request, **parameters}).encode()
        try:
            self._stream.write(b"%d:%s" % (len(body), body))
            self._stream.flush()
        except OSError as wrong:
            raise Ended from wrong
        answer = self._read()
        while answer["from"] != actor or "type" in answer or "applicationType" in answer:
            answer = self._read()
        if "error" in answer:
            raise PoiseError(f"Firefox refused {request}: {answer.get('message') or answer['error']}.")
        return answer

    def _read(self) -> Mapping[str, Any]:
        """The next message. Ended at the end of the stream."""
        length = b""
        try:
            while (character := self._stream.read(1)) != b":":
                if not character:
                    raise Ended
                length += character
            message: Mapping[str, Any] = json.loads(self._stream.read(int(length)))
        except (OSError, ValueError) as wrong:
            raise Ended from wrong
        return message
