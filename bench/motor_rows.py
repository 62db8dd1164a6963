"""A million repair files in bulk: firms and garages, each with as many, in every state, counted as the program counts."""

import time

from network import FIRST_NAMES, MANAGER, NAMES, PLACES, numbers, open_session, organisations, padded, table
from works_rows import fold

TABLES = ["motor_files", "motor_reads", "kept_lists", "motor_file_counts"]
SCOPE = 10_000  # files of one firm, and of one garage
FIRST_FIRM, FIRST_GARAGE = 2000, 4000
GARAGE_SECRET, FIRM_SECRET = "bench-garage-session", "bench-firm-session"

VEHICLES = [("RENAULT", "CLIO"), ("PEUGEOT", "208"), ("CITROEN", "C3"), ("DACIA", "SANDERO"), ("AIXAM", "CITY"),
            ("LIGIER", "JS50"), ("MICROCAR", "DUE"), ("TOYOTA", "YARIS"), ("FORD", "FIESTA"), ("FIAT", "PANDA"),
            ("OPEL", "CORSA"), ("KIA", "PICANTO")]
INSURERS = [("0418", "Mutuelle Exemple"), ("0435", "Assurances du Parc"), ("0372", "La Prévoyante"),
            ("0211", "Garantie Auto"), ("0507", "Alliance Routière"), ("0160", "Caisse du Littoral")]
# Of thirty files, in each state so many.
STATES = (2 * ["remote_inspection"] + 3 * ["awaiting_appointment"] + 3 * ["visit_planned"] + 1 * ["awaiting_documents"]
          + 4 * ["in_progress"] + 2 * ["awaiting_invoice"] + 15 * ["closed"])
FRESH = 50  # one file in so many has a document that its reader has not seen


def check_digit(digits: str) -> str:
    """Luhn: makes the invented numbers well-formed."""
    total = sum(sum(divmod(int(digit) * (2 if k % 2 == 0 else 1), 10)) for k, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def siret(garage: int) -> str:
    siren = f"{90_000_000 + garage}"
    siren += check_digit(siren)
    return siren + "0001" + check_digit(siren + "0001")


def firms(rows: int) -> int:
    return max(1, rows // SCOPE)


def constants(rows: int) -> str:
    return ", ".join([
        table("vehicles", "k, make, model, folded",
              [(k, make, model, fold(f"{make} {model}")) for k, (make, model) in enumerate(VEHICLES)]),
        table("insurers", "k, code, name, folded",
              [(k, code, name, fold(name)) for k, (code, name) in enumerate(INSURERS)]),
        table("names", "k, name, folded", [(k, name, fold(name)) for k, name in enumerate(NAMES)]),
        table("first_names", "k, name, folded", [(k, name, fold(name)) for k, name in enumerate(FIRST_NAMES)]),
        table("places", "k, postal_code, name, lat, lon",
              [(k, code, name, lat, lon) for k, (code, _, name, lat, lon) in enumerate(PLACES)]),
        table("states", "k, state", list(enumerate(STATES))),
        table("sirets", "k, siret", [(k, siret(k)) for k in range(firms(rows))]),
    ])


def statements(rows: int) -> list[str]:
    many, now = firms(rows), time.time_ns() // 1000
    day = lambda number: f"'2026-' || {padded(f'1 + {number} % 12', 2)} || '-' || {padded(f'1 + {number} / 12 % 28', 2)}"
    step = 2 * 365 * 86400 * 1_000_000 // rows
    source = f"WITH RECURSIVE {numbers(rows)}, {constants(rows)}"
    joined = f"""FROM drawn CROSS JOIN vehicles CROSS JOIN insurers CROSS JOIN names CROSS JOIN first_names CROSS JOIN places
  CROSS JOIN states CROSS JOIN sirets
WHERE vehicles.k = h % {len(VEHICLES)} AND insurers.k = h / 16 % {len(INSURERS)}
  AND names.k = h / 16384 % {len(NAMES)} AND first_names.k = h / 8192 % {len(FIRST_NAMES)}
  AND places.k = h / 32 % {len(PLACES)} AND states.k = h / 128 % {len(STATES)} AND sirets.k = i / {many} % {many}"""
    firm, garage = f"{FIRST_FIRM} + i % {many}", f"{FIRST_GARAGE} + i / {many} % {many}"
    reference, claim = f"'26' || {padded('i', 7)}", f"'S' || {padded('h', 10)}"
    digits = padded("h / 3 % 1000", 3)
    fresh = f"h % {FRESH} = 0"
    posted = f"CASE WHEN {fresh} THEN 1 + h / 64 % 5 ELSE h / 64 % 6 END"
    # PostgreSQL's substr takes no bigint.
    letter = lambda number: f"substr('ABCDEFGHJKLMNPQRSTVW', CAST(1 + {number} % 20 AS INTEGER), 1)"
    two = f"{letter('h / 7')} || {letter('h / 140')}"
    plate, plate_key = f"{two} || '-' || {digits} || '-' || {two}", f"lower({two} || {digits} || {two})"
    files = f"""{source}
INSERT INTO motor_files (id, cabinet_id, cabinet_code, reference, siret, repairer_id, created_at, created_by, claim_day,
  inspection_day, insured_name, insured_email, insured_phone, make, model, plate, vin, insurer_code, insurer_name,
  principal, claim_number, last_amount, place_postal_code, place_name, lat_e6, lon_e6, state, return_to, state_since,
  posted, last_posted_at, last_posted_kind, insured_key, vehicle_key, insurer_key, search_key)
SELECT 1 + i, {firm}, 'CAB' || {padded(f'i % {many}', 3)}, {reference}, sirets.siret, {garage},
  {now} - ({rows} - i) * {step}, {MANAGER} + {firm}, {day('h')}, CASE WHEN h % 5 = 0 THEN '' ELSE {day('(h / 2)')} END,
  first_names.name || ' ' || names.name, '', '+3363998' || {padded('i % 10000', 4)}, vehicles.make, vehicles.model,
  {plate}, '', insurers.code, insurers.name, '', {claim},
  CASE WHEN h % 3 = 0 THEN -1 ELSE 30000 + h % 500000 END, places.postal_code, places.name, places.lat, places.lon,
  states.state, CASE WHEN states.state = 'awaiting_documents' THEN 'in_progress' ELSE '' END,
  {now} - ({rows} - i) * {step}, {posted}, CASE WHEN {posted} = 0 THEN 0 ELSE {now} - ({rows} - i) * {step} END,
  CASE WHEN {posted} = 0 THEN '' ELSE 'report' END,
  first_names.folded || ' ' || names.folded, vehicles.folded, insurers.folded,
  {reference} || ' ' || first_names.folded || ' ' || names.folded || ' ' || vehicles.folded || ' ' || lower({claim})
  || ' ' || {plate_key}
{joined}"""
    read = lambda reader, mine: (
        f"WITH RECURSIVE {numbers(rows)} INSERT INTO motor_reads (account_id, file_id, seen, read_at, change) SELECT {reader}, "
        f"f.id, f.posted, {now}, 1 FROM drawn CROSS JOIN motor_files f WHERE f.id = 1 + i AND {mine} AND h % {FRESH} <> 0 "
        "AND f.posted > 0")
    count = ("INSERT INTO motor_file_counts (side, organisation_id, state, files) SELECT '{0}', {0}_id, state, count(*) "
             "FROM motor_files GROUP BY {0}_id, state")
    return [
        *organisations(FIRST_FIRM, many, "adjusting_firm", "Cabinet Exemple"),
        *organisations(FIRST_GARAGE, many, "repairer", "Garage Exemple"),
        f"WITH RECURSIVE {numbers(many)} INSERT INTO motor_cabinets (organisation_id, code) SELECT {FIRST_FIRM} + i, "
        f"'CAB' || {padded('i', 3)} FROM n",
        open_session(FIRST_GARAGE, GARAGE_SECRET), open_session(FIRST_FIRM, FIRM_SECRET),
        files,
        read(MANAGER + FIRST_GARAGE, f"repairer_id = {FIRST_GARAGE}"),
        read(MANAGER + FIRST_FIRM, f"cabinet_id = {FIRST_FIRM}"),
        "INSERT INTO motor_readers (account_id, changes, dismissed_at) VALUES "
        f"({MANAGER + FIRST_GARAGE}, 1, 0), ({MANAGER + FIRST_FIRM}, 1, 0)",
        count.format("cabinet"), count.format("repairer"),
        "INSERT INTO kept_lists (list, organisation_id, changes) SELECT DISTINCT 'motor.' || side, organisation_id, 1 "
        "FROM motor_file_counts",
    ]


def fill(place, rows: int) -> None:
    place.fill(TABLES, statements(rows))
