"""Cold start: from the start of the process to the first page answered, and the memory it holds when it then rests."""

import time

from figures import Turns, french, print_table, times
from server import Server

BAR_SECONDS, BAR_BYTES = 0.3, 150 * 1024 * 1024
RESTS = 1.5  # seconds: its workers have looked around once


def start(place, log, session: str, path: str) -> tuple[float, float, float]:
    """Seconds to the first page, seconds of processor time until then, bytes at rest."""
    begun = time.monotonic()
    server = Server(place, log, session, lines=1)
    try:
        answer = server.get(path)
        seconds, busy = time.monotonic() - begun, server.processor() / 1e9
        if answer.status != 200 or b"<table" not in answer.body:
            raise RuntimeError(f"the first page: {answer.status}")
        time.sleep(RESTS)
        return seconds, busy, server.resident()
    finally:
        server.stop()


def report(engine, places: dict, log, session: str, path: str, seconds: float) -> None:
    """`places`: rows → where; no server runs on them."""
    smallest, largest = min(places), max(places)
    turns = Turns({rows: (lambda place=places[rows]: start(place, log, session, path)) for rows in (smallest, largest)},
                  seconds)
    of = [lambda cost: cost[0] / BAR_SECONDS, lambda cost: cost[1] / BAR_SECONDS, lambda cost: cost[2] / BAR_BYTES]
    what = ["start to first page", "processor time of it", "memory at rest"]
    print_table(f"Cold start, {engine.name}: {french(largest)} files",
                ["what", f"{french(smallest)} files = 1", "the bar = 1"],
                [[name, times(turns.ratio(largest, smallest, share)), times(turns.median(largest, share))]
                 for name, share in zip(what, of)])
