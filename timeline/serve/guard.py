"""What comes before every request: is it from this machine's own browser, and is it small enough."""

from collections.abc import Iterable
from typing import Any

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The most that a request may carry, in bytes: a few articles, or a saved page.
LARGEST = 1 << 22

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_SENDING = ("application/json", "application/octet-stream")
_HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}


class TooLarge(Exception):  # noqa: N818 (a refusal, not a fault)
    """A body went on beyond what was allowed."""


class Guard:
    """Lets through what the page itself may send, and marks every answer so that no other page can use it.

    A name that is not this machine's is refused (a foreign name may be pointed at 127.0.0.1), a foreign page's request too; what is
    sent has to be JSON or bytes, which no foreign form can send unasked.
    """

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope["method"], headers)
        if refusal is not None:
            await refusal(scope, receive, _marked(send))
            return
        try:
            await self._app(scope, self._bounded(receive), _marked(send))
        except TooLarge:
            await self._too_large()(scope, receive, _marked(send))

    def _refusal(self, method: str, headers: dict[str, str]) -> JSONResponse | None:
        host = headers.get("host", "")
        if _name_of(host) not in _LOOPBACK:
            return _error(421, "this app answers on localhost alone")
        if method in ("GET", "HEAD"):
            return None
        if headers.get("origin", f"http://{host}") != f"http://{host}" or headers.get("sec-fetch-site", "same-origin") not in (
            "same-origin",
            "none",
        ):
            return _error(403, "this request comes from another page")
        if headers.get("content-type", "").partition(";")[0].strip().lower() not in _SENDING:
            return _error(415, f"send {' or '.join(_SENDING)}")
        length = headers.get("content-length", "0")
        return self._too_large() if not length.isdigit() or int(length) > self._largest else None

    def _too_large(self) -> JSONResponse:
        return _error(413, f"larger than the {self._largest >> 10} KiB that a request may have")

    def _bounded(self, receive: Receive) -> Receive:
        seen = 0

        async def bounded() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._largest:
                raise TooLarge
            return message

        return bounded


def _name_of(host: str) -> str:
    """The name in a Host header, without its port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def _error(code: int, message: str) -> JSONResponse:
    return JSONResponse({"error": message}, code)


def _marked(send: Send) -> Send:
    async def marked(message: Any) -> None:
        if message["type"] == "http.response.start":
            there = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *_raw(name for name in _HEADERS if name.encode() not in there)]
        await send(message)

    return marked


def _raw(names: Iterable[str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), _HEADERS[name].encode()) for name in names]
