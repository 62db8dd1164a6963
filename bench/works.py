"""Desk works: the broker's list of claims (25 of a million)."""

import time

import works_rows

BASE, FILES = "/travaux", "claims"


def pages() -> dict[str, str]:
    year_ago = (time.time_ns() // 1000) - 365 * 86400 * 1_000_000
    return {
        "list": BASE,
        "filtered (tab, kind, insurer)": f"{BASE}?vue=en-cours&nature=vol&assureur=axa",
        "filtered (kind)": f"{BASE}?nature=degat-des-eaux",
        "filtered (insurer)": f"{BASE}?assureur=maif",
        "tab, by due date": f"{BASE}?vue=a-faire&tri=echeance",
        "a page a year back": f"{BASE}?apres={year_ago}-0",
        "search, a common name": f"{BASE}?q=durand",
        "search, one claim": f"{BASE}?q=T-2026-000123",
    }


def fill(place, rows: int) -> None:
    works_rows.fill(place, rows)


SECRET = works_rows.secret(0)
