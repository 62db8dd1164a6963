"""The program itself: started, killed without a word, started again."""

import ctypes
import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
STARTS_WITHIN = 120  # seconds
CHILD_ENDS_WITHIN = 20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def adopt_orphans(adopt: bool) -> None:
    """What a killed server leaves running becomes ours, so that it can be seen to end."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, int(adopt), 0, 0, 0)


class Server:
    def __init__(self, program: Path, options: list[str], folder: Path):
        self.program, self.options, self.folder = program, options, folder
        self.port = free_port()
        self.up = threading.Event()
        self.process = None
        self.log = folder.with_suffix(".log")

    def start(self) -> None:
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "demo", *self.options, "--listen", f"127.0.0.1:{self.port}", "--session-hours", "720",
                 "--session-idle-minutes", "43200"], stdout=log, stderr=log)
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"the server did not start; see {self.log}") from None
                time.sleep(0.01)
        self.up.set()

    def kill(self) -> None:
        self.up.clear()
        if self.process.poll() is not None:
            raise RuntimeError(f"the server ended by itself with {self.process.returncode}; see {self.log}")
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._wait_for_orphans()

    def stop(self) -> None:
        self.up.clear()
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=60) != 0:
            raise RuntimeError(f"the server ended with {self.process.returncode}; see {self.log}")

    def _wait_for_orphans(self) -> None:
        """The confined children of a dead server end too (P3)."""
        until = time.monotonic() + CHILD_ENDS_WITHIN
        while True:
            try:
                if os.waitpid(-1, os.WNOHANG)[0] == 0:
                    if time.monotonic() > until:
                        raise RuntimeError("a child of the killed server lives on")
                    time.sleep(0.01)
            except ChildProcessError:
                return

    def verify(self) -> None:
        """`mandat verify`, while no server runs."""
        done = subprocess.run([self.program, "verify", *self.options], text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        if done.returncode != 0:
            raise AssertionError(f"mandat verify finds:\n{done.stdout}")
