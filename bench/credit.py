"""Desk credit: lists of buyers taken in, and the matrix of what eight insurers answered on two thousand of them."""

import functools
import io
import re
import secrets
import sqlite3
import subprocess
import time
import zipfile
from urllib.parse import urlencode

import credit_rows
from figures import Turns, french, print_table, times
from lists import HELLO, HELLO_REQUESTS
from server import Server

SMALL, LARGE = 2_000, 20_000  # buyers of a list
MATRIX, FEW = 2_000, 200      # buyers of a blind test
EMPTY = 400                   # placements to fill: each list wants a fresh one
MATRIX_AT, FEW_AT = 900_001, 900_002


def rows(count: int, wrong: bool) -> list[tuple[str, str, str]]:
    """Name, SIREN, exposure in three notations; when `wrong`, one row in a hundred each: twice, no SIREN, no amount."""
    notations = ["1 234,50", "1234.5", "1.234,50 €"]
    made = []
    for i in range(count):
        row = [f"Société Exemple {i}", credit_rows.siren(i), notations[i % 3]]
        if wrong and i % 100 == 30:
            row[1] = credit_rows.siren(i - 1)
        if wrong and i % 100 == 50:
            row[1] = "123456789"
        if wrong and i % 100 == 70:
            row[2] = "à voir"
        made.append(tuple(row))
    return made


HEAD = ("Acheteur", "SIREN", "Encours maximal")


def csv(count: int, wrong: bool = False) -> bytes:
    return "\r\n".join(";".join(row) for row in [HEAD, *rows(count, wrong)]).encode("cp1252")


def paste(count: int) -> bytes:
    return "\n".join("\t".join(row) for row in [HEAD, *rows(count, False)]).encode()


def xlsx(count: int) -> bytes:
    lines = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
                    for row in [HEAD, *rows(count, False)])
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        '"application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type='
        f'"{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Acheteurs" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type='
        f'"{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return packed.getvalue()


class Importing:
    """Each list goes into a placement of its own, over HTTP, until the answer."""

    def __init__(self, server: Server):
        self.server, self.next = server, credit_rows.EMPTY
        page = server.get("/credit").body.decode()
        self.token = re.search(r'name="mandat-jeton" content="([^"]+)"', page).group(1)

    def post(self, path: str, kind: str, body: bytes) -> str:
        head = self.server.head("POST", path, f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n")
        self.server.lines[0].send(head.encode() + body)
        answer = self.server.lines[0].receive()
        where = re.search(rb"(?i)\r\nlocation: ([^\r]+)", answer.head)
        if answer.status != 303 or not where:
            raise RuntimeError(f"{path}: {answer.status}")
        return where.group(1).decode()

    def fields(self, path: str, fields: dict[str, str]) -> str:
        return self.post(path, "application/x-www-form-urlencoded", urlencode({**fields, "_jeton": self.token}).encode())

    def seconds(self, name: str, content: bytes, wrong: bool) -> float:
        """`name` empty: pasted. What has wrong rows is taken in a second step, once their reasons were shown."""
        path = f"/credit/dossiers/{self.next}/acheteurs/import"
        self.next += 1  # so that no row is known yet
        line = secrets.token_hex(16)
        named = f'name="list"; filename="{name}"' if name else 'name="paste"'
        body = (f'--{line}\r\nContent-Disposition: form-data; name="_jeton"\r\n\r\n{self.token}\r\n--{line}\r\n'
                f"Content-Disposition: form-data; {named}\r\n\r\n").encode() + content + f"\r\n--{line}--\r\n".encode()
        self.server.connect_again()
        begun = time.monotonic()
        where = self.post(path, f"multipart/form-data; boundary={line}", body)
        if where.endswith("/import") != wrong:
            raise RuntimeError(f"{name or 'paste'}: led to {where}")
        if wrong:
            if self.server.get(path).status != 200:
                raise RuntimeError("the rows to correct are not shown")
            self.fields(path, {"acte": "prendre"})
        return time.monotonic() - begun


TABLE = ("create table bench_buyers (id BIGINT primary key, placement_id BIGINT not null, name TEXT not null, identifier "
         "TEXT not null, exposure BIGINT not null)")
INDEX = "create unique index bench_buyers_identifier on bench_buyers (placement_id, identifier)"


class Bare:
    """The same rows, already read, in one transaction with their unique index: the engine alone."""

    def __init__(self, place, sqlite: bool):
        self.place, self.list = place, 0
        self.rows = [(name, siren, 123450) for name, siren, _ in rows(LARGE, False)]
        self.database = None
        if sqlite:
            self.database = sqlite3.connect(place.folder / "bare.db", isolation_level=None)
            for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", TABLE, INDEX):
                self.database.execute(statement)
        else:
            place.server.run(place.name, f"{TABLE}; {INDEX};")

    def seconds(self) -> float:
        self.list += 1
        made = [(self.list * LARGE + i, self.list, *row) for i, row in enumerate(self.rows)]
        if self.database is None:
            values = ",".join(f"({a}, {b}, '{c}', '{d}', {e})" for a, b, c, d, e in made)
            script = f"insert into bench_buyers values {values};"
            begun = time.monotonic()
            self.place.server.run(self.place.name, script)
            return time.monotonic() - begun
        begun = time.monotonic()
        self.database.execute("BEGIN IMMEDIATE")
        self.database.executemany("INSERT INTO bench_buyers VALUES (?, ?, ?, ?, ?)", made)
        self.database.execute("COMMIT")
        return time.monotonic() - begun


def imports(engine, place, server: Server, seconds: float) -> None:
    importing, bare = Importing(server), Bare(place, engine.name == "SQLite")
    lists = {"CSV, Windows-1252": ("clients.csv", csv, False), "XLSX": ("clients.xlsx", xlsx, False),
             "pasted": ("", paste, False),
             "CSV, 3 rows in 100 wrong": ("clients.csv", functools.partial(csv, wrong=True), True)}
    contestants = {"bare": bare.seconds}
    for label, (name, make, wrong) in lists.items():
        for count in (SMALL, LARGE):
            contestants[(label, count)] = functools.partial(importing.seconds, name, make(count), wrong)
    importing.seconds("clients.csv", csv(SMALL), False)  # statements prepared
    turns = Turns(contestants, seconds)
    table = [[label, times(turns.ratio((label, LARGE), "bare")), times(turns.ratio((label, LARGE), (label, SMALL)))]
             for label in lists]
    print_table(f"{french(LARGE)} buyers taken in over HTTP, {engine.name}: time until the answer",
                ["list", "bare insert of its rows = 1", f"{french(LARGE)} : {french(SMALL)} rows"], table)


class Page:
    def __init__(self, server: Server, path: str, requests: int, joins: bool):
        self.server, self.path, self.requests, self.joins = server, path, requests, joins

    def cost(self):
        before, _ = self.server.cost(HELLO, HELLO_REQUESTS)
        own, other = self.server.cost(self.path, self.requests, "HX-Request: true\r\n" if self.joins else "")
        after, _ = self.server.cost(HELLO, HELLO_REQUESTS)
        return own / ((before + after) / 2), (own + other) / ((before + after) / 2)


class Anew(Page):
    """The same, each time after an answer that changed what it shows: nothing of it was drawn before."""

    def __init__(self, importing: Importing, path: str, requests: int, joins: bool):
        super().__init__(importing.server, path, requests, joins)
        self.importing, self.turn = importing, 0

    def change(self) -> None:
        self.turn += 1
        self.importing.fields(f"/credit/soumissions/{MATRIX_AT * 100}/reponses",
                              {"first": "1", "last": "1", "k_1": "partly_approved", "a_1": str(1000 + self.turn), "r_1": "-1"})

    def cost(self):
        more = "HX-Request: true\r\n" if self.joins else ""
        request = self.server.head("GET", self.path, more).encode()
        hello, _ = self.server.cost(HELLO, HELLO_REQUESTS)
        own = other = 0
        for _ in range(self.requests):
            self.change()
            before = self.server.processor(), self.server.place.processor()
            self.server.lines[0].send(request)
            if (answer := self.server.lines[0].receive()).status != 200:
                raise RuntimeError(f"{self.path}: {answer.status}")
            own += self.server.processor() - before[0]
            other += self.server.place.processor() - before[1]
        return own / self.requests / hello, (own + other) / self.requests / hello


def matrix(engine, server: Server, seconds: float) -> None:
    server.connect_again()
    importing = Importing(server)
    for placement in (MATRIX_AT, FEW_AT):  # an answer by which the program counts them all
        importing.fields(f"/credit/soumissions/{placement * 100}/reponses",
                         {"first": "1", "last": "1", "k_1": "refused", "r_1": "-1"})
    anew = {"page, after each answer": (f"/credit/dossiers/{MATRIX_AT}/matrice", False),
            "next rows, after each answer": (f"/credit/dossiers/{MATRIX_AT}/matrice?depuis=1000", True)}
    pages = {"page": (f"/credit/dossiers/{MATRIX_AT}/matrice", False),
             "next rows, scrolled to": (f"/credit/dossiers/{MATRIX_AT}/matrice?depuis=1000", True),
             f"page of {FEW} buyers": (f"/credit/dossiers/{FEW_AT}/matrice", False),
             "pipeline, 25 files": ("/credit", False)}
    contestants = {label: Page(server, path, 24, joins).cost for label, (path, joins) in pages.items()}
    contestants |= {label: Anew(importing, path, 12, joins).cost for label, (path, joins) in anew.items()}
    turns = Turns(contestants, seconds)
    table = []
    for label, (path, joins) in (pages | anew).items():
        server.lines[0].send(server.head("GET", path, "HX-Request: true\r\n" if joins else "").encode())
        shown = server.lines[0].receive().body.count(b"<tr")
        table.append([label, str(shown), times(turns.median(label, lambda cost: cost[0])),
                      times(turns.median(label, lambda cost: cost[1]))])
    print_table(f"The matrix of {french(MATRIX)} buyers × {len(credit_rows.INSURERS)} insurers, {engine.name}: processor "
                "time, hello = 1", ["page", "rows in it", "the program", "with the database’s server"], table)


def report(engine, folder, seconds: float) -> None:
    place = engine.place("credit")
    credit_rows.fill(place, EMPTY, {MATRIX_AT: MATRIX, FEW_AT: FEW})
    server = Server(place, folder / "server.log", credit_rows.SECRET)
    try:
        imports(engine, place, server, seconds)
        matrix(engine, server, seconds)
    finally:
        server.stop()
        place.remove()
