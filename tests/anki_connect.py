"""AnkiConnect as a person's Anki would offer it, on Anki's own engine."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)


class FakeAnki:
    """What the add-on does on each action; `asked` keeps their names."""

    def __init__(self, collection: Collection, key: str = "", allows: bool = True) -> None:
        self.collection, self.key, self.allows = collection, key, allows
        self.asked: list[str] = []

    def answer(self, sent: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(sent["action"])
        try:
            if sent["action"] == "requestPermission":
                return {"result": self.permission(), "error": None}
            if self.key and sent.get("key") != self.key:
                raise ValueError("valid api key must be provided")
            method = getattr(self, sent["action"])
            return {"result": method(**sent["params"]), "error": None}
        except Exception as error:
            return {"result": None, "error": str(error)}

    def permission(self) -> dict[str, Any]:
        if not self.allows:
            return {"permission": "denied"}
        return {"permission": "granted", "requireApikey": bool(self.key), "version": 6}

    def importPackage(self, path: str) -> bool:
        assert Path(path).is_absolute()
        options = ImportAnkiPackageOptions(  # as Anki sets them for the add-on
            merge_notetypes=True, with_scheduling=True, with_deck_configs=True
        )
        request = ImportAnkiPackageRequest(package_path=path, options=options)
        self.collection.import_anki_package(request)
        return True

    def findNotes(self, query: str) -> list[int]:
        return list(self.collection.find_notes(query))

    def notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:
        return [self.note(number) for number in notes]

    def note(self, number: int) -> dict[str, Any]:
        note = self.collection.get_note(number)  # type: ignore[arg-type]
        fields = {name: {"value": value, "order": 0} for name, value in note.items()}
        return {"noteId": number, "fields": fields, "tags": note.tags}


@contextmanager
def listening(anki: FakeAnki) -> Iterator[str]:
    """Serve `anki` on a port of its own; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            content = json.dumps(anki.answer(sent)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
