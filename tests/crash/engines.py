"""Where the story is stored: a fresh copy of its people on each engine, read beside the server that writes."""

import csv
import io
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Sqlite:
    def __init__(self, build: Path, folder: Path):
        self.base = folder / "people"
        self.dir = None
        subprocess.run([build / "crash_people", "--dir", self.base], check=True, stderr=subprocess.DEVNULL)

    def fresh(self, folder: Path) -> list[str]:
        """A copy of the people in `folder`; the options with which the program finds it."""
        shutil.copytree(self.base, folder)
        self.dir = folder
        return ["--dir", str(folder)]

    def rows(self, sql: str) -> list[tuple]:
        with closing(sqlite3.connect(self.dir / "mandat.db", timeout=60)) as database:
            return [tuple("" if value is None else str(value) for value in row) for row in database.execute(sql)]

    @contextmanager
    def spoiled(self, folder: Path, sql: str):
        """A copy of what is stored, changed by `sql`, instead of it."""
        sound = self.dir
        folder.mkdir()
        shutil.copy(sound / "mandat.db", folder)
        self.dir = folder
        with closing(sqlite3.connect(folder / "mandat.db")) as database:
            database.executescript(sql)
        yield
        self.dir = sound

    def close(self) -> None:
        pass


class Postgres:
    """On the server of MANDAT_TEST_POSTGRES, else on one of our own."""

    def __init__(self, build: Path, folder: Path):
        self.base, self.home, self.names = folder / "people", None, []
        self.server = os.environ.get("MANDAT_TEST_POSTGRES", "")
        if not self.server:
            self.home = build / "crash-postgres"
            self.server = self._shell('start_postgres "$1"').strip()
        self.people = self._create(None)
        subprocess.run([build / "crash_people", "--dir", self.base, "--database", self._address(self.people)],
                       check=True, stderr=subprocess.DEVNULL)
        self.name = self.people

    def _shell(self, command: str) -> str:
        script = f". tests/support/postgres.sh; {command}"
        return subprocess.run(["bash", "-euc", script, "bash", str(self.home)], cwd=ROOT, check=True, text=True,
                              stdout=subprocess.PIPE).stdout

    def _address(self, name: str) -> str:
        return self.server.replace("dbname=postgres", f"dbname={name}")

    def _run(self, name: str, sql: str) -> str:
        return subprocess.run(["psql", "-X", "-q", "--csv", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql, self._address(name)],
                              check=True, text=True, stdout=subprocess.PIPE).stdout

    def _create(self, template: str | None) -> str:
        name = f"mandat_crash_{os.getpid()}_{len(self.names)}"
        self._run("postgres", f"create database {name} template {template or 'template0'}")
        self.names.append(name)
        return name

    def fresh(self, folder: Path) -> list[str]:
        shutil.copytree(self.base, folder)
        self.name = self._create(self.people)
        return ["--dir", str(folder), "--database", self._address(self.name)]

    def rows(self, sql: str) -> list[tuple]:
        return [tuple(row) for row in csv.reader(io.StringIO(self._run(self.name, sql)))]

    @contextmanager
    def spoiled(self, folder: Path, sql: str):
        sound, self.name = self.name, self._create(self.name)
        self._run(self.name, sql)
        yield
        self.name = sound

    def close(self) -> None:
        for name in self.names:
            self._run("postgres", f"drop database if exists {name} with (force)")
        if self.home:
            self._shell('stop_postgres "$1"')


ENGINES = {"sqlite": Sqlite, "postgres": Postgres}
