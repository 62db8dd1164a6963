"""Durable creates: a claim declared over HTTP beside a bare insert of such a row, each alone in its transaction."""

import re
import secrets
import sqlite3
import subprocess
import tempfile
import threading
import time
from urllib.parse import urlencode

import works_rows
from figures import Turns, print_table, times
from server import Server

FORM = {"kind": "degat-des-eaux", "loss_day": "2026-01-10", "insured_name": "Camille Durand",
        "insured_phone": "06 39 98 00 01", "insured_email": "", "insured_informed": "1", "address": "1 rue de l’Exemple",
        "postal_code": "31000", "insee": "31555", "description": "Infiltration par la toiture, plafond touché.",
        "needed_from": "", "insurer": "maif", "insurer_claim_number": "S123", "insurer_email": "", "trade": "plomberie",
        "lot_plomberie": "1"}
LINES = 8
CREATES, BARE = 80, 160  # in one turn: short, so that many alternate
BARE_TABLE = ("create table bench_bare (id BIGINT primary key, broker_id BIGINT not null, reference TEXT not null, "
              "status TEXT not null, content TEXT not null)")
CONTENT = "Infiltration par la toiture, plafond du salon touché. " * 12  # as many bytes as a claim's row


class Declaring:
    """Posts the form on several lines at once, each in the session of its own broker; each answer leads to a new file."""

    def __init__(self, server: Server):
        self.server = server
        self.tokens = {}
        for broker in range(LINES):
            server.session = works_rows.secret(broker)
            page = server.get("/travaux").body.decode()
            self.tokens[broker] = re.search(r'name="mandat-jeton" content="([^"]+)"', page).group(1)

    def request(self, broker: int) -> bytes:
        self.server.session = works_rows.secret(broker)
        body = urlencode({**FORM, "form_key": secrets.token_hex(16), "_jeton": self.tokens[broker]}).encode()
        return self.server.head("POST", "/travaux/dossiers", "Content-Type: application/x-www-form-urlencoded\r\n"
                                f"Content-Length: {len(body)}\r\n").encode() + body

    def seconds(self, brokers: list[int]) -> float:
        """Wall time of one create, while as many are under way as there are brokers; one may be named several times."""
        each = CREATES // len(brokers)
        requests = [[self.request(broker) for _ in range(each)] for broker in brokers]
        failures = []

        def post(line, todo):
            for request in todo:
                line.send(request)
                answer = line.receive()
                if answer.status != 303 or b"/travaux/lots/" not in answer.head:
                    failures.append(answer.status)

        threads = [threading.Thread(target=post, args=pair) for pair in zip(self.server.lines, requests)]
        begun = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failures:
            raise RuntimeError(f"declaring a claim: {failures[:3]}")
        return (time.monotonic() - begun) / (each * len(brokers))


class BareSqlite:
    """SQLite alone, with the program's own durability: one row, one transaction, one fsync. It has one writer."""

    def __init__(self, place):
        self.database = sqlite3.connect(place.folder / "bare.db", isolation_level=None)
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA journal_size_limit = 67108864",
                          BARE_TABLE, "create index bench_bare_recent on bench_bare (broker_id, id)"):
            self.database.execute(statement)
        self.count = 0

    def seconds(self, lines: int) -> float:
        begun = time.monotonic()
        for _ in range(BARE):
            self.count += 1
            self.database.execute("BEGIN IMMEDIATE")
            self.database.execute("INSERT INTO bench_bare VALUES (?, 1, 'T-2026-000001', 'awaiting_quote', ?)",
                                  (self.count, CONTENT))
            self.database.execute("COMMIT")
        return (time.monotonic() - begun) / BARE


class BarePostgres:
    """pgbench: prepared inserts, as many clients as the program has lines."""

    def __init__(self, place):
        self.place = place
        place.server.run(place.name, f"{BARE_TABLE}; create index on bench_bare (broker_id, id); create sequence bare;")
        self.script = tempfile.NamedTemporaryFile("w", suffix=".sql")
        self.script.write("insert into bench_bare values (nextval('bare'), 1, 'T-2026-000001', 'awaiting_quote', "
                          f"'{CONTENT}');\n")
        self.script.flush()

    def seconds(self, lines: int) -> float:
        said = subprocess.run([self.place.server.program("pgbench"), "-n", "-M", "prepared", "-c", str(lines), "-j", "1",
                               "-t", str(BARE // lines), "-f", self.script.name, self.place.address],
                              check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        return 1 / float(re.search(r"tps = ([\d.]+)", said).group(1))


def report(engine, folder, seconds: float, rows: int) -> None:
    place = engine.place("creates")
    works_rows.fill(place, rows, LINES)
    server = Server(place, folder / "server.log", lines=LINES)
    many = list(range(LINES))
    try:
        declaring = Declaring(server)
        bare = (BareSqlite if engine.name == "SQLite" else BarePostgres)(place)
        table = []
        for label, brokers in (("one", [0]), (f"{LINES} brokers", many), (f"{LINES} persons of one broker", LINES * [0])):
            declaring.seconds(brokers)  # statements prepared
            bare.seconds(len(brokers))
            turns = Turns({"declare": lambda: declaring.seconds(brokers), "bare": lambda: bare.seconds(len(brokers))},
                          seconds / 3)
            table.append([label, times(turns.ratio("declare", "bare"))])
        print_table(f"Durable creates, {engine.name}: time of a claim declared over HTTP, a bare insert = 1",
                    ["declaring at once", "ratio"], table)
    finally:
        server.stop()
        place.remove()
