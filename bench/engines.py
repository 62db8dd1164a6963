"""Where the benchmarks' data stands: databases of both engines, made by the program's own migrations, filled in bulk."""

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from processor import nanoseconds_of

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "build" / "release" / "mandat"


def migrate(options: list[str]) -> None:
    subprocess.run([PROGRAM, "migrate", *options], check=True, stderr=subprocess.DEVNULL)


class SqlitePlace:
    """One database in a file of its own."""

    def __init__(self, folder: Path):
        self.folder, self.file = folder, folder / "mandat.db"
        self.options = ["--dir", str(folder)]
        folder.mkdir(parents=True)
        migrate(self.options)

    def fill(self, tables: list[str], statements: list[str]) -> None:
        """Runs the statements with the tables' indexes laid aside; a crash would lose the file, and nobody minds."""
        with closing(sqlite3.connect(self.file, isolation_level=None)) as database:
            for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -500000", "temp_store = MEMORY"):
                database.execute(f"PRAGMA {setting}")
            marks = ",".join("?" * len(tables))
            indexes = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
                                       f"AND tbl_name IN ({marks})", tables).fetchall()
            database.execute("BEGIN")
            for name, _ in indexes:
                database.execute(f'DROP INDEX "{name}"')
            for statement in [*statements, *(sql for _, sql in indexes)]:
                database.execute(statement)
            database.execute("COMMIT")

    def value(self, sql: str):
        with closing(sqlite3.connect(self.file)) as database:
            return database.execute(sql).fetchone()[0]

    def processor(self) -> int:
        return 0  # the engine runs within the program

    def remove(self) -> None:
        shutil.rmtree(self.folder)


class Sqlite:
    name = "SQLite"

    def __init__(self, folder: Path):
        self.folder = folder / "sqlite"

    def place(self, name: str) -> SqlitePlace:
        return SqlitePlace(self.folder / name)

    def close(self) -> None:
        pass


class PostgresPlace:
    """One database; `migrated` by the program, or bare for an opponent that brings its own tables."""

    def __init__(self, server: "Postgres", name: str, folder: Path, migrated: bool):
        self.server, self.name = server, name
        self.address = server.address.replace("dbname=postgres", f"dbname={name}")
        self.options = ["--dir", str(folder), "--database", self.address]
        folder.mkdir(parents=True)
        server.run("postgres", f"create database {name} template template0")
        if migrated:
            migrate(self.options)

    def fill(self, tables: list[str], statements: list[str]) -> None:
        names = ",".join(f"'{table}'" for table in tables)
        found = self.server.run(self.name, "select indexrelid::regclass || '=' || pg_get_indexdef(indexrelid) from "
                                f"pg_index where indrelid::regclass::text in ({names}) and not exists "
                                "(select 1 from pg_constraint where conindid = indexrelid)")
        indexes = [line.split("=", 1) for line in found.splitlines() if line]
        # Foreign keys are not checked row by row (session_replication_role), as on the other engine.
        script = ["set session_replication_role = replica", "set maintenance_work_mem = '512MB'",
                  "set max_parallel_maintenance_workers = 0", "begin", *(f"drop index {name}" for name, _ in indexes),
                  *statements, *(definition for _, definition in indexes), "commit", "vacuum analyze"]
        self.server.run(self.name, ";\n".join(script) + ";")

    def value(self, sql: str):
        text = self.server.run(self.name, sql).strip()
        return int(text) if re.fullmatch(r"-?\d+", text) else text

    def processor(self) -> int:
        return sum(nanoseconds_of(pid) for pid in self.server.backends(self.name))

    def remove(self) -> None:
        self.server.run("postgres", f"drop database {self.name} with (force)")
        self.server.places.remove(self)


class Postgres:
    """A server of our own on a Unix socket, with durable commits and a cache that holds what is read again and again."""

    name = "PostgreSQL"

    def __init__(self, folder: Path):
        self.folder, self.home = folder / "postgres", ROOT / "build" / "bench-postgres"
        self.address = self._shell('start_postgres "$1" shared_buffers=512MB max_wal_size=4GB').strip()
        home = re.search(r"host='([^']*)'", self.address).group(1)
        self.postmaster = int((Path(home) / "data" / "postmaster.pid").read_text().split()[0])
        self.places: list[PostgresPlace] = []

    def _shell(self, command: str) -> str:
        script = f". tests/support/postgres.sh; {command}"
        return subprocess.run(["bash", "-euc", script, "bash", str(self.home)], cwd=ROOT, check=True, text=True,
                              stdout=subprocess.PIPE).stdout

    def run(self, name: str, script: str) -> str:
        return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", "-",
                               self.address.replace("dbname=postgres", f"dbname={name}")],
                              input=script, check=True, text=True, stdout=subprocess.PIPE).stdout

    @staticmethod
    def program(name: str) -> str:
        return str(max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")))

    def backends(self, database: str) -> list[int]:
        children = Path(f"/proc/{self.postmaster}/task/{self.postmaster}/children").read_text().split()
        return [int(pid) for pid in children if self._serves(pid, database)]

    @staticmethod
    def _serves(pid: str, database: str) -> bool:
        try:
            return f" {database} ".encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return False

    def place(self, name: str, migrated: bool = True) -> PostgresPlace:
        made = PostgresPlace(self, f"mandat_bench_{os.getpid()}_{name}", self.folder / name, migrated)
        self.places.append(made)
        return made

    def close(self) -> None:
        for place in list(self.places):
            place.remove()
        self._shell('stop_postgres "$1"')


ENGINES = {"sqlite": Sqlite, "postgres": Postgres}
