"""Talks to AnkiConnect, an add-on of Anki that listens on the person's own machine."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

from quiz.core.problems import Problem

VERSION = 6
PATIENCE = 120  # seconds; a person has to find the window that asks for permission


@dataclass(frozen=True, slots=True)
class AnkiConnect:
    """Where AnkiConnect listens; `key` is set in its options by those who want one."""

    address: str = "http://127.0.0.1:8765"
    key: str = ""

    def call(self, action: str, **parameters: Any) -> Any:
        """Return the result of one of AnkiConnect's actions.

        Raises:
            Problem: Anki isn't running, or it refuses.
        """
        asked = {"action": action, "version": VERSION, "params": parameters}
        if self.key:
            asked["key"] = self.key
        said = self.send(json.dumps(asked).encode())
        if said.get("error"):
            raise Problem("Anki says: %(reason)s", reason=str(said["error"])[:300])
        return said.get("result")

    def send(self, content: bytes) -> dict[str, Any]:
        request = Request(self.address, content, {"Content-Type": "application/json"})
        # A proxy of the person's leads away from their own machine.
        opener = build_opener(ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as response:
                said = json.load(response)
        except (URLError, OSError, ValueError):
            raise not_running() from None
        if not isinstance(said, dict):
            raise not_running()
        return said

    def ask_permission(self) -> None:
        """Have Anki ask the person, who may have agreed before.

        Raises:
            Problem: they don't agree, or AnkiConnect wants a key that isn't known.
        """
        said = self.call("requestPermission")
        if not isinstance(said, dict) or said.get("permission") != "granted":
            raise Problem("Anki did not allow it. Say yes in the window that Anki opens.")
        if said.get("requireApikey") and not self.key:
            raise Problem(
                "AnkiConnect asks for a key. Set QUIZ_ANKI_CONNECT_KEY to the apiKey of "
                "its options."
            )


def not_running() -> Problem:
    return Problem(
        "Anki can't be reached. Start Anki on this computer, with the add-on AnkiConnect "
        "(2055492159), and try again."
    )
