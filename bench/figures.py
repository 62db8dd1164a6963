"""Ratios measured side by side: contestants take turns, A B C A B C …, and each ratio is the median of its turns."""

import statistics
import time


def french(number: int) -> str:
    return f"{number:,}".replace(",", " ")


class Turns:
    """Costs of several contestants, taken in turns; a noisy moment of the machine strikes all of them alike."""

    def __init__(self, contestants: dict, seconds: float):
        """`contestants`: name → a function that measures one turn. Takes turns until `seconds` have gone, 3 at least;
        of so few seconds that it is only a look, one."""
        self.costs: dict[str, list] = {name: [] for name in contestants}
        until = time.monotonic() + seconds
        least = 3 if seconds > 1 else 1
        while len(next(iter(self.costs.values()))) < least or time.monotonic() < until:
            for name, measure in contestants.items():
                self.costs[name].append(measure())

    def ratio(self, name: str, opponent: str, of=lambda cost: cost) -> float:
        return statistics.median(of(a) / of(b) for a, b in zip(self.costs[name], self.costs[opponent]))

    def median(self, name: str, of=lambda cost: cost) -> float:
        return statistics.median(of(cost) for cost in self.costs[name])


def print_table(title: str, head: list[str], rows: list[list[str]]) -> None:
    print(f"\n## {title}\n")
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    for k, row in enumerate([head, *rows]):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |", flush=True)
        if k == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def times(ratio: float) -> str:
    if ratio < 0.095:
        return f"1/{1 / ratio:.0f}"
    return f"{ratio:.2f} ×" if ratio < 9.95 else f"{ratio:.0f} ×"
