"""Passes requests on to a gateway and hangs up before the answer: what the line does when it breaks at the worst time."""

import socket
import threading


class Cutter:
    def __init__(self, port: int) -> None:
        self._target = port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            client, _ = self._server.accept()
            request = b""
            while b"\r\n\r\n" not in request:
                request += client.recv(65536)
            with socket.create_connection(("127.0.0.1", self._target)) as gateway:
                gateway.sendall(request)
                gateway.recv(65536)  # it has taken the message
            client.close()
