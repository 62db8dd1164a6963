"""Matching: the best ten of 100 000 tradesmen, beside one plain SQL query of the same answer (bench/matching_bench.cpp)."""

import json
import os
import subprocess

from engines import PROGRAM, Postgres
from figures import print_table, times


def report(engine) -> None:
    place = engine.place("matching") if isinstance(engine, Postgres) else None  # SQLite: a file of its own
    environment = os.environ | ({"MANDAT_BENCH_DATABASE": place.address} if place else {})
    said = subprocess.run([PROGRAM.with_name("mandat_bench"), "--benchmark_filter=best_ten", "--benchmark_format=json"],
                          check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment).stdout
    rows = [[found["name"].split("/")[0].replace("_", " "), times(found["ratio"]), f"{found['same']:.0%}"]
            for found in json.loads(said)["benchmarks"]]
    print_table(f"Matching, {engine.name}: median time of a search, a plain SQL query = 1",
                ["search", "ratio", "same ten in the same order"], rows)
    if place:
        place.remove()
