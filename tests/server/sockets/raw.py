"""A WebSocket peer that writes its frames byte by byte, right and wrong ones."""

import os
import socket
import struct
from base64 import b64encode
from typing import Any

PATIENCE = 20.0


class Raw:
    """A TCP connection that has shaken hands, and whatever a test writes on it."""

    def __init__(self, port: int, plan: str, token: str = "anna", *, query: str = "", **headers: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        wanted = {
            "Host": f"127.0.0.1:{port}",
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": b64encode(os.urandom(16)).decode(),
            "Cookie": f"tavolo={token}",
        } | {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"{name}: {value}" for name, value in wanted.items() if value]
        path = f"/socket.io/?EIO=4&transport=websocket&plan={plan}{query}"
        self.socket.sendall("\r\n".join([f"GET {path} HTTP/1.1", *lines, "", ""]).encode())
        self._rest = b""
        self.head = self._until(b"\r\n\r\n").decode()

    def frame(self, content: bytes, opcode: int = 1, *, fin: bool = True, length: int | None = None) -> bytes:
        """Return a masked frame; `length` is what its head says when it lies."""
        size = len(content) if length is None else length
        first = (0x80 if fin else 0) | opcode
        if size < 126:
            head = struct.pack("!BB", first, 0x80 | size)
        elif size < 65536:
            head = struct.pack("!BBH", first, 0xFE, size)
        else:
            head = struct.pack("!BBQ", first, 0xFF, size)
        mask = b"\x11\x22\x33\x44"
        return head + mask + bytes(byte ^ mask[n % 4] for n, byte in enumerate(content))

    def send(self, content: str | bytes, opcode: int = 1, **options: Any) -> None:
        """Send a frame."""
        data = content.encode() if isinstance(content, str) else content
        self.socket.sendall(self.frame(data, opcode, **options))

    def read(self) -> tuple[int, bytes]:
        """Return the opcode and the content of the next frame; (8, b"") at the end of the stream."""
        try:
            first, size = self._exactly(2)
            if size == 126:
                (size,) = struct.unpack("!H", self._exactly(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", self._exactly(8))
            return first & 15, self._exactly(size)
        except EOFError:
            return 8, b""

    def read_text(self, start: str) -> str:
        """Return the next text that begins like this."""
        while True:
            opcode, content = self.read()
            assert opcode != 8, f"closed: {content!r}"
            if opcode == 1 and content.decode().startswith(start):
                return content.decode()

    def open(self) -> str:
        """Connect to the namespace, open the plan, and return the answer."""
        self.read_text("0")
        self.send("40/plan,")
        self.read_text("40/plan,")
        self.send('42/plan,1["open",{}]')
        return self.read_text("43/plan,1")

    def close_code(self) -> int:
        """Return the code with which the server closes, 0 when it closes without a word."""
        while True:
            opcode, content = self.read()
            if opcode == 8:
                return int.from_bytes(content[:2], "big")

    def close(self) -> None:
        """End the connection without a word."""
        self.socket.close()

    def _until(self, end: bytes) -> bytes:
        while end not in self._rest:
            self._rest += self.socket.recv(65536) or b"\r\n\r\n"
        found, self._rest = self._rest.split(end, 1)
        return found

    def _exactly(self, size: int) -> bytes:
        while len(self._rest) < size:
            try:
                received = self.socket.recv(1 << 20)
            except ConnectionResetError:
                received = b""
            if not received:
                raise EOFError
            self._rest += received
        found, self._rest = self._rest[:size], self._rest[size:]
        return found
