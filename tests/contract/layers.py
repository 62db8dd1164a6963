"""What layers.toml promises about the source tree, checked: each check is a function that yields faults.

Run alone it prints the faults of this repository; layers_test.py runs it and proves that it finds planted ones.
"""

import re
import sys
import tomllib
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import Callable, Iterator, NamedTuple

import source_text

LINE_LIMIT = 350
FOLDERS = ("src", "tests", "migrations", "assets", "bin", "cmake", "bench", "fuzz")
SUFFIXES = {".cpp", ".hpp", ".py", ".sh", ".mjs", ".js", ".scss", ".sql", ".cmake"}
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
SQL_START = re.compile(
    r"\s*(select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s"
    r"|with\s+(recursive\s+)?\w+\s*(\([^)]*\))?\s*as\s*\()",
    re.I,
)
# In `is distinct from x`, x is compared, not read.
TABLE_USE = re.compile(
    r"(?<!distinct) (?:from|join|into|update) ([a-z_]\w*(?:(?: (?:as )?[a-z_]\w*)? ?, ?[a-z_]\w*)*)", re.I
)
CREATE_TABLE = re.compile(r"^[ \t]*create\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)", re.I | re.M)
OWNER = re.compile(r"--\s*owner:\s*(\S+)\s*$")


class Fault(NamedTuple):
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class Tree:
    """The files of a repository, read once."""

    def __init__(self, root: Path):
        self.root = root
        self.promises = tomllib.loads((root / "layers.toml").read_text(encoding="utf-8"))

    @cached_property
    def texts(self) -> dict[str, str]:
        files = (file for folder in FOLDERS for file in sorted((self.root / folder).rglob("*")) if file.is_file())
        return {
            file.relative_to(self.root).as_posix(): file.read_text(encoding="utf-8", errors="replace")
            for file in files
            if file.suffix in SUFFIXES or file.parent.name == "bin"
        }

    @cached_property
    def cpp(self) -> dict[str, str]:
        """C++ under src/, named as it is included: "base/money.hpp"."""
        return {
            path.removeprefix("src/"): text
            for path, text in self.texts.items()
            if path.startswith("src/") and path.endswith((".cpp", ".hpp"))
        }

    @cached_property
    def includes(self) -> dict[str, list[source_text.Include]]:
        return {name: source_text.includes(text) for name, text in self.cpp.items()}

    @cached_property
    def sql(self) -> list[tuple[str, source_text.Literal]]:
        """(file, statement); tests may look into any table."""
        return [
            (name, literal)
            for name, text in self.cpp.items()
            if not is_test(name)
            for literal in source_text.literals(text)
            if SQL_START.match(literal.text)
        ]


def is_test(name: str) -> bool:
    return name.endswith("_test.cpp")


def within(name: str, folder: str) -> bool:
    return name == folder or name.startswith(folder.rstrip("/") + "/")


def desk_of(name: str) -> str | None:
    parts = name.split("/")
    return parts[1] if parts[0] == "desks" and len(parts) > 2 else None


def direction(tree: Tree) -> Iterator[Fault]:
    """app → desks → floor → {db, web} → base, and no desk includes another."""
    layers = tree.promises["layers"]
    for name, includes in tree.includes.items():
        layer = name.split("/")[0]
        if layer not in layers:
            yield Fault(f"src/{name}", 1, f"the folder {layer} is not in layers.toml")
            continue
        for include in includes:
            if include.angled or (is_test(name) and include.name.startswith("support/")):
                continue
            target = include.name.split("/")[0]
            if include.name not in tree.cpp:
                yield Fault(f"src/{name}", include.line, f"{include.name} is not a path from src/")
            elif target != layer and target not in layers[layer]:
                yield Fault(f"src/{name}", include.line, f"{layer} may not include {target} ({include.name})")
            elif layer == "desks" and desk_of(include.name) not in (None, desk_of(name)):
                yield Fault(f"src/{name}", include.line, f"a desk may not include another desk ({include.name})")


def purity(tree: Tree) -> Iterator[Fault]:
    """Files that decide reach no I/O, no clock and no chance, not even through the project's headers."""
    pure = tree.promises["pure"]
    for name, includes in tree.includes.items():
        named_pure = any(fnmatch(name.split("/")[-1], pattern) for pattern in pure["patterns"])
        if not named_pure and not any(within(name, folder) for folder in pure["folders"]):
            continue
        for include in includes:
            if chain := forbidden_chain(tree, include, pure["forbidden_includes"], {name}):
                yield Fault(f"src/{name}", include.line, f"a pure file reaches {' → '.join(chain)}")
        for word in pure["forbidden_words"]:
            if (at := tree.cpp[name].find(word)) >= 0:
                yield Fault(f"src/{name}", source_text.line_of(tree.cpp[name], at), f"a pure file says {word}")


def forbidden_chain(tree: Tree, include: source_text.Include, forbidden: list[str], seen: set[str]) -> list[str]:
    """The includes that lead to a forbidden one. A foreign header counts only where it is included directly: <chrono>
    gives base/time.hpp its types, and what reads the clock with it is base/clock.hpp."""
    if any(str(include).startswith(entry) for entry in forbidden):
        return [str(include)]
    if include.angled or include.name in seen:
        return []
    seen.add(include.name)
    for onward in tree.includes.get(include.name, []):
        if not onward.angled and (chain := forbidden_chain(tree, onward, forbidden, seen)):
            return [include.name, *chain]
    return []


def foreign_headers(tree: Tree) -> Iterator[Fault]:
    """A foreign library is known to its owner alone."""
    for name, includes in tree.includes.items():
        for include in includes:
            for header, owners in tree.promises["owners"].items():
                if include.name.startswith(header) and not any(within(name, owner) for owner in owners):
                    yield Fault(f"src/{name}", include.line, f"only {', '.join(owners)} may include {include.name}")


def sql_places(tree: Tree) -> Iterator[Fault]:
    """SQL stands only where layers.toml says."""
    allowed = tree.promises["sql"]["files"]
    for name, literal in tree.sql:
        if not any(fnmatch(f"src/{name}", pattern) for pattern in allowed):
            yield Fault(f"src/{name}", literal.line, "SQL outside the stores: " + " ".join(literal.text.split())[:60])


def table_owners(tree: Tree) -> tuple[dict[str, str], list[Fault]]:
    """Table → the folder of src/ that owns it, from the line `-- owner: floor/identity` above its create table."""
    owners: dict[str, str] = {}
    faults = []
    for path, text in tree.texts.items():
        for created in CREATE_TABLE.finditer(text) if path.startswith("migrations/") else ():
            above = text[: created.start()].rstrip().rsplit("\n", 1)[-1]
            line = source_text.line_of(text, created.start(1))
            owner = OWNER.search(above)
            if not owner:
                faults.append(Fault(path, line, f"no `-- owner: folder` line above table {created[1]}"))
            elif not (tree.root / "src" / owner[1]).is_dir():
                faults.append(Fault(path, line, f"the owner of {created[1]}, {owner[1]}, is not a folder of src/"))
            else:
                owners[created[1].lower()] = owner[1]
    return owners, faults


def tables_used(sql: str) -> list[str]:
    uses = TABLE_USE.findall(" " + " ".join(sql.lower().split()))
    return [item.split()[0] for use in uses for item in use.split(",")]


def tables(tree: Tree) -> Iterator[Fault]:
    """A table is named only in its owner's folder."""
    owners, faults = table_owners(tree)
    yield from faults
    for name, literal in tree.sql:
        for table in dict.fromkeys(tables_used(literal.text)):
            if table in owners and not within(name, owners[table]):
                yield Fault(f"src/{name}", literal.line, f"table {table} belongs to {owners[table]}")


def header_guards(tree: Tree) -> Iterator[Fault]:
    for path, text in tree.texts.items():
        if path.endswith(".hpp") and not re.search(r"^#pragma once$", text, re.M):
            yield Fault(path, 1, "no #pragma once")


def lengths(tree: Tree) -> Iterator[Fault]:
    for path, text in tree.texts.items():
        if (count := text.count("\n")) > LINE_LIMIT:
            yield Fault(path, LINE_LIMIT, f"{count} lines, at most {LINE_LIMIT}: split it by concept")


def unfinished(tree: Tree) -> Iterator[Fault]:
    for path, text in tree.texts.items():
        for mark in UNFINISHED.finditer(text):
            yield Fault(path, source_text.line_of(text, mark.start()), f"unfinished: {mark[0]}")


CHECKS: tuple[Callable[[Tree], Iterator[Fault]], ...] = (
    direction,
    purity,
    foreign_headers,
    sql_places,
    tables,
    header_guards,
    lengths,
    unfinished,
)


def faults(root: Path) -> list[Fault]:
    tree = Tree(root)
    return [fault for check in CHECKS for fault in check(tree)]


if __name__ == "__main__":
    found = faults(Path(__file__).resolve().parents[2])
    print(*found, sep="\n")
    sys.exit(1 if found else 0)
