"""Lists of 25 files: what a page costs beside the smallest answer of the same binary, and beside a smaller database."""

import functools

from figures import Turns, french, print_table, times
from server import Server

HELLO = "/favicon.ico"  # anonymous, from memory: the kernel, the routes, the headers, a line of the log, nothing else
HELLO_REQUESTS, MOST_REQUESTS = 400, 80
TURN = 60_000_000  # ns: a page's turn asks for it so many times, 8 at least


def check(server: Server, path: str, label: str) -> None:
    """What is measured is a list, signed in, and not a sign-in page or an empty one."""
    answer = server.get(path)
    rows = answer.body.count(b"<tr") - 1
    if answer.status != 200 or not 1 <= rows <= 25:
        raise RuntimeError(f"{label} ({path}): status {answer.status}, {rows} rows")


def measure(servers: dict[int, Server], pages: dict[str, str], seconds: float) -> tuple[Turns, dict]:
    """`servers`: rows → a server on a database of so many. Contestants: hello and each page, on each."""
    contestants = {}
    for rows, server in servers.items():
        contestants[("hello", rows)] = functools.partial(server.cost, HELLO, HELLO_REQUESTS)
        for label, path in pages.items():
            check(server, path, label)
            server.cost(path, 16)  # statements prepared, pages read
            requests = int(min(MOST_REQUESTS, max(8, TURN / sum(server.cost(path, 8)))))
            contestants[(label, rows)] = functools.partial(server.cost, path, requests)
    return Turns(contestants, seconds)


def report(title: str, engine: str, servers: dict[int, Server], pages: dict[str, str], seconds: float) -> None:
    turns = measure(servers, pages, seconds)
    sizes = list(servers)
    largest, smallest = sizes[-1], sizes[0]
    apart = any(cost[1] > 0 for cost in turns.costs[(next(iter(pages)), largest)])  # the engine is a server of its own
    whole = lambda cost: cost[0] + cost[1]
    head = ["page"] + [f"{french(rows)} files" for rows in sizes]
    if apart:
        head.append("with PostgreSQL’s own")
    head.append(f"{french(largest)} : {french(sizes[1] if len(sizes) > 2 else smallest)}")
    table = []
    for label in pages:
        row = [label] + [times(turns.ratio((label, rows), ("hello", rows), lambda cost: cost[0])) for rows in sizes]
        if apart:
            row.append(times(turns.ratio((label, largest), ("hello", largest), whole)))
        row.append(times(turns.ratio((label, largest), (label, sizes[1] if len(sizes) > 2 else smallest), whole)))
        table.append(row)
    print_table(f"{title}, {engine}: processor time of a page, hello = 1", head, table)
