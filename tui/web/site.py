"""The server: the page, its parts, and a desk behind each window, for those who know the address."""

import asyncio
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import textual_serve
from aiohttp import web
from aiohttp.typedefs import Handler

from corpus.errors import VariorumError
from tui.web.door import Door, address, door, is_everywhere, is_loopback, name_of
from tui.web.page import headers, page
from tui.web.visitor import PATIENCE, Visitor, cells

HEARTBEAT: Final = 15.0  # seconds after which a window that says nothing is asked whether it is there
FAREWELL: Final = 2.0  # seconds that a window has to agree that it is closed
LONGEST: Final = 1 << 20  # bytes that a window can say at once: a large paste
PARTS: Final = Path(textual_serve.__file__).parent / "static"


class Site:
    """What is served: the program with these words for each visitor, in a page with this title."""

    def __init__(self, words: Sequence[str], title: str) -> None:
        self._words = tuple(words)
        self._title = title
        self._token = secrets.token_urlsafe(24)
        self._visitors: set[web.WebSocketResponse] = set()

    async def serve(self, host: str, port: int, told: Callable[[str], None]) -> None:
        """Serve until the program is asked to end; `told` gets the address. Raises VariorumError for a taken port."""
        listening = _listening(host, port)
        own = (socket.gethostname(), socket.getfqdn()) if is_everywhere(host) else ()
        app = self.app(door(self._token, host, own))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=PATIENCE + FAREWELL)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            shown = socket.gethostname() if is_everywhere(host) else host
            told(address(shown, listening.getsockname()[1], self._token))
            await _asked_to_end()
        finally:
            await runner.cleanup()

    def app(self, who: Door) -> web.Application:
        """The application, with the door before everything that it has."""

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            reason = who.refuses(request.path, request.host, request.headers.get("Origin"))
            if reason:
                return web.Response(status=403, text=f"{reason}\n", headers=headers(""))
            return await handler(request)

        async def with_headers(request: web.Request, response: web.StreamResponse) -> None:
            response.headers.update(headers(request.host))

        app = web.Application(middlewares=[guarded])
        app.on_response_prepare.append(with_headers)
        app.on_shutdown.append(self._send_off)
        app.add_routes([web.get(f"/{self._token}/", self._page), web.get(f"/{self._token}/ws", self._desk)])
        app.add_routes([web.static(f"/{self._token}/static", PARTS)])
        return app

    async def _page(self, request: web.Request) -> web.Response:
        text = page(self._title, request.host, self._token, request.query.get("fontsize", ""))
        return web.Response(text=text, content_type="text/html")

    async def _desk(self, request: web.Request) -> web.WebSocketResponse:
        """A window: start the program, hand on what it says, and end the program when the window is gone."""
        window = web.WebSocketResponse(timeout=FAREWELL, heartbeat=HEARTBEAT, max_msg_size=LONGEST)
        await window.prepare(request)
        self._visitors.add(window)
        visitor = Visitor(self._words, window, trusting=is_loopback(name_of(request.host)))
        try:
            await visitor.start(cells(request.query.get("width")), cells(request.query.get("height")))
            async for message in window:
                answer = await visitor.take(message)
                if answer:
                    await window.send_str(answer)
        except ConnectionError:
            pass  # the window was closed while it was answered
        finally:
            self._visitors.discard(window)
            await asyncio.shield(visitor.end())
        return window

    async def _send_off(self, _app: web.Application) -> None:
        """Close all windows, and wait until their programs have left."""
        windows = list(self._visitors)
        await asyncio.gather(*(window.close(code=1001) for window in windows))


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise VariorumError(
            f"it cannot be served there: {error.strerror}", where=f"{host}:{port}", todo="take another --port or --host"
        ) from error


async def _asked_to_end() -> None:
    """Wait for ctrl+c, for a request to end, or for the terminal to be closed."""
    loop, asked = asyncio.get_running_loop(), asyncio.Event()
    if sys.platform != "win32":  # there the interrupt comes as an exception
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, asked.set)
    await asked.wait()
