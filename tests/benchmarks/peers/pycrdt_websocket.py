"""pycrdt-websocket on `websockets`, with its defaults: in memory, unchecked, not written down."""

import asyncio
from typing import Any

from pycrdt.websocket import WebsocketServer
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed


class Channel:
    """A connection as the server of the package wants it."""

    def __init__(self, websocket: Any) -> None:
        self._websocket, self.path = websocket, websocket.request.path

    async def send(self, message: bytes) -> None:
        """Send one message."""
        await self._websocket.send(message)

    async def recv(self) -> bytes:
        """Return the next message."""
        received: bytes = await self._websocket.recv()
        return received

    def __aiter__(self) -> "Channel":
        return self

    async def __anext__(self) -> bytes:
        try:
            return await self.recv()
        except ConnectionClosed:
            raise StopAsyncIteration from None


async def main() -> None:
    """Serve until killed."""
    async with WebsocketServer() as plans:

        async def handle(websocket: Any) -> None:
            await plans.serve(Channel(websocket))

        async with serve(handle, "127.0.0.1", 0, compression=None) as listening:
            port = next(iter(listening.sockets)).getsockname()[1]
            print(f"listening {port}", flush=True)
            await asyncio.get_running_loop().create_future()


asyncio.run(main())
