-- The journal by person and by kind of fact (P10): an administrator's search reads what it shows, not the whole.
create index audit_facts_of_person on audit_facts (account_id, id);
create index audit_facts_of_kind on audit_facts (code, id);
