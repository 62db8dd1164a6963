"""docs/rules.md: each rule row of the code, how it reads the specification, and the tests that cite it.

A row is MANDAT_RULE("W15.restart", "sentence") anywhere in src/. A citation is the number as a whole word in the name of a
test or in a comment beside it, never in the texts that a test works on; it covers the row of exactly that key. A bare number whose rows all have sub-keys only says what a test is about, and so
does a key that the code gives to a delay or a figure ("W15.answer").
"""

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Iterator, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path("docs/rules.md")
FAMILIES = {"W": "Travaux (works)", "M": "Réparateurs (motor)", "C": "Assurance-crédit (credit)", "P": "The common floor"}
KEY = r"[WMCP]\d+(?:\.[a-z_]+)?"
ROW = re.compile(r'\bMANDAT_RULE\(\s*"([^"]*)"\s*,\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)\)')
NAME = re.compile(rf'"({KEY})"')
PIECE = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
# A test's name cites too: W16_W21_a_silent_firm. Not %C2, \xC2, a-P4, file.W3.
CITATION = re.compile(rf"(?<![A-Za-z0-9%\\#&.-]){KEY}(?![A-Za-z0-9])")
TEXT_OF_CPP = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"', re.DOTALL)
TEXT_OF_SCRIPT = re.compile(r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`""")
NAME_OF_TEST = re.compile(r"\b(?:test|describe)\(")
TEST_SUFFIXES = {".cpp", ".hpp", ".mjs", ".py", ".sh"}


class Row(NamedTuple):
    key: str
    sentence: str
    path: str


class Rules(NamedTuple):
    rows: list[Row]
    names: set[str]  # keys of rows, delays and figures
    citations: dict[str, list[str]]  # key → tests that cite it


def rule_order(key: str) -> tuple[int, int, str]:
    number, _, part = key[1:].partition(".")
    return list(FAMILIES).index(key[0]), int(number), part


def test_files(root: Path) -> Iterator[Path]:
    yield from sorted((root / "src").rglob("*_test.cpp"))
    for file in sorted((root / "tests").rglob("*")):
        checker = file.match("tests/contract/rules*.py")  # cites rules that do not exist
        if file.suffix in TEST_SUFFIXES and not checker:
            yield file


# What a test says of itself: its names and its comments. The names of a script's tests are texts, and stay.
def own_words(file: Path) -> str:
    source = file.read_text(encoding="utf-8")
    if file.suffix in {".cpp", ".hpp"}:
        return TEXT_OF_CPP.sub('""', source)
    if file.suffix == ".mjs":
        lines = source.splitlines()
        return "\n".join(line if NAME_OF_TEST.search(line) else TEXT_OF_SCRIPT.sub("''", line) for line in lines)
    return source


def read(root: Path) -> Rules:
    rows, names, citations = [], set(), defaultdict(list)
    for file in sorted((root / "src").rglob("*.[ch]pp")):
        if file.name.endswith("_test.cpp"):
            continue
        source = file.read_text(encoding="utf-8")
        names.update(NAME.findall(source))
        for row in ROW.finditer(source):
            sentence = "".join(PIECE.findall(row[2])).replace('\\"', '"')
            rows.append(Row(row[1], sentence, file.relative_to(root).as_posix()))
    for file in test_files(root):
        for key in set(CITATION.findall(own_words(file))):
            citations[key].append(file.relative_to(root).as_posix())
    return Rules(rows, names, citations)


def faults(rules: Rules) -> list[str]:
    found = []
    sentences = defaultdict(set)
    for row in rules.rows:
        sentences[row.key].add(row.sentence)
        if not re.fullmatch(KEY, row.key):
            found.append(f"{row.path}: {row.key!r} is not a rule number")
        elif not row.sentence.strip():
            found.append(f"{row.path}: rule {row.key} has no sentence")
        elif row.key not in rules.citations:
            found.append(f"{row.path}: no test cites rule {row.key}")
    for key, different in sentences.items():
        if len(different) > 1:
            found.append(f"rule {key} has {len(different)} sentences: give each row its sub-key")
    known = rules.names | {key.partition(".")[0] for key in rules.names}
    for key, tests in rules.citations.items():
        if key not in known:
            found.append(f"{', '.join(tests)}: cites rule {key}, which no row holds")
    return sorted(dict.fromkeys(found))


def link(path: str) -> str:
    return f"[{path.rsplit('/', 1)[-1]}](../{path})"


def page(rules: Rules) -> str:
    places = defaultdict(list)
    for row in rules.rows:
        places[row.key, row.sentence].append(row.path)
    lines = [
        "# Rules",
        "",
        "How the code reads each rule of the specification, where it stands and which tests prove it.",
        "Written by `bin/rules` from the `MANDAT_RULE` rows and the tests that cite their numbers; not edited by hand.",
    ]
    family = ""
    for key, sentence in sorted(places, key=lambda row: rule_order(row[0])):
        if key[0] != family:
            family = key[0]
            lines += ["", f"## {FAMILIES[family]}", "", "| rule | as we read it | code | tests |", "|---|---|---|---|"]
        code = "<br>".join(link(path) for path in dict.fromkeys(places[key, sentence]))
        tests = "<br>".join(link(path) for path in rules.citations.get(key, []))
        lines.append(f"| {key} | {sentence.replace('|', chr(92) + '|')} | {code} | {tests} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    rules = read(ROOT)
    found = faults(rules)
    if "--write" in arguments:
        (ROOT / PAGE).write_text(page(rules), encoding="utf-8")
    elif (ROOT / PAGE).read_text(encoding="utf-8") != page(rules):
        found.append(f"{PAGE} is stale: run bin/rules")
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
