-- Each insurer has a delay of its own once an administrator puts it off (C5.moved).
alter table credit_submissions add column due_at BIGINT not null default 0;
update credit_submissions set due_at = (select t.due_at from credit_blind_tests t where t.id = credit_submissions.test_id);
