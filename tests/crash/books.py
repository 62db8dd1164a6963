"""What is stored about a story, without the ids and instants that differ from one telling to the next."""

import re
from collections import Counter, defaultdict

# Each row begins with the id of the claim's file.
OF_A_FILE = {
    "fact": "select file_id, code, cause from audit_facts where file_kind = 'works.claim'",
    "delay": "select file_id, rule, state from deadlines where file_kind = 'works.claim'",
    "message": "select m.file_id, m.channel, m.state, m.organisation_id, m.address, m.subject, "
               "(select count(*) from message_attachments a where a.message_id = m.id) from messages m "
               "where m.file_kind = 'works.claim' and not exists (select 1 from grouped_news n where n.message_id = m.id)",
    # Which news shares a mail depends on the minute (P5.grouped): what is told, once each, does not.
    "news": "select file_id, organisation_id, account_id, address, subject from grouped_news where file_kind = 'works.claim'",
    "entry": "select e.file_id, e.kind, l.position, l.account, l.organisation_id, l.debit, l.credit "
             "from ledger_entries e join ledger_lines l on l.entry_id = e.id where e.file_kind = 'works.claim'",
    "claim": "select id, status, detail, waiting_for, waiting_name, trades_text from works_claims",
    "lot": "select claim_id, position, state from works_lots",
    "mandate": "select claim_id, tradesman_id, state, answered_over, reason, sms_undelivered from works_mandates",
    "quote": "select claim_id, state, amount_ht, amount_ttc, agreed_ht, sent_to from works_quotes",
    "invoice": "select claim_id, amount_ht from works_invoices",
    "document": "select file_id, kind, filename, sha256, has_thumbnail from documents where file_kind = 'works.claim'",
    "link": "select file_id, purpose, recipient_id, channel, revoked from links where file_kind = 'works.claim'",
    "task": "select claim_id, kind, organisation_id from works_tasks",
}
OF_ALL = {
    "record of a firm": "select organisation_id, asked, answered, accepted, closed, live from works_tradesmen",
    "count of a tab": "select broker_id, tab, claims from works_claim_counts where claims <> 0",
    "numbers given": "select broker_id, last_number from works_references",
}
REFERENCE = re.compile(r"T-\d{4}-\d+")


def read(engine, claims) -> dict[str, Counter]:
    """Claim by claim, how often each row stands there."""
    names = {claim.file: claim.name() for claim in claims}
    books = defaultdict(Counter)
    for kind, sql in OF_A_FILE.items():
        for file, *columns in engine.rows(sql):
            if file in names:
                books[names[file]][kind, *(REFERENCE.sub("T-…", column) for column in columns)] += 1
            elif kind == "claim":
                books["claims that nobody declared"][kind, *columns] += 1
    for kind, sql in OF_ALL.items():
        for row in engine.rows(sql):
            books["everybody"][kind, *row] += 1
    return dict(books)


def differences(wanted: dict[str, Counter], found: dict[str, Counter]) -> list[str]:
    lines = []
    for name in sorted(wanted.keys() | found.keys()):
        rows = wanted.get(name, Counter()), found.get(name, Counter())
        for row in sorted(rows[0].keys() | rows[1].keys()):
            if rows[0][row] != rows[1][row]:
                lines.append(f"{name}: {rows[1][row]} instead of {rows[0][row]} × {' | '.join(row)}")
    return lines


def lost(engine, acknowledged: Counter) -> list[str]:
    """Acknowledged acts whose fact is not there."""
    stored = Counter((file, code) for file, code in engine.rows("select file_id, code from audit_facts"))
    return [f"{stored[act]} instead of {times} × {act[1]} in file {act[0]}"
            for act, times in acknowledged.items() if stored[act] < times]


# What `lost` must notice.
LOST_FACT = ("update audit_facts set code = 'test.lost' where id = (select max(id) from audit_facts where code = "
             "'works.quote.uploaded')")
# What `differences` must notice, or this harness proves nothing.
FAULTS = {
    "a quote lost": "delete from works_quotes where id = (select max(id) from works_quotes)",
    "a state set back": "update works_mandates set state = 'quoted' where id = (select max(id) from works_mandates where state = 'closed')",
    "a message sent twice":
        "insert into messages (id, channel, organisation_id, account_id, address, subject, body, link_id, link_path, file_kind,"
        " file_id, state, created_at) select id + 1, channel, organisation_id, account_id, address, subject, body, link_id,"
        " link_path, file_kind, file_id, state, created_at from messages where id = (select max(id) from messages where"
        " file_kind = 'works.claim')",
    "a delay fired twice":
        "insert into audit_facts (id, at, cause, account_id, organisation_id, author_detail, code, file_kind, file_id, details)"
        " select id + 1, at, cause, account_id, organisation_id, author_detail, code, file_kind, file_id, details from"
        " audit_facts where id = (select max(id) from audit_facts where code = 'works.quote.overdue')",
    "a delay forgotten": "update deadlines set state = 'pending', ended_at = null where id = (select max(id) from deadlines where state = 'fired' and file_kind = 'works.claim')",
    "an entry of another amount": "update ledger_lines set debit = debit + 1 where entry_id = (select max(id) from ledger_entries) and debit > 0",
}
