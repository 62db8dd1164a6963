"""A million property claims in bulk: each broker has as many, in every state, with its counts as the program keeps them."""

import csv
import time
import unicodedata

from engines import ROOT
from network import FIRST_NAMES, MANAGER, NAMES, PLACES, numbers, open_session, organisations, padded, table

TABLES = ["works_claims", "kept_lists", "works_lots", "works_lot_trades"]
SCOPE = 10_000  # files of one broker: what one person sees (design: cost flat up to here)
FIRST_BROKER = 1000

# status, detail, who is waited for, his name, whether something is due, state of the lot: twenty equal parts.
PARTS = (3 * [("awaiting_quote", "to_assign", "broker", "", 1, "to_assign")]
         + 3 * [("awaiting_quote", "awaiting_quote", "tradesman", "Rénov’Exemple", 1, "awaiting_quote")]
         + 2 * [("in_progress", "quote_to_send", "broker", "", 0, "quote_received")]
         + 2 * [("in_progress", "quote_at_insurer", "insurer", "", 0, "quote_at_insurer")]
         + 2 * [("in_progress", "quote_validated", "tradesman", "Rénov’Exemple", 1, "quote_validated")]
         + 7 * [("closed", "closed", "nobody", "", 0, "job_closed")]
         + 1 * [("abandoned", "abandoned", "nobody", "", 0, "abandoned")])


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def read(name: str) -> list[dict]:
    with open(ROOT / "data" / name, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


KINDS = [row["slug"] for row in read("claim_kinds.tsv")]
INSURERS = read("insurers.tsv")
TRADES = read("trades.tsv")


def constants() -> str:
    return ", ".join([
        table("kinds", "k, slug", list(enumerate(KINDS))),
        table("insurers", "k, slug, name, folded",
              [(k, row["slug"], row["name"], fold(row["name"])) for k, row in enumerate(INSURERS)]),
        table("trades", "k, slug, label, folded",
              [(k, row["slug"], row["label"], fold(row["label"])) for k, row in enumerate(TRADES)]),
        table("names", "k, name, folded", [(k, name, fold(name)) for k, name in enumerate(NAMES)]),
        table("first_names", "k, name, folded", [(k, name, fold(name)) for k, name in enumerate(FIRST_NAMES)]),
        table("places", "k, postal_code, insee, name, folded, lat, lon",
              [(k, code, insee, name, fold(name), lat, lon) for k, (code, insee, name, lat, lon) in enumerate(PLACES)]),
        table("parts", "k, status, detail, waiting_for, waiting_name, due, lot",
              [(k, *part) for k, part in enumerate(PARTS)]),
    ])


def secret(broker: int) -> str:
    """Of the open session of the manager of the broker so numbered."""
    return f"bench-broker-{broker}"


def statements(rows: int, many: int) -> list[str]:
    now = time.time_ns() // 1000
    step = 2 * 365 * 86400 * 1_000_000 // rows  # two years of work
    due = f"CASE WHEN parts.due = 1 THEN {now} + (h % 9000 - 2000) * 60000000 END"
    reference = f"'T-2026-' || {padded(f'i / {many} + 1', 6)}"
    claim_number = f"'S' || {padded('h', 10)}"
    phone = f"'+3363998' || {padded('i % 10000', 4)}"
    claims = f"""WITH RECURSIVE {numbers(rows)}, {constants()}
INSERT INTO works_claims (id, reference, broker_id, declared_by, declared_at, kind, loss_day, insured_name,
  insured_phone, insured_email, place_address, place_postal_code, place_insee, place_name, lat_e6, lon_e6,
  position_method, position_error_m, description, emergency, needed_from, insurer, insurer_name, insurer_email,
  insurer_claim_number, search_key, insured_informed, form_key, status, detail, waiting_for, waiting_name,
  next_due_at, due_order, trades_text, closed_at, abandoned_at)
SELECT 1 + i, {reference}, {FIRST_BROKER} + i % {many}, {MANAGER + FIRST_BROKER} + i % {many},
  {now} - ({rows} - i) * {step}, kinds.slug, '2026-01-15', first_names.name || ' ' || names.name, {phone},
  'personne@example.fr', CAST(1 + h % 90 AS TEXT) || ' rue de l’Exemple', places.postal_code, places.insee, places.name,
  places.lat, places.lon, 'located', 2000, 'Infiltration par la toiture, plafond du salon et deux murs touchés.',
  CASE WHEN h % 17 = 0 THEN 1 ELSE 0 END, '2026-01-16', insurers.slug, insurers.name, 'sinistres@example.fr',
  {claim_number}, lower('t 2026 ' || {padded(f'i / {many} + 1', 6)}) || ' ' || places.postal_code || ' ' ||
  places.folded || ' ' || trades.folded || ' ' || insurers.folded || ' ' || first_names.folded || ' ' || names.folded ||
  ' 063998' || {padded('i % 10000', 4)} || ' ' || CAST(1 + h % 90 AS TEXT) || ' rue de l exemple s' || {padded('h', 10)},
  1, 'bench-' || CAST(i AS TEXT), parts.status, parts.detail, parts.waiting_for, parts.waiting_name, {due},
  coalesce({due}, 9223372036854775807), trades.label,
  CASE WHEN parts.status = 'closed' THEN {now} - ({rows} - i) * {step} END,
  CASE WHEN parts.status = 'abandoned' THEN {now} - ({rows} - i) * {step} END
FROM drawn CROSS JOIN kinds CROSS JOIN insurers CROSS JOIN trades CROSS JOIN names CROSS JOIN first_names
  CROSS JOIN places CROSS JOIN parts
WHERE kinds.k = h % {len(KINDS)} AND insurers.k = h / 16 % {len(INSURERS)} AND trades.k = h / 512 % {len(TRADES)}
  AND names.k = h / 16384 % {len(NAMES)} AND first_names.k = h / 8192 % {len(FIRST_NAMES)}
  AND places.k = h / 32 % {len(PLACES)} AND parts.k = h / 128 % {len(PARTS)}"""
    lots = f"""WITH RECURSIVE {numbers(rows)}, {constants()}
INSERT INTO works_lots (id, claim_id, position, state)
SELECT 1 + i, 1 + i, 1, parts.lot FROM drawn CROSS JOIN parts WHERE parts.k = h / 128 % {len(PARTS)}"""
    lot_trades = f"""WITH RECURSIVE {numbers(rows)}, {constants()}
INSERT INTO works_lot_trades (lot_id, trade)
SELECT 1 + i, trades.slug FROM drawn CROSS JOIN trades WHERE trades.k = h / 512 % {len(TRADES)}"""
    count = "INSERT INTO works_claim_counts (broker_id, tab, claims) SELECT broker_id, {}, count(*) FROM works_claims {}"
    return [
        *organisations(FIRST_BROKER, many, "broker", "Courtage Exemple"),
        *(open_session(FIRST_BROKER + broker, secret(broker)) for broker in range(min(many, 8))),
        claims, lots, lot_trades,
        count.format("'all'", "GROUP BY broker_id"),
        count.format("'to_do'", "WHERE waiting_for = 'broker' GROUP BY broker_id"),
        count.format("status", "GROUP BY broker_id, status"),
        "INSERT INTO kept_lists (list, organisation_id, changes) SELECT DISTINCT 'works.broker', broker_id, 1 "
        "FROM works_claim_counts",
        "INSERT INTO works_references (broker_id, year, last_number) SELECT broker_id, 2026, count(*) FROM works_claims "
        "GROUP BY broker_id",
    ]


def fill(place, rows: int, brokers: int = 0) -> None:
    """Without `brokers`, so many that each has SCOPE files."""
    place.fill(TABLES, statements(rows, brokers or max(1, rows // SCOPE)))
