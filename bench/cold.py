"""Cold start: from the start of the process to the first page answered, and the memory it holds when it then rests."""

import time

from figures import Turns, french, print_table, times
from server import Server

BAR_SECONDS, BAR_BYTES = 0.3, 150 * 1024 * 1024
RESTS = 1.5  # seconds: its workers have looked around once


def start(place, log, session: str, path: str) -> tuple[float, float]:
    begun = time.monotonic()
    server = Server(place, log, session, lines=1)
    try:
        answer = server.get(path)
        seconds = time.monotonic() - begun
        if answer.status != 200 or b"<table" not in answer.body:
            raise RuntimeError(f"the first page: {answer.status}")
        time.sleep(RESTS)
        return seconds, server.resident()
    finally:
        server.stop()


def report(engine, places: dict, log, session: str, path: str, seconds: float) -> None:
    """`places`: rows → where; no server runs on them."""
    smallest, largest = min(places), max(places)
    turns = Turns({rows: (lambda place=places[rows]: start(place, log, session, path)) for rows in (smallest, largest)},
                  seconds)
    first, memory = (lambda cost: cost[0] * 1e9), (lambda cost: cost[1])
    print_table(f"Cold start, {engine.name}: {french(largest)} files",
                ["what", f"{french(smallest)} files = 1", "the bar = 1"],
                [["start to first page", times(turns.ratio(largest, smallest, first)),
                  times(turns.median(largest, first) / (BAR_SECONDS * 1e9))],
                 ["memory at rest", times(turns.ratio(largest, smallest, memory)),
                  times(turns.median(largest, memory) / BAR_BYTES)]])
