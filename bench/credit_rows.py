"""A broker with placements to fill, and one whose blind test eight insurers answered, buyer by buyer."""

import time

from motor_rows import check_digit
from network import MANAGER, numbers, open_session, organisations, padded, table

TABLES = ["credit_placements", "credit_blind_tests", "credit_test_lines", "credit_cover_lines", "credit_submissions",
          "credit_answers", "credit_answer_history"]
BROKER, SECRET = 1000, "bench-credit-session"
INSURERS = ["allianz-trade", "atradius", "coface", "cesce", "aig", "axa", "groupama", "tokio"]
EMPTY = 1  # placements from here on are to be filled
DAY = 86400 * 1_000_000


def siren(number: int) -> str:
    digits = f"{50_000_000 + number}"
    return digits + check_digit(digits)


def placements(first: int, count: int, step: str, buyers: int) -> str:
    now = time.time_ns() // 1000
    return f"""WITH RECURSIVE {numbers(count)}
INSERT INTO credit_placements (id, reference, broker_id, handled_by, opened_at, form_key, company_name, siren,
  company_size, contact_name, contact_email, contact_phone, channel, need, notes, search_key, step, waiting_for,
  waiting_name, due_order, buyers, exposure)
SELECT {first} + i, 'C-2026-' || {padded(f'{first} + i', 6)}, {BROKER}, {MANAGER + BROKER}, {now}, 'bench' ||
  CAST({first} + i AS TEXT), 'Société Exemple', '', 'small_or_medium', 'Camille Exemple', '', '', 'phone',
  'credit_insurance', '', 'societe exemple', '{step}', 'broker', '', {2**63 - 1}, {buyers}, {buyers} * 1000000 FROM n"""


def blind_test(placement: int, buyers: int) -> list[str]:
    """The answers of every kind, in turn; the totals are counted by the program with the first answer it takes."""
    now = time.time_ns() // 1000
    until = time.strftime("%Y-%m-%d", time.localtime(time.time() + 60 * 86400))
    answers = [("approved", 1000000), ("partly_approved", 400000), ("refused", 0), ("approved", 2000000),
               ("conditional", 500000), ("partly_approved", 750000), ("refused", 0), ("approved", 1000000)]
    kinds = table("kinds", "k, kind, amount", [(k, *answer) for k, answer in enumerate(answers)])
    insurers = table("insurers", "k, slug", list(enumerate(INSURERS)))
    test = placement
    source = f"WITH RECURSIVE {numbers(buyers)}, {kinds}, {insurers}"
    answer = f"""SELECT {test} * 100 + insurers.k, i + 1, 1, kind, amount, 'all_risks', CASE WHEN kind = 'refused' THEN NULL
  ELSE '{until}' END, '', {now}, {MANAGER + BROKER} FROM drawn CROSS JOIN insurers CROSS JOIN kinds
  WHERE kinds.k = (h / 8 + insurers.k) % {len(answers)}"""
    columns = "submission_id, line, revision, kind, amount, scope, valid_until, conditions, answered_at, answered_by"
    return [
        f"""INSERT INTO credit_blind_tests (id, placement_id, broker_id, number, code, anonymous, sent_at, due_at, buyers,
  asked, note, listed, exposure) VALUES ({test}, {placement}, {BROKER}, 1, 'TB-2026-{placement}-1', 1, {now},
  {now + 5 * DAY}, {buyers}, {buyers * 1000000}, '', {buyers}, {buyers * 1000000})""",
        f"""WITH RECURSIVE {numbers(buyers)} INSERT INTO credit_test_lines (test_id, line, buyer_id, name, country,
  identifier, asked, terms_days) SELECT {test}, i + 1, i + 1, 'Acheteur Exemple ' || CAST(i AS TEXT), 'FR',
  {padded('i', 9)}, 1000000, 45 FROM n""",
        f"""INSERT INTO credit_cover_lines (placement_id, line, buyer_id, name, country, identifier, exposure, terms_days)
  SELECT {placement}, line, buyer_id, name, country, identifier, asked, terms_days FROM credit_test_lines
  WHERE test_id = {test}""",
        f"""{source} INSERT INTO credit_submissions (id, test_id, placement_id, broker_id, insurer, insurer_name, email,
  sent_at, due_at, answered) SELECT {test} * 100 + k, {test}, {placement}, {BROKER}, slug, 'Assureur ' || slug,
  slug || '@example.fr', {now}, {now + 5 * DAY}, {buyers} FROM insurers""",
        f"{source} INSERT INTO credit_answers ({columns}) {answer}",
        f"{source} INSERT INTO credit_answer_history ({columns}) {answer}",
    ]


def fill(place, empty: int, tests: dict[int, int]) -> None:
    """`tests`: placement → buyers."""
    statements = [*organisations(BROKER, 1, "broker", "Courtier Exemple"), open_session(BROKER, SECRET),
                  placements(EMPTY, empty, "information", 0)]
    for placement, buyers in tests.items():
        statements += [placements(placement, 1, "quotes", buyers), *blind_test(placement, buyers)]
    place.fill(TABLES, statements)
