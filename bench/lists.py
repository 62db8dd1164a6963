"""Lists of 25 files: what a page costs beside the smallest answer of the same binary, and beside a smaller database."""

import functools

from figures import Turns, french, print_table, times
from server import Server

HELLO = "/favicon.ico"  # anonymous, from memory: the kernel, the routes, the headers, a line of the log, nothing else
HELLO_REQUESTS, MOST_REQUESTS = 160, 80
TURN = 60_000_000  # ns: a page's turn asks for it so many times, 8 at least


class Cost:
    """Of one turn, in ns of processor time: the page, by the program and by the database's server, and hello beside it."""

    def __init__(self, server: Server, path: str, requests: int):
        before, _ = server.cost(HELLO, HELLO_REQUESTS)
        self.own, other = server.cost(path, requests)
        after, _ = server.cost(HELLO, HELLO_REQUESTS)
        self.whole, self.hello = self.own + other, (before + after) / 2


def check(server: Server, path: str, label: str) -> None:
    """What is measured is a list, signed in, and not a sign-in page or an empty one."""
    answer = server.get(path)
    rows = answer.body.count(b"<tr") - 1
    if answer.status != 200 or not 1 <= rows <= 25:
        raise RuntimeError(f"{label} ({path}): status {answer.status}, {rows} rows")


def measure(servers: dict[int, Server], pages: dict[str, str], seconds: float) -> Turns:
    """`servers`: rows → a server on a database of so many. Contestants: each page, on each."""
    contestants = {}
    for label, path in pages.items():
        for rows, server in servers.items():
            check(server, path, label)
            server.cost(path, 16)  # statements prepared, pages read
            requests = int(min(MOST_REQUESTS, max(8, TURN / sum(server.cost(path, 8)))))
            contestants[(label, rows)] = functools.partial(Cost, server, path, requests)
    return Turns(contestants, seconds)


def report(title: str, engine: str, servers: dict[int, Server], pages: dict[str, str], seconds: float) -> None:
    turns = measure(servers, pages, seconds)
    sizes = list(servers)
    largest, before = sizes[-1], sizes[-2] if len(sizes) > 1 else sizes[-1]
    apart = any(cost.whole > cost.own for cost in turns.costs[(next(iter(pages)), largest)])
    head = ["page"] + [f"{french(rows)} files" for rows in sizes]
    if apart:  # the engine is a server of its own
        head.append("with PostgreSQL’s own")
    head.append(f"{french(largest)} : {french(before)}")
    table = []
    for label in pages:
        row = [label] + [times(turns.median((label, rows), lambda cost: cost.own / cost.hello)) for rows in sizes]
        if apart:
            row.append(times(turns.median((label, largest), lambda cost: cost.whole / cost.hello)))
        row.append(times(turns.ratio((label, largest), (label, before), lambda cost: cost.whole)))
        table.append(row)
    print_table(f"{title}, {engine}: processor time of a page, hello = 1", head, table)
