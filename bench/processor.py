"""Processor time of a process, all its threads, as the kernel's scheduler counts it."""

import os
from pathlib import Path


def nanoseconds_of(pid: int) -> int:
    try:
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return 0  # it has ended


def resident_bytes(pid: int) -> int:
    """Memory of the process's own: what it shares with others (the binary, the page cache) counts by its share."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def be_nice() -> None:
    os.nice(max(0, 10 - os.nice(0)))
