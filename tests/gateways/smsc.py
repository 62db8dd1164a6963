"""The operator's end of SMPP 3.4: takes what Kannel submits and answers by the number's last two digits.

01 delivers, 02 cannot deliver, 03 rejects the number, 05 takes the SMS and never says more.
"""

import itertools
import socket
import struct
import threading
from typing import NamedTuple

BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER = 0x01, 0x02, 0x09
SUBMIT, DELIVER, UNBIND, ENQUIRE = 0x04, 0x05, 0x06, 0x15
RESPONSE = 0x80000000
INVALID_DESTINATION = 0x0B
RECEIPT = 0x04  # esm_class of a delivery receipt


class Submitted(NamedTuple):
    to: str
    coding: int
    text: bytes


def c_string(body: bytes, at: int) -> tuple[str, int]:
    end = body.index(b"\0", at)
    return body[at:end].decode("latin-1"), end + 1


def read_submission(body: bytes) -> Submitted:
    _, at = c_string(body, 0)  # service type
    _, at = c_string(body, at + 2)  # sender
    to, at = c_string(body, at + 2)
    at += 3  # esm class, protocol, priority
    _, at = c_string(body, at)
    _, at = c_string(body, at)
    _, _, coding, _, length = struct.unpack_from("5B", body, at)
    return Submitted(to, coding, body[at + 5 : at + 5 + length])


class Operator:
    """Listens on the loopback; `taken` is what was submitted, in order."""

    def __init__(self) -> None:
        self.taken: list[Submitted] = []
        self._numbers = itertools.count(1)
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            link, _ = self._server.accept()
            threading.Thread(target=self._serve, args=(link,), daemon=True).start()

    def _serve(self, link: socket.socket) -> None:
        def send(command: int, number: int, body: bytes = b"", status: int = 0) -> None:
            link.sendall(struct.pack(">4I", 16 + len(body), command, status, number) + body)

        stream = link.makefile("rb")
        while len(head := stream.read(16)) == 16:
            length, command, _, number = struct.unpack(">4I", head)
            body = stream.read(length - 16)
            if command in (BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER):
                send(command | RESPONSE, number, b"operator\0")
            elif command in (ENQUIRE, UNBIND):
                send(command | RESPONSE, number)
            elif command == SUBMIT:
                self._take(read_submission(body), number, send)

    def _take(self, sms: Submitted, number: int, send) -> None:
        self.taken.append(sms)
        if sms.to.endswith("03"):
            send(SUBMIT | RESPONSE, number, b"\0", INVALID_DESTINATION)
            return
        name = f"{next(self._numbers)}"
        send(SUBMIT | RESPONSE, number, name.encode() + b"\0")
        state = {"01": "DELIVRD", "02": "UNDELIV"}.get(sms.to[-2:])
        if state:
            send(DELIVER, 1000 + int(name), receipt(sms.to, name, state))


def receipt(to: str, name: str, state: str) -> bytes:
    text = (
        f"id:{name} sub:001 dlvrd:001 submit date:2611231000 done date:2611231001 stat:{state} err:000 text:-"
    ).encode()
    addresses = b"\0\x01\x01" + to.encode() + b"\0\x01\x01mandat\0"
    return addresses + bytes([RECEIPT, 0, 0]) + b"\0\0" + bytes([0, 0, 0, 0, len(text)]) + text
