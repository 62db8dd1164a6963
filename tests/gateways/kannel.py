"""Debian's Kannel on ports of the loopback: bearerbox, which speaks with the operator, and smsbox, which speaks HTTP."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

USER, PASSWORD = "mandat", "kannel-secret"

CONFIGURATION = """
group = core
admin-port = {admin}
admin-interface = 127.0.0.1
admin-password = {password}
smsbox-port = {box}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
dlr-storage = internal
log-file = "{folder}/bearerbox.log"
log-level = 0

group = smsc
smsc = smpp
smsc-id = operator
host = 127.0.0.1
port = {operator}
transceiver-mode = true
smsc-username = mandat
smsc-password = secret
system-type = ""
reconnect-delay = 1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {http}
sendsms-interface = 127.0.0.1
sendsms-chars = "0123456789+ "
http-request-retry = 3
http-queue-delay = 1
log-file = "{folder}/smsbox.log"
log-level = 0

group = sendsms-user
username = {user}
password = {password}
max-messages = 5
concatenation = true
"""


def free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [server.getsockname()[1] for server in held]
    for server in held:
        server.close()
    return ports


class Kannel:
    def __init__(self, folder: Path, operator_port: int) -> None:
        admin, box, http = free_ports(3)
        self.port = http
        self.url = f"http://127.0.0.1:{http}/cgi-bin/sendsms"
        self._status = f"http://127.0.0.1:{admin}/status.txt?password={PASSWORD}"
        configuration = folder / "kannel.conf"
        configuration.write_text(
            CONFIGURATION.format(
                admin=admin, box=box, http=http, operator=operator_port, folder=folder, user=USER, password=PASSWORD
            ),
            encoding="utf-8",
        )
        self._folder = folder
        self._boxes = [self._start("bearerbox", configuration)]
        self._wait(lambda: "Status: running" in self._read_status(), "bearerbox does not start")
        self._boxes.append(self._start("smsbox", configuration))
        self._wait(lambda: self._answers() and "operator" in self._online(), "Kannel does not reach the operator")

    def _start(self, box: str, configuration: Path) -> subprocess.Popen:
        output = (self._folder / f"{box}.out").open("wb")
        path = os.environ["PATH"] + ":/usr/sbin"
        return subprocess.Popen([box, str(configuration)], stdout=output, stderr=output, env=os.environ | {"PATH": path})

    def _read_status(self) -> str:
        with urllib.request.urlopen(self._status, timeout=2) as answer:
            return answer.read().decode()

    def _online(self) -> str:
        return "".join(line for line in self._read_status().splitlines() if "online" in line)

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(self.url, timeout=2)
        except urllib.error.HTTPError:
            return True  # it refuses who gives no name
        return True

    def _wait(self, holds, complaint: str) -> None:
        for _ in range(100):
            try:
                if holds():
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise RuntimeError(f"{complaint}: see {self._folder}")

    def stop(self) -> None:
        for box in reversed(self._boxes):
            box.terminate()
        for box in self._boxes:
            try:
                box.wait(5)
            except subprocess.TimeoutExpired:
                box.kill()
                box.wait()
