"""The program as it is served, and a browser that does nothing but ask: kept-open connections, answers read whole."""

import re
import socket
import subprocess
import time
from pathlib import Path

from engines import PROGRAM
from processor import nanoseconds_of, resident_bytes

STARTS_WITHIN = 60  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Answer:
    def __init__(self, status: int, head: bytes, body: bytes):
        self.status, self.head, self.body = status, head, body


class Line:
    """One kept-open connection."""

    def __init__(self, port: int):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.left = b""

    def send(self, request: bytes) -> None:
        self.socket.sendall(request)

    def receive(self) -> Answer:
        data = bytearray(self.left)
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._piece()
        head = bytes(data[:end + 4])
        length = re.search(rb"(?i)\r\ncontent-length: (\d+)\r\n", head)
        size = end + 4 + (int(length.group(1)) if length else 0)
        while len(data) < size:
            data += self._piece()
        self.left = bytes(data[size:])
        return Answer(int(head[9:12]), head, bytes(data[end + 4:size]))

    def _piece(self) -> bytes:
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise RuntimeError("the server closed the connection")
        return piece


class Server:
    def __init__(self, place, log: Path, session: str = "", lines: int = 8):
        self.place, self.session, self.port = place, session, free_port()
        begun = time.monotonic()
        with open(log, "ab") as out:
            self.process = subprocess.Popen(
                [PROGRAM, "serve", *place.options, "--listen", f"127.0.0.1:{self.port}", "--session-hours", "720",
                 "--session-idle-minutes", "43200"], stdout=out, stderr=out)
        self.lines: list[Line] = []
        try:
            self._wait(log)
            self.lines = [Line(self.port) for _ in range(lines)]
        except BaseException:  # the run is being ended: the server ends with it
            self.stop()
            raise
        self.started_in = time.monotonic() - begun

    def connect_again(self) -> None:
        """After a while in which others had their turn: the server closes connections that are idle."""
        for line in self.lines:
            line.socket.close()
        self.lines = [Line(self.port) for _ in self.lines]

    def _wait(self, log: Path) -> None:
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"the server did not start; see {log}") from None
                time.sleep(0.001)

    def head(self, method: str, path: str, more: str = "") -> str:
        cookie = f"Cookie: session={self.session}\r\n" if self.session else ""
        return (f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nUser-Agent: Mozilla/5.0 (X11; Linux)\r\n"
                f"Accept: text/html\r\nAccept-Language: fr\r\nSec-Fetch-Site: same-origin\r\n{cookie}{more}\r\n")

    def get(self, path: str) -> Answer:
        self.lines[0].send(self.head("GET", path).encode())
        return self.lines[0].receive()

    def processor(self) -> int:
        return nanoseconds_of(self.process.pid)

    def resident(self) -> int:
        return resident_bytes(self.process.pid)

    def cost(self, path: str, requests: int, more: str = "") -> tuple[float, float]:
        """Processor time of one answer, in ns: the program's own, and the database server's."""
        request = self.head("GET", path, more).encode()
        rounds = max(1, requests // len(self.lines))
        own, other = self.processor(), self.place.processor()
        for _ in range(rounds):
            for line in self.lines:
                line.send(request)
            for line in self.lines:
                if (answer := line.receive()).status != 200:
                    raise RuntimeError(f"{path}: {answer.status}")
        asked = rounds * len(self.lines)
        return (self.processor() - own) / asked, (self.place.processor() - other) / asked

    def stop(self) -> None:
        if self.process.poll() is not None:
            return
        for line in self.lines:
            line.socket.close()
        self.process.terminate()
        self.process.wait(timeout=60)
