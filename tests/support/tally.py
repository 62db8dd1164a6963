"""Sum what the test runners report into one line, `N passed, N failed`.

ctest sees programs, each of which holds many tests, so the cases are counted from what the programs print; a program
that ended without a count of its own (a crash, a time limit, a plain script) counts as one test. Status 1 when a test
failed or when there was none.
"""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

GTEST_PASSED = re.compile(r"^\[  PASSED  \] (\d+) tests?\.", re.M)
GTEST_FAILED = re.compile(r"^\[  FAILED  \] .+ \(\d+ ms\)$", re.M)  # the line of one test: --gtest_brief has no sum
UNITTEST_RAN = re.compile(r"^Ran (\d+) tests? in .*?\n\n(OK|FAILED)(?: \((.*)\))?", re.M)
NODE_PASSED = re.compile(r"^(?:#|ℹ) pass (\d+)", re.M)
NODE_FAILED = re.compile(r"^(?:#|ℹ) (?:fail|cancelled) (\d+)", re.M)


def total(pattern: re.Pattern, text: str) -> int:
    return sum(int(count) for count in pattern.findall(text))


def program(output: str, ok: bool) -> tuple[int, int]:
    """(passed, failed) of one ctest entry."""
    passed, failed = total(GTEST_PASSED, output), len(GTEST_FAILED.findall(output))
    for ran, _, details in UNITTEST_RAN.findall(output):
        counts = dict(re.findall(r"(\w+)=(\d+)", details))
        bad = int(counts.get("failures", 0)) + int(counts.get("errors", 0))
        passed, failed = passed + int(ran) - bad - int(counts.get("skipped", 0)), failed + bad
    if ok and passed + failed == 0:
        return 1, 0
    if not ok and failed == 0:
        return passed, 1
    return passed, failed


def junit(path: Path) -> tuple[int, int]:
    counts = [
        program(case.findtext("system-out") or "", case.get("status") == "run")
        for case in ET.parse(path).getroot().iter("testcase")
        if case.get("status") in ("run", "fail")
    ]
    return sum(passed for passed, _ in counts), sum(failed for _, failed in counts)


def node(path: Path) -> tuple[int, int]:
    output = path.read_text(encoding="utf-8", errors="replace")
    passed, failed = total(NODE_PASSED, output), total(NODE_FAILED, output)
    return (passed, failed) if passed + failed else (0, 1)


def main(paths: list[Path]) -> int:
    counts = [junit(path) if path.suffix == ".xml" else node(path) for path in paths]
    passed, failed = (sum(column) for column in zip(*counts))
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
