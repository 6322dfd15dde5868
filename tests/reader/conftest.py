"""A server on loopback that plays a language model."""

import contextlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.cli.conftest import run as run
from timeline.reader import chat


def completion(content: Any, **more: Any) -> bytes:
    return json.dumps({"choices": [{"message": {"content": content}}], **more}).encode()


class Stub:
    """A server that gives one reply after the other, the last one for ever, and keeps what it was asked."""

    def __init__(self) -> None:
        self.replies: list[tuple[int, bytes]] = []
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.released = threading.Event()
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                stub.asked.append((self.path, dict(self.headers), body))
                status, content = stub.replies[min(len(stub.asked), len(stub.replies)) - 1]
                with contextlib.suppress(OSError):  # who asked may have had enough
                    self._answer(status, content)

            def _answer(self, status: int, content: bytes) -> None:
                if content == b"wait":
                    stub.released.wait(30)
                    return
                self.send_response(status)
                if status == 307:
                    self.send_header("Location", stub.url + "/elsewhere")
                self.end_headers()
                while content == b"endless" and not stub.released.is_set():
                    self.wfile.write(b" " * 65536)
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.released.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    monkeypatch.setattr(chat, "_PAUSE", 0.0)
    monkeypatch.delenv(chat.KEY, raising=False)
    server = Stub()
    yield server
    server.close()
