"""A stand-in for a LanguageTool server: it finds given words, and can be made to fail."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


@dataclass
class StandIn:
    """Finds each of ``words`` wherever it stands, and proposes what the mapping says."""

    words: Mapping[str, str]
    rule: str = "FOUND_WORD"
    category: str = "GRAMMAR"
    #: Requests after which the server keeps silent, or answers nonsense.
    good_for: int = 1_000_000
    nonsense: bytes | None = None
    #: All that it knows, if not every one.
    languages: frozenset[str] | None = None
    #: What it fails on, wherever it stands.
    refused: str = ""
    #: All that came, and of that what it answered.
    heard: list[dict[str, str]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def answer(self, fields: dict[str, str]) -> dict[str, Any]:
        """Return the answer to one request, offsets in UTF-16 units as the real one gives them."""
        self.asked.append(fields)
        text = fields.get("text", "")
        if "data" in fields:
            parts = json.loads(fields["data"])["annotation"]
            text = "".join(part.get("text", part.get("markup", "")) for part in parts)
        matches = []
        for word, instead in self.words.items():
            at = text.find(word)
            while at >= 0:
                matches.append(self._match(text, at, word, instead))
                at = text.find(word, at + 1)
        return {"software": {"version": "6.8"}, "matches": matches}

    def _match(self, text: str, at: int, word: str, instead: str) -> dict[str, Any]:
        return {
            "offset": len(text[:at].encode("utf-16-le")) // 2,
            "length": len(word.encode("utf-16-le")) // 2,
            "message": "Something is wrong.",
            "replacements": [{"value": instead}] if instead else [],
            "rule": {"id": self.rule, "issueType": "grammar", "category": {"id": self.category}},
        }


@contextmanager
def serving(words: Mapping[str, str], **said: Any) -> Iterator[StandIn]:
    """Serve on a free port of this machine for as long as the context lasts."""
    stand_in = StandIn(words, **said)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(b"[]")

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            fields = {
                key: value[0]
                for key, value in parse_qs(
                    self.rfile.read(length).decode(), keep_blank_values=True
                ).items()
            }
            stand_in.heard.append(fields)
            if stand_in.languages and fields["language"] not in stand_in.languages:
                self._send(b"Error: no language code known to LanguageTool", 400)
            elif stand_in.refused and stand_in.refused in fields.get("data", ""):
                self._send(b"Error: Internal Error", 500)
            elif len(stand_in.asked) >= stand_in.good_for:
                if stand_in.nonsense is None:
                    stand_in.over.wait()
                self._send(stand_in.nonsense or b"{}")
            else:
                self._send(json.dumps(stand_in.answer(fields)).encode())

        def _send(self, data: bytes, status: int = 200) -> None:
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            except OSError:
                pass  # whoever asked has gone

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    stand_in.url = f"http://127.0.0.1:{server.server_address[1]}/v2"
    try:
        yield stand_in
    finally:
        stand_in.over.set()
        server.shutdown()
        server.server_close()
